/** Words for all reports of coverage. */

import type { State } from '../coverage/types';
import { notJudged } from '../text/languages';
import { oneLine } from '../text/shorten';
import type { CoverageDescription, DescribedTopic } from './index';
import { amountArgued, emptyCells, isArgued } from './labels';

/** A sign for each state, so that it is clear without colour. */
export const SIGNS: Readonly<Record<State, string>> = {
  missing: '✗',
  mentioned: '○',
  argued: '◐',
  evidenced: '●',
};

/** The sign of a topic. A topic that is not asked for has no sign for missing. */
export function signOf({ state, asked }: Pick<DescribedTopic, 'state' | 'asked'>): string {
  return !asked && state === 'missing' ? '–' : SIGNS[state];
}

/**
 * The summary of several drafts: a column for each area of any framework, a cell for each judged draft whose framework
 * has the area, and the meaning of empty cells ("" if there are none).
 */
export function summaryOf(descriptions: readonly CoverageDescription[]): {
  readonly areas: readonly string[];
  readonly rows: readonly {
    readonly description: CoverageDescription;
    readonly cells: readonly (DescribedTopic | undefined)[];
  }[];
  readonly note: string;
} {
  const isArea = ({ group }: DescribedTopic): boolean => group === 'area';
  const titles = new Map<string, string>();
  for (const { topics } of descriptions)
    for (const { id, title } of topics.filter(isArea)) titles.set(id, title);
  const judged = descriptions.filter(({ language }) => language === undefined);
  return {
    areas: [...titles.values()],
    rows: descriptions.map((description) => ({
      description,
      cells: [...titles.keys()].map((id) =>
        description.language === undefined ? description.topics.find((topic) => topic.id === id) : undefined,
      ),
    })),
    note: emptyCells(
      judged.flatMap(({ topics }) => topics.filter(isArea)),
      judged.length < descriptions.length,
    ),
  };
}

/** Topics in the groups of a report. */
export function groupsOf({ topics }: CoverageDescription): readonly {
  readonly title: string;
  readonly noun: 'area' | 'offer';
  readonly topics: readonly DescribedTopic[];
}[] {
  const groups = [
    {
      title: 'Recovery areas',
      noun: 'area' as const,
      topics: topics.filter(({ group }) => group === 'area'),
    },
    {
      title: 'Universal Library Offers',
      noun: 'offer' as const,
      topics: topics.filter(({ group }) => group !== 'area'),
    },
  ];
  return groups.filter((group) => group.topics.length > 0);
}

type Counted = Pick<DescribedTopic, 'state' | 'asked' | 'group'>;

/**
 * "3 of 5 areas argued", or, if the draft is held to none, the number that it argues anyway ("1 offer argued").
 * Promises are counted separately if the draft is held to any.
 */
export function sumOf(noun: string, topics: readonly Counted[]): string {
  const promises = topics.filter(({ group }) => group === 'promise');
  const own = topics.filter(({ group }) => group !== 'promise');
  const sum = `${amountArgued(own, noun)} argued`;
  return !promises.some(({ asked }) => asked) ? sum : `${sum}, ${amountArgued(promises, 'promise')} argued`;
}

/** "line 12", "lines 12, 18–20 and 3 more" */
export function linesOf(
  passages: readonly Pick<DescribedTopic['passages'][number], 'line' | 'endLine'>[],
  most = 4,
): string {
  const places = [
    ...new Set(passages.map(({ line, endLine }) => (endLine > line ? `${line}–${endLine}` : `${line}`))),
  ];
  if (places.length === 0) return '';
  const rest = places.length - most;
  const shown = places.slice(0, most).join(', ');
  return `${places.length > 1 || places[0]!.includes('–') ? 'lines' : 'line'} ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** The lines with the passages of a topic: those that its state rests on, then weaker ones with their state. */
export function whereOf({ state, passages }: Pick<DescribedTopic, 'state' | 'passages'>): string {
  return (['evidenced', 'argued', 'mentioned'] as const)
    .map((one) => {
      const lines = linesOf(passages.filter((passage) => passage.state === one));
      return lines === '' || one === state ? lines : `${SIGNS[one]} ${one} in ${lines}`;
    })
    .filter((part) => part !== '')
    .join(' · ');
}

/** The passages that a topic's state rests on. */
export function earned({ state, passages }: DescribedTopic): DescribedTopic['passages'] {
  return passages.filter((passage) => passage.state === state);
}

/** The sum of each group, or the reason why there is none. */
export function sumsOf(description: CoverageDescription): string {
  if (description.language !== undefined) return notJudged(description.language).replace(/\.$/, '');
  return groupsOf(description)
    .map(({ noun, topics }) => sumOf(noun, topics))
    .join(', ');
}

/** What to do next on the topics that the draft is held to, in sentences. */
export function nextSteps({ topics, kind }: CoverageDescription): readonly string[] {
  const asked = topics.filter((topic) => topic.asked);
  if (asked.length === 0) {
    if (kind.unknown)
      return ['Say at the top what type of paper this is: “kind: briefing”, or another type that there is.'];
    return [holdStep(topics)];
  }
  const order: readonly State[] = ['missing', 'mentioned', 'argued'];
  const steps = order.flatMap((state) => asked.filter((topic) => topic.state === state).map(stepFor));
  return steps.length > 0 ? steps : ['Nothing: all that this draft is held to is argued with evidence.'];
}

function holdStep(topics: readonly DescribedTopic[]): string {
  const argued = topics.filter(isArgued);
  if (argued.length === 0)
    return 'This draft is held to no area and no offer. To hold it to one, choose the pin beside it in the Coverage view of VS Code, or write “areas: [digital]” or “areas: all” among the details at its top.';
  const keys = (['areas', 'offers'] as const).flatMap((key) => {
    const ids = argued.filter(({ group }) => (group === 'area') === (key === 'areas')).map(({ id }) => id);
    return ids.length > 0 ? [`“${key}: [${ids.join(', ')}]”`] : [];
  });
  return `This draft is held to no area and no offer. To hold it to what it argues, choose the pin beside it in the Coverage view of VS Code, or write ${keys.join(' and ')} among the details at its top.`;
}

function stepFor(topic: DescribedTopic): string {
  const { title, state, argue, snippet } = topic;
  const lines = linesOf(earned(topic), 3);
  if (state === 'missing') return `${title} is missing. ${argue} The snippet “${snippet}” is a start.`;
  if (state === 'mentioned') return `${title} is only mentioned (${lines}). ${argue}`;
  return `${title} is argued without evidence (${lines}). Add a figure with its source, or the words of somebody who was helped.`;
}

/** The beginning of a text, with at most `most` characters, cut between words. */
export function excerpt(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > most / 2 ? blank : most).replace(/\p{Surrogate}$/u, '')}…`;
}
