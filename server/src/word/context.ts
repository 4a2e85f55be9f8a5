import type { Heading, Nodes, RootContent } from 'mdast';
import type { Comment } from '../criticmarkup/types';
import type { ChangesSince } from './changes-since';
import type { HeadingNumber } from './headings';
import type { Layout } from './layout';
import type { Letter } from './letter';
import type { Numbering, PlannedList } from './lists/numbering';
import type { MarginComment } from './margin-comments';
import type { Notes } from './notes';
import type { Relations } from './package/relations';
import type { LoadedPicture } from './pictures/load';
import type { Media } from './pictures/media';
import type { Source, SourceBlock } from './source';
import type { AlertKind } from './styles';
import type { TextLanguage } from './text-language';
import type { Words } from './words';

export interface Warning {
  readonly message: string;
  /** In the draft, counted from 0. */
  readonly line: number;
  /** Whether it says that the template was not used: the whole document looks otherwise then. */
  readonly ofTemplate?: true;
}

/** Where on the page something is written, and inside of what. Never changes; each level makes its own. */
export interface Place {
  /** Lengths in twips. Where text begins, from the left margin. */
  readonly left: number;
  /** From `left` to the right margin. */
  readonly width: number;
  /** The largest that pictures may be, in twips, where they may be less than usual. */
  readonly pictures?: { readonly width: number; readonly height: number };
  /** How many quotations it stands in. */
  readonly quotes: number;
  /** The alert that the quotation is. */
  readonly alert?: AlertKind | undefined;
  /** Whether there is a list between it and the innermost quotation. */
  readonly listInQuote: boolean;
  /** Level of the list item that it stands in; -1 outside of lists. */
  readonly level: number;
  /** In which language it is, and whether it runs from right to left, where that is not as in the whole document. */
  readonly speech?: TextLanguage | undefined;
  /** The list that gives the lists in it their numbering, too. */
  readonly list?: PlannedList | undefined;
  /** How many numbered lists it stands in; those around a quotation do not count in it. */
  readonly numbered: number;
  readonly part: 'body' | 'note' | 'cell';
  /** How deep the blocks around it are nested. */
  readonly depth: number;
}

/** A place outside of lists and quotations. */
export function placeIn(part: Place['part'], width: number): Place {
  return { left: 0, width, quotes: 0, listInQuote: false, level: -1, numbered: 0, part, depth: 0 };
}

/** Beyond this many blocks or marks in each other only the words are kept: nobody reads such a page. */
export const DEEPEST = 100;

/** What the writers of one document share. */
export interface Context {
  readonly source: Source;
  readonly layout: Layout;
  /** What we print ourselves, in the document's language. */
  readonly words: Words;
  /** What the draft's author has not filled in ("TBC"), as the rule finds it: nothing that is silenced. */
  readonly unfilled: ReadonlySet<string>;
  /** What else changed since an earlier version, where that is shown, and what code said before. */
  readonly since?: ChangesSince;
  readonly codeBefore?: ReadonlyMap<RootContent, string>;
  /** How the draft is set as a letter, where it is one. */
  readonly letter?: Letter;
  /** Width of the lines in twips, with the paper upright and turned. */
  readonly lines: { readonly upright: number; readonly turned: number };
  /** How much wider text may run than in Arial at our sizes: a template has its own type. */
  readonly typeFactor: number;
  /** Whether the table of contents goes where the template has one. */
  readonly contentsInTemplate: boolean;
  /** The name that one of our styles has in the document. */
  readonly styleName: (style: string) => string;
  /** Where the tab stops of a template's own style are, in twips, and of what kind they are. */
  readonly tabsOf: (style: string) => ReadonlyMap<number, { readonly kind: string }>;
  /** White space above a heading by its style, in twips. */
  readonly spaceAbove: (style: string) => number;
  readonly numbering: Numbering;
  readonly notes: Notes;
  readonly pictures: ReadonlyMap<string, LoadedPicture>;
  readonly media: Media;
  /** The comments in the margin: those of the draft, and ours on pictures that are not there. */
  readonly remarks: MarginComment[];
  /** Comments on the note that is being written. */
  readonly onNote: (readonly Comment[])[];
  readonly warnings: Warning[];
  /** What readers of the document could do nothing with: a link to a file of the author's, say. */
  readonly unread: Warning[];
  /** What was noted in either, so that it is noted once. */
  readonly noted: Set<string>;
  /** The address of the document of another draft that is exported with this one, by its own as written. */
  readonly documentBeside: (address: string) => string | undefined;
  /** Names the bookmark round a block of the draft by its position, where the document is to carry the draft. */
  readonly markOf?: (block: number) => string;
  /** The top-level block that is being written: positions in its tree count from it. */
  block: SourceBlock;
  /** The change that is being written: `ins`, `del` or none. */
  change: string;
  /** What the next paragraph must do. */
  next: { pageBreak: boolean; spaceBefore: number };
  /** The heading of the list of sources, which no draft has. */
  readonly sourcesHeading: Heading;
  /** The heading that is the title and is written as such, above sections that are Heading 1. */
  readonly title: Heading | undefined;
  /** How headings are numbered, by us or by the template, by the level of their style. */
  readonly headingNumbers: ReadonlyMap<number, HeadingNumber>;
  /** Levels of headings to which their style gives a number, the template's or ours. */
  readonly numberedLevels: ReadonlySet<number>;
  /** Headings in appendices, which have no section's number. */
  readonly appended: ReadonlySet<RootContent>;
  /** The bookmarks of the headings that the table of contents names; none where there is no such table. */
  readonly contents: ReadonlyMap<Heading, string>;
  readonly counts: Counts;
  /** What the main part and that of the notes are related to. */
  readonly relations: Readonly<Record<'text' | 'notes', Relations>>;
}

/** Numbers of the last ones. */
export interface Counts {
  bookmarks: number;
  pictures: number;
}

/** What the part of a place is related to. */
export function relationsAt({ part }: Place, { relations }: Context): Relations {
  return relations[part === 'note' ? 'notes' : 'text'];
}

/**
 * Notes something that the Word document cannot show, at the line where it stands in the draft.
 *
 * @param list those that it goes to
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
