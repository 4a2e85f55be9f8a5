import type { Block } from '../draft';
import { perBlock } from '../draft/block-map';
import { Grammar } from '../english/grammar';
import data from './data/asks.json';
import { openPhrasesIn } from './lib/open-phrases';
import type { Problem, Rule } from './types';

/** Requests that say neither what somebody is to do nor with what, each with a sentence that asks so, and one that is near and does not. */
export const VAGUE_ASKS: readonly {
  readonly pattern: string;
  /** What it leaves open, as a question to its writer. */
  readonly open: string;
  readonly vague: string;
  readonly clear: string;
}[] = data.vague;

let compiled: Grammar<string> | undefined;

function grammar(): Grammar<string> {
  compiled ??= new Grammar(
    data.vagueWords,
    VAGUE_ASKS.map(({ pattern, open }) => [pattern, open] as const),
  );
  return compiled;
}

const vagueIn = perBlock((block: Block): readonly Problem[] => {
  const { type } = block.node;
  if (type === 'heading' || type === 'table') return [];
  return openPhrasesIn(
    block,
    grammar(),
    (words, open) => `“${words}” leaves the reader free to do nothing. ${open}`,
  );
});

export const askVague: Rule = {
  id: 'ask-vague',
  group: 'structure',
  severity: 'information',
  readsEnglish: true,
  what: 'A request that can be granted without doing anything: to support the direction of travel, to note a success, to do all things necessary, whatever the reader can, a conversation or views that would be welcome. Quotations are left alone.',
  why: 'A reader who agrees must know what happens next. A vague request gets a kind answer, and power without limits is struck out in committee.',
  example: {
    bad: '---\nkind: report\n---\n\n# Repair café\n\n## Recommendation\n\nThe Board is asked to support the direction of travel.\n',
    good: '---\nkind: report\n---\n\n# Repair café\n\n## Recommendation\n\nThe Board is asked to open two more cafés by May, at £1,800 a year.\n',
  },
  inBlock: ({ block }) => vagueIn(block),
};
