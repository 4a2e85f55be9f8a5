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
  readonly next: Map<string, Node<T>>;
  readonly id: number;
  /** Where the next word may come after a gap. */
  gap: Node<T> | undefined;
  values: T[] | undefined;
}

const LONGEST_GAP = 4;

export class Matcher<T> {
  #nodes = 0;
  readonly #root: Node<T> = this.#node();

  /** `exact` takes every word of the phrase as it is written, capitals and inflection included. */
  add(phrase: string, value: T, exact = false): void {
    let current = this.#root;
    for (const [i, piece] of phrase.split('…').entries()) {
      if (i > 0) {
        current.gap ??= this.#node();
        current = current.gap;
      }
      for (const key of keysOf(piece, exact)) {
        let next = current.next.get(key);
        if (!next) {
          next = this.#node();
          current.next.set(key, next);
        }
        current = next;
      }
    }
    if (current === this.#root) return;
    current.values ??= [];
    if (!current.values.includes(value)) current.values.push(value);
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
        if (next.values) found.push({ first, last: at, values: next.values });
        if (words.breakAfter[at]) return;
        if (next.next.size > 0) walk(next, first, at + 1);
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

  #node(): Node<T> {
    return { id: this.#nodes++, next: new Map(), gap: undefined, values: undefined };
  }

  #step(from: Node<T>, words: Words, at: number, visit: (next: Node<T>) => void): void {
    const stem = words.stem[at]!;
    const byStem = from.next.get(stem);
    if (byStem) visit(byStem);
    const byForm = from.next.get(`=${words.lower[at]!}`);
    if (byForm) visit(byForm);
    const byExact = from.next.get(`"${words.form[at]!}`);
    if (byExact) visit(byExact);
    const code = words.form[at]!.charCodeAt(0);
    if (code >= 65 && code <= 90) {
      const byCapital = from.next.get(`^${stem}`);
      if (byCapital) visit(byCapital);
    }
  }
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
