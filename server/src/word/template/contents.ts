import { descendants, elementsIn, type Splice, textIn, type XmlElement } from '../../docx/xml-tree';
import { fieldParts } from '../markup/fields';

/** A template's own table of contents. */
export interface TemplateContents {
  /** Offsets in the main part's text of the paragraphs that hold its entries. */
  readonly start: number;
  readonly end: number;
  /** The start of the paragraph below its entries that ends its field; undefined if there is none. */
  readonly tail: number | undefined;
  /** The instruction of its field. */
  readonly instruction: string;
  /** How many levels of headings it lists, 1 to 3. */
  readonly levels: number;
}

const DEEPEST = 3;

/** Finds the field of the table of contents, which must lie in successive paragraphs; lists of figures do not count. */
export function findContents(root: XmlElement): TemplateContents | undefined {
  const open: XmlElement[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const found = contentsIn(elementsIn(element));
    if (found !== undefined) return found;
    for (const child of elementsIn(element).reverse()) if (child.name !== 'w:p') open.push(child);
  }
  return undefined;
}

function contentsIn(blocks: readonly XmlElement[]): TemplateContents | undefined {
  let begun: { readonly start: number; instruction: string; depth: number } | undefined;
  for (const block of blocks) {
    if (block.name !== 'w:p') continue;
    for (const mark of marksIn(block)) {
      const type = mark.attributes['w:fldCharType'];
      if (type === 'begin' && begun === undefined) begun = { start: block.start, instruction: '', depth: 1 };
      else if (begun === undefined) continue;
      else if (type === 'begin') begun.depth++;
      else if (type === 'end') {
        if (--begun.depth > 0) continue;
        if (listsHeadings(begun.instruction)) {
          const tail = block.start > begun.start && isEmpty(block) ? block.start : undefined;
          return { ...begun, end: block.end, tail, levels: levelsOf(begun.instruction) };
        }
        begun = undefined;
      } else if (mark.name === 'w:instrText' && begun.depth === 1) begun.instruction += textIn(mark);
    }
  }
  return undefined;
}

function isEmpty(paragraph: XmlElement): boolean {
  return descendants(paragraph, 'w:t', 'w:tab', 'w:br', 'w:drawing', 'w:pict').next().done === true;
}

/** The marks and instructions of fields in a paragraph, including those in links. */
function* marksIn(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === 'w:fldChar' || child.name === 'w:instrText') yield child;
    else if (/^w:(?:r|hyperlink|smartTag|ins)$/.test(child.name)) yield* marksIn(child);
  }
}

function listsHeadings(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction) && !/\\[acf]\b/i.test(instruction);
}

function levelsOf(instruction: string): number {
  const last = /\\o\s+(?:"\s*)?[1-9]\s*-\s*([1-9])/i.exec(instruction)?.[1];
  return Math.min(DEEPEST, Number(last ?? DEEPEST));
}

/** The change that puts the draft's entries into the table; without any, it becomes empty. */
export function filledContents({ start, end, tail, instruction }: TemplateContents, entries: string): Splice {
  if (entries !== '') return { start, end: tail ?? end, text: entries };
  return { start, end, text: `<w:p>${fieldParts(instruction).join('')}</w:p>` };
}
