import { join } from 'node:path';
import { zipped } from '../../docx/zipped';
import { NO_FILE, named, OUT, relation, template, withPart } from './kinds';
import type { Place, Trick } from './place';

export const WORD_TEMPLATES: readonly Trick[] = [
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
    async () => zipped({ 'word/document.xml': new Uint8Array(200_000_000) }),
    /unpacks to more than a template can need/,
  ),
  template(
    'with names that lead out',
    () => withPart('../../../outside/written', () => 'x'),
    /a name that leads elsewhere/,
  ),
];
