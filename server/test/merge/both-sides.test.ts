import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolveText } from '../../src/reviews';
import { runs } from '../random-runs';
import { BY, home, merged, Reviewer } from './reviewer';
import { restyled } from './style-examples';

type Act = (reviewer: Reviewer) => Reviewer;

/** Another reviewer. */
const SHAH = '{>>R. Shah, 2 Oct 2026 08:15<<}';
const REMARK = (said: string): string =>
  `{>>Library Advocacy, undated: The draft has changed here since it was sent for review. It said “${said}”.<<}`;

const SAME = '{>>Library Advocacy, undated: Dana Petrie made the same change.<<}';

/** The draft as it was sent, what the reviewer did, the draft as it is by then, and what comes of both. */
const BOTH: Readonly<Record<string, readonly [base: string, act: Act, ours: string, home: string]>> = {
  'changes in other paragraphs': [
    'One two.\n\nThree four.\n',
    (r) => r.replace('two', '2'),
    'One two.\n\nThree *more* four.\n',
    `One {~~two~>2~~}${BY}.\n\nThree *more* four.\n`,
  ],
  'changes in other words of a paragraph': [
    'One two three four five.\n',
    (r) => r.replace('two', '2'),
    'One two three four **and** five.\n',
    `One {~~two~>2~~}${BY} three four **and** five.\n`,
  ],
  'a paragraph that has moved': [
    'One.\n\nTwo words.\n\nThree.\n',
    (r) => r.replace('words', 'more'),
    'New.\n\nOne.\n\nThree.\n\nTwo words.\n',
    `New.\n\nOne.\n\nThree.\n\nTwo {~~words~>more~~}${BY}.\n`,
  ],
  'the same words changed to others': [
    'We lend ten books here.\n',
    (r) => r.replace('ten', 'eleven'),
    'We lend twelve books here.\n',
    `We lend {~~twelve~>eleven~~}${BY}${REMARK('ten')} books here.\n`,
  ],
  'the same words changed to the same': [
    'We lend ten books here, and games.\n',
    (r) => r.replace('ten', 'eleven').replace('games', 'toys'),
    'We lend eleven books here, and games.\n',
    `We lend eleven books here, and {~~games~>toys~~}${BY}.\n`,
  ],
  'words changed to others of which the draft has some': [
    'Demand is growing here.\n',
    (r) => r.replace('growing', 'rising very fast'),
    'Demand is rising fast here.\n',
    `Demand is {~~rising fast~>rising very fast~~}${BY}${REMARK('growing')} here.\n`,
  ],
  'words added that the draft has there by now': [
    'We lend books to all.\n',
    (r) => r.insertAfter('We lend ', 'many '),
    'We lend many books to all.\n',
    'We lend many books to all.\n',
  ],
  'words added that the draft has elsewhere': [
    'We lend books to all.\n',
    (r) => r.insertAfter('We lend ', 'many '),
    'We lend books to many all.\n',
    `We lend {++many ++}${BY}books to many all.\n`,
  ],
  'words deleted on both sides': [
    'We lend old books here.\n',
    (r) => r.delete('old '),
    'We lend books here.\n',
    'We lend books here.\n',
  ],
  'two words deleted in the review, where the draft has others now': [
    'We lend ten old books here.\n',
    (r) => r.delete('ten').delete('books'),
    'We lend games here.\n',
    `We lend {--games--}${BY}${REMARK('ten').replace('<<}', '')} The draft has changed here since it was sent for review. It said “books”.<<} here.\n`,
  ],
  'words deleted in the review and changed in the draft': [
    'We lend ten books here.\n',
    (r) => r.delete('ten '),
    'We lend twelve books here.\n',
    `We lend {--twelve --}${BY}${REMARK('ten')}books here.\n`,
  ],
  'words added in the same place': [
    'We lend books.\n',
    (r) => r.insertAfter('We lend ', 'many '),
    'We lend new books.\n',
    `We lend {++many ++}${BY}new books.\n`,
  ],
  'words that somebody else has added there already': [
    'We lend books.\n',
    (r) => r.insertAfter('We lend ', 'many '),
    `We lend {++many ++}${SHAH}books.\n`,
    `We lend {++many ++}${SHAH}${SAME}books.\n`,
  ],
  'words that the same person has added there already': [
    'We lend books.\n',
    (r) => r.insertAfter('We lend ', 'many '),
    `We lend {++many ++}${BY}books.\n`,
    `We lend {++many ++}${BY}books.\n`,
  ],
  'words that the same person has added elsewhere': [
    'We lend books and games and toys and tools to all who ask.\n',
    (r) => r.insertAfter('to all who ', 'ever '),
    `We {++ever ++}${BY}lend books and games and toys and tools to all who ask.\n`,
    `We {++ever ++}${BY}lend books and games and toys and tools to all who {++ever ++}${BY}ask.\n`,
  ],
  'words deleted that the same person has deleted already': [
    'We lend old books here.\n',
    (r) => r.delete('old '),
    `We lend {--old --}${BY}books here.\n`,
    `We lend {--old --}${BY}books here.\n`,
  ],
  'words deleted that somebody else has deleted already': [
    'We lend old books here.\n',
    (r) => r.delete('old '),
    `We lend {--old --}${SHAH}books here.\n`,
    `We lend {--old --}${SHAH}${SAME}books here.\n`,
  ],
  'words deleted beside those that the same person has deleted': [
    'We lend old and worn books here.\n',
    (r) => r.delete('worn '),
    `We lend {--old --}${BY}and worn books here.\n`,
    `We lend {--old --}${BY}and {--worn --}${BY}books here.\n`,
  ],
  'words deleted that the same person has added': [
    'We lend books here.\n',
    (r) => r.delete('books '),
    `We lend {++books ++}${BY}books here.\n`,
    `We lend {++books ++}${BY}{--books --}${BY}here.\n`,
  ],
  'a change behind one that was there when it was sent': [
    `We lend {++many ++}${SHAH}books here.\n`,
    (r) => r.replace('here', 'now'),
    `We gladly lend {++many ++}${SHAH}books here.\n`,
    `We gladly lend {++many ++}${SHAH}books {~~here~>now~~}${BY}.\n`,
  ],
  'a change in words that somebody had added when it was sent': [
    `We lend {++many old ++}${SHAH}books here.\n`,
    (r) => r.delete('old '),
    `We gladly lend {++many old ++}${SHAH}books here.\n`,
    `We gladly lend {++many {--old --}${BY}++}${SHAH}books here.\n`,
  ],
  'a comment that the same person has made already, and one on other words': [
    'We lend books and games here.\n',
    (r) => r.comment('books', 'Why?').comment('games', 'Which?'),
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<} and games here.\n',
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<} and {==games==}{>>Dana Petrie, 3 Oct 2026 10:00: Which?<<} here.\n',
  ],
  'a comment with a reply, of which the draft has the first': [
    'We lend books here.\n',
    (r) => r.comment('books', 'Why?', { replies: ['All.'] }),
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<} here.\n',
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<}{>>R. Shah, 3 Oct 2026 10:00: All.<<} here.\n',
  ],
  'a comment that is resolved since the draft has it': [
    'We lend books here.\n',
    (r) => r.comment('books', 'Why?', { resolved: true }),
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<} here.\n',
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00 (resolved): Why?<<} here.\n',
  ],
  'text that was made a heading, with words that the draft has beside it since': [
    '# Plan\n\nOne two.\n',
    (r) => restyled(r, 'One two', '<w:pStyle w:val="Heading2"/>'),
    '# Plan\n\nOne two, and three.\n',
    '# Plan\n\n{--One two, and three.--}{>>Word, undated<<}\n\n## {++One two, and three.++}{>>Word, undated<<}\n',
  ],
  'words made bold that the same person has made bold already': [
    'We lend books here.\n',
    (r) => r.bold('books'),
    `We lend {~~books~>**books**~~}${BY} here.\n`,
    `We lend {~~books~>**books**~~}${BY} here.\n`,
  ],
  'words added where the draft has others now': [
    'We lend old worn books.\n',
    (r) => r.insertAfter('old ', 'and '),
    'We lend new games.\n',
    `We lend new {++and ++}${BY}games.\n`,
  ],
  'a paragraph changed in the review and deleted in the draft': [
    'One.\n\nTwo words here.\n\nThree.\n',
    (r) => r.replace('words', 'more'),
    'One.\n\nThree.\n',
    `One.\n\n{++Two more here.++}${BY}{>>Library Advocacy, undated: This was deleted in the draft after it was sent for review, and changed in the review.<<}\n\nThree.\n`,
  ],
  'a paragraph deleted on both sides': [
    'One.\n\nTwo words here.\n\nThree.\n',
    (r) => r.deleteParagraph('Two words here.'),
    'One.\n\nThree.\n',
    'One.\n\nThree.\n',
  ],
  'a paragraph deleted in the review and written anew in the draft': [
    'One.\n\nWe lend old books.\n\nThree.\n',
    (r) => r.deleteParagraph('We lend old books.'),
    'One.\n\nGames, books, toys and tools are there for all.\n\nThree.\n',
    'One.\n\nGames, books, toys and tools are there for all.{>>Library Advocacy, undated: This stands in the place of “We lend old books.”, which was deleted in the review by Dana Petrie.<<}\n\nThree.\n',
  ],
  'an item deleted in the review, with a paragraph in its place in the draft': [
    'One.\n\n- two\n\nThree.\n',
    (r) => r.delete('two'),
    'One.\n\nQuite another.\n\nThree.\n',
    'One.\n\nQuite another.\n\nThree.\n',
  ],
  'a word deleted in the review, with another put in before it and one taken out behind it in the draft': [
    'We lend old books.\n',
    (r) => r.delete('old'),
    'We lend many old.\n',
    `We lend many {--old--}${BY}.\n`,
  ],
  'a comment on words that the draft has changed': [
    'We lend ten books here.\n',
    (r) => r.comment('ten', 'Sure?'),
    'We lend twelve books here.\n',
    'We lend {==twelve==}{>>Dana Petrie, 3 Oct 2026 10:00: Sure?<<} books here.\n',
  ],
  'a comment on a paragraph that the draft has not any more': [
    'One.\n\nTwo words here.\n\nThree.\n',
    (r) => r.comment('words', 'Sure?'),
    'One.\n\nThree.\n',
    'One.{>>Dana Petrie, 3 Oct 2026 10:00: Sure?<<}{>>Library Advocacy, undated: This was on “Two words here.”, which was deleted in the draft since.<<}\n\nThree.\n',
  ],
  'a new paragraph behind one that the draft has changed': [
    'One two three.\n\nFour.\n',
    (r) => r.paragraphAfter('One two three.', 'New.'),
    'One two three and more.\n\nFour.\n',
    `One two three and more.\n\n{++New.++}${BY}\n\nFour.\n`,
  ],
  'a cell of a row that stands elsewhere now': [
    '| A | B |\n|---|---|\n| one | 1 |\n| two | 2 |\n',
    (r) => r.replace('two', '2nd'),
    '| A | B |\n|---|---|\n| two | 2 |\n| one | 1 |\n',
    `| A | B |\n|---|---|\n| {~~two~>2nd~~}${BY} | 2 |\n| one | 1 |\n`,
  ],
};

describe('A review that comes home into a draft that was changed meanwhile', () => {
  for (const [what, [base, act, ours, expected]] of Object.entries(BOTH)) {
    it(`brings together ${what}`, async () => {
      assert.equal(await home(act(await Reviewer.of(base)), ours, { force: true }), expected);
    });
  }

  it('leaves the draft alone where all is rejected', async () => {
    const reviewer = (await Reviewer.of('One two.\n')).replace('two', '2');
    assert.equal(
      await home(reviewer, 'One *two* three.\n', { changes: 'reject', comments: 'drop' }),
      'One *two* three.\n',
    );
  });

  it('does not bring home twice what is there already', async () => {
    const base = 'One two three.\n\n- a\n\n| A |\n|---|\n| b |\n';
    const reviewer = (await Reviewer.of(base))
      .replace('two', '2')
      .comment('three', 'Why?', { replies: ['Because.'] })
      .paragraphAfter('a', 'x', { like: true })
      .bold('a')
      .rowAfter('b', 'c');
    const once = await home(reviewer, base);
    assert.notEqual(once, base);
    assert.equal(await home(reviewer, once), once);
  });

  it('does not say again of lines that are a heading now what is there already', async () => {
    const base = '# A\n\n## B\n\nOne\\\ntwo.\n';
    const reviewer = restyled(await Reviewer.of(base), 'One', '<w:pStyle w:val="Heading2"/>');
    const once = await home(reviewer, base);
    assert.ok(once.includes('## {++One two.++}'), once);
    assert.equal(await home(reviewer, once), once);
  });

  const accepted: Readonly<Record<string, (reviewer: Reviewer) => Reviewer>> = {
    'words in place of others': (reviewer) => reviewer.replace('two', '2'),
    'a paragraph': (reviewer) => reviewer.paragraphAfter('three', 'Officers will report again.'),
    'a paragraph with a comment': (reviewer) =>
      reviewer.paragraphAfter('three', 'Officers will report again.').comment('report', 'Why?'),
    'two paragraphs that are alike': (reviewer) =>
      reviewer.paragraphAfter('three', 'See above.').paragraphAfter('three', 'See above.'),
    'an item': (reviewer) => reviewer.paragraphAfter('a', 'x', { like: true }),
    'a row': (reviewer) => reviewer.rowAfter('b', 'c'),
  };
  for (const [what, review] of Object.entries(accepted)) {
    it(`does not bring home again what was accepted since: ${what}`, async () => {
      const base = 'One two three.\n\n- a\n\n| A |\n|---|\n| b |\n';
      const reviewer = review(await Reviewer.of(base));
      const once = await home(reviewer, base);
      const settled = resolveText(once, 'accept', { comments: 'keep' });
      assert.notEqual(settled, once);
      const again = await merged(reviewer, settled);
      assert.deepEqual([again.text, again.changes, again.comments], [settled, 0, 0]);
    });
  }

  /** Words that no other is a part of, so that each can be found again. */
  const SAID =
    'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa'.split(
      ' ',
    );

  it('keeps what neither touched, has what one side changed, and shows what both did', async () => {
    const draft = (words: readonly string[]): string =>
      `${[0, 4, 8, 12]
        .map((at) =>
          words
            .slice(at, at + 4)
            .filter((word) => word !== '')
            .join(' '),
        )
        .join('\n\n')}\n`;
    const deed = fc.constantFrom('nothing', 'change', 'delete', 'add');
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 16, maxLength: 16 }),
        fc.array(deed, { minLength: 16, maxLength: 16 }),
        async (theirs, ours) => {
          const reviewer = await Reviewer.of(draft(SAID));
          for (const [at, word] of SAID.entries()) {
            if (theirs[at] === 'change') reviewer.replace(word, `theirs${at}`);
            if (theirs[at] === 'delete') reviewer.delete(word);
            if (theirs[at] === 'add') reviewer.insertAfter(word, ` theirs${at}`);
          }
          const changed = SAID.map((word, at) =>
            ours[at] === 'change'
              ? `ours${at}`
              : ours[at] === 'delete'
                ? ''
                : ours[at] === 'add'
                  ? `${word} ours${at}`
                  : word,
          );
          const now = draft(changed);
          const merged = await home(reviewer, now, { force: true });
          const accepted = resolveText(merged, 'accept', { comments: 'drop' });
          assert.doesNotMatch(accepted, /[{}~]/);
          for (const [at, word] of SAID.entries()) {
            const [their, our] = [theirs[at]!, ours[at]!];
            const says = (text: string): boolean => merged.includes(text);
            if (our === 'change' || our === 'add')
              assert.ok(says(`ours${at}`), `what the draft says now at ${word}`);
            if (their === 'change' || their === 'add')
              assert.ok(accepted.includes(`theirs${at}`), `what the review added at ${word}: ${merged}`);
            if (our !== 'delete' && our !== 'change') assert.ok(says(word), `${word} is shown`);
            // A paragraph of which the draft has hardly a word any more counts as deleted there.
            if (
              their === 'delete' &&
              our === 'nothing' &&
              !/was deleted in the (?:draft|review)/.test(merged)
            )
              assert.match(merged, new RegExp(`\\{(?:--|~~)[^}]*${word}`), `${word} is marked as deleted`);
          }
          if (theirs.every((one) => one === 'nothing')) assert.equal(merged, now);
          assert.equal(await home(reviewer, now, { force: true, changes: 'reject', comments: 'drop' }), now);
        },
      ),
      { numRuns: runs(40) },
    );
  });
});
