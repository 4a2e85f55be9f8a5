import { lineEndOf } from '../line-ends';
import { afterLineEnd, lineEnd, lineStart } from '../lines';
import type { Change, Draft, FrontMatter } from '../types';
import { withChanges } from '../with-changes';
import { yamlText } from '../yaml-text';
import { readFrontMatter } from '.';
import { findFrontMatter } from './extent';

/** What a key of the front matter is to say: a text, or a list of ids. */
export interface Setting {
  readonly key: string;
  readonly value: string | readonly string[];
}

/**
 * The changes that set keys of a draft's front matter, each to a value on its line, and leave all else that it says as
 * it is; front matter is made where there is none.
 *
 * @returns undefined where nothing can be set without harm: in front matter that has no end, is no mapping with a key
 * on each line, or would be read otherwise afterwards.
 */
export function frontMatterEdits(draft: Draft, settings: readonly Setting[]): readonly Change[] | undefined {
  const { source, frontMatter } = draft;
  const { span, places } = frontMatter;
  if (!span) return frontMatter.problems.length > 0 ? undefined : newFrontMatter(draft, settings);
  const text = source.slice(0, span.end);
  const content = afterLineEnd(text, lineEnd(text, span.start));
  if (FLOW.test(text.slice(content))) return undefined;
  const changes: Change[] = [];
  let lines = '';
  for (const setting of settings) {
    const place = places.get(setting.key);
    if (!place) {
      lines += lineOf(setting) + text.slice(lineEnd(text, span.start), content);
      continue;
    }
    const colon = /^[ \t]*:/.exec(text.slice(place.key.end));
    if (!colon) return undefined;
    changes.push(newValue(text, place.key.end + colon[0].length, place.value.end, writtenValue(setting)));
  }
  const fence = lineStart(text, text.length);
  if (lines !== '') changes.push({ span: { start: fence, end: fence }, text: lines });
  return isHarmless(frontMatter, text, withChanges(text, changes), settings) ? changes : undefined;
}

/** A mapping in braces, behind comments. */
const FLOW = /^\s*(?:#[^\r\n]*(?:[\r\n]\s*|$))*\{/;

function writtenValue({ value }: Setting): string {
  return typeof value === 'string' ? yamlText(value) : `[${value.join(', ')}]`;
}

function lineOf(setting: Setting): string {
  return `${setting.key}: ${writtenValue(setting)}`;
}

/** Front matter above a draft that has none; undefined where its first lines look like some that cannot be read. */
function newFrontMatter(draft: Draft, settings: readonly Setting[]): readonly Change[] | undefined {
  const first = draft.source.slice(0, 2_000);
  if (UNREAD.test(first)) return undefined;
  const start = first.startsWith('\uFEFF') ? 1 : 0;
  const firstEnd = lineEnd(first, start);
  const eol = first.slice(firstEnd, afterLineEnd(first, firstEnd)) || lineEndOf(draft);
  const text = ['---', ...settings.map(lineOf), '---', '', ''].join(eol);
  return [{ span: { start, end: start }, text }];
}

/** A fence with a mapping below it that is indented or in braces: other programs may read it. */
const UNREAD = /^\uFEFF?---[ \t]*[\r\n]\s*(?:\{|["']?\w[\w-]*["']?[ \t]*:(?:\s|$))/;

/** Puts `value` in place of the one from behind a key's `colon` to `end`; the comments in and behind it stay, behind. */
function newValue(text: string, colon: number, end: number, value: string): Change {
  const old = text.slice(colon, Math.max(colon, end));
  // Without a value, its place may be on a line further down.
  const written = old.trim() === '' ? '' : old;
  const comments = [...written.matchAll(TOKEN)]
    .map(([token]) => token.trimEnd())
    .filter((token) => token[0] === '#');
  const rest = colon + written.length;
  const space = /^[ \t]*/.exec(text.slice(rest))![0].length;
  const commented = text[rest + space] === '#';
  return {
    span: { start: colon, end: rest + space },
    text: [` ${value}`, ...comments, ...(commented ? [''] : [])].join(' '),
  };
}

/** Quoted texts, which may have number signs in them, and comments. */
const TOKEN = /(?<![^\s,[])"(?:[^"\\]|\\.)*"|(?<![^\s,[])'[^']*'|(?<!\S)#[^\r\n]*/gs;

/** Whether front matter says after a change what it is to say, and whatever else it said before. */
function isHarmless(old: FrontMatter, before: string, after: string, settings: readonly Setting[]): boolean {
  const read = readFrontMatter(after, findFrontMatter(after));
  const values: Readonly<Record<string, unknown>> = { ...read.raw, ...read.data };
  return (
    settings.every(({ key, value }) => JSON.stringify(values[key]) === JSON.stringify(value)) &&
    read.problems.length <= old.problems.length &&
    othersOf(read, after, settings) === othersOf(old, before, settings)
  );
}

/** All that front matter says but for what is set, to compare. */
function othersOf({ data, places }: FrontMatter, text: string, settings: readonly Setting[]): string {
  const isOther = ([key]: readonly [string, unknown]) => settings.every((setting) => setting.key !== key);
  const values = [...places].map(([key, { value }]) => [key, text.slice(value.start, value.end)] as const);
  return JSON.stringify([Object.entries(data).filter(isOther), values.filter(isOther)]);
}
