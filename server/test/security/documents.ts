/** Word documents made by somebody who wishes their reader ill, or damaged on their way. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { docx, docxFiles, PNG } from '../docx/make';
import { zipped } from '../docx/zipped';
import { hostileContents, hostileLines } from './hostile-contents';
import { hostileRelations, hostileXml } from './hostile-parts';
import { BODY, type Hostile, patched, WHOLE } from './whole-document';

/** Numbers that are the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function damaged(): Hostile[] {
  const whole = docx(BODY, WHOLE);
  const out: Hostile[] = [];
  for (let part = 0; part < 40; part++)
    out.push({
      name: `cut off after ${part} of 40 parts`,
      bytes: whole.subarray(0, Math.floor((whole.length * part) / 40)),
    });
  const next = random(1);
  for (let at = 0; at < 60; at++) {
    const bytes = whole.slice();
    for (let count = 0; count < 1 + (at % 5); count++)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    out.push({ name: `with bytes changed, ${at}`, bytes });
  }
  const files = docxFiles(BODY, WHOLE);
  const names = Object.keys(files).filter((name) => /\.(?:xml|rels)$/.test(name));
  for (let at = 0; at < 60; at++) {
    const name = names[at % names.length]!;
    const text = strFromU8(files[name]!);
    const from = Math.floor(next() * text.length);
    const cut = text.slice(0, from) + text.slice(from + Math.floor(next() * 80));
    out.push({ name: `with a hole in ${name}, ${at}`, bytes: zipped({ ...files, [name]: strToU8(cut) }) });
  }
  // Whole elements gone or doubled: well-formed, and not what it should be.
  const elements = [...strFromU8(files['word/document.xml']!).matchAll(/<w:[a-zA-Z]+(?: [^>]*)?\/>/g)];
  for (const [at, { 0: element, index }] of elements.slice(0, 40).entries()) {
    const text = strFromU8(files['word/document.xml']!);
    const without =
      text.slice(0, index) + (at % 2 ? element + element + element : '') + text.slice(index + element.length);
    out.push({
      name: `with ${element.slice(0, 30)} ${at % 2 ? 'trebled' : 'taken out'}, ${at}`,
      bytes: zipped({ ...files, 'word/document.xml': strToU8(without) }),
    });
  }
  return out;
}

function otherKinds(): Hostile[] {
  const text = (name: string, content: string): Hostile => ({ name, bytes: strToU8(content) });
  return [
    { name: 'empty', bytes: new Uint8Array() },
    {
      name: 'an old .doc, or one with a password',
      bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)),
    },
    {
      name: 'an OpenDocument text',
      bytes: zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
    },
    {
      name: 'a workbook',
      bytes: zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/workbook.xml': strToU8('<workbook/>'),
      }),
    },
    { name: 'an archive of nothing', bytes: zipSync({}) },
    { name: 'a picture', bytes: PNG },
    text('rich text', '{\\rtf1\\ansi Hello}'),
    text('a PDF', '%PDF-1.7'),
    text('a web page', '<html><body>Hello</body></html>'),
    text('plain text', 'Hello'),
    text('the start of an archive', 'PK\u0003\u0004'),
    { name: 'zeroes', bytes: new Uint8Array(70_000) },
  ];
}

const ENTRY = 0x02014b50;
const LAST = 0x06054b50;

function archives(): Hostile[] {
  const whole = docx(BODY, WHOLE);
  const files = docxFiles(BODY, WHOLE);
  const many = Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`x/${at}.xml`, strToU8('<a/>')]));
  return [
    {
      name: 'a bomb',
      bytes: zipped({ ...files, 'word/document.xml': new Uint8Array(70_000_000) }),
    },
    {
      name: 'a bomb beside the text',
      bytes: zipped({ ...files, 'word/media/a.png': new Uint8Array(210_000_000) }),
    },
    { name: 'with sizes that are too small', bytes: patched(whole, ENTRY, 24, 10, 4) },
    { name: 'with sizes that are too large', bytes: patched(whole, ENTRY, 24, 0x7fffffff, 4) },
    { name: 'with sizes of almost all there may be', bytes: patched(whole, ENTRY, 24, 100_000_000, 4) },
    { name: 'with entries that all begin at the start', bytes: patched(whole, ENTRY, 42, 0, 4) },
    { name: 'with entries that begin outside', bytes: patched(whole, ENTRY, 42, 0x7ffffff0, 4) },
    { name: 'with a password on each entry', bytes: patched(whole, ENTRY, 8, 1, 2) },
    { name: 'packed in an unknown way', bytes: patched(whole, ENTRY, 10, 99, 2) },
    { name: 'with more entries than it says', bytes: patched(whole, LAST, 10, 0, 2) },
    { name: 'with fewer entries than it says', bytes: patched(whole, LAST, 10, 60_000, 2) },
    { name: 'whose list begins nowhere', bytes: patched(whole, LAST, 16, 0xffffffff, 4) },
    { name: 'with thousands of entries', bytes: zipSync({ ...files, ...many }, { level: 0 }) },
    {
      name: 'with names that lead out',
      bytes: zipSync({
        ...files,
        '../../evil.md': strToU8('x'),
        '/etc/evil': strToU8('x'),
        'C:\\evil': strToU8('x'),
      }),
    },
    {
      name: 'with names that differ in capitals',
      bytes: zipSync({ ...files, 'WORD/DOCUMENT.XML': strToU8('<a/>') }),
    },
    { name: 'with macros', bytes: zipSync({ ...files, 'word/vbaProject.bin': new Uint8Array(2000) }) },
  ];
}

/** All of them. */
export function hostileDocuments(): Hostile[] {
  return [
    ...damaged(),
    ...otherKinds(),
    ...archives(),
    ...hostileXml(),
    ...hostileRelations(),
    ...hostileContents(),
    ...hostileLines(),
  ];
}
