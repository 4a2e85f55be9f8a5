/** Footnotes that are still to be filled in name no source yet, whatever refers to them. */
import { BlockFinder } from '../draft';
import type { Block, Draft } from '../draft/types';
import type { CoveredPassage, State } from './types';
import { STATES } from './types';

const finder = new BlockFinder(emptyNote);

function emptyNote({ node, text }: Block): string | undefined {
  return node.type === 'footnoteDefinition' && /\[insert\s/i.test(text) ? node.identifier : undefined;
}

const known = new WeakMap<Draft, ReadonlySet<string>>();

/** Labels of the draft's footnotes in which a placeholder is left. */
export function emptyNotes(draft: Draft): ReadonlySet<string> {
  let labels = known.get(draft);
  if (!labels) {
    labels = new Set(finder.in(draft, undefined).map(({ found }) => found));
    known.set(draft, labels);
  }
  return labels;
}

/** A passage whose figures have no source but such footnotes argues, and proves nothing yet. */
export function withoutEmptyNotes(covered: CoveredPassage, empty: ReadonlySet<string>): CoveredPassage {
  const { state, passage, reasons } = covered;
  if (state !== 'evidenced' || passage.footnotes.length === 0) return covered;
  const proved = reasons.some(({ why }) => why === 'source' || why === 'quotation' || why === 'author');
  return proved || passage.footnotes.some((label) => !empty.has(label))
    ? covered
    : { ...covered, state: 'argued' };
}

/** The highest state of some passages. */
export function highest(passages: readonly CoveredPassage[]): State {
  return STATES[Math.max(0, ...passages.map(({ state }) => STATES.indexOf(state)))]!;
}
