import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commentAt, commentOn, deleted, inserted, substituted } from '../../src/criticmarkup/serialize';
import type { By } from '../../src/criticmarkup/types';
import { parseDraft } from '../../src/draft';
import { resolveText, reviewMarks } from '../../src/reviews';

/** A piece of a paper before and after a review, and as the review shows both. */
interface Piece {
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
const paper = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => lines([said('# Paper'), ...blocks.flatMap((one) => [one, said('Below.')])], '\n\n'));

describe('A draft under review', () => {
  it('is the old text when all is rejected, and the new one when all is accepted', () => {
    fc.assert(
      fc.property(paper, fc.constantFrom('', '\n'), ({ old, now, both }, end) => {
        const drop = { comments: 'drop' } as const;
        assert.equal(resolveText(both + end, 'reject', drop), old + end);
        assert.equal(resolveText(both + end, 'accept', drop), now + end);
        assert.equal(resolveText(old + end, 'reject', drop), old + end);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  for (const [text, accepted, rejected] of [
    ['A\n\n{++B++}\n\nC\n', 'A\n\nB\n\nC\n', 'A\n\nC\n'],
    ['A\n\n{++B++}\n', 'A\n\nB\n', 'A\n'],
    ['{--A--}\n\nB\n', 'B\n', 'A\n\nB\n'],
    ['- a\n- {++b++}\n\nText\n', '- a\n- b\n\nText\n', '- a\n\nText\n'],
    ['- a\n\n- {--b--}\n\n- c\n', '- a\n\n- c\n', '- a\n\n- b\n\n- c\n'],
    ['- {++a++}\n- {++b++}\n\nText\n', '- a\n- b\n\nText\n', 'Text\n'],
    ['| a |\n| - |\n| {++b++} |\n| c |\n', '| a |\n| - |\n| b |\n| c |\n', '| a |\n| - |\n| c |\n'],
    ['| {++a++} |\n| - |\n| {++b++} |\n\nText\n', '| a |\n| - |\n| b |\n\nText\n', 'Text\n'],
    ['> a\n>\n> {++b++}\n>\n> c\n', '> a\n>\n> b\n>\n> c\n', '> a\n>\n> c\n'],
    [
      'Text[^1]{--[^2]--}\n\n[^1]: a\n[^2]: {--b--}\n',
      'Text[^1]\n\n[^1]: a\n',
      'Text[^1][^2]\n\n[^1]: a\n[^2]: b\n',
    ],
    [
      '---\ntitle: "{++a++}"\n---\n\n`{++b++}` {++c++}\n',
      '---\ntitle: "{++a++}"\n---\n\n`{++b++}` c\n',
      '---\ntitle: "{++a++}"\n---\n\n`{++b++}` \n',
    ],
    ['{++a {--b--} c++}{>>Lee, 3 Oct 2026<<}{>>kept<<}', 'a  c{>>kept<<}', '{>>kept<<}'],
  ] as const) {
    it(`settles ${JSON.stringify(text)}`, () => {
      assert.equal(resolveText(text, 'accept', { comments: 'keep' }), accepted);
      assert.equal(resolveText(text, 'reject', { comments: 'keep' }), rejected);
    });
  }
});

describe('The list of changes and comments', () => {
  const text =
    'We {~~may~>will~~}{>>Lee, 3 Oct 2026<<}{>>Ann, 4 Oct 2026: sure?<<}{>>Lee, 5 Oct 2026: yes<<} open {++a *few*++}.\n\n- {==40%==}{>>Ann, 4 Oct 2026 (resolved): Source?<<} of{>>here<<} {--it--}\n';

  it('says of each change where it is, what was and is there, and whose it is', () => {
    const { changes } = reviewMarks(parseDraft(text));
    const of = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    assert.deepEqual(
      changes.map(({ kind, span, by, old, now }) => [kind, of(span), by, of(old), of(now)]),
      [
        [
          'substitution',
          '{~~may~>will~~}{>>Lee, 3 Oct 2026<<}',
          { author: 'Lee', date: '2026-10-03' },
          'may',
          'will',
        ],
        ['insertion', '{++a *few*++}', undefined, undefined, 'a *few*'],
        ['deletion', '{--it--}', undefined, 'it', undefined],
      ],
    );
  });

  it('says of each comment what it is on, who replied, and whether it is resolved', () => {
    const { threads } = reviewMarks(parseDraft(text));
    assert.deepEqual(
      threads.map(({ on, comments, resolved }) => [
        on && text.slice(on.start, on.end),
        comments.map(({ comment }) => `${comment.author}: ${comment.text}`),
        resolved,
      ]),
      [
        ['{~~may~>will~~}{>>Lee, 3 Oct 2026<<}', ['Ann: sure?', 'Lee: yes'], false],
        ['40%', ['Ann: Source?'], true],
        [undefined, [': here'], false],
      ],
    );
  });
});
