import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { parseDraft } from '../../src/draft';
import { resolveText } from '../../src/reviews';
import { runs } from '../random-runs';
import { home, Reviewer, who } from './reviewer';

const DANA1 = who('Dana Petrie', '01');
const DANA2 = who('Dana Petrie', '02');
const BO = who('Bo Lind', '01');
const D1 = '{>>Dana Petrie, 3 Oct 2026 09:01<<}';
const D2 = '{>>Dana Petrie, 3 Oct 2026 09:02<<}';
const B = '{>>Bo Lind, 3 Oct 2026 09:01<<}';

/** A draft; words that one person deletes; what another, or the same later, adds in front of and behind them; the draft then. */
const SHOWN: Readonly<
  Record<string, readonly [draft: string, words: string, before: string, behind: string, home: string]>
> = {
  'bold words': [
    'We know: **It is cheap.** And good.\n',
    'It is cheap.',
    '',
    'It costs little.',
    `We know: {--**It is cheap.**--}${D1}{++**It costs little.**++}${D2} And good.\n`,
  ],
  'words in italics': [
    'It is *cheap* now.\n',
    'cheap',
    '',
    'dear',
    `It is {--*cheap*--}${D1}{++*dear*++}${D2} now.\n`,
  ],
  'bold words with others in front of them': [
    'It is **cheap** now.\n',
    'cheap',
    'dear',
    '',
    `It is {++**dear**++}${D2}{--**cheap**--}${D1} now.\n`,
  ],
  'a bold item': [
    '- **Cheap**\n- b\n',
    'Cheap',
    '',
    'Dear',
    `- {--**Cheap**--}${D1}{++**Dear**++}${D2}\n- b\n`,
  ],
  'bold words at the beginning': [
    '**Cheap** it is.\n',
    'Cheap',
    'Dear',
    '',
    `{++**Dear**++}${D2}{--**Cheap**--}${D1} it is.\n`,
  ],
  'some of some bold words': [
    'It is **very cheap now** here.\n',
    'cheap',
    '',
    'dear',
    `It is **very {--cheap--}${D1}{++dear++}${D2} now** here.\n`,
  ],
  'words in bold and italics': [
    'It is ***cheap*** now.\n',
    'cheap',
    '',
    'dear',
    `It is {--***cheap***--}${D1}{++***dear***++}${D2} now.\n`,
  ],
};

/** What a draft shows, with how each word of it looks. */
function shown(markdown: string): string[] {
  const out: string[] = [];
  const visit = (node: Nodes, look: string): void => {
    if (node.type === 'text') {
      for (const word of node.value.split(/\s+/)) if (word !== '') out.push(word + look);
    } else if ('children' in node) {
      const sign = { strong: '!', emphasis: '/' }[node.type as string] ?? '';
      for (const child of node.children) visit(child, [...look, sign].sort().join(''));
    }
  };
  for (const { block } of parseDraft(markdown).blocks) visit((block.review ?? block).node, '');
  return out;
}

describe('Words replaced in Word by more than one person, or in more than one minute', () => {
  for (const [what, [draft, words, before, behind, expected]] of Object.entries(SHOWN)) {
    it(`are all there: ${what}`, async () => {
      const reviewer = (await Reviewer.of(draft)).replaceBy(words, DANA1, [
        [before, DANA2],
        [behind, DANA2],
      ]);
      const text = await home(reviewer, draft);
      assert.equal(text, expected);
      assert.equal(resolveText(text, 'reject', { comments: 'drop' }), draft);
    });
  }

  it('are there where somebody adds words in the middle of what is marked as deleted in the draft', async () => {
    const draft = `We lend {--old books--}${B} here.\n`;
    const reviewer = await Reviewer.of(draft);
    const INSIDE =
      /(<w:del [^>]*>)(<w:r>(?:<w:rPr>.*?<\/w:rPr>)?)<w:delText([^>]*)>old books<\/w:delText><\/w:r><\/w:del>/s;
    assert.match(reviewer.xml, INSIDE);
    reviewer.xml = reviewer.xml.replace(
      INSIDE,
      (_, del: string, run: string, space: string) =>
        `${del}${run}<w:delText xml:space="preserve">old </w:delText></w:r></w:del>` +
        `<w:ins w:id="1" ${DANA1}><w:r><w:t>games</w:t></w:r></w:ins>` +
        `${del}${run}<w:delText${space}>books</w:delText></w:r></w:del>`,
    );
    const text = await home(reviewer, draft);
    assert.equal(text, `We lend {--old books--}${B}{++games++}${D1} here.\n`);
  });

  it('read as accepted and as rejected, however they look and whoever did it', async () => {
    const person = fc.constantFrom(DANA1, DANA2, BO);
    const added = fc.tuple(fc.boolean(), person);
    const piece = fc.record({
      sign: fc.constantFrom('', '**', '*', '***'),
      words: fc.integer({ min: 1, max: 3 }),
      /** Which of its words is changed: none, each alone, or all. */
      what: fc.constantFrom('none', 'first', 'last', 'all'),
      deletedBy: fc.option(person, { nil: undefined }),
      before: added,
      behind: added,
    });
    const marker = fc.constantFrom('', '- ', '> ', '## ');
    await fc.assert(
      fc.asyncProperty(marker, fc.array(piece, { minLength: 1, maxLength: 5 }), async (start, pieces) => {
        let number = 100;
        const texts = pieces.map(({ words }) => Array.from({ length: words }, () => `w${number++}`));
        const draft = `${start}${texts.map((own, at) => pieces[at]!.sign + own.join(' ') + pieces[at]!.sign).join(' ')}\n`;
        const reviewer = await Reviewer.of(draft);
        const wanted: string[] = [];
        for (const [at, { sign, what, deletedBy, before, behind }] of pieces.entries()) {
          const own = texts[at]!;
          const look = { '': '', '**': '!', '*': '/', '***': '!/' }[sign];
          const from = what === 'last' ? own.length - 1 : 0;
          const to = what === 'first' ? 1 : own.length;
          const isChanged = what !== 'none';
          const name = (has: boolean): string => (has && isChanged ? `n${number++}` : '');
          const [one, two] = [name(before[0]), name(behind[0])];
          if (isChanged)
            reviewer.replaceBy(own.slice(from, to).join(' '), deletedBy, [
              [one === '' ? '' : `${one} `, before[1]],
              [two === '' ? '' : ` ${two}`, behind[1]],
            ]);
          const kept = isChanged && deletedBy !== undefined ? [] : own.slice(from, to);
          const now = [...own.slice(0, from), one, ...kept, two, ...own.slice(to)];
          wanted.push(...now.filter((word) => word !== '').map((word) => word + look));
        }
        const text = await home(reviewer, draft);
        assert.equal(resolveText(text, 'reject', { comments: 'drop' }), draft);
        const accepted = resolveText(text, 'accept', { comments: 'drop' });
        assert.deepEqual(
          shown(accepted).map((word) => word.trim()),
          wanted,
          text,
        );
      }),
      { numRuns: runs(150) },
    );
  });
});
