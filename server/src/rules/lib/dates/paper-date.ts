/** The date of a paper itself. */
import { type Block, type Draft, perBlock } from '../../../draft';
import { DATE, DAY, exists, MONTH, monthOf } from './calendar';

export interface PaperDate {
  /** In milliseconds since 1970, UTC; the 15th if only the month is known. */
  readonly time: number;
  /** Whether the day is known, and not only the month. */
  readonly exact: boolean;
}

const WRITTEN_DATE = new RegExp(`\\b${DATE}`, 'i');
const MONTH_OF_YEAR = new RegExp(`^${MONTH}\\.?\\s+((?:19|20)\\d\\d)$`, 'i');

/** Reads a date such as “2026-05-04”, “2026-05”, “4 May 2026” or “May 2026”; undefined for others. */
export function paperDate(text: string | undefined): PaperDate | undefined {
  if (text === undefined) return undefined;
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text.trim());
  if (iso) return dateFrom(Number(iso[1]), Number(iso[2]) - 1, iso[3]);
  const written = WRITTEN_DATE.exec(text);
  if (written?.[3]) return dateFrom(Number(written[3]), monthOf(written[2]!), written[1]);
  const month = MONTH_OF_YEAR.exec(text.trim());
  return month ? dateFrom(Number(month[2]), monthOf(month[1]!), undefined) : undefined;
}

function dateFrom(year: number, month: number, day: string | undefined): PaperDate | undefined {
  const [number, exact] = [Number(day ?? 15), day !== undefined];
  return exists(year, month, number) ? { time: Date.UTC(year, month, number), exact } : undefined;
}

/** The date of a draft as written: that of its front matter, or else of its embargo, or else in a line at its top. */
export function dateOf(draft: Draft): string | undefined {
  const { data, raw } = draft.frontMatter;
  if (data.date !== undefined) return data.date;
  return typeof raw.embargo === 'string' && paperDate(raw.embargo) ? raw.embargo : dateLine(draft);
}

/** How many blocks at the top may have the date of the paper. */
const OPENING_BLOCKS = 8;
/** The longest line with it, in characters. */
const OPENING_LINE = 120;
/** How much of a block at the top is read, in characters. */
const LONGEST_OPENING = 2000;

const LABEL =
  /^(?:(?:(?:meeting|report|issue|publication|decision)\s+)?date|date\s+(?:of|for)\s+(?:the\s+)?(?:meeting|report|issue|publication|decision|committee|board)|meeting|committee|board|debate|held|issued|published|embargo)\s*[:|]/i;
const RELEASE =
  /^(?:embargo(?:e?d)?\b|(?:strictly\s+)?(?:not\s+)?for\s+(?:immediate\s+)?(?:release|use|publication)\b|(?:news|press|media)\s+release\b|issued\b)[^;]{0,40}$/i;
/** The name of a meeting before its date. */
const MEETING =
  /\b(?:cabinet|executive|committee|sub-?committee|board|council|panel|forum|trustees|governors|assembly|commission|(?:sub-|working\s+|steering\s+)group|partnership|meeting)(?:\s*[,:|–—-]|\s+of|\s+on)?$/i;
/** Words of a line with another date than that of the paper. */
const OTHER_DAY =
  /\b(?:previous(?:ly)?|last|next|earlier|future|follow-?up|review|clos(?:es?|ing|ed)|opens?|opened|deadline|since|after|following|from|before|was|were|is|are|will|has|have|had)\b/i;
const DAY_BEFORE = new RegExp(`\\b${DAY},?\\s*$`, 'i');
/** Text behind a date that is not in a sentence: nothing, punctuation, a time or a place. */
const BEHIND =
  /^\s*(?:[.;)|–—-]|,\s*(?:at\b|in\b|item\b|agenda\b|\p{Lu}|\d)|(?:at\s+|from\s+)?(?:\d|noon\b|midnight\b)|$)/u;

/** The date of the paper in a line at its top: alone, or with a label, a meeting or an embargo. */
function dateLine({ blocks }: Draft): string | undefined {
  for (const { block } of blocks.slice(0, OPENING_BLOCKS)) {
    const date = dateIn(block);
    if (date !== undefined) return date;
  }
  return undefined;
}

const dateIn = perBlock(({ text }: Block): string | undefined => {
  const opening = text.slice(0, LONGEST_OPENING);
  if (!/20\d\d/.test(opening)) return undefined;
  for (const line of opening.split(/[\r\n]+/)) {
    const date =
      line.length <= OPENING_LINE ? ownDate(line.replace(/[*_#>\\]|^\s*\||\|\s*$/g, '').trim()) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
});

function ownDate(line: string): string | undefined {
  const date = WRITTEN_DATE.exec(line);
  if (!date?.[3] || !paperDate(date[0])) return undefined;
  const behind = line.slice(date.index + date[0].length);
  if (!BEHIND.test(behind) || /20\d\d/.test(behind)) return undefined;
  const before = line.slice(0, date.index).replace(DAY_BEFORE, '').trim();
  if (LABEL.test(before) || RELEASE.test(before)) return date[0];
  // A line that ends in a full stop may be the last of a sentence.
  if (line.endsWith('.')) return undefined;
  if (before === '') return line.includes('|') ? undefined : date[0];
  return MEETING.test(before) && !OTHER_DAY.test(before) ? date[0] : undefined;
}
