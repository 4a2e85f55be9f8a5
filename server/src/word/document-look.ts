import type { NoteCount } from './markup/notes';
import { LINES } from './page';
import { SPACE_ABOVE, styleNamed } from './styles';

/** What the styles and the paper of a document say that its text depends on: ours, or those of a template. */
export interface DocumentLook {
  /** Width of the lines in twips, in portrait (`upright`) and landscape (`turned`). */
  readonly lines: { readonly upright: number; readonly turned: number };
  /** The width of the typeface, as a multiple of Arial's. */
  readonly typeFactor: number;
  /** Whether the style of tables has a look for the last row. */
  readonly lastRowLook: boolean;
  /** The name that one of our styles has in the document. */
  styleName(style: string): string;
  /** The tab stops of a style in the template, by position in twips. */
  tabsOf(style: string): ReadonlyMap<number, { readonly kind: string }>;
  /** The space above a heading in a style, in twips. */
  spaceAbove(style: string): number;
  /** Whether a style keeps a heading on the page of what follows it. */
  keepsNext(style: string): boolean;
  /** The space that text in a style needs below it, in twips, as the template's style has none. */
  gapBelow(style: string | undefined): number;
  noteCount(kind: 'footnote' | 'endnote'): NoteCount;
}

export const OUR_LOOK: DocumentLook = {
  lines: LINES,
  typeFactor: 1,
  lastRowLook: true,
  styleName: styleNamed,
  tabsOf: () => new Map(),
  spaceAbove: (style) => SPACE_ABOVE.get(style) ?? 0,
  keepsNext: () => true,
  gapBelow: () => 0,
  noteCount: () => ({ before: 0, format: 'decimal' }),
};
