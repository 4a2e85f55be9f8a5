/** A share of two answers together, and the table that has each: "72% disagreed or strongly disagreed". */
import type { FoundIn } from '../../draft';
import type { Cell } from './grid';
import type { Mention, Mentions } from './mentions';
import { clash, isSaid, type Placed } from './placed';
import type { Clash, Written } from './types';
import { grouped } from './written';

/** A table of answers with their shares. */
type Answers = ReadonlyMap<string, readonly Written[]>;

/** More are data. */
const MOST = 30;

/** Shares of two answers that are not the sum of theirs in any table; spans are in the draft. */
export function againstAnswers(
  all: readonly Placed[],
  found: readonly FoundIn<Mentions>[],
): readonly Clash[] {
  const tables = found.flatMap(({ found: { grids } }) => grids.flatMap(answersIn));
  if (tables.length === 0) return [];
  return all.flatMap((one) => {
    const { mention } = one;
    if (!isSaid(mention, 'percent')) return [];
    const sums = tables.flatMap((answers) => sumsIn(answers, mention));
    const [first] = sums;
    if (!first || sums.some(({ sum, step }) => Math.abs(sum - mention.value) < step + mention.step))
      return [];
    return [
      clash(
        one,
        `“${mention.words}” here, and in the table “${first.labels[0]}” and “${first.labels[1]}” come to ${grouped(first.sum, 1)}%. Put right whichever is wrong.`,
      ),
    ];
  });
}

function answersIn({ rows, width }: Mentions['grids'][number]): readonly Answers[] {
  const columns = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at > 0 && rows.slice(1).some((row) => row[at]!.number?.unit === 'percent'),
  );
  if (columns.length === 0 || rows.length > MOST) return [];
  const answers = new Map<string, readonly Written[]>();
  for (const row of rows.slice(1)) {
    const shares = columns.map((at) => row[at]!).flatMap(({ number }: Cell) => number ?? []);
    if (shares.length === columns.length) answers.set(plain(row[0]!.text), shares);
  }
  return answers.size > 2 ? [answers] : [];
}

interface Sum {
  readonly labels: readonly [string, string];
  readonly sum: number;
  readonly step: number;
}

function sumsIn(answers: Answers, { sentence, lead, words }: Mention): readonly Sum[] {
  const at = sentence.indexOf(`${lead}${words}`);
  if (at < 0) return [];
  const after = sentence.slice(at + lead.length + words.length, at + lead.length + words.length + 120);
  const joined = / (?:or|and) /i.exec(after);
  if (!joined || /[%;:.]/.test(after.slice(0, joined.index))) return [];
  const before = plain(after.slice(0, joined.index));
  const behind = plain(after.slice(joined.index + joined[0].length));
  const first = longest([...answers.keys()].filter((label) => before.endsWith(label)));
  const second = longest([...answers.keys()].filter((label) => behind.startsWith(label)));
  if (!first || !second || first === second) return [];
  const [a, b] = [answers.get(first)!, answers.get(second)!];
  return a.map((share, index) => ({
    labels: [first, second],
    sum: share.value + b[index]!.value,
    step: (share.step + b[index]!.step) / 2,
  }));
}

/** In small letters and the present: "Strongly disagreed" is "strongly disagree". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/agreed\b/g, 'agree')
    .replace(/\s+/g, ' ')
    .trim();
}

function longest(labels: readonly string[]): string | undefined {
  return labels.filter((label) => label.length > 2).sort((a, b) => b.length - a.length)[0];
}
