import { BorderStyle, Tab, TextRun } from 'docx';
import type { RootContent } from 'mdast';
import { parseDraft } from '../draft';
import type { Block, Draft } from '../draft/types';
import type { DocumentKind } from '../framework/types';
import { addAll } from '../lists';
import { resolveText } from '../reviews';
import { presentParts } from '../rules/lib/parts';
import { htmlTokens } from './html';
import { TextParagraph } from './markup';
import type { Properties } from './properties';
import { runs } from './runs';
import { STYLE } from './styles';
import { comparable, isBold, plainText } from './text';
import { wordsIn } from './words';

export interface TitleBlock {
  /** What stands above the text. */
  readonly paragraphs: readonly TextParagraph[];
  /** Position among the draft's blocks of the heading or line that is the title, so that the block follows it. */
  readonly heading: number | undefined;
  /** Whether that heading is left out, since the template prints the title. */
  readonly withoutHeading: boolean;
}

/** A title stands among the first blocks of a draft. */
const LAST_LINE_OF_TITLE = 6;

/** The part of a press release that says when it may run. */
const RELEASE_LINE = 'release-line';

/** For a paper that has its title elsewhere. */
export const NO_TITLE: TitleBlock = { paragraphs: [], heading: undefined, withoutHeading: false };

/**
 * Title, subtitle, and who wrote it for whom and when, as far as the front matter says so.
 *
 * @param kind of document, where there is one
 * @param printed names of what a template prints itself
 * @param unfilled what the author has not filled in, which is marked
 * @param sectionsLead whether sections are written as Heading 1, so that the title is above the outline
 */
export function titleBlock(
  draft: Draft,
  properties: Properties,
  kind: DocumentKind | undefined,
  printed: ReadonlySet<string> = new Set(),
  unfilled: ReadonlySet<string> = new Set(),
  sectionsLead = false,
): TitleBlock {
  const elsewhere = new Set([
    ...printed,
    ...(datedByItself(draft, properties, kind) ? ['date'] : []),
    // A release is for whoever prints it, and says itself whose it is and when it may run.
    ...(isReleased(kind) ? ['audience', 'author', 'organisation'] : []),
  ]);
  const { title } = properties;
  const at = titleAt(draft, title);
  const repeated = at !== undefined;
  const paragraphs: TextParagraph[] = [];
  if (title !== undefined && !repeated && !elsewhere.has('title'))
    paragraphs.push(titleParagraph(title, draft, unfilled, sectionsLead));
  if (properties.subtitle !== undefined && !elsewhere.has('subtitle')) {
    const children = runs(properties.subtitle, {}, unfilled);
    paragraphs.push(new TextParagraph({ style: STYLE.subtitle, children }));
  }
  addAll(paragraphs, details(properties, elsewhere, unfilled));
  return {
    paragraphs,
    heading: at,
    // What is open in it would be lost with it.
    withoutHeading: repeated && elsewhere.has('title') && draft.blocks[at]!.block.review === undefined,
  };
}

/** Position of the block that is the title; a title that stands in the text, too, is not printed twice. */
function titleAt(draft: Draft, title: string | undefined): number | undefined {
  const blocks = draft.blocks.map(({ block }) => block);
  const nodes = blocks.map(({ node }) => node);
  const first = nodes.findIndex((node) => !isComment(node));
  const top = nodes[first];
  if (top?.type === 'heading' && top.depth === 1 && (title === undefined || says(blocks[first]!, title)))
    return first;
  if (title === undefined) return undefined;
  // Below a logo or a line with the reference, and down to the first heading.
  const end = nodes.findIndex((node) => node.type === 'heading');
  const found = blocks
    .slice(0, end < 0 ? LAST_LINE_OF_TITLE : Math.min(end + 1, LAST_LINE_OF_TITLE))
    .findIndex(
      (block) => (block.node.type === 'heading' || block.node.type === 'paragraph') && says(block, title),
    );
  return found < 0 ? undefined : found;
}

/** Whether a block says the title, or said it before a review that is still open. */
function says({ node, review }: Block, title: string): boolean {
  if (same(title, plainText(node))) return true;
  const before = review && parseDraft(resolveText(review.text, 'reject', { comments: 'drop' })).blocks[0];
  return before !== undefined && same(title, plainText(before.block.node));
}

/** Whether papers of a kind have a line that releases them, as those for the press have. */
const isReleased = (kind: DocumentKind | undefined): boolean =>
  kind?.parts.some(({ id }) => id === RELEASE_LINE) ?? false;

/** Whether the release line of a press release has its date, or the line below a heading that is one. */
function datedByItself(draft: Draft, { date }: Properties, kind: DocumentKind | undefined): boolean {
  if (date === undefined || kind === undefined) return false;
  const line = presentParts(draft, kind).find(({ part }) => part.id === RELEASE_LINE);
  if (line === undefined) return false;
  const dated = (text: string): string => ` ${comparable(text.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1'))} `;
  const has = (node: RootContent | undefined): boolean =>
    node !== undefined && dated(plainText(node)).includes(dated(date));
  const [sign, below] = draft.blocks
    .slice(line.index)
    .map(({ block }) => block.node)
    .filter((node) => !isComment(node));
  if (has(sign)) return true;
  return (
    sign?.type === 'heading' &&
    below !== undefined &&
    has(below) &&
    (isBold(below) || same(plainText(below), date))
  );
}

/** HTML of which nothing is shown. */
function isComment(node: RootContent): boolean {
  return (
    node.type === 'html' &&
    htmlTokens(node.value).every(
      (token) => token.type === 'comment' || (token.type === 'text' && token.value.trim() === ''),
    )
  );
}

function titleParagraph(
  title: string,
  draft: Draft,
  unfilled: ReadonlySet<string>,
  sectionsLead: boolean,
): TextParagraph {
  const hasTop = draft.blocks.some(({ block }) => block.node.type === 'heading' && block.node.depth === 1);
  // Where the sections begin at the second level, the title is the first: no level is skipped.
  const top = hasTop || sectionsLead ? {} : { outlineLevel: 0 };
  return new TextParagraph({ style: STYLE.title, ...top, children: runs(title, {}, unfilled) });
}

function details(
  properties: Properties,
  elsewhere: ReadonlySet<string>,
  unfilled: ReadonlySet<string>,
): TextParagraph[] {
  const words = wordsIn(properties.language).details;
  const from = [
    elsewhere.has('author') ? undefined : properties.author,
    elsewhere.has('organisation') ? undefined : properties.organisation,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const lines: (readonly [label: string, text: string | undefined, style: string])[] = [
    [
      properties.kindId === 'report' ? words.reportTo : words.audience,
      elsewhere.has('audience') ? undefined : properties.audience,
      STYLE.author,
    ],
    [words.from, from || undefined, STYLE.author],
    [words.date, elsewhere.has('date') ? undefined : properties.date, STYLE.date],
    [words.status, elsewhere.has('status') ? undefined : properties.status, STYLE.author],
  ];
  const shown = lines.filter(([, text]) => text !== undefined);
  return shown.map(([label, text, style], at) => {
    const last = at === shown.length - 1;
    return new TextParagraph({
      style,
      children: [
        new TextRun({ text: `${label}:`, bold: true }),
        new TextRun({ children: [new Tab()] }),
        ...runs(text ?? '', {}, unfilled),
      ],
      ...(last
        ? {
            spacing: { after: 280 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 8, color: '7F7F7F' } },
          }
        : {}),
    });
  });
}

function same(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}
