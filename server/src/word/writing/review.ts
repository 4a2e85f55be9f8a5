import type { PhrasingContent } from 'mdast';
import type { Mark } from '../../criticmarkup/marks';
import type { Comment } from '../../criticmarkup/types';
import { changeEnd, changeStart } from '../package/tracked';
import type { Context, Place } from './context';

/** Writes the content of a change. */
type Inside = (nodes: readonly PhrasingContent[]) => string;

/** Writes a change with its author, and the comments after it. */
export function reviewed(mark: Mark, place: Place, inside: Inside): string {
  const { context } = place;
  let about = '';
  for (const part of mark.parts) {
    if (part.type === 'criticHighlight') {
      about += inside(part.children);
      continue;
    }
    const kind = part.type === 'criticInsertion' ? 'ins' : 'del';
    const { change } = context;
    // Text that was added and then deleted again counts as deleted.
    context.change = change === 'del' ? change : kind;
    about += changeStart(kind, mark.by ?? { author: '' }) + inside(part.children) + changeEnd(kind);
    context.change = change;
  }
  const thread = mark.comments.map(({ comment }) => comment);
  if (place.part !== 'note') return commented(thread, about, context);
  // Word allows no comments in notes, so they go to the place where the text refers to the note.
  if (thread.length > 0) context.onNote.push(thread);
  return about;
}

/** Puts the range of a comment thread around the XML that it is about. */
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
