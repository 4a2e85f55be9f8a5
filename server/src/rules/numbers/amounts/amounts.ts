/** Reads the numbers of a text exactly, except those that count and measure nothing. */
import type { Span } from '../../../draft';
import { MONTH_NAMES } from '../../lib/dates/calendar';
import { type AmountUnit, MAGNITUDE, type Written } from './number-format';

export interface Amount extends Written {
  /** Counts in the text. */
  readonly span: Span;
  /** Whether the author says that it is not exact: "about", "over", "up to". */
  readonly loose: boolean;
  /** The range of a share in words, in per cent: 62 to 71 for "two thirds". */
  readonly range?: readonly [low: number, high: number];
}

/** Whether there is a number, and it counts something: no money and no share. */
export const isCount = (one: Amount | undefined): one is Amount => one?.unit === 'count';

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The value of a word from one to ninety-nine, in small letters or capitals. */
function wordValue(word: string): number | undefined {
  const lower = word.toLowerCase();
  const one = ONES.indexOf(lower);
  if (one >= 0) return one + 1;
  const [ten, unit] = lower.split(/[-‑]/);
  const tens = TENS.indexOf(ten!);
  if (tens < 0) return undefined;
  const units = unit === undefined ? -1 : ONES.indexOf(unit);
  return (tens + 2) * 10 + (unit === undefined ? 0 : units + 1);
}

/** The value of digits or a word. */
export function countOf(words: string): number | undefined {
  return /^\d/.test(words) ? Number(words) : wordValue(words);
}

/** A number up to twelve in words, or one of two digits: what papers count their parts with. */
export const SMALL_COUNT = `\\d{1,2}|${ONES.slice(1, 12).join('|')}`;

const MASTER = new RegExp(
  `([£€$]\\s?)?(\\d{1,3}(?:,\\d{3})+|\\d+|(?<![\\w.,])(?=\\.\\d))(\\.\\d+)?(\\s?(?:million|billion|thousand|bn|m|k)(?![a-z]))?(\\s?(?:%|per\\s?cent(?![a-z])))?|\\b((?:${TENS.join('|')})(?:[-‑](?:${ONES.slice(0, 9).join('|')}))?|${[...ONES].sort((a, b) => b.length - a.length).join('|')})\\b|\\b(half\\s+a\\s+million|a\\s+quarter\\s+of\\s+a\\s+million)\\b`,
  'gi',
);
/** Words before a number that show that it is a name, an age or an ordinal. */
const NAMED =
  /\b(?:sections?|paragraphs?|paras?|options?|years?|yrs?|appendix|annex|pages?|p|tables?|figures?|fig|no|numbers?|nos|ref|steps?|phases?|stages?|objectives?|aims?|priorit(?:y|ies)|chapters?|parts?|actions?|items?|questions?|q|aged|ages?|over-|under-|grades?|bands?|levels?|ks|tiers?|acts?|minutes?|kiosks?|blocks?|schedules?|rooms?|units?|plots?|vol|articles?|clauses?|risks?|weeks?|days?|lines?|windows|version|v|a|form|ext|tel|bus)\.?\s?$/i;
/** “Last year 412 people came” has a count, and “Year 5” is a name. */
const TIME =
  /\b(?:last|this|that|next|each|every|per|previous|past|same|first|second|third|following|\d+|two|three|four|five|ten)\s(?:years?|weeks?|days?)\s$/i;
const LOOSE =
  /\b(?:about|around|some|approximately|approx\.?|c\.?|ca\.?|circa|nearly|almost|over|more\s+than|under|less\s+than|fewer\s+than|up\s+to|at\s+least|at\s+most|roughly|above|below|exceeds?|towards|between|another|(?:a\s+)?further|other|extra|additional|an?\s+estimated)\s+(?:the\s+)?$/i;
const DATE_BEFORE = new RegExp(`\\b${MONTH_NAMES}\\.?\\s$|[@#~≈]\\s?$`, 'i');
const DATE_AFTER = new RegExp(
  `^(?:st|nd|rd|th)?\\s(?:(?:to|and|&|–|-)\\s\\d{1,2}\\s)?${MONTH_NAMES}\\b`,
  'i',
);

/** "£5 to £10", and neither "from 5 to 10", "up by 5% to 120", "in 2023 to 120" nor "in 2015/16 to 36". */
const RANGE = /^(?!.*\bfrom\b).*(?<![\d,/])(?!(?:19|20)\d\d\s)\d+([%k])?\s?(?:to|or|–|-)\s?$/i;

/** The amounts of a text, in order. Dates, times, ages, ranges, telephone numbers and numbering are none. */
export function amountsIn(text: string): readonly Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(MASTER)) {
    const [words, money, whole, part = '', magnitude = '', percent, word, ofMillion] = match;
    if (words.length > 18 && !ofMillion) continue;
    const start = match.index;
    const end = start + words.length;
    const before = text.slice(Math.max(0, start - 30), start);
    const after = text.slice(end, end + 30);
    if (
      /^(?:\s?(?:hundred|thousand|million|billion)\b|[-‑\s]?(?:year|week|month|day|minute)s?\b|[-‑]hour\b)/i.test(
        after,
      )
    )
      continue;
    if (/[\wÀ-ÖØ-ፚḀ-ỹ/.,:+×÷*@#-]$/u.test(before) && !/(?:\s[-–—]|[.,:]\s)$/.test(before)) continue;
    const loose = LOOSE.test(before) || /^(?:\s?\+|-odd\b|\s(?:or\s+so|odd|plus)\b|ish\b)/i.test(after);
    if (ofMillion !== undefined) {
      const value = /^half/i.test(words) ? 500_000 : 250_000;
      amounts.push({ value, step: value / 5, unit: 'count', words, loose, span: { start, end } });
      continue;
    }
    if (word !== undefined) {
      const value = wordValue(word);
      if (value === undefined || value < 2 || /^[-‑][A-Za-zÀ-ÖØ-ፚḀ-ỹ]/u.test(after)) continue;
      amounts.push({ value, step: 1, unit: 'count', words, loose, span: { start, end } });
      continue;
    }
    if (
      /^(?:[/:][\d]|[-–‑]\s?[£\d]|[-‑][A-Za-zÀ-ÖØ-ፚḀ-ỹ]|(?!kg\b)[A-Za-zÀ-ÖØ-öø-ፚḀ-ỹ]|,\d|\.\d)/u.test(after)
    )
      continue;
    if (!money && !percent && isNoCount(whole! + part, before, after, start === 0)) continue;
    const scale = MAGNITUDE[magnitude.trim().toLowerCase()] ?? 1;
    const unit: AmountUnit = money ? 'money' : percent ? 'percent' : 'count';
    // One of a range: "£5 to £10", "between 20 and 25", "2 or 3".
    const range = RANGE.exec(before);
    if (range && (range[1] !== '%' || percent)) {
      const last = amounts.at(-1);
      if (last && last.unit === unit && start - last.span.end < 5) amounts.pop();
      continue;
    }
    amounts.push({
      value: Number(whole!.replace(/,/g, '') + part) * scale,
      step: 10 ** -Math.max(0, part.length - 1) * scale,
      unit,
      words: words.trim(),
      loose,
      span: { start, end },
    });
  }
  return amounts;
}

function isNoCount(digits: string, before: string, after: string, first: boolean): boolean {
  if (/^(?:1[5-9]|20)\d\d$/.test(digits)) return true;
  if (/^0\d/.test(digits)) return true;
  if (DATE_BEFORE.test(before) || DATE_AFTER.test(after)) return true;
  if (NAMED.test(before) && !TIME.test(before)) return true;
  if (/^\s?(?:am|pm|noon|o['’]clock)\b/i.test(after)) return true;
  if (/^(?:st|nd|rd|th)\b/i.test(after)) return true;
  if (/^\s\d{3}\b/.test(after) || /\d\s$/.test(before)) return true;
  return first && digits.length < 4 && /^[.)]?\s+\p{Lu}/u.test(after);
}
