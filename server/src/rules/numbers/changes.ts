/** Changes that do not follow from the two numbers that they are between: "up 60%, from 88 to 120". */
import { greatest, least } from '../../lists';
import type { Amount } from './amounts';
import { roundingOf, slack } from './rounding';
import type { Found } from './shares';
import { grouped, like } from './written';

const UP =
  /\b(?:up|rise|rises|rose|risen|grow|grows|grew|grown|growth|gone\s+up|went\s+up|increas(?:e|es|ed|ing)|more|higher|gain)\b/i;
const DOWN =
  /\b(?:down|fall|falls|fell|fallen|drop(?:s|ped)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|cut|reduc(?:ed|tion)|lower|fewer|less|loss)\b/i;
const FROM_TO =
  /^(?:\s+[\p{L}\d/–-]+){0,8}?\s+to\s+(?:(?:over|about|around|nearly|almost|just|an?|only)\s+)*$/iu;
const CHANGE_AFTER =
  /^[^().;:!?]{0,50}(?:\(\s*(?:(?:up|down)(?:\s+by)?\s+|an?\s+(?:rise|fall|drop|growth|increase|decrease|reduction)\s+of\s+|by\s+|[+−–-]\s?)|,\s+(?:(?:up|down)\s+(?:by\s+)?|(?:which\s+is\s+)?an?\s+(?:[\p{L}-]+\s+)?(?:rise|increase|growth|fall|drop|decrease|decline|reduction|cut|jump)\s+of\s+))$/iu;
const CHANGE_BEFORE = /^(?:[^().;:!?\d]{0,60}(?:\b(?:19|20)\d\d)?,)?[^().;:!?,\d]{0,45}\bfrom\s+$/i;

/** "from £118,400 to £71,900, a saving of £46,500": of money alone, as a count may be of something else. */
const DIFFERENCE =
  /^[^().;:!?,]{0,30},\s+(?:which\s+is\s+)?an?\s+(?:[\p{L}-]+\s+)?(?:rise|increase|growth|fall|drop|decrease|decline|reduction|cut|saving|difference|loss|gain)\s+of\s+$/iu;
/** Money for each, or in each: another sum than what it comes to in all. */
const RATE = /^\s*(?:\/|an?\b|per\b|each\b|every\b|p\.?a\b)/i;

/** "… is 12% up on the 918,440 of the year before" */
const UP_ON =
  /^\s+(?:up|down|more|higher|fewer|lower|less|above|below)\s+(?:on|than|from)\s+(?:(?:the|its|their|our|last\s+year[’']s|the\s+previous\s+year[’']s|the\s+year\s+before[’']s)\s+)?$/i;

/** "£118k, down from £164k in 2019/20, a 39% decrease" */
const DOWN_FROM = /^[^().;:!?]{0,40}\b(?:up|down)\s+from\s+(?:the\s+)?$/i;
const THEN_SHARE = /^(?:\s+[\p{L}\d/–-]+){0,5}?(?:,\s+|\s+\()(?:which\s+is\s+)?(?:an?\s+)?$/iu;
const CHANGE = /^\s+(?:increase|rise|growth|jump|fall|drop|decrease|decline|reduction|cut)\b/i;

/** "118, down 39% from 164" */
const LEADS_UP = /(?:,|\bis|\bare|\bwere|\bwas)\s+(?:up|down)\s+(?:by\s+)?$/i;
const ON = /^\s+(?:from|on|against)\s+(?:the\s+)?$/i;

/** Changes of a sentence that are not those from the one amount to the other. */
export function wrongChanges(text: string, amounts: readonly Amount[]): readonly Found[] {
  const found: Found[] = [];
  for (let index = 0; index + 1 < amounts.length; index++) {
    const [from, to] = [amounts[index]!, amounts[index + 1]!];
    if (from.unit !== to.unit || from.unit === 'percent' || from.value <= 0) continue;
    const lead = text.slice(Math.max(0, from.span.start - 10), from.span.start);
    if (!/\bfrom\s+$/i.test(lead) || !FROM_TO.test(text.slice(from.span.end, to.span.start))) continue;
    const after = amounts[index + 2];
    const before = amounts[index - 1];
    if (after?.unit === 'money' && DIFFERENCE.test(text.slice(to.span.end, after.span.start))) {
      checkDifference(from, to, after);
    } else if (after?.unit === 'percent') {
      const words = text.slice(to.span.end, after.span.start);
      if (CHANGE_AFTER.test(words))
        check(from, to, after, words, text.slice(after.span.end, after.span.end + 20));
    } else if (before?.unit === 'percent') {
      const words = text.slice(before.span.end, from.span.start);
      const said = text.slice(Math.max(0, before.span.start - 40), before.span.start);
      if (CHANGE_BEFORE.test(words) && /\b(?:by|an?|up|down)\s+$|\bof\s+$/i.test(said))
        check(from, to, before, `${said}${words}`, words);
    }
  }
  for (let index = 0; index + 2 < amounts.length; index++) {
    const [to, from, share] = [amounts[index]!, amounts[index + 1]!, amounts[index + 2]!];
    if (from.unit !== to.unit || from.unit === 'percent' || from.value <= 0 || share.unit !== 'percent')
      continue;
    const words = text.slice(to.span.end, from.span.start);
    if (!DOWN_FROM.test(words) || !THEN_SHARE.test(text.slice(from.span.end, share.span.start))) continue;
    const after = text.slice(share.span.end, share.span.end + 20);
    if (CHANGE.test(after)) check(from, to, share, words, after);
  }
  for (let index = 1; index + 1 < amounts.length; index++) {
    const [share, from] = [amounts[index]!, amounts[index + 1]!];
    if (share.unit !== 'percent' || from.unit === 'percent') continue;
    const words = text.slice(share.span.end, from.span.start);
    const lead = text.slice(Math.max(0, share.span.start - 20), share.span.start);
    if (!UP_ON.test(words) && !(LEADS_UP.test(lead) && ON.test(words))) continue;
    // What has gone up may be any of the numbers before it; of a like size there is only one.
    const like = amounts
      .slice(0, index)
      .filter(({ unit, value }) => unit === from.unit && value > from.value / 3 && value < from.value * 3);
    if (like.length === 1) check(from, like[0]!, share, words, '');
  }
  return found;

  function checkDifference(from: Amount, to: Amount, difference: Amount): void {
    if (from.unit !== 'money' || to.unit !== 'money' || [from, to, difference].some(({ loose }) => loose))
      return;
    const [first, last] = [to, difference].map(({ span }) => RATE.test(text.slice(span.end)));
    if (first !== last || difference.value > Math.max(from.value, to.value)) return;
    const is = Math.abs(to.value - from.value);
    if (Math.abs(is - difference.value) <= slack(from) + slack(to) + roundingOf(difference) + 1e-6) return;
    found.push({
      at: difference,
      message: `From “${from.words}” to “${to.words}” is ${like(from, is)}, not “${difference.words}”. Put right whichever is wrong.`,
    });
  }

  function check(from: Amount, to: Amount, share: Amount, said: string, after: string): void {
    if (/^\s*(?:percentage\s+)?points?\b/i.test(after) || /\b(?:per|average|mean|rate)\b/i.test(said)) return;
    const loose = from.loose || to.loose || share.loose ? 5 : share.step * 1.01;
    const at = (a: number, b: number): number => (100 * (b - a)) / a;
    const ends = [
      at(from.value + slack(from), to.value - slack(to)),
      at(from.value - slack(from), to.value + slack(to)),
    ];
    const [low, high] = [least(ends), greatest(ends)];
    const within = (value: number): boolean => value > low - loose && value < high + loose;
    if (within(share.value) || within(-share.value)) return;
    // "From 58 to 116, 200% of what it was."
    const change = at(from.value, to.value);
    if (!UP.test(said) && !DOWN.test(said) && within(share.value - 100)) return;
    found.push({
      at: share,
      message: `From “${from.words}” to “${to.words}” is ${change < 0 ? 'a fall' : 'a rise'} of ${grouped(Math.abs(change), 1)}%, not “${share.words}”. Put right whichever is wrong.`,
    });
  }
}
