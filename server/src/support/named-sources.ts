/** What a sentence says about the source that it names, so that a message asks only for what is missing. */

import { builtInEvidence } from '../evidence';
import { MONTHS } from '../text/dates';

const YEAR = /\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b/;
const PART_OF_YEAR = `(?:${MONTHS.join('|')}|spring|summer|autumn|winter)`;
/** A certain publication or register, with “the”, “its” or a name before it; not “a study” or “many studies”. */
const PUBLICATION =
  /(?<!\b(?:an?|some|many|several|recent|studies|research)\s(?:[a-z-]{1,20}\s)?)\b(?:survey|census|report|review|evaluation|study|audit|index|strategy|register|calculator|records|return|barometer|consultation|assessment|poll|tracker|dashboard)\b/i;

/**
 * A study or register of the author's own organisation, with its year: “the council’s 2025 residents’ survey”, “our
 * register of carers for 2026”. It is not published elsewhere.
 */
const STUDY =
  '(?:survey|evaluation|consultation|questionnaire|poll|census|study|review|count|records?|register|calculator|return|audit|log)';
const BETWEEN = "(?:[A-Za-z’'-]{1,20} ){0,3}";
const OWNERS =
  "(?:our|the (?:county |city |borough |district |town )?(?:council|library|libraries|service|library service|county|borough|trust|school|college)[’']s?)";
const OWN_OF_YEAR = new RegExp(
  `\\b${OWNERS} (?:own )?${BETWEEN}(?:(?:19|20)\\d\\d(?:[/–-]\\d\\d)? ${BETWEEN}${STUDY}\\b|${STUDY}\\b[^.;:]{0,30}\\b(?:19|20)\\d\\d\\b)|\\b(?:19|20)\\d\\d,? ${OWNERS} (?:own )?${BETWEEN}${STUDY}\\b`,
  'i',
);

export const isOwnStudy = (sentence: string): boolean => OWN_OF_YEAR.test(sentence);

const DATE = `${PART_OF_YEAR} (?:19|20)\\d\\d`;
/** “published in January 2024” */
const PUBLISHED = new RegExp(`\\b(?:published|issued|released) (?:in|on) (?:\\d{1,2} )?${DATE}\\b`);
/** A month in brackets: “(energy audit, April 2025)”. */
const IN_BRACKETS = new RegExp(`\\(([^()]{0,80}\\b${DATE}[^()]{0,40})\\)`, 'g');
/** The period of a count, not the date of a publication: “April 2024 to March 2025”, “the year to March 2025”. */
const PERIOD = new RegExp(
  `\\b${DATE}\\b.*\\b${DATE}\\b|\\b(?:to|until|till|since|from|between|ending|ended) (?:the end of )?(?:\\d{1,2} )?${PART_OF_YEAR}\\b|\\b${PART_OF_YEAR}(?: (?:19|20)\\d\\d)? ?(?:to|until|till|and|[–—-]) ?(?:\\d{1,2} )?(?:${PART_OF_YEAR}\\b|\\d|now\\b|date\\b)`,
);
const isDatedInBrackets = (sentence: string): boolean =>
  [...sentence.matchAll(IN_BRACKETS)].some(([, within]) => !PERIOD.test(within!));

/** A title in italics, in the source. */
const TITLE = /(?<![*_\w])[*_](?=\p{Lu})[^*_\n]{5,120}[*_](?![*_\w])/u;

/**
 * Whether a sentence names its source so that a reader can find it: by a title in italics and a year, or the month of
 * publication.
 *
 * @param source the source of the sentence, with its markup
 */
export const isDated = (sentence: string, source: string): boolean =>
  PUBLISHED.test(sentence) || isDatedInBrackets(sentence) || (TITLE.test(source) && YEAR.test(sentence));

/** Names of surveys and data of the evidence library, which say by themselves where to look; a body or a scheme does not. */
const KNOWN = [
  ...new Set(
    builtInEvidence.facts.flatMap(({ source }) =>
      source.names.filter((name) => /(?:Survey|Data|Report)$/.test(name)),
    ),
  ),
];

/** Whether a sentence names a publication of the evidence library and its year: “SLIC’s Library Data … in 2023/24”. */
export function namesKnown(sentence: string): boolean {
  const said = sentence.replace(/[’']s(?=\s)/g, '');
  return YEAR.test(sentence) && KNOWN.some((name) => said.includes(name));
}

/** “Report”, “review” or “return” as a verb: “Carers UK report that”, “they return £6”; not “the report that they wrote”. */
const AS_VERB =
  /(?<!\b(?:the|its|their|this|our|that|annual|latest|last|first|own|(?:19|20)\d\d)\s|[’']s?\s)\b(?:report|review|study|survey)\s+that\b|\b(?:they|we|to|who|UK|(?!(?:this|its|his|previous|various|business|access)\b)\w{2,}s)\s+(?:report|review|return)\s+(?:the|an?|their|all|half|most|more|many|some|every|one|no|around|about|over|nearly|£|\d)/gi;

/** “Age UK says”, “the Ashby Reading Trust has found”, “according to Ofcom”, “on the council’s own figures”: no more than whose. */
// A person answers for what they say.
const NAME =
  "(?!(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev)\\b)(?:[Tt]he )?[A-Z][A-Za-z&’'-]*(?: (?:(?:and|for|of|the|&) )?[A-Z][A-Za-z&’'-]*){0,6}";
const BODY_SAYS = new RegExp(
  `^(?:(?:[Aa]ccording to )?${NAME}(?: (?:(?:has|have|had|also|now) )?(?:found|finds?|says?|shows?|showed|shown|estimates?|estimated|reckons?|reports?|reported|calculates?|calculated))?|(?:[Oo]n|[Bb]y|[Aa]ccording to) (?:the [a-z]{1,14}[’']s )(?:own )?(?:figures|numbers|data|statistics))[ .,]?$`,
);

/**
 * Whether a source is a body’s name alone, in a sentence without a publication or a year: there is nothing to look up.
 *
 * @param source the words that name it
 */
export const namesOnlyABody = (source: string, sentence: string): boolean =>
  BODY_SAYS.test(source.trim()) && !YEAR.test(sentence) && !PUBLICATION.test(sentence.replace(AS_VERB, ''));

/**
 * The message on a claim whose source nobody can look up, which says what is missing of it and asks for that alone.
 *
 * @param words of the claim
 * @param source the source of the sentence, with its markup
 */
export function whatLacks(words: string, sentence: string, source: string): string {
  const named = PUBLICATION.exec(sentence.replace(AS_VERB, (verb) => ' '.repeat(verb.length)));
  const publication = named?.[0].toLowerCase() ?? 'publication';
  const hasYear = YEAR.test(sentence);
  if (!hasYear && isFoundByItsYear(sentence, source, named ? named.index + publication.length : 0)) {
    const be = publication === 'records' ? 'are' : 'is';
    return `“${words}” lacks only a year. Say which year the ${publication} ${be} from.`;
  }
  const nobody = `Nobody can look up “${words}”:`;
  if (!named)
    return hasYear
      ? `${nobody} the publication is not named. Name it, or give a link.`
      : `${nobody} neither the publication nor its year is named. Name both, or give a link.`;
  return hasYear
    ? `${nobody} where to find the ${publication} is missing. Give a link, or say where to ask for a copy.`
    : `${nobody} the year of the ${publication} is missing, and where to find it. Say which year it is from, and give a link or say where to ask for a copy.`;
}

/** Whether a sentence would name its source well enough with a year in it, at `at`. */
function isFoundByItsYear(sentence: string, source: string, at: number): boolean {
  const dated = `${sentence.slice(0, at)} of 2020 ${sentence.slice(at)}`;
  return isOwnStudy(dated) || namesKnown(dated) || isDated(dated, source);
}
