import type { State } from '../../../server/src/coverage/types';
import type { CoverageResult, ReportedTopic } from '../../../server/src/protocol';

/** How a state looks: shapes that differ without their colour, and a word for those who see neither. */
export const STATE_ICONS: Readonly<Record<State, string>> = {
  missing: 'circle-outline',
  mentioned: 'comment',
  argued: 'check',
  evidenced: 'verified',
};

const argued = (topic: ReportedTopic): boolean => topic.state === 'argued' || topic.state === 'evidenced';

/** "3 of 5 argued": of those that the draft is held to, or, where it is held to none, how many it argues anyway. */
export function sumOf(topics: readonly ReportedTopic[]): string {
  const asked = topics.filter((topic) => topic.asked);
  if (asked.length > 0) return `${asked.filter(argued).length} of ${asked.length} argued`;
  const count = topics.filter(argued).length;
  return count === 0 ? 'none argued' : `${count} argued`;
}

/** The status bar's text: "3 of 5 areas argued", or the offers where the draft is held to them alone. */
export function shortSum({ areas, offers }: CoverageResult): string {
  const name =
    areas.some((topic) => topic.asked) || !offers.some((topic) => topic.asked) ? 'areas' : 'offers';
  return sumOf(name === 'areas' ? areas : offers)
    .replace(/ argued$/, ` ${name} argued`)
    .replace(/^none/, 'No');
}

/** "missing", "mentioned, optional": a topic's state in words. Optional is what the draft is not held to. */
export function stateWords({ state, asked }: ReportedTopic): string {
  return asked ? state : `${state}, optional`;
}

/** One line for each group of topics: what is argued, mentioned, missing, by name. */
export function summaryLines(topics: readonly ReportedTopic[]): readonly string[] {
  const byState = (['evidenced', 'argued', 'mentioned', 'missing'] as const).map((state) => {
    const titles = topics.filter((topic) => topic.state === state && topic.asked).map((topic) => topic.title);
    return titles.length > 0 ? `${state}: ${titles.join(', ')}` : '';
  });
  return byState.filter((line) => line !== '');
}
