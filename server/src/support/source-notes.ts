/** Notes that say where figures of a paper are from, as those to editors below a press release do. */
import { BlockFinder, type Draft, passagesOf, perBlock } from '../draft';
import { notesToEditors } from './notes-to-editors';

/** “Figures are from the library system, 5 July to 6 September”, “Attendance figures for 2025 are …”, “Trial figures: …”. */
const NOTE =
  /^(?:(?:all|the) )?(?:([a-z][a-z ’'-]{2,50}) )?(?:figures|numbers|statistics|data)(?: (?:for|on|in) (?:\d{4}|([a-z][a-z ’'-]{2,50}?)))?(?: (?:are|come|came|were)(?: all)?(?: taken| drawn| counts)? from|:) (?!\d|to (?:come|follow)\b|tb[ac]\b)[^.]{8}/i;
/** Words of a note that do not say which figures are meant. */
const ANY = /^(?:this|that|these|those|other|year|last|main|with|from|used)$/;

interface Note {
  /** The beginnings of the words for what is counted; none where all figures are meant. */
  readonly stems: readonly string[];
  readonly isItem: boolean;
}

const notes = new BlockFinder(
  perBlock((block): readonly Note[] =>
    /\bfrom\b|:/i.test(block.text)
      ? passagesOf(block).flatMap(({ kind, prose: { text } }): readonly Note[] => {
          const found = NOTE.exec(text);
          return found
            ? [{ stems: stemsOf(`${found[1] ?? ''} ${found[2] ?? ''}`), isItem: kind === 'list-item' }]
            : [];
        })
      : [],
  ),
);

/** The first letters of the words of a text, by which “joining” and “joined” are one. */
function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return words.filter((word) => !ANY.test(word)).map((word) => word.slice(0, 4));
}

/** Whether the notes of a draft say where the figures of a sentence are from; undefined for a draft without such notes. */
export function sourceNotesOf(draft: Draft): ((sentence: string) => boolean) | undefined {
  const begin = notesToEditors(draft) ?? draft.blocks.length;
  const all = notes
    .in(draft, undefined)
    .flatMap(({ found, index }) =>
      found.flatMap(({ stems, isItem }) => (index >= begin || isItem ? [stems] : [])),
    );
  if (all.length === 0) return undefined;
  return (sentence) => {
    const own = new Set(stemsOf(sentence));
    return all.some((stems) => stems.length === 0 || stems.some((stem) => own.has(stem)));
  };
}
