import { join } from 'node:path';
import { NO_FILE, named, OUT } from './kinds';
import type { Place, Trick } from './place';

export const CONFIGURATIONS: readonly Trick[] = [
  {
    name: 'a configuration that is a link to a file outside',
    make: (at) => at.link('.advocacy.json', join(at.outside, 'configuration.json')),
    say: OUT,
  },
  {
    name: 'a configuration that is a link to nothing',
    make: (at) => at.link('.advocacy.json', join(at.outside, 'nothing.json')),
  },
  {
    name: 'a configuration that is a link to itself',
    make: (at) => at.link('.advocacy.json', '.advocacy.json'),
    say: /its links go round in a circle/,
  },
  { name: 'a configuration that is a pipe', make: (at) => at.pipe('.advocacy.json'), say: NO_FILE },
  {
    name: 'a configuration that is a device without an end',
    make: (at) => at.link('.advocacy.json', '/dev/zero'),
    say: NO_FILE,
  },
  { name: 'a configuration that is a folder', make: (at) => at.write('.advocacy.json/x', '') },
  {
    name: 'a configuration of two gigabytes',
    make: (at) => at.huge('.advocacy.json', 2 ** 31),
    say: /larger than 1 MB, the most that is read/,
  },
  {
    name: 'a configuration of ten thousand brackets',
    make: (at) => at.write('.advocacy.json', '['.repeat(10_000)),
    say: /nested more than 50 levels/,
  },
  {
    name: 'a configuration with the keys of every object',
    make: (at) =>
      at.write(
        '.advocacy.json',
        '{ "__proto__": { "word": { "template": "x.docx" } }, "constructor": {}, "rules": { "__proto__": "off", "toString": "error" } }',
      ),
    say: /There is no setting “__proto__”/,
  },
  {
    name: 'a configuration that is a program',
    make: (at) => at.write('.advocacy.json', Buffer.from('7f454c460201010000000000', 'hex')),
    say: /is not a text file/,
  },
  {
    name: 'code that other tools would run',
    make: (at) => {
      const code = `require('node:fs').writeFileSync(${JSON.stringify(join(at.outside, 'ran'))}, 'code');`;
      for (const name of [
        'advocacy.config.js',
        '.advocacy.js',
        '.advocacy.cjs',
        'index.js',
        'cli.js',
        'node_modules/docx/index.js',
        'node_modules/library-advocacy/index.js',
        'node_modules/yaml/index.js',
      ]) {
        at.write(name, code);
      }
      at.write('package.json', '{ "main": "index.js", "scripts": { "preinstall": "node index.js" } }');
    },
  },
  ...(
    [
      ['dots that lead out', () => '../../outside/framework.yaml', OUT],
      ['dots with backslashes', () => '..\\..\\outside\\framework.yaml', OUT],
      ['an absolute path', (at) => join(at.outside, 'framework.yaml'), /is an absolute path/],
      ['a drive', () => 'C:\\Windows\\win.ini', /is an absolute path/],
      ['a network folder', () => '\\\\127.0.0.1\\share\\framework.yaml', /is an absolute path/],
      ['an address of a file', (at) => `file://${at.outside}/framework.yaml`, /is an address/],
      ['an address on the web', (at) => `http://127.0.0.1:${at.port}/framework.yaml`, /is an address/],
      ['a NUL character', () => 'framework.yaml\0.json', /NUL character/],
      ['the folder of processes', () => '/proc/self/environ', /is an absolute path/],
    ] satisfies readonly (readonly [string, (at: Place) => string, RegExp])[]
  ).map(([name, framework, say]) =>
    named(`a framework by ${name}`, (at) => ({ framework: framework(at) }), say),
  ),
  named(
    'a framework by a link that leads out',
    () => ({ framework: 'f.yaml' }),
    OUT,
    (at) => at.link('f.yaml', join(at.outside, 'framework.yaml')),
  ),
  named(
    'a framework by a folder that is a link',
    () => ({ framework: 'sub/framework.yaml' }),
    OUT,
    (at) => at.link('sub', at.outside),
  ),
  named(
    'a framework that is a pipe',
    () => ({ framework: 'f.yaml' }),
    NO_FILE,
    (at) => at.pipe('f.yaml'),
  ),
  named(
    'a framework that is code',
    () => ({ framework: 'framework.js' }),
    /must be a set of keys and values|not valid YAML|is no key/,
    (at) => at.write('framework.js', `require('node:fs').writeFileSync('${at.outside}/ran', 'code')`),
  ),
  named(
    'a framework with tags that make functions',
    () => ({ framework: 'f.yaml' }),
    /“id” must be text/,
    (at) =>
      at.write(
        'f.yaml',
        `title: !!js/function "function(){ require('fs').writeFileSync('${at.outside}/ran', '') }"\nid: !!python/object/apply:os.system ["touch ${at.outside}/ran"]\n`,
      ),
  ),
  named(
    'a framework of a billion laughs',
    () => ({ framework: 'f.yaml' }),
    /is not followed, as the references of this file stand for too much/,
    (at) =>
      at.write(
        'f.yaml',
        `a: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}\n`,
      ),
  ),
  named(
    'a framework that holds itself',
    () => ({ framework: 'f.yaml' }),
    /stands for something that it is a part of/,
    (at) => at.write('f.yaml', 'topics: &a\n  - *a\n'),
  ),
  named(
    'a framework of a hundred thousand brackets',
    () => ({ framework: 'f.yaml' }),
    /nested too deeply/,
    (at) => at.write('f.yaml', `topics: ${'['.repeat(100_000)}`),
  ),
  named(
    'a framework of two megabytes',
    () => ({ framework: 'f.yaml' }),
    /larger than 1 MB, the most that is read/,
    (at) => at.huge('f.yaml', 2 * 1024 * 1024),
  ),
  {
    name: 'cues that would be slow as regular expressions',
    make(at) {
      at.configure({
        framework: 'f.yaml',
        terms: [{ phrase: '(a+)+$', topics: ['digital'] }],
        acronyms: { '(A+)+$': 'x' },
        evidence: ['e.yaml'],
      });
      const name = '"(a+)+$"';
      at.write(
        'f.yaml',
        `topics:\n  - id: reading\n    names: [${name}]\n    retiredNames: [{ name: ${name} }]\n    cues: [${name}, "(.*)*b", "([a-z]+)*\\\\1"]\nignore: [${name}]\nkinds:\n  - id: briefing\n    parts: [{ id: x, title: ${name}, aliases: [${name}] }]\n`,
      );
      at.write(
        'e.yaml',
        `evidence:\n  - id: x\n    statement: 1 in 2\n    figure: { value: 50, unit: per cent }\n    about: [${name}]\n    source: { publisher: ${name}, title: ${name}, date: "2020", names: [${name}] }\n    confusions: [{ with: [${name}], say: no }]\nnotFound: [{ names: [${name}], say: no }]\n`,
      );
      at.draft(`${'a'.repeat(50_000)}! 50% of ${'a '.repeat(2_000)} (${'A'.repeat(50_000)}!)`);
    },
  },
  {
    name: 'patterns for drafts that would be slow as regular expressions',
    make(at) {
      at.configure({ drafts: [`${'*a'.repeat(60)}*b`, `${'**/'.repeat(60)}x.md`, `{${'a,'.repeat(200)}b}`] });
      at.write(`${'a'.repeat(200)}.md`, '# A\n');
    },
  },
  named('patterns for drafts that lead out', () => ({ drafts: ['../**/*.md'] }), /leads out of the folder/),
  named(
    'evidence behind a folder that leads out',
    () => ({ evidence: ['**/*.yaml'] }),
    /No file fits/,
    (at) => at.link('evidence', at.outside),
  ),
  named(
    'evidence behind folders that go round in circles',
    () => ({ evidence: ['**/*.yaml'] }),
    /No file fits/,
    (at) => {
      at.link('a/up', '..');
      at.link('b/self', '.');
    },
  ),
  named(
    'evidence that is this process’s surroundings',
    () => ({ evidence: ['e.yaml'] }),
    OUT,
    (at) => at.link('e.yaml', '/proc/self/environ'),
  ),
];
