import type { Nodes } from 'mdast';
import { formatOf, PLAIN } from '../docx/format';
import type { Span } from '../draft/types';
import { same } from './edits';
import type { Leaf } from './leaves';
import { lookOf, Places } from './places';
import type { Delete, Edit, Fragment, Insert } from './types';

const STYLES = { strong: 'bold', emphasis: 'italic', delete: 'strike' } as const;

/**
 * The edits of a leaf, in which all of some emphasised words is replaced where what was added among them is not
 * emphasised, such as upright words among italic ones: inside of their signs it would look as they do.
 */
export function outOfEmphasis(leaf: Leaf, edits: readonly Edit[]): readonly Edit[] {
  if (!edits.some(({ kind }) => kind === 'insert')) return edits;
  let out = edits;
  for (const [node, shown] of leaf.shown) {
    const style = node.type in STYLES ? STYLES[node.type as keyof typeof STYLES] : undefined;
    // A heading is bold by itself.
    if (style === undefined || (style === 'bold' && leaf.node.type === 'heading')) continue;
    if (!('children' in node) || !node.children.every(({ type }: Nodes) => type === 'text')) continue;
    const own = editsIn(shown, out);
    const lacks = (one: Fragment): boolean =>
      'item' in one &&
      one.item.content.type === 'text' &&
      one.item.text.trim() !== '' &&
      !one.item.content.format[style];
    if (own?.some((edit) => edit.kind === 'insert' && edit.content.some(lacks)))
      out = out.flatMap((edit) =>
        edit === own[0] ? replacing(leaf, shown, own) : own.includes(edit as Delete | Insert) ? [] : [edit],
      );
  }
  return out;
}

/** The changes of words within a stretch of text; undefined where others reach into it, or several people made them. */
function editsIn({ start, end }: Span, edits: readonly Edit[]): readonly (Delete | Insert)[] | undefined {
  const isWithin = (edit: Edit): edit is Delete =>
    edit.kind === 'delete' && start <= edit.from && edit.to <= end && (start < edit.from || edit.to < end);
  const gone = edits.filter(isWithin);
  const reaches = (edit: Edit): boolean =>
    (edit.kind === 'delete' || edit.kind === 'format') && edit.from < end && edit.to > start;
  if (edits.some((edit) => reaches(edit) && !isWithin(edit))) return undefined;
  const own = edits.filter(
    (edit): edit is Delete | Insert =>
      isWithin(edit) ||
      (edit.kind === 'insert' &&
        ((start < edit.at && edit.at < end) ||
          gone.some(({ from, to }) => from === edit.at || to === edit.at))),
  );
  return own.every(({ by }) => same(by, own[0]!.by)) ? own : undefined;
}

/** The edits that replace all of a stretch by what other edits within it leave and add. */
function replacing(leaf: Leaf, { start, end }: Span, own: readonly (Delete | Insert)[]): Edit[] {
  const { bold, italic, strike } = lookOf(new Places(leaf, '').path(start));
  const format = formatOf({ ...PLAIN, bold, italic, strike });
  const content: Fragment[] = [];
  let at = start;
  const keep = (to: number): void => {
    const text = leaf.text.slice(at, to);
    if (text !== '')
      content.push({ item: { type: 'item', text, content: { type: 'text', text, format }, known: false } });
    at = Math.max(at, to);
  };
  for (const edit of own) {
    keep(edit.kind === 'insert' ? edit.at : edit.from);
    if (edit.kind === 'delete') at = edit.to;
    else for (const one of edit.content) content.push(one);
  }
  keep(end);
  const [{ by, seq }, last] = [own[0]!, own.at(-1)!];
  const endSeq = last.kind === 'delete' ? last.endSeq : last.seq;
  return [
    { kind: 'delete', from: start, to: end, by, seq, endSeq },
    { kind: 'insert', at: end, content, by, seq: endSeq },
  ];
}
