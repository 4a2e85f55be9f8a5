/** Explains in a few sentences, without numbers, why a passage argues topics or only mentions them. */

import type { TopicDerivation } from '../coverage';
import type { CoveredPassage, Why } from '../coverage/types';
import { listed } from '../text/listed';
import { shortened } from '../text/shorten';
import { addTo } from '../util/lists';
import { MEANINGS, NO_ACTOR, TO_FILL_IN } from './labels';

/** The reasons for the state of one topic in a passage. */
export interface ExplainedTopic {
  readonly title: string;
  readonly group?: 'area' | 'offer' | 'promise';
  readonly state: CoveredPassage['state'];
  readonly heldBackBy?: CoveredPassage['heldBackBy'];
  readonly reasons: readonly { readonly why: Why; readonly text: string }[];
  /** Classes of the lexicon with a word in the passage, and their roles in a verdict. */
  readonly says: readonly { readonly name: string; readonly why: string }[];
  /** The words that weigh most for the topic, and against it. */
  readonly model?: { readonly byWord: readonly { readonly word: string; readonly adds: number }[] };
  /** For a topic that rests on its cues alone: the terms for and against a case, whatever the topic. */
  readonly cues?: Pick<NonNullable<TopicDerivation['cues']>, 'lacksActor'> & {
    readonly makingCase: Pick<NonNullable<TopicDerivation['cues']>['makingCase'], 'terms'>;
  };
}

/** The most words that are named for a topic. */
const NAMED = 3;
const LONGEST = 60;
/** Words that have a weight, but explain nothing to readers. */
const LITTLE =
  /^(?:an?|the|and|or|of|to|in|on|at|by|for|from|with|as|is|are|was|were|be|been|it|its|this|that|these|those|they|them|their|there|we|our|us|you|your|he|she|his|her|who|which|what|when|where|not|no|but|so|if|than|then|also|more|most|all|every|into|over|after|before|has|have|had|will|can|could|would|because|\d+)$/;

/** The parts of a case in reading order: classes of the lexicon or their roles, and words for the missing part. */
const PARTS: readonly (readonly [by: readonly string[], missing: string])[] = [
  [['beneficiary'], MEANINGS.beneficiary],
  [['action'], MEANINGS.action],
  [['outcome', 'need', 'result'], MEANINGS.outcome],
];

/** Sentences on the topics of a passage, the strongest first; "" if it has none. */
export function inPlainWords(all: readonly ExplainedTopic[]): string {
  const of = (state: ExplainedTopic['state']): readonly ExplainedTopic[] =>
    all.filter((one) => one.state === state);
  const sentences: string[] = [];
  const proved = of('evidenced');
  const makesCase = all.some(({ state }) => state !== 'mentioned');
  if (proved.length > 0) sentences.push(`It makes a case on ${listed(proved.map(named))}, and proves it.`);
  for (const [missing, topics] of grouped(of('argued'), unproved))
    sentences.push(`It makes a case on ${listed(topics.map(named))}. What is missing is ${missing}.`);
  for (const [missing, topics] of grouped(of('mentioned'), (one) => unargued(one, makesCase)))
    sentences.push(`It only mentions ${listed(topics.map(named))}: ${missing}.`);
  return sentences.join(' ');
}

/** A topic with its words in the passage: "Digital inclusion (“internet at home”)". */
function named({ title, reasons, model }: ExplainedTopic): string {
  if (reasons.some(({ why }) => why === 'author')) return `${title}, as its author says in a comment`;
  const cues = distinct(reasons.filter(({ why }) => why === 'cue').map(({ text }) => text));
  const words = cues.length > 0 ? cues : weighty(model, 1);
  return words.length === 0 ? title : `${title} (${quoted(words)})`;
}

function unproved({ reasons }: ExplainedTopic): string {
  const figure = reasons.find(({ why }) => why === 'figure');
  return figure === undefined || reasons.some(({ why }) => why === 'source')
    ? 'proof: a figure with its source, or somebody’s own words'
    : `the source of its figure ${quoted([figure.text])}`;
}

function unargued({ group, says, model, cues, heldBackBy }: ExplainedTopic, makesCase: boolean): string {
  if (heldBackBy === 'paper')
    return group === 'promise'
      ? 'the paper says this only by the way'
      : 'by itself it argues that, but the paper as a whole says too little of it';
  if (heldBackBy === 'placeholders') return TO_FILL_IN;
  // The passage may name people and changes, but for another topic.
  if (makesCase && !cues) return 'what it says of people and of what changes is about the rest';
  if (cues?.lacksActor) return NO_ACTOR;
  const missing = PARTS.filter(([by]) => !says.some((one) => by.includes(one.why) || by.includes(one.name)));
  if (missing.length > 0)
    return `no words were found in it for ${listed(
      missing.map(([, words]) => words),
      'or',
    )}`;
  if (cues) {
    const against = distinct(cues.makingCase.terms.flatMap(({ adds, words }) => (adds < 0 ? words : [])));
    const but = against.length === 0 ? '' : `, and words such as ${quoted(against)} count against one`;
    return `what it says of people and of what changes is too little for a case${but}`;
  }
  const against = weighty(model, -1);
  const which = against.length === 0 ? '' : ` (${quoted(against)})`;
  return `taken together, its words are about something else${which}`;
}

/** The meaningful words with the largest weight for a topic (`sign` 1) or against it (-1). */
function weighty(model: ExplainedTopic['model'], sign: 1 | -1): string[] {
  const words = (model?.byWord ?? [])
    .filter(({ word, adds }) => adds * sign > 0 && !LITTLE.test(word))
    .sort((a, b) => (b.adds - a.adds) * sign)
    .map(({ word }) => word);
  return distinct(words);
}

/** Groups topics by what they lack. */
function grouped(
  all: readonly ExplainedTopic[],
  by: (one: ExplainedTopic) => string,
): ReadonlyMap<string, readonly ExplainedTopic[]> {
  const groups = new Map<string, ExplainedTopic[]>();
  for (const one of all) addTo(groups, by(one), one);
  return groups;
}

function distinct(words: readonly string[]): string[] {
  const short = words.map((word) => word.replace(/\s+/g, ' ').trim());
  return [...new Map(short.map((word) => [word.toLowerCase(), word])).values()].slice(0, NAMED);
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${shortened(word, LONGEST)}”`).join(', ');
}
