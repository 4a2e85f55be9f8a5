/** Templates of Word as somebody may have changed them, by hand or with malice. */
import { strFromU8, unzipSync } from 'fflate';
import { zipped } from '../../docx/zipped';

export const RELS = 'word/_rels/document.xml.rels';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What adds something that a document refers to, outside it unless `mode` says otherwise. */
export function relation(
  type: string,
  target: string,
  mode = ' TargetMode="External"',
): (text: string) => string {
  return (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`,
    );
}

/** A mark of a field: `begin` or `end`. */
export function mark(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

export function instruction(text: string): string {
  return `<w:r><w:instrText>${text}</w:instrText></w:r>`;
}

/** A field whose instruction stands in several runs. */
export function field(...texts: readonly string[]): string {
  return `<w:p>${mark('begin')}${texts.map(instruction).join('')}${mark('end')}</w:p>`;
}

export function rename(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  parts[to] = parts[from]!;
  delete parts[from];
  return zipped(parts);
}

/** The archive's list says that a file is small. */
export function lying(bytes: Uint8Array, name: string): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let at = out.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (strFromU8(out.subarray(at + 46, at + 46 + length)) === name) view.setUint32(at + 24, 1000, true);
  }
  return out;
}
