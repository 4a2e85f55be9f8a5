import { nearest } from '../project/nearest';
import type { DocumentKind, Framework } from './types';

/** Other words for a kind of document, and its own in other forms: "briefing note", "cabinet report". */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  report: ['report', 'committee paper', 'cabinet paper'],
  briefing: ['briefing', 'brief'],
  'press-release': ['press release', 'news release', 'media release', 'news story'],
  pitch: ['pitch', 'bid', 'one page case', 'business case'],
  'case-study': ['case study'],
  letter: ['letter', 'response'],
  strategy: ['strategy', 'strategic plan'],
};

/**
 * The kind of document that somebody meant who wrote a word that is none: one that is spelt nearly so, or one that is
 * named in it. Undefined where that is not clear.
 */
export function meantKind(said: string, framework: Framework): DocumentKind | undefined {
  const same = kindNamed(said, framework);
  if (same !== undefined) return same;
  const words = plain(said);
  const { kinds } = framework;
  const near = nearest(
    said.trim(),
    kinds.map(({ id }) => id),
  );
  if (near !== undefined) return framework.kind(near);
  const named = kinds.filter(({ id }) =>
    (WORDS[id] ?? [plain(id)]).some((name) => ` ${words} `.includes(` ${name} `)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The kind of document that somebody calls by its id or its title, whatever the capitals and hyphens: "Press release". */
export function kindNamed(said: string, framework: Framework): DocumentKind | undefined {
  return framework.kind(said) ?? framework.kinds.find((kind) => isCalled(kind, said));
}

/** Whether somebody who wrote this named the kind, by its id or its title. */
export function isCalled({ id, title }: DocumentKind, said: string): boolean {
  const words = plain(said);
  return plain(id) === words || plain(title) === words;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
