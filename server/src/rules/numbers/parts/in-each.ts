/** Finds what so many in each do not make: “libraries of four villages. There will be six workshops in each village, 20 in all”. */
import { stemOf } from '../../../words/tokenize';
import type { Amount } from '../amounts/amounts';
import type { CountedText } from '../amounts/sentences';
import type { Clash } from '../clash';
import { IN_ALL, isProductOff, wrongProduct } from './products';

/** From the number in each to that of all: “six workshops in each village, 20”. */
const IN_EACH =
  /^(?:\s[A-Za-z’'-]+){1,3}?\s(?:in|at|for|from)\seach\s([a-z]+)(?:,|\s[–—-]|\s\()\s(?:(?:so|or|making|that\sis)\s)?$/;
/** The same where the sentence begins “Each of the four libraries will hold six”. */
const OF_EACH = /^(?:\s[A-Za-z’'-]+){1,3}?(?:,|\s[–—-]|\s\()\s(?:(?:so|or|making|that\sis)\s)?$/;
const EACH_OF = /(?:^|\s)each\sof\s(?:the|our|its|their|these)\s$/i;
const HOLDS = /^(?:\s[A-Za-z’'-]+){1,6}\s$/;

/**
 * @param last the sentence before it, which may say how many there are
 */
export function wrongInEach({ text, amounts }: CountedText, last: CountedText | undefined): readonly Clash[] {
  if (!/\beach\b/i.test(text)) return [];
  return amounts.flatMap((product, at): readonly Clash[] => {
    const one = amounts[at - 1];
    if (!one || !IN_ALL.test(text.slice(product.span.end))) return [];
    const between = text.slice(one.span.end, product.span.start);
    const noun = IN_EACH.exec(between)?.[1];
    const times = noun
      ? manyOf(noun, amounts.slice(0, at - 1))
      : OF_EACH.test(between)
        ? eachOf(at)
        : undefined;
    return times && isProductOff(times, one, product, text) ? [wrongProduct(times, one, product)] : [];
  });

  /** The only number of what there is one of so many in. */
  function manyOf(noun: string, own: readonly Amount[]): Amount | undefined {
    const stem = stemOf(noun);
    const isOf = (of: string, { span }: Amount): boolean =>
      of
        .slice(span.end, span.end + 60)
        .split(/[^A-Za-z]+/)
        .slice(1, 3)
        .some((word) => stemOf(word) === stem);
    const [many, ...more] = [
      ...(last?.amounts ?? []).filter((each) => isOf(last!.text, each)),
      ...own.filter((each) => isOf(text, each)),
    ];
    return more.length > 0 || many?.loose ? undefined : many;
  }

  function eachOf(at: number): Amount | undefined {
    const [many, one] = [amounts[at - 2], amounts[at - 1]!];
    const isOf = many && EACH_OF.test(text.slice(0, many.span.start));
    return isOf && HOLDS.test(text.slice(many.span.end, one.span.start)) ? many : undefined;
  }
}
