/** Finds what marks a source without words: footnotes, the marks of notes, titles in italics. */
import type { Nodes } from 'mdast';
import type { Block, Span } from '../draft/types';
import { addAll } from '../util/lists';
import { BRACKET_NOTE } from './cues';
import type { Source } from './types';

/** Footnote references and emphasised titles of a block, by their place in its source. */
export interface Marks {
  readonly notes: readonly (Span & { readonly label: string })[];
  readonly titles: readonly Span[];
}

const NO_MARKS: Marks = { notes: [], titles: [] };

export function marksOf(block: Block): Marks {
  if (!/\[\^|[*_]/.test(block.text)) return NO_MARKS;
  const notes: (Span & { readonly label: string })[] = [];
  const titles: Span[] = [];
  const rest: Nodes[] = [block.node];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
    if (node.type === 'footnoteReference') notes.push({ ...span, label: node.identifier });
    else if (
      node.type === 'emphasis' &&
      isTitle(block.text.slice(span.start + 1, span.end - 1)) &&
      !TAKEN_PART_IN.test(block.text.slice(span.end, span.end + 24))
    )
      titles.push(span);
    if ('children' in node) addAll(rest, node.children);
  }
  return { notes: notes.sort((a, b) => a.start - b.start), titles };
}

/** Behind a title: "the *Making Tides* programme" is no paper. */
const TAKEN_PART_IN =
  /^\W{0,3}(?:programme|festival|exhibition|project|show|play|scheme|challenge|course|season|tour|group|club|workshops?|sessions?|performance|concert)\b/i;

/** The title of something published: "Libraries Deliver", "Making a Difference". */
function isTitle(text: string): boolean {
  const words = text.match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'.-]*/gu) ?? [];
  if (words.length < 2 || words.length > 20 || !/^[\p{Lu}\d]/u.test(words[0]!)) return false;
  return (
    words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length >= Math.ceil(words.length / 3) &&
    !/[.!?]\s/.test(text)
  );
}

/** Marks of notes that are no footnotes of Markdown: "[3]", "*". */
export function bracketNotesIn(text: string, offset: number): Source[] {
  const notes: Source[] = [];
  BRACKET_NOTE.lastIndex = 0;
  for (let match = BRACKET_NOTE.exec(text); match; match = BRACKET_NOTE.exec(text)) {
    const start = offset + match.index;
    notes.push({ kind: 'note', span: { start, end: start + match[0].length } });
  }
  return notes;
}
