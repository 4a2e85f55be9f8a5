/** Tells what money is worth as a proof: what is got out of what is put in, saved or lost, or a price, a cost, a budget. All texts here are in lower case. */
import { isLostOverTime } from './bookkeeping';
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
  if (ELSEWHERE_COSTS.test(near) || COSTS_TO_TREAT.test(text.slice(Math.max(0, start - 40), end + 60)))
    return 'claim';
  if (RETURNS.test(near) || LOCAL_SPEND.test(near)) return 'claim';
  if (value < 1000 && AGAINST_ANOTHER.test(text.slice(end, end + 40))) return 'claim';
  if (/\bvalued\s+at\s+(?:\w+\s+)?$/.test(before)) return 'claim';
  if (
    /^\s+(?:a|per)\s+(?:head|resident|person|household|visit|loan)\s+(?:a\s+year|of\s+(?:the\s+)?population)\b|^\s+per\s+(?:visit|loan|resident|household)\b/.test(
      text.slice(end, end + 40),
    )
  )
    return 'claim';
  if (COSTS_PEOPLE.test(before)) return 'claim';
  if (SPENDS.test(before) && /^\s+(?:a|per)\s+(?:head|person|resident)\b/.test(text.slice(end, end + 20)))
    return 'claim';
  if (PRICE.test(near) && value < 1000) return 'plain';
  if (
    value < 50 &&
    !/\b(?:cost|spen[dt]|less|more|budget)\b/.test(before) &&
    /^\s+(?:a|per)\s+(?:head|team|table|child|family|person)\b/.test(text.slice(end, end + 14))
  )
    return 'plain';
  if (OWN_ACCOUNTS.test(before) && !CHANGE.test(near) && !HELD_AGAINST.test(text.slice(end, end + 30)))
    return 'own';
  if (OF_INCOME.test(before) || TO_A_PLAN.test(text.slice(end, end + 60))) return 'own';
  if (OF_A_CONTRACT.test(near)) return 'own';
  if (PROPOSES.test(before)) return 'own';
  if (proposal || PAY_OFFERED.test(near) || inOption(text, start, end) || SAVING_SOUGHT.test(near))
    return 'own';
  if (SAVES.test(before) && !MUST_SAVE.test(before)) return 'claim';
  if (isLostOverTime(before, text.slice(end, end + 80))) return 'claim';
  return VALUE.test(near) || (CHANGE.test(near) && CUTS.test(near)) ? 'claim' : 'own';
}

/** "Turnover was £6.9m, of which £5.8m …": what is in the accounts of the year, up to the sum. */
const OWN_ACCOUNTS =
  /(?:^|[.;]\s+)\W*(?:\d[\d.]*\s+)?(?:turnover|outturn|(?:our|its|the\s+(?:trust|society|charity|service)['’]s|total|gross|net)\s+(?:total\s+|gross\s+|net\s+)?(?:turnover|income|expenditure|outturn))\s+(?:was|is|came\s+to|stood\s+at)\s+(?:(?:about|around|some)\s+)?(?:£[\d.,]+\s?(?:k|m|million)?,?\s+of\s+which\s+)?$/;
const HELD_AGAINST = /^\s+(?:a\s+year\s+)?(?:lower|higher|less|more)\b/;

const OF_INCOME =
  /\b(?:an|its|our|their|total|annual|gross)\s+(?:annual\s+|total\s+|gross\s+)?income\s+of\s+(?:about\s+|around\s+|some\s+)?$|\breserves\s+(?:of|are|were|st(?:and|ood)\s+at)\s+(?:about\s+|around\s+|some\s+)?$/;

/** A saving that is set: "to contribute £212,000 to the Medium Term Financial Plan". */
const TO_A_PLAN =
  /^\s+(?:to|towards)\s+(?:the\s+|our\s+|its\s+)?(?:[\w'’]+\s+)?(?:medium[-\s]term|mtf[ps]\b|savings\s+(?:target|plan|programme))/;

/** "It costs £11,000 a year to treat one person". */
const COSTS_TO_TREAT =
  /\bcosts?\s+[^.;]{0,20}£[\d,.]+(?:\s?(?:k|m|million|thousand))?\s+(?:a\s+\w+\s+|each\s+\w+\s+|per\s+\w+\s+)?to\s+(?:treat|keep|house|look\s+after|care\s+for|place|imprison|support)\b/;

/** "Being offline costs each household an extra £900 a year". */
const COSTS_PEOPLE =
  /\bcosts?\s+(?:each|every|an?|the\s+(?:average|typical))\s+(?:\w+\s+){0,2}?(?:household|family|person|resident|adult|pensioner|patient|parent|child|home|business|firm|employer|taxpayer)\s+(?:an?\s+)?(?:extra\s+|about\s+|around\s+|some\s+|over\s+|up\s+to\s+|nearly\s+|almost\s+|at\s+least\s+|more\s+than\s+)*$/;
const SPENDS = /\bspen(?:ds?|t|ding)\s+(?:[\w'’-]+\s+){0,3}$/;
/** What others charge: a price that tells what a free service is worth. */
const ELSEWHERE_COSTS =
  /\bwould\s+(?:otherwise\s+|normally\s+)?(?:have\s+)?(?:cost|set)\s+(?:an?|each|the|any|them|you|most|(?!(?:about|around|over|some|only|just|nearly|almost|between|up)\b)[a-z]+\s+(?:trader|person|customer|business|firm|family|company)s?)\b|\bwould\s+(?:otherwise|have)\s+(?:have\s+)?cost\b|\bwould\s+(?:charge|quote)\b|\bwould\s+cost\b[^.;]{0,40}\bto\s+buy\b|\bthat\s+(?:a|most)\s+[^.;]{0,30}\bcould\s+(?:not|never)\s+(?:pay|afford)/;

/** "£7 for every £1": what is got out of what is put in. */
const RETURNS =
  /\b(?:for|from|on|in)\s+(?:every|each)\s+(?:pound|£\s?1)\b(?!,?\d)|\b(?:every|each)\s+(?:pound|£\s?1)\b(?!,?\d)/;

/** What those who come spend about the place. */
const LOCAL_SPEND =
  /\bsp(?:end|ends|ent|ending)\b[^.;]{0,40}\b(?:locally|in\s+(?:local|nearby|other|the)\s+(?:shops|businesses|cafes|caf[eé]s|town|economy)|nearby)\b/;

const AGAINST_ANOTHER = /^(?:\s+[\w'’-]+){0,5}?\s+(?:as\s+)?(?:against|compared\s+(?:with|to))\s+[£\d]/;

const SAVES = /\bsav(?:e|es|ed|ing)\s+(?:[\w'’-]+\s+){0,4}$/;

/** A saving that somebody is set is a part of a budget. */
const MUST_SAVE =
  /\b(?:must|(?:has|have|had|needs?|asked|told|required|ordered|plans?|proposals?|aims?|bid|efforts?|ways?|was|were|is|are)\s+to)\s+(?:find\s+and\s+)?sav(?:e|es)\s+(?:[\w'’-]+\s+){0,4}$/;

/** Savings that have yet to be found are a part of a budget. */
const SAVING_SOUGHT =
  /\b(?:further|options\s+for|proposals\s+for|proposed|required|target)\s+savings\b|\b(?:agree|find|make|deliver|achieve|identify|require|propose)[sd]?\s+(?:an?\s+|the\s+)?(?:\w+\s+)?savings?\s+of\b|\bsavings?\s+(?:of\s+\S+(?:\s+\S+)?\s+)?(?:(?:is|are|was|were)\s+)?(?:required|needed|sought|proposed|to\s+be\s+(?:made|found|achieved|delivered))\b|\bsavings?\s+of\s+\S+(?:\s+\S+)?\s+(?:is|are)\s+(?:\w+\s+)?(?:needed|required|sought)\b/;

/** "The proposal is to shut three branches and to save": what it sets out to do, right before the sum. */
const PROPOSES =
  /\b(?:proposal|plan|idea|recommendation|suggestion|intention)s?\s+(?:is|was|are|were)\s+to\s(?:(?!(?:which|that|who|but|because|while|it)\b)[\w’'-]+\s+){0,12}?(?:save|cut|spend|find|move|borrow|invest|release|raise)\s+(?:(?:a|about|around|some|over|up|to|nearly|another|further)\s+)*$/;

const OF_A_CONTRACT =
  /\b(?:contract|tender)s?\b[^.;]{0,60}\b(?:value|worth)\b|\b(?:fund|grant|award|package|pot|bid|prize)s?\s+(?:(?:is|was|are|were|which\s+is|will\s+be)\s+)?worth\b|\bvalue\s+of\s+the\s+(?:contract|tender)\b/;

/** A line of what could be cut, with what that would bring. */
const OPTION_SAVES =
  /\boption(?:\s+[a-z\d])?\s+(?:would\s+|will\s+)?(?:[\w'’-]+\s+){0,5}?sav(?:e|es|ing)\b|\boption\s+[a-z\d]\s+[^.;]{0,120}?\band\s+sav(?:e|es)\b/;

const OPTION = /^\W*(?:options?|proposals?|measures?)\s+(?:[\w'’-]+\s+){0,4}?savings?\b/;

/** Looked for near the figure and at the beginning alone: a sentence may be as long as a file. */
function inOption(text: string, start: number, end: number): boolean {
  return OPTION.test(text.slice(0, 120)) || OPTION_SAVES.test(text.slice(Math.max(0, start - 150), end + 60));
}

/** What a post is paid. */
const PAY_OFFERED = /\bsalar(?:y|ies)\s*(?:is|of|range|from|between|:)|\bpro\s+rata\b|\bper\s+annum\b/;
