import { getOrInsert } from '../util/memoize';
import type { By } from './model';
import type { XmlElement } from './xml-tree';

/** Whoever is named on many changes is one object. */
const known = new Map<string, By>();
const MOST_KNOWN = 1000;

/**
 * Who made a change or wrote a comment, and when: `w:author` and `w:date`.
 *
 * @param utc the time in UTC where another part says it; Word writes local time into `w:date`
 */
export function byOf({ attributes }: XmlElement, utc?: string): By {
  const author = (attributes['w:author'] ?? '').replace(/\s+/g, ' ').trim();
  const date = minute(utc ?? attributes['w16du:dateUtc'] ?? attributes['w:date']);
  if (known.size >= MOST_KNOWN) known.clear();
  return getOrInsert(known, `${author}\n${date ?? ''}`, () => ({
    author,
    ...(date !== undefined && { date }),
  }));
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** The day, or the minute; undefined where none is known, as LibreOffice writes for a document without such data. */
function minute(written: string | undefined): string | undefined {
  const [, day, time, zone = 'Z'] = DATE.exec(written ?? '') ?? [];
  if (day === undefined || day <= '1970-01-01') return undefined;
  const at = Date.parse(time === undefined ? day : `${day}T${time}:00${zone}`);
  if (Number.isNaN(at)) return undefined;
  const iso = new Date(at).toISOString();
  return time === undefined ? iso.slice(0, 10) : `${iso.slice(0, 16)}:00Z`;
}
