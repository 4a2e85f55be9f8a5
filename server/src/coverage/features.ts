/** The features of one text: how many cues it has of each class, and signs of its form. */
import type { Topic } from '../framework/types';
import { getOrInsert } from '../util/memoize';
import { type Words, wordsOf } from '../words/tokenize';
import { listedPeople } from './enumeration';
import { CLASSES, type Cue, type Lexicon, OFFERS_FROM, type OwnTopics, TOPIC_COUNT, TOPICS } from './lexicon';
import { withheld } from './negation';
import { slogans } from './slogans';
import { FEWEST_THEMES, listsThemes } from './themes';
import { undecided } from './undecided';

/** Names of the signs of form, in the order of `Features.signs`. */
export const SIGNS = [
  'length',
  'short',
  'figure',
  'quoted',
  'first-person',
  'second-person',
  'contact',
  'question',
  'money-sign',
  'lead-in',
  'item',
] as const;

const FIGURE = SIGNS.indexOf('figure');
const QUOTED = SIGNS.indexOf('quoted');
const ITEM = SIGNS.indexOf('item');
const LEAD_IN = SIGNS.indexOf('lead-in');

/** A text with fewer words counts as one of few words. */
export const FEW_WORDS = 15;

export interface Features {
  readonly words: Words;
  readonly cues: readonly Cue[];
  /** By class: log2(1 + number of different cues). */
  readonly classes: Float64Array;
  readonly signs: Float64Array;
  /** By topic of `TOPICS`: the sum of `classes` over those that speak of it strongly, and over those that do weakly. */
  readonly strong: Float64Array;
  readonly weak: Float64Array;
  /** By topic id, how many different cues of the workspace's own there are. */
  readonly own: ReadonlyMap<string, { strong: number; weak: number }>;
  /** Whether it only lists areas. */
  readonly themes: boolean;
  /** Bit mask, by position in the model, of the topics that it names only in slogans. */
  readonly slogans: number;
}

const FIRST = new Set(['i', 'we', 'my', 'our', 'me', 'us', "i'm", "i've", "we're", "we've", "i'd"]);
const SECOND = new Set(['you', 'your', "you're", "you'll", "you've"]);
const CONTACT = ['@', 'www.', 'http', '.org', '.gov.uk', '.co.uk'];

const byStrength = (strength: string) =>
  TOPICS.map((topic) => CLASSES.flatMap((c, i) => (c.topics[topic] === strength ? [i] : [])));
const STRONG = byStrength('strong');
const WEAK = byStrength('weak');

/** Whether a cue helps to make a case: it speaks of a topic, an action or an outcome. */
const makesACase = (cue: Cue) =>
  cue.own.size > 0 ||
  cue.classes.some((c) => {
    const { topics, why } = CLASSES[c]!;
    return Object.keys(topics).length > 0 || why === 'action' || why === 'outcome';
  });

/**
 * The features of a text. Cues that help to make a case do not count where the text denies them, leaves them open or
 * only lists people.
 *
 * @param item whether the text is an item of a list or a row of a table
 */
export function featuresOf(text: string, item: boolean, lexicon: Lexicon): Features {
  const words = wordsOf(text);
  const denied = withheld(words);
  const open = undecided(text, words);
  const found = lexicon.cuesIn(words);
  const listed = text.includes(',') ? listedIn(text, words, found) : undefined;
  const cues = found.filter(
    (cue) => (denied[cue.first] === 0 && open[cue.first] === 0 && !listed?.[cue.first]) || !makesACase(cue),
  );
  const seen: (Set<string> | undefined)[] = new Array(CLASSES.length);
  const own = new Map<string, { strong: number; weak: number }>();
  const ownSeen = new Set<string>();
  const heard = new Map<OwnTopics, Set<string>>();
  for (const cue of cues) {
    const key =
      cue.first === cue.last ? words.stem[cue.first]! : words.stem.slice(cue.first, cue.last + 1).join(' ');
    for (let k = 0; k < cue.classes.length; k++) {
      const c = cue.classes[k]!;
      seen[c] ??= new Set();
      seen[c].add(key);
    }
    if (cue.own.size === 0) continue;
    const keys = getOrInsert(heard, cue.own, () => new Set());
    if (keys.has(key)) continue;
    keys.add(key);
    for (const [topic, strength] of cue.own) {
      if (ownSeen.has(`${topic} ${key}`)) continue;
      ownSeen.add(`${topic} ${key}`);
      const count = own.get(topic) ?? { strong: 0, weak: 0 };
      count[strength]++;
      own.set(topic, count);
    }
  }
  const classes = new Float64Array(CLASSES.length);
  for (let c = 0; c < classes.length; c++) {
    const count = seen[c]?.size;
    if (count) classes[c] = Math.log2(1 + count);
  }
  const strong = new Float64Array(TOPIC_COUNT);
  const weak = new Float64Array(TOPIC_COUNT);
  for (let t = 0; t < TOPIC_COUNT; t++) {
    strong[t] = sumOf(classes, STRONG[t]!);
    weak[t] = sumOf(classes, WEAK[t]!);
    const extra = own.get(TOPICS[t]!);
    if (extra) {
      strong[t]! += Math.log2(1 + extra.strong);
      weak[t]! += Math.log2(1 + extra.weak);
    }
  }
  const signs = signsOf(text, words, item);
  const areas = strong.subarray(0, OFFERS_FROM).filter((one) => one > 0).length;
  const themes =
    areas >= FEWEST_THEMES &&
    signs[FIGURE]! + signs[QUOTED]! === 0 &&
    listsThemes(text, words, cues, areasOf);
  return { words, cues, classes, signs, strong, weak, own, themes, slogans: inSlogans(words, cues) };
}

/** Bit mask of the topics whose strong cues (or all cues, where all are weak) stand in slogans. */
function inSlogans(words: Words, cues: readonly Cue[]): number {
  const flagged = slogans(words);
  if (!flagged) return 0;
  const within = { strong: 0, weak: 0 };
  const beyond = { strong: 0, weak: 0 };
  for (const cue of cues) {
    const where = flagged[cue.first] === 1 && flagged[cue.last] === 1 ? within : beyond;
    for (let t = 0; t < TOPIC_COUNT; t++) {
      const strength = strengthOf(cue, OF_MODEL[t]!);
      if (strength) where[strength] |= 1 << t;
    }
  }
  return (within.strong & ~beyond.strong) | (within.weak & ~beyond.strong & ~beyond.weak);
}

function sumOf(values: Float64Array, at: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += values[at[i]!]!;
  return sum;
}

/** Bit mask, by position in the model, of the areas that a cue strongly speaks of. */
function areasOf(cue: Cue): number {
  let bits = 0;
  for (let t = 0; t < OFFERS_FROM; t++) if (isStrong(cue, t)) bits |= 1 << t;
  return bits;
}

/** How a cue speaks of a topic: strongly, weakly, or (undefined) not at all. */
export function strengthOf(
  { classes, own }: Cue,
  { id, judgedAs }: Pick<Topic, 'id' | 'judgedAs'>,
): 'strong' | 'weak' | undefined {
  const named = own.get(id);
  const meant = judgedAs === undefined ? undefined : own.get(judgedAs);
  if (named === 'strong' || meant === 'strong') return 'strong';
  let best = named ?? meant;
  if (judgedAs === undefined) return best;
  for (const c of classes) {
    const strength = CLASSES[c]!.topics[judgedAs];
    if (strength === 'strong') return 'strong';
    if (strength === 'weak') best = 'weak';
  }
  return best;
}

/** The built-in topics, as `strengthOf` asks for them. */
export const OF_MODEL = TOPICS.map((id) => ({ id, judgedAs: id }));
/** By topic, whether a class speaks of it strongly. */
const SPEAKS_STRONGLY = STRONG.map((classes) => CLASSES.map((_, c) => classes.includes(c)));

/** Whether a cue speaks strongly of topic `t` of the model. */
export function isStrong({ classes, own }: Cue, t: number): boolean {
  const strongly = SPEAKS_STRONGLY[t]!;
  for (let k = 0; k < classes.length; k++) if (strongly[classes[k]!]) return true;
  return own.get(TOPICS[t]!) === 'strong';
}

/** Whether the text is an item of a list or a row of a table. */
export function isItem({ signs }: Features): boolean {
  return signs[ITEM]! > 0;
}

/** Whether the text is a line of few words outside a list. */
export function isFew(f: Features): boolean {
  return f.words.stem.length < FEW_WORDS && !isItem(f);
}

/** Whether the text is a line of few words that ends in a colon. */
export function leadsIn(f: Features): boolean {
  return isFew(f) && f.signs[LEAD_IN]! > 0;
}

/** For each word, 1 where it stands in a mere list of people: see `listedPeople`. */
function listedIn(text: string, words: Words, cues: readonly Cue[]): Uint8Array {
  const people = new Uint8Array(words.stem.length);
  const acts = new Uint8Array(words.stem.length);
  for (const { first, last, classes } of cues) {
    for (const c of classes) {
      const { why } = CLASSES[c]!;
      if (why === 'beneficiary') people.fill(1, first, last + 1);
      else if (why === 'action') acts.fill(1, first, last + 1);
    }
  }
  return listedPeople(text, words, people, acts);
}

function signsOf(text: string, words: Words, item: boolean): Float64Array {
  const n = words.stem.length;
  let first = 0;
  let second = 0;
  let figures = 0;
  for (let i = 0; i < n; i++) {
    const word = words.lower[i]!;
    if (FIRST.has(word)) first++;
    if (SECOND.has(word)) second++;
    const code = word.charCodeAt(0);
    if (code >= 48 && code <= 57) figures++;
  }
  const has = (marks: readonly string[]) => (marks.some((m) => text.includes(m)) ? 1 : 0);
  const begins = text.trimStart()[0];
  return Float64Array.of(
    Math.log2(1 + n) / 6,
    n < FEW_WORDS ? 1 : 0,
    Math.min(1, figures / 3),
    begins === "'" || begins === '‘' || has(['“', '"', '”']) ? 1 : 0,
    Math.min(1, first / 3),
    Math.min(1, second / 3),
    has(CONTACT),
    has(['?']),
    has(['£']),
    text.trimEnd().endsWith(':') ? 1 : 0,
    item ? 1 : 0,
  );
}
