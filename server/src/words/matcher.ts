/**
 * Finds all cues of a lexicon in one pass over the words of a text, however many cues there are.
 *
 * A cue is one or more words. Each matches all its inflections in any case, with three exceptions: a word with a
 * capital letter matches only words that begin with one ("Reading Well"), a word of two or more capitals only itself
 * ("SEND", "IT"), and a word after "=" only that form ("=meeting"). "…" between two words matches up to four other
 * words ("help … job"). A cue does not cross the end of a sentence or clause. A phrase that is added as `exact` may
 * contain such a break, and then matches only with it.
 */

import { getOrInsert } from '../util/memoize';
import { perWord } from './per-word';
import { BREAK, beginsWithCapital, GAP, pathOf, plainKeyOf } from './phrase-keys';
import type { Word, Words } from './tokenize';

export interface Match<T> {
  /** Positions of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

/** Phrases by their first key. They are parsed when a text first has a word with that key. */
interface Listed<T> {
  /**
   * The phrases that begin with a key, one on each line: the rest of its path (`pathOf`), a tab, and a word that stands
   * for the value. Undefined where there are none.
   */
  readonly phrasesOf: (key: string) => string | undefined;
  /** Converts that word to the value. */
  readonly read: (word: string) => T;
}

interface Node<T> {
  readonly id: number;
  /**
   * The next nodes, by what their word is compared with: its stem, its form, its written form, or its stem with a
   * capital.
   */
  stems: Map<string, Node<T>> | undefined;
  forms: Map<string, Node<T>> | undefined;
  exacts: Map<string, Node<T>> | undefined;
  capitals: Map<string, Node<T>> | undefined;
  /** The node after a gap. */
  gap: Node<T> | undefined;
  /** The node after a break that the phrase itself contains, such as a bracket. */
  broken: Node<T> | undefined;
  values: T[] | undefined;
  /**
   * Phrases that continue from this node and have not been added to the tree yet. That happens when a text first
   * reaches the node: most are never reached.
   */
  pending: (Rest<T> | (() => readonly Rest<T>[]))[] | undefined;
}

/** The rest of a phrase's path (`pathOf`), and its value. */
type Rest<T> = readonly [path: string, value: T];

/** The search for phrases that begin with word `first` of a text. */
interface Search<T> {
  readonly words: Words;
  /** The number of its words. */
  readonly count: number;
  first: number;
  /** Tried pairs of node and word: gaps lead to the same pair in many ways. */
  tried: Set<number> | undefined;
  /** How many more words after gaps may be tried for this first word. */
  left: number;
  readonly found: Match<T>[];
}

const NO_NODES: readonly never[] = [];
const LONGEST_GAP = 4;

/**
 * The most words after gaps that are tried for one first word. Built-in phrases need some dozens. A workspace may write
 * phrases with two hundred gaps, or thousands of phrases that match everywhere.
 */
const MOST_TRIES = 200;

export class Matcher<T> {
  #nodes = 0;
  readonly #root: Node<T> = this.#node();
  /** The first nodes of phrases that begin with a word; undefined before the first text. */
  #beginningWith: ((word: Word) => readonly Node<T>[]) | undefined;
  /** Keys whose listed phrases have been added. */
  readonly #taken = new Set<string>();

  /**
   * @param listed phrases besides those that are added: there may be thousands, of which a text needs few
   * @param cost how many of the tries a phrase that is found behind a gap uses up
   */
  constructor(
    private readonly listed?: Listed<T>,
    private readonly cost = 0,
  ) {}

  /** @param exact whether every word of the phrase matches only as written, including capitals and inflection */
  add(phrase: string, value: T, exact = false): void {
    // The rest of the phrase is added to the tree when a text first reaches it.
    const first = plainKeyOf(phrase, exact) ?? pathOf(phrase, exact).split(' ', 1)[0]!;
    if (first === '') return;
    this.#beginningWith = undefined;
    leave(this.#child(this.#root, first), () => [[pathOf(phrase, exact).slice(first.length + 1), value]]);
  }

  /** All matches, including those inside others, by their first word and then by length. */
  match(words: Words): readonly Match<T>[] {
    const search: Search<T> = {
      words,
      count: words.stem.length,
      first: 0,
      tried: undefined,
      left: 0,
      found: [],
    };
    this.#beginningWith ??= perWord((word) => this.#beginnings(word));
    for (let first = 0; first < search.count; first++) {
      const begun = this.#beginningWith(words.word[first]!);
      if (begun.length === 0) continue;
      search.first = first;
      search.tried = undefined;
      search.left = MOST_TRIES;
      for (const next of begun) this.#arrive(next, search, first);
    }
    return search.found;
  }

  #beginnings(word: Word): readonly Node<T>[] {
    if (this.listed) this.#takeFrom(this.listed, word);
    const { stems, forms, exacts, capitals } = this.#root;
    const begun = [
      stems?.get(word.stem),
      forms?.get(word.lower),
      exacts?.get(word.form),
      beginsWithCapital(word.form) ? capitals?.get(word.stem) : undefined,
    ].filter((node) => node !== undefined);
    return begun.length > 0 ? begun : NO_NODES;
  }

  /** Adds the listed phrases that begin with a word. */
  #takeFrom({ phrasesOf, read }: Listed<T>, { stem, lower, form }: Word): void {
    for (const key of [stem, `=${lower}`, `"${form}`, `^${stem}`]) {
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
    if (next.values) {
      search.found.push({ first: search.first, last: at, values: next.values });
      if (search.tried) search.left -= this.cost;
    }
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

  /** Moves each pending phrase to the node of its next word. */
  #lay(from: Node<T>): void {
    const { pending = [] } = from;
    from.pending = undefined;
    for (let at = 0; at < pending.length; at++) {
      const rest = pending[at]!;
      if (typeof rest !== 'function') this.#move(from, rest);
      else for (const one of rest()) this.#move(from, one);
    }
  }

  #move(from: Node<T>, [path, value]: Rest<T>): void {
    const end = path.indexOf(' ');
    if (path === '') {
      from.values ??= [];
      if (!from.values.includes(value)) from.values.push(value);
    } else if (end < 0) leave(this.#child(from, path), ['', value]);
    else leave(this.#child(from, path.slice(0, end)), [path.slice(end + 1), value]);
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
