import assert from 'node:assert/strict';
import type { ReviewChange, Reviews, ReviewThread } from '../../../server/src/protocol';
import {
  asAccepted,
  asMade,
  byWords,
  changeWords,
  commentWords,
  mergedWords,
  openWords,
  resolvedWords,
} from '../../src/reviews/review-labels';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const change = (rest: Partial<ReviewChange>): ReviewChange => ({ kind: 'insertion', range, ...rest });
const thread = (resolved: boolean): ReviewThread => ({ range, comments: [], resolved });

describe('The words for a review', () => {
  for (const [changes, threads, words] of [
    [0, [], undefined],
    [1, [], 'one change open'],
    [3, [false, false], '3 changes and 2 comments open'],
    [0, [false, true], 'one comment open'],
    [0, [true], undefined],
  ] as const) {
    it(`count what is open: ${words ?? 'nothing'}`, () => {
      const review: Reviews = {
        changes: Array.from({ length: changes }, () => change({})),
        threads: threads.map(thread),
      };
      assert.equal(openWords(review), words);
    });
  }

  it('count what is resolved and still in the text', () => {
    const words = [[], [false], [true], [true, false, true]].map((threads) =>
      resolvedWords({ changes: [], threads: threads.map(thread) }),
    );
    assert.deepEqual(words, [undefined, undefined, 'one resolved comment', '2 resolved comments']);
  });

  it('say first how much came back from a document, and nothing of what did not', () => {
    const name = 'report TE.docx';
    assert.equal(
      mergedWords({ changes: 2, comments: 1 }, name),
      '2 changes and one comment came back from report TE.docx.',
    );
    assert.equal(mergedWords({ changes: 1, comments: 0 }, name), 'One change came back from report TE.docx.');
    assert.equal(
      mergedWords({ changes: 0, comments: 0, remark: 'It is old.' }, name),
      'report TE.docx has no change and no comment that the draft lacks. It is old.',
    );
  });

  it('show no signs of bold and italics, and say where only those change', () => {
    assert.equal(
      changeWords(change({ now: '**Nearly** _all_ of `file_name`' })),
      'insert “Nearly all of `file_name`”',
    );
    assert.equal(
      changeWords(change({ kind: 'substitution', old: 'Nearly all', now: '**Nearly** all' })),
      'change bold or italics of “Nearly all”',
    );
  });

  it('say what a change does, shortened', () => {
    assert.equal(changeWords(change({ now: 'in every\nward' })), 'insert “in every ward”');
    assert.equal(changeWords(change({ kind: 'deletion', old: 'always ' })), 'delete “always”');
    assert.equal(
      changeWords(change({ kind: 'substitution', old: 'a', now: 'b'.repeat(60) })),
      `replace “a” with “${'b'.repeat(39)}…”`,
    );
    assert.equal(changeWords(change({ now: 'in every ward' }), 9), 'insert “in every…”');
    assert.equal(
      changeWords(change({ now: 'Volunteers gave 3,100 hours in that year.' })),
      'insert “Volunteers gave 3,100 hours in that…”',
    );
    assert.equal(
      changeWords(change({ kind: 'substitution', old: 'as before', now: 'as before' })),
      'type “as before” anew, as it was',
    );
  });

  for (const [line, shown] of [
    [
      '{~~About 6,200~>Nearly 6,300~~}{>>Dana Petrie, 3 Oct 2026<<} people came.',
      'Nearly 6,300 people came.',
    ],
    ['Open {++every ++}day{-- but Monday--}.', 'Open every day.'],
    [
      'Visits {==rose==}{>>Dana Petrie: From where?<<}{>>Ann: The return.<<} by a tenth.',
      'Visits rose by a tenth.',
    ],
    ['Open {--from nine', 'Open '],
    ['Open {++from nine', 'Open from nine'],
    ['Open {~~from nine', 'Open '],
    ['~~No~~ {sic} + 1 == 2', '~~No~~ {sic} + 1 == 2'],
  ] as const)
    it(`show a line as accepted, without comments: ${line}`, () => assert.equal(asAccepted(line), shown));

  it('say which words a comment stands on: where several have one sign, nothing else tells', () => {
    assert.equal(commentWords('the **budget**'), 'Comment on “the budget”');
    assert.equal(commentWords('{++every ++}ward'), 'Comment on “every ward”');
    assert.equal(
      commentWords('a clause that goes on for longer than the width'),
      'Comment on “a clause that goes on for longer than…”',
    );
    assert.equal(commentWords(''), 'Comment');
  });

  it('show no line that nobody has finished for long', () => {
    for (const sign of ['{>>', '{--', '{~~', '{++'])
      assert.ok(asAccepted(sign.repeat(200_000)).length <= 600_000);
  });

  it('say who made it and when, as far as that is known', () => {
    assert.equal(byWords({ author: 'Dana Petrie', date: '2026-10-03T09:31:00Z' }), 'Dana Petrie, 3 Oct 2026');
    assert.equal(byWords({ author: 'Dana Petrie' }), 'Dana Petrie');
    assert.equal(byWords({ author: '', date: '2026-10-03' }), '');
    assert.equal(byWords(undefined), '');
    assert.equal(byWords({ author: 'Word' }), 'changed without tracking');
    assert.equal(byWords({ author: 'Word', date: '2026-10-03' }), 'Word, 3 Oct 2026');
  });
});

describe('Changes of a line that nobody tracked', () => {
  /** The changes of a line in which each stands between bars, as “old>now”. */
  const madeOf = (line: string, author = 'Word', date?: string) => {
    const parts = line.split('|');
    const starts = parts.map((_, index) => parts.slice(0, index).join('|').length);
    const changes = parts.flatMap((part, index): ReviewChange[] => {
      if (index % 2 === 0) return [];
      const [old = '', now = ''] = part.split('>');
      const [start, end] = [starts[index]!, starts[index]! + part.length + 1];
      const kind = old === '' ? 'insertion' : now === '' ? 'deletion' : 'substitution';
      const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
      const by = { author, ...(date && { date }) };
      return [{ kind, range, by, ...(old && { old }), ...(now && { now }) }];
    });
    const between = (one: ReviewChange, next: ReviewChange) =>
      line.slice(one.range.end.character, next.range.start.character).replaceAll('|', '');
    return asMade(changes, between).map((change) => changeWords(change, 60));
  };

  it('are one where no more than a word stands between them', () => {
    assert.deepEqual(madeOf('|The>We would lose the| volunteers |go >|first.'), [
      'replace “The volunteers go” with “We would lose the volunteers”',
    ]);
    assert.deepEqual(madeOf('It |may>will| be |a >|open.'), ['replace “may be a” with “will be”']);
  });

  it('are several where more stands between them, or a sentence ends', () => {
    assert.equal(madeOf('|The>Our| volunteers and staff |go >|first.').length, 2);
    assert.equal(madeOf('It |opens>opened|. Now |it>she| reads.').length, 2);
  });

  it('stay as they are where people tracked them', () => {
    assert.equal(madeOf('|The>Our| volunteers |go >|first.', 'Ann', '2026-10-03').length, 2);
    assert.equal(madeOf('|The>Our| volunteers |go >|first.', 'Word', '2026-10-03').length, 2);
  });
});
