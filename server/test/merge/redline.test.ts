import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../src/draft';
import { type Leaf, leavesOf } from '../../src/merge/leaves';
import { redline } from '../../src/merge/redline';
import { runs } from '../random-runs';

const by = { author: 'Sam Okafor', date: '2026-11-02' };
const BY = '{>>Sam Okafor, 2 Nov 2026<<}';

const SHOWN: Readonly<Record<string, readonly [old: string, now: string, shown: string]>> = {
  'nothing where nothing changed': ['# A\n\nB *c*.\n', '# A\n\nB *c*.\n', '# A\n\nB *c*.\n'],
  words: ['We lend old books.\n', 'We lend new books.\n', `We lend {~~old~>new~~}${BY} books.\n`],
  'words that were added and deleted': [
    'One two three four.\n',
    'One three and four.\n',
    `One {--two --}${BY}three{++ and++}${BY} four.\n`,
  ],
  'a note that stands elsewhere now, once': [
    'One.[^a]\n\n## Two\n\nThree four.\n\n[^a]: Ashby Council, 2025.\n',
    'One.[^a]\n\n[^a]: Ashby Council, 2026.\n\n## Two\n\nThree four.\n',
    `One.[^a]\n\n## Two\n\nThree four.\n\n[^a]: Ashby Council, {~~2025~>2026~~}${BY}.\n`,
  ],
  'a sentence as a whole, not word by word': [
    'It is old, worn. Stay.\n',
    'It is new; fine. Stay.\n',
    `It is {~~old, worn~>new; fine~~}${BY}. Stay.\n`,
  ],
  'words that are bold now': [
    'We lend books.\n',
    'We **lend** books.\n',
    `We {~~lend~>**lend**~~}${BY} books.\n`,
  ],
  'words added inside of bold': [
    'We **lend** books.\n',
    'We **lend out** books.\n',
    `We **lend{++ out++}${BY}** books.\n`,
  ],
  'words with a brace at their edges': [
    'Fill in {name} here.\n',
    'Fill in name here.\n',
    `Fill in {--\\{--}${BY}name{--}--}${BY} here.\n`,
  ],
  'words with a brace before their end': [
    'Fill in the {name} here.\n',
    'Fill in your {-name} here.\n',
    `Fill in {~~the~>your~~}${BY} {{++-++}${BY}name} here.\n`,
  ],
  'code with a brace at its edges': [
    'Fill in `{` and `}` here.\n',
    'Fill in `}` and `{` here.\n',
    `Fill in {~~\`{\`~>\`}\`~~}${BY} and {~~\`}\`~>\`{\`~~}${BY} here.\n`,
  ],
  'a link that leads elsewhere': [
    'See [it](https://a.example).\n',
    'See [it](https://b.example).\n',
    `See {~~[it](https://a.example)~>[it](https://b.example)~~}${BY}.\n`,
  ],
  'an item that stands now above a list that was in the one before it': [
    '- one thing\n  - of two\n- end\n',
    '- one thing\n- quite another\n  - of two\n- end\n',
    `- one thing\n- {++quite another++}${BY}\n  - of two\n- end\n`,
  ],
  'a new paragraph and one that is gone': [
    'First one here.\n\nSecond two there.\n\nThird.\n',
    'First one here.\n\nThird.\n\nQuite another matter.\n',
    `First one here.\n\n{--Second two there.--}${BY}\n\nThird.\n\n{++Quite another matter.++}${BY}\n`,
  ],
  'a new heading with its text': [
    '# A\n\nText.\n',
    '# A\n\nText.\n\n## More of it\n\n- one\n- two\n',
    `# A\n\nText.\n\n## {++More of it++}${BY}\n\n- {++one++}${BY}\n- {++two++}${BY}\n`,
  ],
  items: [
    '- one thing\n- two things\n- three things\n',
    '- one thing\n- three good things\n- four more\n',
    `- one thing\n- {--two things--}${BY}\n- three {++good ++}${BY}things\n- {++four more++}${BY}\n`,
  ],
  'rows and cells': [
    '| A | B |\n|---|---|\n| one | 1 |\n| two | 2 |\n',
    '| A | B |\n|---|---|\n| one | 10 |\n| new | 5 |\n| two | 2 |\n',
    `| A | B |\n|---|---|\n| one | {~~1~>10~~}${BY} |\n| {++new++}${BY} | {++5++}${BY} |\n| two | 2 |\n`,
  ],
  'a row that is gone': [
    '| A | B |\n|---|---|\n| one | 1 |\n| two | 2 |\n',
    '| A | B |\n|---|---|\n| two | 2 |\n',
    `| A | B |\n|---|---|\n| {--one--}${BY} | {--1--}${BY} |\n| two | 2 |\n`,
  ],
  notes: [
    'Text.[^a]\n\n[^a]: The old source.\n',
    'Text.[^a] More.[^b]\n\n[^a]: The new source.\n\n[^b]: Another.\n',
    `Text.[^a]{++ More.[^b]++}${BY}\n\n[^a]: The {~~old~>new~~}${BY} source.\n\n[^b]: {++Another.++}${BY}\n`,
  ],
  'a new note behind a bare address': [
    'See www.a.example.\n',
    'See www.a.example[^a].\n\n[^a]: Seen in May.\n',
    `See www.a.example{++[^a]++}${BY}.\n\n[^a]: {++Seen in May.++}${BY}\n`,
  ],
  'no marks where lines with bars would become a table by them': [
    'Text.\n',
    'Text.\n\n| a |\n| - | - |\n| b |\n',
    'Text.\n\n| a |\n| - | - |\n| b |\n',
  ],
  'the front matter of the new version, as there are no marks in it': [
    '---\ntitle: Old\n---\n\nText.\n',
    '---\ntitle: New\n---\n\nText.\n',
    '---\ntitle: New\n---\n\nText.\n',
  ],
  'code of the new version, as there are no marks in it': [
    'A.\n\n```\nold code\n```\n',
    'A.\n\n```\nnew code\n```\n',
    'A.\n\n```\nnew code\n```\n',
  ],
};

/** What a draft says, paragraph by paragraph, when its changes are accepted or rejected. */
function said(markdown: string, left: 'insertion' | 'deletion' | undefined): string[] {
  const text = (leaf: Leaf): string =>
    [...leaf.text]
      .filter(
        (_, at) =>
          !leaf.changes.some(
            (change) => change.kind === left && change.text.start <= at && change.text.end > at,
          ),
      )
      .join('');
  return leavesOf(parseDraft(markdown))
    .map(text)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
}

describe('What changed from one version to another', () => {
  for (const [what, [old, now, shown]] of Object.entries(SHOWN)) {
    it(`shows ${what}`, () => {
      assert.equal(redline(parseDraft(old), parseDraft(now), by).draft.text, shown);
    });
  }

  const word = fc.constantFrom(
    'we',
    'lend',
    'books',
    'to',
    'all',
    'who',
    'ask',
    '**now**',
    '*here*',
    '`code`',
    '[a plan](https://a.example)',
    'and,',
    '\\*',
    '1.5',
    '{x}',
    '{',
    '}',
    '{-',
    '+}',
    '`{`',
    '\\{',
  );
  const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `x ${words.join(' ')}`);
  const list = fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map((one) => `- ${one}`).join('\n'));
  const table = fc
    .array(fc.tuple(line, line), { minLength: 1, maxLength: 3 })
    .map((rows) => ['| A | B |', '|---|---|', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'));
  const heading = line.map((one) => `## ${one}`);
  const quote = line.map((one) => `> ${one}`);
  const draft = fc.array(fc.oneof(line, list, table, heading, quote), { minLength: 1, maxLength: 6 });

  it('says when accepted what the new version says, and when rejected what the old one says', () => {
    fc.assert(
      fc.property(draft, draft, fc.array(fc.nat({ max: 5 })), (blocks, others, kept) => {
        // Most of the old version is in the new one.
        const changed = [...blocks];
        for (const [at, place] of kept.entries()) {
          const other = others[at % others.length]!;
          if (place % 3 === 0) changed.splice(place, 1);
          else if (place % 3 === 1) changed.splice(place, 0, other);
          else if (changed[place] !== undefined)
            changed[place] = changed[place]!.replace('lend', 'give')
              .replace('books', '**games**')
              .replace('{x', 'x')
              .replace('x}', 'x');
        }
        const [old, now] = [`${blocks.join('\n\n')}\n`, `${changed.join('\n\n')}\n`];
        const marked = redline(parseDraft(old), parseDraft(now), by).draft.text;
        assert.deepEqual(said(marked, 'insertion'), said(old, undefined), `rejected:\n${marked}`);
        assert.deepEqual(said(marked, 'deletion'), said(now, undefined), `accepted:\n${marked}`);
      }),
      { numRuns: runs(60) },
    );
  });
});
