import type { RootContent } from 'mdast';
import { isRecord } from '../data-files/types';
import type { Draft } from '../draft/types';
import type { WordSetup } from '../project/types';
import { least } from '../util/lists';
import { plainText } from './xml-text';

/** The setup of the document, from `word:` in the front matter or else from the kind of document. */
export interface Layout {
  /** Sections "1.", and in `paragraphs` each paragraph in them "1.1". */
  readonly numbering: 'none' | 'sections' | 'paragraphs';
  /** Whether the author numbered the sections by hand, so that nothing else may number headings. */
  readonly byHand: boolean;
  /** Depth of the headings that begin a section. */
  readonly sectionDepth: number;
  /** By how many levels headings are raised, so that sections are Heading 1. */
  readonly raised: number;
  readonly contents: boolean;
  readonly notes: 'footnotes' | 'endnotes';
  /** Whether the footnotes are listed at the end, too. */
  readonly sources: boolean;
  /** Whether pictures are reduced to print resolution; undefined if that is not set. */
  readonly pictures: 'reduced' | 'full' | undefined;
  /** Whether the document may carry its draft. */
  readonly source: boolean;
}

/** Drafts with more characters (about ten pages) get a table of contents: the Department for Transport's own rule. */
const LONG = 24_000;

const FEWEST_HEADINGS = 4;

/**
 * @param kindId the kind of document, if there is one
 * @param configured used for what the front matter does not set
 * @param template whether the template itself numbers headings, or quotes them in headers and contents
 */
export function readLayout(
  draft: Draft,
  kindId: string | undefined,
  configured: WordSetup,
  titleIsFirstHeading: boolean,
  template: { readonly numbers: boolean; readonly quotes: boolean } = { numbers: false, quotes: false },
): Layout {
  const { data, raw } = draft.frontMatter;
  const asked = readSetup(raw.word, configured);
  const nodes = draft.blocks.map(({ block }) => block.node);
  const headings = nodes.filter((node) => node.type === 'heading');
  const below = titleIsFirstHeading ? headings.slice(1) : headings;
  const sectionDepth = least(
    below.map((heading) => heading.depth),
    6,
  );
  const sections = below.filter(({ depth }) => depth === sectionDepth).map(plainText);
  const numbered = sections.filter((text) => HEADING_NUMBER.test(text));
  return {
    byHand: numbered.length * 2 > sections.length,
    numbering:
      // Prefer the template's own numbers, which suit its headings on every level.
      (asked.numbering === 'sections' && template.numbers ? 'none' : asked.numbering) ??
      // Cabinet reports are discussed by paragraph number, so they get numbers unless the author wrote some.
      (kindId === 'report' && below.length > 0 && !template.numbers && !numberedByHand(nodes)
        ? 'paragraphs'
        : 'none'),
    sectionDepth,
    raised: template.numbers || template.quotes ? sectionDepth - 1 : 0,
    contents:
      asked.contents ??
      (draft.text.length > LONG && below.length >= FEWEST_HEADINGS && data.kind !== undefined),
    notes: asked.notes ?? 'footnotes',
    sources: asked.sources ?? false,
    pictures: asked.pictures,
    source: asked.source ?? true,
  };
}

/** `word:` in the front matter, with missing or invalid values taken from the configuration. */
export function readSetup(own: unknown, configured: WordSetup): WordSetup {
  if (!isRecord(own)) return configured;
  const numbering = oneOf(own.numbering, ['none', 'sections', 'paragraphs'] as const);
  const notes = oneOf(own.notes, ['footnotes', 'endnotes'] as const);
  const pictures = oneOf(own.pictures, ['reduced', 'full'] as const);
  const styles = isRecord(own.styles)
    ? Object.entries(own.styles).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : [];
  return {
    ...configured,
    ...(numbering && { numbering }),
    ...(notes && { notes }),
    ...(pictures && { pictures }),
    ...(typeof own.contents === 'boolean' && { contents: own.contents }),
    ...(typeof own.sources === 'boolean' && { sources: own.sources }),
    ...(typeof own.source === 'boolean' && { source: own.source }),
    ...(typeof own.smart === 'boolean' && { smart: own.smart }),
    styles: { ...configured.styles, ...Object.fromEntries(styles) },
  };
}

/** "3. The pilot" at the start of a heading. */
const HEADING_NUMBER = /^(?:section\s)?\d{1,3}(?:\.\d{1,3})*[.):]?\s/i;

/** Whether headings or paragraphs start like "3.1 The pilot", or numbered lists continue across headings. */
function numberedByHand(nodes: readonly RootContent[]): boolean {
  return (
    nodes.some(
      (node) =>
        (node.type === 'heading' && HEADING_NUMBER.test(plainText(node))) ||
        (node.type === 'paragraph' && /^\d{1,3}\.\d{1,3}\.?\s/.test(plainText(node))),
    ) || countOn(nodes)
  );
}

/** Whether a numbered list under another heading continues the numbers of the list before it. */
function countOn(nodes: readonly RootContent[]): boolean {
  let next: number | undefined;
  let isUnderAnother = false;
  for (const node of nodes) {
    if (node.type === 'heading') isUnderAnother = true;
    if (node.type !== 'list' || node.ordered !== true) continue;
    const start = node.start ?? 1;
    if (isUnderAnother && start > 1 && start === next) return true;
    next = start + node.children.length;
    isUnderAnother = false;
  }
  return false;
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((one) => one === value);
}
