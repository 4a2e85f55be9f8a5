import { isRecord } from '../../data-files/types';
import { PLAIN } from '../../docx/format';
import type { Block } from '../../docx/model';

/** A footnote of Google Docs. */
export interface GoogleNote {
  readonly key: string;
  /** How many letters, as `letters` counts them, stand before its reference. */
  readonly after: number;
  readonly blocks: readonly Block[];
}

/** A text without what the data and the HTML have differently: spaces, marks of tables and the place of a picture. */
export function letters(text: string): string {
  return text.replace(/[\s\p{C}*]+/gu, '');
}

/**
 * The footnotes of a copied part of a document, which the HTML of Google Docs leaves out. Google says nowhere what its
 * data is; this much others have found: JSON in JSON, in which `dsl_spacers` is the text with a “#” for each reference,
 * a style of the type “footnote” has the ids (`fs_id`), and `dsl_relateddocslices` their texts.
 *
 * @param data of the type `GOOGLE_DOCS` of the clipboard
 * @param words the text of the HTML
 * @returns in their order; none where the data is not like that, or its text is not that of the HTML
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
  // Each id stands at its sign, or they are as many as there are signs.
  const places = ids.every(({ at }) => text[at] === '#') ? ids.map(({ at }) => at) : signs;
  if (places.length !== ids.length) return [];
  const notes: GoogleNote[] = [];
  let [before, done] = ['', 0];
  for (const [at, { id }] of ids.entries()) {
    before += letters(text.slice(done, places[at]));
    done = places[at]! + 1;
    const note = Object.hasOwn(related, id) ? related[id] : undefined;
    const said = isRecord(note) && typeof note.dsl_spacers === 'string' ? note.dsl_spacers : '';
    notes.push({ key: `google-${at + 1}`, after: before.length, blocks: paragraphs(said) });
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
