/** Sources among the notes to editors of a press release, which has no footnotes. */
import { type Change, type Draft, headings, lineEndOf } from '../../../draft';
import { type Fact, sourceText } from '../../../evidence';
import { withoutEllipsis } from '../../../support/claim-words';
import { notesToEditors } from '../../../support/notes-to-editors';
import type { Fix } from '../../types';
import { endOfText, insertBlock } from '../blocks/insert-block';
import { footnoteLabels, SOURCE_TO_FILL_IN } from './append';
import { citing, factsTold } from './fact-notes';

/** The position of the block that begins the notes to editors, where sources belong among them: in a draft without footnotes. */
function placeForSources(draft: Draft): number | undefined {
  return footnoteLabels(draft).length > 0 ? undefined : notesToEditors(draft);
}

/** Whether the sources of a draft belong among its notes to editors. */
export const hasNotesToEditors = (draft: Draft): boolean => placeForSources(draft) !== undefined;

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
  const index = placeForSources(draft);
  if (index === undefined) return undefined;
  const on = withoutEllipsis(words);
  const noting = (source: string): readonly Change[] => [addedNote(draft, index, `${on}: ${source}`)];
  return [
    {
      title: 'Insert a note to editors for the source',
      edits: noting(SOURCE_TO_FILL_IN),
      preferred: true,
    },
    ...factsTold(facts, saying).map((fact) => ({
      title: citing(fact),
      edits: noting(sourceText(fact)),
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
