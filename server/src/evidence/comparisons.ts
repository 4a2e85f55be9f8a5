/**
 * Finds what was measured and is told without a number: "the lowest literacy rates in the country", "more people came
 * than in 2015", "has fallen sharply". "The first in Britain" and "one of the best in the country" are praise: readers
 * let them pass.
 */
import { lowerCase } from '../draft';
import type { Span } from '../draft/types';
import { anyOf } from './vocabulary';

const EXTREME = `(?:${anyOf(`highest lowest fewest`)})`;

/** What is only hoped for, or told of a thing that is yet to be made. */
const TO_COME = new RegExp(
  `\\b(?:${anyOf(`would_be would_become could_be could_become to_(?:be|become|have|reach|achieve|make|offer)
  (?:is|are)_to_(?:be|become|have) aims? hopes? ambition vision wants? will_have make_sure`)})\\b[^.;]*$`,
);

/** “Has among the highest rents in London”: the one for text as it is written, as places have capitals. */
const IN_A_PLACE = new RegExp(
  `\\b(?:among|amongst)\\s+the\\s+${EXTREME}(?:\\s+[\\w'’-]+){0,3}?\\s+in\\s+(?:[Tt]he\\s+(?:city|county|borough|district|state|region)\\b|[A-Z]\\w+)`,
  'g',
);

/** For text in lower case. */
const PATTERNS: readonly RegExp[] = [IN_A_PLACE];

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
