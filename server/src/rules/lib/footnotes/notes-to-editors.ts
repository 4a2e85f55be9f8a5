/** Sources among the notes to editors of a press release, which has no footnotes. */
import { type Change, type Draft, headings, lineEndOf } from '../../../draft';
import type { Fact } from '../../../evidence';
import { factText } from '../../../evidence';
import { beginsNotes } from '../../../support/source-notes';
import type { Fix } from '../../types';
import { endOfText, insertBlock } from '../blocks/insert-block';
import { footnoteLabels, SOURCE_TO_FILL_IN } from './append';
import { citing, factsTold } from './fact-notes';

/** The position of the block that begins the notes to editors of a draft without footnotes; undefined where it has none. */
function notesToEditors(draft: Draft): number | undefined {
  const index = draft.blocks.findIndex(({ block }) => beginsNotes(block));
  return index === -1 || footnoteLabels(draft).length > 0 ? undefined : index;
}

/** Whether the sources of a draft belong among its notes to editors. */
export const hasNotesToEditors = (draft: Draft): boolean => notesToEditors(draft) !== undefined;

/**
 * The fixes that put the source of a sentence among the notes to editors: one to fill in, or that of a fact which the sentence
 * tells. Undefined where it belongs into a footnote.
 *
 * @param words what the note is on, as a finding quotes it
 */
export function editorsFixes(
  draft: Draft,
  facts: readonly Fact[],
  saying: string,
  words: string,
): readonly Fix[] | undefined {
  const index = notesToEditors(draft);
  if (index === undefined) return undefined;
  const on = words.replace(/ …$/, '');
  const noting = (source: string): readonly Change[] => [addedNote(draft, index, `${on}: ${source}`)];
  return [
    {
      title: 'Insert a note to editors for the source',
      edits: noting(SOURCE_TO_FILL_IN),
      preferred: true,
    },
    ...factsTold(facts, saying).map((fact) => ({
      title: citing(fact),
      edits: noting(factText(fact, fact.id).note.replace(/^\[\^[^\]]*\]:\s*/, '')),
    })),
  ];
}

/** The edit that adds a note behind the last of the notes that begin with the block at `index`, as its list goes on. */
function addedNote(draft: Draft, index: number, note: string): Change {
  const next = headings(draft).find((heading) => heading.index > index)?.index;
  const behind = next ?? endOfText(draft);
  const { block, start } = draft.blocks[behind - 1]!;
  if (behind - 1 === index) return insertBlock(draft, behind, `1. ${note}`);
  if (block.node.type !== 'list') return insertBlock(draft, behind, note);
  const items = block.node.children.length;
  const [, number, sign] = /^(\d{1,9})?([-*+.)])/.exec(block.text) ?? [];
  const marker = number === undefined ? (sign ?? '-') : `${Number(number) + items}${sign}`;
  const at = start + block.text.trimEnd().length;
  return { span: { start: at, end: at }, text: `${lineEndOf(draft)}${marker} ${note}` };
}
