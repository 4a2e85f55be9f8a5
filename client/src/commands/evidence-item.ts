import type { Catalogue } from '../../../server/src/protocol';
import type { Sought } from './search';

/** How many characters fit in the first line of a row; a few more fit in the second. */
const LINE = 78;

/** The greatest distance of a fact that is no history and holds where the paper is from. */
const FARTHEST_NEAR = 3;

/**
 * A fact as a row of the list. Lines of a row cannot wrap, so a long fact goes on in the second line, before its source.
 * The topics that it supports are in the text beside the list.
 */
export function evidenceItem({
  id,
  statement,
  source,
  topics,
  keywords,
  trust,
}: Catalogue['evidence'][number]): Sought & { readonly id: string } {
  const [label, rest] = inTwo(statement);
  const supports = topics.length === 0 ? [] : [`Supports: ${topics.join(', ')}`];
  return {
    id,
    label,
    detail: rest === '' ? source : `${rest} ${source}`,
    text: [statement, `Source: ${source}`, ...supports, ...(trust === undefined ? [] : [trust])].join('\n\n'),
    ...(keywords === undefined ? {} : { keywords }),
  };
}

/** Breaks a text between words into what fits in one line of a row, and the rest. */
function inTwo(text: string): readonly [line: string, rest: string] {
  const end = text.length <= LINE ? -1 : text.lastIndexOf(' ', LINE);
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

/**
 * The rows of the list: first facts on topics of the passage, then on those of the paper, and last those that the paper
 * has already. Each group has first what the paper says most on, on each topic what holds where it is from first, and
 * last history and what holds elsewhere.
 *
 * @param titles of the topics that the paper mentions, those of the passage first
 * @param here how many of them are the passage's
 */
export function evidenceGroups(evidence: Catalogue['evidence'], titles: readonly string[], here: number) {
  const rows = bySuiting(evidence, titles).map(({ fact, rank }) => ({
    group: fact.said ? 'said' : rank < 0 ? 'others' : rank < here ? 'passage' : 'paper',
    isFar: Number((fact.distance ?? 0) > FARTHEST_NEAR),
    rank,
    distance: fact.distance ?? 0,
    item: evidenceItem(fact),
  }));
  rows.sort((a, b) => a.isFar - b.isFar || a.rank - b.rank || a.distance - b.distance);
  return [
    ['passage', 'On what this passage is about'],
    ['paper', 'On what this paper is about'],
    ['others', 'Facts with their sources'],
    ['said', 'In this paper already'],
  ].map(([name, title]) => ({
    title: title!,
    items: rows.filter(({ group }) => group === name).map(({ item }) => item),
  }));
}

/**
 * Facts in the order in which they suit a paper: by the first of its topics that each is on, then by how many others of
 * them, and then by how few other topics.
 *
 * @param titles of the topics that the paper mentions, the most important first
 * @returns each fact with the position of its first topic; -1 for a fact on none of them, which come last
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
