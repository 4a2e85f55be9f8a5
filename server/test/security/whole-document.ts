/** A Word document with one of everything, for whoever would damage it. */
import {
  comment,
  commented,
  deleted,
  HEADINGS,
  inserted,
  item,
  LISTS,
  marked,
  type Parts,
  PNG,
  para,
  picture,
  run,
  styled,
  table,
} from '../docx/make';

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
export const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
export const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
export const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
export const box = (content: string): string =>
  `<w:r><w:pict><w:txbxContent>${content}</w:txbxContent></w:pict></w:r>`;

/** One of everything, to be damaged. */
export const WHOLE: Parts = {
  styles: HEADINGS,
  numbering: LISTS,
  footnotes: `<w:footnote w:id="2">${para('A note.')}</w:footnote>`,
  comments: comment(0, 'Where from?') + comment(1, 'There.'),
  commentsExtended: '<w15:commentEx w15:paraId="10000001" w15:paraIdParent="10000000" w15:done="1"/>',
  header: para('Council'),
  core: '<dc:title>A paper</dc:title>',
  media: { p: ['media/a.png', PNG] },
  links: { l: 'https://example.org/' },
};
export const BODY =
  styled('berschrift1', 'Costs') +
  para(run('Visits ') + commented(0, 'rose') + inserted(' again') + deleted(' never'), marked('ins')) +
  item(1, 'a') +
  item(2, 'b', 1) +
  table([
    ['Branch', 'Visits'],
    ['Ashcombe', para(picture('p', 'A map'))],
  ]) +
  para(
    `${begin}${code('HYPERLINK "https://example.org"')}${separate}${run('here')}${end}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  );

/** Writes numbers of two or four bytes into a copy. */
export function patched(
  bytes: Uint8Array,
  find: number,
  offset: number,
  value: number,
  size: 2 | 4,
): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let at = 0; at + 4 <= out.length; at++) {
    if (view.getUint32(at, true) !== find) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return out;
}
