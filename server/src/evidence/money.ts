/** Tells what money is worth as a proof: what is got out of what is put in, saved or lost, or a price, a cost, a budget. All texts here are in lower case. */
import { HYPOTHETICAL } from './supposed';
import type { FigureKind, Quantity } from './types';
import { CHANGE, CUTS, PRICE, VALUE } from './vocabulary';

/**
 * @param text The sentence.
 * @param proposal Whether it stands where a paper sets out what it asks for and what that costs.
 */
export function moneyKind(
  { span: { start, end }, value }: Quantity,
  text: string,
  proposal: boolean,
): FigureKind {
  // Words that bear on the number stand close to it: a sentence can tell of a rise and of something else.
  const near = text.slice(Math.max(0, start - 70), end + 60);
  const before = text.slice(Math.max(0, start - 80), start);
  if (HYPOTHETICAL.test(before)) return 'plain';
  if (ELSEWHERE_COSTS.test(near)) return 'claim';
  if (RETURNS.test(near) || LOCAL_SPEND.test(near)) return 'claim';
  if (value < 1000 && AGAINST_ANOTHER.test(text.slice(end, end + 40))) return 'claim';
  if (COSTS_PEOPLE.test(before)) return 'claim';
  if (PRICE.test(near) && value < 1000) return 'plain';
  if (proposal || PAY_OFFERED.test(near) || SAVING_SOUGHT.test(near)) return 'own';
  if (SAVES.test(before) && !MUST_SAVE.test(before)) return 'claim';
  return VALUE.test(near) || (CHANGE.test(near) && CUTS.test(near)) ? 'claim' : 'own';
}

/** "Being offline costs each household an extra £900 a year". */
const COSTS_PEOPLE =
  /\bcosts?\s+(?:each|every|an?)\s+(?:\w+\s+){0,2}?(?:household|family|person|resident|adult|pensioner|patient|parent|child|home|business|firm|employer|taxpayer)\s+(?:an?\s+)?(?:extra\s+|about\s+|around\s+|some\s+|over\s+|up\s+to\s+|nearly\s+|almost\s+|at\s+least\s+|more\s+than\s+)*$/;
/** What others charge: a price that tells what a free service is worth. */
const ELSEWHERE_COSTS =
  /\bwould\s+(?:otherwise\s+|normally\s+)?(?:have\s+)?(?:cost|set)\s+(?:an?|each|the|any|them|you|most)\b|\bwould\s+(?:otherwise|have)\s+(?:have\s+)?cost\b|\bwould\s+cost\b[^.;]{0,40}\bto\s+buy\b/;

/** "£7 for every £1": what is got out of what is put in. */
const RETURNS = /\b(?:for|from|on|in)\s+(?:every|each)\s+(?:pound|£\s?1)\b/;

/** What those who come spend about the place. */
const LOCAL_SPEND = /\bsp(?:end|ends|ent|ending)\b[^.;]{0,40}\b(?:locally|nearby)\b/;

const AGAINST_ANOTHER = /^(?:\s+[\w'’-]+){0,5}?\s+(?:as\s+)?(?:against|compared\s+(?:with|to))\s+[£\d]/;

const SAVES = /\bsav(?:e|es|ed|ing)\s+(?:[\w'’-]+\s+){0,4}$/;

/** A saving that somebody is set is a part of a budget. */
const MUST_SAVE = /\bmust\s+(?:find\s+and\s+)?sav(?:e|es)\s+(?:[\w'’-]+\s+){0,4}$/;

/** Savings that have yet to be found are a part of a budget. */
const SAVING_SOUGHT =
  /\b(?:agree|find|make|deliver|achieve|identify|require|propose)[sd]?\s+(?:an?\s+|the\s+)?(?:\w+\s+)?savings?\s+of\b|\bsavings?\s+(?:of\s+\S+(?:\s+\S+)?\s+)?(?:(?:is|are|was|were)\s+)?(?:required|needed|sought|proposed|to\s+be\s+(?:made|found|achieved|delivered))\b/;

/** What a post is paid. */
const PAY_OFFERED = /\bpro\s+rata\b|\bper\s+annum\b/;
