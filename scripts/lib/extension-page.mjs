// The extension's page in VS Code, which only follows web addresses, and shows no pictures from the extension's files or
// from the page itself.
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

/** A paragraph that is a picture with a relative address. */
const PICTURES = /^!\[[^\n]*\]\((?!https:)[^)\n]*\)\n+/gm;
/** Code, which is left alone, or a link with a relative address. */
const LINKS =
  /^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`|(\[(?:[^[\]]|\[[^[\]]*\])*\])\((?!#|[a-z]+:)([^)\s]+)\)/gim;

/**
 * @param {string} path of a Markdown file, in the project
 * @param {string} markdown its content
 * @param {{ url: string }} repository of package.json
 */
export function extensionPage(path, markdown, repository) {
  const address = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main`;
  return markdown
    .replace(PICTURES, '')
    .replace(LINKS, (all, text, target) =>
      target === undefined
        ? all
        : `${text}(${address}/${posix.normalize(posix.join(dirname(path), target))})`,
    );
}

/** How many versions the page of changes has. The others are in the repository. */
const VERSIONS = 2;

/** The newest versions of a changelog, and where the others are. */
export function newestChanges(markdown) {
  const [head, ...versions] = markdown.split(/^(?=## )/m);
  const older = '[Older versions](CHANGELOG.md)\n';
  return [head, ...versions.slice(0, VERSIONS), ...(versions.length > VERSIONS ? [older] : [])].join('');
}

/** The pages that VS Code shows for the extension, by file name. */
export function pagesIn(root) {
  const { repository } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const read = (name) => readFileSync(`${root}/${name}`, 'utf8');
  return [
    ['README.md', extensionPage('README.md', read('README.md'), repository)],
    ['CHANGELOG.md', extensionPage('CHANGELOG.md', newestChanges(read('CHANGELOG.md')), repository)],
  ];
}
