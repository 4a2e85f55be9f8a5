import { plainCode } from '../import/escape';
import { textOf } from './edits';
import type { Leaf } from './leaves';
import type { Edit } from './types';

/**
 * Replaces indivisible source that an edit touches as a whole: it is deleted, and what is left of it is inserted after
 * it.
 */
export function replaceIndivisible(leaf: Leaf, edits: readonly Edit[]): Edit[] {
  let out = [...edits];
  for (const piece of leaf.pieces) {
    if (piece.exact || piece.end - piece.start < 2) continue;
    const touches = (edit: Edit): boolean =>
      (edit.kind === 'delete' &&
        edit.from < piece.end &&
        edit.to > piece.start &&
        !(edit.from <= piece.start && edit.to >= piece.end)) ||
      (edit.kind === 'insert' && edit.at > piece.start && edit.at < piece.end);
    const own = out.filter(touches);
    const first = own[0];
    if (first === undefined || !('by' in first)) continue;
    let text = '';
    for (let at = piece.start; at <= piece.end; at++) {
      for (const edit of own) if (edit.kind === 'insert' && edit.at === at) text += textOf(edit.content);
      if (at === piece.end) break;
      const isGone = own.some((edit) => edit.kind === 'delete' && edit.from <= at && edit.to > at);
      if (!isGone) text += leaf.text[at];
    }
    const rest = own.flatMap((edit): Edit[] => {
      if (edit.kind !== 'delete') return [];
      return [
        ...(edit.from < piece.start ? [{ ...edit, to: piece.start }] : []),
        ...(edit.to > piece.end ? [{ ...edit, from: piece.end }] : []),
      ];
    });
    const { by, seq } = first;
    const markdown = piece.node.type === 'inlineCode' ? plainCode(text) : text;
    const edit = { by, seq, endSeq: seq };
    const made: Edit[] = [
      { kind: 'delete', from: piece.start, to: piece.end, ...edit },
      ...(text === ''
        ? []
        : [{ kind: 'insert' as const, at: piece.end, content: [{ markdown, text }], by, seq }]),
      ...rest,
    ];
    out = [...out.filter((one) => !touches(one)), ...made].sort((a, b) => seqOf(a) - seqOf(b));
  }
  return out;
}

function seqOf(edit: Edit): number {
  return 'seq' in edit ? edit.seq : 0;
}
