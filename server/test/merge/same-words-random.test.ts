import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolveText } from '../../src/reviews';
import { runs } from '../random-runs';
import { home, type Reviewer } from './reviewer';
import { type Act, inFront, outcome, reviewed, shown } from './two-reviewers';

describe('Random reviews of one draft that are brought home in turn', () => {
  it('say the draft as sent where all is rejected, and nothing twice or run together where all is accepted', async () => {
    const piece = fc.record({
      sign: fc.constantFrom('', '', '**', '*', '***', 'link'),
      words: fc.integer({ min: 1, max: 3 }),
    });
    const deed = fc.record({
      from: fc.nat({ max: 20 }),
      words: fc.integer({ min: 1, max: 3 }),
      /** Whether the blank in front of the words, or behind them, is meant as well. */
      blank: fc.constantFrom('', 'before', 'behind'),
      what: fc.constantFrom('replace', 'replace in front', 'delete', 'add'),
    });
    const marker = fc.constantFrom('', '- ', '> ', '## ');
    const review = fc.array(deed, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        marker,
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        review,
        review,
        async (start, pieces, first, second) => {
          let number = 100;
          const parts = pieces.map(({ sign, words }) => ({
            sign,
            text: Array.from({ length: words }, () => `w${number++}`).join(' '),
          }));
          const draft = `${start}So ${parts
            .map(({ sign, text }) => (sign === 'link' ? `[${text}](https://a.example)` : sign + text + sign))
            .join(' and ')} it is.\n`;
          const said: string[] = [];
          const act =
            (deeds: typeof first, name: string): Act =>
            (reviewer) => {
              for (const { from, words, blank, what } of deeds) {
                const own = [...reviewer.xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].flatMap(
                  ([, text]) => [...text!.matchAll(/w\d+/g)].map((match) => ({ text: text!, match })),
                );
                const at = own[from % Math.max(1, own.length)];
                if (at === undefined) continue;
                const rest = at.text.slice(at.match.index);
                const meant = rest
                  .match(/^w\d+(?: w\d+)*/)![0]
                  .split(' ')
                  .slice(0, words)
                  .join(' ');
                const before = blank === 'before' && at.text[at.match.index - 1] === ' ' ? ' ' : '';
                const behind = blank === 'behind' && rest[meant.length] === ' ' ? ' ' : '';
                const target = before + meant + behind;
                const word = `${name}${number++}`;
                if (what === 'delete') reviewer.delete(target);
                else {
                  said.push(word);
                  if (what === 'add') reviewer.insertAfter(meant, ` ${word}`);
                  else if (what === 'replace') reviewer.replace(target, before + word + behind);
                  else inFront(target, before + word + behind)(reviewer);
                }
              }
              return reviewer;
            };
          const one = await reviewed(draft, act(first, 'p'), 'Priya Hallam');
          const two = await reviewed(draft, act(second, 't'), 'Tom Reddy');
          const text = await home(two, await home(one, draft, { force: true }), { force: true });
          assert.equal(resolveText(text, 'reject', { comments: 'drop' }), draft, text);
          const alone = async (reviewer: Reviewer): Promise<string> =>
            shown(await home(reviewer, draft, { force: true, changes: 'accept', comments: 'drop' }));
          // What both did is one change.
          if (!text.includes('made the same change')) {
            assert.equal(shown(outcome(text, 'accept', 'reject')), await alone(one), `the first's: ${text}`);
            assert.equal(shown(outcome(text, 'reject', 'accept')), await alone(two), `the second's: ${text}`);
          }
          const all = shown(resolveText(text, 'accept', { comments: 'drop' }));
          assert.doesNotMatch(all, /[{}~]|\d[a-z]/, text);
          for (const word of said) assert.ok(all.split(word).length <= 2, `${word} once: ${text}`);
          assert.equal(await home(two, text, { force: true }), text, 'the same review a second time');
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
