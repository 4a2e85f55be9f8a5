/**
 * Numbers and days that cannot all be true. Each folder of `numbers` has a kind of disagreement, each file of it a case:
 * - `amounts` reads the numbers of sentences (`countedIn`), as `tables/grid.ts` does those of tables; it has no cases.
 * - `parts` (what parts add up to), `shares` (of a whole, and changes) and `tables` (totals and formulas) compare what
 *   stands together. `passages.ts` asks those of sentences in turn, the surest first, as one may make the next needless.
 * - `dates` compares days with each other and with that of the paper, `told-twice` what a paper tells in two places.
 *
 * Those of one block come from `inBlock` or `inTables` and are kept with it; those of several follow in `inDraft`, which
 * keeps what it reads of each block by `BlockFinder`. A new case is a function from what was read to clashes: `wrong`
 * makes one, with what would agree where the numbers give it. It is added to `passages.ts` if it is of sentences, to
 * `tables.ts` if it is of a table, and to the list in `inDraft` otherwise; that is all that knows of it.
 */
import { allIn, BlockFinder, type Draft, type PlacedBlock, perBlock, perBlockFor } from '../draft';
import type { Source } from '../draft/source';
import { inOwnWords } from './lib/blocks/prose';
import { dateOf, paperDate } from './lib/dates/paper-date';
import { fixesOf } from './lib/fix';
import { movedProblem } from './lib/moved-problem';
import { rule } from './lib/rule';
import type { Clash } from './numbers/clash';
import { wrongDates } from './numbers/dates/dates';
import { wrongDeadlines } from './numbers/dates/deadlines';
import { twoDeadlines } from './numbers/dates/same-deadlines';
import { wrongAmongOthers } from './numbers/dates/weekdays';
import { clashesBeside } from './numbers/parts/lead-ins';
import { clashesInList } from './numbers/parts/lists';
import { wrongHundreds } from './numbers/parts/whole-shares';
import { clashesIn } from './numbers/passages';
import { clashesInTables } from './numbers/tables/tables';
import { everywhere } from './numbers/told-twice/everywhere';
import { repeatedIn } from './numbers/told-twice/repeated';
import { titlesOf } from './numbers/told-twice/titles';
import type { Fix, Problem } from './types';

export const numbersDisagree = rule('numbers-disagree', {
  inBlock({ block }) {
    return [...clashesInList(block), ...clashesIn(block)].map((clash) => withFix(clash, block.text));
  },
  inDraft({ draft }) {
    const problems: Problem[] = [];
    for (const { found, placed } of inTables.in(draft, undefined))
      for (const clash of found) problems.push(withAllFixes(clash, placed, draft));
    const date = dateOf(draft);
    const paper = paperDate(date);
    for (const clashes of [
      allIn(dates, draft, date),
      wrongDeadlines(draft, paper),
      twoDeadlines(draft),
      paper ? [] : wrongAmongOthers(draft),
      clashesBeside(draft),
      wrongHundreds(draft),
      repeatedIn(draft),
      titlesOf(draft),
    ])
      for (const clash of clashes) problems.push(withFix(clash, draft.source));
    return problems;
  },
});

const inTables = new BlockFinder(perBlock(clashesInTables));

/** A clash in a table with its fixes, and that which puts right what the text tells of it, too. */
function withAllFixes({ total, ...clash }: Clash, { block, start }: PlacedBlock, draft: Draft): Problem {
  const problem = movedProblem(withFix(clash, block.text), start);
  if (total === undefined) return problem;
  return {
    ...problem,
    fixes: () => {
      const own = fixesOf(problem);
      const all = everywhere(draft, problem.span.start, total);
      return all ? [...own.slice(0, 1), all, ...own.slice(1)] : own;
    },
  };
}

/** A clash with what would make it agree, each to be written where what it replaces is written as it is read. */
function withFix({ instead = [], ...clash }: Clash, text: Pick<Source, 'slice'>): Problem {
  const fixes = instead.flatMap(({ span = clash.span, words, by, as = '' }): readonly Fix[] => {
    const written = text.slice(span.start, span.end);
    const at = words !== undefined ? written.indexOf(words) : MARKED.test(written) ? -1 : 0;
    if (at === -1) return [];
    const start = span.start + at;
    const end = start + (words ?? written).length;
    return [{ title: `Write “${by}”${as}`, edits: [{ span: { start, end }, text: by }] }];
  });
  return fixes.length > 0 ? { ...clash, fixes } : clash;
}

const MARKED = /[*_&[\]`<\\]/;

const dates = new BlockFinder(
  perBlockFor((block, date: string | undefined): readonly Clash[] =>
    /\d/.test(block.text) ? inOwnWords(block, (text) => wrongDates(text, paperDate(date))) : [],
  ),
);
