import { STATES, type State } from '../../../server/src/coverage/types';
import type { CoverageResult, ReportedPassage, ReportedTopic } from '../../../server/src/protocol';
import {
  amountArgued,
  heldBack,
  inWords,
  isArgued,
  isEmptyCell,
  stateName,
  stateWords,
} from '../../../server/src/report/labels';
import { languageName, notJudged } from '../../../server/src/text/languages';
import { shortened } from '../../../server/src/text/shorten';

/** The icons of states, whose shapes differ as well as their colours. */
export const STATE_ICONS: Readonly<Record<State, string>> = {
  missing: 'circle-outline',
  mentioned: 'comment',
  argued: 'check',
  evidenced: 'verified',
};

/**
 * "3 of 5 argued", of the topics that the draft is held to or argues anyway, with how many of both if it has both; "2
 * argued" if it is held to none.
 */
export function sumOf(topics: readonly ReportedTopic[]): string {
  const asked = topics.filter((topic) => topic.asked).length;
  const besides = topics.filter((topic) => !topic.asked && isArgued(topic)).length;
  const which = asked > 0 && besides > 0 ? ` (${asked} asked for, ${besides} besides)` : '';
  return `${amountArgued(topics)} argued${which}`;
}

/**
 * The text of the status bar: "3 of 5 areas argued", with the offers of a draft that is held only to them or argues no
 * area: "2 areas and 1 of 2 offers argued", "1 offer argued".
 */
export function shortSum({ areas, offers: all, language }: CoverageResult): string {
  if (language !== undefined) return `In ${languageName(language)}, not judged`;
  const offers = all.filter(({ promise }) => !promise);
  const isHeld = areas.some((topic) => topic.asked);
  const argues = areas.some(isArgued);
  const byOffers = (!isHeld && offers.some((topic) => topic.asked)) || (!argues && offers.some(isArgued));
  const amounts = [
    ...(byOffers && !isHeld && !argues ? [] : [amountArgued(areas, 'area')]),
    ...(byOffers ? [amountArgued(offers, 'offer')] : []),
  ].join(' and ');
  return `${amounts[0]!.toUpperCase()}${amounts.slice(1)} argued`;
}

/** "report.md · 1,204 words": what stands above the coverage of a draft. */
export function nameWords(name: string, { words }: Pick<CoverageResult, 'words'>): string {
  return `${name} · ${words === 1 ? 'one word' : `${words.toLocaleString('en-GB')} words`}`;
}

/** The topics below a heading. */
export interface TopicGroup {
  readonly id: 'area' | 'offer' | 'promise';
  readonly title: string;
  readonly topics: readonly ReportedTopic[];
}

/** The groups of the draft's topics that are not empty. */
export function groupsOf({ areas, offers }: Pick<CoverageResult, 'areas' | 'offers'>): readonly TopicGroup[] {
  const groups: readonly TopicGroup[] = [
    { id: 'area', title: 'Recovery areas', topics: areas },
    { id: 'offer', title: 'Universal Library Offers', topics: offers.filter(({ promise }) => !promise) },
    { id: 'promise', title: 'Promises', topics: offers.filter(({ promise }) => promise) },
  ];
  return groups.filter(({ topics }) => topics.length > 0);
}

/** The hover of the status bar: the sum of each group, and its topics by state. */
export function hoverLines(coverage: CoverageResult): readonly string[] {
  if (coverage.language !== undefined) return [notJudged(coverage.language)];
  const held = groupsOf(coverage).filter(({ topics }) => topics.some(counts));
  if (held.length === 0) return [shortSum(coverage)];
  return held.flatMap(({ title, topics }) => [
    `${title}: ${sumOf(topics)}`,
    ...summaryLines(topics).map((line) => `• ${line}`),
  ]);
}

/** Titles of the topics that the passage at a line mentions, those that it says most on first. Lines count from 1. */
export function topicsAt({ areas, offers }: CoverageResult, line: number): ReadonlySet<string> {
  const here = [...areas, ...offers].flatMap(({ title, passages }) => {
    const own = passages.filter((passage) => passage.line <= line && line <= passage.endLine);
    return own.length === 0 ? [] : [{ title, says: Math.max(...own.map(saysOf)) }];
  });
  return new Set(here.sort((a, b) => b.says - a.says).map(({ title }) => title));
}

/** An argument says more than a mention, however many words either has. */
const STATE_COUNTS = 1000;

function saysOf({ state, reasons }: ReportedPassage): number {
  return STATES.indexOf(state) * STATE_COUNTS + reasons.filter(({ why }) => why !== 'context').length;
}

/** Titles of the topics that a draft mentions, those that it says most on first. */
export function topicsSpokenOf({ areas, offers }: CoverageResult): ReadonlySet<string> {
  const spoken = [...areas, ...offers].filter(({ state }) => state !== 'missing');
  const weight = ({ state, passages }: ReportedTopic): number =>
    STATES.indexOf(state) * STATE_COUNTS + passages.length;
  return new Set(spoken.sort((a, b) => weight(b) - weight(a)).map(({ title }) => title));
}

/** Explains the state of a topic that is not argued. */
function meaning({ state, asked, passages }: ReportedTopic): string {
  if (state === 'mentioned' && passages.some(({ heldBackBy }) => heldBackBy === 'paper'))
    return 'A passage argues it. As the paper as a whole says too little of it, it counts as a mention.';
  if (state === 'missing')
    return asked
      ? 'Nothing in this paper is about it yet.'
      : 'This paper does not argue it, and does not have to.';
  return asked
    ? 'It is mentioned, but no case is made for it yet.'
    : 'It is mentioned, and does not have to be argued.';
}

/**
 * The hover of a topic: its state and, if it is not argued yet, what that means, what to say and what its + button does.
 * Plain text, as titles and sentences may be from anybody's framework.
 * @param argue what a passage must argue, in a sentence
 */
export function topicWords(topic: ReportedTopic, argue: string | undefined): string {
  const { title, passages } = topic;
  const places = passages.length === 1 ? '1 passage' : `${passages.length} passages`;
  const lines = [
    `${title}: ${isEmptyCell(topic) ? topicRow(topic) : stateName(topic)}${passages.length > 0 ? `, in ${places}` : ''}`,
  ];
  const held = topic.asked ? '' : ', and holds the paper to it';
  if (!isArgued(topic))
    lines.push(meaning(topic), ...(argue ? [argue] : []), `+ inserts an argument to fill in${held}.`);
  return lines.join('\n');
}

/** The state of a topic behind its title. */
export const topicRow = (topic: ReportedTopic): string => (isEmptyCell(topic) ? 'not argued' : topic.state);

/** The icon of a topic: what is missing has another than what need not be there, as some themes have no colours. */
export const topicIcon = (topic: ReportedTopic): string =>
  isEmptyCell(topic) ? 'dash' : STATE_ICONS[topic.state];

/** The heading of a list of actions on a topic: "Reading: nothing in this paper is about it yet." */
export function topicHeading(topic: ReportedTopic): string {
  return `${topic.title}: ${meaning(topic).replace(/^./, (first) => first.toLowerCase())}`;
}

/** How long a title may be, in letters, beside which a side bar of VS Code's own width still shows the verdict. */
const ROW_TITLE = 24;

/**
 * The title of a topic for its row: as short as the id that begins it, as a narrow view cuts off what stands behind, and
 * without “Promise”, which the heading above has.
 */
export function rowTitle({ id, title, promise }: ReportedTopic): string {
  const isShort = title.toLowerCase().startsWith(`${id.replaceAll('-', ' ')} `);
  const short = isShort ? title.slice(0, id.length) : title;
  return shortened(promise ? short.replace(/(?:['’]s?)? Promise$/, '') : short, ROW_TITLE);
}

/** The likely kind of a draft with none or an unknown one: for a row, and at length. */
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

/** The words on a draft that is not in English: for a row, and at length. */
export function languageWords(tag: string): {
  readonly label: string;
  readonly description: string;
  readonly hint: string;
} {
  return { label: `In ${languageName(tag)}`, description: 'not judged', hint: notJudged(tag) };
}

/** The row of a passage, behind its line: its state and its words. */
export function passageRow({ state }: Pick<ReportedPassage, 'state'>, words: string): string {
  return words === '' ? state : `${state}: ${words}`;
}

/**
 * What a passage does for a topic, and the words that led to the verdict, as in the hover in the text.
 * Plain text, as titles may be from anybody's framework, and words are from the draft.
 */
export function passageWords(passage: ReportedPassage, { title, promise }: ReportedTopic): string {
  const { heldBackBy, reasons } = passage;
  const lines = inWords(reasons).map(({ meaning, words }) => `• ${meaning}: ${words.join(', ')}`);
  const next = heldBackBy ? [heldBack(heldBackBy, promise ? 'promise' : 'area')] : [];
  return [`${title}: ${stateWords(passage)}`, ...lines, ...next].join('\n');
}

/** Whether the paper is held to a topic or argues it anyway. */
const counts = (topic: ReportedTopic): boolean => topic.asked || isArgued(topic);

/** A line for each state, with the titles of its topics. */
export function summaryLines(topics: readonly ReportedTopic[]): readonly string[] {
  const byState = (['evidenced', 'argued', 'mentioned', 'missing'] as const).map((state) => {
    const titles = topics.filter((topic) => topic.state === state && counts(topic)).map(({ title }) => title);
    return titles.length > 0 ? `${state}: ${titles.join(', ')}` : '';
  });
  return byState.filter((line) => line !== '');
}
