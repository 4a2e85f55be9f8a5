import type { PhrasingContent } from 'mdast';
import type { Mark } from '../criticmarkup/marks';
import type { Comment } from '../criticmarkup/types';
import type { Context, Place } from './context';
import { changeEnd, changeStart } from './package/tracked';

/** Writes what stands inside a change. */
type Inside = (nodes: readonly PhrasingContent[]) => string;

/** Writes a change with whose it is, and the comments behind it. */
export function reviewed(mark: Mark, place: Place, context: Context, inside: Inside): string {
  let about = '';
  for (const part of mark.parts) {
    if (part.type === 'criticHighlight') {
      about += inside(part.children);
      continue;
    }
    const kind = part.type === 'criticInsertion' ? 'ins' : 'del';
    const { change } = context;
    // What is added and deleted again is gone, whatever becomes of it.
    context.change = change === 'del' ? change : kind;
    about += changeStart(kind, mark.by ?? { author: '' }) + inside(part.children) + changeEnd(kind);
    context.change = change;
  }
  const said = mark.comments.map(({ comment }) => comment);
  if (place.part !== 'note') return commented(said, about, context);
  // Word allows no comments in notes: those on one stand where the text refers to it.
  if (said.length > 0) context.onNote.push(said);
  return about;
}

/** Puts a thread of comments round what it is about. */
export function commented(thread: readonly Comment[], about: string, { remarks }: Context): string {
  const first = remarks.length;
  let [before, behind] = ['', ''];
  for (const [index, comment] of thread.entries()) {
    const id = first + index;
    remarks.push({ ...comment, ...(index > 0 && { replyTo: first }) });
    before += `<w:commentRangeStart w:id="${id}"/>`;
    behind += `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  }
  return before + about + behind;
}
