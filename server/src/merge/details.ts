import { type Change, type Draft, frontMatterEdits, parseDraft, withChanges } from '../draft';
import { asLine, withinLine } from '../text/as-line';
import { comparable } from '../text/comparable';
import { displayDate, isoDate } from '../text/dates';
import { typedQuotes } from '../text/printed-quotes';
import { wordsIn } from '../word/printed-strings';
import { detailsIn, firstHeading, languageOf } from '../word/properties';
import { oneLine } from '../word/xml-text';

/** A change of a front matter value in the document. */
export interface DetailChange {
  readonly key: string;
  /** As printed: `1 October 2026`. */
  readonly from: string;
  /** Empty if the value was removed. */
  readonly to: string;
}

/**
 * The front matter changes behind a changed line of the title block: “Date: 1 October 2026”.
 *
 * @returns undefined if they are unclear, for example because the label changed, too
 */
export function detailsChanged(draft: Draft, was: string, now: string): readonly DetailChange[] | undefined {
  const current = oneLine(now).trim();
  // Compares with the quotation marks that were typed. This keeps the offsets: every mark is one character.
  const [before, after] = [typedQuotes(oneLine(was).trim()), typedQuotes(current)];
  const shown = placesOf(detailsIn(draft), before);
  if (shown.length === 0) return undefined;
  if (after === '') return shown.map(({ key, from }) => ({ key, from, to: '' }));
  // The text before the first value, between two, and after the last.
  const between = [0, ...shown.map(({ end }) => end)].map((end, at) => before.slice(end, shown[at]?.start));
  let [first, last] = [0, shown.length];
  let [start, end] = [between[0]!.length, after.length - between[last]!.length];
  if (end < start || !after.startsWith(between[0]!) || !after.endsWith(between[last]!)) return undefined;
  // In a line with several values, those at its edges may be unchanged.
  for (; last - first > 1; first++) {
    const own = shown[first]!.shown + between[first + 1]!;
    if (!after.startsWith(own, start)) break;
    start += own.length;
  }
  for (; last - first > 1; last--) {
    const own = between[last - 1]! + shown[last - 1]!.shown;
    if (!after.slice(start, end).endsWith(own)) break;
    end -= own.length;
  }
  const changes: DetailChange[] = [];
  for (let index = first; index < last; index++) {
    const { key, from, shown: own } = shown[index]!;
    let to = current.slice(start, end);
    if (index < last - 1) {
      // A separator may also occur in a value, so it must occur there as often as before.
      const apart = between[index + 1]!;
      const pieces = to.split(apart);
      if (pieces.length !== before.slice(shown[index]!.start, shown[last - 1]!.end).split(apart).length)
        return undefined;
      to = pieces.slice(0, from.split(apart).length).join(apart);
      start += to.length + apart.length;
    }
    to = to.trim();
    // The export begins a line with a capital: “the Chair” in the draft is printed as “The Chair”.
    if (own !== typedQuotes(from)) to = withinLine(to);
    if (!isSame(to, from)) changes.push({ key, from, to });
  }
  return changes;
}

const isSame = (a: string, b: string): boolean => typedQuotes(a) === typedQuotes(b);

interface Place {
  readonly key: string;
  readonly from: string;
  /** As printed in the line, with quotation marks as typed. */
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

/** The places of front matter values in a line, without overlaps. Of equal values, the first key wins. */
function placesOf(details: ReadonlyMap<string, string>, line: string): Place[] {
  const places: Place[] = [];
  for (const [key, from] of [...details].sort(([, a], [, b]) => b.length - a.length)) {
    const typed = typedQuotes(from);
    for (const shown of new Set([typed, asLine(typed)])) {
      const place = placeOf(shown, line, places);
      if (place === undefined) continue;
      places.push({ key, from, shown, ...place });
      break;
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

/** The span of a value in a line, as whole words and outside the places of other values; undefined if not found. */
function placeOf(
  shown: string,
  line: string,
  others: readonly Place[],
): Pick<Place, 'start' | 'end'> | undefined {
  for (let start = line.indexOf(shown); start !== -1; start = line.indexOf(shown, start + 1)) {
    const end = start + shown.length;
    const isPart = /[\p{L}\p{N}]$/u.test(line.slice(0, start)) || /^[\p{L}\p{N}]/u.test(line.slice(end));
    if (!isPart && !others.some((other) => start < other.end && end > other.start)) return { start, end };
  }
  return undefined;
}

/** The change of the title in the front matter, if it was the same as the first heading, which has changed. */
export function changedTitle(base: Draft, text: string): DetailChange | undefined {
  const { title } = base.frontMatter.data;
  const before = firstHeading(base);
  if (title === undefined || before === undefined || comparable(title) !== comparable(before))
    return undefined;
  const draft = parseDraft(text);
  const now = firstHeading(draft);
  const own = draft.frontMatter.data.title;
  if (now === undefined || own === undefined) return undefined;
  return comparable(own) === comparable(title) && now !== before && now !== own
    ? { key: 'title', from: own, to: now }
    : undefined;
}

/** “The date was changed in Word from … to …”, without a full stop. */
export function detailSentence({ key, from, to }: DetailChange): string {
  const was = /[^su]s$/.test(key) ? 'were' : 'was';
  return to === ''
    ? `The ${key} “${from}” ${was} taken out in Word`
    : `The ${key} ${was} changed in Word from “${from}” to “${to}”`;
}

/** Whether the front matter of a draft does not have the new value yet. */
export function isNews(draft: Draft, { key, to }: DetailChange): boolean {
  return !isSame(detailsIn(draft).get(key) ?? '', to);
}

/** Writes the changes into the front matter of a draft as far as possible, and returns a sentence on each. */
export function withDetails(
  text: string,
  changes: readonly DetailChange[],
): { readonly text: string; readonly remarks: readonly string[] } {
  let after = text;
  const remarks = changes.map((change) => {
    const draft = parseDraft(after);
    const own = detailsIn(draft).get(change.key) ?? '';
    const done = `${detailSentence(change)}, and is so in the details at the top now.`;
    // The draft may already have the new value, such as a title that changed with its heading.
    if (isSame(own, change.to)) return done;
    if (!isSame(own, change.from))
      return `${detailSentence(change)}, and in the draft since: there it says “${own}”, which stays.`;
    const edits = editsOf(draft, change);
    if (edits === undefined) return `${detailSentence(change)}: change it in the details at the top.`;
    after = withChanges(after, edits);
    return done;
  });
  return { text: after, remarks };
}

/** The edits for a change; undefined if the value is removed, or is a list or an object. */
function editsOf(draft: Draft, { key, to }: DetailChange): readonly Change[] | undefined {
  const old = draft.frontMatter.raw[key];
  if (to === '' || typeof old === 'object') return undefined;
  // A date in figures stays in figures.
  const isDay = displayDate(String(old)) !== old;
  const value = (isDay ? isoDate(to, wordsIn(languageOf(draft)).months) : undefined) ?? to;
  return frontMatterEdits(draft, [{ key, value }]);
}
