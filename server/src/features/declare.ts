import { isUnfilled } from '../coverage/claims';
import type { Coverage } from '../coverage/types';
import { passagesOf } from '../draft';
import type { Change, Draft } from '../draft/types';
import { addDirective, blockIndexAt, ownDirectives } from './convert';
import { topicsOf } from './hover';

/** A way for the author to overrule what was concluded on a block. */
export interface Declaration {
  readonly topic: string;
  readonly title: string;
  readonly change: Change;
}

/**
 * What the author may declare on the block at an offset: that it argues a topic which it was taken to mention only
 * or not at all, that it does not argue one, or that what was taken for a mention is about something else.
 *
 * @param all Also topics that the draft is held to and misses everywhere.
 */
export function declarationsAt(
  draft: Draft,
  coverage: Coverage,
  offset: number,
  all: boolean,
): readonly Declaration[] {
  const index = blockIndexAt(draft, offset);
  const placed = draft.blocks[index];
  const passages = placed ? passagesOf(placed.block).filter((passage) => !passage.inFootnote) : [];
  if (!placed || passages.length === 0) return [];
  // What is still to be filled in is no argument, whatever its author declares.
  const unfilled = passages.every(({ prose }) => isUnfilled(prose.text));
  const topics = topicsOf(coverage);
  const here = new Map(
    topics.flatMap(({ topic, passages }) => {
      const states = passages
        .filter((passage) => passage.placed.start === placed.start)
        .map(({ state }) => state);
      if (states.length === 0) return [];
      return [[topic.id, states.some((state) => state !== 'mentioned')] as const];
    }),
  );
  const argued = topics.map(({ topic }) => topic.id).filter((id) => here.get(id));
  return topics.flatMap(({ topic, asked, state }): Declaration[] => {
    const argues = here.get(topic.id);
    if (unfilled && !argues) return [];
    if (argues === undefined && !(all && asked && state === 'missing')) return [];
    const others = argued.filter((id) => id !== topic.id);
    const declare = (verdict: string, ids: readonly string[]): Declaration => ({
      topic: topic.id,
      title: `This ${verdict} “${topic.title}”`,
      change: covers(draft, index, ids),
    });
    if (argues) return [declare('does not argue', others)];
    return [
      declare('does argue', [...argued, topic.id]),
      ...(argues === false ? [declare('is not about', others)] : []),
    ];
  });
}

/** Writes or changes the comment above a block that says which topics it argues. */
function covers(draft: Draft, index: number, ids: readonly string[]): Change {
  const comment = `<!-- advocacy-covers ${ids.length > 0 ? ids.join(', ') : 'none'} -->`;
  const above = draft.blocks[index - 1];
  const directive = above && ownDirectives(above.block).find(({ name }) => name === 'covers');
  if (!directive) return addDirective(draft, index, comment);
  const { start, end } = directive.span;
  return { span: { start: above.start + start, end: above.start + end }, text: comment };
}
