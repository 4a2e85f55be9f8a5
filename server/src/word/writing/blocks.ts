import type { Blockquote, Code, RootContent } from 'mdast';
import { changedCode } from '../changes-since';
import { type DefinitionGroup, definitionOf } from '../definitions';
import { isComment } from '../html/tokens';
import type { Marker } from '../lists/numbering';
import { setLastApart, TextParagraph, TextTable, type WordBlock } from '../markup/blocks';
import { codeRun, run } from '../markup/runs';
import { type Words, wordsIn } from '../printed-strings';
import { lineParagraphs } from '../separate-lines';
import { alertStyle, QUOTE_STEP, STYLE } from '../styles';
import { plainText } from '../xml-text';
import { type Place, setIn, type WriteBlocks } from './context';
import { directivesIn } from './directives';
import { heading } from './headings';
import { htmlBlocks } from './html-blocks';
import { inlines } from './inlines';
import { listBlocks } from './lists';
import { textParagraph } from './paragraphs';
import { isQuoted, paragraph, placedParagraph, quoted } from './placed-paragraphs';
import { alertOf, withAttributions } from './quotations';
import { tableBlock } from './tables';

export const blocks: WriteBlocks = (nodes, place, marker) => {
  const out: WordBlock[] = [];
  let pending = marker;
  for (const [at, node] of nodes.entries()) {
    if (pending !== undefined && !takesMarker(node)) {
      out.push(paragraph('', {}, place, pending));
      pending = undefined;
    }
    if (append(out, node, seenBehind(nodes, at), place, pending)) pending = undefined;
  }
  if (pending !== undefined) out.push(paragraph('', {}, place, pending));
  return out;
};

/**
 * Writes one block after others.
 *
 * @param next the block that follows it
 * @returns whether it makes anything visible
 */
export function append(
  out: WordBlock[],
  node: RootContent,
  next: RootContent | undefined,
  place: Place,
  marker?: Marker,
): boolean {
  const { lang } = node.data ?? {};
  const inLanguage = lang === undefined ? place : { ...place, lang: { ...place.lang, ...lang } };
  const written = block(node, next, inLanguage, marker);
  // Word joins adjacent tables without a paragraph between them.
  if (written[0] instanceof TextTable && out.at(-1) instanceof TextTable)
    out.push(new TextParagraph({ style: STYLE.tableGap }));
  // Programs draw one bar beside paragraphs that follow each other, as if one person had said all of it.
  if (node.type === 'blockquote' && marker === undefined && written.length > 0 && endsQuotation(out.at(-1)))
    out.push(new TextParagraph({ style: STYLE.blockGap }));
  // Items have no space between them, but two lists do.
  if (node.type === 'list' && next?.type === 'list') setLastApart(written);
  for (const one of written) out.push(one);
  // Word would continue the list of a quotation in the list below it, and the other way round.
  if (next !== undefined && joinsLists(node, next)) {
    out.push(placedParagraph('', { style: STYLE.quoteGap }, quoted(place)));
  }
  return written.length > 0;
}

/**
 * The block behind the one at an index, but for comments that nobody sees; those that lay out the page count. From HTML,
 * the very next one, as a text may be thousands of comments, of which each would look through the others.
 */
export function seenBehind(nodes: readonly RootContent[], index: number): RootContent | undefined {
  let at = index + 1;
  if (nodes[index]!.type === 'html') return nodes[at];
  while (isUnseen(nodes[at])) at++;
  return nodes[at];
}

const isUnseen = (node: RootContent | undefined): boolean =>
  node?.type === 'html' && isComment(node) && directivesIn(node.value).length === 0;

/** Whether a block is text of a quotation. */
function endsQuotation(block: WordBlock | undefined): boolean {
  return block instanceof TextParagraph && isQuoted(block.style);
}

/** Whether a list inside a quotation and one outside it are adjacent. */
function joinsLists(above: RootContent, below: RootContent): boolean {
  return above.type === 'blockquote'
    ? below.type === 'list' && above.children.at(-1)?.type === 'list'
    : above.type === 'list' && below.type === 'blockquote' && below.children[0]?.type === 'list';
}

/** Whether a block begins with a paragraph that can carry the marker of an item. */
function takesMarker(node: RootContent): boolean {
  return (
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'code' || node.type === 'blockquote'
  );
}

function block(
  node: RootContent,
  next: RootContent | undefined,
  place: Place,
  marker: Marker | undefined,
): WordBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const group = marker === undefined && place.part === 'body' ? definitionOf(node) : undefined;
      if (group !== undefined) return definition(group, place);
      const isParted = place.context.source.separated.get(node) === 'paragraphs';
      return (isParted ? lineParagraphs(node) : [node]).map((one, at, all) =>
        textParagraph(one, all[at + 1] ?? next, place, at === 0 ? marker : undefined),
      );
    }
    case 'heading':
      return heading(node, place, marker);
    case 'list':
      return listBlocks(node, place);
    case 'blockquote':
      return quotation(node, place, marker);
    case 'code':
      return [code(node, place, marker)];
    case 'thematicBreak':
      return [placedParagraph('', { style: STYLE.rule }, place)];
    case 'table':
      return tableBlock(node, place);
    case 'html':
      return blocks(htmlBlocks(node, place.context), place, marker);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      // Inline nodes do not occur here; if one did, its text is kept.
      return [paragraph(run(plainText(node)), {}, place, marker)];
  }
}

function definition(group: DefinitionGroup, place: Place): WordBlock[] {
  const meaning = setIn(place, QUOTE_STEP);
  return [
    placedParagraph(inlines(group.term, {}, place), { style: STYLE.term }, place),
    ...group.meanings.map((children) =>
      placedParagraph(inlines(children, {}, meaning), { style: STYLE.meaning }, meaning),
    ),
  ];
}

function code(node: Code, place: Place, marker: Marker | undefined): TextParagraph {
  const { context } = place;
  const was = context.codeBefore?.get(node);
  const content = was === undefined ? codeRun(node.value) : changedCode(was, node.value, context.since!.by);
  return placedParagraph(content, { style: STYLE.code }, place, marker);
}

function quotation(node: Blockquote, place: Place, marker: Marker | undefined): WordBlock[] {
  const inside = quoted(place);
  const alert = marker === undefined && place.quotes === 0 ? alertOf(node, alertWords(place)) : undefined;
  if (alert === undefined) {
    // The text of the item stays aligned with that of other items, whatever follows the quotation.
    const own = marker === undefined ? undefined : { ...marker, left: marker.left ?? place.left };
    return blocks(withAttributions(node.children), inside, own);
  }
  const barred = { ...inside, alert: alert.kind };
  const label = inlines([{ type: 'text', value: alert.label }], {}, place);
  return [
    placedParagraph(label, { style: alertStyle(alert.kind, 'Label') }, barred),
    ...blocks(alert.children, barred),
  ];
}

function alertWords({ lang, context }: Place): Words {
  return lang?.language === undefined ? context.words : wordsIn(lang.language);
}
