import type { PassageDerivation, TopicDerivation } from '../../coverage';
import { STATES } from '../../coverage/types';
import { isArgued } from '../../report/words';
import { harmless } from '../../text/plain-output';
import { type Style, wrap } from '../terminal';
import names from './signal-names.json';

type Step = NonNullable<TopicDerivation['model']>['words'];

/** The least probability with which a topic that is not argued is shown. */
const NEAR = 0.1;
/** The most terms that are shown for a topic, and against it. */
const TERMS = 6;
/** The most cues that are shown with a term. */
const CUES = 2;

/** How much of a sentence is quoted, in characters. */
const LONGEST_QUOTE = 60;

/** Non-breaking, between a term and its number. */
const KEPT = '\u00a0';

const HOW = [
  'For each topic there is a probability that the passage makes a case on it, and a threshold from which it counts as argued. It is worked out twice: by the words of the passage alone, then in its paper, which decides; where it falls short there, each of its sentences is tried in its place.',
  'What counts for a topic and against it is in log odds, which add up: 0 is a probability of 50%, +1 of 73%, +3 of 95%, −3 of 5%. Of the meaning of the words, it is said what would be missing without each.',
];

/** What to show of a derivation. */
interface Shown {
  /** Whether the passage itself is on a topic, and not only the items that it is judged together with. */
  readonly isOwn: (topic: string) => boolean;
  /** Whether to show probabilities and log odds. */
  readonly numbers: boolean;
}

/** Explains how the verdicts on a passage came about. */
export function derivation(derived: PassageDerivation, shown: Shown, style: Style): string {
  const lines = [style.bold('How it was judged')];
  const say = (text: string): void => {
    lines.push(`  ${wrap(text, style.width, 2)}`);
  };
  if (derived.declared) {
    const topics = derived.declared.map(harmless).join(', ') || 'none';
    say(`By its author, in a comment before it: ${topics}.`);
    return `${lines.join('\n')}\n`;
  }
  if (derived.gate === 'closed') {
    say('The draft does not speak of libraries: whatever it says, it claims nothing.');
    return `${lines.join('\n')}\n`;
  }
  if (shown.numbers) for (const text of HOW) say(style.dim(text));
  if (derived.gate === 'areas')
    say('The draft does not speak of libraries: it can claim areas, and no offer.');
  if (derived.passages.length > 1) say(together(derived, shown));
  if (derived.few) say('It has few words, so it must say more for itself: thresholds are higher.');
  if (!shown.numbers) {
    for (const topic of derived.topics) {
      const why = shown.isOwn(topic.topic.id) ? hindrance(topic, derived) : undefined;
      if (why !== undefined) say(`${harmless(topic.topic.title)}: ${called(topic)}, as ${why}.`);
    }
    say(style.dim('--numbers shows what counted for each topic and against it.'));
    return `${lines.join('\n')}\n`;
  }
  say(`That it makes a case at all, whatever the topic: ${percent(derived.makingCase)}.`);
  const own = ({ topic }: TopicDerivation): number => (shown.isOwn(topic.id) ? 0 : 1);
  const topics = derived.topics.filter(isNear).sort((a, b) => own(a) - own(b) || byStateAndProbability(a, b));
  for (const topic of topics) lines.push('', ...topicLines(topic, derived, shown, style));
  if (topics.length === 0) say(`No topic comes to ${percent(NEAR)}.`);
  return `${lines.join('\n')}\n`;
}

/** Says that items were judged together, which have common numbers but different topics. */
function together({ passages, topics }: PassageDerivation, { isOwn, numbers }: Shown): string {
  const others = topics
    .filter((topic) => topic.state !== 'missing' && !isOwn(topic.topic.id))
    .map(({ topic }) => harmless(topic.title));
  const onOthers =
    others.length === 0 ? '' : ` Those beside it, and not this one, are on ${others.join(', ')}.`;
  const onNumbers = numbers ? ' The numbers are those of all of them together.' : '';
  return `It is judged together with the short items beside it, ${passages.length} in all.${onNumbers}${onOthers}`;
}

function isNear({ state, probability, model, cues }: TopicDerivation): boolean {
  if (state !== 'missing') return true;
  return model ? probability >= NEAR : cues !== undefined && cues.strong.length + cues.weak.length > 0;
}

function byStateAndProbability(a: TopicDerivation, b: TopicDerivation): number {
  return STATES.indexOf(b.state) - STATES.indexOf(a.state) || b.probability - a.probability;
}

function topicLines(
  derived: TopicDerivation,
  of: PassageDerivation,
  { isOwn }: Shown,
  style: Style,
): string[] {
  const { topic, model, cues } = derived;
  const by = derived.state === 'missing' || isOwn(topic.id) ? '' : ' by the items beside it';
  const says = outcome(derived, by, of);
  const head = `  ${style.bold(harmless(topic.title))}: ${wrap(says, style.width, 4, topic.title.length + 4)}`;
  if (model) {
    const { words, inDocument, byWord } = model;
    const meant = byWord.map(({ word, adds }) => `“${harmless(word)}”${KEPT}${signed(adds)}`).join(', ');
    return [
      head,
      `    1. by its own words: ${sum(words)}`,
      ...stepLines(words, style),
      ...(meant === '' ? [] : [row('meaning', signed(addedByMeaning(words)), meant, style)]),
      `    2. in its paper: ${sum(inDocument)}`,
      ...stepLines(inDocument, style),
    ];
  }
  if (!cues || cues.strong.length === 0) return [head];
  return [
    head,
    `    ${wrap(`That a case is made, by what is said of people, of what is done and of what comes of it: ${sum(cues.makingCase)}`, style.width, 4)}`,
    ...stepLines(cues.makingCase, style),
  ];
}

/**
 * The verdict on a topic with its numbers, and the reason if these do not explain it.
 *
 * @param by follows the verdict
 */
function outcome(derived: TopicDerivation, by: string, of: PassageDerivation): string {
  const { probability, threshold, cues, model } = derived;
  const verdict = called(derived) + by;
  if (cues?.strong.length === 0)
    return `${verdict}. It takes a strong cue, and there are only weak ones: ${quoted(cues.weak)}.`;
  const enough = probability > threshold;
  const [has, takes] = apart(probability, threshold);
  const numbers = enough ? `${has}, where ${takes} is enough` : `${has}, where more than ${takes} is needed`;
  const comesTo = cues
    ? `It has a strong cue (${quoted(cues.strong)}); that a case is made comes to ${numbers}.`
    : `It comes to ${numbers}.`;
  const sentence = enough ? undefined : model?.sentence;
  const allNumbers = sentence ? `${comesTo} ${bySentence(sentence)}` : comesTo;
  const why = hindrance(derived, of);
  const suffices = enough || (sentence !== undefined && sentence.probability > sentence.threshold);
  if (isArgued(derived) && !suffices && derived.whole === 'argues surely')
    return `${verdict}, as the paper as a whole argues it and this passage says most of it. ${allNumbers}`;
  return why === undefined ? `${verdict}. ${allNumbers}` : `${verdict}, as ${why}. ${allNumbers}`;
}

const called = ({ state }: TopicDerivation): string =>
  state === 'missing' ? 'not argued' : state === 'mentioned' ? 'only mentioned' : state;

type Sentence = NonNullable<NonNullable<TopicDerivation['model']>['sentence']>;

/** Whether a sentence makes the case that its passage as a whole does not. */
function bySentence({ text, probability, threshold }: Sentence): string {
  const [has, takes] = apart(probability, threshold);
  const needs = probability > threshold ? `where ${takes} is enough` : `where more than ${takes} is needed`;
  return `One sentence of it, “${harmless(shortened(text))}”, comes to ${has} by itself, ${needs}.`;
}

function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}

/** Why a topic is not argued although it reaches its threshold; undefined for any other. */
function hindrance(derived: TopicDerivation, { gate, unfilled }: PassageDerivation): string | undefined {
  const { topic, probability, threshold, cues, named, model, whole } = derived;
  const sentence = model?.sentence;
  const suffices =
    probability > threshold || (sentence !== undefined && sentence.probability > sentence.threshold);
  if (isArgued(derived) || !suffices || cues?.strong.length === 0) return undefined;
  if (gate === 'areas' && topic.group !== 'area') return 'the draft does not speak of libraries';
  if (cues && cues.words < cues.leastWords)
    return `it has ${cues.words} words, and ${cues.leastWords} at least are needed`;
  if (cues?.lacksActor) return 'no library, none of its partners and no “we” is in it';
  if (!named) return 'no word of it, or of what stands around it, is on the topic';
  if (whole === 'names') return 'the paper as a whole only speaks of it';
  if (whole === 'nothing') return 'the paper as a whole is about other things';
  return unfilled ? 'something in it is still to be filled in' : 'what names it says nothing more of it';
}

/** What counts for a topic and what against it: the sum, and the greatest terms. */
function stepLines({ terms }: Step, style: Style): string[] {
  return (
    [
      ['for', 1],
      ['against', -1],
    ] as const
  ).flatMap(([name, sign]) => {
    const these = terms.filter(({ adds }) => adds * sign > 0);
    if (these.length === 0) return [];
    const total = these.reduce((all, { adds }) => all + adds, 0);
    const named = these.slice(0, TERMS).map(({ signal, adds, words }) => {
      const which = words.length === 0 ? '' : ` (${quoted(words)})`;
      return `${CALLED[signal] ?? signal}${which}${KEPT}${signed(adds)}`;
    });
    const rest = these.slice(TERMS);
    const others = rest.reduce((all, { adds }) => all + adds, 0);
    if (rest.length > 0) named.push(`${rest.length} more${KEPT}${signed(others)}`);
    return [row(name, signed(total), named.join(', '), style)];
  });
}

function row(name: string, total: string, text: string, style: Style): string {
  return `       ${name.padEnd(7)} ${total.padStart(6)}  ${wrap(text, style.width, 23).replaceAll(KEPT, ' ')}`;
}

const addedByMeaning = ({ terms }: Step): number =>
  terms.find(({ signal }) => signal === 'meaning')?.adds ?? 0;

const sum = ({ probability, logOdds }: Step): string => `${percent(probability)} (${signed(logOdds)})`;

const quoted = (words: readonly string[]): string => {
  const named = words.slice(0, CUES).map((word) => `“${harmless(word)}”`);
  return `${named.join(', ')}${words.length > CUES ? ' …' : ''}`;
};

/** A probability in per cent; “over 99%” and “under 1%” at the ends, unless there are decimals. */
export function percent(p: number, digits = 0): string {
  if (p > 0.99 && digits === 0) return 'over 99%';
  if (p < 0.01 && digits === 0) return 'under 1%';
  return `${(p * 100).toFixed(digits)}%`;
}

/** Two probabilities in per cent, with a decimal if they would look equal otherwise. */
function apart(a: number, b: number): readonly [string, string] {
  const digits = a !== b && percent(a) === percent(b) ? 1 : 0;
  return [percent(a, digits), percent(b, digits)];
}

const signed = (x: number) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(2)}`;

/** Plain names of signals, where their own names do not explain themselves. */
const CALLED: Readonly<Record<string, string>> = names;
