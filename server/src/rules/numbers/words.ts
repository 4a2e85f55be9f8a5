/** Shares and changes in words beside their number: "over a third (31%)", "doubled from 120 to 190". */
import type { Span } from '../../draft';
import type { Amount } from './amounts';
import { grouped } from './written';

export interface WrongWords {
  /** In the text. */
  readonly span: Span;
  readonly message: string;
}

const PARTS: Readonly<Record<string, number>> = {
  half: 50,
  third: 100 / 3,
  quarter: 25,
  fifth: 20,
  tenth: 10,
};
const SHARE =
  /\b((?:very\s+)?nearly|almost|just\s+under|less\s+than|fewer\s+than|under|over|more\s+than|just\s+over|well\s+over)?\s*\b(?:(a|one|two|three|four)[\s-])?(half|thirds?|quarters?|fifths?|tenths?)\b(\s+of\s+[\p{L}\s’'-]{1,50})?\s+\((\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)\)/giu;

/** Shares in words that are another than the percentage in brackets behind them. */
export function wrongFractions(text: string): readonly WrongWords[] {
  if (!/(?:half|third|quarter|fifth|tenth)/i.test(text) || !text.includes('(')) return [];
  const found: WrongWords[] = [];
  for (const match of text.matchAll(SHARE)) {
    const [words, about = '', count = 'a', part, , percent] = match;
    const of = { a: 1, one: 1, two: 2, three: 3, four: 4 }[count.toLowerCase()]!;
    const name = part!.toLowerCase().replace(/s$/, '');
    // "The quarter (31%)" and "the second half (12%)" are times.
    if (name !== 'half' && match[2] === undefined) continue;
    if (
      /\b(?:first|second|last|other|this|that|each|per)\s*$/i.test(
        text.slice(Math.max(0, match.index - 12), match.index + 1),
      )
    )
      continue;
    const share = of * PARTS[name]!;
    const said = Number(percent);
    const below = /nearly|almost|under|less|fewer/i.test(about);
    const above = /over|more/i.test(about);
    const off = said - share;
    // "Over half (58%)", "nearly half (42%)"
    const most = above && off > 0 ? 10 : below && off < 0 ? 10 : 5.5;
    if (Math.abs(off) <= most && !(below && off > 1) && !(above && off < -1)) continue;
    const start = match.index + (words.length - words.trimStart().length);
    found.push({
      span: { start, end: match.index + words.length },
      message: `“${words.trim().replace(/\s+/g, ' ')}” says two things: ${of === 1 ? `a ${name}` : `${count} ${name}s`} is ${grouped(share, 0)}%. Put right the words or the number.`,
    });
  }
  return found;
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
