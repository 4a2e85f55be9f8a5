import { isNoDate, MONTH_NAMES, monthNumber } from '../dates';
import type { Block, Properties } from '../docx/model';
import { plainText } from '../docx/plain-text';

/** How many of the first lines may say the date, and the longest that does: a longer one is running text. */
const FIRST = 15;
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
/** What stands beside a date and says nothing else: the day of the week. */
const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?$/i;
/** What says of a day that it is another than the paper's. */
const OTHER =
  /^to ?:\s*\d|\b(?:after|before|between|born|by|clos(?:es|ing)|deadline|due|effective|embargo(?:ed)?|expires|from|next|review|since|until)\b/i;

/** When the template was made that a library for Python writes documents from, which it does not change. */
const OF_TEMPLATE = '2013-12-23';

/**
 * The date of a document: one in its first lines, else that of its file, where no year in the text speaks against it: a
 * paper of 2019 that is saved today is not of today. `2019-03-04`, `March 2019`, or empty.
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

/** The date that a text is, with no more beside it than the day of the week; undefined for any other text. */
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

/** Whether the text names the year of a day or the one before, or no year at all. */
function isPlausible(day: string, text: string): boolean {
  const year = Number(day.slice(0, 4));
  if (day === '' || day === OF_TEMPLATE) return false;
  const years = text.match(/\b(?:19|20)\d\d(?!\d)/g);
  return years === null || years.some((one) => Number(one) === year || Number(one) === year - 1);
}
