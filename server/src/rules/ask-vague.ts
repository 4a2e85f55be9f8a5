import { type Block, perBlock } from '../draft';
import { Grammar } from '../words/grammar';
import data from './data/asks.json';
import { unreachable } from './lib/parts/reply';
import { rule } from './lib/rule';
import { openPhrasesIn } from './lib/wording/open-phrases';
import type { Problem } from './types';

/** Requests that say neither what somebody is to do nor with what. */
const VAGUE_ASKS: readonly {
  readonly pattern: string;
  /** What it leaves open, as a question to its writer. */
  readonly open: string;
  /** Whether it leaves that open only at the end of its sentence. */
  readonly ends?: boolean;
}[] = data.vague;

const grammar = new Grammar(
  data.vagueWords,
  VAGUE_ASKS.map(({ pattern, open }) => [pattern, open] as const),
);

const AT_END = new Set(VAGUE_ASKS.flatMap(({ ends, open }) => (ends ? [open] : [])));

const vagueIn = perBlock((block: Block): readonly Problem[] => {
  const { type } = block.node;
  if (type === 'heading' || type === 'table') return [];
  return openPhrasesIn(
    block,
    grammar,
    (words, open) => `“${words}” leaves the reader free to do nothing. ${open}`,
    (rest, _, open) => AT_END.has(open) && /\w/.test(rest),
  );
});

export const askVague = rule('ask-vague', {
  inBlock: ({ block }) => vagueIn(block),
  inDraft: ({ draft }) => unreachable(draft),
});
