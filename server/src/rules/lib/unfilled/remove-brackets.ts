import { blockAt, type Draft, type Span } from '../../../draft';
import { shortened } from '../../../text/shorten';
import type { Fix } from '../../types';

const IN_BRACKETS = /^\([^()]{0,300}\)$/;
const MARKS_BEFORE = /[*_]{0,3}$/;
const MARKS_BEHIND = /^[*_]{0,3}/;
/** Words of the same line before the brackets, and the space between. */
const WORDS_BEFORE = /[^\s|>#*_-][*_]{0,3}([ \t]{1,9})$/;
/** What may stand behind the brackets, so that the words before them go on, or end, without them. */
const GOES_ON = /^(?:[.,;:!?]|[ \t]{1,9}[\p{L}\d]|[ \t]{0,9}(?:[\r\n]|$))/u;

/**
 * The fix that takes out a place in round brackets behind other words, as their sentence stands without it. None where it
 * begins its line, or where the brackets are only a part of it.
 */
export function removeBrackets(draft: Draft, place: Span): readonly Fix[] {
  const placed = blockAt(draft, place.start);
  const { start, end } = withMarks(draft.source, place);
  const words = draft.source.slice(start, end).replace(/^[*_]{1,3}|[*_]{1,3}$/g, '');
  if (!placed || !IN_BRACKETS.test(words)) return [];
  const before = WORDS_BEFORE.exec(draft.source.slice(Math.max(placed.start, start - 20), start));
  if (!before || !GOES_ON.test(draft.source.slice(end, end + 20))) return [];
  const edit = { span: { start: start - before[1]!.length, end }, text: '' };
  return [{ title: `Take “${shortened(words, 40)}” out`, edits: [edit] }];
}

/** A span with the marks of emphasis around it, where these are the same on both sides. */
function withMarks(text: Draft['source'], { start, end }: Span): Span {
  const [before] = MARKS_BEFORE.exec(text.slice(Math.max(0, start - 3), start))!;
  const [behind] = MARKS_BEHIND.exec(text.slice(end, end + 3))!;
  return before === behind ? { start: start - before.length, end: end + behind.length } : { start, end };
}
