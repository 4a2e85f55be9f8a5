import type { Comment } from '../../criticmarkup/types';
import { escapeXml, XML } from '../xml-text';
import type { Parts } from './parts';

/** A comment in the margin of a Word document. */
export interface MarginComment extends Comment {
  /** Id of the comment that it replies to. */
  readonly replyTo?: number;
}

const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const EXTENDED = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended';

/** The content of `w:comments`. The id of each comment is its position. */
export function commentsXml(remarks: readonly MarginComment[]): string {
  return remarks
    .map((remark, id) => {
      const date = dateXml(remark.date);
      const lines = remark.text.split('\n');
      const paragraphs = lines.map((line, at) => {
        // Other parts refer to a comment by the id of its last paragraph.
        const own = at === lines.length - 1 ? ` w14:paraId="${paragraphId(id)}"` : '';
        return `<w:p${own}><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
      });
      const author = escapeXml(remark.author);
      return `<w:comment w:id="${id}" w:author="${author}"${date} w:initials="${escapeXml(initials(remark.author))}">${paragraphs.join('')}</w:comment>`;
    })
    .join('');
}

/** Adds to a finished document which comments are replies, and which are resolved. */
export function addThreads(parts: Parts, remarks: readonly MarginComment[]): void {
  if (!remarks.some(({ replyTo, resolved }) => replyTo !== undefined || resolved)) return;
  const comments = remarks
    .map(({ replyTo, resolved }, id) => {
      const parent = replyTo === undefined ? '' : ` w15:paraIdParent="${paragraphId(replyTo)}"`;
      const done = (replyTo === undefined ? resolved : remarks[replyTo]?.resolved) ? 1 : 0;
      return `<w15:commentEx xmlns:w15="${W15}" w15:paraId="${paragraphId(id)}"${parent} w15:done="${done}"/>`;
    })
    .join('');
  parts.put(EXTENDED, `${XML}<w15:commentsEx xmlns:w15="${W15}">${comments}</w15:commentsEx>`);
}

/** A paragraph id: eight hexadecimal digits below 80000000 that no other paragraph has. */
function paragraphId(id: number): string {
  return (0x5ad00000 + id).toString(16).toUpperCase();
}

/** The date attribute of a change or comment; empty where no date is known. */
export function dateXml(date: string | undefined): string {
  if (date === undefined) return '';
  return ` w:date="${escapeXml(date.includes('T') ? date : `${date}T00:00:00Z`)}"`;
}

function initials(author: string): string {
  const words = author.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word) => [...word][0]!.toUpperCase())
    .join('')
    .slice(0, 9);
}
