/** Which kind of Markdown block a block of a Word document becomes, and what it stands in: an item or a quotation. */
import type { Block, ListPlace, Paragraph } from '../docx/model';
import { hasContent } from '../docx/review';
import { QUOTE_STEP } from '../word/styles/names';

/** Names of styles (`w:name`, in small letters) that become blocks of Markdown. */
const QUOTE =
  /^(?:intense quote|quote|quote (?:list|continue)|block ?text|block ?quot(?:e|ation)|quotations?)$/;
const ALERT = /^alert \w+$/;
const CODE = /^(?:source code|preformatted text|code(?: block)?|macro(?: text)?)$/;
const LABELLED = /^alert \w+ label$/;
const RULE = /^horizontal (?:rule|line)$/;
/** A further paragraph of a list item. */
const CONTINUED = /^(?:list continue(?: \d)?|quote continue)$/;
/** What our export puts between blocks that would be one. */
const GAP = /^(?:block|table) gap$/;
/** An item of a list in a quotation. */
const QUOTED_ITEM = 'quote list';

type Kind = 'heading' | 'item' | 'quote' | 'code' | 'rule' | 'text' | 'table';

export function kindOf(block: Block): Kind {
  if (block.type === 'table') return 'table';
  const { styles, heading, list, rule, inlines } = block;
  if (rule || (styles.some((name) => RULE.test(name)) && !inlines.some(hasContent))) return 'rule';
  if (heading !== undefined) return 'heading';
  if (list !== undefined && !list.outline) return styles[0] === QUOTED_ITEM ? 'quote' : 'item';
  if (!inlines.some(hasContent)) return 'text';
  if (styles.some((name) => QUOTE.test(name))) return 'quote';
  return styles.some((name) => CODE.test(name)) ? 'code' : 'text';
}

/** Whether a paragraph is the label of an alert, such as “Note”. */
export function isLabel(block: Block): boolean {
  return block.type === 'paragraph' && block.styles.some((name) => LABELLED.test(name));
}

/** Whether styles are of a quotation, or of a block with a label such as “Note”, but not of the label. */
export function isQuotation(styles: readonly string[]): boolean {
  if (styles.some((name) => LABELLED.test(name))) return false;
  return styles.some((name) => QUOTE.test(name) || ALERT.test(name));
}

/** Whether styles are of a further paragraph of a list item. */
export function isContinued(styles: readonly string[]): boolean {
  return styles.some((name) => CONTINUED.test(name));
}

/** A block as it is without the quotation that it stands in. */
export function unquoted(block: Block): Block {
  if (block.type === 'table') return block;
  const styles = block.styles.flatMap((name) => {
    if (name === 'quote continue') return ['list continue'];
    return QUOTE.test(name) || ALERT.test(name) || LABELLED.test(name) ? [] : [name];
  });
  return { ...block, styles };
}

/** The end of the list, quotation, code or single block that begins at an index. */
export function endOf(blocks: readonly Block[], at: number): number {
  const kind = kindOf(blocks[at]!);
  if (kind === 'item') return readList(blocks, at).end;
  if (kind !== 'quote' && kind !== 'code') return at + 1;
  const left = blocks[at]!.indent ?? QUOTE_STEP;
  let end = at + 1;
  while (end < blocks.length) {
    const block = blocks[end]!;
    const own = kindOf(block);
    const isInside = kind === 'quote' && (own === 'code' || own === 'table') && (block.indent ?? -1) >= left;
    if (block.before !== undefined || isLabel(block) || (own !== kind && !isInside)) break;
    end++;
  }
  return end;
}

export type ListItem = Paragraph & { readonly list: ListPlace };

/** What stands in a list: an item, or further blocks of an item of a level before it. */
type ListPart = ListItem | { readonly level: number; readonly blocks: Block[] };

/** The list that begins at an index, and where it ends. */
export function readList(
  blocks: readonly Block[],
  at: number,
): { readonly parts: ListPart[]; readonly end: number } {
  const parts: ListPart[] = [];
  /** Where the text of the open items stands, by level. */
  const indents: (number | undefined)[] = [];
  const ids = new Set<string>();
  let end = at;
  for (; end < blocks.length; end++) {
    const block = blocks[end]!;
    if (end > at && block.before !== undefined) break;
    if (isItem(block, ids)) {
      const { id, level, indent } = block.list;
      ids.add(id);
      indents.length = Math.min(indents.length, level);
      indents[level] = block.indent ?? indent;
      parts.push(block);
      continue;
    }
    const last = parts.at(-1);
    const inside = last !== undefined && 'blocks' in last ? last : undefined;
    const isGap = block.type === 'paragraph' && GAP.test(block.styles[0] ?? '');
    const level =
      kindOf(block) === 'quote' && block.type === 'paragraph' && block.list !== undefined
        ? inside?.level
        : levelOf(isGap ? blocks[end + 1] : block, indents);
    if (level === undefined) break;
    if (inside?.level === level) inside.blocks.push(block);
    else parts.push({ level, blocks: [block] });
  }
  return { parts, end };
}

/** @param ids of the lists that are open: a quotation may be the first that an item of theirs says */
function isItem(block: Block, ids: ReadonlySet<string>): block is ListItem {
  if (block.type === 'table' || block.list === undefined) return false;
  return kindOf(block) === 'item' || (block.styles[0] === QUOTED_ITEM && ids.has(block.list.id));
}

/** The level of the item that a block belongs to, by its indent; undefined for none. */
function levelOf(block: Block | undefined, indents: readonly (number | undefined)[]): number | undefined {
  if (block === undefined) return undefined;
  const kind = kindOf(block);
  const goesOn = block.type === 'paragraph' && kind === 'text' && isContinued(block.styles);
  if (!goesOn && block.type === 'paragraph' && (!block.unnumbered || kind === 'heading')) return undefined;
  const indent = (block.indent ?? -1) - (kind === 'quote' ? QUOTE_STEP : 0);
  const level = indents.findLastIndex((own) => own !== undefined && own <= indent);
  return level >= 0 ? level : goesOn ? indents.length - 1 : undefined;
}
