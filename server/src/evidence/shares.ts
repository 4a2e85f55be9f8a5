/** Tells shares (“four out of ten”, “a third of those asked”) from rotas, times and turns of speech. */
import { numberOf, sidesOf, YEAR } from './number-values';
import { isMeasureUnit, isTimeUnit, unitOf } from './vocabulary';

function wordAfter(after: string): string | undefined {
  return /^[\s-]+([a-z]+)/i.exec(after)?.[1]?.toLowerCase();
}

/** Whether what is counted is time or a size. */
function isTime(after: string): boolean {
  const next = wordAfter(after);
  return next !== undefined && (isTimeUnit(next) || isMeasureUnit(next));
}

/** Whether words that look like a share are one. */
export function isShare(words: string, before: string, after: string): boolean {
  // "Nine times out of ten" is a turn of speech.
  if (/^\S+\s+times\s+out\s+of\b/i.test(words)) return false;
  // "One in every four Thursdays" is a rota.
  if (/^\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i.test(after)) return false;
  // "4.2 Of these 611" begins with the number of the paragraph.
  if (/^\d[\d.]*\s+Of\b/.test(words) && before.trim() === '') return false;
  // "One Saturday in three" is a rota.
  if (/^one\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(words)) return false;
  if (/p(?:ence)?\s+(?:in|of|out\s+of)\s/i.test(words)) return true;
  const some = sidesOf(
    words,
    /\sof\s/gi,
    /^(?:(?:the|our|its|their|those|these|his|her)\s+)?(?:(?:first|last|past|other)\s+)?/i,
  );
  if (some && !/\bout$/i.test(some[0]) && !/thirds?|quarters?|ths?$|half/i.test(some[0])) {
    const part = numberOf(some[0]);
    const whole = numberOf(some[1]);
    return part > 1 && part < whole && whole > 2 && !YEAR.test(some[1]) && !isTime(after);
  }
  const ratio = sidesOf(words, /\s(?:in|out\s+of)\s/gi, /^(?:every\s+|the\s+|a\s+possible\s+)?/i);
  if (ratio) {
    const part = numberOf(ratio[0]);
    const whole = numberOf(ratio[1]);
    if (!(part < whole)) return false;
    if (YEAR.test(ratio[1])) return false;
    const next = wordAfter(after);
    // "One session in five libraries": what stands after the noun of its own is a place.
    const nouns = /^\S+\s+(?!in\b|out\b)[a-z-]+\s.*?\bin\s/i.test(words);
    return next === undefined || !(isTime(after) || (nouns && unitOf(next) !== undefined));
  }
  // "About half an hour", "half a dozen".
  if (/half/i.test(words) && /^\s+an?\s+(?!million|billion)/i.test(after)) return false;
  if (
    /\b(?:and\s+an?|first|second|other|two|one|three|better|latter|former|early|late|northern|southern|eastern|western|north|south|east|west|top|bottom|upper|lower|each|either)[\s-]*$/i.test(
      before,
    ) &&
    /half/i.test(words)
  ) {
    return false;
  }
  if (/\bby\s$/i.test(before)) return true;
  return !/^\s+(?:of\s+)?(?:(?:an?|the|this|that|last|next)\s*)?(?:-|hour|minute|day|week|month|year|term|way|century|past|price|time|evening|morning|season|mile)/i.test(
    after,
  );
}
