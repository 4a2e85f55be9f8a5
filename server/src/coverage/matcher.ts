/**
 * Finds all cues of a lexicon in one pass over the words of a text, however many cues there are.
 *
 * A cue is one or more words. A word of it matches every inflection of itself, whatever the case, with three
 * exceptions: a word written with a capital matches only words that begin with one ("Reading Well"), a word of
 * two or more capitals only itself ("SEND", "IT"), and a word after "=" only that form ("=meeting"). "…" between two
 * words lets up to four others stand there ("help … job"). A cue does not cross the end of a sentence.
 */
import { stemOf, type Words, wordsOf } from './words';

export interface Match<T> {
  /** Positions of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
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
  values: T[] | undefined;
  /** Phrases that are still to be laid from here, when a text first comes by: few texts come by most. */
  pending: (() => Iterable<readonly [path: string, value: T]>)[] | undefined;
}

const LONGEST_GAP = 4;
const GAP = '…';

export class Matcher<T> {
  #nodes = 0;
  readonly #root: Node<T> = this.#node();

  /** `exact` takes every word of the phrase as it is written, capitals and inflection included. */
  add(phrase: string, value: T, exact = false): void {
    this.#addPath(pathOf(phrase, exact), value);
  }

  #addPath(path: string, value: T): void {
    if (path === '') return;
    const end = path.indexOf(' ');
    const first = this.#child(this.#root, end < 0 ? path : path.slice(0, end));
    if (end < 0) addValue(first, value);
    else {
      first.pending ??= [];
      first.pending.push(() => [[path.slice(end + 1), value]]);
    }
  }

  /**
   * Adds all phrases that begin with a key: `following` has a line for each, what comes after that key in its path
   * (`pathOf`), a tab, and a word that `read` makes the value of. They are read when a text first has the key.
   */
  addAll(first: string, following: string, read: (word: string) => T): void {
    const node = this.#child(this.#root, first);
    node.pending ??= [];
    node.pending.push(() =>
      following.split('\n').map((line) => {
        const tab = line.indexOf('\t');
        return [line.slice(0, tab), read(line.slice(tab + 1))];
      }),
    );
  }

  /** All matches, also those that lie in others, by their first word and then from short to long. */
  match(words: Words): readonly Match<T>[] {
    const found: Match<T>[] = [];
    const count = words.stem.length;
    // Gaps lead to one place in many ways: each node is tried once at each word, so that phrases with many gaps
    // (a workspace may write any) take no longer than their length.
    let tried: Set<number> | undefined;
    const walk = (from: Node<T>, first: number, at: number): void => {
      if (at >= count) return;
      if (tried) {
        const place = from.id * count + at;
        if (tried.has(place)) return;
        tried.add(place);
      }
      this.#step(from, words, at, (next) => {
        if (next.pending) this.#lay(next);
        if (next.values) found.push({ first, last: at, values: next.values });
        if (words.breakAfter[at]) return;
        if (next.stems || next.forms || next.exacts || next.capitals) walk(next, first, at + 1);
        if (next.gap) {
          tried ??= new Set();
          for (let k = 1; k <= LONGEST_GAP + 1 && at + k < count; k++) {
            walk(next.gap, first, at + k);
            if (words.breakAfter[at + k]) break;
          }
        }
      });
    };
    for (let first = 0; first < count; first++) {
      tried = undefined;
      walk(this.#root, first, first);
    }
    return found;
  }

  #lay(from: Node<T>): void {
    const { pending = [] } = from;
    from.pending = undefined;
    for (const phrases of pending) {
      for (const [path, value] of phrases()) {
        let current = from;
        if (path !== '') for (const key of path.split(' ')) current = this.#child(current, key);
        addValue(current, value);
      }
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
      values: undefined,
      pending: undefined,
    };
  }

  #child(from: Node<T>, key: string): Node<T> {
    switch (key[0]) {
      case GAP:
        from.gap ??= this.#node();
        return from.gap;
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
    let node = nodes.get(word);
    if (!node) {
      node = this.#node();
      nodes.set(word, node);
    }
    return node;
  }

  #step(from: Node<T>, words: Words, at: number, visit: (next: Node<T>) => void): void {
    const byStem = from.stems?.get(words.stem[at]!);
    if (byStem) visit(byStem);
    const byForm = from.forms?.get(words.lower[at]!);
    if (byForm) visit(byForm);
    const byExact = from.exacts?.get(words.form[at]!);
    if (byExact) visit(byExact);
    if (!from.capitals) return;
    const code = words.form[at]!.charCodeAt(0);
    if (code < 65 || code > 90) return;
    const byCapital = from.capitals.get(words.stem[at]!);
    if (byCapital) visit(byCapital);
  }
}

function addValue<T>(node: Node<T>, value: T): void {
  node.values ??= [];
  if (!node.values.includes(value)) node.values.push(value);
}

/** A phrase as the matcher looks for it: a key for each word, and for each gap its mark, with spaces between. */
export function pathOf(phrase: string, exact = false): string {
  return phrase
    .split(GAP)
    .map((piece) => keysOf(piece, exact).join(' '))
    .join(` ${GAP} `)
    .trim();
}

function keysOf(piece: string, exact: boolean): string[] {
  const { form, lower, start } = wordsOf(piece);
  return form.map((word, i) => {
    if (exact) return `"${word}`;
    if (piece[start[i]! - 1] === '=') return `=${lower[i]!}`;
    if (/^[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z]/.test(word)) return `"${word}`;
    const code = word.charCodeAt(0);
    return code >= 65 && code <= 90 && word.length > 1 ? `^${stemOf(lower[i]!)}` : stemOf(lower[i]!);
  });
}
