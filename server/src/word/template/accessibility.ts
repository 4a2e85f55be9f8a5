import { defaultStyle, styleChain, stylesById } from '../../docx/style-chain';
import { descendants, elementIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import type { Parts } from '../package/parts';

/** The contrast that WCAG 2.2 requires for large type, and for small type. */
const LARGE = 3;
const SMALL = 4.5;

/**
 * The accessibility issues of a template, given by its parts: text with too little contrast on white, and pictures without alternative text.
 *
 * @param used ids of the template's styles that the document's text has
 */
export function templateIssues(parts: Parts, used: ReadonlySet<string>): string[] {
  const issues: string[] = [];
  const root = parts.relatedRoot('styles');
  const all = stylesById(root);
  const usual = defaultStyle(root);
  for (const [id, style] of all) {
    if (id !== usual && !used.has(id)) continue;
    const chain = styleChain(id, all);
    const own = (...path: readonly string[]): XmlElement | undefined =>
      chain.map((one) => elementIn(one, ...path)).find((found) => found !== undefined);
    const colour = own('w:rPr', 'w:color')?.attributes['w:val'] ?? '';
    // The contrast on another background is not checked.
    if (
      !/^[0-9A-F]{6}$/i.test(colour) ||
      own('w:pPr', 'w:shd') !== undefined ||
      own('w:rPr', 'w:shd') !== undefined
    )
      continue;
    const size = Number(own('w:rPr', 'w:sz')?.attributes['w:val'] ?? 22);
    const needed = size >= 36 || (size >= 28 && own('w:rPr', 'w:b') !== undefined) ? LARGE : SMALL;
    const contrast = contrastOnWhite(colour);
    if (contrast < needed) {
      const name = valueIn(style, 'w:name') ?? '';
      issues.push(
        `The template’s style “${name}” is too pale to read well on white: its contrast is ${contrast.toFixed(1)} to 1, and ${needed} to 1 is needed`,
      );
    }
  }
  for (const name of parts.textParts) {
    for (const drawing of descendants(parts.root(name)!, 'wp:docPr')) {
      const { descr = '', title = '' } = drawing.attributes;
      const decorative = [...descendants(drawing)].some((one) => /:decorative$/.test(one.name));
      if (descr === '' && title === '' && !decorative) {
        issues.push(
          `A picture in the template (“${drawing.attributes.name ?? name}”) has no alternative text`,
        );
      }
    }
  }
  return [...new Set(issues)];
}

/** The contrast of a colour (RRGGBB) on white, by WCAG 2.2. */
export function contrastOnWhite(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
  return 1.05 / (luminance + 0.05);
}
