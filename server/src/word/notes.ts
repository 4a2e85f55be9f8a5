import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { getOrInsert } from '../memoize';
import { blocks } from './blocks';
import { changed, changedRuns } from './changes-since';
import { type Context, type Place, placeIn, warn } from './context';
import { fieldParts } from './fields';
import { bookmarkXml, TextParagraph, type TextTable } from './markup';
import { commented } from './review';
import { type Look, propertiesXml, run } from './runs';
import type { SourceNote } from './source';
import { STYLE } from './styles';
import { plainText } from './text';

type Kind = 'footnote' | 'endnote';

/** The versions of a document that shows changes since an earlier one. */
const VERSIONS = ['before', 'now'] as const;
type Version = (typeof VERSIONS)[number];

/** The first reference to a footnote, which later ones refer to. */
interface FirstReference {
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

  constructor(private readonly kind: Kind) {}

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
  first(identifier: string, change = ''): FirstReference | undefined {
    const known = this.#first.get(identifier);
    return known?.get('') ?? known?.get(change);
  }

  /** The first reference to a note in a version. */
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
function isIn(version: Version, change: string): boolean {
  return change !== (version === 'now' ? 'del' : 'ins');
}

/** The content of a note. Its number stands in the first paragraph. */
type NoteBlocks = readonly [TextParagraph, ...(TextParagraph | TextTable)[]];

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
function noteRun(kind: Kind, number: string): string {
  return `<w:r>${propertiesXml({ style: referenceStyle(kind) })}${number}</w:r>`;
}

function referenceStyle(kind: Kind): string {
  return kind === 'endnote' ? STYLE.endnoteReference : STYLE.footnoteReference;
}

function kindOf({ layout }: Context): Kind {
  return layout.notes === 'endnotes' ? 'endnote' : 'footnote';
}

export function noteStyle(context: Context): string {
  return STYLE[kindOf(context)];
}

/** Writes a reference to a footnote. The first one brings the footnote; others show its number. */
export function noteReference(node: FootnoteReference, look: Look, place: Place, context: Context): string {
  const note = context.source.notes.get(node.identifier);
  if (note === undefined) {
    const shown = `[^${node.label ?? node.identifier}]`;
    warn(context, `“${shown}” refers to a footnote that there is not`, node, 'unread');
    return run(shown, look);
  }
  if (place.part === 'note') {
    // Word has no notes on notes.
    warn(context, 'A footnote refers to another footnote: its text is given in brackets', node);
    return run(` (${note.node.children.map(plainText).join(' ')})`, look);
  }
  const { since, change, notes } = context;
  if (since === undefined) {
    const first = notes.first(node.identifier, change);
    return first === undefined ? newNote(note, node, context) : again(first, context);
  }
  const firstIn = (version: Version): FirstReference | undefined =>
    isIn(version, change) ? notes.firstIn(version, node.identifier) : undefined;
  const [before, now] = [firstIn('before'), firstIn('now')];
  if (before === undefined && now === undefined) return newNote(note, node, context);
  if (change !== '') return again((now ?? before)!, context);
  if (before === now) return again(now!, context);
  // Where the first reference is elsewhere in one of the versions, each version has a reference of its own.
  const own = (kind: 'ins' | 'del', first: FirstReference | undefined): string => {
    context.change = kind;
    const written = first === undefined ? newNote(note, node, context) : again(first, context);
    context.change = change;
    return changed(written, kind, since.by);
  };
  return own('del', before) + own('ins', now);
}

/** Shows the number of a note again: both, where it differs between versions. */
function again({ bookmark, number, numbers }: FirstReference, context: Context): string {
  const { since, change } = context;
  const look = { style: referenceStyle(kindOf(context)) };
  const [begin, end] = fieldParts(` NOTEREF ${bookmark} \\f \\h `, propertiesXml(look));
  const [before, now] = VERSIONS.map((version) => (isIn(version, change) ? numbers[version] : undefined));
  const shown = since === undefined ? [number, number] : [before ?? now, now ?? before];
  const [was, is] = shown.map(String);
  return begin + changedRuns(was, is, since?.by, (text) => run(text, look)) + end;
}

/** Writes a note with its first reference. */
function newNote(note: SourceNote, node: FootnoteReference, context: Context): string {
  const kind = kindOf(context);
  const { number, bookmark } = context.notes.begin(node.identifier, context.change);
  const { block, next, change } = context;
  context.block = note.block;
  context.next = { pageBreak: false, spaceBefore: 0 };
  context.notes.end(number, noteBlocks(note.node, context));
  Object.assign(context, { block, next, change });
  const reference = noteRun(kind, `<w:${kind}Reference w:id="${number}"/>`);
  // Later references link to the first.
  const isCitedAgain = context.source.citedAgain.has(node.identifier);
  const written = isCitedAgain ? bookmarkXml(bookmark, reference, context.counts) : reference;
  return context.onNote.splice(0).reduce((about, thread) => commented(thread, about, context), written);
}

/** Writes the text of a footnote. Word needs a paragraph for the number, and one at the end. */
function noteBlocks(node: FootnoteDefinition, context: Context): NoteBlocks {
  const children = [...node.children];
  // Word puts no space after the number, so we do.
  if (children[0]?.type === 'paragraph') {
    const [first] = children;
    children[0] = { ...first, children: [SPACE, ...first.children] };
  }
  const empty = (): TextParagraph => new TextParagraph({ style: noteStyle(context) });
  const written = blocks(children, placeIn('note', 9000), context).filter((one) => typeof one !== 'string');
  if (!(written.at(-1) instanceof TextParagraph)) written.push(empty());
  const [first, ...others] = written;
  return first instanceof TextParagraph ? [first, ...others] : [empty(), ...written];
}

const SPACE = { type: 'text', value: ' ' } as const;
