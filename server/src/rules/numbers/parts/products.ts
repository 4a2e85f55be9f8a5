/** Finds totals that are not so many times so much: “230 in each of the four libraries, 820 in all”, “40 tablets at £180 each, £7,400”. */
import { type Amount, isCount } from '../amounts/amounts';
import { like, slack } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { isNotAll } from './breakdown';

/** From the number of each to how many there are: “230 children in each of the four libraries”. */
const IN_EACH =
  /^(?:\s[A-Za-z’'-]+){0,4}?\s(?:in|at|for|from|to|by|with)\seach\sof\s(?:(?:the|our|its|their|these|those)\s)?(?:other\s)?$/;
/** From how many sets there are to how many each has: “12 groups of 8 people”, with “106 people in all” behind it. */
const SETS_OF =
  /^\s(?:[a-z]+\s)?(?:groups|classes|sets|boxes|teams|rows|tables|bundles|packs|batches|courses|blocks|cohorts)\sof\s$/;
/** From how many there are to what each costs: “40 tablets at £180”. */
const AT = /^(?:\s[A-Za-z’'-]+){1,4}?\s(?:at|costing)\s$/;
const EACH = /^\s(?:each|apiece|a\s(?:head|piece|set|copy|session|time))(?=\W|$)/;
/** Signs between two numbers. */
const TIMES = /^(?:\s[a-z-]+){0,2}\s[x×]\s$/;
const EQUALS = /^(?:\s[a-z-]+){0,3}\s=\s$/;
/** From the last of two numbers to their product. */
const MAKES =
  /^(?:\s(?:each|apiece|a\s[a-z]+))?(?:\s(?!(?:and|with|plus)\s)[A-Za-z’'-]+){0,3}?(?:,|\s[–—-]|:|\s\(|\s(?:come|comes|came|add)(?=\s)|\smak(?:es|ing)|\sis|\sgives|\sgiving|\scosts?|\stotall?ing)(?:\s(?:so|or|which|that|is|are|was|makes?|making|gives?|giving|comes?|came|at|to|up|a|an|total|of|cost|costing|totall?ing|some)){0,5}\s$/;
/** Between the two numbers of “At £85 each, that is £3,400.”, which is of as many as the sentence before has. */
const EACH_MAKES =
  /^\s(?:each|apiece|a\s(?:head|piece|set|copy)),\s(?:that|this|they|it)\s(?:is|makes?|comes?\sto|costs?|(?:would|will)\s(?:be|cost|come\sto))\s$/i;
/** Behind a number of all: “820 in all”. */
export const IN_ALL = /^(?:\s[a-z]+){0,2}\s(?:in\s(?:all|total)|altogether)\b/;
/** Words that multiply it again, or say that it is not all. */
const FURTHER =
  /\b(?:times|twice|week(?:s|ly)?|months?|monthly|years?|yearly|days?|daily|terms?|hours?|sessions?|over|until|between|up\sto|on\saverage|discount\w*|VAT|delivery|off|about\shalf|free)\b/i;
/** How far off somebody multiplies wrong, as a share of the product. */
const FURTHEST = 0.35;

/**
 * The totals of a sentence that do not follow from the two numbers before them.
 *
 * @param before the sentence before it, which may say how many there are
 */
export function wrongProducts(
  { text, amounts }: CountedText,
  before: CountedText | undefined,
): readonly Clash[] {
  const [each, all, ...others] = amounts;
  const [many, ...more] = before?.amounts ?? [];
  if (each && all && isCount(many) && more.length + others.length === 0) {
    const isOfThem =
      /^At\s$/.test(text.slice(0, each.span.start)) &&
      EACH_MAKES.test(text.slice(each.span.end, all.span.start)) &&
      /^\.?$/.test(text.slice(all.span.end)) &&
      !isNotAll(before!.text);
    return isOfThem && isProductOff(many, each, all, text) ? [wrongProduct(many, each, all)] : [];
  }
  return amounts.slice(2).flatMap((product, at) => {
    const [a, b] = [amounts[at]!, amounts[at + 1]!];
    const [between, then] = [
      text.slice(a.span.end, b.span.start),
      text.slice(b.span.end, product.span.start),
    ];
    const behind = text.slice(product.span.end);
    // “Two printers at £300 each and 40 tablets at £180 each, £7,800 in all”
    const isLastOfSeveral = amounts.slice(0, at).some(({ unit }) => unit === product.unit);
    const isTold =
      (TIMES.test(between) && EQUALS.test(then)) ||
      (!isLastOfSeveral &&
        MAKES.test(then) &&
        ((IN_EACH.test(between) && (IN_ALL.test(behind) || /making|total|so\s/.test(then))) ||
          (AT.test(between) && EACH.test(text.slice(b.span.end)) && b.unit === 'money') ||
          (SETS_OF.test(between) && IN_ALL.test(behind))));
    return isTold && isProductOff(a, b, product, text) ? [wrongProduct(a, b, product)] : [];
  });
}

/** Whether a number is near the product of two others of its sentence or the one before it, and not it. */
export function isProductOff(a: Amount, b: Amount, product: Amount, text: string): boolean {
  const units = [a, b].map(({ unit }) => unit);
  if (units.includes('percent') || (units[0] === 'money' && units[1] === 'money')) return false;
  if (product.unit !== (units.includes('money') ? 'money' : 'count')) return false;
  if (product.loose || a.value < 2 || b.value < 2 || isNotAll(text.replace(/\beach\b/gi, ''))) return false;
  const is = a.value * b.value;
  const off = Math.abs(is - product.value);
  const rounded = Math.max(slack(product), slack(a) * b.value + slack(b) * a.value, product.step / 2);
  const loose = a.loose || b.loose ? is / 20 : 0;
  if (off <= rounded + loose || off > is * FURTHEST) return false;
  // A number with so many zeros is rounded.
  if (product.unit === 'count' && product.value % 100 === 0 && off < 100) return false;
  const rest = text.slice(Math.max(0, Math.min(a.span.start, b.span.start) - 60), product.span.end + 30);
  return !FURTHER.test(rest.replace(/\bsessions?\b/, ''));
}

export function wrongProduct(a: Amount, b: Amount, product: Amount): Clash {
  const by = like(product, a.value * b.value);
  const why = `“${product.words}” does not follow from the numbers before it: ${a.words} × ${b.words} is ${by}.`;
  return wrong(product, why, by);
}
