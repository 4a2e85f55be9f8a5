import { formatOf } from '../../docx/format';
import type { Format, Link, ListPlace, Paragraph } from '../../docx/model';
import { HIDDEN } from '../../word/html/tokens';
import type { HtmlElement } from '../../word/html/tree';
import { isMarker, type OpenList } from './lists';
import { classesOf, type Styles } from './styles';

/** What the content of an element inherits from it. */
export interface ElementContext {
  readonly format: Format;
  readonly link?: Link;
  readonly paragraph: Pick<Paragraph, 'styles' | 'heading' | 'align'>;
  readonly list?: OpenList;
  /** A list item whose first paragraph is still to come. */
  readonly item?: { place: ListPlace | undefined; readonly box?: string };
  /** Whether line ends and spaces are kept. */
  readonly asIs?: true;
}

export const TEXT: ElementContext['paragraph'] = { styles: [] };

/** Whether an element is not text of the author: hidden or deleted text, comments, and bullets and numbers of Word. */
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

/** Whether an element is the reference of a comment, in HTML of Word or LibreOffice. */
export function isComment(element: HtmlElement, styles: Styles): boolean {
  return (
    classesOf(element).some((one) => one === 'msocomanchor' || one === 'msocommentreference') ||
    styles.own(element, 'mso-special-character') === 'comment'
  );
}

/** The properties of paragraphs in an element. */
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

/** The alignment of an element; empty for none, or left. */
export function alignIn(element: HtmlElement, styles: Styles): Pick<Paragraph, 'align'> {
  const align = styles.own(element, 'text-align') || element.attributes.get('align')?.toLowerCase();
  return align === 'right' || align === 'center' ? { align } : {};
}

/** Whether a paragraph has a border only on the left, as quotations have in HTML of LibreOffice. */
function hasLineBeside(element: HtmlElement, styles: Styles): boolean {
  const isDrawn = (side: string): boolean =>
    /\b(?:solid|double|dotted|dashed|groove|ridge)\b/.test(styles.own(element, `border-${side}`));
  return isDrawn('left') && !['right', 'top', 'bottom'].some(isDrawn);
}

/** Whether an element is code, also as code editors copy it. */
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
