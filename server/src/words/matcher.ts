/**
 * Finds all cues of a lexicon in one pass over the words of a text, however many cues there are.
 *
 * A cue is one or more words. A word of it matches every inflection of itself, whatever the case, with three
 * exceptions: a word written with a capital matches only words that begin with one ("Reading Well"), a word of
 * two or more capitals only itself ("SEND", "IT"), and a word after "=" only that form ("=meeting"). "…" between two
 * words lets up to four others stand there ("help … job"). A cue does not cross the end of a sentence; a phrase that is
 * taken exactly crosses whatever break it has itself.
 */

import { getOrInsert } from '../memoize';
import { BREAK, beginsWithCapital, GAP, pathOf, plainKeyOf } from './phrase-keys';
import { WordMemory } from './word-memory';
import type { Words } from './words';

export interface Match<T> {
  /** Positions of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

/** Phrases by the key that they begin with, which are taken apart when a text first has that key. */
interface Listed<T> {
  /** Of a key, undefined where it has none: a line for each: what comes after the key in its path (`pathOf`), a tab, and a word. */
  readonly phrasesOf: (key: string) => string | undefined;
  /** What the word says of the value. */
  readonly read: (word: string) => T;
}

interface Node<T> {
  readonly id: number;
  /** The nodes after it, by what their word is compared by: its stem, its form, itself, or its stem with a capital. */
  stems: Map<string, Node<T>> | undefined;
  forms: Map<string, Node<T>> | undefined;
  exacts: Map<string, Node<T>> | undefined;
  capitals: Map<string, Node<T>> | undefined;
  /** Where the next word may come after a gap. */
  gap: Node<T> | undefined;
  /** Where the next word comes after a bracket or another break that the phrase has itself. */
  broken: Node<T> | undefined;
  values: T[] | undefined;
  /** Phrases that are still to be laid from here, when a text first comes by: few texts come by most. */
  pending: (Rest<T> | (() => readonly Rest<T>[]))[] | undefined;
}

/** What is left of a phrase, as `pathOf` has it, and its value. */
type Rest<T> = readonly [path: string, value: T];

/** A text that is being looked through, from its word `first`. */
interface Search<T> {
  readonly words: Words;
  /** Of its words. */
  readonly count: number;
  first: number;
  /** Gaps lead to one place in many ways: each node is tried once at each word. */
  tried: Set<number> | undefined;
  /** How many places may still be tried behind gaps for phrases that begin with its word. */
  left: number;
  readonly found: Match<T>[];
}

const NO_NODES: readonly never[] = [];
const LONGEST_GAP = 4;

/**
 * The most places that are tried behind gaps for one word. Our own phrases need some dozen; a workspace may write two
 * hundred words with gaps between, or thousands of phrases that lead from each word of a text to each.
 */
const MOST_TRIES = 200;

export class Matcher<T> {
  #nodes = 0;
  readonly #root: Node<T> = this.#node();
  /** By a word as written, the nodes of phrases that begin with it: every word of every text is asked for. */
  readonly #firsts = new WordMemory<readonly Node<T>[]>(6000);
  /** Keys whose listed phrases have been added. */
  readonly #taken = new Set<string>();

  /** @param listed phrases that it knows besides those that are added: thousands, of which a text needs few */
  constructor(private readonly listed?: Listed<T>) {}

  /** `exact` takes every word of the phrase as it is written, capitals and inflection included. */
  add(phrase: string, value: T, exact = false): void {
    // The rest of a phrase is laid when a text first comes to it: most of thousands are never met.
    const first = plainKeyOf(phrase, exact) ?? pathOf(phrase, exact).split(' ', 1)[0]!;
    if (first === '') return;
    if (this.#firsts.size > 0) this.#firsts.clear();
    leave(this.#child(this.#root, first), () => [[pathOf(phrase, exact).slice(first.length + 1), value]]);
  }

  /** All matches, also those that lie in others, by their first word and then from short to long. */
  match(words: Words): readonly Match<T>[] {
    const search: Search<T> = {
      words,
      count: words.stem.length,
      first: 0,
      tried: undefined,
      left: 0,
      found: [],
    };
    for (let first = 0; first < search.count; first++) {
      const begun = this.#beginningWith(words, first);
      if (begun.length === 0) continue;
      search.first = first;
      search.tried = undefined;
      search.left = MOST_TRIES;
      for (const next of begun) this.#arrive(next, search, first);
    }
    return search.found;
  }

  /** The nodes of phrases that begin with a word. */
  #beginningWith(words: Words, at: number): readonly Node<T>[] {
    const form = words.form[at]!;
    let begun = this.#firsts.get(form);
    if (!begun) {
      if (this.listed) this.#takeFrom(this.listed, words, at);
      begun = this.#beginnings(words, at);
      this.#firsts.set(form, begun);
    }
    return begun;
  }

  #beginnings(words: Words, at: number): readonly Node<T>[] {
    const { stems, forms, exacts, capitals } = this.#root;
    const begun = [
      stems?.get(words.stem[at]!),
      forms?.get(words.lower[at]!),
      exacts?.get(words.form[at]!),
      beginsWithCapital(words.form[at]!) ? capitals?.get(words.stem[at]!) : undefined,
    ].filter((node) => node !== undefined);
    return begun.length > 0 ? begun : NO_NODES;
  }

  /** Adds the listed phrases that begin with a word, where it is met for the first time. */
  #takeFrom({ phrasesOf, read }: Listed<T>, words: Words, at: number): void {
    const stem = words.stem[at]!;
    const form = words.form[at]!;
    for (const key of [stem, `=${words.lower[at]!}`, `"${form}`, `^${stem}`]) {
      if (this.#taken.has(key)) continue;
      const phrases = phrasesOf(key);
      if (phrases === undefined) continue;
      this.#taken.add(key);
      leave(this.#child(this.#root, key), () =>
        phrases.split('\n').map((line) => {
          const tab = line.indexOf('\t');
          return [line.slice(0, tab), read(line.slice(tab + 1))];
        }),
      );
    }
  }

  #walk(from: Node<T>, search: Search<T>, at: number): void {
    if (at >= search.count || search.left < 0) return;
    const { tried } = search;
    if (tried) {
      const place = from.id * search.count + at;
      if (tried.has(place)) return;
      tried.add(place);
      if (--search.left < 0) return;
    }
    const { words } = search;
    const { stems, forms, exacts, capitals } = from;
    const byStem = stems?.get(words.stem[at]!);
    if (byStem) this.#arrive(byStem, search, at);
    const byForm = forms?.get(words.lower[at]!);
    if (byForm) this.#arrive(byForm, search, at);
    const asWritten = exacts?.get(words.form[at]!);
    if (asWritten) this.#arrive(asWritten, search, at);
    const byCapital = capitals && beginsWithCapital(words.form[at]!) && capitals.get(words.stem[at]!);
    if (byCapital) this.#arrive(byCapital, search, at);
  }

  #arrive(next: Node<T>, search: Search<T>, at: number): void {
    if (next.pending) this.#lay(next);
    if (next.values) search.found.push({ first: search.first, last: at, values: next.values });
    const { breakAfter } = search.words;
    if (breakAfter[at]) {
      if (next.broken?.pending) this.#lay(next.broken);
      if (next.broken) this.#walk(next.broken, search, at + 1);
      return;
    }
    if (next.stems || next.forms || next.exacts || next.capitals) this.#walk(next, search, at + 1);
    if (!next.gap) return;
    if (next.gap.pending) this.#lay(next.gap);
    search.tried ??= new Set();
    for (let k = 1; k <= LONGEST_GAP + 1 && at + k < search.count && search.left >= 0; k++) {
      this.#walk(next.gap, search, at + k);
      if (breakAfter[at + k]) break;
    }
  }

  /** Leaves each phrase to the node of its next word. */
  #lay(from: Node<T>): void {
    const { pending = [] } = from;
    from.pending = undefined;
    for (const [path, value] of pending.flatMap((rest) => (typeof rest === 'function' ? rest() : [rest]))) {
      const end = path.indexOf(' ');
      if (path === '') {
        from.values ??= [];
        if (!from.values.includes(value)) from.values.push(value);
      } else if (end < 0) leave(this.#child(from, path), ['', value]);
      else leave(this.#child(from, path.slice(0, end)), [path.slice(end + 1), value]);
    }
  }

  #node(): Node<T> {
    return {
      id: this.#nodes++,
      stems: undefined,
      forms: undefined,
      exacts: undefined,
      capitals: undefined,
      gap: undefined,
      broken: undefined,
      values: undefined,
      pending: undefined,
    };
  }

  #child(from: Node<T>, key: string): Node<T> {
    switch (key[0]) {
      case GAP:
        from.gap ??= this.#node();
        return from.gap;
      case BREAK:
        from.broken ??= this.#node();
        return from.broken;
      case '=':
        from.forms ??= new Map();
        return this.#in(from.forms, key.slice(1));
      case '"':
        from.exacts ??= new Map();
        return this.#in(from.exacts, key.slice(1));
      case '^':
        from.capitals ??= new Map();
        return this.#in(from.capitals, key.slice(1));
      default:
        from.stems ??= new Map();
        return this.#in(from.stems, key);
    }
  }

  #in(nodes: Map<string, Node<T>>, word: string): Node<T> {
    return getOrInsert(nodes, word, () => this.#node());
  }
}

function leave<T>(node: Node<T>, rest: Rest<T> | (() => readonly Rest<T>[])): void {
  node.pending ??= [];
  node.pending.push(rest);
}
