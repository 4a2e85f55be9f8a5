import type { Catalogue } from '../../../server/src/protocol';
import type { Sought } from './matching';

/** A fact as a row of the list, with what it is found by. */
export function evidenceItem({
  id,
  statement,
  source,
  topics,
  keywords,
  trust,
}: Catalogue['evidence'][number]): Sought & { readonly id: string } {
  return {
    id,
    label: statement,
    description: topics.join(', '),
    detail: source,
    text: [statement, `Source: ${source}`, ...(trust === undefined ? [] : [trust])].join('\n\n'),
    ...(keywords === undefined ? {} : { keywords }),
  };
}

/**
 * Facts in the order in which they suit a paper: by the first of its topics that each is on, and of those on one topic,
 * first what is on more of the others, and then what is on less besides.
 *
 * @param titles of the topics that the paper speaks of, the most important first
 * @returns each with the place of its topic; -1 where it is on none, which come last, in their order
 */
export function bySuiting<T extends { readonly topics: readonly string[] }>(
  facts: readonly T[],
  titles: readonly string[],
): readonly { readonly fact: T; readonly rank: number }[] {
  const known = new Set(titles);
  const ranked = facts.map((fact) => {
    const on = fact.topics.filter((title) => known.has(title)).length;
    const rank = titles.findIndex((title) => fact.topics.includes(title));
    return { fact, rank, on, besides: fact.topics.length - on };
  });
  const place = (rank: number): number => (rank < 0 ? titles.length : rank);
  return ranked.sort(
    (a, b) => place(a.rank) - place(b.rank) || (a.rank < 0 ? 0 : b.on - a.on || a.besides - b.besides),
  );
}
