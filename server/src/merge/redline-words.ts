import { align, eachChange, wordsOf } from '../align';
import { widen } from '../align/changed-words';
import type { By } from '../criticmarkup/types';
import type { Draft } from '../draft/types';
import type { Leaf } from './leaves';
import { Places } from './places';
import type { Splice } from './splices';
import type { Edit } from './types';
import { writeEdits } from './write';

interface Version {
  readonly leaf: Leaf;
  readonly draft: Draft;
}

/** The Markdown of a leaf's content. */
export function sourceOf({ content }: Leaf, draft: Draft): string {
  return draft.text.slice(content.start, content.end);
}

export function redlineWords(
  { leaf: old, draft: oldDraft }: Version,
  { leaf: now, draft }: Version,
  by: By,
): Splice[] {
  if (sourceOf(old, oldDraft) === sourceOf(now, draft)) return [];
  const reader = new Places(now, draft.text);
  const [a, b] = [tokensOf(new Places(old, oldDraft.text)), tokensOf(reader)];
  const pairs = align(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  );
  widen(
    a.map(({ text }) => text),
    b,
    pairs,
  );
  const edits: Edit[] = [];
  let seq = 0;
  eachChange(pairs, b.length, (from, to, other, end) => {
    const start = a[from]?.start ?? old.text.length;
    const stop = to > from ? a[to - 1]!.end : start;
    if (stop > start) edits.push({ kind: 'delete', from: start, to: stop, by, seq: ++seq, endSeq: ++seq });
    if (end === other) return;
    for (const { markdown, look, text } of reader.pieces(b[other]!.start, b[end - 1]!.end)) {
      edits.push({
        kind: 'insert',
        at: stop,
        content: [{ markdown, text, look }],
        by,
        seq: ++seq,
      });
    }
  });
  const writing = {
    draft: oldDraft,
    threads: new Map(),
    removed: [],
    note: () => '',
    picture: () => '',
    target: () => undefined,
  };
  return writeEdits(old, edits, writing);
}

interface Token {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a leaf, each with how it looks: a word that is bold now is another one. */
function tokensOf(places: Places): Token[] {
  let start = 0;
  return wordsOf(places.leaf.text).map((text) => {
    const end = start + text.length;
    const token = {
      text,
      start,
      end,
      key: `${/^\s$/.test(text) && text !== '\n' ? ' ' : text}\0${places.keyOf(start)}`,
    };
    start = end;
    return token;
  });
}
