import type { PhrasingContent } from 'mdast';
import { align, eachChange } from '../align';
import { changedWords } from '../align/changed-words';
import { attributionText } from '../criticmarkup/comment-text';
import type { By } from '../criticmarkup/types';
import type { Draft } from '../draft/types';
import type { WordBlock } from './markup/blocks';
import { codeRun } from './markup/runs';
import { changeEnd, changeStart } from './package/tracked';

/** The change of a whole block: added, deleted, or (for code that is kept) its earlier text. */
export type BlockChange = 'ins' | 'del' | { readonly was: string };

/** The changes since an earlier version that an export shows besides the CriticMarkup of its draft. */
export interface ChangesSince {
  /** Both versions, as separate drafts. */
  readonly before: Draft;
  readonly now: Draft;
  readonly by: By;
  /** Changes that CriticMarkup cannot mark, by position of the block in the draft with the changes. */
  readonly blocks: ReadonlyMap<number, BlockChange>;
  /** Positions of each version's blocks in the draft with the changes. */
  readonly places: Readonly<Record<'before' | 'now', ReadonlyMap<number, number>>>;
}

/** Marks blocks, with their paragraph marks, as added or deleted. */
export function markAsChanged(blocks: readonly WordBlock[], kind: 'ins' | 'del', by: By): void {
  for (const block of blocks)
    if (typeof block !== 'string') block.around = [changeStart(kind, by), changeEnd(kind)];
}

/**
 * Writes a text with the changes since its earlier wording, word by word.
 *
 * @param write returns the runs for a piece of the text
 */
export function changedRuns(
  was: string | undefined,
  now: string | undefined,
  by: By | undefined,
  write: (text: string) => string,
): string {
  if (by === undefined || was === now) return now === undefined ? '' : write(now);
  return changedWords(was ?? '', now ?? '')
    .map(({ kind, text }) => (kind === 'same' ? write(text) : changed(write(text), kind, by)))
    .join('');
}

/** Like `changedRuns`, as mdast nodes. */
export function changedNodes(
  was: string | undefined,
  now: string | undefined,
  by: By,
): readonly PhrasingContent[] {
  return changedWords(was ?? '', now ?? '').flatMap(({ kind, text }): PhrasingContent[] => {
    const children = [{ type: 'text' as const, value: text }];
    if (kind === 'same') return children;
    const type = kind === 'ins' ? ('criticInsertion' as const) : ('criticDeletion' as const);
    return [
      { type, children },
      { type: 'criticComment', value: attributionText(by) },
    ];
  });
}

/** Marks runs as added or deleted. */
export function changed(runs: string, kind: 'ins' | 'del', by: By): string {
  return changeStart(kind, by) + runs + changeEnd(kind);
}

/** Writes code with the changes since its earlier version, line by line. */
export function changedCode(was: string, now: string, by: By): string {
  const [a, b] = [was.split('\n'), now.split('\n')];
  const pairs = align(a, b);
  const first = pairs.findIndex((pair) => pair !== -1);
  let out = '';
  // A changed line includes the line end above it; lines above the first unchanged one include the line end below.
  const put = (lines: readonly string[], kind: 'ins' | 'del' | undefined, at: number): void => {
    if (lines.length === 0) return;
    const text = lines.join('\n');
    const isAlone = first === -1 || (kind === undefined && at === first);
    const run = codeRun(isAlone ? text : at === first ? `${text}\n` : `\n${text}`);
    out += kind === undefined ? run : changed(run, kind, by);
  };
  eachChange(pairs, b.length, (from, to, other, end) => {
    put(a.slice(from, to), 'del', to);
    put(b.slice(other, end), 'ins', to);
    if (to < a.length) put([a[to]!], undefined, to);
  });
  return out;
}
