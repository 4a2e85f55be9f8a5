/** What is multiplied out beside its result: "100 x £189 | £18,900", "390 x £85 = £33,150". */
import { NUMBER_WORDS } from './amounts';
import { capital } from './calendar';
import type { Grid } from './grid';
import type { Clash } from './types';
import { grouped, like, MAGNITUDE } from './written';

const FACTOR = '(£)?(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,4})?(½)?(?!\\s?%)(?![\\d/])';
const NOUN = '(?:\\s+[\\p{L}-]+\\.?){0,3}';
const TIMES = '\\s*(?:x|×|\\*|@|at|at\\s+@)\\s*';
/** What has a number for a name: “Year 7 pupils”, “Key Stage 2”. */
const NAMED = '\\b(?:year|years|band|grade|level|tier|phase|stage|option|lot|room|unit|item)\\s';
/** Two to four factors. */
const CHAIN = new RegExp(
  `(?<![\\p{L}\\d£.,/-])(?<!${NAMED})${FACTOR}${NOUN}(?:${TIMES}${FACTOR}${NOUN}){1,3}`,
  'giu',
);
const ONE = new RegExp(FACTOR, 'gu');

/** The factors of a product as written; undefined where none of them is money. */
function factorsIn(words: string): readonly number[] | undefined {
  const factors: number[] = [];
  let money = 0;
  for (const [, pound, whole, part = '', half] of words.matchAll(ONE)) {
    factors.push(Number(whole!.replace(/,/g, '') + part) + (half ? 0.5 : 0));
    if (pound) money++;
  }
  return money === 1 && factors.length > 1 ? factors : undefined;
}

/** Rows whose label multiplies out to something else than their number. */
export function wrongProducts({ rows, width }: Grid): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const row of rows.slice(1)) {
    const numbers = row.filter(({ number }) => number && number.unit !== 'percent');
    const [cell] = numbers;
    if (numbers.length !== 1 || !cell || width > 6) continue;
    const labels = row.filter(({ kind }) => kind === 'text').map(({ text }) => text);
    const chains = labels.flatMap((text) => [...text.matchAll(CHAIN)].map(([words]) => words));
    // Of two products, or with something besides, it may be the sum.
    if (
      chains.length !== 1 ||
      labels.some((text) => /\+|\bplus\b|\bless\b|\bfrom\b|\bthen\b|\bpart\b/i.test(text))
    )
      continue;
    const factors = factorsIn(chains[0]!);
    const number = cell.number!;
    if (!factors) continue;
    const product = factors.reduce((all, factor) => all * factor, 1);
    if (Math.abs(product - number.value) <= Math.max(number.step, product * 0.005)) continue;
    // Something that is not written may be a factor too: months, people.
    if (Math.abs(product - number.value) > product * 0.5) continue;
    clashes.push({
      span: cell.span,
      message: `“${cell.text}” is not what its row works out: ${chains[0]!.trim()} is ${like({ ...number, step: 0.01 }, product)}. Put right whichever is wrong.`,
    });
  }
  return clashes;
}

const EQUATION = new RegExp(
  `(${CHAIN.source})\\s*=\\s*(£)?(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,4})?(?:\\s?(k|m|million|thousand))?\\b`,
  'giu',
);

/** “7.2 Six libraries at £42,000 = £252,000”: the number of a paragraph is no factor. */
const NUMBERED = new RegExp(
  `^\\d{1,3}(?:\\.\\d{1,3}\\s+\\p{Lu}|\\s+(?:${NUMBER_WORDS.map(capital).join('|')})\\b)`,
  'u',
);

/** Sums in a text that come to something else. */
export function wrongEquations(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly message: string }[] {
  const found: { start: number; end: number; message: string }[] = [];
  if (!text.includes('=')) return found;
  for (const match of text.matchAll(EQUATION)) {
    const factors = factorsIn(match[1]!);
    const [magnitude = '', part = '', whole] = [match.at(-1), match.at(-2), match.at(-3)];
    if (!factors || !whole || (match.index === 0 && NUMBERED.test(match[0]))) continue;
    const scale = MAGNITUDE[magnitude.toLowerCase()] ?? 1;
    const value = Number(whole.replace(/,/g, '') + part) * scale;
    const product = factors.reduce((all, factor) => all * factor, 1);
    const step = 10 ** -Math.max(0, part.length - 1) * scale;
    if (Math.abs(product - value) <= Math.max(step, product * 0.01)) continue;
    const start = match.index + match[0].lastIndexOf('=') + 1;
    const lead = match[0].slice(match[0].lastIndexOf('=') + 1).match(/^\s*/)![0].length;
    found.push({
      start: start + lead,
      end: match.index + match[0].length,
      message: `“${match[0].replace(/\s+/g, ' ')}” does not come out: it is £${grouped(product, product < 1000 ? 2 : 0)}. Put right whichever is wrong.`,
    });
  }
  return found;
}
