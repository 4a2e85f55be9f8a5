/** Finds the numbers in a text that count or measure something, as opposed to dates, times and numbering. */
import { lowerCase } from '../draft';
import { CANDIDATE, MASTER } from './number-patterns';
import { numberOf, shareOf, vagueValue, YEAR } from './number-values';
import { isShare } from './shares';
import type { Measure, Quantity, Unit } from './types';
import { isMeasureUnit, isTimeUnit, unitOf } from './vocabulary';

const WORD_OR_BREAK = /[A-Za-z][A-Za-z'’]*|[^\sA-Za-z]/g;
/** Words that end the noun phrase of a number. */
const STOP = new Set(
  (
    'a an the of in at for from to into onto with by on as than that which who whose whom where when while and or but nor so if per ' +
    'is are was were be been being has have had having do does did will would can could may might must shall should ' +
    'across around throughout over under between during since before after until about last this these those next each every ' +
    'because through via within without against among towards near not no only also then there here it they we you he she i ' +
    'our their its his her my your all both signed took take taken gave give given came come went go made make got get said say ' +
    'joined attended visited borrowed used completed registered received wanted live lived work worked benefited now already ' +
    'rather compared including such like out up down off more fewer less again altogether just still even too soon instead yet ' +
    'having being taking giving going coming signing joining attending visiting borrowing using living working getting making lack need want'
  ).split(' '),
);
const MODIFIER =
  /^(?:more|extra|further|additional|other|new|different|separate|of|the|our|its|their|these|those|or|plus|\+)$/;

/** What follows a number: the sort of thing it counts, or that it is a duration, a size, or stands alone. */
interface Counted {
  readonly sort: Unit | 'time' | 'measure' | 'unknown' | 'alone';
}

function countedAfter(text: string, at: number): Counted {
  const ahead = text.slice(at, at + 90);
  let last: Unit | 'time' | 'measure' | undefined;
  let words = 0;
  let leading = true;
  let plural = false;
  WORD_OR_BREAK.lastIndex = 0;
  for (let match = WORD_OR_BREAK.exec(ahead); match && words < 7; match = WORD_OR_BREAK.exec(ahead)) {
    const word = match[0].toLowerCase().replace(/['’]s?$/, '');
    if (leading && (MODIFIER.test(word) || word === '-' || word === '*')) continue;
    if (!/^[a-z]/.test(word)) {
      if (word === '-' || word === '/' || word === '’' || word === "'" || word === '‑') continue;
      break;
    }
    if (STOP.has(word)) break;
    // "810,000 children enjoying books": a participle after the noun.
    if (last && plural && /..(?:ing|ed)$/.test(word)) break;
    plural = /[^s]s$|^(?:people|children|men|women)$/.test(word);
    leading = false;
    words++;
    const sort = isTimeUnit(word) ? 'time' : isMeasureUnit(word) ? 'measure' : unitOf(word);
    if (sort) last = sort;
  }
  if (last) return { sort: last };
  return { sort: words > 0 ? 'unknown' : 'alone' };
}

/**
 * The quantities of a text, in order. Dates, times, ages, telephone numbers, durations, sizes, numbering and single
 * things ("one of the reasons") are none.
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  // A table cell of one character. V8 stores such strings differently, and would compile the patterns again for them.
  if (text.length === 1)
    return /[2-9]/.test(text)
      ? [{ span: { start: 0, end: 1 }, measure: 'count', value: Number(text), unit: undefined }]
      : [];
  const found: Quantity[] = [];
  const lower = lowerCase(text);
  if (!CANDIDATE.test(lower)) return found;
  MASTER.lastIndex = 0;
  for (let match = MASTER.exec(lower); match; match = MASTER.exec(lower)) {
    const groups = match.groups!;
    if (groups.skip !== undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const measure: Measure = groups.share
      ? 'share'
      : groups.percent
        ? 'percent'
        : groups.money
          ? 'money'
          : groups.rank
            ? 'rank'
            : groups.multiple
              ? 'multiple'
              : 'count';
    const quantity = read(text, start, end, measure, groups.vague !== undefined);
    if (quantity) found.push(quantity);
    // "One of the 900 readers" is no share, but may contain a count.
    else if (groups.share) MASTER.lastIndex = start + Math.max(1, match[0].search(/\s|-/));
  }
  return found;
}

/** Nouns for what is identified by a number that follows: "tram 4", "buses 47 and 48". */
const BY_NUMBER =
  /\b(?:bus(?:es|\sservice)?|trams?|lines?|floors?|gates?|rooms|flats|platforms|routes)\s(?:\d{1,3}(?:,\s|\s(?:and|or|to)\s)){0,2}$/i;
/** "The 47 bus", "the 5 and 6 trams"; but "the 47 bus stops" is a count. */
const ARTICLE = /\b(?:the|an?|our|last|first|next|every|or|and)\s$/i;
const BUS =
  /^(?:\s(?:and|or)\s(?:the\s)?\d{1,3})?\s(?:night\s)?(?:bus|tram)\b(?!\s(?!(?:was|is|has|runs|goes|comes|calls|leaves|takes|passes|stops\s(?:at|in|by|here|there|outside))\b)\w+s\b)/i;
const BUSES = /^\s(?:and|or)\s(?:the\s)?\d{1,3}\s(?:buses|trams)\b/i;
/** What links a number to the one before it: "the 5 and", "the 31 or the". */
const AND = /\bthe\s\d{1,3}\s(?:and|or)\s(?:the\s)?$/i;

/** Whether a number is the name of a route, a line or a room. */
function isRoute(words: string, before: string, after: string): boolean {
  if (!/^\d{1,3}$/.test(words)) return false;
  if (BY_NUMBER.test(before)) return true;
  if (AND.test(before)) return /^\s(?:bus|tram)(?:s|es)?\b/i.test(after);
  return ARTICLE.test(before) && (BUS.test(after) || BUSES.test(after));
}

function read(
  text: string,
  start: number,
  end: number,
  measure: Measure,
  vague: boolean,
): Quantity | undefined {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  const make = (value: number, unit?: Unit): Quantity => ({ span: { start, end }, measure, value, unit });
  if (measure === 'share') {
    if (!isShare(words, before, after)) return undefined;
    const { sort } = countedAfter(text, end);
    return make(
      shareOf(words),
      sort === 'time' || sort === 'measure' || sort === 'unknown' || sort === 'alone' ? undefined : sort,
    );
  }
  if (measure === 'percent') {
    return /^\s*(?:sure|ok|okay|committed|behind|certain|natural|cotton|safe|recycled|free\b)/i.test(after)
      ? undefined
      : make(numberOf((words.match(NUMBERS)?.at(-1) ?? words).replace('·', '.')));
  }
  if (measure === 'money') {
    if (/p(?:ence|enny|ennies)?$/i.test(words) && !/[£$€]/.test(words)) {
      return make((/\d/.test(words) ? Number.parseFloat(words) : 1) / 100);
    }
    return make(/\d/.test(words) || !/s\s+of\s/.test(words) ? numberOf(words) : vagueValue(words));
  }
  // A title in capitals is no ranking: "The Oldest Post Office in the World".
  if (measure === 'rank' && (words.match(/(?:^|\s)\p{Lu}\p{Ll}+/gu)?.length ?? 0) > 3) return undefined;
  if (measure !== 'count') return make(Number.NaN);
  if (isRoute(words, before, after)) return undefined;

  const { sort } = countedAfter(text, end);
  if (vague) {
    if (sort === 'time' || sort === 'measure') {
      return /^\s+of\s+times\b/i.test(after) ? make(vagueValue(words), 'use') : undefined;
    }
    return make(vagueValue(words), sort === 'unknown' ? undefined : sort === 'alone' ? 'people' : sort);
  }
  const digits = /^\d/.test(words);
  const value = numberOf(digits ? (words.split(/\s?(?:-|–|to)\s?/).pop() ?? words) : words);
  if (Number.isNaN(value) || value === 0) return undefined;
  // Part of a longer token: "24/7", "B12", "4.2.1", "23/9/B".
  if (digits && (/[\w/.,#-]$/.test(before.slice(-1)) || /^[A-Za-z/]/.test(after))) {
    if (!/[-–]$/.test(before) || /\w[-–]$/.test(before) || /^[A-Za-z/]/.test(after)) return undefined;
  }
  if (digits && YEAR.test(words) && isYear(before, sort)) return undefined;
  if (sort === 'time' || sort === 'measure') {
    if (sort === 'time' && isMeasured(text, start, end)) return { ...make(value), measure: 'multiple' };
    const times = digits && /^\s+times\b/i.test(after) && value >= 100;
    if (times) return make(value, 'use');
    const hours = /^\s+(?:\w+\s+)?hours\b/i.test(after) && value >= 100;
    return hours ? make(value, 'use') : undefined;
  }
  if (/^\s?[°º]/.test(after)) return undefined;
  // "3 The hall was cold", "1 Apologies": numbering at the start of a text.
  if (start === 0 && digits && value < 100 && /^[.)]?\s+[A-Z(]/.test(after)) return undefined;
  if (isHouseNumber(text, start, end)) return undefined;
  if (value <= 1 || (/^(?:one|a|an)$/i.test(words) && sort !== 'people')) return undefined;
  return make(value, sort === 'unknown' || sort === 'alone' ? countedBefore(text, start) : sort);
}

/** What follows the number of a house, "24 High Street", and not those who live there: "240 Ashby Road residents". */
const STREET =
  /^\s+(?:[A-Z][\w'’-]{1,30}\s+){1,3}(?:Street|Road|Lane|Avenue|Square|Way|Place|Drive|Close|Row|Terrace|Crescent|Parade)\b(?!\s+(?:\w+\s+)?(?:residents|people|householders|tenants|neighbours|families|pupils|shoppers|traders|homes|households|houses|shops|businesses|properties)\b)/;
/** How far behind a number it is looked for, in characters. */
const LONGEST_STREET = 120;

/** Whether the number at a place of a text is that of a house. */
export function isHouseNumber(text: string, start: number, end: number): boolean {
  return (
    /^\d{1,3}(?:\s?[-–]\s?\d{1,3})?$/.test(text.slice(start, end)) &&
    STREET.test(text.slice(end, end + LONGEST_STREET))
  );
}

/** The number of a percentage in digits, or both of a range, of which the second counts. */
const NUMBERS = /\d[\d,]*(?:[.·]\d+)?/g;

/** The noun before a number: "attendances added up to 747", "loans of books came to 1.9m". */
function countedBefore(text: string, start: number): Unit | undefined {
  const noun = COUNTED_BEFORE.exec(text.slice(Math.max(0, start - 70), start))?.[1];
  const unit = noun ? unitOf(noun.toLowerCase()) : undefined;
  return unit === 'trivial' ? undefined : unit;
}

const COUNTED_BEFORE =
  /\b([a-z-]{1,70}s|membership|attendance|footfall|lending|borrowing)(?:\s+(?:of|to|at|in|for)\s+(?:\w+\s+){0,2}\w+)?\s+(?:(?:had|have|has)\s+)?(?:added\s+up\s+to|c[oa]mes?\s+to|totall?(?:ed|s|ing)|reach(?:ed|es)|st(?:ood|ands?)\s+at|number(?:ed|s)?|exceed(?:ed|s)?)\s+(?:about\s+|some\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+|a\s+total\s+of\s+)?$/i;

/** Whether a time is a result: months of learning, years of life, weeks on a waiting list. */
function isMeasured(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  return (
    // "The last 20 years of health libraries" is a period.
    !/\b(?:last|past|first|next|these|those)\s+$/i.test(before) &&
    (/^\s+(?:(?:extra|more|fewer|additional)\s+)?(?:months?|years?|weeks?)['’]?\s+(?:(?:of|worth\s+of|extra|additional|more|good)\s+)*(?:progress|learning|schooling|reading|healthy?|life)\b/i.test(
      after,
    ) ||
      /\bgain(?:ed|s)?\s+(?:[\w'’-]+\s+){0,2}$/i.test(before) ||
      (!/\bup\s+to\s+$/i.test(before) &&
        /\bwait(?:s|ed|ing)?\b(?!\s+(?:for|until))[^.;,]{0,40}$/i.test(before) &&
        /^\s+(?:weeks|months|years)\b/i.test(after) &&
        /\b(?:is|are|was|were|of|for|over|than|to|average|typically)\s+(?:[\w'’-]+\s+){0,2}$/i.test(before)))
  );
}

function isYear(before: string, sort: Counted['sort']): boolean {
  if (sort === 'unknown' || sort === 'alone' || sort === 'time') return true;
  return /\b(?:in|since|from|by|until|till|of|to|year|during|before|after|for|and|the|spring|summer|autumn|winter|census|between|early|late|mid|[a-z]{3,9}ber|january|february|march|april|may|june|july|august)[\s(-]*$/i.test(
    before,
  );
}
