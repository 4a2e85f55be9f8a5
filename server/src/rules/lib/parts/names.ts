import type { Part } from '../../../framework/types';
import { addAll, addTo } from '../../../util/lists';
import { memoized } from '../../../util/memoize';

/** A heading for comparing: small letters, no numbering, no punctuation, no "the", "&" as "and", "(s)" as "s". */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\s*\(?[a-z][.)]\s+/, '')
    .replace(/\(s\)/g, 's')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:section|part|item)\s+)?(?:[\divx]{1,4}\s+)+(?=[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/u, '')
    .trim()
    .replace(/^the (?=[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/u, '');
}

/** The names of a part, for comparing. */
interface Names {
  /** From `normalised`. */
  readonly exact: readonly string[];
  /** From `looseName`. */
  readonly loose: readonly string[];
}

const namesFor = memoized((part: Part): Names => {
  const all = [part.title, ...part.aliases];
  const distinct = (read: (text: string) => string): readonly string[] =>
    [...new Set(all.map(read))].filter((name) => name !== '');
  return { exact: distinct(normalised), loose: distinct(looseName) };
});

/** The names of a part, as `normalised` returns them. */
export function names(part: Part): readonly string[] {
  return namesFor(part).exact;
}

/** What may follow the name of a part in a heading: "Recommendations for cabinet". */
const GOES_ON =
  /^ (?:for|of|to|from|in|on|at|by|and|or|why|that|which|we|considered|appraisal|sought|required|proposed|undertaken|summary|\d+)\b/;

/**
 * The parts among `parts` that a heading announces: it is the name of a part, begins with one, or joins several. Headings
 * that match no name exactly are compared without articles, numbers, plurals, the name of the service and the like: "What
 * was the challenge?", "Our four priorities".
 */
export function partsNamed(title: string, parts: readonly Part[]): readonly Part[] {
  const heading = title.slice(0, LONGEST_HEADING);
  const found = new Set(bestOf(heading, parts, true));
  const pieces = piecesOf(heading);
  if (pieces.length > 1)
    for (const piece of pieces) for (const part of bestOf(piece, parts, false)) found.add(part);
  if (found.size < 2) return [...found];
  return parts.filter((part) => found.has(part));
}

/** How much of a heading is read, in characters. */
const LONGEST_HEADING = 300;

/** The parts by each of their names. */
interface ByName {
  readonly exact: ReadonlyMap<string, readonly Part[]>;
  readonly loose: ReadonlyMap<string, readonly Part[]>;
}

const byName = memoized((parts: readonly Part[]): ByName => {
  const exact = new Map<string, Part[]>();
  const loose = new Map<string, Part[]>();
  for (const part of parts) {
    const own = namesFor(part);
    for (const name of own.exact) addTo(exact, name, part);
    for (const name of own.loose) addTo(loose, name, part);
  }
  return { exact, loose };
});

/** Whether one of the parts has this name, as `normalised` returns it. */
export function isNameOf(name: string, parts: readonly Part[]): boolean {
  return byName(parts).exact.has(name);
}

/** The parts with this name exactly; or else those whose name it begins with; or else those with this loose name. */
function bestOf(text: string, parts: readonly Part[], mayGoOn: boolean): readonly Part[] {
  const { exact, loose } = byName(parts);
  const name = normalised(text);
  const loosely = looseName(text);
  return (
    exact.get(name) ??
    (mayGoOn ? goingOn(name, exact) : undefined) ??
    loose.get(loosely) ??
    (mayGoOn ? goingOn(loosely, loose) : undefined) ??
    []
  );
}

/** The parts whose name a text begins with, and goes on from there. */
function goingOn(text: string, named: ReadonlyMap<string, readonly Part[]>): readonly Part[] | undefined {
  const found: Part[] = [];
  for (let end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', end + 1)) {
    const parts = named.get(text.slice(0, end));
    if (parts && GOES_ON.test(text.slice(end))) addAll(found, parts);
  }
  return found.length > 0 ? found : undefined;
}

/** "Resource and risk implications" joins "Resource implications" and "risk implications". */
const SHARED_NOUN =
  /^[^A-Za-zÀ-ÖØ-ፚḀ-ỹ]*([A-Za-zÀ-ÖØ-ፚḀ-ỹ]+) (?:and|&) [A-Za-zÀ-ÖØ-ፚḀ-ỹ]+ ([A-Za-zÀ-ÖØ-ፚḀ-ỹ]+)$/u;

function piecesOf(heading: string): readonly string[] {
  const pieces = heading
    .replace(/\s+/g, ' ')
    .split(/ and | ?[&,/:–—|?;()] ?| - /)
    .filter((piece) => piece !== '');
  const shared = SHARED_NOUN.exec(heading.trim());
  return shared ? [...pieces, `${shared[1]} ${shared[2]}`] : pieces;
}

/** The parts among `parts` that have the label as a name. */
export function partsLabelled(label: string, parts: readonly Part[]): readonly Part[] {
  return bestOf(label, parts, false);
}

/** The name before “Libraries” in what a service calls itself: the "Southmere" of "Why Southmere Libraries". */
const SERVICE =
  /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-])(?!(?:Why|About|Who|What|Where|How|The|Our)\s)\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]*\s+(?:(?:\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]*|and|&|of|upon|in)\s+){0,4}?(?=(?:Public\s+)?Librar(?:ies|y)\b)/u;
const ASKED_TO =
  /^(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+ ){1,6}(?:is|are) (?:therefore |respectfully )?(?:asked|recommended|invited|requested) (?:to|that)$/u;
/** A question, in which the verb stands before the subject: "What are we asking", "What difference did it make". */
const QUESTION =
  /^((?:what|who|where|how|why|which)(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ]+)?) (is|are|was|were|do|does|did|will|would|can|could|should|have|has) (it|this|we|you|they|i|people|members|residents|users)\b/u;
const WHAT_IS = /^(?:what|which|who|where|how) (?:is|are|was|were) (?=(?:the|our|your|my|their)\b)/;
const TRAILING = / (?:so far|to date|until now|next time)$/;
const DETERMINERS = /\b(?:the|an?|our|your|my|their|its|this|these)\b(?=.)/g;
const LEADING =
  /^(?:(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|key|main|core|headline|project|overall|proposed|strategic) )+(?=[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/u;
/** Forms of verbs that do not end in "ed". */
const IRREGULAR: Readonly<Record<string, string>> = {
  did: 'do',
  done: 'do',
  doing: 'do',
  made: 'make',
  making: 'make',
  learnt: 'learn',
  told: 'tell',
  said: 'say',
  heard: 'hear',
  found: 'find',
};

/** A heading for loose comparing, with shortened words. */
function looseName(heading: string): string {
  const named = heading.replace(SERVICE, '');
  let text = normalised(named);
  if (ASKED_TO.test(text)) return 'asked to';
  text = text
    .replace(QUESTION, (_, first: string, verb: string, subject: string) =>
      /^(?:do|does|did|have|has)$/.test(verb) ? `${first} ${subject}` : `${first} ${subject} ${verb}`,
    )
    .replace(WHAT_IS, '')
    .replace(/ (?:will|shall|have|has)\b/g, '')
    .replace(TRAILING, '')
    .replace(DETERMINERS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(LEADING, '');
  const isQuestion = /^(?:what|who|where|how|why)\b/.test(text);
  return text
    .split(' ')
    .map((word) => stem(word, isQuestion))
    .join(' ');
}

/** A word without a plural ending and, in a question, without the ending of the past tense. */
function stem(word: string, isQuestion: boolean): string {
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2}(?:ch|sh|ss|x))es$/u, '')
    .replace(/(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2}[^siu])s$/u, '');
  if (!isQuestion) return singular;
  const present = Object.hasOwn(IRREGULAR, singular) ? IRREGULAR[singular]! : singular;
  return present.replace(/(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{3})ed?$/u, '');
}
