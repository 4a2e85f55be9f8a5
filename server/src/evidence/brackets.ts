/** Whether text in brackets names a source or a place to look something up: "(Hansard, 4 June 2026)", "(table 3)". */
import { MONTH_NAMES } from '../text/dates';
import { NAME } from '../words/phrases';

const MONTH = `(?:${MONTH_NAMES})`;
const SEASON = '(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Easter|Christmas)';
const YEAR = String.raw`(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?[a-z]?`;

/** Records that a service keeps, or reports about it. */
const KEPT_RECORD =
  /\b(?:systems?|records|returns?|reports?|surveys?|statistics|data(?:base)?|census|counters?|counts|registers?|monitoring|evaluation|accounts|team|department|directorate|section|unit)\b/i;
const RECORD =
  '(?:records?|registers?|returns?|systems?|counts?|counters?|logs?|sheets|forms|interviews|surveys?|questionnaires?|statistics|data(?:base)?|accounts|figures)';
const RECORD_OF =
  '(?:loans?|lending|issues?|doors?|visitors?|footfall|bookings?|attendance|membership|member|library|branch|management|sign-in|exit|feedback|evaluation|users?|customers?|borrowers?|computer|enquiry|referral|annual|monitoring|own|school|pupil|teacher|tracking|progress|outreach)';
/** "Library loan records and exit interviews, on file", "our own door counts": a service's own records, without a date. */
const OWN_RECORD = new RegExp(
  `^(?:(?:taken\\s+|drawn\\s+)?from\\s+)?(?:(?:our|the|its|their)\\s+)?(?:[\\w’'-]+\\s+){0,2}?${RECORD_OF}\\s+(?:\\w+\\s+)?${RECORD}(?:\\s+and\\s+(?:[\\w-]+\\s+){0,2}${RECORD})?(?:,\\s+(?:(?:on\\s+file|held|kept|available)\\b[^,]*|n\\s?=\\s?[\\d,]+))?$`,
  'i',
);
/** One of several things in brackets that is such a record: “computer booking system, both years”. */
const ONE_RECORD =
  /^(?:(?:[Oo]ur|[Tt]he|[Tt]heir)\s+)?(?:[A-Za-z][\w’'-]*\s+){1,3}(?:records?|registers?|returns|systems?|counters?|logs?|sheets|statistics|database)$/;
/** Words for sources that do not exist yet. */
const TO_COME = /\b(?:due|expected|will|to)\b/;

/** A date at the end: "2025/26", "spring 2025", "4 June 2026". */
const DATE = new RegExp(
  `(?:^|,\\s*|\\s)(?:(?:(?:early|late|mid)[\\s-])?(?:(?:\\d{1,2}\\s+)?${MONTH}|${SEASON}(?:\\s+term)?)\\s+(?:(?:to|and|–)\\s+(?:\\d{1,2}\\s+)?(?:${MONTH}|${SEASON})\\s+)?)?${YEAR}$`,
);
const CALENDAR = new RegExp(`\\b(?:${MONTH}|${SEASON})\\b`);
/** Another part of the draft, or of a document that is named with it. */
const REFERENCE =
  /^(?:in\s+)?(?:(?:appendix|annex|table|figure|chart|schedule)\s+(?:\d[\d.]*|[a-z]\d*)(?:\s+(?:above|below|overleaf))?|(?:paragraphs?|paras?\.?|sections?)\s+\d[\d.]*\s+(?:above|below)|\d+\.\d[\d.]*\s+(?:above|below))$/i;
/** The same, after "see". */
const AFTER_SEE = /^(?:paragraphs?|paras?\.?|sections?)\s+\d[\d.]*$|^\d+\.\d[\d.]*$/i;
/** A more exact place in a source, which is not enough without the source. */
const DETAIL =
  /^(?:(?:items?|minutes?|pages?|pp?\.?|questions?|q|wave|quarter|round|table|figure|chart|appendix|annex|chapter|section|paragraphs?|paras?|volume|vol\.?|column|col\.?|agenda\s+item)\s*\d[\d.]*(?:\s?[–-]\s?\d+)?|q[1-4])$/i;
/** "2024, pp. 12–14", "2024: page 3". */
const PAGES = /(?<=\d[a-z]?)[,:]?\s+(?:pp?\.?|pages?)\s?\d+(?:\s?[–-]\s?\d+)?$/;
/** Well-known places and, below, occasions for meeting: not sources, with or without a date. */
const PLACE =
  /^(?:England|Scotland|Wales|(?:Great\s+)?Britain|(?:Northern\s+)?Ireland|UK|London|Cardiff|Swansea|Newport|Wrexham|Bangor|Belfast|Derry|Lisburn|Edinburgh|Glasgow|Dundee|Aberdeen|Inverness|Perth|Stirling|Manchester|Salford|Leeds|Sheffield|Bradford|Wakefield|Liverpool|Birmingham|Coventry|Wolverhampton|Leicester|Nottingham|Derby|Lincoln|Stoke|Bristol|Bath|Exeter|Plymouth|Southampton|Portsmouth|Brighton|Bournemouth|Norwich|Ipswich|Cambridge|Oxford|York|Hull|Newcastle|Gateshead|Sunderland|Durham|Carlisle|Lancaster|Preston|Blackpool|Bolton|Wigan|Oldham|Rochdale|Luton|Peterborough|Gloucester|Worcester|Hereford|Chester|Cornwall|Devon|Dorset|Somerset|Kent|Essex|Surrey|Sussex|Suffolk|Norfolk|Cumbria|Fife|Dublin|Paris|Brussels|\w+shire)$/;
const OCCASION =
  /\b(?:Library|Hall|Street|Road|Room|Theatre|Church|School|Park|Square|Hotel|Festival|Day|Week|Month|Conference|Event|Launch|Opening|Closing|Fair|Show|Party|Tour|Workshop|Concert)$|^(?:Phase|Stage|Year|Week|Day|Part|Round|Term|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|^(?:From|Since|Until|By|In|On|At|As|To|For|Before|After|About|Open|Opened|Closed|Launched|Started|Updated|Completed|Founded|Built|Aged?)\b/;
const WHOLE_NAME = new RegExp(`^(?:the\\s+|The\\s+)?${NAME}$`);

/**
 * Whether words in brackets say where to look a figure up. If in doubt ("Springboard, May 2025" may be a place), they do.
 *
 * @param said the text between the brackets
 */
export function isCitation(said: string): boolean {
  const words = said.replace(/\.$/, '');
  if (OWN_RECORD.test(words)) return true;
  const see = /^(?:please\s+)?see\s+(?:also\s+)?/i.exec(words)?.[0].length ?? 0;
  const parts = words
    .slice(see)
    .replace(PAGES, '')
    .split(/[,;]\s+/);
  if (parts.length > 1 && parts.some((part) => ONE_RECORD.test(part))) return true;
  const references = parts.filter((part) => REFERENCE.test(part) || (see > 0 && AFTER_SEE.test(part)));
  if (references.length === parts.length) return true;
  const dated = parts.some((part) => DATE.test(part));
  if (!dated && references.length === 0) return false;
  const rest = parts
    .filter((part) => !REFERENCE.test(part) && !DETAIL.test(part))
    .map((part) => part.replace(DATE, '').trim())
    .filter((part) => part !== '');
  const named = rest.join(', ');
  if (KEPT_RECORD.test(named)) return !TO_COME.test(named);
  if (rest.length === 0 || (rest.length === 1 && PLACE.test(named))) return false;
  // With a year alone, anything with a name in it: "(Smith, How libraries help, 2024)".
  if (!CALENDAR.test(words)) return /\b[A-Z]{2,}|[A-Z][a-z]{2,}/.test(named);
  const isName = (part: string): boolean => WHOLE_NAME.test(part) && !OCCASION.test(part);
  if (rest.every(isName)) return true;
  // Who published it and what: "(Department for Education, Schools, pupils and their characteristics, January 2026)".
  const [publisher, title] = rest;
  return (
    title !== undefined &&
    isName(publisher!) &&
    !PLACE.test(publisher!) &&
    !PLACE.test(title) &&
    /^[A-Z]/.test(title)
  );
}
