import type { Coverage } from '../../coverage/types';
import { blockIndexAt, type Change, type Draft, passagesOf, type Span, shifted } from '../../draft';
import { hasInsert } from '../../draft/unfilled';
import { topicsOf } from '../coverage/hover';
import { addDirective, ownDirectives } from '../workspace/convert';

/** A way for the author to overrule what was concluded on a block. */
interface Declaration {
  readonly topic: string;
  readonly title: string;
  readonly change: Change;
  /** Whether nothing here speaks of the topic: one of several that it might argue in words that nobody expects. */
  readonly unsaid?: true;
}

/**
 * What the author may declare on the block at an offset, the likeliest first: that it argues a topic which it was taken
 * to mention only or not at all, that it does not argue one, or that what was taken for a mention is about something
 * else.
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
  const unfilled = passages.every(({ prose }) => hasInsert(prose.text));
  const topics = topicsOf(coverage);
  const here = new Map(
    topics.flatMap(({ topic, passages }) => {
      const said = passages.filter((passage) => passage.placed.start === placed.start);
      if (said.length === 0) return [];
      // What stands around it is about its heading or its paper.
      const words = said.flatMap(({ reasons }) => reasons.filter(({ why }) => why !== 'context')).length;
      const arguing = said.filter(({ state }) => state !== 'mentioned');
      const at = offset - placed.start;
      // Of the items of a list, only those that argue it are taken for an argument.
      const atCursor = arguing.some(({ passage: { span } }) => span.start <= at && at <= span.end);
      return [[topic.id, { argues: arguing.length > 0, atCursor, words }] as const];
    }),
  );
  const declared = declaredAbove(draft, index) !== undefined;
  const argued = topics.map(({ topic }) => topic.id).filter((id) => here.get(id)?.argues);
  const ranked = topics.flatMap(({ topic, asked, state }): Ranked[] => {
    const said = here.get(topic.id);
    if (unfilled && !said?.argues) return [];
    if (!said && !(all && asked && state === 'missing')) return [];
    const others = argued.filter((id) => id !== topic.id);
    const declare = (rank: number, verdict: string, ids: readonly string[]): Ranked => ({
      rank,
      words: said?.words ?? 0,
      topic: topic.id,
      title: `Say that this ${verdict} “${topic.title}”`,
      change: covers(draft, index, ids),
    });
    const argues = (rank: number): Ranked => declare(rank, 'argues', [...argued, topic.id]);
    // Where its author has declared something before, they may want to take that back.
    if (!said) return [declared ? argues(4) : { ...argues(4), unsaid: true }];
    if (said.argues) return said.atCursor ? [declare(3, 'does not argue', others)] : [];
    // What the draft is held to and only mentions has a finding, which its author may want to answer.
    return [argues(asked ? 0 : 2), declare(asked ? 1 : 5, 'is not about', others)];
  });
  return ranked.sort((a, b) => a.rank - b.rank || b.words - a.words);
}

/** A declaration and how likely it is: the lower the rank, and the more words here are on its topic, the likelier. */
interface Ranked extends Declaration {
  readonly rank: number;
  readonly words: number;
}

/** Writes or changes the comment above a block that says which topics it argues. */
function covers(draft: Draft, index: number, ids: readonly string[]): Change {
  const comment = `<!-- advocacy-covers ${ids.length > 0 ? ids.join(', ') : 'none'} -->`;
  const span = declaredAbove(draft, index);
  return span ? { span, text: comment } : addDirective(draft, index, comment);
}

/** Where the comment above a block stands that says which topics it argues. */
function declaredAbove(draft: Draft, index: number): Span | undefined {
  const above = draft.blocks[index - 1];
  const directive = above && ownDirectives(above.block).find(({ name }) => name === 'covers');
  return directive && shifted(directive.span, above.start);
}
