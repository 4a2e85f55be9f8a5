import type { Block } from '../draft';
import { perBlock } from '../draft/block-map';
import { sentences } from '../draft/sentences';
import { Grammar } from '../english/grammar';
import { wordsOf } from '../words/words';
import data from './data/asks.json';
import { ownWords, quotedIn } from './lib/prose';
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

/** The first vague request of each sentence. */
const vagueIn = perBlock((block: Block): readonly Problem[] => {
  const { type } = block.node;
  if (type === 'heading' || type === 'table') return [];
  return ownWords(block).flatMap(({ prose }): readonly Problem[] => {
    const { text } = prose;
    const words = wordsOf(text);
    const found = [...grammar().find(words)];
    if (found.length === 0) return [];
    const isQuoted = quotedIn(text);
    return sentences(text).flatMap((sentence): readonly Problem[] => {
      const ask = found.find(
        ({ first, last }) =>
          words.start[first]! >= sentence.start &&
          words.end[last]! <= sentence.end &&
          !isQuoted(words.start[first]!, words.end[last]!),
      );
      if (!ask) return [];
      const [start, end] = [words.start[ask.first]!, words.end[ask.last]!];
      return [
        {
          span: prose.toSource(start, end),
          message: `“${text.slice(start, end).replace(/\s+/g, ' ')}” leaves the reader free to do nothing. ${ask.value}`,
        },
      ];
    });
  });
});

export const askVague: Rule = {
  id: 'ask-vague',
  group: 'structure',
  severity: 'information',
  readsEnglish: true,
  what: 'A request that can be granted without doing anything: to support the direction of travel, to note a success, to do all things necessary, a conversation that would be welcome. Quotations are left alone.',
  why: 'A reader who agrees must know what happens next. A vague request gets a kind answer, and power without limits is struck out in committee.',
  example: {
    bad: '---\nkind: report\n---\n\n# Repair café\n\n## Recommendation\n\nThe Board is asked to support the direction of travel.\n',
    good: '---\nkind: report\n---\n\n# Repair café\n\n## Recommendation\n\nThe Board is asked to open two more cafés by May, at £1,800 a year.\n',
  },
  inBlock: ({ block }) => vagueIn(block),
};
