import { oneLine } from '../text/shorten';
import { addAll } from '../util/lists';
import { PLAIN } from './format';
import type { Inline, Other, Paragraph } from './model';
import { chosen, type InlineContext, type StoryReader } from './story-reader';
import { descendants, elementIn, elementsIn, textIn, type XmlElement } from './xml-tree';

/** Elements of a run that hold what is drawn. */
export const DRAWINGS: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

/** What a drawing is found to hold. */
interface Found {
  readonly pieces: Inline[];
  /** Pictures that fill a shape: they count where there are no others. */
  readonly fills: Inline[];
  other: Other['what'] | undefined;
}

/** Reads a drawing (DrawingML or VML): its pictures with their descriptions, its text boxes, and what else it is. */
export function drawing(
  element: XmlElement,
  context: InlineContext,
  story: StoryReader,
  out: Inline[],
): void {
  const found: Found = {
    pieces: [],
    fills: [],
    other: element.name === 'w:object' ? 'object' : undefined,
  };
  look(element, { context, story, alt: '', isPicture: false }, found);
  if (found.pieces.length === 0) addAll(found.pieces, found.fills.slice(0, 1));
  addAll(out, found.pieces);
  if (found.other !== undefined) out.push({ type: 'other', what: found.other, ...context });
  else if (found.pieces.length === 0) out.push({ type: 'other', what: 'shape', ...context });
}

interface Where {
  readonly context: InlineContext;
  readonly story: StoryReader;
  /** Description of what is looked into. */
  readonly alt: string;
  /** Whether it is a picture, and not a shape that may be filled with one. */
  readonly isPicture: boolean;
}

function look(element: XmlElement, where: Where, found: Found): void {
  const { context, story } = where;
  // A frame names what stands in it before it.
  let { alt } = where;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const { attributes } = child;
    switch (child.name) {
      case 'w:txbxContent':
      case 'a:txBody': {
        const isWord = child.name === 'w:txbxContent';
        const blocks = isWord ? story.inside(child) : elementsIn(child, 'a:p').flatMap(drawnParagraph);
        const { link: _, ...review } = context;
        if (blocks.length > 0) found.pieces.push({ type: 'box', blocks, ...review });
        break;
      }
      case 'wp:docPr':
        alt = description(child);
        break;
      case 'pic:pic': {
        const own = elementIn(child, 'pic:nvPicPr', 'pic:cNvPr');
        look(child, { ...where, alt: alt || (own ? description(own) : ''), isPicture: true }, found);
        break;
      }
      case 'a:blip': {
        const list = where.isPicture ? found.pieces : found.fills;
        addPicture(attributes['r:embed'] ?? attributes['r:link'], { ...where, alt }, list);
        break;
      }
      case 'v:shape':
      case 'v:rect':
      case 'v:oval':
      case 'v:roundrect':
        if (/^(?:t|true|1)$/.test(attributes['o:hr'] ?? '')) story.rule();
        look(child, { ...where, alt: oneLine(attributes.alt ?? '') }, found);
        break;
      case 'v:imagedata': {
        // Of an embedded object, a picture of how it looks.
        const before = found.pieces.length;
        const title = oneLine(attributes['o:title'] ?? '');
        addPicture(attributes['r:id'] ?? attributes['r:pict'], { ...where, alt: alt || title }, found.pieces);
        if (found.other === 'object' && found.pieces.length > before) found.fills.length = 0;
        break;
      }
      case 'c:chart':
        found.other ??= 'chart';
        break;
      case 'dgm:relIds':
        found.other ??= 'diagram';
        break;
      case 'mc:AlternateContent': {
        const alternative = chosen(child);
        if (alternative !== undefined) look(alternative, { ...where, alt }, found);
        break;
      }
      default:
        look(child, { ...where, alt }, found);
    }
  }
}

/** A paragraph in a shape of DrawingML, which has a text of another kind than Word's. */
function drawnParagraph(element: XmlElement): Paragraph[] {
  const text = Array.from(descendants(element, 'a:t'), textIn).join('');
  if (text.trim() === '') return [];
  return [{ type: 'paragraph', styles: [], inlines: [{ type: 'text', text, format: PLAIN }], mark: {} }];
}

function addPicture(id: string | undefined, { context, story, alt }: Where, out: Inline[]): void {
  const relation = story.relation(id);
  if (relation === undefined) return;
  const { external, target } = relation;
  out.push({ type: 'picture', ...(external ? { address: target } : { part: target }), alt, ...context });
}

/** The description of a drawing; none where it is marked as decoration. */
function description(properties: XmlElement): string {
  const extensions = elementIn(properties, 'a:extLst')?.children ?? [];
  const isDecorative = extensions.some(
    (extension) =>
      typeof extension !== 'string' &&
      elementIn(extension, 'adec:decorative')?.attributes.val?.replace('true', '1') === '1',
  );
  return isDecorative ? '' : oneLine(properties.attributes.descr || properties.attributes.title || '');
}
