import { align, eachChange, wordsOf } from '.';

/** A piece of a text: the same in both versions, or only in one. */
interface ChangedWords {
  readonly kind: 'same' | 'ins' | 'del';
  readonly text: string;
}

/** The difference between two texts, word by word. What was deleted comes before what replaced it. */
export function changedWords(old: string, now: string): readonly ChangedWords[] {
  const [a, b] = [wordsOf(old), wordsOf(now)];
  const pairs = align(a, b);
  widen(a, b, pairs);
  const out: ChangedWords[] = [];
  const put = (kind: ChangedWords['kind'], words: readonly string[]): void => {
    const text = words.join('');
    const last = out.at(-1);
    if (text === '') return;
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
    else out.push({ kind, text });
  };
  eachChange(pairs, b.length, (from, to, other, end) => {
    put('del', a.slice(from, to));
    put('ins', b.slice(other, end));
    if (to < a.length) put('same', [b[end]!]);
  });
  return out;
}

/** Counts spaces and punctuation between two changes as part of them. */
export function widen(a: readonly string[], b: readonly unknown[], pairs: Int32Array): void {
  const taken = new Set(pairs);
  for (let at = 1; at < a.length - 1; at++) {
    const pair = pairs[at]!;
    if (pair <= 0 || /[\p{L}\p{N}\n]/u.test(a[at]!)) continue;
    const isOldAround = pairs[at - 1] === -1 && pairs[at + 1] === -1;
    const isNewAround = pair < b.length - 1 && !taken.has(pair - 1) && !taken.has(pair + 1);
    if (!isOldAround || !isNewAround) continue;
    pairs[at] = -1;
    taken.delete(pair);
  }
}
