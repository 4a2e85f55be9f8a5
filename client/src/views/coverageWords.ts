import type { State } from '../../../server/src/coverage/types';
import type { CoverageResult, ReportedPassage, ReportedTopic } from '../../../server/src/protocol';
import { amountArgued, inWords, STATE_WORDS } from '../../../server/src/report/words';

/** How a state looks: shapes that differ without their colour, and a word for those who see neither. */
export const STATE_ICONS: Readonly<Record<State, string>> = {
  missing: 'circle-outline',
  mentioned: 'comment',
  argued: 'check',
  evidenced: 'verified',
};

/**
 * "3 of 5 argued": of those that the draft is held to, or, where it is held to none, how many it argues anyway.
 * A promise is no offer: it is counted by itself, where the draft is held to it.
 */
export function sumOf(topics: readonly ReportedTopic[]): string {
  const promises = topics.filter(({ promise, asked }) => promise && asked);
  const sum = `${amountArgued(topics.filter(({ promise }) => !promise))} argued`;
  return promises.length === 0 ? sum : `${sum}, ${amountArgued(promises, 'promise')}`;
}

/** The status bar's text: "3 of 5 areas argued", or the offers where the draft is held to them alone. */
export function shortSum({ areas, offers: all }: CoverageResult): string {
  const offers = all.filter(({ promise }) => !promise);
  const byOffers = !areas.some((topic) => topic.asked) && offers.some((topic) => topic.asked);
  const amount = byOffers ? amountArgued(offers, 'offer') : amountArgued(areas, 'area');
  return `${amount[0]!.toUpperCase()}${amount.slice(1)} argued`;
}

/** "missing", "mentioned, optional": a topic's state in words. Optional is what the draft is not held to. */
export function stateWords({ state, asked }: ReportedTopic): string {
  return asked ? state : `${state}, optional`;
}

/** The same for a row, which has little room: what is missing and optional stands in brackets. */
export function rowWords({ state, asked }: ReportedTopic): string {
  return asked || state !== 'missing' ? state : `(${state})`;
}

/** Letters that a row has room for, in a side bar of its usual width; "mentioned" is as wide as eleven. */
const ROOM = 33;

/** A title for a row: cut where its state would be cut otherwise, which matters more. Its hover has all of it. */
export function rowTitle(topic: ReportedTopic): string {
  const { title } = topic;
  const words = rowWords(topic);
  const room = ROOM - words.length - (words === 'mentioned' ? 2 : 0);
  return title.length > room ? `${title.slice(0, room - 1).trimEnd()}…` : title;
}

/** What a draft without a kind that there is looks like: in a row, and at length. */
export function likelyWords({ said, kind, called, reasons }: NonNullable<CoverageResult['likely']>): {
  readonly label: string;
  readonly hint: string;
} {
  const says = said === undefined ? 'This draft says no kind.' : `“${said}” is not a kind of document.`;
  const meant = said !== undefined && reasons.length === 0;
  const because = reasons.map((words) => `“${words}”`).join(', ');
  const looks = meant ? `Did you mean “${kind}”?` : `It looks like ${called}, because of ${because}.`;
  return {
    label: meant ? `“${said}”: ${kind}?` : `Looks like ${called}`,
    hint: `${says} ${looks} Select to write that into its front matter.`,
  };
}

/** A passage's row behind its line: its words, and before them what it does, where that is less than its topic's row says. */
export function passageRow({ state }: Pick<ReportedPassage, 'state'>, words: string, topic: State): string {
  if (words === '') return state;
  return state === topic ? words : `${state}: ${words}`;
}

/**
 * What a passage says on a topic, and the words that led to the verdict: the same as the hover in the text.
 * Plain text, because titles come from a framework, which may be anybody's, and words from the draft.
 */
export function passageWords({ state, reasons }: ReportedPassage, { title }: ReportedTopic): string {
  const lines = inWords(reasons).map(({ meaning, words }) => `• ${meaning}: ${words.join(', ')}`);
  return [`${title}: ${STATE_WORDS[state]}`, ...lines].join('\n');
}

/** One line for each group of topics: what is argued, mentioned, missing, by name. */
export function summaryLines(topics: readonly ReportedTopic[]): readonly string[] {
  const byState = (['evidenced', 'argued', 'mentioned', 'missing'] as const).map((state) => {
    const titles = topics.filter((topic) => topic.state === state && topic.asked).map((topic) => topic.title);
    return titles.length > 0 ? `${state}: ${titles.join(', ')}` : '';
  });
  return byState.filter((line) => line !== '');
}
