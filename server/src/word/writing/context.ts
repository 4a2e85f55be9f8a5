import type { Heading, Nodes, RootContent } from 'mdast';
import type { Comment } from '../../criticmarkup/types';
import type { ChangesSince } from '../changes-since';
import type { DocumentLook } from '../document-look';
import type { Layout } from '../layout';
import type { Letter } from '../letter';
import type { HeadingNumber } from '../lists/labels';
import type { Marker, Numbering, PlannedList } from '../lists/numbering';
import type { Counts, WordBlock } from '../markup/blocks';
import type { Notes } from '../markup/notes';
import type { MarginComment } from '../package/margin-comments';
import type { Relations } from '../package/relations';
import type { LoadedPicture } from '../pictures/load';
import type { Media } from '../pictures/media';
import type { Words } from '../printed-strings';
import type { Source, SourceBlock } from '../source';
import type { AlertKind } from '../styles';
import type { TextLanguage } from '../text-language';

export interface Warning {
  readonly message: string;
  /** Line in the draft, counted from 0. */
  readonly line: number;
  /** Whether the warning is that the template was not used, which changes the look of the whole document. */
  readonly ofTemplate?: true;
}

/** Where in the document content is written, and what encloses it. Immutable: each level of nesting makes a new one. */
export interface Place {
  /** Where text begins, in twips from the left margin. */
  readonly left: number;
  /** The width from `left` to the right margin, in twips. */
  readonly width: number;
  /** The largest size of pictures, in twips, if smaller than usual. */
  readonly pictures?: { readonly width: number; readonly height: number };
  /** How many block quotations enclose it. */
  readonly quotes: number;
  /** The kind of alert, if the quotation is one. */
  readonly alert?: AlertKind | undefined;
  /** Whether it is in a list inside the innermost quotation. */
  readonly listInQuote: boolean;
  /** Level of the list item around it; -1 outside lists. */
  readonly level: number;
  /** Its language and direction, if they differ from those of the document. */
  readonly lang?: TextLanguage | undefined;
  /** The list whose numbering nested lists share. */
  readonly list?: PlannedList | undefined;
  /** How many numbered lists enclose it, without those around a quotation. */
  readonly numbered: number;
  readonly part: 'body' | 'note' | 'cell';
  /** What the writers of the document share. */
  readonly context: Context;
}

/** A place outside lists and quotations. */
export function placeIn(context: Context, part: Place['part'], width: number): Place {
  return { left: 0, width, quotes: 0, listInQuote: false, level: -1, numbered: 0, part, context };
}

/** Text is not set further in where the line would be narrower than this, in twips. */
const NARROWEST = 2800;

/** A place that is set in by so many twips, as far as that leaves a line. */
export function setIn(place: Place, step: number): Place {
  const own = place.width - step < NARROWEST ? 0 : step;
  return { ...place, left: place.left + own, width: place.width - own };
}

/** Writes blocks. The marker, if given, goes to the first of them. */
export type WriteBlocks = (nodes: readonly RootContent[], place: Place, marker?: Marker) => WordBlock[];

/** The field of a table of contents in a template. */
interface ContentsField {
  readonly instruction: string;
  /** The start of the template's paragraph below its entries that ends it; undefined if there is none. */
  readonly tail: number | undefined;
}

/** State that the writers of one document share. */
export interface Context extends DocumentLook {
  readonly source: Source;
  /** Writes the blocks of a list item or a note. */
  readonly writeBlocks: WriteBlocks;
  readonly layout: Layout;
  /** Words that the export prints itself, in the document's language. */
  readonly words: Words;
  /** Unfilled placeholders ("TBC") that the rule finds, without suppressed ones. */
  readonly unfilled: ReadonlySet<string>;
  /** The changes since an earlier version, if these are shown, and the earlier text of code blocks. */
  readonly since?: ChangesSince;
  readonly codeBefore?: ReadonlyMap<RootContent, string>;
  /** The layout as a letter, if the draft is one. */
  readonly letter?: Letter;
  /** The field of the template's own table of contents, where that is filled in. */
  readonly contentsField?: ContentsField;
  readonly numbering: Numbering;
  readonly notes: Notes;
  readonly pictures: ReadonlyMap<string, LoadedPicture>;
  readonly media: Media;
  /** The comments in the margin: those of the draft, and our own on missing pictures. */
  readonly remarks: MarginComment[];
  /** Comments on the current note. */
  readonly onNote: (readonly Comment[])[];
  readonly warnings: Warning[];
  /** Warnings about content that is useless to readers, such as a link to a file on the author's computer. */
  readonly unread: Warning[];
  /** The messages in either list, so that each is added once. */
  readonly noted: Set<string>;
  /** Returns the address of another draft's document, by that draft's address, if both are exported together. */
  readonly documentBeside: (address: string) => string | undefined;
  /** Returns the bookmark around a block, by its position; set if the draft is embedded in the document. */
  readonly markOf?: (block: number) => string;
  /** The current top-level block, from which positions in its tree count. */
  block: SourceBlock;
  /** The current change: `ins`, `del` or none. */
  change: string;
  /** Formatting of the next paragraph. */
  next: { pageBreak: boolean; spaceBefore: number };
  /** The heading of the list of sources, which the export adds. */
  readonly sourcesHeading: Heading;
  /** The heading that is written as the document's title. Its sections are Heading 1. */
  readonly title: Heading | undefined;
  /** The numbering of headings, ours or the template's, by level of their style. */
  readonly headingNumbers: ReadonlyMap<number, HeadingNumber>;
  /** Levels of headings with a numbered style, ours or the template's. */
  readonly numberedLevels: ReadonlySet<number>;
  /** Headings in appendices, which get no section numbers. */
  readonly appended: ReadonlySet<RootContent>;
  /** The bookmarks of the headings in the table of contents; empty without one. */
  readonly contents: ReadonlyMap<Heading, string>;
  readonly counts: Counts;
  /** The relationships of the main part and of the notes. */
  readonly relations: Readonly<Record<'text' | 'notes', Relations>>;
}

/** The relationships of the part that a place is in. */
export function relationsAt({ part, context }: Place): Relations {
  return context.relations[part === 'note' ? 'notes' : 'text'];
}

/**
 * Adds a warning, at the line in the draft.
 *
 * @param list the list that it is added to
 */
export function warn(
  context: Context,
  message: string,
  node?: Nodes,
  list: 'warnings' | 'unread' = 'warnings',
): void {
  const line = context.block.line + (node?.position === undefined ? 0 : node.position.start.line - 1);
  const all = context[list];
  const key = `${list} ${line} ${message}`;
  if (context.noted.has(key)) return;
  context.noted.add(key);
  all.push({ message, line });
}
