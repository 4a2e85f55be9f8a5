/**
 * A workspace made by somebody who wishes its reader ill: each trick in a folder of its own, made when the test runs
 * (links, pipes and the like cannot lie in a repository), with what must be said of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { plainTemplate } from '../word/templates';

/** Where one trick is made, and what it is after. */
export class Place {
  constructor(
    /** Absolute path of the trick's folder, in the workspace. */
    readonly folder: string,
    /** Absolute path of a folder beside the workspace: nothing in it may be read or written. */
    readonly outside: string,
    /** Of a server on this machine that counts who comes. */
    readonly port: number,
  ) {}

  path(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  configure(settings: unknown): void {
    this.write('.advocacy.json', JSON.stringify(settings));
  }

  link(name: string, target: string): void {
    symlinkSync(target, this.path(name));
  }

  /** A pipe that nobody writes to: whoever opens it waits for ever. */
  pipe(name: string): void {
    execFileSync('mkfifo', [this.path(name)]);
  }

  /** A file that takes no room on the disk. */
  huge(name: string, bytes: number): void {
    this.write(name, '');
    truncateSync(this.path(name), bytes);
  }

  /** The draft of the trick; without this, it has an ordinary one. */
  draft(body: string, frontMatter = ''): void {
    this.write('draft.md', `---\nkind: briefing\n${frontMatter}---\n\n# A draft\n\n${body}\n`);
  }
}

export interface Trick {
  readonly name: string;
  make(at: Place): void | Promise<void>;
  /** What must be said, in the trick's folder; nothing where it is passed over in silence. */
  readonly say?: RegExp;
  /** What must be said by the language server, where it is something else, or it says nothing. */
  readonly serverSays?: RegExp | 'nothing';
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

const picture = (name: string, address: string, say: RegExp, make?: Trick['make']): Trick => ({
  name,
  async make(at) {
    await make?.(at);
    at.draft(
      `![A chart of visits](${address.replaceAll('OUTSIDE', at.outside).replaceAll('PORT', `${at.port}`)})`,
    );
  },
  say,
});

const named = (name: string, settings: (at: Place) => unknown, say: RegExp, make?: Trick['make']): Trick => ({
  name,
  async make(at) {
    await make?.(at);
    at.configure(settings(at));
  },
  say,
});

const template = (name: string, make: (at: Place) => Promise<Uint8Array>, say: RegExp): Trick => ({
  name: `a Word template ${name}`,
  async make(at) {
    at.write('look.dotx', await make(at));
    at.draft('Text.', 'template: look.dotx\n');
  },
  say,
});

/** A package with one part changed or added. */
async function withPart(part: string, change: (text: string) => string): Promise<Uint8Array> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = unzipSync(await plainTemplate('Text.'));
  return zipSync({ ...parts, [part]: strToU8(change(parts[part] ? strFromU8(parts[part]!) : '')) });
}

const relation =
  (type: string, target: string) =>
  (text: string): string =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
    );

const OUT = /leads out of the workspace folder/;
const NO_FILE = /neither a file nor a folder/;

export const TRICKS: readonly Trick[] = [
  // --- The configuration itself
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
  // --- What the configuration names
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
    /alias/,
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
  // --- Word templates
  named('a template by dots that lead out', () => ({ word: { template: '../../outside/look.dotx' } }), OUT),
  named(
    'a template by a link that leads out',
    () => ({ word: { template: 'look.dotx' } }),
    OUT,
    (at) => at.link('look.dotx', join(at.outside, 'look.dotx')),
  ),
  ...(
    [
      ['dots that lead out', (at) => `../../outside/${at.outside && 'look.dotx'}`, OUT],
      // They are no dots in a path, but a name.
      ['dots in per cent form', () => '%2e%2e/%2e%2e/outside/look.dotx', /There is no file/],
      ['an absolute path', (at) => join(at.outside, 'look.dotx'), /is an absolute path/],
      ['an address of a file', (at) => `file://${at.outside}/look.dotx`, /is an address/],
      ['an address on the web', (at) => `http://127.0.0.1:${at.port}/look.dotx`, /is an address/],
      ['a network folder', () => "'\\\\127.0.0.1\\share\\look.dotx'", /is an absolute path/],
    ] satisfies readonly (readonly [string, (at: Place) => string, RegExp])[]
  ).map(
    ([name, path, say]): Trick => ({
      name: `a draft’s template by ${name}`,
      make: (at) => at.draft('Text.', `template: ${path(at)}\n`),
      say,
    }),
  ),
  {
    name: 'a draft’s template by a link that leads out',
    make(at) {
      at.link('look.dotx', join(at.outside, 'look.dotx'));
      at.draft('Text.', 'template: look.dotx\n');
    },
    say: OUT,
  },
  {
    name: 'a draft’s template that is a pipe',
    make(at) {
      at.pipe('look.dotx');
      at.draft('Text.', 'template: look.dotx\n');
    },
    say: NO_FILE,
  },
  template('with macros', () => withPart('word/vbaProject.bin', () => 'macro'), /contains macros/),
  template(
    'that takes its pictures from the web',
    (at) => withPart('word/_rels/document.xml.rels', relation('image', `http://127.0.0.1:${at.port}/x.png`)),
    /takes its image from outside itself/,
  ),
  template(
    'with an entity that reads a file',
    () =>
      withPart('word/document.xml', (text) =>
        text.replace('?>', '?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      ),
    /declares a document type/,
  ),
  template(
    'with a field that starts a program',
    () =>
      withPart('word/document.xml', (text) =>
        text.replace('<w:body>', '<w:body><w:p><w:fldSimple w:instr="DDEAUTO c:\\\\calc.exe"/></w:p>'),
      ),
    /field that fetches or runs something/,
  ),
  template(
    'with a link that starts a tool of the system',
    () => withPart('word/_rels/document.xml.rels', relation('hyperlink', 'ms-msdt:/id PCWDiagnostic')),
    /links to “ms-msdt:” are not safe/,
  ),
  template(
    'with a field that is a link to a program on a share',
    () =>
      withPart('word/document.xml', (text) =>
        text.replace(
          '<w:body>',
          '<w:body><w:p><w:fldSimple w:instr=" HYPERLINK &quot;file://127.0.0.1/share/run.exe&quot; "/></w:p>',
        ),
      ),
    /links to “file:” are not safe/,
  ),
  template(
    'with a field that fetches, by another prefix',
    (at) =>
      withPart('word/document.xml', (text) =>
        text.replace(
          '<w:body>',
          `<w:body><x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:instrText> INCLUDEPICTURE "http://127.0.0.1:${at.port}/x.png" \\d </x:instrText></x:r></x:p>`,
        ),
      ),
    /is not what Word or LibreOffice write/,
  ),
  template(
    'with an Office add-in',
    () =>
      withPart('_rels/.rels', (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="rId999" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="word/webextensions/taskpanes.xml"/></Relationships>',
        ),
      ),
    /\(webextensiontaskpanes\); it is left out/,
  ),
  template(
    'with a mail merge from a share',
    () =>
      withPart('word/settings.xml', (text) =>
        text.replace(
          '</w:settings>',
          '<w:mailMerge><w:connectString w:val="Data Source=\\\\127.0.0.1\\x"/></w:mailMerge></w:settings>',
        ),
      ),
    /contains a mail merge/,
  ),
  template(
    'that unpacks to two gigabytes',
    async () => zipSync({ 'word/document.xml': [new Uint8Array(200_000_000), { level: 9 }] }),
    /unpacks to more than a template can need/,
  ),
  template(
    'with names that lead out',
    () => withPart('../../../outside/written', () => 'x'),
    /a name that leads elsewhere/,
  ),
  // --- Pictures
  picture('a picture by dots that lead out', '../../outside/secret.png', /lies outside/),
  picture('a picture by dots in per cent form', '%2e%2e/%2E%2E/outside/secret.png', /lies outside/),
  picture('a picture by dots with backslashes', '<..\\\\..\\\\outside\\\\secret.png>', /lies outside/),
  picture('a picture by an absolute path', 'OUTSIDE/secret.png', /only a path relative/),
  picture('a picture by an address of a file', 'file://OUTSIDE/secret.png', /only a path relative/),
  picture('a picture on a drive', '<C:\\secret.png>', /only a path relative/),
  picture('a picture in a network folder', '<\\\\127.0.0.1\\share\\secret.png>', /only a path relative/),
  picture('a picture on the web', 'http://127.0.0.1:PORT/pixel.png', /it is on the web/),
  picture('a picture on the web without a scheme', '//127.0.0.1:PORT/pixel.png', /only a path relative/),
  picture('a picture by a link that leads out', 'chart.png', /lies outside/, (at) =>
    at.link('chart.png', join(at.outside, 'secret.png')),
  ),
  picture('a picture behind a folder that leads out', 'charts/secret.png', /lies outside/, (at) =>
    at.link('charts', at.outside),
  ),
  picture('a picture that is a pipe', 'chart.png', NO_FILE, (at) => at.pipe('chart.png')),
  picture('a picture that is a device without an end', 'chart.png', /lies outside/, (at) =>
    at.link('chart.png', '/dev/zero'),
  ),
  picture('a picture that is a link to itself', 'chart.png', /go round in a circle/, (at) =>
    at.link('chart.png', 'chart.png'),
  ),
  picture('a picture of two gigabytes', 'chart.png', /larger than 25 MB/, (at) =>
    at.huge('chart.png', 2 ** 31),
  ),
  picture('a picture of ten thousand million pixels', 'chart.png', /too many pixels/, (at) => {
    const bytes = Buffer.from(PNG);
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    at.write('chart.png', bytes);
  }),
  picture(
    'a drawing that takes a picture from the web',
    'chart.svg',
    /takes something from elsewhere/,
    (at) =>
      at.write(
        'chart.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:${at.port}/pixel.png"/></svg>`,
      ),
  ),
  picture('a drawing with a script', 'chart.svg', /contains a script/, (at) =>
    at.write(
      'chart.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ),
  ),
  picture('a drawing with an entity that reads a file', 'chart.svg', /parts that are not safe/, (at) =>
    at.write(
      'chart.svg',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>',
    ),
  ),
  {
    name: 'pictures, frames and scripts in HTML',
    make: (at) =>
      at.draft(
        `<img src="http://127.0.0.1:${at.port}/a.png" alt="A pixel" onerror="alert(1)">\n\n<iframe src="http://127.0.0.1:${at.port}/"></iframe>\n\n<script src="http://127.0.0.1:${at.port}/a.js"></script>\n\n<object data="file:///etc/passwd"></object>`,
      ),
    say: /it is on the web/,
  },
  // --- Links in the text
  {
    name: 'links that run or read something when they are followed',
    make: (at) =>
      at.draft(
        '[A page](javascript:alert(1)), [a file](file:///etc/passwd), [a folder](<\\\\127.0.0.1\\share>), [a command](command:workbench.action.terminal.new), [a search](search-ms:query=x) and [a tool](ms-msdt:/id).',
      ),
    say: /links to “javascript:” are not safe/,
  },
  {
    name: 'a link to a network folder with the slashes of the web',
    make: (at) => at.draft('[The papers](//127.0.0.1/share/run.exe).'),
    say: /it leads to a network folder/,
  },
  {
    name: 'a link that another program on the reader’s computer opens',
    make: (at) => at.draft('[The papers](smb://127.0.0.1/share) and [a tool](vscode://a.b/c).'),
    say: /links to “smb:” are not safe/,
  },
  // --- Drafts
  {
    name: 'a draft that is a link to a file outside',
    make: (at) => at.link('secret.md', join(at.outside, 'secret.md')),
  },
  { name: 'a draft that is a link to itself', make: (at) => at.link('loop.md', 'loop.md') },
  { name: 'a draft that is a link to nothing', make: (at) => at.link('gone.md', 'nothing.md') },
  { name: 'a draft that is a pipe', make: (at) => at.pipe('pipe.md') },
  { name: 'a draft that is a device without an end', make: (at) => at.link('zero.md', '/dev/zero') },
  { name: 'a draft that is a folder', make: (at) => at.write('folder.md/x.txt', 'x') },
  { name: 'a folder that is a link to the one above', make: (at) => at.link('up', '..') },
  { name: 'a folder that is a link to the whole disk', make: (at) => at.link('disk', '/') },
  {
    name: 'a draft of two gigabytes',
    make: (at) => at.huge('huge.md', 2 ** 31),
    say: /larger than 64 MB, the most that is read/,
    serverSays: 'nothing',
  },
  {
    name: 'a draft of fifty thousand quotes in each other',
    make: (at) => at.draft('> '.repeat(50_000)),
  },
  {
    name: 'front matter of a billion laughs',
    make: (at) =>
      at.draft(
        'Text.',
        `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}\n`,
      ),
    say: /References \(& and \*\) are not read/,
  },
  {
    name: 'front matter with the keys of every object',
    make: (at) =>
      at.draft('Text.', '__proto__: { kind: letter }\nrules: { __proto__: off, constructor: error }\n'),
    say: /“(?:__proto__|constructor)” is not a rule/,
  },
  {
    name: 'names and texts that steer a terminal',
    make(at) {
      at.write(
        '\u001b[31m\u001b]0;title\u0007::warning::x.md',
        '---\nkind: briefing\n---\n\n# \u001b[2J\u202Egnihton\n\n[insert \u001b[2J here]\n',
      );
    },
    say: /\\u001b/,
  },
  {
    name: 'text that becomes markup, commands or formulas in a report',
    make(at) {
      at.configure({ framework: 'f.yaml' });
      at.write(
        'f.yaml',
        `topics:\n  - id: digital\n    title: "<img src=http://127.0.0.1:${at.port}/x.png> ![x](http://127.0.0.1:${at.port}/x.png) [x](command:x)"\n`,
      );
      at.draft('Our library lends tablets to older people so that they can speak to their families.');
    },
  },
  { name: '.gitignore that is a pipe', make: (at) => at.pipe('.gitignore') },
  {
    name: '.gitignore that is a link to a file outside',
    make: (at) => at.link('.gitignore', join(at.outside, 'secret.md')),
  },
  // --- Where documents are written
  {
    name: 'a document that is a link to a file outside',
    make: (at) => at.link('draft.docx', join(at.outside, 'precious.docx')),
    say: /leads out of/,
  },
  {
    name: 'a document that is a link to a new file outside',
    make: (at) => at.link('draft.docx', join(at.outside, 'ran')),
    say: /leads out of/,
  },
  {
    name: 'a sign that the document is open elsewhere, as a link to a file outside',
    make: (at) => at.link('.~lock.draft.docx#', join(at.outside, 'secret.md')),
    serverSays: /draft\.docx is open in LibreOffice\./,
  },
  { name: 'a document that is a pipe', make: (at) => at.pipe('draft.docx'), say: NO_FILE },
  {
    name: 'a document that is a folder',
    make: (at) => at.write('draft.docx/x', ''),
    say: /this is a folder/,
  },
  {
    name: 'a document that somebody else wrote',
    make: (at) => at.write('draft.docx', 'precious'),
    say: /did not write/,
  },
];
