/** A rise or fall of what stands right before it: "2,310 visits then, and 5,874 now. That is an increase of 254%". */
import type { FoundIn } from '../../draft';
import type { Grid } from './grid';
import type { Mention, Mentions } from './mentions';
import { clash, LONGEST_SENTENCE, type Placed } from './placed';
import { changeOf, fits, said, TIME } from './rises';
import { isTotal } from './totals';
import type { Clash, Written } from './types';

const CHANGE = '(?:increase|rise|growth|reduction|fall|drop|decrease|cut)';
/** "That is an increase of", "So the rise is", "This means a cut of over". */
const SAYS = new RegExp(
  `^(?:\\d+\\.\\d+\\s)?(?:(?:So|Overall|Therefore),?\\s)?(?:(?:this|that|it)(?:[’']s|\\s(?:is|was|means|represents))\\san?\\s(?:[\\p{L}-]+\\s)?${CHANGE}\\sof|the\\s${CHANGE}\\s(?:is|was))\\s(over\\s|more\\sthan\\s)?$`,
  'iu',
);
const UP = /\b(?:increase|rise|growth)\b/i;
/** A column that is neither end of the change. */
const NO_END = /%|\b(?:change|difference|\+\/-|total|target)\b/i;
const END = /\b(?:propos\w+|planned|new)\b/i;

/** Changes that are not those of the two numbers before them; spans are in the draft. */
export function againstBefore(all: readonly Placed[], found: readonly FoundIn<Mentions>[]): readonly Clash[] {
  return all.flatMap((one, at) => {
    const { mention, index } = one;
    if (mention.table || mention.unit !== 'percent' || mention.sentence.length > LONGEST_SENTENCE) return [];
    if (!mention.sentence.startsWith(mention.lead)) return [];
    const says = SAYS.exec(mention.lead);
    if (!says || (mention.loose && !says[1])) return [];
    const before =
      at > 0 && all[at - 1]!.index === index ? inSentence(all, at - 1, UP.test(says[0])) : undefined;
    const grids = found.find((other) => other.index === index - 1)?.found.grids ?? [];
    const isFirst = mention.span.start <= mention.lead.length + 3;
    const ends = before ?? (isFirst && grids.length === 1 ? inTotal(grids[0]!) : undefined);
    if (!ends) return [];
    const [from, to] = ends;
    const is = Math.abs(changeOf(from, to));
    if (fits(from, to, mention) || (says[1] && is > mention.value)) return [];
    return [
      clash(
        one,
        `“${mention.words}” does not follow from what is before it: from ${from.words} to ${to.words} is ${said(from, to)}. Put right whichever is wrong.`,
      ),
    ];
  });
}

type Ends = readonly [Written, Written];

/** The only two numbers of a sentence. */
function inSentence(all: readonly Placed[], last: number, up: boolean): Ends | undefined {
  const [to, from, more] = [0, 1, 2].map((back): Mention | undefined => all[last - back]?.mention);
  if (!to || !from || to.table || from.sentence !== to.sentence || more?.sentence === to.sentence)
    return undefined;
  if (from.unit !== to.unit || from.unit === 'percent' || from.loose || to.loose || from.value <= 0)
    return undefined;
  // "71,204 after, against 48,630 before"
  return up === from.value < to.value ? [from, to] : [to, from];
}

/** What a table comes to at two times. */
function inTotal({ rows }: Grid): Ends | undefined {
  const total = rows.findLast((row) => isTotal(row[0]!.text));
  const ends = (total ?? []).flatMap(({ number }, column) =>
    number && number.unit !== 'percent' && !NO_END.test(rows[0]![column]!.text) ? [{ number, column }] : [],
  );
  const [from, to, more] = ends;
  if (!from || !to || more || from.number.value <= 0) return undefined;
  const heads = [from, to].map(({ column }) => rows[0]![column]!.text);
  return heads.every((head) => TIME.test(head) || END.test(head)) ? [from.number, to.number] : undefined;
}
