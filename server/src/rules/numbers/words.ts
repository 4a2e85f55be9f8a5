/** Changes in words beside their numbers: "doubled from 120 to 190". */
import type { Span } from '../../draft';
import type { Amount } from './amounts';
import { grouped } from './written';

export interface WrongWords {
  /** In the text. */
  readonly span: Span;
  readonly message: string;
}

const TIMES =
  /\b((?:more\s+than|over|nearly|almost|well\s+over|just\s+under)\s+)?(doubled|trebled|tripled|quadrupled|halved)\b(?:(?!\band\b)[^.;:!?\d£]){0,40}\bfrom\s+$/i;
const FACTOR: Readonly<Record<string, number>> = {
  doubled: 2,
  trebled: 3,
  tripled: 3,
  quadrupled: 4,
  halved: 0.5,
};

/** "Doubled from 120 to 190". */
export function wrongMultiples(text: string, amounts: readonly Amount[]): readonly WrongWords[] {
  const found: WrongWords[] = [];
  for (let index = 0; index + 1 < amounts.length; index++) {
    const [from, to] = [amounts[index]!, amounts[index + 1]!];
    if (from.unit !== to.unit || from.value <= 0) continue;
    const lead = TIMES.exec(text.slice(Math.max(0, from.span.start - 90), from.span.start));
    if (!lead || !/^(?:\s+[\p{L}\d/–-]+){0,6}?\s+to\s+$/u.test(text.slice(from.span.end, to.span.start)))
      continue;
    const factor = FACTOR[lead[2]!.toLowerCase()]!;
    const is = to.value / from.value;
    const above = /more|over/i.test(lead[1] ?? '');
    const ratio = is / factor;
    if (above ? ratio > 0.97 : ratio > 0.87 && ratio < 1.15) continue;
    found.push({
      span: { start: from.span.start, end: to.span.end },
      message: `From “${from.words}” to “${to.words}” is ${is >= 1 ? `${grouped(is, 1)} times as many` : `a fall to ${grouped(100 * is, 0)}%`}, not “${lead[0].replace(/\s+/g, ' ').replace(/ from $/, '')}”. Put right whichever is wrong.`,
    });
  }
  return found;
}
