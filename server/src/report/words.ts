/** What verdicts are called wherever people read them: in a text, in the Coverage view, in reports and in the terminal. Nothing here runs on Node. */

import type { CoveredPassage, State, Why } from '../coverage/types';
import { inQuotes } from '../text/shorten';

/** Whether a topic is argued, with evidence or without. */
export function isArgued({ state }: { readonly state: State }): boolean {
  return state === 'argued' || state === 'evidenced';
}

/**
 * How many topics are argued: "3 of 5 areas" of those that the draft is held to and those that it argues besides, so that
 * the number never falls as arguments are added; or, where it is held to none, how many it argues anyway: "1 area", "no
 * areas".
 *
 * @param noun for one of them; without it "3 of 5", "1", "none"
 */
export function amountArgued(
  topics: readonly { readonly state: State; readonly asked: boolean }[],
  noun?: string,
): string {
  const count = topics.filter(isArgued).length;
  const isHeld = topics.some(({ asked }) => asked);
  const all = isHeld ? topics.filter((topic) => topic.asked || isArgued(topic)).length : count;
  const number = isHeld ? `${count} of ${all}` : `${count || (noun ? 'no' : 'none')}`;
  if (noun === undefined) return number;
  return `${number} ${all === 1 ? noun : `${noun}s`}`;
}

/** A topic's state in words: the same four everywhere, and whether anybody asks for it. */
export function stateName({ state, asked }: { readonly state: State; readonly asked: boolean }): string {
  return asked ? state : `${state} (not asked for)`;
}

/**
 * What the empty cells of a table of topics mean; nothing where there are none.
 *
 * @param topics of the papers that are judged
 * @param others whether a row is that of a paper in a language which is not judged
 */
export function emptyCells(
  topics: readonly { readonly state: State; readonly asked: boolean }[],
  others = false,
): string {
  const meanings = [
    topics.some(isEmptyCell) &&
      'Where nothing stands, the paper says nothing, and need not: it is not held to it.',
    others && 'An empty row is of a paper in a language that is not judged.',
  ];
  return meanings.filter((one) => one !== false).join(' ');
}

/** Whether a topic's cell is left empty, so that what a paper argues is seen at once. */
export function isEmptyCell({ state, asked }: { readonly state: State; readonly asked: boolean }): boolean {
  return state === 'missing' && !asked;
}

/** "Welsh" for "cy"; the tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What is said in place of a verdict on what is not in English. */
export function notJudged(tag: string, what = 'paper'): string {
  return `This ${what} is in ${languageName(tag)}, which is not judged for what it argues.`;
}

/** Of a passage that makes a case, or a promise, which its paper does not make. */
export function outweighed(group: 'area' | 'offer' | 'promise'): string {
  return group === 'promise'
    ? 'The paper says this only by the way, so it counts as a mention.'
    : 'The paper as a whole is about something else, so what this says counts as a mention.';
}

/** A passage's state, as the end of a sentence that begins with the topic. */
export const STATE_WORDS: Readonly<Record<CoveredPassage['state'], string>> = {
  mentioned: 'only mentioned',
  argued: 'argued, not evidenced yet',
  evidenced: 'argued and evidenced',
};

/** In the order in which an argument is read. */
const MEANINGS: Readonly<Record<Why, string>> = {
  author: 'declared by the author',
  cue: 'what it is about',
  beneficiary: 'who benefits',
  action: 'what is done for them',
  outcome: 'what changes for them',
  need: 'what is needed',
  figure: 'figure',
  quotation: 'quotation',
  source: 'source',
  context: 'from its surroundings',
};

/**
 * The reasons for a verdict in words: for each part of an argument what it is, and the words of the draft that are it,
 * in quotation marks and once each. They are plain text, which is to be escaped where something else is shown.
 */
export function inWords(reasons: readonly { readonly why: Why; readonly text: string }[]): readonly {
  readonly meaning: string;
  readonly words: readonly string[];
}[] {
  return (Object.keys(MEANINGS) as Why[])
    .map((why) => {
      const of = reasons.filter((reason) => reason.why === why);
      const words = new Set(of.map(({ text }) => (why === 'author' ? 'advocacy-covers' : inQuotes(text))));
      return { meaning: MEANINGS[why], words: [...words] };
    })
    .filter(({ words }) => words.length > 0);
}
