import assert from 'node:assert/strict';
import { type Draft, parseDraft, passagesOf, sentences } from '../../src/draft';
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

/** The first claim without a source of each sentence of a draft, or of each row of its tables. */
export function openFigures(text: string): readonly string[] {
  return figuresInDraft(parseDraft(text)).flatMap(({ placed, passages }) =>
    passages.flatMap(({ passage, figures }) => {
      const { prose, kind } = passagesOf(placed.block)[passage]!;
      const spans = kind === 'table-row' ? [{ start: 0, end: prose.text.length }] : sentences(prose.text);
      return spans.flatMap(({ start, end }) => {
        const first = figures.find(
          (figure) =>
            figure.kind === 'claim' &&
            !figure.source &&
            figure.span.start >= start &&
            figure.span.start < end,
        );
        return first ? [prose.text.slice(first.span.start, first.span.end)] : [];
      });
    }),
  );
}
