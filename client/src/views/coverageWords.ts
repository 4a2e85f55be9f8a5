import { STATES, type State } from '../../../server/src/coverage/types';
import type { CoverageResult, ReportedPassage, ReportedTopic } from '../../../server/src/protocol';
import {
  amountArgued,
  inWords,
  isArgued,
  isEmptyCell,
  languageName,
  notJudged,
  STATE_WORDS,
  stateName,
} from '../../../server/src/report/words';

/** How a state looks: shapes that differ without their colour, and a word for those who see neither. */
export const STATE_ICONS: Readonly<Record<State, string>> = {
  missing: 'circle-outline',
  mentioned: 'comment',
  argued: 'check',
  evidenced: 'verified',
};

/**
 * "3 of 5 argued": of those that the draft is held to and those that it argues besides, or, where it is held to none, how
 * many it argues anyway.
 */
export function sumOf(topics: readonly ReportedTopic[]): string {
  return `${amountArgued(topics)} argued`;
}

/**
 * The status bar's text: "3 of 5 areas argued"; where the draft is held to offers alone, these, behind the areas that it
 * argues all the same: "2 areas and 1 of 2 offers argued".
 */
export function shortSum({ areas, offers: all, language }: CoverageResult): string {
  if (language !== undefined) return `In ${languageName(language)}, not judged`;
  const offers = all.filter(({ promise }) => !promise);
  const byOffers = !areas.some((topic) => topic.asked) && offers.some((topic) => topic.asked);
  const amounts = [
    ...(byOffers && !areas.some(isArgued) ? [] : [amountArgued(areas, 'area')]),
    ...(byOffers ? [amountArgued(offers, 'offer')] : []),
  ].join(' and ');
  return `${amounts[0]!.toUpperCase()}${amounts.slice(1)} argued`;
}

/** Topics that stand under one heading. */
export interface TopicGroup {
  readonly id: 'area' | 'offer' | 'promise';
  readonly title: string;
  readonly topics: readonly ReportedTopic[];
}

/** The groups that the draft's topics stand in, each counted by itself; none that is empty. */
export function groupsOf({ areas, offers }: Pick<CoverageResult, 'areas' | 'offers'>): readonly TopicGroup[] {
  const groups: readonly TopicGroup[] = [
    { id: 'area', title: 'Recovery areas', topics: areas },
    { id: 'offer', title: 'Universal Library Offers', topics: offers.filter(({ promise }) => !promise) },
    { id: 'promise', title: 'Promises', topics: offers.filter(({ promise }) => promise) },
  ];
  return groups.filter(({ topics }) => topics.length > 0);
}

/** The status bar's hover: what the draft is held to and what it argues by name, under the sum of each group. */
export function hoverLines(coverage: CoverageResult): readonly string[] {
  if (coverage.language !== undefined) return [notJudged(coverage.language)];
  const held = groupsOf(coverage).filter(({ topics }) => topics.some(counts));
  if (held.length === 0) return [shortSum(coverage)];
  return held.flatMap(({ title, topics }) => [
    `${title}: ${sumOf(topics)}`,
    ...summaryLines(topics).map((line) => `• ${line}`),
  ]);
}

/** Titles of the topics that what stands at a line, from 1, speaks of: those first of which it says the most. */
export function topicsAt({ areas, offers }: CoverageResult, line: number): ReadonlySet<string> {
  const here = [...areas, ...offers].flatMap(({ title, passages }) => {
    const own = passages.filter((passage) => passage.line <= line && line <= passage.endLine);
    return own.length === 0 ? [] : [{ title, says: Math.max(...own.map(saysOf)) }];
  });
  return new Set(here.sort((a, b) => b.says - a.says).map(({ title }) => title));
}

/** Whoever argues says more than who mentions, with however many words. */
const STATE_COUNTS = 1000;

function saysOf({ state, reasons }: ReportedPassage): number {
  return STATES.indexOf(state) * STATE_COUNTS + reasons.filter(({ why }) => why !== 'context').length;
}

/** Titles of the topics that a draft speaks of: those first of which it makes most, those that it only mentions last. */
export function topicsSpokenOf({ areas, offers }: CoverageResult): ReadonlySet<string> {
  const spoken = [...areas, ...offers].filter(({ state }) => state !== 'missing');
  const weight = ({ state, passages }: ReportedTopic): number =>
    STATES.indexOf(state) * STATE_COUNTS + passages.length;
  return new Set(spoken.sort((a, b) => weight(b) - weight(a)).map(({ title }) => title));
}

/** What the state of a topic that is not argued means. */
function meaning({ state, asked }: ReportedTopic): string {
  if (state === 'missing')
    return asked
      ? 'Nothing in this paper is about it yet.'
      : 'This paper says nothing on it, and need not: it is not held to it.';
  return asked
    ? 'It is mentioned, but no case is made for it yet.'
    : 'It is mentioned, and need not be argued: this paper is not held to it.';
}

/**
 * A topic's hover: its state, and where it is not argued yet, what that means, what to say and what its + does.
 * Plain text, because titles and sentences come from a framework, which may be anybody's.
 * @param argue What a passage must argue, in a sentence.
 */
export function topicWords(topic: ReportedTopic, argue: string | undefined): string {
  const { title, passages } = topic;
  const places = passages.length === 1 ? '1 passage' : `${passages.length} passages`;
  const lines = [
    `${title}: ${isEmptyCell(topic) ? 'not in this paper' : stateName(topic)}${passages.length > 0 ? `, in ${places}` : ''}`,
  ];
  const held = topic.asked ? '' : ', and holds the paper to it';
  if (!isArgued(topic))
    lines.push(meaning(topic), ...(argue ? [argue] : []), `+ inserts an argument to fill in${held}.`);
  return lines.join('\n');
}

/** A topic's state behind its title: nothing where the paper says nothing on it and need not, as nothing is missing. */
export const topicRow = (topic: ReportedTopic): string => (isEmptyCell(topic) ? '' : topic.state);

/** The heading of the list of what can be done about a topic: "Reading: nothing in this paper is about it yet." */
export function topicHeading(topic: ReportedTopic): string {
  return `${topic.title}: ${meaning(topic).replace(/^./, (first) => first.toLowerCase())}`;
}

/**
 * A title for a row: whole, as the side bar may be of any width and its icon tells the state, but for what the heading
 * above it says already.
 */
export function rowTitle({ title, promise }: ReportedTopic): string {
  return promise ? title.replace(/(?:['’]s?)? Promise$/, '') : title;
}

/** What a draft without a kind that there is looks like: in a row, and at length. */
export function likelyWords({ said, kind, called, reasons }: NonNullable<CoverageResult['likely']>): {
  readonly label: string;
  readonly hint: string;
} {
  const says =
    said === undefined
      ? 'This draft does not say what type of paper it is.'
      : `“${said}” is not a type of paper.`;
  const meant = said !== undefined && reasons.length === 0;
  const because = reasons.map((words) => `“${words}”`).join(', ');
  const looks = meant ? `Did you mean “${kind}”?` : `It looks like ${called}, because of ${because}.`;
  return {
    label: meant ? `“${said}” is no type of paper: ${kind}?` : `Looks like ${called}`,
    hint: `${says} ${looks} Select to write that at its top.`,
  };
}

/** What the view shows for a draft that is not in English: in a row, and at length. */
export function languageWords(tag: string): {
  readonly label: string;
  readonly description: string;
  readonly hint: string;
} {
  return { label: `In ${languageName(tag)}`, description: 'not judged', hint: notJudged(tag) };
}

/** A passage's row behind its line: what it does, and its words. */
export function passageRow({ state }: Pick<ReportedPassage, 'state'>, words: string): string {
  return words === '' ? state : `${state}: ${words}`;
}

/**
 * What a passage says on a topic, and the words that led to the verdict: the same as the hover in the text.
 * Plain text, because titles come from a framework, which may be anybody's, and words from the draft.
 */
export function passageWords({ state, reasons }: ReportedPassage, { title }: ReportedTopic): string {
  const lines = inWords(reasons).map(({ meaning, words }) => `• ${meaning}: ${words.join(', ')}`);
  return [`${title}: ${STATE_WORDS[state]}`, ...lines].join('\n');
}

/** Whether a topic is one that the paper is held to, or that it argues anyway. */
const counts = (topic: ReportedTopic): boolean => topic.asked || isArgued(topic);

/** One line for each group of topics: what is argued, mentioned, missing, by name. */
export function summaryLines(topics: readonly ReportedTopic[]): readonly string[] {
  const byState = (['evidenced', 'argued', 'mentioned', 'missing'] as const).map((state) => {
    const titles = topics.filter((topic) => topic.state === state && counts(topic)).map(({ title }) => title);
    return titles.length > 0 ? `${state}: ${titles.join(', ')}` : '';
  });
  return byState.filter((line) => line !== '');
}
