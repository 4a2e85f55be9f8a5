/** Lets a figure that is told twice have the source of where it is sourced: a summary repeats the figures of its paper. */
import type { Figure, PassageFigures, RunFigures, Source } from './types';

/** A speaker answers for what they say, and for nothing elsewhere. */
function isLent({ kind, source, key }: Figure): boolean {
  return key !== undefined && kind !== 'plain' && source !== undefined && source.kind !== 'speaker';
}

function isWanting({ kind, source, key }: Figure): boolean {
  return key !== undefined && kind === 'claim' && source === undefined;
}

/** What the figures of some blocks can lend to others and want of them. */
export interface Exchange {
  readonly lent: ReadonlyMap<string, Source>;
  readonly wanted: readonly string[];
}

/** What the figures of some blocks lend and want, the first of a key before those after it. */
export function exchangeOf(found: RunFigures['found']): Exchange {
  const lent = new Map<string, Source>();
  const wanted = new Set<string>();
  for (const { passages } of found)
    for (const { figures } of passages)
      for (const figure of figures) {
        if (isLent(figure) && !lent.has(figure.key!)) lent.set(figure.key!, figure.source!);
        else if (isWanting(figure)) wanted.add(figure.key!);
      }
  return { lent, wanted: [...wanted] };
}

/** The source that the first of `all` has for each key that one of them wants. */
export function sourcesOf(all: readonly Exchange[]): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  const wanting = new Set<string>();
  for (const { wanted } of all) for (const key of wanted) wanting.add(key);
  if (wanting.size === 0) return sources;
  for (const { lent } of all)
    lent.forEach((source, key) => {
      if (wanting.has(key) && !sources.has(key)) sources.set(key, source);
    });
  return sources;
}

/** The figures of some blocks, those that want a source with the one that is told of them elsewhere. */
export function settled(
  found: RunFigures['found'],
  sources: ReadonlyMap<string, Source>,
): RunFigures['found'] {
  const lends = (figure: Figure) => isWanting(figure) && sources.has(figure.key!);
  const settle = (passage: PassageFigures): PassageFigures =>
    passage.figures.some(lends)
      ? {
          ...passage,
          figures: passage.figures.map((figure) =>
            lends(figure) ? { ...figure, source: sources.get(figure.key!) } : figure,
          ),
        }
      : passage;
  return found.map((block) =>
    block.passages.some(({ figures }) => figures.some(lends))
      ? { ...block, passages: block.passages.map(settle) }
      : block,
  );
}
