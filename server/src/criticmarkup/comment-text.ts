import type { By, Comment } from './types';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const DAY = 24 * 60 * 60 * 1000;

const NAME = /(?:[^\\¶]|\\[^¶]){1,200}?/u.source;
const DATE = /(?<date>(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2,8}) (?<year>\d{4})(?: (?<time>\d{2}:\d{2}))?)/
  .source;
const RESOLVED = /(?<resolved>\(resolved\))/.source;

/** `Dana Petrie, 3 Oct 2026 09:31 (resolved):`. After a name with a date the colon may be missing at the end. */
const NAMED = new RegExp(`^(?<name>${NAME})(?<sign>, )(?:${DATE}|undated)(?: ${RESOLVED})?(?::|$)`, 'u');
/** The same heading without a name. */
const UNNAMED = new RegExp(
  `^(?:${DATE}(?: ${RESOLVED})?|${RESOLVED.replace('resolved', 'alone')})(?<sign>:)`,
);

/**
 * The text between `{>>` and `<<}` for a comment. Characters that would be read as other Markdown, or as the end of a
 * table cell, are escaped.
 */
export function commentText(comment: Comment): string {
  const text = comment.text
    .split(/\r\n|\n|\r/)
    .map((line) => escapeComment(line.trim()))
    .join(' ¶ ');
  const head = heading(comment);
  if (head === '') return unlikeHeading(text);
  return text === '' ? `${head}:` : `${head}: ${text}`;
}

/** The text between `{>>` and `<<}` for the author and date of a change; empty if both are unknown. */
export function attributionText(by: By): string {
  const head = heading(by);
  return by.author.trim() === '' && head !== '' ? `${head}:` : head;
}

/** Reads the text between `{>>` and `<<}` as a comment. A line end counts as a space. */
export function readCommentText(source: string): Comment {
  const line = source.replace(/(?:(?<![ \t])[ \t]+)?(?:\r\n|\n|\r)[ \t]*/g, ' ').trim();
  const match = UNNAMED.exec(line) ?? NAMED.exec(line);
  const text = unescaped(match === null ? line : line.slice(match[0].length));
  if (match === null) return { author: '', text };
  const { name = '', resolved, alone, ...date } = match.groups!;
  const day = dateOf(date);
  if (date.date !== undefined && day === undefined) return { author: '', text: unescaped(line) };
  return {
    author: unescaped(name),
    ...(day !== undefined && { date: day }),
    text,
    ...((resolved ?? alone) !== undefined && { resolved: true }),
  };
}

function heading(by: By & { readonly resolved?: boolean }): string {
  const author = escapeComment(by.author.replace(/\s+/g, ' ').trim().slice(0, 100)).replaceAll(':', '\\:');
  const date = shownDate(by.date);
  const resolved = by.resolved === true ? '(resolved)' : '';
  const named = author === '' ? date : `${author}, ${date || 'undated'}`;
  return [named, resolved].filter((part) => part !== '').join(' ');
}

/** Adds a backslash to a text that would be read as the author and date of the comment. */
function unlikeHeading(text: string): string {
  const match = UNNAMED.exec(text) ?? NAMED.exec(text);
  if (match === null) return text;
  const at = match.groups!.name === undefined ? match[0].length - 1 : match.groups!.name.length;
  return `${text.slice(0, at)}\\${text.slice(at)}`;
}

/** The day in UTC, with the time if it is known. */
function shownDate(date: string | undefined): string {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(time)) return '';
  const at = new Date(time);
  const year = at.getUTCFullYear();
  if (year < 1000 || year > 9999) return '';
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${year}`;
  // Word writes midnight if it knows only the day.
  const minute = at.toISOString().slice(11, 16);
  return date!.includes('T') && at.getTime() % DAY > 0 ? `${day} ${minute}` : day;
}

function dateOf(groups: Record<string, string | undefined>): string | undefined {
  const month = MONTHS.indexOf(groups.month?.slice(0, 3) ?? '');
  if (month === -1) return undefined;
  const two = (number: number | string) => String(number).padStart(2, '0');
  const day = `${groups.year}-${two(month + 1)}-${two(groups.day!)}`;
  const date = groups.time === undefined ? day : `${day}T${groups.time}:00Z`;
  // JavaScript reads 31 June as 1 July, which does not start with the same day.
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? date : undefined;
}

/**
 * Escapes characters that would end the comment, begin code, HTML or a cell, make a link or a picture, or be read as an
 * escape. Whatever else shows the Markdown may run the HTML and fetch the pictures of it, and a comment or a name in a
 * Word document can be anything.
 */
function escapeComment(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~¶]|$)/g, '\\\\')
    .replace(/[`|¶]/g, '\\$&')
    .replace(/<(?=[a-z/!?])|\](?=\()/gi, '\\$&')
    .replace(/<<\}/g, '<\\<}');
}

function unescaped(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~¶])| ?¶ ?/g, (_, character: string | undefined) => character ?? '\n')
    .trim();
}
