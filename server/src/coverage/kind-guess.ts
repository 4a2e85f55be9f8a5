/** Guesses the kind of a document from its parts, its title, and the lines that such papers begin and end with. */

import { allIn, BlockFinder, headings, perBlock, perBlockFor } from '../draft';
import { headingOf } from '../draft/headings';
import { languagesOf } from '../draft/language';
import type { Draft, Span } from '../draft/types';
import type { DocumentKind } from '../framework/types';
import type { Project } from '../project/types';
import { getOrInsert, memoized } from '../util/memoize';
import data from './vocabulary.json';

interface Guess {
  readonly kind: DocumentKind;
  /** From 0 to 1: how far it is ahead of the next kind. */
  readonly confidence: number;
  /** The words in the draft that speak for it. */
  readonly reasons: readonly { readonly text: string; readonly span: Span }[];
}

interface Sign {
  readonly kind: string;
  readonly weight: number;
  readonly text: string;
  readonly span: Span;
}

/** Words in a title that name a kind, and lines that only papers of a kind have. */
const TITLE_WORDS: Readonly<Record<string, readonly string[]>> = data.kindTitles;
const LINES: readonly {
  readonly kind: string;
  readonly begins: readonly string[];
  readonly weight: number;
}[] = data.kindLines;
/** The least sum of signs for a guess. */
const LEAST_WEIGHT = 2;

/** The most likely kind of a draft. Undefined where the draft names its kind, or nothing in it tells. */
export function guessKind(draft: Draft, project: Project): Guess | undefined {
  const { framework } = project;
  if (framework.kindNamed(draft.frontMatter.data.kind ?? '')) return undefined;
  const signs = [
    ...allIn(parts, draft, framework.kinds),
    ...signsOfTitle(draft),
    ...allIn(lines, draft, undefined),
  ].filter((s) => framework.kind(s.kind));
  const scores = new Map<string, number>();
  for (const s of signs) scores.set(s.kind, (scores.get(s.kind) ?? 0) + s.weight);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < LEAST_WEIGHT) return undefined;
  return {
    kind: framework.kind(best[0])!,
    confidence: Math.round((best[1] / (best[1] + (second?.[1] ?? 0) + 1)) * 100) / 100,
    reasons: signs
      .filter((s) => s.kind === best[0])
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ text, span }) => ({ text, span })),
  };
}

/** The kinds that have a part of each name. */
const ownersOf = memoized((kinds: readonly DocumentKind[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const owners = new Map<string, Set<string>>();
  for (const kind of kinds) {
    for (const part of kind.parts) {
      for (const name of [part.title, ...part.aliases]) {
        const key = plain(name);
        // “# # #” ends a press release, and is no name of a part.
        if (key !== '') getOrInsert(owners, key, () => new Set()).add(kind.id);
      }
    }
  }
  return owners;
});

/** The signs of parts: a heading counts the more, the fewer kinds have such a part. Spans are in the block. */
const parts = new BlockFinder(
  perBlockFor((block, kinds: readonly DocumentKind[]): readonly Sign[] => {
    const heading = headingOf(block);
    const found = heading && ownersOf(kinds).get(plain(heading.text));
    if (!found) return [];
    const { text, start, end } = heading;
    return Array.from(found, (kind) => ({ kind, weight: 1.5 / found.size, text, span: { start, end } }));
  }),
);

function signsOfTitle(draft: Draft): readonly Sign[] {
  const given = draft.frontMatter.places.get('title');
  const heading = headings(draft).find((h) => h.depth === 1);
  const text = draft.frontMatter.data.title ?? heading?.text;
  const span = (draft.frontMatter.data.title !== undefined ? given?.value : heading?.span) ?? heading?.span;
  if (text === undefined || span === undefined) return [];
  const words = ` ${plain(text)} `;
  return Object.entries(TITLE_WORDS).flatMap(([kind, names]) =>
    names.some((name) => words.includes(` ${name} `)) ? [{ kind, weight: 2, text, span }] : [],
  );
}

/** The signs of the line that a paragraph or heading begins with; spans are in the block. */
const lines = new BlockFinder(
  perBlock(({ node, text }): readonly Sign[] => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return [];
    const from = text.search(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ–-]/u);
    if (from < 0) return [];
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? undefined : end).replace(/[*_]+/g, '');
    const lower = line.toLowerCase();
    // "Ends" is a line of its own; "Dear" and the like begin a line.
    const begins = (b: string): boolean =>
      lower.startsWith(b) && (b.length > 6 || b.endsWith(' ') || b.endsWith(',') || lower.length < 20);
    const span = { start: from, end: end < 0 ? text.length : end };
    return LINES.filter((known) => known.begins.some(begins)).map(({ kind, weight }) => ({
      kind,
      weight,
      text: line,
      span,
    }));
  }),
);

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\d.\s]+/, '')
    .replace(/[^A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+/gu, ' ')
    .trim();
}

/** A guess with less confidence is not shown: another kind is too close. */
const LEAST_CONFIDENCE = 0.5;
/** The most blocks of a draft whose kind is guessed. This runs after each key. */
const MOST_BLOCKS = 2000;

const known = new WeakMap<Draft, { readonly project: Project; readonly guess: Guess | undefined }>();

/**
 * The kind that a draft without one most likely is, where the guess is confident and differs from what the draft is
 * held to.
 */
export function likelyKind(draft: Draft, project: Project, heldTo: DocumentKind): Guess | undefined {
  // The signs of kinds are English words.
  if (languagesOf(draft).whole !== undefined) return undefined;
  const guess = clearGuess(draft, project);
  return guess?.kind.id === heldTo.id ? undefined : guess;
}

/** The same, whatever the draft is held to. */
export function clearGuess(draft: Draft, project: Project): Guess | undefined {
  let kept = known.get(draft);
  if (kept?.project !== project) {
    const guess = draft.blocks.length > MOST_BLOCKS ? undefined : guessKind(draft, project);
    kept = {
      project,
      guess: guess !== undefined && guess.confidence >= LEAST_CONFIDENCE ? guess : undefined,
    };
    known.set(draft, kept);
  }
  return kept.guess;
}

/** The title of a kind with its article: "a press release". */
export function titleWithArticle({ title }: Pick<DocumentKind, 'title'>): string {
  const name = title.toLowerCase();
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
