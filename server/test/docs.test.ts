import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../../package.json';
import { COMMANDS } from '../src/cli/help';
import { WHYS } from '../src/coverage/types';
import { parseDraft } from '../src/draft';
import { builtInEvidence } from '../src/evidence';
import { loadEvidence } from '../src/evidence/library';
import { userCommandNames } from '../src/features/commands/user-commands';
import { builtInFramework, loadFramework } from '../src/framework';
import { readConfiguration } from '../src/project';
import { serverCommands } from '../src/protocol';

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  'bench/README.md',
  ...readdirSync('docs').map((name) => `docs/${name}`),
]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const page = (name: string): string => pages.find((one) => one.name === name)!.text;

/** The fenced examples of a page in one language. */
const fenced = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2]!);

/** The sources, which are also named without the folders that they are in. */
const sources = ['bench', 'client', 'scripts', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('node_modules'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
);
/** What is made when it is needed, and the rule that somebody is told how to add. */
const NOT_KEPT = ['node_modules', 'tables-few'];

/** Whether words are the path of a folder or a file here, or the name of a source. */
function isPath(words: string): boolean {
  return (
    /^(?:bench|client|docs|examples|images|schemas|scripts|server|snippets)\/[\w.@/-]+$/.test(words) ||
    /^(?:[\w-]+\/)*[\w.-]+\.m?ts$/.test(words)
  );
}

describe('The documentation', () => {
  it('is there', () => assert.ok(pages.length >= 7));

  it('says what each reason of a verdict means', () => {
    for (const why of WHYS)
      assert.match(page('docs/ci.md'), new RegExp(`^\\| .*\`${why}\`.* \\| .+ \\|$`, 'm'));
  });

  for (const { name, text } of pages) {
    it(`${name} links to nothing that is not there`, () => {
      for (const [, target] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [path, anchor] = target!.split('#');
        const file = path === '' ? name : join(dirname(name), path!);
        assert.ok(existsSync(file), target);
        if (!anchor) continue;
        const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
          heading!
            .toLowerCase()
            .replace(/[^\w\s-]/g, '')
            .replace(/ /g, '-'),
        );
        assert.ok(headings.includes(anchor), target);
      }
    });

    it(`${name} names no folder or source that is not there`, () => {
      if (name === 'CHANGELOG.md') return;
      for (const [, words] of text.matchAll(/`([^`\n]+)`/g)) {
        if (!isPath(words!) || NOT_KEPT.some((other) => words!.includes(other))) continue;
        assert.ok(existsSync(words!) || sources.some((source) => source.endsWith(`/${words}`)), words);
      }
    });

    it(`${name} runs no test that is not there`, () => {
      for (const [path] of text.matchAll(/(?:server|client)\/test\/[\w/.-]+\.test\.ts/g)) {
        // The rule of the example is not written.
        if (!path.endsWith('/tables-few.test.ts')) assert.ok(existsSync(path), path);
      }
    });

    it(`${name} describes every picture`, () => {
      assert.deepEqual([...text.matchAll(/!\[\s*\]\(/g)], []);
    });

    it(`${name} names npm scripts that exist`, () => {
      for (const [, script] of text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)) {
        assert.ok(Object.hasOwn(manifest.scripts, script!), script);
      }
    });

    it(`${name} names commands of the palette as the palette does`, () => {
      const titles = manifest.contributes.commands.map(({ category, title }) => `${category}: ${title}`);
      for (const [, title] of text.matchAll(/\*\*(Library Advocacy: [^*]+)\*\*/g)) {
        assert.ok(titles.includes(title!), title);
      }
    });

    it(`${name} names commands and options of the command line that exist`, () => {
      const lines = fenced(text, 'sh').concat(
        [...text.matchAll(/`(advocacy [^`]+)`/g)].map((match) => match[1]!),
      );
      for (const [, command, rest] of lines.join('\n').matchAll(/^(?:advocacy|.*cli\.js) ([a-z]+)(.*)$/gm)) {
        const shape = COMMANDS[command!];
        assert.ok(shape, command);
        if (rest!.includes('|')) continue;
        for (const [, option] of rest!.matchAll(/ --([\w-]+)/g)) {
          assert.ok(Object.hasOwn(shape.options, option!), `${command} --${option}`);
        }
      }
    });
  }

  it('docs/editors.md names only what can be inserted, and commands that the server has', () => {
    const text = page('docs/editors.md');
    const parts = builtInFramework.kinds.flatMap((kind) => kind.parts.map(({ id }) => id));
    const is: Readonly<Record<string, (id: string) => boolean>> = {
      area: (id) => builtInFramework.topic(id) !== undefined,
      offer: (id) => builtInFramework.topic(id) !== undefined,
      hold: (id) => builtInFramework.topic(id) !== undefined,
      kind: (id) => builtInFramework.kind(id) !== undefined,
      section: (id) => parts.includes(id),
      evidence: (id) => builtInEvidence.facts.some((fact) => fact.id === id),
    };
    const examples = [...text.matchAll(/`(area|offer|hold|kind|section|evidence):([\w-]+)`/g)];
    assert.deepEqual([...new Set(examples.map(([, group]) => group))].sort(), Object.keys(is).sort());
    for (const [example, group, id] of examples) assert.ok(is[group!]!(id!), example);
    const names = new Set<string>([...Object.values(serverCommands), ...userCommandNames]);
    for (const [, name] of text.matchAll(/`(advocacy\.[\w.-]+)`/g)) assert.ok(names.has(name!), name);
  });

  for (const name of ['README.md', 'docs/configuration.md']) {
    it(`${name} lists every setting with its default, and no other`, () => {
      const rows = [...page(name).matchAll(/^\| `(advocacy\.[\w.]+)` \| (.*?) \|/gm)];
      const settings = Object.entries(manifest.contributes.configuration[0]!.properties).map(
        ([key, { default: value }]) => [
          key,
          value === '' ? 'none' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``,
        ],
      );
      assert.deepEqual(
        rows.map(([, key, value]) => [key, value]),
        settings,
      );
    });
  }

  it('shows a configuration that is read without a mistake', () => {
    const [example] = fenced(page('docs/configuration.md'), 'jsonc');
    const { configuration, problems } = readConfiguration(example!, 'file:///.advocacy.json');
    assert.deepEqual(problems, []);
    assert.equal(configuration.terms.length, 1);
  });

  it('shows front matter that is read without a mistake', () => {
    const [example] = fenced(page('docs/configuration.md'), 'yaml');
    const { frontMatter } = parseDraft(example!);
    assert.deepEqual(frontMatter.problems, []);
    assert.equal(frontMatter.data.kind, 'report');
    for (const key of Object.keys(frontMatter.raw)) {
      assert.match(page('docs/configuration.md'), new RegExp(`^\\|.*\`${key}\`.* \\|`, 'm'), key);
    }
  });

  it('shows a framework that is read without a mistake', () => {
    const [, example] = fenced(page('docs/configuration.md'), 'yaml');
    const { framework, problems } = loadFramework(example!, 'file:///our.yaml', builtInFramework);
    assert.deepEqual(problems, []);
    assert.equal(framework.topic('greener-wexmoor')?.group, 'area');
    assert.equal(framework.kind('pitch'), undefined);
  });

  it('shows an evidence library that is read without a mistake', () => {
    const [, , example] = fenced(page('docs/configuration.md'), 'yaml');
    const { library, problems } = loadEvidence(example!, 'file:///our.yaml');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      library.facts.map(({ id }) => id),
      ['open-later-visits'],
    );
  });

  it('names every area, offer and kind of document as the product does', () => {
    const text = page('docs/configuration.md');
    const readme = page('README.md').toLowerCase();
    for (const { title } of builtInFramework.topics) assert.ok(readme.includes(title.toLowerCase()), title);
    for (const { id } of builtInFramework.topics) assert.ok(text.includes(`\`${id}\``), id);
    for (const { id } of builtInFramework.kinds) assert.ok(text.includes(`\`${id}\``), id);
  });
});
