import type { Nodes, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Block, type Draft, headings, perBlock } from '../draft';
import { greatest, least } from '../util/lists';
import { sectionOf } from './lib/parts/present';
import { rule } from './lib/rule';

/** Where an option begins: a line, a cell, or behind its number or name. */
const STARTS = String.raw`(?:^|[|:–—.)]|\s-)[\s*_#>-]{0,20}`;
const NOTHING_DONE = new RegExp(
  [
    String.raw`\bdo(?:ing)?\s+nothing\b|\bno\s+(?:change|action)\b|\bstatus\s+quo\b|\bbusiness\s+as\s+usual\b|\bunchanged\b`,
    String.raw`\bas\s+(?:now|is|before|it\s+is|they\s+are|we\s+are|things\s+(?:are|stand)|it\s+stands)\b`,
    String.raw`\b(?:keep|continu|carry|go|maintain|retain|leav|stay|remain)\w*\b[^.|]{0,60}\b(?:current|existing|present|on|same|now)\b`,
    String.raw`\bnot\s+(?:to\s+)?(?:proceed|act|approve)\b|\b(?:is|are|be)\s+not\s+to\s+\w`,
    String.raw`${STARTS}(?:do\s+not|don['’]t|not\s+\w+ing|no\s+bid|same\s+(?!as\b)\w+|reject|declin(?:e|ing)|refus(?:e|ing)|turn(?:ing)?\s+down)\b(?!\s+recommend)`,
    // What ends of itself, and costs nothing: “A. End the programme | £0”.
    String.raw`${STARTS}(?:[A-Za-z\d][.)]?\s+)?(?:end|stop|cease|let|allow)\b[^|\n]{0,60}\|\s*(?:£0|nil)\s*(?:\||$)`,
  ].join('|'),
  'im',
);
/** A heading under which the option that is recommended is not listed. */
const BESIDE = /\b(?:alternatives?|other|reject\w*|discounted|dismissed)\b/i;

export const optionsTooFew = rule('options-too-few', {
  inDraft({ draft, coverage: { kind } }) {
    const section = sectionOf(draft, kind, 'options');
    if (!section) return [];
    const { index, end } = section;
    const listed = optionsIn(draft, index, end);
    const beside = BESIDE.test(draft.blocks[index]!.block.text);
    // Options told in running text cannot be counted, and one by itself is something else.
    if (listed < (beside ? 1 : 2)) return [];
    const options = beside ? listed + 1 : listed;
    const nothing = draft.blocks.slice(index + 1, end).some(({ block }) => hasNothingDone(block));
    if (options >= 3 && nothing) return [];
    const few =
      options < 3
        ? `Only ${listed > 1 ? 'two options are' : 'one other option is'} set out here`
        : 'None of the options is to do nothing';
    return [
      {
        span: section.span,
        message: `${few}, which makes the decision easy to challenge. Give at least three, doing nothing among them, and say why the others were not chosen.`,
      },
    ];
  },
});

function optionsIn(draft: Draft, from: number, end: number): number {
  const below = headings(draft).filter(({ index }) => index > from && index < end);
  const depth = least(below.map((heading) => heading.depth));
  const counts = [
    below.filter((heading) => heading.depth === depth && /\boption\b|^\W*(?:\d|[a-z]\b)/i.test(heading.text))
      .length,
  ];
  const blocks = draft.blocks.slice(from + 1, end).map(({ block }) => block);
  for (const block of blocks) counts.push(optionsOf(block));
  const most = greatest(counts);
  // A list may be of something else than the options that the text numbers.
  return most === 0 ? 0 : Math.max(most, labelsIn(blocks));
}

/** How many options are named by a number or a letter: "Option 1", "Option B". */
function labelsIn(blocks: readonly Block[]): number {
  const labels = new Set<string>();
  for (const block of blocks) for (const label of labelsOf(block)) labels.add(label);
  return labels.size;
}

const hasNothingDone = perBlock(({ text }) => NOTHING_DONE.test(text.replace(/[*_]/g, '')));

const labelsOf = perBlock(({ text }) =>
  Array.from(text.matchAll(/\b[Oo](?:ption|PTION)\s+(\d{1,2}|[A-Z])\b/g), ([, label]) => label!),
);

const optionsOf = perBlock((block: Block): number => {
  const node: Nodes = block.node;
  return node.type === 'list' ? node.children.length : node.type === 'table' ? optionsInTable(node) : 0;
});

/** What stands above the names of what options are compared by. */
const CRITERIA =
  /^(?:criteri(?:on|a)|factors?|measures?|considerations?|aspects?|features?|questions?|tests?)$/i;
const OPTION = /^\W*option\s+(?:\d|[a-z]\b)/i;

/** A table has an option in each row, or in each column where its head names options. */
function optionsInTable({ children: [head, ...rows] }: Table): number {
  const [corner, ...columns] = (head?.children ?? []).map((cell) => textOf(cell).trim());
  const isOption = (text: string): boolean => OPTION.test(text) || NOTHING_DONE.test(text);
  const inRows = rows.some(({ children: [first] }) => first !== undefined && isOption(textOf(first).trim()));
  if (!inRows && columns.some(isOption)) return columns.length;
  return CRITERIA.test(corner ?? '') ? Math.max(columns.length, rows.length) : rows.length;
}
