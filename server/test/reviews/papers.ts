import fc from 'fast-check';
import { commentAt, commentOn, deleted, inserted, substituted } from '../../src/criticmarkup/serialize';
import type { By } from '../../src/criticmarkup/types';

/** A piece of a paper before and after a review, and as the review shows both. */
export interface Piece {
  readonly old: string;
  readonly now: string;
  readonly both: string;
}

const word = fc.constantFrom(
  'library',
  '*open*',
  '**all**',
  'of it',
  '[page](p.html)',
  'café',
  'C:\\\\',
  '`{++`',
);
const by: fc.Arbitrary<By | undefined> = fc.constantFrom(
  undefined,
  { author: 'Dana Petrie', date: '2026-10-03T09:31:00Z' },
  { author: 'Lee' },
);
const thread = fc.constantFrom(
  [{ author: 'Ann', date: '2026-10-04', text: 'Why <<} so?' }],
  [
    { author: '', text: 'Source | page' },
    { author: 'Lee', text: 'Done.', resolved: true },
  ],
);

const words: fc.Arbitrary<Piece> = fc.oneof(
  word.map((text) => ({ old: text, now: text, both: text })),
  fc.tuple(word, by).map(([text, who]) => ({ old: '', now: text, both: inserted(text, who) })),
  fc.tuple(word, by).map(([text, who]) => ({ old: text, now: '', both: deleted(text, who) })),
  fc.tuple(word, word, by).map(([old, now, who]) => ({ old, now, both: substituted(old, now, who) })),
  fc.tuple(word, thread).map(([text, said]) => ({ old: text, now: text, both: commentOn(text, said) })),
  thread.map((said) => ({ old: '', now: '', both: commentAt(said) })),
);

/** Content that begins and ends with a word that stays, so that something is left. */
const content: fc.Arbitrary<Piece> = fc
  .array(words, { maxLength: 4 })
  .map((pieces) => joined([said('It'), ...pieces, said('so.')], ' '));

const whole: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 3, arbitrary: content },
  fc.tuple(word, by).map(([text, who]) => ({ old: '\0', now: text, both: inserted(text, who) })),
  fc.tuple(word, by).map(([text, who]) => ({ old: text, now: '\0', both: deleted(text, who) })),
);

function said(text: string): Piece {
  return { old: text, now: text, both: text };
}

function joined(pieces: readonly Piece[], by: string): Piece {
  const of = (side: keyof Piece) => pieces.map((piece) => piece[side]).join(by);
  return { old: of('old'), now: of('now'), both: of('both') };
}

/** Puts something before each side; what is not there (`\0`) stays so. */
function after(mark: string, piece: Piece, behind = ''): Piece {
  const of = (text: string) => (text.includes('\0') ? '\0' : mark + text + behind);
  return { old: of(piece.old), now: of(piece.now), both: of(piece.both) };
}

/** Lines below each other; those that are not there leave none. */
function lines(pieces: readonly Piece[], by: string): Piece {
  const of = (side: keyof Piece) =>
    pieces
      .map((piece) => piece[side])
      .filter((text) => text !== '\0')
      .join(by) || '\0';
  return { old: of('old'), now: of('now'), both: of('both') };
}

const list = fc
  .tuple(fc.constantFrom('- ', '1. '), fc.array(whole, { minLength: 1, maxLength: 4 }))
  .map(([mark, items]) =>
    lines(
      items.map((item) => after(mark, item)),
      '\n',
    ),
  );
const rows = fc
  .array(fc.tuple(whole, fc.boolean()), { maxLength: 3 })
  .map((all) =>
    lines([said('| a | b |\n| --- | --- |'), ...all.map(([cell]) => after('| ', cell, ' |  |'))], '\n'),
  );
const block = fc.oneof(
  { weight: 2, arbitrary: whole },
  whole.map((piece) => after('## ', piece)),
  whole.map((piece) => after('> ', piece)),
  list,
  rows,
);
/** Papers under review, of whatever a draft has that words stand in. */
export const paper: fc.Arbitrary<Piece> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => lines([said('# Paper'), ...blocks.flatMap((one) => [one, said('Below.')])], '\n\n'));
