import { attributionText, commentText } from './comment-text';
import type { By, Comment, Thread } from './types';

/*
 * CriticMarkup as it stands in drafts (https://github.com/CriticMarkup/CriticMarkup-toolkit), with authors and dates
 * in comments. All `markdown` is the inline content of one block, without line ends that begin another block.
 */

/** Markdown that was added. */
export function inserted(markdown: string, by?: By): string {
  return markdown === '' ? '' : `{++${closable(markdown)}++}${attribution(by)}`;
}

/** Markdown that was deleted. */
export function deleted(markdown: string, by?: By): string {
  return markdown === '' ? '' : `{--${closable(markdown)}--}${attribution(by)}`;
}

/** Markdown that was replaced: of both sides where one is empty, or has tildes of its own, a change each. */
export function substituted(old: string, now: string, by?: By): string {
  if (old === '' || now === '' || old.includes('~') || now.includes('~'))
    return deleted(old, by) + inserted(now, by);
  return `{~~${closable(old)}~>${closable(now)}~~}${attribution(by)}`;
}

/** Markdown that is commented on; may contain changes. */
export function commentOn(markdown: string, thread: Thread): string {
  return markdown === '' ? commentAt(thread) : `{==${closable(markdown)}==}${comments(thread)}`;
}

/**
 * A comment at a point.
 *
 * @param before what stands before it in its block: directly behind another comment it would be a reply to it.
 */
export function commentAt(thread: Thread, before = ''): string {
  return (before.endsWith('<<}') ? '{====}' : '') + comments(thread);
}

/** A comment alone, as a reply is written behind what it replies to. */
export function commentMark(comment: Comment): string {
  return `{>>${commentText(comment)}<<}`;
}

/** Plain text in which nothing is a delimiter of CriticMarkup; other Markdown in it is left as it is. */
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

/** Markdown whose last characters cannot escape the delimiter after it, or make another of it: `{` before `--}`. */
function closable(markdown: string): string {
  const at = braceAtEnd(markdown);
  if (at !== undefined) return `${markdown.slice(0, at)}\\${markdown.slice(at)}`;
  return endsInBackslash(markdown) ? `${markdown}\\` : markdown;
}

/** Where a brace stands at the end of a text that needs a backslash, as a delimiter behind it would make one of it. */
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
