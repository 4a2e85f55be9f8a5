import { formatOf } from '../../docx/format';
import type { Format, Link, ListPlace, Paragraph } from '../../docx/model';
import { HIDDEN } from '../../word/html/tokens';
import type { HtmlElement } from '../../word/html/tree';
import { isMarker, type OpenList } from './lists';
import { classesOf, type Styles } from './styles';

/** What an element gives to the text in it. */
export interface ElementContext {
  readonly format: Format;
  readonly link?: Link;
  /** Of the paragraphs in it. */
  readonly paragraph: Pick<Paragraph, 'styles' | 'heading' | 'align'>;
  readonly list?: OpenList;
  /** The item whose first paragraph has not come yet. */
  readonly item?: { place: ListPlace | undefined; readonly box?: string };
  /** Whether line ends and spaces stay as they are. */
  readonly asIs?: true;
}

/** A paragraph of no kind. */
export const TEXT: ElementContext['paragraph'] = { styles: [] };

/** What is no text of the author: what is hidden or was deleted, Word's numbers, and parts of fields. */
export function isLeftOut(element: HtmlElement, styles: Styles): boolean {
  return (
    HIDDEN.has(element.name) ||
    element.name === 'del' ||
    classesOf(element).includes('msodel') ||
    isMarker(element, styles) ||
    styles.of(element, 'display') === 'none' ||
    styles.own(element, 'mso-hide') === 'all' ||
    /^comment/.test(styles.own(element, 'mso-element'))
  );
}

/** The sign of a comment of Word or LibreOffice. */
export function isComment(element: HtmlElement, styles: Styles): boolean {
  return (
    classesOf(element).some((one) => one === 'msocomanchor' || one === 'msocommentreference') ||
    styles.own(element, 'mso-special-character') === 'comment'
  );
}

/** What the paragraphs in an element are. */
export function paragraphIn(
  element: HtmlElement,
  { paragraph }: ElementContext,
  styles: Styles,
): ElementContext['paragraph'] {
  const { name } = element;
  const classes = classesOf(element);
  const outline = /^[1-9]$/.exec(styles.of(element, 'mso-outline-level'))?.[0];
  const heading =
    /^h([1-6])$/.exec(name)?.[1] ?? outline ?? /^msoheading([7-9])/.exec(classes.join(' '))?.[1];
  if (classes.includes('msotitle')) return { styles: ['title'], heading: 1 };
  if (heading !== undefined) return { styles: [], heading: Number(heading) };
  if (name === 'blockquote' || classes.some((one) => one === 'msoquote' || one === 'msointensequote'))
    return { styles: ['quote'] };
  if (isPreformatted(element, styles)) return { styles: ['source code'] };
  if (name !== 'p') return paragraph;
  if (hasLineBeside(element, styles)) return { styles: ['quote'] };
  return { ...paragraph, ...alignIn(element, styles) };
}

/** The side that an element has its text on, where it says so. */
export function alignIn(element: HtmlElement, styles: Styles): Pick<Paragraph, 'align'> {
  const align = styles.own(element, 'text-align') || element.attributes.get('align')?.toLowerCase();
  return align === 'right' || align === 'center' ? { align } : {};
}

/** Whether a line runs down the left of a paragraph alone, as LibreOffice writes a style that has one: a quotation. */
function hasLineBeside(element: HtmlElement, styles: Styles): boolean {
  const isDrawn = (side: string): boolean =>
    /\b(?:solid|double|dotted|dashed|groove|ridge)\b/.test(styles.own(element, `border-${side}`));
  return isDrawn('left') && !['right', 'top', 'bottom'].some(isDrawn);
}

/** Whether it is code, as editors have it. */
export function isPreformatted(element: HtmlElement, styles: Styles): boolean {
  return element.name === 'pre' || styles.own(element, 'white-space') === 'pre';
}

/** The format of text in an inline element. */
export function formatIn(element: HtmlElement, { format }: ElementContext, styles: Styles): Format {
  const { name } = element;
  let { bold, italic, strike, code, raised, underlined, highlighted } = format;
  if (name === 'b' || name === 'strong') bold = true;
  if (name === 'i' || name === 'em') italic = true;
  if (name === 's' || name === 'strike') strike = true;
  if (name === 'u') underlined = true;
  if (name === 'code' || name === 'tt' || name === 'kbd' || name === 'samp') code = true;
  if (name === 'sup') raised = 'superscript';
  if (name === 'sub') raised = 'subscript';
  const weight = styles.own(element, 'font-weight');
  if (weight !== '') bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const slant = styles.own(element, 'font-style');
  if (slant !== '') italic = slant !== 'normal';
  const line = `${styles.own(element, 'text-decoration')} ${styles.own(element, 'text-decoration-line')}`;
  if (line.includes('line-through')) strike = true;
  if (line.includes('underline')) underlined = true;
  const height = styles.own(element, 'vertical-align');
  if (height === 'super') raised = 'superscript';
  if (height === 'sub') raised = 'subscript';
  if (styles.own(element, 'mso-highlight') !== '') highlighted = true;
  return formatOf({ bold, italic, strike, code, raised, underlined, highlighted });
}
