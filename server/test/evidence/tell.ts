import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { figuresInDraft } from '../../src/evidence';

/** Whether a draft has a claim without a source. */
export function isOpen(text: string): boolean {
  return figuresInDraft(parseDraft(text)).some(({ passages }) =>
    passages.some(({ figures }) => figures.some(({ kind, source }) => kind === 'claim' && !source)),
  );
}

/** Each draft says whether a sceptical councillor would ask where a figure in it comes from. */
export function tell(title: string, open: boolean, drafts: readonly string[]): void {
  describe(title, () => {
    for (const draft of drafts) it(draft, () => assert.equal(isOpen(draft), open));
  });
}
