/** Word documents whose XML or whose relations are not what they should be. */
import { strFromU8, strToU8 } from 'fflate';
import { docxFiles, run } from '../docx/make';
import { zipped } from '../docx/zipped';
import { BODY, type Hostile, WHOLE } from './whole-document';

export function hostileXml(): Hostile[] {
  const files = docxFiles(BODY, WHOLE);
  const main = strFromU8(files['word/document.xml']!);
  const withMain = (name: string, text: string | Uint8Array): Hostile => ({
    name,
    bytes: zipped({ ...files, 'word/document.xml': typeof text === 'string' ? strToU8(text) : text }),
  });
  const nested = (depth: number, element: string): string =>
    `<w:${element}>`.repeat(depth) + `</w:${element}>`.repeat(depth);
  const utf16 = new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(main.replace('UTF-8', 'UTF-16'), 'utf16le')]),
  );
  const entities = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`).join('')}]>`;
  return [
    withMain('with entities in entities', main.replace('<w:document', `${entities}<w:document`)),
    withMain(
      'with an entity from a file',
      main
        .replace('<w:document', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document')
        .replace('Costs', '&x;'),
    ),
    withMain('with an unknown entity', main.replace('Costs', '&nothing;')),
    withMain('with characters that XML has not', main.replace('Costs', '&#0;&#8;&#xFFFF;')),
    withMain(
      'with bytes that are no UTF-8',
      Uint8Array.from([...strToU8(main.slice(0, 200)), 0xff, 0xfe, ...strToU8(main.slice(200))]),
    ),
    withMain('in UTF-16', utf16),
    withMain('without a body', main.replaceAll('w:body', 'w:bodies')),
    withMain('with another root', main.replaceAll('w:document', 'w:glossaryDocument')),
    withMain(
      'of another namespace',
      main.replace('wordprocessingml/2006/main', 'wordprocessingml/2099/main'),
    ),
    withMain(
      'with a prefix that is another’s',
      main.replace('xmlns:a=', 'xmlns:w2="urn:x" xmlns:a=').replaceAll('<w:p>', '<w:p xmlns:w="urn:y">'),
    ),
    withMain('without namespaces', main.replace(/ xmlns:\w+="[^"]*"/g, '')),
    withMain(
      'with comments and instructions',
      main.replace('<w:body>', `<w:body>${'<!-- - --><?x y?><![CDATA[z]]>'.repeat(1000)}`),
    ),
    ...[100, 480, 600, 20_000].map((depth) =>
      withMain(`nested ${depth} deep`, main.replace('<w:body>', `<w:body>${nested(depth, 'sdt')}`)),
    ),
    ...[100, 220, 600].map((depth) =>
      withMain(
        `with ${depth} elements round a word`,
        main.replace(
          '<w:body>',
          `<w:body><w:p>${'<w:ins w:author="a">'.repeat(depth)}${run('x')}${'</w:ins>'.repeat(depth)}</w:p>`,
        ),
      ),
    ),
    withMain(
      'with an attribute of 5 MB',
      main.replace('<w:body>', `<w:body w:a="${'x'.repeat(5_000_000)}">`),
    ),
    withMain(
      'with 50,000 attributes',
      main.replace(
        '<w:body>',
        `<w:body ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(' ')}>`,
      ),
    ),
    withMain(
      'with 20,000 namespaces',
      main.replace(
        '<w:body>',
        `<w:body>${Array.from({ length: 20_000 }, (_, at) => `<a${at}:p xmlns:a${at}="urn:${at}"/>`).join('')}`,
      ),
    ),
    withMain(
      'with more than four million elements',
      main.replace('<w:body>', `<w:body>${'<w:p/>'.repeat(4_010_000)}`),
    ),
    withMain('without an end', main.slice(0, -30)),
    withMain('with a second root', `${main}<a/>`),
    withMain('with nothing', ''),
  ];
}

export function hostileRelations(): Hostile[] {
  const files = docxFiles(BODY, WHOLE);
  const own = strFromU8(files['word/_rels/document.xml.rels']!);
  const first = strFromU8(files['_rels/.rels']!);
  const withOwn = (name: string, text: string): Hostile => ({
    name,
    bytes: zipped({ ...files, 'word/_rels/document.xml.rels': strToU8(text) }),
  });
  const withFirst = (name: string, text: string): Hostile => ({
    name,
    bytes: zipped({ ...files, '_rels/.rels': strToU8(text) }),
  });
  const targets = [
    '../../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://127.0.0.1:9/x',
    '\\\\server\\share',
    'document.xml',
    '../_rels/.rels',
    '',
    '.',
    '..',
    '%2e%2e/x',
    'a\u0000b'.replace('\u0000', '&#9;'),
    'media/',
  ];
  return [
    ...targets.map((target) =>
      withOwn(`whose parts lie at “${target}”`, own.replace(/Target="[^"]*"/g, `Target="${target}"`)),
    ),
    ...targets.map((target) =>
      withFirst(`whose text lies at “${target}”`, first.replace('word/document.xml', target)),
    ),
    withOwn('whose parts all lie outside', own.replaceAll('/>', ' TargetMode="External"/>')),
    withFirst('whose text lies outside', first.replaceAll('/>', ' TargetMode="External"/>')),
    withFirst('without relations', '<Relationships/>'),
    withOwn(
      'with 50,000 relations',
      own.replace(
        '</Relationships>',
        `${'<Relationship Id="x" Type="y/image" Target="z"/>'.repeat(50_000)}</Relationships>`,
      ),
    ),
  ];
}
