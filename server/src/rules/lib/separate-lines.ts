import type { Span } from '../../draft/types';
import { greatest } from '../../lists';

/** A line of a paragraph, without what stands before and behind its words; all count from the block. */
export interface Line extends Span {
  /** A tab that it begins with is one of its words. */
  readonly text: string;
  /** What stands before its words: `> `, or the indent of a list item. Of the first line, nothing. */
  readonly prefix: string;
  /** Before its line end. */
  readonly lineEnd: number;
  /** Whether its end is read as a space. */
  readonly single: boolean;
}

/** What tells lines of a paragraph apart that nobody wrote as running text. */
type Separate =
  /** Lines of an address, a signature, a verse, or labels with what they say. */
  | 'lines'
  /** Paragraphs, each on one long line. */
  | 'paragraphs';

/** The longest line of an address or a verse, in characters; two of them might be chance. */
const SHORT = 60;
const SHORT_OF_TWO = 48;
const SHORT_WITH_MAIL = 90;
/** Nobody wraps lines as late as this. */
const WRAPPED = 160;

const MAIL = /^<?[\w.+-]{1,60}@\w/;
const BEGINS = /^(?:[“‘"'(*_[]{0,4}[\p{Lu}\d£]|<?[\w.+-]{1,60}@\w|https?:|www\.|(?:c\/o|ext|tel|for)\b)/u;
/** Who said what stands above it, as the export sets it apart in a quotation. */
const SPEAKER = /^(?:[—–―]|--?)\s?\S.{0,100}$/;
/** The same as the export knows it: "— and so on" goes on. */
const SPEAKER_IN_QUOTATION = /^\s*(?:[—–―]|--+)\s*[“"‘']?\p{Lu}/u;
/** Characters in a line that says who said it; in a longer one the dash is one of the text's. */
const LONGEST_SPEAKER = 150;
const IN_BOLD_OR_ITALICS = /^(?:\*\*[^*]+\*\*|__[^_]+__|\*[^*]+\*|_[^_]+_)$/;
const LABEL_WITH_DASH = /^\p{Lu}[^:*_.!?–—]{0,30} [–—-] /u;
const LABEL = /^(?:\*\*|__)?\p{Lu}[^:*_.!?]{0,30}(?::(?:\*\*|__)?|(?:\*\*|__):)(?:\s|$)/u;
const NUMBERED =
  /^(?:\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|(?:[a-hj-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S/;
/** A line that ends so goes on, or is running text. */
const GOES_ON =
  /(?:[.!?;–—-]|\b(?:a|an|and|as|at|but|by|for|from|if|in|is|of|on|or|our|that|the|their|this|to|was|were|who|with))["”’)*_]{0,3}$/i;
const ENDS_SENTENCE = /[.!?:](?:["”’)*_]|\[\^[^\]]{1,60}\]){0,4}$/;
const TWO_SENTENCES = /[.!?]["”’)]{0,2}\s+["“‘(]?\p{Lu}/u;
const LONGEST_TITLE = 70;

/**
 * Whether lines, of which some end in a single line end, are evidently meant to be apart, and how. Whoever breaks lines in an editor, at a width, after a
 * sentence or at a clause, is not meant.
 */
export function separate(lines: readonly Line[]): Separate | undefined {
  const texts = lines.map(({ text }) => text);
  // Terms with their meanings are set apart by the export.
  if (texts.some((text) => text === '' || /^: /.test(text))) return undefined;
  if (texts.every((text) => LABEL.test(text))) return 'lines';
  if (texts.length > 2 && texts.every((text) => LABEL_WITH_DASH.test(text))) return 'lines';
  if (areNumbered(texts)) return 'paragraphs';
  if (areShort(texts) || isHeadOrFoot(texts)) return 'lines';
  return areParagraphs(texts) ? 'paragraphs' : undefined;
}

/** Whether the last line of a paragraph in a quotation is who said it, which the export sets on a line of its own. */
export function isSpeaker(words: string): boolean {
  return words.length <= LONGEST_SPEAKER && SPEAKER_IN_QUOTATION.test(words);
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

/** A question in bold with its answer below it, or words with who said them in italics. */
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
    // Whoever begins a line with each sentence seldom puts two on one.
    long * 2 >= texts.filter((text) => !isTitle(text)).length &&
    texts.every((text) => BEGINS.test(text)) &&
    texts.slice(0, -1).every((text) => ENDS_SENTENCE.test(text) || isTitle(text))
  );
}
