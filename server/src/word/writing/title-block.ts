import type { RootContent } from 'mdast';
import type { By } from '../../criticmarkup/types';
import { parseDraft } from '../../draft';
import type { Block, Draft } from '../../draft/types';
import type { DocumentKind } from '../../framework/types';
import { resolveText } from '../../reviews';
import { partsNamed } from '../../rules/lib/parts/names';
import { presentParts } from '../../rules/lib/parts/present';
import { asLine } from '../../text/as-line';
import { comparable } from '../../text/comparable';
import { addAll } from '../../util/lists';
import { byline } from '../byline';
import { type ChangesSince, changedRuns, markAsChanged } from '../changes-since';
import { isComment } from '../html/tokens';
import { TextParagraph } from '../markup/blocks';
import { run, runs, TAB } from '../markup/runs';
import { wordsIn } from '../printed-strings';
import type { Properties } from '../properties';
import { STYLE } from '../styles';
import { isBold, plainText } from '../xml-text';

export interface TitleBlock {
  /** The lines above the text. */
  readonly lines: readonly ChangedLine[];
  /** Position of the draft's heading or line that is the title, after which the block follows. */
  readonly heading: number | undefined;
  /** Whether the title is the first heading of the outline. */
  readonly isTop?: boolean;
  /** Whether that heading is left out, as the template prints the title. */
  readonly withoutHeading: boolean;
  /** Whether the heading is in the text of only one of two versions. */
  readonly headingChange?: 'ins' | 'del';
}

interface TitleLine {
  /** Its part, by which it is matched with the other version. */
  readonly part: string;
  readonly style: string;
  /** Whether it is the first heading of the outline. */
  readonly isTop?: boolean;
  readonly label?: string;
  readonly text: string;
}

/** A line now and before: equal where no change is shown; undefined where there is none. */
interface ChangedLine {
  readonly now: TitleLine | undefined;
  readonly was: TitleLine | undefined;
}

/** How many of the first blocks may be the title. */
const LAST_LINE_OF_TITLE = 6;

/** The part of a press release that says when it may be published. */
const RELEASE_LINE = 'release-line';

/** The title block of papers that print their title elsewhere. */
export const NO_TITLE: TitleBlock = { lines: [], heading: undefined, withoutHeading: false };

/**
 * The title block: title, subtitle, and who wrote it for whom and when, as far as the front matter says so.
 *
 * @param kind of document, where there is one
 * @param printed names of the placeholders that a template prints
 * @param sectionsLead whether sections are written as Heading 1, so that the title is above the outline
 */
export function titleBlock(
  draft: Draft,
  properties: Properties,
  kind: DocumentKind | undefined,
  printed: ReadonlySet<string> = new Set(),
  sectionsLead: boolean,
): TitleBlock {
  const elsewhere = new Set([
    ...printed,
    ...(datedByItself(draft, properties, kind) ? ['date'] : []),
    // A press release is for publication: it names who issues it, and whom to ask at its end.
    ...(isReleased(kind) ? ['audience', 'author'] : []),
    ...(issuedByItself(draft, properties, kind) ? ['organisation'] : []),
  ]);
  const { title } = properties;
  const at = titleAt(draft, title) ?? (elsewhere.has('title') ? undefined : headlineAt(draft, title, kind));
  const repeated = at !== undefined;
  const lines: TitleLine[] = [];
  const hasTop = draft.blocks.some(({ block }) => block.node.type === 'heading' && block.node.depth === 1);
  // Where sections begin at level 2, the title is level 1, so that no level is skipped.
  const isTop = !hasTop && !sectionsLead;
  if (title !== undefined && !repeated && !elsewhere.has('title'))
    lines.push({ part: 'title', style: STYLE.title, isTop, text: title });
  if (properties.subtitle !== undefined && !elsewhere.has('subtitle'))
    lines.push({ part: 'subtitle', style: STYLE.subtitle, text: properties.subtitle });
  addAll(lines, details(properties, elsewhere, isReleased(kind)));
  return {
    lines: lines.map((line) => ({ now: line, was: line })),
    heading: at,
    isTop,
    // Open changes in it would be lost with it.
    withoutHeading: repeated && elsewhere.has('title') && draft.blocks[at]!.block.review === undefined,
  };
}

/** Position of the block that is the title. A title that is also in the text is printed once. */
function titleAt(draft: Draft, title: string | undefined): number | undefined {
  const blocks = draft.blocks.map(({ block }) => block);
  const nodes = blocks.map(({ node }) => node);
  const first = nodes.findIndex((node) => !isComment(node));
  const top = nodes[first];
  if (top?.type === 'heading' && top.depth === 1 && (title === undefined || isTitled(blocks[first]!, title)))
    return first;
  if (title === undefined) return undefined;
  // It may follow a logo or a reference, up to the first heading.
  const end = nodes.findIndex((node) => node.type === 'heading');
  const found = blocks
    .slice(0, end < 0 ? LAST_LINE_OF_TITLE : Math.min(end + 1, LAST_LINE_OF_TITLE))
    .findIndex(
      (block) => (block.node.type === 'heading' || block.node.type === 'paragraph') && isTitled(block, title),
    );
  return found < 0 ? undefined : found;
}

/** The fewest words of a heading that must be a title, as chapters are called “Introduction” or “What we propose”. */
const FEWEST_WORDS_OF_HEADLINE = 5;
/** The fewest letters of a word that two titles have in common. */
const FEWEST_LETTERS_IN_COMMON = 4;
/** The beginning of a heading that is of a part, however long: “1. Our five proposals”, “Summary of the library review”. */
const CHAPTER =
  /^\s*(?:\d{1,3}[.)]\s|(?:(?:executive\s)?summary|introduction|background|crynodeb|cyflwyniad|cefndir)(?!\p{L}))/iu;

/**
 * Position of a first heading that is the paper's title in other words than the front matter's. Both of them above each
 * other would be two titles, so that only this one is printed. Editors’ drafts have such a heading twice as often as the
 * same one.
 */
function headlineAt(
  draft: Draft,
  title: string | undefined,
  kind: DocumentKind | undefined,
): number | undefined {
  const nodes = draft.blocks.map(({ block }) => block.node);
  const first = nodes.findIndex((node) => !isComment(node));
  const heading = nodes[first];
  const isTopLevel = (node: RootContent | undefined) => node?.type === 'heading' && node.depth === 1;
  if (title === undefined || heading === undefined || nodes.filter(isTopLevel).length !== 1) return undefined;
  if (!isTopLevel(heading)) return undefined;
  const text = plainText(heading);
  if (CHAPTER.test(text)) return undefined;
  const words = comparable(text).split(' ');
  const ofTitle = new Set(
    comparable(title)
      .split(' ')
      .filter(({ length }) => length >= FEWEST_LETTERS_IN_COMMON),
  );
  const common = words.filter((word) => ofTitle.has(word)).length;
  const names = kind?.parts.flatMap((part) => [part.title, ...part.aliases].map(comparable));
  if (names?.includes(words.join(' '))) return undefined;
  // “Recommendations for decision by the Cabinet” is a part, “Options for the libraries of Ashby” may be either.
  if (kind && partsNamed(text, kind.parts).length > 0)
    return common > 0 && common >= Math.min(2, ofTitle.size) ? first : undefined;
  return common > 0 || words.length >= FEWEST_WORDS_OF_HEADLINE ? first : undefined;
}

/** Whether a block says the title, with or without the open changes of a review. */
function isTitled({ node, review }: Block, title: string): boolean {
  if (same(title, plainText(node))) return true;
  const before = review && parseDraft(resolveText(review.text, 'reject', { comments: 'drop' })).blocks[0];
  return before !== undefined && same(title, plainText(before.block.node));
}

/** Whether papers of a kind have a release line, as press releases do. */
const isReleased = (kind: DocumentKind | undefined): boolean =>
  kind?.parts.some(({ id }) => id === RELEASE_LINE) ?? false;

/** Whether the release line names who issues it: “News from Ashby Libraries. For immediate release”. */
function issuedByItself(draft: Draft, { organisation }: Properties, kind: DocumentKind | undefined): boolean {
  if (organisation === undefined || kind === undefined || !isReleased(kind)) return false;
  const line = presentParts(draft, kind).find(({ part }) => part.id === RELEASE_LINE);
  const node = line && draft.blocks[line.index]?.block.node;
  return node !== undefined && ` ${comparable(plainText(node))} `.includes(` ${comparable(organisation)} `);
}

/** Whether the release line, or the line below a heading that is one, has the date. */
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

function details(properties: Properties, elsewhere: ReadonlySet<string>, released: boolean): TitleLine[] {
  const words = wordsIn(properties.language).details;
  const detail = (name: 'audience' | 'author' | 'organisation' | 'date' | 'status'): string | undefined =>
    elsewhere.has(name) ? undefined : properties[name];
  const from = byline(detail('author'), detail('organisation'));
  const to = properties.kindId === 'report' ? words.reportTo : words.audience;
  const lines: (readonly [part: string, label: string, text: string | undefined, style: string])[] = [
    ['audience', to, detail('audience'), STYLE.author],
    ['from', released ? words.issuedBy : words.from, from || undefined, STYLE.author],
    ['date', words.date, detail('date'), STYLE.date],
    ['status', words.status, detail('status'), STYLE.author],
  ];
  return lines.flatMap(([part, label, text, style]) =>
    text === undefined ? [] : [{ part, style, label: `${label}:`, text: asLine(text) }],
  );
}

/** The order of the lines. */
const PARTS = ['title', 'subtitle', 'audience', 'from', 'date', 'status'];

/**
 * The title blocks of two versions: one where both stand at the same place, else the new one first.
 *
 * @param now undefined for a letter, whose blocks are in another order
 */
export function titlesSince(
  { places }: Pick<ChangesSince, 'places'>,
  before: TitleBlock,
  now: TitleBlock | undefined,
): readonly TitleBlock[] {
  if (now === undefined) return [{ ...before, heading: undefined, lines: changedLines(before, NO_TITLE) }];
  const placed = (version: 'before' | 'now', { heading, ...block }: TitleBlock): TitleBlock => ({
    ...block,
    heading: heading === undefined ? undefined : places[version].get(heading),
  });
  const [old, own] = [placed('before', before), placed('now', now)];
  /** A heading that the template prints in one version is only in the text of the other. */
  const alone = (title: TitleBlock, other: TitleBlock, isOld: boolean): TitleBlock => {
    if (!title.withoutHeading) return title;
    const isThere = [...places[isOld ? 'now' : 'before'].values()].includes(title.heading!);
    if (!isThere || (other.withoutHeading && other.heading === title.heading)) return title;
    return { ...title, withoutHeading: false, headingChange: isOld ? 'ins' : 'del' };
  };
  const lines = (from: TitleBlock, to: TitleBlock) => ({ lines: changedLines(from, to) });
  if (old.heading === own.heading) {
    const title = old.withoutHeading ? alone(old, own, true) : alone(own, old, false);
    return [{ ...title, ...lines(old, own) }];
  }
  return [
    { ...alone(own, old, false), ...lines(NO_TITLE, own) },
    { ...alone(old, own, true), ...lines(old, NO_TITLE) },
  ];
}

/** The lines of two versions of a title block at the same place. */
function changedLines(before: TitleBlock, now: TitleBlock): readonly ChangedLine[] {
  const find = ({ lines }: TitleBlock, part: string): TitleLine | undefined =>
    lines.find((line) => line.now?.part === part)?.now;
  return PARTS.map((part) => ({ now: find(now, part), was: find(before, part) })).filter(
    ({ now, was }) => now !== undefined || was !== undefined,
  );
}

/** The line and space below the last line. */
const BELOW = { spacing: { after: 280 }, border: { bottom: { size: 6, space: 8, color: '7F7F7F' } } };

/**
 * Writes a title block.
 *
 * @param unfilled what is still to be filled in, which is highlighted
 * @param by who made the changes, where there may be any
 */
export function titleParagraphs(
  { lines }: TitleBlock,
  unfilled: ReadonlySet<string>,
  by: By | undefined,
): TextParagraph[] {
  const last = lines.findLastIndex(({ now }) => now?.label !== undefined);
  return lines.map(({ now, was }, at) => {
    const line = now ?? was!;
    // A line that is in only one version is changed with its paragraph mark.
    const [from, to] = now === undefined || was === undefined ? [line, line] : [was, now];
    const text = changedRuns(from.text, to.text, by, (words) => runs(words, {}, unfilled));
    const bold = (words: string): string => run(words, { bold: true });
    const label = line.label === undefined ? '' : changedRuns(from.label, to.label, by, bold) + TAB;
    const look = {
      style: line.style,
      ...(line.isTop ? { outlineLevel: 0 } : {}),
      ...(at === last ? BELOW : {}),
    };
    const paragraph = new TextParagraph(look, label + text);
    if (now === undefined || was === undefined)
      markAsChanged([paragraph], now === undefined ? 'del' : 'ins', by!);
    return paragraph;
  });
}

function same(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}
