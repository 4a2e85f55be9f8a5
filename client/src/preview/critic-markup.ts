import type MarkdownIt from 'markdown-it';
import type { StateInline, Token } from 'markdown-it';
import { readCommentText } from '../../../server/src/criticmarkup/comment-text';
import type { Comment } from '../../../server/src/criticmarkup/types';
import { displayDate } from '../../../server/src/text/dates';

/** The closing delimiter and the element, by opening delimiter. */
const MARKS: Readonly<Record<string, { readonly closer: string; readonly tag: string }>> = {
  '{++': { closer: '++}', tag: 'ins' },
  '{--': { closer: '--}', tag: 'del' },
  '{==': { closer: '==}', tag: 'mark' },
};
const OPENER_LENGTH = 3;
const DEEPEST = 20;

/** Shows the changes, highlights and comments of a review. */
export function criticMarkup(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'advocacy_critic', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x7b || state.level >= DEEPEST) return false;
    const opener = state.src.slice(state.pos, state.pos + OPENER_LENGTH);
    const from = state.pos + OPENER_LENGTH;
    if (opener === '{>>') return comment(state, from, silent);
    if (opener === '{~~') return substitution(state, from, silent);
    const mark = MARKS[opener];
    if (mark === undefined) return false;
    const end = closerAt(state, mark.closer, from);
    if (end < 0) return false;
    if (!silent) element(state, mark.tag, from, end);
    state.pos = end + OPENER_LENGTH;
    return true;
  });
  md.renderer.rules.advocacy_comment = (tokens, at) => {
    const { author, text, resolved, ...by } = tokens[at]!.meta as Comment;
    const said = [author, shownDate(by.date), resolved ? 'resolved' : ''].filter((part) => part !== '');
    const who = said.length === 0 ? '' : `<b>${md.utils.escapeHtml(said.join(', '))}</b> `;
    const words = md.utils.escapeHtml(text).replaceAll('\n', '<br>');
    return `<span class="advocacy-comment${resolved ? ' advocacy-resolved' : ''}" role="note">${who}${words}</span>`;
  };
}

function substitution(state: StateInline, from: number, silent: boolean): boolean {
  const end = closerAt(state, '~~}', from);
  const middle = end < 0 ? -1 : closerAt(state, '~>', from);
  if (middle < 0 || middle >= end) return false;
  if (!silent) {
    element(state, 'del', from, middle);
    element(state, 'ins', middle + 2, end);
  }
  state.pos = end + OPENER_LENGTH;
  return true;
}

/** Puts an element around the tokens of a range of the text. */
function element(state: StateInline, tag: string, from: number, to: number): void {
  const most = state.posMax;
  state.push(`advocacy_${tag}_open`, tag, 1);
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.posMax = most;
  state.push(`advocacy_${tag}_close`, tag, -1);
}

/** Reads a comment, or the attribution of the change before it. */
function comment(state: StateInline, from: number, silent: boolean): boolean {
  const end = closerAt(state, '<<}', from);
  if (end < 0) return false;
  if (!silent) {
    const read = readCommentText(state.src.slice(from, end));
    const changes = read.text === '' ? changesBefore(state) : [];
    const by = [read.author, shownDate(read.date)].filter((part) => part !== '').join(', ');
    for (const change of changes) change.attrSet('title', by);
    if (changes.length === 0) state.push('advocacy_comment', '', 0).meta = read;
  }
  state.pos = end + OPENER_LENGTH;
  return true;
}

/** The opening tokens of the change that ends here; two for a replacement. */
function changesBefore({ tokens, pending }: StateInline): readonly Token[] {
  const found: Token[] = [];
  if (pending !== '') return found;
  let at = tokens.length - 1;
  while (/^advocacy_(?:ins|del)_close$/.test(tokens[at]?.type ?? '')) {
    const { level } = tokens[at]!;
    while (at >= 0 && !(tokens[at]!.level === level && tokens[at]!.nesting === 1)) at--;
    if (at < 0) break;
    found.push(tokens[at]!);
    at--;
    if (found.length === 2 || tokens[at]?.type !== 'advocacy_del_close') break;
  }
  return found;
}

/** `3 October 2026 09:31` */
function shownDate(date = ''): string {
  return `${displayDate(date.slice(0, 10))}${date.slice(10).replace('T', ' ').replace(/:00Z$/, '')}`;
}

/** Closing delimiters that do not occur again, by the tokens of the text and its end, so that it is searched only once. */
const missing = new WeakMap<object, Set<string>>();

/** The offset of the next closing delimiter without a backslash before it; negative for none. */
function closerAt({ src, posMax, tokens }: StateInline, closer: string, from: number): number {
  const known = missing.get(tokens);
  const key = `${closer} ${posMax}`;
  if (known?.has(key)) return -1;
  for (
    let at = src.indexOf(closer, from);
    at >= 0 && at + closer.length <= posMax;
    at = src.indexOf(closer, at + 1)
  )
    if (!isEscaped(src, at, from)) return at;
  missing.set(tokens, (known ?? new Set()).add(key));
  return -1;
}

function isEscaped(src: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - backslashes > from && src[at - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
