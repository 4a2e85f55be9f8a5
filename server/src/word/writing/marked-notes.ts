import type { PhrasingContent, Text } from 'mdast';
import { memoized } from '../../util/memoize';
import { plainText } from '../xml-text';

/** Placeholders and notes with marks in them, as they are read: “[*Ann* to add a quotation]”. */
const overMarks = memoized((unfilled: ReadonlySet<string>): readonly string[] =>
  [...unfilled].filter((one) => /[*_]/.test(one)).map((one) => one.replace(/[*_]+/g, '')),
);

/** The content of a paragraph with `<mark>` around what is to be filled in and goes over several of its nodes. */
export function withMarkedNotes(
  nodes: readonly PhrasingContent[],
  unfilled: ReadonlySet<string>,
): readonly PhrasingContent[] {
  const notes = overMarks(unfilled);
  if (nodes.length < 2 || notes.length === 0) return nodes;
  const text = nodes.map(plainText).join('');
  return notes.filter((note) => text.includes(note)).reduce(marked, nodes);
}

function marked(nodes: readonly PhrasingContent[], note: string): readonly PhrasingContent[] {
  const texts = nodes.map(plainText);
  const start = texts.join('').indexOf(note);
  if (start < 0) return nodes;
  const out: PhrasingContent[] = [];
  let at = 0;
  for (const [index, node] of nodes.entries()) {
    const from = start - at;
    const to = from + note.length;
    at += texts[index]!.length;
    const opens = from >= 0 && start < at;
    const closes = to > 0 && start + note.length <= at;
    // Within one node it is found by itself, and an end in a link or the like is none.
    if ((opens && closes) || ((opens || closes) && node.type !== 'text')) return nodes;
    if (node.type !== 'text' || !(opens || closes)) out.push(node);
    else if (opens) out.push(part(node, 0, from), MARK, part(node, from));
    else out.push(part(node, 0, to), MARK_END, part(node, to));
  }
  return out;
}

const MARK: PhrasingContent = { type: 'html', value: '<mark>' };
const MARK_END: PhrasingContent = { type: 'html', value: '</mark>' };

const part = (node: Text, start: number, end?: number): Text => ({
  ...node,
  value: node.value.slice(start, end),
});
