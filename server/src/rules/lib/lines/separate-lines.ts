import type { Span } from '../../../draft/types';
import { greatest } from '../../../util/lists';

/** A line of a paragraph. Its span is that of its words; offsets count in the block. */
export interface Line extends Span {
  /** Its words, with a tab before them if there is one. */
  readonly text: string;
  /** What stands before its words: `> `, or the indent of a list item. Empty for the first line. */
  readonly prefix: string;
  /** The offset of its line end. */
  readonly lineEnd: number;
  /** Whether its line end is read as a space. */
  readonly single: boolean;
}

/** What the lines of a paragraph are, if not running text. */
type Separate =
  /** Lines of an address, a signature, a verse, or labels with what they say. */
  | 'lines'
  /** Paragraphs, each on one long line. */
  | 'paragraphs';

/** What the lines of a paragraph are typed as, if not as running text. */
export type TypedAs = 'list' | 'table' | Separate;

const SIGNS = '•‣◦●○▪▫■□∙⁃·\uF0A7\uF0B7\uF0D8\uF0FC\uF076\uF02D';
/** Bullets that Word and other programs put into text. Letters that only look like bullets in symbol fonts need a tab. */
const BULLET = new RegExp(`^(?:[${SIGNS}][ \\t\\u00A0]*|[o§Øüv–—-]\\t+)(?=\\S)`);
/** A dash as a bullet; not if only one line has it. */
const DASH = /^[–—][ \u00A0]+(?=\S)/;
const ENUMERATED = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s/;

/** The bullet at the beginning of a line, with the space behind it; undefined for none. */
export function bulletOf(text: string, lines: readonly Pick<Line, 'text'>[]): string | undefined {
  const sign = BULLET.exec(text)?.[0];
  if (sign !== undefined) return sign;
  const dash = DASH.exec(text)?.[0];
  return dash !== undefined && lines.filter((line) => DASH.test(line.text)).length > 1 ? dash : undefined;
}

/** The cells of a line that are separated by tabs. */
export function columnsOf(text: string): readonly string[] {
  return text.split('\t').map((cell) => cell.trim());
}

/** What the lines of a paragraph were typed as; undefined for running text. Markdown runs all of them together. */
export function typedAs(lines: readonly Pick<Line, 'text' | 'single'>[]): TypedAs | undefined {
  if (lines.some(({ text }) => bulletOf(text, lines) !== undefined)) return 'list';
  if (!lines.slice(0, -1).some(({ single }) => single)) return undefined;
  const rows = lines.filter(({ text }) => text.includes('\t'));
  const isList = rows.every(({ text }) => ENUMERATED.test(text));
  const isLabels = rows.every(({ text }) => columnsOf(text)[0]!.endsWith(':'));
  if (!isList && !isLabels && rows.length > 1 && rows.length >= lines.length - 1) return 'table';
  return separate(lines);
}

/** The longest line of an address or a verse, in characters. */
const SHORT = 60;
/** The same in a paragraph of two lines, which might be short by chance. */
const SHORT_OF_TWO = 48;
/** The same with an e-mail address. */
const SHORT_WITH_MAIL = 90;
/** Nobody wraps lines at this width, in characters. */
const WRAPPED = 160;

const MAIL = /^<?[\w.+-]{1,60}@\w/;
const BEGINS = /^(?:[“‘"'(*_[]{0,4}[\p{Lu}\d£]|<?[\w.+-]{1,60}@\w|https?:|www\.|(?:c\/o|ext|tel|for)\b)/u;
/** A line that says who said the words above it: “— Ann Holt”. */
const SPEAKER = /^(?:[—–―]|--?)\s?\S.{0,100}$/;
/** The same in a block quotation, where the export sets it on a line of its own. */
const SPEAKER_IN_QUOTATION = /^\s*(?:[—–―]|--+)\s*[“"‘']?\p{Lu}/u;
/** The longest of these, in characters; a longer line is text with a dash. */
const LONGEST_SPEAKER = 150;
const IN_BOLD_OR_ITALICS = /^(?:\*\*[^*]+\*\*|__[^_]+__|\*[^*]+\*|_[^_]+_)$/;
const LABEL_WITH_DASH = /^\p{Lu}[^:*_.!?–—]{0,30} [–—-] /u;
const LABEL = /^(?:\*\*|__)?\p{Lu}[^:*_.!?]{0,30}(?::(?:\*\*|__)?|(?:\*\*|__):)(?:\s|$)/u;
/** A line that begins with its letter or number: “(a)”, “iv.”, “2.1”. */
export const NUMBERED =
  /^(?:\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|(?:[a-hj-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S/;
/** The end of a line of running text. */
const GOES_ON =
  /(?:[.!?;–—-]|\b(?:a|an|and|as|at|but|by|for|from|if|in|is|of|on|or|our|that|the|their|this|to|was|were|who|with))["”’)*_]{0,3}$/i;
const ENDS_SENTENCE = /[.!?:](?:["”’)*_]|\[\^[^\]]{1,60}\]){0,4}$/;
const TWO_SENTENCES = /[.!?]["”’)]{0,2}\s+["“‘(]?\p{Lu}/u;
const LONGEST_TITLE = 70;

/**
 * What the lines of a paragraph evidently are; undefined for running text that somebody broke at a width, after
 * sentences or at clauses.
 */
export function separate(lines: readonly Pick<Line, 'text'>[]): Separate | undefined {
  const texts = lines.map(({ text }) => text);
  // The export sets terms and their definitions apart already.
  if (texts.some((text) => text === '' || /^: /.test(text))) return undefined;
  if (texts.every((text) => LABEL.test(text))) return 'lines';
  if (texts.length > 2 && texts.every((text) => LABEL_WITH_DASH.test(text))) return 'lines';
  if (areNumbered(texts)) return 'paragraphs';
  if (haveLabels(texts)) return 'lines';
  if (areShort(texts) || isHeadOrFoot(texts)) return 'lines';
  return areParagraphs(texts) ? 'paragraphs' : undefined;
}

/** Whether the last line of a block quotation says who said it. The export sets it on a line of its own. */
export function isSpeaker(words: string): boolean {
  return words.length <= LONGEST_SPEAKER && SPEAKER_IN_QUOTATION.test(words);
}

/** Whether labels stand below each other, among other lines none of which goes on in the next. */
function haveLabels(texts: readonly string[]): boolean {
  const labels = texts.map((text) => LABEL.test(text));
  return (
    labels.some((is, at) => is && labels[at + 1] === true) &&
    texts.every((text) => BEGINS.test(text)) &&
    !texts.slice(0, -1).some((text) => GOES_ON.test(text))
  );
}

function areNumbered(texts: readonly string[]): boolean {
  const first = texts.findIndex((text) => NUMBERED.test(text));
  return first >= 0 && texts.length - first > 1 && texts.slice(first).every((text) => NUMBERED.test(text));
}

function areShort(texts: readonly string[]): boolean {
  const above = texts.slice(0, -1);
  if (!texts.every((text) => BEGINS.test(text))) return false;
  if (texts.slice(1).some((text) => MAIL.test(text)))
    return longest(texts) <= SHORT_WITH_MAIL && !above.some((text) => GOES_ON.test(text));
  if (texts.length > 2) return longest(texts) <= SHORT && !above.every((text) => GOES_ON.test(text));
  return longest(texts) <= SHORT_OF_TWO && !texts.some((text) => GOES_ON.test(text));
}

function longest(texts: readonly string[]): number {
  return greatest(texts.map(({ length }) => length));
}

/** Whether one of two lines is a title of the other: a question in bold, or who said the quoted words. */
function isHeadOrFoot(texts: readonly string[]): boolean {
  if (texts.length === 2 && /^["“]/.test(texts[0]!) && SPEAKER.test(texts[1]!)) return true;
  return (
    texts.length === 2 &&
    texts.some((text) => text.length <= LONGEST_TITLE && IN_BOLD_OR_ITALICS.test(text)) &&
    texts.every((text) => BEGINS.test(text))
  );
}

function areParagraphs(texts: readonly string[]): boolean {
  const isTitle = (text: string): boolean => text.length <= LONGEST_TITLE && !GOES_ON.test(text);
  const long = texts.filter((text) => text.length > WRAPPED && TWO_SENTENCES.test(text)).length;
  return (
    long > 0 &&
    // Whoever begins a new line with each sentence seldom puts two on one.
    long * 2 >= texts.filter((text) => !isTitle(text)).length &&
    texts.every((text) => BEGINS.test(text)) &&
    texts.slice(0, -1).every((text) => ENDS_SENTENCE.test(text) || isTitle(text))
  );
}
