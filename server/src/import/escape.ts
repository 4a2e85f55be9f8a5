import { escapeDelimiters } from '../criticmarkup/serialize';

/** What stands round a text in its block. */
export interface Beside {
  /** The characters before and behind it, in the text of the block; empty at its ends. */
  readonly before: string;
  readonly after: string;
  /** Whether it is the text of a link. */
  readonly inLink: boolean;
  /** Whether markup follows it, or ends it. */
  readonly touched: boolean;
}

const SIGNS = /[\\`*_~<&[\]!{]/g;

/**
 * What GFM may make a link of: web addresses with all that follows them without a space, and addresses of mail, which a
 * web address right behind them ends: “a@b.cd_https://x.org”.
 */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S*|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.(?:(?!(?<![a-z])https?:\/\/)[\w-]){1,64}){1,8}/gi;
/** Signs that end a sentence or brackets, and no address. */
const BEHIND = ".,:;!?'()[]*_~&";
/** What begins another address, or markup, within one. */
const START = /:\/\/|www\.|[@<]/i;

/**
 * Writes plain text so that Markdown (GFM, with CriticMarkup) reads it as the same text, with as few backslashes as
 * that takes. What counts at the start of a line is left to `escapeStart`.
 */
export function escapeText(text: string, beside: Beside): string {
  const plain = (start: number, end: number): string =>
    escapeDelimiters(escapeSigns(text, start, end, beside));
  if (!/:\/\/|www\.|@/i.test(text)) return plain(0, text.length);
  let out = '';
  let at = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const end = index + address.length;
    const before = plain(at, index);
    const own = escapeAddress(text, index, end, beside);
    // A backslash that stood before a letter stands before a sign now.
    const isOpen = own.startsWith('<') && /(?<!\\)(?:\\\\)*\\$/.test(before.slice(-100));
    out += `${before}${isOpen ? '\\' : ''}${own}`;
    at = end;
  }
  return out + plain(at, text.length);
}

/**
 * An address is text to GFM from end to end, backslashes and all: where it needs any, it stands in angle brackets, or
 * must not be taken for one.
 */
function escapeAddress(text: string, start: number, end: number, beside: Beside): string {
  const own = text.slice(start, end);
  const plain = (from: number): string => escapeDelimiters(escapeSigns(text, from, end, beside));
  const escaped = plain(start);
  const isTouched = beside.touched && end === text.length;
  if (escaped === own && !isTouched && !own.includes('|')) return own;
  let { length } = /^https?:\/\/[^\s<>\\{}|`"]*/i.exec(own)?.[0] ?? '';
  while (length > 0 && BEHIND.includes(own[length - 1]!)) length--;
  const address = own.slice(0, length);
  const isWhole = address.length > 8 && !/&\w+;/.test(address) && !START.test(own.slice(8));
  if (isWhole && !beside.inLink) return `<${address}>${plain(start + address.length)}`;
  return escaped.replace(/https?(?=:\/\/)|www(?=\.)|@/gi, (sign) => (sign === '@' ? '\\@' : `${sign}\\`));
}

function escapeSigns(text: string, start: number, end: number, beside: Beside): string {
  return text.slice(start, end).replace(SIGNS, (sign, at: number) => {
    const place = start + at;
    const before = place > 0 ? text[place - 1]! : beside.before;
    const after = place + 1 < text.length ? text[place + 1]! : beside.after;
    return isSign(sign, before, after, text, place, beside) ? `\\${sign}` : sign;
  });
}

/** Whether a character would be read as more than itself. */
function isSign(
  sign: string,
  before: string,
  after: string,
  text: string,
  at: number,
  { inLink, touched }: Beside,
): boolean {
  switch (sign) {
    case '\\':
      return after === '' || isPunctuation(after) || (touched && at === text.length - 1);
    case '`':
      return true;
    case '*':
      return !isSpace(before) || !isSpace(after);
    case '_':
      return !(isSpace(before) && isSpace(after)) && !(isLetter(before) && isLetter(after));
    case '~':
      // One alone ends something at most, behind what it ends.
      return !isSpace(before) || after === '~' || after === '*';
    case '<':
      return after === '' || /[^\s\d=]/.test(after) || (!isSpace(after) && text.includes('@'));
    case '&':
      REFERENCE.lastIndex = at;
      return REFERENCE.test(text);
    case '[':
      return inLink || after === '^';
    case ']':
      return inLink || /[([:]/.test(after) || (touched && at === text.length - 1);
    case '!':
      return at === text.length - 1 ? touched : after === '[';
    default:
      // A brace: what makes it a delimiter may stand in the next piece.
      return at === text.length - 1 && /[+\-~=>]/.test(after);
  }
}

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** Whether CommonMark takes a character, or the edge of a block, for white space. */
export function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}

export function isPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~\p{P}\p{S}]/u.test(character);
}

function isLetter(character: string): boolean {
  return !isSpace(character) && !isPunctuation(character);
}

/** Delimiters of changes and comments that stand before the first word of a line. */
const DELIMITERS = /^(?:\{(?:\+\+|--|~~|==))+/;
const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const HEADING = /^#{1,6}(?=[ \t]|$)/;
const LINE = /^(?:(?:-[ \t]*)+|=+[ \t]*|(?:_[ \t]*){3,})$/;
const COLUMNS = /^[|: \t]*-[|:\- \t]*$/;

/** The lines of a paragraph, written so that none begins another block. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeStart(line.replace(/^[ \t]+/, '')))
    .join('\n');
}

function escapeStart(line: string): string {
  const before = DELIMITERS.exec(line)?.[0] ?? '';
  const text = line.slice(before.length);
  const item = ITEM.exec(text)?.[0];
  if (item !== undefined) return `${before}${item.slice(0, -1)}\\${text.slice(item.length - 1)}`;
  if (HEADING.test(text) || text.startsWith('>') || LINE.test(text) || COLUMNS.test(text))
    return `${before}\\${text}`;
  // A reference to a note, and a colon behind it: that would be the note.
  return before + text.replace(/^(\[\^[^\]]+\]):/, '$1\\:');
}

/** The text of a heading on one line. */
export function escapeHeading(text: string): string {
  return text.replace(/(^|[ \t])(#+)$/, '$1\\$2');
}

/** The content of a cell of a GFM table. */
export function escapeCell(text: string): string {
  return text.replace(/\\[\s\S]|\|/g, (sign) => (sign === '|' ? '\\|' : sign));
}

/** An address for the brackets behind the text of a link. */
export function escapeUrl(address: string): string {
  return address
    .trim()
    .replace(/[\s<>\\{}|^`"]/g, (sign) => encodeURIComponent(sign))
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replace(/[()]/g, '\\$&');
}
