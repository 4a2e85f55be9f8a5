import { getOrInsert } from '../../util/memoize';
import { spelt } from '../lists/labels';
import { STYLE } from '../styles';
import type { TextParagraph, TextTable } from './blocks';
import { propertiesXml } from './runs';

type Kind = 'footnote' | 'endnote';

/** How notes are counted. */
export interface NoteCount {
  /** How many numbers come before that of the draft's first note. */
  readonly before: number;
  /** The number format (`ST_NumberFormat`): `lowerRoman`. */
  readonly format: string;
}

/** The versions of a document that shows changes since an earlier one. */
export const VERSIONS = ['before', 'now'] as const;
export type Version = (typeof VERSIONS)[number];

/** The first reference to a footnote, which later ones refer to. */
export interface FirstReference {
  readonly number: number;
  readonly bookmark: string;
  /** Its number in each version that has it. */
  readonly numbers: Readonly<Record<Version, number | undefined>>;
}

/** The notes of one document, numbered in the order of their references. */
export class Notes {
  readonly #written: (readonly (TextParagraph | TextTable)[])[] = [];
  /** By label, and by the change that they stand in. */
  readonly #first = new Map<string, Map<string, FirstReference>>();
  readonly #count: Record<Version, number> = { before: 0, now: 0 };

  constructor(
    readonly kind: Kind,
    private readonly count: NoteCount,
  ) {}

  /** The number of a note as it is printed. */
  label(number: number): string {
    return spelt(this.count.format, this.count.before + number);
  }

  /** The labels that the text refers to, in order. */
  get used(): readonly string[] {
    return [...this.#first.keys()];
  }

  /**
   * The first reference that another one can refer to.
   *
   * @param change the change that the other stands in: a reference inside a change disappears with it, together with
   *   the note
   */
  first(identifier: string, change: string): FirstReference | undefined {
    const known = this.#first.get(identifier);
    return known?.get('') ?? known?.get(change);
  }

  firstIn(version: Version, identifier: string): FirstReference | undefined {
    const known = this.#first.get(identifier);
    return known && Array.from(known.values()).find(({ numbers }) => numbers[version] !== undefined);
  }

  has(identifier: string): boolean {
    return this.#first.has(identifier);
  }

  /** Takes the next number. The text of the note is added later, as it may contain more references. */
  begin(identifier: string, change: string): FirstReference {
    const number = this.#written.push([]);
    const count = (version: Version): number | undefined =>
      isIn(version, change) ? ++this.#count[version] : undefined;
    const numbers = { before: count('before'), now: count('now') };
    const reference = { number, bookmark: `_Note${number}`, numbers };
    getOrInsert(this.#first, identifier, () => new Map<string, FirstReference>()).set(change, reference);
    return reference;
  }

  end(number: number, blocks: NoteBlocks): void {
    blocks[0].enclose(noteRun(this.kind, `<w:${this.kind}Ref/>`), '');
    this.#written[number - 1] = blocks;
  }

  get written(): NotesWritten {
    const contents = this.#written.map((blocks) => blocks.map(({ xml }) => xml).join(''));
    return { kind: `${this.kind}s`, contents };
  }
}

/** Whether text in a change is in a version. */
export function isIn(version: Version, change: string): boolean {
  return change !== (version === 'now' ? 'del' : 'ins');
}

/** The content of a note. Its number stands in the first paragraph. */
export type NoteBlocks = readonly [TextParagraph, ...(TextParagraph | TextTable)[]];

/** Notes with their content. Their ids are their positions, from 1. */
export interface NotesWritten {
  readonly kind: 'footnotes' | 'endnotes';
  readonly contents: readonly string[];
}

/** The content of `w:footnotes` or `w:endnotes`, with the separators above notes. */
export function notesXml({ kind, contents }: NotesWritten): string {
  const name = kind.slice(0, -1);
  const separator = (id: number, type: string): string =>
    `<w:${name} w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:${name}>`;
  return separator(-1, 'separator') + separator(0, 'continuationSeparator') + noteList({ kind, contents }, 1);
}

/** @param first id of the first note */
export function noteList({ kind, contents }: NotesWritten, first: number): string {
  const name = kind.slice(0, -1);
  return contents.map((note, at) => `<w:${name} w:id="${first + at}">${note}</w:${name}>`).join('');
}

/** The number of a note: its reference, or before its own text. */
export function noteRun(kind: Kind, number: string): string {
  return `<w:r>${propertiesXml({ style: referenceStyle(kind) })}${number}</w:r>`;
}

export function referenceStyle(kind: Kind): string {
  return kind === 'endnote' ? STYLE.endnoteReference : STYLE.footnoteReference;
}
