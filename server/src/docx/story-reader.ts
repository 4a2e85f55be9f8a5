/** What the readers of paragraphs, tables and drawings share. */
import { byOf } from './author';
import type { OpenFields } from './fields';
import type { Block, Bookmark, CommentMark, Inline, Link, Review } from './model';
import { UNDERSTOOD } from './namespaces';
import type { Relation } from './package';
import type { Styles } from './styles';
import { elementIn, elementsIn, type XmlElement } from './xml-tree';

/** What the readers of paragraphs, tables and drawings ask of the text that they read. */
export interface StoryReader {
  readonly fields: OpenFields;
  readonly styles: Styles;
  inside(element: XmlElement): Block[];
  /** Adds a mark to the next paragraph. */
  wait(mark: XmlElement): void;
  /** Marks the current paragraph as a horizontal line. */
  rule(): void;
  /** The note whose reference stands in a bookmark. */
  noteAt(bookmark: string | undefined): string | undefined;
  relation(id: string | undefined): Relation | undefined;
}

/** What a piece of a paragraph inherits from the elements around it. */
export interface InlineContext extends Review {
  readonly link?: Link;
}

/** Elements that mark a place. They may also stand between blocks. */
const MARKS: ReadonlyMap<string, Pick<Bookmark | CommentMark, 'type' | 'at'>> = new Map([
  ['w:bookmarkStart', { type: 'bookmark', at: 'start' }],
  ['w:bookmarkEnd', { type: 'bookmark', at: 'end' }],
  ['w:commentRangeStart', { type: 'comment', at: 'start' }],
  ['w:commentRangeEnd', { type: 'comment', at: 'end' }],
  ['w:commentReference', { type: 'comment', at: 'reference' }],
]);

export function isMark({ name }: XmlElement): boolean {
  return MARKS.has(name);
}

/** Adds a bookmark or comment mark. */
export function marked({ name, attributes }: XmlElement, out: Inline[]): void {
  const mark = MARKS.get(name)!;
  const named = name === 'w:bookmarkStart' && { name: attributes['w:name'] ?? '' };
  out.push({ ...mark, id: attributes['w:id'] ?? '', ...named } as Bookmark | CommentMark);
}

const CHANGES: ReadonlyMap<string, keyof Review> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
]);

/** Adds the review of a wrapper (`w:ins`, `w:del`) to that of its content. */
export function reviewed<T extends Review>(element: XmlElement, review: T): T {
  const how = CHANGES.get(element.name);
  return how === undefined ? review : { ...review, [how]: byOf(element) };
}

/** The review of a paragraph mark or a row, by its properties. */
export function markOf(properties: XmlElement | undefined, review: Review): Review {
  let mark = review;
  for (const child of properties?.children ?? []) if (typeof child !== 'string') mark = reviewed(child, mark);
  return mark;
}

/** The first of several alternatives whose requirements are understood (ECMA-376 part 3, 10.2). */
export function chosen(alternatives: XmlElement): XmlElement | undefined {
  const choices = elementsIn(alternatives, 'mc:Choice');
  const choice = choices.find(({ attributes: { Requires = '' } }) =>
    Requires.split(/\s+/).every((prefix) => prefix === '' || UNDERSTOOD.has(prefix)),
  );
  return choice ?? elementIn(alternatives, 'mc:Fallback') ?? choices[0];
}

/** The key of a note in `WordDocument.notes`. */
export function noteKey(kind: 'footnote' | 'endnote', id: string): string {
  return `${kind} ${id}`;
}
