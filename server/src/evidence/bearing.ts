/** What figures prove nothing: what is planned, how many libraries and people a place has. */
import type { Bearing, FigureKind, Quantity } from './types';

const WORDS = (most: number): string =>
  `(?:(?!(?:that|which|who|whom|whose|where|the|these|those|our|already|from|than|when|if|because|used)\\b)[\\p{L}\\d’'%-]{1,24}\\s){0,${most}}`;
const NEARLY =
  '(?:(?:about|around|some|over|up to|at least|more than|nearly|almost|roughly|another|a further|all|just|only)\\s){0,2}';
/** What a service does for people. What is foreseen of a place (“will lose”, “will be over 75”) is evidence of a need. */
const PROVIDES =
  '(?:reach|help|support|serve|train|teach|coach|mentor|recruit|run|hold|offer|lend|provide|deliver|interview|welcome|invite|enable|involve|engage|enrol|equip|take on|work with|sign up|get)';
const PLANNED = new RegExp(
  `(?:${[
    `\\b(?:will|shall|would|could|we’ll|we'll)\\s(?:also\\s|then\\s|each\\s|together\\s)?${PROVIDES}\\s${WORDS(6)}`,
    `\\bwill\\s(?:be\\s(?:held|offered|run|open|trained|recruited|reached|helped)|have\\s(?:reached|helped|supported|trained|taught))\\s${WORDS(4)}`,
    `\\btargets?:\\s${NEARLY}`,
    `\\b(?:aims?|aiming|hopes?|hoping|intends?|plans|planning|pledged|promised|committed|sets?\\sout|want)\\s(?:to|for)\\s${WORDS(7)}`,
    `\\b(?:we|it|they)\\s(?:expect|ask|asks|propose|proposes)\\s(?:to\\s|for\\s)?${NEARLY}`,
    `\\b(?<!against\\sa\\s)(?:targets?|goals?|aims?|ambition)\\s(?:(?:is|are|of|was)\\s|for\\s${WORDS(4)}(?:is|are)\\s)(?:that\\s|to\\s|for\\s|an?\\s)?${WORDS(5)}`,
    `\\b(?:places?|room|space|capacity)\\s(?:for|of)\\s${NEARLY}`,
  ].join('|')})$`,
  'u',
);

/** “our 14 branch libraries”, “45 hours a week” */
const HAS =
  /^\s(?:of\s(?:the|our|its)\s)?(?:(?:public|branch|community|local|town|village|mobile|static|core|other)\s){0,2}(?:libraries|branches|library buildings|service points)\b|^\shours\s(?:a|per|each|every)\sweek\b/;
/** “a population of 24,000”, “Ashby has 24,000 residents” */
const INHABITED = /\b(?:population\s(?:of|is|was)|home\sto|serves|serving|has)\s$/;
const INHABITANTS =
  /^\s(?:residents|inhabitants)\b(?!\s(?:who|with|without|of|aged|over|under|on|in receipt)\b)|^\speople(?:\slive)?\s(?:(?:in|across)\s(?:the|our|its)\s(?:county|borough|district|city|town|village|area)\b|here\b)/;

const IS_LIBRARY =
  /\b(?:librar(?:y|ies)|branch(?:es)?|building|service)\b[^.;:]{0,50}\b(?:had|has|have|welcomed|received|gets?|counted|recorded)\s$/;
const VISITS = /^\s(?:library\s)?(?:visits|visitors)\b/;

/**
 * What a quantity bears out, where that is less than what its passage argues.
 *
 * @param sentence in lower case, in which its offsets count
 */
export function bearingOf(
  { span: { start, end }, measure }: Quantity,
  kind: FigureKind,
  sentence: string,
): Bearing | undefined {
  const before = sentence.slice(Math.max(0, start - 120), start);
  if (PLANNED.test(before)) return 'none';
  if (measure !== 'count') return undefined;
  const after = sentence.slice(end, end + 60);
  const led = before.replace(NEARLY_AT_END, '');
  // Where libraries close, that is a claim.
  if (kind === 'own' && HAS.test(after)) return 'none';
  if (INHABITED.test(led) && (INHABITANTS.test(after) || /\bpopulation\s(?:of|is|was)\s$/.test(led)))
    return 'none';
  return VISITS.test(after) && IS_LIBRARY.test(led) ? 'use' : undefined;
}

const NEARLY_AT_END = new RegExp(`\\b${NEARLY}$`);
