import assert from 'node:assert/strict';
import { type Draft, parseDraft } from '../../src/draft';
import { figuresInDraft } from '../../src/evidence';

export function isOpen(text: string): boolean {
  return isOpenIn(parseDraft(text));
}

/** Whether a draft has a claim without a source. */
export function isOpenIn(draft: Draft): boolean {
  return figuresInDraft(draft).some(({ passages }) =>
    passages.some(({ figures }) => figures.some(({ kind, source }) => kind === 'claim' && !source)),
  );
}

/** Each draft says whether a sceptical councillor would ask where a figure in it comes from. */
export function tell(title: string, open: boolean, drafts: readonly string[]): void {
  describe(title, () => {
    for (const draft of drafts) it(draft, () => assert.equal(isOpen(draft), open));
  });
}
