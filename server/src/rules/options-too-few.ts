import type { Nodes } from 'mdast';
import type { Block, Draft } from '../draft';
import { BlockMap, headings } from '../draft';
import { endOfSection, presentParts } from './lib/parts';
import type { Rule } from './types';

const NOTHING_DONE =
  /\bdo(?:ing)?\s+nothing\b|\bno\s+change\b|\bstatus\s+quo\b|\b(?:as\s+(?:now|it\s+is|they\s+are)|unchanged)\b|\b(?:keep|continue|carry|go|maintain|retain|leave)\w*\b[^.|]{0,60}\b(?:current|existing|present|on|same|now)\b|\bnot\s+(?:to\s+)?(?:proceed|act|approve)\b|\bbusiness\s+as\s+usual\b/i;

export const optionsTooFew: Rule = {
  id: 'options-too-few',
  group: 'structure',
  severity: 'information',
  what: 'Options that are fewer than three, or without one of doing nothing. They are counted where they are a list, a table or headings.',
  why: 'A decision without real alternatives is easily called in or challenged in court. Doing nothing is the one that every reader has in mind.',
  example: {
    bad: '---\nkind: report\n---\n\n# Ashby library\n\n## Options\n\n1. Close the library.\n2. Move it to the leisure centre.\n',
    good: '---\nkind: report\n---\n\n# Ashby library\n\n## Options\n\n1. Do nothing.\n2. Close the library.\n3. Move it to the leisure centre.\n',
  },
  inDraft({ draft, coverage: { kind } }) {
    const section = presentParts(draft, kind).find(({ part, depth }) => part.id === 'options' && depth <= 6);
    if (!section) return [];
    const end = endOfSection(draft, section.index, section.depth);
    const options = optionsIn(draft, section.index, end);
    // Options told in running text cannot be counted.
    if (options === 0) return [];
    const nothing = draft.blocks
      .slice(section.index + 1, end)
      .some(({ block }) => NOTHING_DONE.test(block.text));
    if (options >= 3 && nothing) return [];
    const few =
      options < 3
        ? `Only ${options === 1 ? 'one option is' : 'two options are'} set out here`
        : 'None of the options is to do nothing';
    return [
      {
        span: section.span,
        message: `${few}, which makes the decision easy to challenge. Give at least three, doing nothing among them, and say why the others were not chosen.`,
      },
    ];
  },
};

const counted = new BlockMap<number>();

function optionsIn(draft: Draft, from: number, end: number): number {
  const below = headings(draft).filter(({ index }) => index > from && index < end);
  const depth = Math.min(...below.map((heading) => heading.depth));
  const counts = [
    below.filter((heading) => heading.depth === depth && /\boption\b|^\W*(?:\d|[a-z]\b)/i.test(heading.text))
      .length,
  ];
  for (let index = from + 1; index < end; index++) counts.push(optionsOf(draft.blocks[index]!.block));
  return Math.max(...counts);
}

function optionsOf(block: Block): number {
  let count = counted.get(block);
  if (count === undefined) {
    const node: Nodes = block.node;
    count =
      node.type === 'list' ? node.children.length : node.type === 'table' ? node.children.length - 1 : 0;
    counted.set(block, count);
  }
  return count;
}
