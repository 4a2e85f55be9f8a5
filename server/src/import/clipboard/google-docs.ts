import { isRecord } from '../../data-files/types';
import { PLAIN } from '../../docx/format';
import type { Block } from '../../docx/model';

/** A footnote of Google Docs. */
export interface GoogleNote {
  readonly key: string;
  /** The length of the text before its reference, as `letters` returns it. */
  readonly after: number;
  readonly blocks: readonly Block[];
}

/** A text without the characters that differ between the data and the HTML: spaces, controls and asterisks. */
export function letters(text: string): string {
  return text.replace(/[\s\p{C}*]+/gu, '');
}

/**
 * The footnotes of a copied part of a document, in order, which the HTML of Google Docs leaves out. Google does not
 * document its data, which is JSON in JSON: `dsl_spacers` is the text with a “#” for each reference, a style of the type
 * “footnote” has the ids (`fs_id`), and `dsl_relateddocslices` the texts.
 *
 * @param data from the clipboard, of the type `GOOGLE_DOCS`
 * @param words the text of the HTML
 * @returns none if the data has another form, or another text than the HTML
 */
export function googleNotes(data: string, words: string): readonly GoogleNote[] {
  const slice = sliceIn(data);
  const { dsl_spacers: text, dsl_styleslices: styles, dsl_relateddocslices: related } = slice ?? {};
  if (typeof text !== 'string' || !Array.isArray(styles) || !isRecord(related)) return [];
  const marks: unknown = styles.find((one) => isRecord(one) && one.stsl_type === 'footnote')?.stsl_styles;
  if (!Array.isArray(marks)) return [];
  const ids = marks.flatMap((mark: unknown, at) =>
    isRecord(mark) && typeof mark.fs_id === 'string' ? [{ id: mark.fs_id, at }] : [],
  );
  const signs = Array.from(text.matchAll(/#/g), ({ index }) => index);
  // The ids stand at the positions of the “#”, or at least there are as many of them.
  const places = ids.every(({ at }) => text[at] === '#') ? ids.map(({ at }) => at) : signs;
  if (places.length !== ids.length) return [];
  const notes: GoogleNote[] = [];
  let [before, done] = ['', 0];
  for (const [at, { id }] of ids.entries()) {
    before += letters(text.slice(done, places[at]));
    done = places[at]! + 1;
    const note = Object.hasOwn(related, id) ? related[id] : undefined;
    const noteText = isRecord(note) && typeof note.dsl_spacers === 'string' ? note.dsl_spacers : '';
    notes.push({ key: `google-${at + 1}`, after: before.length, blocks: paragraphs(noteText) });
  }
  return before + letters(text.slice(done)) === letters(words) ? notes : [];
}

function sliceIn(data: string): Record<string, unknown> | undefined {
  try {
    const outer: unknown = JSON.parse(data);
    const inner: unknown =
      isRecord(outer) && typeof outer.data === 'string' ? JSON.parse(outer.data) : undefined;
    return isRecord(inner) && isRecord(inner.resolved) ? inner.resolved : undefined;
  } catch {
    return undefined;
  }
}

function paragraphs(text: string): Block[] {
  return text.split('\n').flatMap((line): Block[] => {
    const plain = line.replace(/\p{Cc}/gu, '').trim();
    const inlines = [{ type: 'text', text: plain, format: PLAIN }] as const;
    return plain === '' ? [] : [{ type: 'paragraph', styles: [], inlines, mark: {} }];
  });
}
