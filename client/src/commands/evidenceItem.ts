import type { Catalogue } from '../../../server/src/protocol';
import type { Sought } from './matching';

/** Characters of which there is room in the first line of a row; the second has room for a few more. */
const LINE = 78;

/**
 * A fact as a row of the list, with what it is found by. Neither of the row's lines can wrap, and a fact that is cut off
 * says nothing: it goes on in the second, before its source, and what it supports is in the text beside the list.
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

/** A text as one line of the row and what does not fit in it, broken between words. */
function inTwo(text: string): readonly [line: string, rest: string] {
  const end = text.length <= LINE ? -1 : text.lastIndexOf(' ', LINE);
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

/**
 * The rows of the list: first what is about the passage, then about the paper, and last what the paper says already, as
 * nobody looks for that.
 *
 * @param titles of the topics that the paper speaks of, those of the passage first
 * @param here how many of them are the passage's
 */
export function evidenceGroups(evidence: Catalogue['evidence'], titles: readonly string[], here: number) {
  const rows = bySuiting(evidence, titles).map(({ fact, rank }) => ({
    group: fact.said ? 'said' : rank < 0 ? 'others' : rank < here ? 'passage' : 'paper',
    item: evidenceItem(fact),
  }));
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
