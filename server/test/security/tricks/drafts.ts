import { join } from 'node:path';
import { NO_FILE } from './kinds';
import type { Trick } from './place';

export const DRAFTS: readonly Trick[] = [
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
