/** Finds what one visit costs, and in how many years a cost comes back, where it does not follow from the numbers beside it. */
import { type Amount, countOf } from '../amounts/amounts';
import { grouped, like, slack } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';

/** An amount with the text behind it. */
interface Told {
  readonly one: Amount;
  readonly behind: string;
}

const PER =
  /^\s(?:a|per|each|for\s(?:each|every))\s(visit|loan|session|attendance|member|person|borrower|hour|child)\b/;
/** What a number counts: “31,500 visits”. */
const COUNTED =
  /^\s(?:[a-z]+\s)?(?:(visit|loan|session|attendance|member|borrower|hour|child)(?:s|ren)|(?<person>people))\b/;
/** Before what one costs: “or £5.92 a visit”. */
const OR = /(?:\b(?:or|so|is|makes|means|about|works\sout\sat|comes\sto)|[(=])\s$/;
const COSTS = /\b(?:costs?|spent|spend|budget|ask(?:ing)?(?:\s[a-z]+){0,4}\sfor)\b/i;
/** What may be counted otherwise. */
const OTHERWISE =
  /\b(?:net|gross|average|per\shead|excluding|including|apart\sfrom|once|after|less|without|off|grant|plus|subsid\w+|saves?|fall|rose|from)\b/i;
const MOST_OFF = 2;

const PAYS =
  /\b(?:pays?\s(?:for\sitself|back)|payback(?:\speriod)?(?:\s(?:is|of))?)\s(?:in\s|over\s|after\s|within\s)?(?:(?:just\s|well\s)?(under|less\sthan|over|more\sthan|about|around|nearly)\s)?(\d{1,2}(?:\.\d)?|[a-z]{3,9})\syears\b/i;
const YEARLY = /^\s(?:a|per|each|every)\syear\b/;
/** What others pay of it, or what else it costs. */
const PAID_ELSE = /\b(?:half|thirds?|quarters?|grants?|loan|interest|maintenance|per\scent|net)\b|%/i;
const SAVES = /\bsav(?:es?|ings?|ed|ing)\b/i;

/** What the number before a text counts; people are persons. */
const nounBehind = (behind: string): string | undefined => {
  const match = COUNTED.exec(behind);
  return match?.groups?.person === undefined ? match?.[1] : 'person';
};

const toldIn = ({ text, amounts }: CountedText): readonly Told[] =>
  amounts.map((one) => ({ one, behind: text.slice(one.span.end) }));

/**
 * @param last the sentence before it, in which the numbers may be
 */
export function wrongUnitCosts(own: CountedText, last: CountedText | undefined): readonly Clash[] {
  if (own.amounts.length + (last?.amounts.length ?? 0) === 0) return [];
  if (!/\b(?:visit|loan|session|attendance|member|person|borrower|hour|child|years)\b/.test(own.text))
    return [];
  const told = [...(last ? toldIn(last) : []), ...toldIn(own)];
  const context = `${last?.text ?? ''} ${own.text}`;
  return [...perOne(own, told, context), ...payback(own, told, context)];
}

/** “31,500 visits … cost £186,400 to run, or £5.92 a visit” */
function perOne({ text, amounts }: CountedText, told: readonly Told[], context: string): readonly Clash[] {
  if (!COSTS.test(context) || OTHERWISE.test(context)) return [];
  return amounts.flatMap((unit): readonly Clash[] => {
    const noun = PER.exec(text.slice(unit.span.end))?.[1];
    if (unit.unit !== 'money' || unit.loose || !noun || !OR.test(text.slice(0, unit.span.start))) return [];
    const costs = told.filter(({ one }) => one.unit === 'money' && one !== unit);
    const counts = told.filter(({ one, behind }) => one.unit === 'count' && nounBehind(behind) === noun);
    const [cost, count] = [costs[0]?.one, counts[0]?.one];
    if (!cost || !count || costs.length + counts.length > 2 || cost.loose || count.loose) return [];
    const is = cost.value / count.value;
    const low = (cost.value - slack(cost)) / (count.value + slack(count)) - unit.step / 2;
    const high = (cost.value + slack(cost)) / Math.max(1, count.value - slack(count)) + unit.step / 2;
    // A number with zeros at its end may be rounded.
    const off = 0.005 * is + unit.step / 100;
    if (
      (unit.value > low - off && unit.value < high + off) ||
      unit.value > is * MOST_OFF ||
      unit.value < is / MOST_OFF
    )
      return [];
    const by = like(unit, is);
    const of = `“${cost.words}” for ${count.words} ${noun === 'person' ? 'people' : `${noun}s`}`;
    return [wrong(unit, `“${unit.words}” does not follow from ${of}, which is ${by} each.`, by)];
  });
}

/** “It costs £148,500 and saves £41,250 a year, and so pays for itself in 3.6 years” */
function payback({ text }: CountedText, told: readonly Told[], context: string): readonly Clash[] {
  const pays = PAYS.exec(text);
  if (!pays || !SAVES.test(context) || PAID_ELSE.test(context)) return [];
  const [words, hedge = '', count] = pays;
  const money = told.filter(({ one }) => one.unit === 'money');
  const [yearly, ...more] = money.filter(({ behind }) => YEARLY.test(behind));
  const cost = money.find((one) => one !== yearly)?.one;
  const years = countOf(count!);
  if (!yearly || !cost || !years || more.length > 0 || money.length > 2 || cost.loose || yearly.one.loose)
    return [];
  const is = cost.value / yearly.one.value;
  const isUnder = /under|less/i.test(hedge);
  const isOver = /over|more/i.test(hedge);
  const off = count!.includes('.') ? 0.1 : 0.6;
  const isRight = isUnder
    ? is < years + 0.05
    : isOver
      ? is > years - 0.05
      : Math.abs(is - years) <= off + (hedge ? 0.3 : 0);
  if (isRight || is > 3 * years || is < years / 3) return [];
  const span = { start: pays.index, end: pays.index + words.length };
  const why = `At “${yearly.one.words}” a year, “${cost.words}” comes back in ${grouped(is, 1)} years.`;
  return [wrong({ span }, why)];
}
