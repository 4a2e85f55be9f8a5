import { escapeDelimiters } from '../criticmarkup/serialize';
import { greatest } from '../util/lists';

/** What is beside a text in its block. */
export interface Beside {
  /** The characters before and behind it; empty at the ends of the block. */
  readonly before: string;
  readonly after: string;
  /** Whether it is the text of a link. */
  readonly inLink: boolean;
  /** Whether markup follows it. */
  readonly touched: boolean;
}

const SIGNS = /[\\`*_~<&[\]!{]/g;

/**
 * What GFM may turn into a link: web addresses up to the next space, and e-mail addresses, which may end at a web address:
 * “a@b.cd_https://x.org”.
 */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S*|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.(?:(?!(?<![a-z])https?:\/\/)[\w-]){1,64}){1,8}/gi;
/** Characters that are not the last of an address. */
const BEHIND = ".,:;!?'()[]*_~&";
/** The beginning of another address, or of markup, within an address. */
const START = /:\/\/|www\.|[@<]/i;

/**
 * Escapes plain text so that Markdown (GFM, with CriticMarkup) reads it as the same text, with as few backslashes as
 * possible. The starts of lines are left to `escapeStart`.
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
    // A backslash at the end of `before` would escape the bracket.
    const isOpen = own.startsWith('<') && endsInEscape(before);
    out += `${before}${isOpen ? '\\' : ''}${own}`;
    at = end;
  }
  return out + plain(at, text.length);
}

/**
 * GFM takes backslashes for part of an address. If it needs any, it is put in angle brackets, or made text by a backslash
 * within `https://`, `www.` or `@`.
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

/** Whether a character would be read as markup. */
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
      // A single tilde can only end strikethrough, behind a word.
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
      // The rest of a CriticMarkup delimiter may be in the next piece.
      return at === text.length - 1 && /[+\-~=>]/.test(after);
  }
}

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** Whether CommonMark takes a character for white space; empty for the edge of a block. */
export function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}

export function isPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~\p{P}\p{S}]/u.test(character);
}

function isLetter(character: string): boolean {
  return !isSpace(character) && !isPunctuation(character);
}

/** Delimiters of changes and highlights before the first word of a line. */
const DELIMITERS = /^(?:\{(?:\+\+|--|~~|==))+/;
const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const HEADING = /^#{1,6}(?=[ \t]|$)/;
const LINE = /^(?:(?:-[ \t]*)+|=+[ \t]*|(?:_[ \t]*){3,})$/;
const COLUMNS = /^[|: \t]*-[|:\- \t]*$/;

/** Escapes the lines of a paragraph so that none begins another block. */
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
  // A reference with a colon behind it would be a footnote definition.
  return before + text.replace(/^(\[\^[^\]]+\]):/, '$1\\:');
}

/** Escapes number signs at the end of a heading, which would close it. */
export function escapeHeading(text: string): string {
  return text.replace(/(^|[ \t])(#+)$/, '$1\\$2');
}

/** Escapes pipes in a cell of a GFM table. */
export function escapeCell(text: string): string {
  return text.replace(/\\[\s\S]|\|/g, (sign) => (sign === '|' ? '\\|' : sign));
}

/** Escapes the address of a link for the brackets behind its text. */
export function escapeUrl(address: string): string {
  return address
    .trim()
    .replace(/[\s<>\\{}|^`"]/g, (sign) => encodeURIComponent(sign))
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replace(/[()]/g, '\\$&');
}

/** Inline code, between as many backticks as its text needs. */
export function plainCode(text: string): string {
  const line = text.replace(/[\t\n\r]/g, ' ');
  const runs = runsIn(line);
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const space = /^`|`$|^ +[^ ].* $/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A block of code between fences. */
export function fencedCode(lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(greatest(runsIn(text), 2) + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** The lengths of the runs of backticks in a text. */
function runsIn(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

/** Whether Markdown ends in a backslash that would escape what is put behind it. */
export function endsInEscape(markdown: string): boolean {
  return /(?<!\\)(?:\\\\)*\\$/.test(markdown.slice(-100));
}
