/**
 * Finds what is claimed without a number: "the least lonely in the country", "more than in any other authority",
 * "fell sharply". Somebody must have compared or counted all the same.
 */
import type { Span } from '../draft/types';

const any = (text: string): string => text.trim().split(/\s+/).join('|').replaceAll('_', '\\s+');

/** A field that is large enough to be looked up; a county's largest library is no news to anybody in it. */
const FIELD = `(?:anywhere\\s+)?(?:in|across|throughout)\\s+(?:the\\s+|this\\s+|our\\s+)?(?:whole\\s+(?:of\\s+)?(?:the\\s+)?)?(?:${any(`
  uk united_kingdom country nation world europe england scotland wales (?:great_)?britain (?:northern_)?ireland british_isles
  region midlands (?:north|south|east|west)(?:[-\\s]?(?:east|west))? public_sector`)})\\b`;
const ADJECTIVE = '[a-z-]+(?:ed|ing|ive|ful|al|ic|ant|ent|ous|ar|y|le|se|te|less|est)';
const SUPERLATIVE = `(?:(?:most|least)\\s+${ADJECTIVE}|${any(`
  best worst finest greatest strongest weakest deepest steepest widest quickest slowest cheapest dearest largest biggest lowest
  highest busiest longest shortest fastest poorest richest smallest youngest loneliest unhappiest happiest healthiest unhealthiest
  fewest hardest wealthiest heaviest sharpest fittest safest lightest`)})`;

/** What is only hoped for, or told of a thing that is yet to be made. */
const TO_COME = new RegExp(
  `\\b(?:${any(`would_be would_become could_be could_become to_(?:be|become|make|build|create|develop|open|launch|find|offer)
    (?:is|are)_to_(?:be|become|develop|build|create|open|launch) aims? hopes? ambition vision wants? celebrated will_have make_sure`)})\\b[^.;]*$`,
  'i',
);

interface Pattern {
  readonly pattern: RegExp;
  /** Whether it tells of something that may not have come about. */
  readonly mayBeToCome?: boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    // "Among the least lonely in the country", "one of the largest schemes in Europe".
    pattern: new RegExp(
      `\\b(?:the|our|its|their|whose)\\s+(?!best\\s+of\\b)(?:very\\s+|single\\s+|second\\s+|third\\s+)?${SUPERLATIVE}(?:\\s+[\\w'’-]+){0,9}?\\s+${FIELD}`,
      'gi',
    ),
    mayBeToCome: true,
  },
  {
    // "The country's largest charity", "the UK's biggest reading event".
    pattern: new RegExp(
      `\\b(?:(?:is|are|was|were|has|have|had|as|of|become|became|run|runs)\\s+(?:[a-z]+\\s+)?)(?:the\\s+)?(?:UK|country|nation|world|England|Scotland|Wales|Britain|Europe|Northern\\s+Ireland|region)['’]s\\s+(?:\\w+\\s+)?${SUPERLATIVE}\\b`,
      'gi',
    ),
    mayBeToCome: true,
  },
  {
    // "Among the lowest in the city": one's own place within a smaller field.
    pattern: new RegExp(
      `\\b(?:among|amongst)\\s+the\\s+(?:\\w+\\s+)?${SUPERLATIVE}(?:\\s+[\\w'’-]+){0,3}?\\s+in\\s+(?:the\\s+)?(?:city|county|borough|district|state|[A-Z]\\w+)`,
      'g',
    ),
  },
  {
    // "More than in any other local authority", "than in any year yet".
    pattern: new RegExp(
      `\\bthan\\s+(?:(?:in|at|for|from|those\\s+of|that\\s+of)\\s+)?any\\s+(?:(?:other|previous|earlier)\\s+)?(?:\\w+\\s+)?(?:${any(`
        year month summer winter time authorit(?:y|ies) council county city borough district service part area region country generation decade`)})\\b`,
      'gi',
    ),
  },
  {
    // "More people visit libraries than go to football matches".
    pattern:
      /\bas\s+many\s+(?:[a-z]+\s+){0,2}(?:visits|visitors|loans|people|members|children|users|books)\s+as\s+(?:in|it\s+(?:did|had)|the\s+whole|the\s+year|at)\b|\bmore\s+(?:people|children|visits|visitors|libraries|adults|families|loans|books|men|women|households)\s+(?:[\w'’-]+\s+){0,6}?than\s+(?:go|visit|watch|attend|all\s+(?:the|of)|there\s+(?:are|were)|at\s+(?:any|all)|to\s+\w+\s+(?:football|cinemas?|theatres?)|in\s+(?:19|20)\d\d|in\s+the\s+year\s+before|the\s+(?:year|summer|month)\s+before)\b/gi,
  },
  {
    // "Better attended than ever", "took more than they ever have".
    pattern:
      /\b(?:attended|used|visitors|visits|users|members|borrowers|loans|entries|attendances|applications)\s+than\s+ever\b|\bmore(?:\s+(?:people|children|families|visitors|members))?\s+(?:watched|came|joined|attended|visited|took\s+part|signed\s+up|replied|responded|entered)\s+than\s+(?:we|they|it|ever)\b|\b(?:took|sold|lent|issued|raised|had|drew)\s+more\s+than\s+(?:we|they|it)\s+(?:ever\s+(?:have|had|has)|(?:have|had|has)\s+ever)\b/gi,
  },
  {
    // "Spending has fallen sharply", "had risen in each of the past two years".
    pattern: new RegExp(
      `\\b(?:(?:has|have|had)\\s+(?:also\\s+)?(?:fallen|risen|dropped|declined|increased|shrunk|gone\\s+(?:up|down))|rose|fell)\\s+(?:very\\s+)?(?:${any(`
        sharply steeply dramatically in_each_of_the_(?:past|last) every_year year_on_year year_after_year for_(?:a_number_of|several|many)_years`)})\\b`,
      'gi',
    ),
  },
  {
    // "All twelve computers are taken by ten past nine": demand that is larger than what there is.
    pattern:
      /\b(?:all|every|most)\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?(?:[a-z]+\s+){0,2}(?:computers?|pcs?|terminals?|desks?|seats?|slots?|places?|spaces?|rooms?)\s+(?:is|are|was|were|had\s+been|have\s+been|has\s+been)\s+(?:taken|full|booked\s+up|gone|in\s+use|occupied|snapped\s+up)\b|\b(?:heavily|twice|three\s+times|hugely|massively)\s+(?:over-?)subscribed\b/gi,
  },
  {
    // "One of the most successful groups in Ashby", "the only one in Ashby to do so".
    pattern: new RegExp(
      `\\bone\\s+of\\s+the\\s+(?:most|least)\\s+${ADJECTIVE}(?:\\s+[\\w'’-]+){0,4}?\\s+in\\s+(?:the\\s+)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)[A-Z]\\w+|\\bthe\\s+only\\s+(?:one|library|service|council|authority|borough|county|town|place)\\s+(?:of\\s+its\\s+kind\\s+)?(?:left\\s+)?in\\s+(?:the\\s+(?:county|city|borough|district|country|UK|region)|[A-Z]\\w+)(?=\\s+(?:to|that|which|with|where)\\b|[.;])`,
      'g',
    ),
  },
  {
    // "Every one of them achieved the award".
    pattern:
      /\b(?:every\s+(?:single\s+)?one|all|each|none)\s+of\s+(?:them|whom|those)\s+(?:have\s+|has\s+|had\s+)?(?:since\s+|now\s+)?(?:achieved|passed|gained|completed|finished|gone\s+on|went\s+on|improved|found\s+work)\b/gi,
  },
  {
    // "Sold out in two days", "at its highest for a decade", "overtook loans of CDs".
    pattern:
      /\bsold\s+out\s+(?:in|within)\s+(?:[\w'’]+\s+){0,3}?(?:minutes|hours?|days?|weeks?)\b|\bat\s+(?:its|their)\s+(?:highest|lowest|best|worst)(?:\s+(?:level|point|rate))?\s+(?:for|in|since|ever)\b|\b(?:overtook|(?:has|have|had)\s+(?:now\s+)?overtaken|outnumber(?:s|ed)?|outstrip(?:s|ped))\b/gi,
  },
  {
    // "Less than the price of a paperback a month".
    pattern: /\b(?:less|more)\s+than\s+the\s+(?:price|cost)\s+of\s+(?:an?|one|two|your)\s+\w+/gi,
  },
];

/** What a sentence must have to be worth a look. */
const CANDIDATE =
  /(?:[a-z]est|most|least|worst)\b|\bthan\s|\bas\s+many\s|\bsold\s+out\b|\boutnumber|\boutstrip|\bovert[oa]k|\bsharply|\bsteeply|\bdramatically|\byears?\b|\b(?:all|every)\s|subscribed/i;

/** What is compared or claimed without a number, in no order; spans count in `text`. */
export function comparisonsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  if (!CANDIDATE.test(text)) return found;
  for (const { pattern, mayBeToCome } of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      if (mayBeToCome && TO_COME.test(text.slice(Math.max(0, start - 60), start))) continue;
      // A name in capitals: "The Oldest Post Office in the World".
      if ((match[0].match(/(?:^|\s)\p{Lu}\p{Ll}+/gu)?.length ?? 0) > 3) continue;
      found.push({ start, end: start + match[0].length });
    }
  }
  return found;
}
