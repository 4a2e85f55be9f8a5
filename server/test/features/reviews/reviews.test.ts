import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { parseDraft } from '../../../src/draft';
import { reviewsIn } from '../../../src/features/reviews/reviews';
import { hasRemarks } from '../../../src/features/word/export-result';
import { toRange } from '../../../src/features/workspace/convert';
import {
  type CoverageResult,
  type ExportResult,
  type ReviewAction,
  type Reviews,
  serverCommands,
} from '../../../src/protocol';
import { newComment, openReviews, resolveText, reviewMarks } from '../../../src/reviews';
import { runs } from '../../random-runs';
import { paper } from '../../reviews/papers';
import { briefing } from '../drafts';
import { Editor } from '../editor';

const REVIEW =
  'We {~~may~>will~~}{>>Lee, 3 Oct 2026<<} open {++every++}{>>Ann, 3 Oct 2026<<} day{--s--}{>>Lee, 3 Oct 2026<<}, {==at nine==}{>>Ann, 4 Oct 2026: Why?<<}.';

describe('A review in an editor', () => {
  let editor: Editor;
  let uri: string;
  beforeEach(async () => {
    editor = await Editor.start({ settings: {}, initializationOptions: { asksForMore: true } });
    uri = await editor.open('ashby.md', `${briefing}\n${REVIEW}\n`);
  });
  afterEach(() => editor.stop());

  const line = () => editor.text(uri).trimEnd().split('\n').at(-1);
  const reviews = () => editor.request<Reviews>('advocacy/reviews', { textDocument: { uri } });
  const act = (action: ReviewAction) => editor.execute<boolean>(serverCommands.review, uri, action);
  const at = async (words: string) => {
    const shown = await editor.actions(uri, editor.rangeOf(uri, words));
    return shown.flatMap((one) =>
      one.command?.command === 'advocacy.more' ? (one.command.arguments![0] as CodeAction[]) : [one],
    );
  };

  it('is listed with ranges, people and days', async () => {
    const { changes, threads } = await reviews();
    assert.deepEqual(
      changes.map(({ kind, by, old, now }) => [kind, by?.author, old, now]),
      [
        ['substitution', 'Lee', 'may', 'will'],
        ['insertion', 'Ann', undefined, 'every'],
        ['deletion', 'Lee', 's', undefined],
      ],
    );
    assert.equal(editor.wordsIn(uri, changes[1]!.range), '{++every++}{>>Ann, 3 Oct 2026<<}');
    const [thread] = threads;
    assert.equal(editor.wordsIn(uri, thread!.on!), 'at nine');
    assert.deepEqual(
      thread!.comments.map(({ author, date, text }) => [author, date, text]),
      [['Ann', '2026-10-04', 'Why?']],
    );
  });

  it('has each change settled by itself, also where another person’s stands right beside it', async () => {
    const [deleted, inserted] = [
      '{--passes--}{>>Lee, 3 Oct 2026<<}',
      '{++subject to it++}{>>Ann, 3 Oct 2026<<}',
    ];
    for (const [which, how, after] of [
      [0, 'accept', `The bus ${inserted} stops.`],
      [0, 'reject', `The bus passes${inserted} stops.`],
      [1, 'accept', `The bus ${deleted}subject to it stops.`],
      [1, 'reject', `The bus ${deleted} stops.`],
    ] as const) {
      uri = await editor.open(
        `beside-${which}-${how}.md`,
        `${briefing}\nThe bus ${deleted}${inserted} stops.\n`,
      );
      const { changes } = await reviews();
      await act({ do: how, range: changes[which]!.range });
      assert.equal(line(), after);
    }
  });

  it('has a change within another one settled alone', async () => {
    uri = await editor.open('within.md', `${briefing}\nThe bus {++stops {--here--} daily++}.\n`);
    const inner = (await reviews()).changes.find(({ kind }) => kind === 'deletion');
    await act({ do: 'reject', range: inner!.range });
    assert.equal(line(), 'The bus {++stops here daily++}.');
  });

  it('has a state in the coverage, which stays while neither it nor its lines change, and is empty without it', async () => {
    const state = async () =>
      (await editor.request<CoverageResult>('advocacy/coverage', { textDocument: { uri } })).review;
    const first = await state();
    assert.notEqual(first, '');
    await editor.typeAfter(uri, 'isolation and', ' so');
    assert.equal(await state(), first, 'a word elsewhere');
    const known = [first];
    for (const [words, by] of [
      ['every', 'each'],
      ['Libraries tackle', 'Line.\n\nLibraries tackle'],
      ['Why?', 'How?'],
    ] as const) {
      await editor.replace(uri, words, by);
      const now = await state();
      assert.ok(now !== '' && !known.includes(now), words);
      known.push(now);
    }
    await act({ do: 'accept' });
    await act({ do: 'delete', range: (await reviews()).threads[0]!.range });
    assert.equal(await state(), '');
  });

  it('is settled by the light bulb: a change, all, or one person’s', async () => {
    const titles = (await at('~>will')).map(({ title }) => title);
    for (const title of [
      'Accept this change by Lee',
      'Reject this change by Lee',
      'Accept all 3 changes',
      'Reject all 3 changes',
      'Accept the 2 changes by Lee',
      'Reject the 2 changes by Lee',
    ])
      assert.ok(titles.includes(title), title);
    await editor.choose(await at('~>will'), 'Accept the 2 changes by Lee');
    assert.match(line()!, /^We will open \{\+\+every\+\+\}.* day, /);
    await editor.choose(await at('every'), 'Reject this change by Ann');
    assert.equal(line(), 'We will open  day, {==at nine==}{>>Ann, 4 Oct 2026: Why?<<}.');
    await editor.choose(await at('at nine'), 'Resolve this comment');
    assert.equal(line(), 'We will open  day, {==at nine==}{>>Ann, 4 Oct 2026 (resolved): Why?<<}.');
    await editor.choose(await at('at nine'), 'Take this comment out');
    assert.equal(line(), 'We will open  day, at nine.');
  });

  it('has resolved comments taken out by the light bulb: one first of all, and all of them', async () => {
    await editor.replace(uri, 'Ann, 4 Oct 2026: Why?', 'Ann, 4 Oct 2026 (resolved): Why?');
    await editor.replace(uri, '<<}.\n', '<<}{==.==}{>>Lee, 4 Oct 2026 (resolved): Yes.<<}\n');
    const shown = await editor.actions(uri, editor.rangeOf(uri, 'at nine'));
    assert.ok(shown.some(({ title }) => title === 'Take this comment out'));
    await editor.choose(await at('at nine'), 'Take all 2 resolved comments out');
    assert.match(line()!, /, at nine\.$/);
    await assert.rejects(act({ do: 'clear' }), /No comment is resolved\./);
  });

  it('is settled, answered and added to by a command', async () => {
    const [thread] = (await reviews()).threads;
    const said = { text: 'It says so | here', author: 'Dana', date: '2026-10-05T08:00:00Z' };
    assert.equal(await act({ do: 'reply', range: thread!.range, ...said }), true);
    assert.match(line()!, /Why\?<<\}\{>>Dana, 5 Oct 2026 08:00: It says so \\\| here<<\}\.$/);
    await act({ do: 'resolve', range: thread!.range });
    assert.equal((await reviews()).threads[0]!.resolved, true);
    await act({ do: 'reopen', range: thread!.range });
    assert.equal((await reviews()).threads[0]!.resolved, false);
    await act({ do: 'reject', author: 'Lee' });
    await act({ do: 'accept' });
    assert.match(line()!, /^We may open every days, /);
    await act({ do: 'delete', range: (await reviews()).threads[0]!.range });
    await act({ do: 'comment', range: editor.rangeOf(uri, 'every days'), text: 'Sundays?' });
    assert.equal(line(), 'We may open {==every days==}{>>Sundays?<<}, at nine.');
    await assert.rejects(act({ do: 'accept' }), /There is no such change\./);
    await assert.rejects(act({ do: 'dance' } as unknown as ReviewAction), /what to do with the review/);
  });

  it('names what is open before any export, and what the document holds that is not for everybody', async () => {
    const reviewed = await editor.execute<ExportResult>(serverCommands.exportWord, uri, null, {
      review: true,
    });
    assert.deepEqual([reviewed.written, reviewed.reviews.length], [false, 4]);
    const written = await editor.execute<ExportResult>(serverCommands.exportWord, uri, null, {});
    assert.deepEqual([written.written, written.carries], [true, ['draft', 'comments']]);
    const settled = await editor.execute<ExportResult>(serverCommands.exportWord, uri, null, {
      changes: 'accept',
    });
    assert.deepEqual([settled.carries, settled.remarks], [['draft'], undefined]);
    await editor.replace(uri, '## Contact', '<!-- ask Ann for the figure -->\n\n## Contact');
    const remarked = await editor.execute<ExportResult>(serverCommands.exportWord, uri, null, {});
    assert.equal(remarked.remarks, true);
  });

  it('takes for a remark what says something to people, and nothing that only we read', () => {
    for (const text of [
      '<!-- ask Ann -->',
      '<!-- advocacy-disable sentence-long -- our own count -->',
      'a <!-- b',
    ])
      assert.equal(hasRemarks(text), true, text);
    for (const text of ['', '<!---->', '<!-- pagebreak -->', '<!-- advocacy-covers digital -->'])
      assert.equal(hasRemarks(text), false, text);
  });

  it('keeps a final document back while it is open, and says what is', async () => {
    const open = await editor.execute<ExportResult>(serverCommands.exportWord, uri, null, { final: true });
    assert.equal(open.written, false);
    assert.equal(open.reviews.length, 4);
    assert.match(open.reviews[0]!.message, /^A change by Lee replaces “may” with “will”/);
    await act({ do: 'accept' });
    await act({ do: 'resolve', range: (await reviews()).threads[0]!.range });
    const final = await editor.execute<ExportResult>(serverCommands.exportWord, uri, null, { final: true });
    assert.deepEqual([final.written, final.reviews, final.carries], [true, [], []]);
  });
});

describe('What a review left open', () => {
  it('says whose a change is, or that nobody tracked it', () => {
    const open = openReviews(
      parseDraft('We {++may++}{>>Word, undated<<} {++not++}{>>Lee, 3 Oct 2026<<} {++go++}.\n'),
    );
    assert.deepEqual(
      open.map(({ message }) => message),
      [
        'A change without tracking adds “may”: accept or reject it.',
        'A change by Lee adds “not”: accept or reject it.',
        'A change adds “go”: accept or reject it.',
      ],
    );
  });
});

describe('A comment that a review left open', () => {
  for (const [comment, message] of [
    ['Ann, undated: When?', 'A comment by Ann is not resolved: “When?”'],
    ['Ann, undated: say when', 'A comment by Ann is not resolved: “say when”.'],
    ['Ann, undated: Is “free” right?', 'A comment by Ann is not resolved: “Is ‘free’ right?”'],
    [
      'Word, undated: The date was changed in Word from “1 October 2026” to “14 January 2027”.',
      'The date was changed in Word from “1 October 2026” to “14 January 2027”. Follow that or not, and resolve the comment.',
    ],
  ] as const)
    it(`is told plainly: ${comment}`, () => {
      const [open] = openReviews(parseDraft(`We open.{>>${comment}<<}\n`));
      assert.equal(open!.message, message);
    });
});

describe('The places of a review', () => {
  it('are those that an editor counts, whatever the line ends', () => {
    const text = '# A\r\n\r\nOne {++two++}\r\n{--three--}\n\n{~~a~>b~~}\r{>>c\nd<<}\n';
    const draft = parseDraft(text);
    const { changes, threads } = reviewMarks(draft);
    const listed = reviewsIn({ document: { draft } });
    assert.deepEqual(
      [...listed.changes, ...listed.threads].map(({ range }) => range),
      [...changes, ...threads].map(({ span }) => toRange(draft, span)),
    );
  });
});

describe('A new comment', () => {
  const said = { author: 'Dana', text: 'Why?' };

  it('goes round the words, or behind them where it would break what they are in', () => {
    for (const [text, words, expected] of [
      ['We open.', 'open', 'We {==open==}{>>Dana, undated: Why?<<}.'],
      ['We *open now* here.', 'now* he', 'We *open now* he{>>Dana, undated: Why?<<}re.'],
      ['# A title\n\nText.', 'title', '# A {==title==}{>>Dana, undated: Why?<<}\n\nText.'],
      ['One.\n\nTwo.', 'One.\n\nTwo', 'One.\n\nTwo{>>Dana, undated: Why?<<}.'],
      ['```\ncode\n```', 'code', undefined],
    ] as const) {
      const start = text.indexOf(words);
      const change = newComment(parseDraft(text), { start, end: start + words.length }, said);
      const after = change && text.slice(0, change.span.start) + change.text + text.slice(change.span.end);
      assert.equal(after, expected);
    }
  });

  it('changes nothing that is read, wherever it is put', () => {
    fc.assert(
      fc.property(paper, fc.nat(), fc.nat(60), ({ both }, from, length) => {
        const draft = parseDraft(both);
        const start = from % both.length;
        const change = newComment(draft, { start, end: Math.min(both.length, start + length) }, said);
        if (!change) return;
        const after = both.slice(0, change.span.start) + change.text + both.slice(change.span.end);
        const drop = { comments: 'drop' } as const;
        assert.equal(resolveText(after, 'accept', drop), resolveText(both, 'accept', drop));
        assert.equal(reviewMarks(parseDraft(after)).changes.length, reviewMarks(draft).changes.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
