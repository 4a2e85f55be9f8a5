import type { Block, Properties } from '../docx/model';
import { plainText } from '../docx/plain-text';
import { isNoDate, MONTH_NAMES, monthNumber } from '../text/dates';

/** How many of the first lines may have the date. */
const FIRST = 15;
/** The longest line with it, in characters; a longer one is running text. */
const LONGEST = 100;

const MONTH = `(?<month>${MONTH_NAMES})`;
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const DATES = [
  `\\b${DAY}(?: of)?\\s${MONTH},?\\s${YEAR}\\b`,
  `\\b${MONTH}\\s${DAY},?\\s${YEAR}\\b`,
  `\\b${YEAR}-(?<number>\\d\\d)-(?<day>\\d\\d)\\b`,
  `\\b(?<day>\\d{1,2})[/.](?<number>\\d{1,2})[/.]${YEAR}\\b`,
].map((pattern) => new RegExp(pattern, 'gi'));
const MONTH_ALONE = new RegExp(`^(?:date:\\s?)?(?<date>${MONTH}\\s${YEAR})$`, 'i');
const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?$/i;
/** Words of a line whose date is not that of the paper. */
const OTHER =
  /^to ?:\s*\d|\b(?:after|before|between|born|by|clos(?:es|ing)|deadline|due|effective|embargo(?:ed)?|expires|from|next|review|since|until)\b/i;

/** The date of all documents that python-docx writes, which is that of its template. */
const OF_TEMPLATE = '2013-12-23';

/**
 * The date of a document, such as `2019-03-04` or `March 2019`: one in its first lines, or else that of its file, unless
 * its text only has other years. Empty for none.
 */
export function dateOf(blocks: readonly Block[], { modified, created }: Properties): string {
  const text = plainText(blocks);
  const days = [modified, created].map((time = '') => time.slice(0, 10));
  return dateInFirstLines(text) ?? days.find((day) => isPlausible(day, text)) ?? '';
}

function dateInFirstLines(text: string): string | undefined {
  for (const line of text.split('\n', FIRST)) {
    if (line.length > LONGEST || OTHER.test(line) || /[.;?!]$/.test(line)) continue;
    const found = DATES.flatMap((pattern) => [...line.matchAll(pattern)]);
    const date = found.length === 1 ? isoOf(found[0]!.groups!) : MONTH_ALONE.exec(line)?.groups?.date;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The date of a text that is only a date, with or without a weekday; undefined for any other text. */
export function dateAlone(text: string): string | undefined {
  const found = DATES.flatMap((pattern) => [...text.matchAll(pattern)]);
  const [one] = found;
  if (one === undefined) return MONTH_ALONE.exec(text)?.groups?.date;
  const rest = text.slice(0, one.index) + text.slice(one.index + one[0].length);
  return found.length === 1 && WEEKDAY.test(rest.replace(/[\p{P}\s]+/gu, ''))
    ? isoOf(one.groups!)
    : undefined;
}

function isoOf({ year, month, number, day }: Record<string, string | undefined>): string | undefined {
  const counted = month === undefined ? number! : String(monthNumber(month));
  const date = `${year}-${counted.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isNoDate(date) ? undefined : date;
}

/** Whether the text has the year of a day or the one before, or no year at all. */
function isPlausible(day: string, text: string): boolean {
  const year = Number(day.slice(0, 4));
  if (day === '' || day === OF_TEMPLATE) return false;
  const years = text.match(/\b(?:19|20)\d\d(?!\d)/g);
  return years === null || years.some((one) => Number(one) === year || Number(one) === year - 1);
}
