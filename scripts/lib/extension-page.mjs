// The extension's page in VS Code, which follows addresses of the web alone, and shows no picture that comes with an
// extension: neither a file of it nor one in the page itself.
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

/** A picture with a relative address that is a paragraph. */
const PICTURES = /^!\[[^\n]*\]\((?!https:)[^)\n]*\)\n+/gm;
/** A block of code, in which there is no link, or a link with a relative address. */
const LINKS =
  /^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`|(\[(?:[^[\]]|\[[^[\]]*\])*\])\((?!#|[a-z]+:)([^)\s]+)\)/gim;

/**
 * @param {string} path of a Markdown file, in the project
 * @param {string} markdown what is in it
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

/** What VS Code shows of the extension, by the names of the files. */
export function pagesIn(root) {
  const { repository } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  return ['README.md', 'CHANGELOG.md'].map((name) => [
    name,
    extensionPage(name, readFileSync(`${root}/${name}`, 'utf8'), repository),
  ]);
}
