/** Words for verdicts, shared by the editor, the Coverage view, reports and the terminal. Does not need Node. */

import type { CoveredPassage, State, Why } from '../coverage/types';
import { inQuotes } from '../text/shorten';

/** Whether a topic is argued, with evidence or without. */
export function isArgued({ state }: { readonly state: State }): boolean {
  return state === 'argued' || state === 'evidenced';
}

/**
 * How many topics are argued: "3 of 5 areas". The total includes topics that are argued without being asked for, so the
 * share never falls as arguments are added. If the draft is held to none, only those argued: "1 area", "no areas".
 *
 * @param noun in the singular; without it "3 of 5", "1", "none"
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

/** The state of a topic in words, with a note if the topic is not asked for. */
export function stateName({ state, asked }: { readonly state: State; readonly asked: boolean }): string {
  return asked ? state : `${state} (not asked for)`;
}

/**
 * The meaning of the empty cells in a table of topics; "" if there are none.
 *
 * @param topics of the papers that are judged
 * @param others whether the table has papers in a language that is not judged
 */
export function emptyCells(
  topics: readonly { readonly state: State; readonly asked: boolean }[],
  others = false,
): string {
  const meanings = [
    topics.some(isEmptyCell) && 'An empty cell: the paper does not argue this, and does not have to.',
    others && 'An empty row is of a paper in a language that is not judged.',
  ];
  return meanings.filter((one) => one !== false).join(' ');
}

/** Whether the cell of a topic is empty, so that argued topics stand out. */
export function isEmptyCell({ state, asked }: { readonly state: State; readonly asked: boolean }): boolean {
  return state === 'missing' && !asked;
}

/** The remark on a passage with a case or promise that the paper as a whole does not make. */
export function outweighed(group: 'area' | 'offer' | 'promise'): string {
  return group === 'promise'
    ? 'The paper says this only by the way, so it counts as a mention.'
    : 'This passage argues it. As the paper as a whole says too little of it, it counts as a mention.';
}

/** What to do about a passage that only one thing keeps from a higher state. */
export function heldBack(
  by: NonNullable<CoveredPassage['heldBackBy']>,
  group: 'area' | 'offer' | 'promise',
): string {
  switch (by) {
    case 'placeholders':
      return 'Fill in the placeholders, and it counts as an argument.';
    case 'footnote':
      return 'Fill in the footnote, and it counts as evidence.';
    case 'source':
      return 'Nobody can look its source up yet: name the publication and its year, or give a link, and it counts as evidence.';
    case 'paper':
      return `${outweighed(group)} If the paper is to argue it, choose the pin beside it in the Coverage view: then it counts.`;
  }
}

/** A passage’s state in words, where its paper may be what keeps it from a higher one. */
export function stateWords({ state, heldBackBy }: Pick<CoveredPassage, 'state' | 'heldBackBy'>): string {
  return heldBackBy === 'paper' ? 'argued here, and only mentioned by the paper' : STATE_WORDS[state];
}

/** A passage's state, as the end of a sentence that begins with the topic. */
const STATE_WORDS: Readonly<Record<CoveredPassage['state'], string>> = {
  mentioned: 'only mentioned',
  argued: 'argued, not evidenced yet',
  evidenced: 'argued and evidenced',
};

/** Why a passage makes no case, for `explain` in plain words and in numbers. */
export const NO_ACTOR = 'no library, none of its partners and no “we” is in it';
export const TO_FILL_IN = 'something in it is still to be filled in';

/** Words for reasons, in the reading order of an argument. */
export const MEANINGS: Readonly<Record<Why, string>> = {
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
 * The reasons for a verdict in words: for each part of an argument its name, and its words in the draft, in quotation
 * marks and once each. The result is plain text, which callers must escape for other formats.
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
