/**
 * Puts no-break spaces where a line must not break: in telephone numbers, and between a day and its month, a number and
 * its unit or “million”, and “p.” or “section” and its number.
 */
import { MONTH_NAMES } from './dates';

/** Telephone numbers as written in the United Kingdom: 01632 960 118, (020) 7946 0018, +44 161 496 0000. */
const NUMBER =
  /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d.,£$€+(-])(?:\+44[ \u00a0](?:\(0\)[ \u00a0]?)?\d{2,5}|\(0\d{2,4}\)|0\d{2,4})(?:[ \u00a0]\d{3,6}){1,2}(?:[ \u00a0]\d{3,4})?(?![\d-]|[.,]\d)/gu;
/**
 * The fewest digits of such a number, with or without the leading 0. The country code and a 0 in brackets are extra.
 */
const FEWEST = 10;
const MOST = 11;
const COUNTRY = 2;

/** Names of months in English and Welsh. */
const MONTH = `(?:${MONTH_NAMES}|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)`;
const SCALE = '(?:million|billion|trillion|per cent|miliwn|biliwn|y cant)';
const UNIT = '(?:mm|cm|k?m|k?g|ha|[GMT]B|[GM]bps|[kM]Wh?|[ap]m|mph|°C|%)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])';

/** What a number tells apart. */
const PLACE =
  '(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])(?:(?:pp?|tt?|[Nn]os?)\\.|[Pp]aras?\\.?|[Pp](?:aragraph|age)s?|[Ss]ections?|[Aa]dran|Option)';

const between = (space: string): RegExp =>
  new RegExp(
    `${space}(?=\\d)(?<=${PLACE}${space})|(?<=(?<![\\d.,/])\\d{1,2}(?:st|nd|rd|th)?)${space}(?=${MONTH}\\b)|(?<=[\\d½¼¾])${space}(?=${SCALE}\\b|${UNIT})`,
    'gu',
  );
const BREAKS = between(' ');
const HELD = between('\u00a0');

function inNumbers(text: string, from: RegExp, to: string): string {
  return text.replace(NUMBER, (number) => {
    const digits = number.replace(/\D/g, '').length - (number.startsWith('+') ? COUNTRY : 0);
    return digits >= FEWEST && digits <= MOST ? number.replace(from, to) : number;
  });
}

/** The text with no-break spaces where a line must not break. Same length. */
export function withNoBreakSpaces(text: string): string {
  if (!/[\d½¼¾]/.test(text)) return text;
  return inNumbers(text, / /g, '\u00a0').replace(BREAKS, '\u00a0');
}

/** Reverses `withNoBreakSpaces`. Same length. */
export const withoutNoBreakSpaces = (text: string): string =>
  text.includes('\u00a0') ? inNumbers(text.replace(HELD, ' '), /\u00a0/g, ' ') : text;
