/** The date of a paper itself. */
import type { Draft } from '../../draft/types';
import { DATE, DAY, exists, MONTH, monthOf } from './calendar';

/** What a paper says of its own day. */
export interface PaperDate {
  readonly time: number;
  /** Whether it says the day, and not only the month. */
  readonly exact: boolean;
}

const WRITTEN_DATE = new RegExp(`\\b${DATE}`, 'i');
const MONTH_OF_YEAR = new RegExp(`^${MONTH}\\.?\\s+((?:19|20)\\d\\d)$`, 'i');

/** A date as a paper writes it; undefined where it is not a whole one, or no day of a calendar. */
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

/** The date of a draft, as its front matter has it, that until which it is under embargo, or else a line at its top. */
export function dateOf(draft: Draft): string | undefined {
  const { data, raw } = draft.frontMatter;
  if (data.date !== undefined) return data.date;
  return typeof raw.embargo === 'string' && paperDate(raw.embargo) ? raw.embargo : dateLine(draft);
}

/** So many blocks at the top tell of the paper itself, in lines so short, in characters. */
const OPENING_BLOCKS = 8;
const OPENING_LINE = 120;
/** What is read of a block at the top, in characters. */
const LONGEST_OPENING = 2000;

const LABEL =
  /^(?:(?:(?:meeting|report|issue|publication|decision)\s+)?date|date\s+(?:of|for)\s+(?:the\s+)?(?:meeting|report|issue|publication|decision|committee|board)|meeting|committee|board|debate|held|issued|published|embargo)\s*[:|]/i;
const RELEASE =
  /^(?:embargo(?:e?d)?\b|(?:strictly\s+)?(?:not\s+)?for\s+(?:immediate\s+)?(?:release|use|publication)\b|(?:news|press|media)\s+release\b|issued\b)[^;]{0,40}$/i;
/** What meets, at the end of what is before the date. */
const MEETING =
  /\b(?:cabinet|executive|committee|sub-?committee|board|council|panel|forum|trustees|governors|assembly|commission|(?:sub-|working\s+|steering\s+)group|partnership|meeting)(?:\s*[,:|–—-]|\s+of|\s+on)?$/i;
/** What tells of another day than that of the paper. */
const OTHER_DAY =
  /\b(?:previous(?:ly)?|last|next|earlier|future|follow-?up|review|clos(?:es?|ing|ed)|opens?|opened|deadline|since|after|following|from|before|was|were|is|are|will|has|have|had)\b/i;
const DAY_BEFORE = new RegExp(`\\b${DAY},?\\s*$`, 'i');
/** A full stop, a time, a place, or what else is beside a date that is no sentence. */
const BEHIND =
  /^\s*(?:[.;)|–—-]|,\s*(?:at\b|in\b|item\b|agenda\b|\p{Lu}|\d)|(?:at\s+|from\s+)?(?:\d|noon\b|midnight\b)|$)/u;

/** The date in a line at the top of a draft that is of the paper: alone, or with a label, a meeting or an embargo. */
function dateLine({ blocks }: Draft): string | undefined {
  for (const { block } of blocks.slice(0, OPENING_BLOCKS)) {
    const opening = block.text.slice(0, LONGEST_OPENING);
    if (!/20\d\d/.test(opening)) continue;
    for (const line of opening.split(/[\r\n]+/)) {
      const date =
        line.length <= OPENING_LINE ? ownDate(line.replace(/[*_#>\\]|^\s*\||\|\s*$/g, '').trim()) : undefined;
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function ownDate(line: string): string | undefined {
  const date = WRITTEN_DATE.exec(line);
  if (!date?.[3] || !paperDate(date[0])) return undefined;
  const behind = line.slice(date.index + date[0].length);
  if (!BEHIND.test(behind) || /20\d\d/.test(behind)) return undefined;
  const before = line.slice(0, date.index).replace(DAY_BEFORE, '').trim();
  if (LABEL.test(before) || RELEASE.test(before)) return date[0];
  // What ends as a sentence does may be the last line of one.
  if (line.endsWith('.')) return undefined;
  if (before === '') return line.includes('|') ? undefined : date[0];
  return MEETING.test(before) && !OTHER_DAY.test(before) ? date[0] : undefined;
}
