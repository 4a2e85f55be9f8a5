import { isOn } from '../../docx/format';
import { defaultStyle, styleChain, stylesById } from '../../docx/style-chain';
import { elementIn, elementsIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import { greatest } from '../../util/lists';
import { getOrInsert } from '../../util/memoize';
import { Numbers } from '../lists/numbering-ids';
import { numberIn } from './scan';

/** The properties of text that affect how much room it takes. */
export interface Type {
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
}

/** The format of a paragraph. Lengths are in twips. */
export interface Format {
  readonly style: string;
  readonly before: number;
  readonly after: number;
  /** Line height: in 240ths of a line if `rule` is `auto`, else in twips. */
  readonly line: number;
  readonly rule: string;
  readonly left: number;
  readonly right: number;
  /** Indent of the first line, relative to `left`; negative for a hanging indent. */
  readonly first: number;
  /** Whether the first line has a number or bullet, so that its text starts at the same place as on other lines. */
  readonly labelled: boolean;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly breakBefore: boolean;
  readonly contextual: boolean;
  /** Height of the border lines above and below, including their distance from the text. */
  readonly ruled: { readonly above: number; readonly below: number };
  readonly type: Type;
}

/** Thickness of a table's lines in twips: above it, below its header row, between its other rows and below it. */
interface TableRules {
  readonly above: number;
  readonly head: number;
  readonly between: number;
  readonly below: number;
}

/** The lines of a table that sets none. */
const USUAL_RULES: TableRules = { above: 0, head: 10, between: 10, below: 10 };

/** Word's largest font size, in points. */
const LARGEST = 1638;

const PLAIN: Format = {
  style: '',
  before: 0,
  after: 0,
  line: 240,
  rule: 'auto',
  left: 0,
  right: 0,
  first: 0,
  labelled: false,
  keepNext: false,
  keepLines: false,
  breakBefore: false,
  contextual: false,
  ruled: { above: 0, below: 0 },
  type: { font: 'Arial', size: 10, bold: false, capitals: false, hidden: false },
};

/** Whether paragraphs of a format follow each other without space in between. */
export function isTight({ before, after }: Format): boolean {
  return before === 0 && after === 0;
}

/** Reads formats from a document's styles and lists. */
export class Formats {
  readonly #styles: ReadonlyMap<string, XmlElement>;
  readonly #paragraphs = new Map<string, Format>();
  readonly #numbers: Numbers;
  readonly #defaults: Format;
  readonly #normal: string;

  /**
   * @param styles the root of `word/styles.xml`
   * @param numbering the root of `word/numbering.xml`
   * @param fonts the theme's fonts: name used in styles to name of the font
   */
  constructor(
    styles: XmlElement | undefined,
    numbering: XmlElement | undefined,
    readonly fonts: ReadonlyMap<string, string>,
  ) {
    this.#styles = stylesById(styles);
    this.#normal = defaultStyle(styles) ?? '';
    this.#numbers = new Numbers(numbering);
    const defaults = elementIn(styles, 'w:docDefaults');
    this.#defaults = this.#with(
      PLAIN,
      elementIn(defaults, 'w:pPrDefault', 'w:pPr'),
      elementIn(defaults, 'w:rPrDefault', 'w:rPr'),
    );
  }

  /** The format of a paragraph with the given `w:pPr`. */
  paragraph(properties: XmlElement | undefined): Format {
    const style = this.#style(valueIn(properties, 'w:pStyle') ?? this.#normal);
    return properties === undefined ? style : this.#with(style, properties, undefined);
  }

  /** The format of a style; undefined if there is no style with that id. */
  ofStyle(id: string): Format | undefined {
    return this.#styles.has(id) ? this.#style(id) : undefined;
  }

  /** The lines of a table with the given `w:tblPr`. */
  tableRules(properties: XmlElement | undefined): TableRules {
    const styles = this.#chain(valueIn(properties, 'w:tblStyle'));
    const own = elementIn(properties, 'w:tblBorders');
    const borders = [...styles.map((style) => elementIn(style, 'w:tblPr', 'w:tblBorders')), own];
    if (borders.every((one) => one === undefined)) return USUAL_RULES;
    const taken = (name: string): number =>
      borders.reduce((from, one) => thickness(elementIn(one, name)) ?? from, 0);
    const heads = styles
      .flatMap((style) => elementsIn(style, 'w:tblStylePr'))
      .filter(({ attributes }) => attributes['w:type'] === 'firstRow')
      .map((one) => thickness(elementIn(one, 'w:tcPr', 'w:tcBorders', 'w:bottom')) ?? 0);
    const between = taken('w:insideH');
    return { above: taken('w:top'), head: greatest(heads, between), between, below: taken('w:bottom') };
  }

  /** The look of a run with the given `w:rPr`, in a paragraph of the given format. */
  run(properties: XmlElement | undefined, { type }: Format): Type {
    if (properties === undefined) return type;
    const name = valueIn(properties, 'w:rStyle');
    let look = type;
    for (const style of this.#chain(name)) look = this.#look(look, elementIn(style, 'w:rPr'));
    return this.#look(look, properties);
  }

  #style(id: string): Format {
    return getOrInsert(this.#paragraphs, id, () => {
      let format = this.#defaults;
      for (const style of this.#chain(id))
        format = this.#with(format, elementIn(style, 'w:pPr'), elementIn(style, 'w:rPr'));
      return { ...format, style: id };
    });
  }

  /** A style after all the styles that it is based on. */
  #chain(id: string | undefined): XmlElement[] {
    return styleChain(id, this.#styles).reverse();
  }

  #with(format: Format, properties: XmlElement | undefined, run: XmlElement | undefined): Format {
    const spacing = elementIn(properties, 'w:spacing');
    const list = elementIn(properties, 'w:numPr');
    const level = this.#numbers.level(valueIn(list, 'w:numId'), valueIn(list, 'w:ilvl') ?? '0');
    const own = indent(elementIn(properties, 'w:ind'), indent(elementIn(level, 'w:pPr', 'w:ind'), format));
    return {
      ...format,
      ...own,
      labelled: list === undefined ? format.labelled : hasLabel(level),
      before: numberIn(spacing, 'w:before') ?? format.before,
      after: numberIn(spacing, 'w:after') ?? format.after,
      line: numberIn(spacing, 'w:line') ?? format.line,
      rule:
        spacing?.attributes['w:lineRule'] ??
        (numberIn(spacing, 'w:line') === undefined ? format.rule : 'auto'),
      keepNext: isOn(elementIn(properties, 'w:keepNext')) ?? format.keepNext,
      keepLines: isOn(elementIn(properties, 'w:keepLines')) ?? format.keepLines,
      breakBefore: isOn(elementIn(properties, 'w:pageBreakBefore')) ?? format.breakBefore,
      contextual: isOn(elementIn(properties, 'w:contextualSpacing')) ?? format.contextual,
      ruled: ruled(elementIn(properties, 'w:pBdr'), format.ruled),
      type: this.#look(format.type, run),
    };
  }

  #look(type: Type, properties: XmlElement | undefined): Type {
    if (properties === undefined) return type;
    const size = numberIn(elementIn(properties, 'w:sz'), 'w:val');
    const fonts = elementIn(properties, 'w:rFonts');
    const theme = this.fonts.get(fonts?.attributes['w:asciiTheme'] ?? '');
    const raised = valueIn(properties, 'w:vertAlign');
    return {
      font: theme ?? fonts?.attributes['w:ascii'] ?? type.font,
      size:
        (size === undefined ? type.size : Math.min(LARGEST, size / 2)) *
        (raised === undefined || raised === 'baseline' ? 1 : 0.6),
      bold: isOn(elementIn(properties, 'w:b')) ?? type.bold,
      capitals: isOn(elementIn(properties, 'w:caps')) ?? type.capitals,
      hidden: isOn(elementIn(properties, 'w:vanish')) ?? type.hidden,
    };
  }
}

function hasLabel(level: XmlElement | undefined): boolean {
  return level !== undefined && valueIn(level, 'w:suff') !== 'nothing' && valueIn(level, 'w:lvlText') !== '';
}

function ruled(borders: XmlElement | undefined, from: Format['ruled']): Format['ruled'] {
  const taken = (name: string, usual: number): number => {
    const line = elementIn(borders, name);
    const thick = thickness(line);
    // `w:space` is in points.
    return thick === undefined ? usual : thick === 0 ? 0 : thick + (numberIn(line, 'w:space') ?? 0) * 20;
  };
  return { above: taken('w:top', from.above), below: taken('w:bottom', from.below) };
}

/** The thickness of a line, in twips; undefined if it is not set. */
function thickness(line: XmlElement | undefined): number | undefined {
  if (line === undefined) return undefined;
  // `w:sz` is in eighths of a point.
  return /^(?:nil|none)$/.test(line.attributes['w:val'] ?? '') ? 0 : (numberIn(line, 'w:sz') ?? 0) * 2.5;
}

function indent(
  ind: XmlElement | undefined,
  from: Pick<Format, 'left' | 'right' | 'first'>,
): Pick<Format, 'left' | 'right' | 'first'> {
  if (ind === undefined) return { left: from.left, right: from.right, first: from.first };
  const hanging = numberIn(ind, 'w:hanging');
  return {
    left: numberIn(ind, 'w:left') ?? numberIn(ind, 'w:start') ?? from.left,
    right: numberIn(ind, 'w:right') ?? numberIn(ind, 'w:end') ?? from.right,
    first: hanging === undefined ? (numberIn(ind, 'w:firstLine') ?? from.first) : -hanging,
  };
}

/**
 * The theme's fonts: name used in styles to name of the font.
 *
 * @param theme the root of its part
 */
export function themeFonts(theme: XmlElement | undefined): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>();
  const scheme = elementIn(theme, 'a:themeElements', 'a:fontScheme');
  for (const [element, name] of [
    ['a:majorFont', 'major'],
    ['a:minorFont', 'minor'],
  ] as const) {
    const face = elementIn(scheme, element, 'a:latin')?.attributes.typeface;
    if (!face) continue;
    for (const script of ['HAnsi', 'Ascii']) fonts.set(`${name}${script}`, face);
  }
  return fonts;
}
