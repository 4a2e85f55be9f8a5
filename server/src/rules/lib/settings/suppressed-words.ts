import { firstWhere, type Span } from '../../../draft';
import { least } from '../../../util/lists';

/** A string, or the source of a draft. */
type Sliced = Pick<string, 'slice'>;

/** The words of a span in the form in which comments have them, and the source offset of each character. */
interface Words {
  readonly text: string;
  readonly at: readonly number[];
}

/**
 * Characters that cannot stand in the quoted words of a comment: quotation marks, and what would end the comment or
 * begin its reason.
 */
const KEPT_OUT = /(?:[\s“”"<>–—]|--+)+/g;

/** Reads words without such characters, on one line. */
function wordsIn(source: Sliced, { start, end }: Span): Words {
  const stretch = source.slice(start, end);
  const at: number[] = [];
  let text = '';
  const add = (from: number, to: number): void => {
    text += stretch.slice(from, to);
    for (let i = from; i < to; i++) at.push(start + i);
  };
  let last = 0;
  for (const { 0: found, index } of stretch.matchAll(KEPT_OUT)) {
    add(last, index);
    if (/[^“”"]/.test(found)) {
      text += ' ';
      at.push(start + index);
    }
    last = index + found.length;
  }
  add(last, stretch.length);
  return { text, at };
}

/**
 * Returns where words of a comment stand in a span of a draft, wrapped or not, together with markup before them. The span
 * is read once for all words.
 */
export function placesOf(source: Sliced, span: Span): (words: string) => readonly Span[] {
  let read: Words | undefined;
  return (words) => {
    const wanted = wordsIn(words, { start: 0, end: words.length }).text.trim();
    read ??= wordsIn(source, span);
    return placesIn(read, span.start, wanted);
  };
}

function placesIn({ text, at }: Words, start: number, wanted: string): readonly Span[] {
  const found: Span[] = [];
  if (wanted === '') return found;
  for (let i = text.indexOf(wanted); i !== -1; i = text.indexOf(wanted, i + 1)) {
    if (isWithinWord(text, i) || isWithinWord(text, i + wanted.length)) continue;
    const before = text[i - 1] === ' ' ? i - 2 : i - 1;
    found.push({
      start: before < 0 ? start : at[before]! + 1,
      end: at[i + wanted.length - 1]! + 1,
    });
  }
  return found;
}

/** Whether a place is inside a word or a number: “12” does not stand in “128” or “12.5”. */
function isWithinWord(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - 2), place);
  const after = text.slice(place, place + 2);
  return (
    (/[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(after)) ||
    (/\p{N}[.,]$/u.test(before) && /^\p{N}/u.test(after)) ||
    (/\p{N}$/u.test(before) && /^[.,]\p{N}/u.test(after))
  );
}

/** The usual length of the words that identify a finding, in characters. */
const ENOUGH = 80;

/** The most characters between the quotation marks of a comment. */
const MOST = 190;

/** With so many characters, or so many words, an item that is added later is unlikely to have the same. */
const LEAST = { characters: 20, words: 3 };

const areEnough = (words: string): boolean =>
  words.length >= LEAST.characters || (words.match(WORD) ?? []).length >= LEAST.words;
const WORD = /[^\s|]+/g;

/**
 * Words that identify a finding among others of its rule: its first words, with as many words around them as it takes
 * for them to be unique in the span.
 *
 * @param stretch the span of the draft that the comment applies to
 * @param others where other findings of the rule start in it
 * @param part the item or row that the finding stands in, to which others may be added: the words stay in it, and are
 * enough of it, as far as it has them, to tell it from those
 * @returns where no words are unique, the first that can be quoted; undefined where none can
 */
export function tellingWords(
  source: Sliced,
  stretch: Span,
  { start, end }: Span,
  others: readonly number[],
  part?: Span,
): string | undefined {
  const words = wordsIn(source, stretch);
  const { text } = words;
  const place = (offset: number): number => firstWhere(words.at, (at) => at >= offset);
  const behind = others.filter((other) => other > start);
  let first = place(start);
  let last = place(least(behind, end));
  while (text[first] === ' ') first++;
  if (last > first + ENOUGH) last = text.lastIndexOf(' ', first + ENOUGH);
  while (last > first && text[last - 1] === ' ') last--;
  const [from, to] = part ? [place(part.start), place(part.end)] : [0, text.length];
  const starts = [first, ...bordersBefore(text, first).filter((at) => at >= from)];
  const ends = [
    ...(last > first ? [last] : []),
    ...bordersBehind(text, Math.max(first, last)).filter((at) => at <= to),
  ];
  let some: string | undefined;
  let unique: string | undefined;
  for (let more = 0; more < starts.length + ends.length; more++) {
    for (let before = Math.max(0, more - ends.length + 1); before <= more; before++) {
      const begin = starts[before];
      const stop = ends[more - before];
      if (begin === undefined || stop === undefined || stop - begin > MOST) continue;
      const these = text.slice(begin, stop);
      const places = placesIn(words, stretch.start, these);
      const holds = (offset: number) => places.some((one) => one.start <= offset && offset < one.end);
      if (!holds(start)) continue;
      some ??= these;
      if (places.length > 1 || others.some((other) => other !== start && holds(other))) continue;
      unique = these;
      if (!part || areEnough(these)) return these;
    }
  }
  return unique ?? some;
}

/** The starts of the words before a place, the nearest first. */
function bordersBefore(text: string, place: number): readonly number[] {
  const found: number[] = [];
  for (let i = place - 1; i >= 0 && place - i <= MOST; i--)
    if (!/[ |]/.test(text[i]!) && (i === 0 || text[i - 1] === ' ')) found.push(i);
  return found;
}

/** The ends of the words after a place, the nearest first. */
function bordersBehind(text: string, place: number): readonly number[] {
  const found: number[] = [];
  for (let i = place + 1; i <= text.length && i - place <= MOST; i++)
    if (!/[ |]/.test(text[i - 1]!) && (i === text.length || text[i] === ' ')) found.push(i);
  return found;
}
