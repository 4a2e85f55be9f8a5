/** Reads counts that have their shares beside them in brackets. */
import { type Amount, isCount } from '../amounts/amounts';

/** "31 (37%)", and where its part stands among the amounts. */
export interface Pair {
  readonly part: Amount;
  readonly share: Amount;
  readonly at: number;
}

const OPENS = /^\s\($/;
const OPENS_LATER = /^(?:\s[a-z]+){0,2}\s\($/;

/** The counts of a text with their shares in brackets behind them. */
export function pairsIn(text: string, amounts: readonly Amount[]): readonly Pair[] {
  return pairsBy(OPENS, text, amounts).filter(({ part, at }) => part === amounts[at]);
}

/** The same also where the share stands first (“58% of them (1,700)”), or has up to two words before its bracket. */
export function pairsEitherWay(text: string, amounts: readonly Amount[]): readonly Pair[] {
  return pairsBy(OPENS_LATER, text, amounts);
}

function pairsBy(opens: RegExp, text: string, amounts: readonly Amount[]): readonly Pair[] {
  return amounts.slice(1).flatMap((second, at) => {
    const first = amounts[at]!;
    const [part, share] = first.unit === 'percent' ? [second, first] : [first, second];
    if (!isCount(part) || share.unit !== 'percent' || part.loose || share.loose) return [];
    const isPair = opens.test(text.slice(first.span.end, second.span.start)) && text[second.span.end] === ')';
    return isPair ? [{ part, share, at }] : [];
  });
}

/** The pair that a cell has, and nothing else: “126 (73%)”. */
export function onlyPair(text: string, amounts: readonly Amount[]): Pair | undefined {
  const [pair] = pairsIn(text, amounts);
  return pair?.part.span.start === 0 && pair.share.span.end === text.length - 1 ? pair : undefined;
}
