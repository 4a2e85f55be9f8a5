import { attributionText, commentText } from './comment-text';
import type { By, Comment, Thread } from './types';

/*
 * Writes CriticMarkup (https://github.com/CriticMarkup/CriticMarkup-toolkit), with authors and dates in comments. All
 * `markdown` is inline content of one block, without line ends that begin another block.
 */

export function inserted(markdown: string, by?: By): string {
  return markdown === '' ? '' : `{++${closable(markdown)}++}${attribution(by)}`;
}

export function deleted(markdown: string, by?: By): string {
  return markdown === '' ? '' : `{--${closable(markdown)}--}${attribution(by)}`;
}

/** A replacement; or a deletion and an insertion if one side is empty or has a tilde. */
export function substituted(old: string, now: string, by?: By): string {
  if (old === '' || now === '' || old.includes('~') || now.includes('~'))
    return deleted(old, by) + inserted(now, by);
  return `{~~${closable(old)}~>${closable(now)}~~}${attribution(by)}`;
}

/** A comment on Markdown, which may contain changes. */
export function commentOn(markdown: string, thread: Thread): string {
  return markdown === '' ? commentAt(thread) : `{==${closable(markdown)}==}${comments(thread)}`;
}

/**
 * A comment at a point.
 *
 * @param before the text before it in its block: directly behind another comment, it would be a reply to that
 */
export function commentAt(thread: Thread, before = ''): string {
  return (before.endsWith('<<}') ? '{====}' : '') + comments(thread);
}

/** A single comment, such as a reply behind the comment that it replies to. */
export function commentMark(comment: Comment): string {
  return `{>>${commentText(comment)}<<}`;
}

/** Escapes delimiters of CriticMarkup in a text, and no other Markdown. */
export function escapeDelimiters(text: string): string {
  return text.replace(/\{(?=\+\+|--|~~|==|>>)/g, '\\{').replace(/([+\-~=])(?=\1\})|~(?=>)/g, '$&\\');
}

function comments(thread: Thread): string {
  return thread.map(commentMark).join('');
}

function attribution(by: By | undefined): string {
  const text = by === undefined ? '' : attributionText(by);
  return text === '' ? '' : `{>>${text}<<}`;
}

/** Markdown that does not change the delimiter behind it, as a backslash or a `{` before `--}` would. */
function closable(markdown: string): string {
  const at = braceAtEnd(markdown);
  if (at !== undefined) return `${markdown.slice(0, at)}\\${markdown.slice(at)}`;
  return endsInBackslash(markdown) ? `${markdown}\\` : markdown;
}

/** The offset of a brace at the end of a text that would be part of a delimiter behind it; undefined for none. */
export function braceAtEnd(markdown: string): number | undefined {
  const [found] = /\{[-+~=]?$/.exec(markdown.slice(-2)) ?? [];
  if (found === undefined) return undefined;
  const at = markdown.length - found.length;
  return endsInBackslash(markdown.slice(0, at)) ? undefined : at;
}

function endsInBackslash(text: string): boolean {
  let backslashes = 0;
  while (text[text.length - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
