import { parseDraft } from './parse';
import type { Change, Draft } from './types';

/** The draft after a change. */
export function editDraft(draft: Draft, change: Change): Draft {
  const { start, end } = change.span;
  return parseDraft(draft.text.slice(0, start) + change.text + draft.text.slice(end));
}
