/** Finds products that their two numbers do not make: “24 sessions × £15 = £380”. */
import { like, slack } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';

const TIMES = /^(?:\s[a-z-]+){0,2}\s[x×]\s$/;
const EQUALS = /^(?:\s[a-z-]+){0,3}\s=\s$/;
/** How far off somebody multiplies wrong, as a share of the product; what is further off has more to it. */
const FURTHEST = 0.35;

export function wrongProducts({ text, amounts }: CountedText): readonly Clash[] {
  return amounts.slice(2).flatMap((product, at): readonly Clash[] => {
    const [a, b] = [amounts[at]!, amounts[at + 1]!];
    const isTold =
      TIMES.test(text.slice(a.span.end, b.span.start)) &&
      EQUALS.test(text.slice(b.span.end, product.span.start));
    if (!isTold || [a, b, product].some(({ unit, loose }) => unit === 'percent' || loose)) return [];
    const is = a.value * b.value;
    const off = Math.abs(is - product.value);
    const rounded = Math.max(slack(product), slack(a) * b.value + slack(b) * a.value, product.step / 2);
    if (off <= rounded || off > is * FURTHEST) return [];
    const by = like(product, is);
    const why = `“${product.words}” does not follow from the numbers before it: ${a.words} × ${b.words} is ${by}.`;
    return [wrong(product, why, by)];
  });
}
