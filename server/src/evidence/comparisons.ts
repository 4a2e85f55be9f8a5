/**
 * Finds what was measured and is told without a number: "the lowest literacy rates in the country", "more people came
 * than in 2015", "has fallen sharply". "The first in Britain" and "one of the best in the country" are praise: readers
 * let them pass.
 */
import { lowerCase } from '../draft';
import type { Span } from '../draft/types';
import { anyOf } from './vocabulary';

/** A field that is large enough to be looked up; a county's largest library is no news to anybody in it. */
const FIELD = `(?:anywhere\\s+)?(?:in|across|throughout)\\s+(?:the\\s+|this\\s+|our\\s+)?(?:whole\\s+(?:of\\s+)?(?:the\\s+)?)?(?:${anyOf(`
  uk united_kingdom country nation world europe england scotland wales (?:great_)?britain (?:northern_)?ireland british_isles
  region midlands (?:north|south|east|west)(?:[-\\s]?(?:east|west))? public_sector`)})\\b`;
const EXTREME = `(?:${anyOf('highest lowest fewest')})`;
const SUPERLATIVE = `(?:(?:most|least)\\s+[a-z-]+|${anyOf(`
  worst weakest poorest greatest largest biggest smallest strongest fastest slowest oldest youngest best highest lowest`)})`;
/** What is measured. */
const MEASURED = `(?:${anyOf('rates? proportions? percentages? levels? shares? numbers? average')})`;

/** What is only hoped for, or told of a thing that is yet to be made. */
const TO_COME = new RegExp(
  `\\b(?:${anyOf(`would_be would_become could_be could_become to_(?:be|become|have|reach|achieve|make|offer) (?:is|are)_to_(?:be|become|have)
    aims? hopes? ambition vision wants? will_have make_sure`)})\\b[^.;]*$`,
);

/** “Has among the highest rents in London”: the one for text as it is written, as places have capitals. */
const IN_A_PLACE = new RegExp(
  `\\b(?:among|amongst)\\s+the\\s+${EXTREME}(?:\\s+[\\w'’-]+){0,3}?\\s+in\\s+(?:[Tt]he\\s+(?:city|county|borough|district|state|region)\\b|[A-Z]\\w+)`,
  'g',
);

/** For text in lower case. */
const PATTERNS: readonly RegExp[] = [
  // "The lowest in the country", "has among the highest rents in London".
  new RegExp(
    `\\b(?:the|our|its|their|whose)\\s+(?:very\\s+|second\\s+|third\\s+)?${EXTREME}(?:\\s+[\\w'’-]+){0,9}?\\s+${FIELD}`,
    'g',
  ),
  IN_A_PLACE,
  // "One of the worst rates of reading in the region".
  new RegExp(
    `\\b(?:the|our|its|their|whose)\\s+(?:very\\s+|second\\s+|third\\s+)?${SUPERLATIVE}\\s+(?:[\\w'’-]+\\s+){0,3}?${MEASURED}(?:\\s+[\\w'’-]+){0,6}?\\s+${FIELD}`,
    'g',
  ),
  // "More children took part than in 2015", "more visits than in any other authority".
  /\bmore\s+(?:people|children|visits|visitors|adults|families|loans|members|households)\s+(?:[\w'’-]+\s+){0,6}?than\s+(?:in\s+(?:(?:19|20)\d\d|any\s+(?:other|previous|earlier)\s+\w+|the\s+(?:year|summer|month)\s+before)|(?:go|visit|watch|attend)\b|the\s+(?:year|summer|month)\s+before)/g,
  // "The most visited council service".
  /\bthe\s+(?:\w+\s+)?most\s+(?:visited|used|popular|trusted|valued)\s+(?:council|public|local|cultural|civic)\s+(?:services?|buildings?|institutions?|spaces?|places?|facilit(?:y|ies))\b/g,
  // "More books per head than any other county".
  /\bmore\s+(?:[\w'’-]+\s+){0,3}?per\s+(?:head|person|resident|visit)\b[^.;,]{0,40}?\bthan\s+(?:in\s+)?any\s+other\b/g,
  // "Every pound that is spent here brings back at least five".
  new RegExp(
    `\\b(?:every|each)\\s+(?:pound|£\\s?1)\\s+(?:[\\w'’-]+\\s+){0,7}?(?:${anyOf(`brings? returns? generates? gives? yields? saves? creates? delivers?
      produces? is_worth pays?`)})\\s+(?:[\\w'’-]+\\s+){0,4}?(?:${anyOf('two three four five six seven eight nine ten twelve twenty many')})\\b(?!\\s+(?:pounds|times|per))`,
    'g',
  ),
  // "Spending has fallen sharply", "had risen in each of the past two years".
  new RegExp(
    `\\b(?:(?:has|have|had)\\s+(?:also\\s+)?(?:fallen|risen|dropped|declined|increased|shrunk|gone\\s+(?:up|down))|rose|fell)\\s+(?:very\\s+)?(?:${anyOf(`
        sharply steeply dramatically in_each_of_the_(?:past|last) every_year year_on_year year_after_year for_(?:a_number_of|several|many)_years
        for_the_\\w+_year_(?:running|in_a_row|in_succession)`)})\\b`,
    'g',
  ),
];

/** What a sentence must have to be worth a look. */
const CANDIDATE =
  /(?:[a-z]est|most|least|worst|every|each)\b|\bthan\s|\b(?:sharp|steep|dramatical)ly\b|\byears?\b/;

/** What was measured and is told without a number, in no order; spans count in `text`. */
export function comparisonsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const lower = lowerCase(text);
  if (!CANDIDATE.test(lower)) return found;
  for (const pattern of PATTERNS) {
    const read = pattern === IN_A_PLACE ? text : lower;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(read); match; match = pattern.exec(read)) {
      const start = match.index;
      const end = start + match[0].length;
      if (TO_COME.test(lower.slice(Math.max(0, start - 60), start))) continue;
      // A name in capitals: "The Oldest Post Office in the World".
      if ((text.slice(start, end).match(/(?:^|\s)\p{Lu}\p{Ll}+/gu)?.length ?? 0) > 3) continue;
      if (!found.some((span) => span.start < end && start < span.end)) found.push({ start, end });
    }
  }
  return found;
}
