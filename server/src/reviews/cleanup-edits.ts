import type { Nodes } from 'mdast';
import { firstWhere } from '../draft/binary-search';
import type { Change, Span } from '../draft/types';
import { spanOf } from '../mdast/tree';

/** Nodes whose marks cannot have white space at their inner edges. */
const EMPHASIS: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete']);
const LINKS: ReadonlySet<string> = new Set(['link', 'linkReference']);

/**
 * The edits that must accompany cuts in a paragraph, heading or cell that does not become empty: leading spaces, line
 * breaks with nothing left before or behind them, empty emphasis and links, and white space at the edges of emphasis,
 * which moves outside.
 *
 * @param cuts in order, without overlaps
 */
export function cleanupEdits(
  leaf: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  offset: number,
  text: string,
  cuts: readonly Span[],
): readonly Change[] {
  const changes: Change[] = [];
  const change = (start: number, end: number, by: string): void =>
    void changes.push({ span: { start, end }, text: by });
  const place = (node: Nodes): Span => spanOf(node, offset);
  const whole = { start: place(leaf.children[0]!).start, end: place(leaf.children.at(-1)!).end };
  const lead = start(text, whole, cuts, ' \t');
  if (lead.isCut && lead.spaces > 0) change(whole.start, lead.to, '');
  /** Each with its outer span, to find what begins or ends together with it. */
  const open: { readonly node: Nodes; readonly outer: Span }[] = [{ node: leaf, outer: whole }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { node, outer } = one;
    if (!('children' in node) || node.children.length === 0) continue;
    const inside = { start: place(node.children[0]!).start, end: place(node.children.at(-1)!).end };
    const isEmphasis = EMPHASIS.has(node.type);
    if (isEmphasis || node === leaf) {
      const isGone = (child: Nodes): boolean => {
        const { isCut, to } = start(text, place(child), cuts, ' \t\r\n');
        if (isCut && to >= place(child).end) return true;
        return 'children' in child && child.children.length > 0 && child.children.every(isGone);
      };
      const nodes: readonly Nodes[] = node.children;
      for (const at of [
        ...bareBreaks(nodes, 0, 1, isGone),
        ...bareBreaks(nodes, nodes.length - 1, -1, isGone),
      ]) {
        const next = nodes[at + 1];
        change(place(nodes[at]!).start, next === undefined ? inside.end : place(next).start, '');
      }
    }
    if (isEmphasis || LINKS.has(node.type)) {
      const own = place(node);
      const touched = cuts[firstFrom(cuts, own.start)];
      if (touched === undefined || touched.start >= own.end || touched.start <= own.start) continue;
      const first = start(text, inside, cuts, ' \t\r\n');
      if (first.isCut && first.to >= inside.end) {
        change(own.start, own.end, '');
        continue;
      }
      const last = end(text, inside, cuts);
      if (isEmphasis && first.isCut && first.spaces > 0) {
        change(inside.start, first.to, '');
        if (outer.start > whole.start && text[outer.start - 1]!.trim() !== '')
          change(outer.start, outer.start, ' ');
      }
      if (isEmphasis && last.isCut && last.spaces > 0) {
        change(last.to, inside.end, '');
        if (outer.end < whole.end && text[outer.end]!.trim() !== '') change(outer.end, outer.end, ' ');
      }
    }
    for (const child of node.children) {
      const span = place(child);
      open.push({
        node: child,
        outer: {
          start: isEmphasis && span.start === inside.start ? outer.start : span.start,
          end: isEmphasis && span.end === inside.end ? outer.end : span.end,
        },
      });
    }
  }
  return changes;
}

/** The positions of line breaks with nothing left between them and one end of some nodes, if something is cut there. */
function bareBreaks(
  nodes: readonly Nodes[],
  from: number,
  step: 1 | -1,
  isGone: (node: Nodes) => boolean,
): readonly number[] {
  const found: number[] = [];
  let isCut = false;
  for (let at = from; nodes[at] !== undefined; at += step) {
    const node = nodes[at]!;
    if (isBreak(node)) found.push(at);
    else if (isGone(node)) isCut = true;
    else if (node.type !== 'criticComment') return isCut ? found : [];
  }
  return [];
}

function isBreak(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value));
}

interface Edge {
  /** The end of the white space and cuts, from the edge on. */
  readonly to: number;
  readonly isCut: boolean;
  /** How much white space is left there. */
  readonly spaces: number;
}

function start(text: string, span: Span, cuts: readonly Span[], space: string): Edge {
  let [to, isCut, spaces] = [span.start, false, 0];
  for (let next = firstFrom(cuts, to); to < span.end; ) {
    if (next < cuts.length && cuts[next]!.start <= to) [to, isCut] = [cuts[next++]!.end, true];
    else if (space.includes(text[to]!)) [to, spaces] = [to + 1, spaces + 1];
    else break;
  }
  return { to, isCut, spaces };
}

function end(text: string, span: Span, cuts: readonly Span[]): Edge {
  let [to, isCut, spaces] = [span.end, false, 0];
  let next = firstFrom(cuts, to - 1);
  if (next === cuts.length || cuts[next]!.start >= to) next--;
  while (to > span.start) {
    if (next >= 0 && cuts[next]!.end >= to) [to, isCut] = [cuts[next--]!.start, true];
    else if (' \t\r\n'.includes(text[to - 1]!)) [to, spaces] = [to - 1, spaces + 1];
    else break;
  }
  return { to, isCut, spaces };
}

/** Position of the first cut that ends after a place. */
export function firstFrom(cuts: readonly Span[], place: number): number {
  return firstWhere(cuts, ({ end }) => end > place);
}
