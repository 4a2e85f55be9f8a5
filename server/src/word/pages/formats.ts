import { greatest } from '../../lists';
import { getOrInsert } from '../../memoize';
import { attribute, child, isOn, numberIn, type Scanned, scan } from './scan';

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

/** Reads formats from a document's styles and lists. */
export class Formats {
  readonly #styles = new Map<string, Scanned>();
  readonly #paragraphs = new Map<string, Format>();
  readonly #levels = new Map<string, Scanned>();
  readonly #defaults: Format;
  readonly #normal: string;

  /**
   * @param styles `word/styles.xml`
   * @param numbering `word/numbering.xml`
   * @param fonts the theme's fonts: name used in styles to name of the font
   */
  constructor(
    styles: string,
    numbering: string,
    readonly fonts: ReadonlyMap<string, string>,
  ) {
    const root = child(scan(styles), 'w:styles');
    let normal = '';
    for (const style of root?.children ?? []) {
      if (style.name !== 'w:style') continue;
      const id = attribute(style, 'w:styleId') ?? '';
      this.#styles.set(id, style);
      if (
        attribute(style, 'w:type') === 'paragraph' &&
        /^(?:1|true|on)$/.test(attribute(style, 'w:default') ?? '')
      )
        normal = id;
    }
    this.#normal = normal;
    const defaults = child(root, 'w:docDefaults');
    this.#defaults = this.#with(
      PLAIN,
      child(defaults, 'w:pPrDefault', 'w:pPr'),
      child(defaults, 'w:rPrDefault', 'w:rPr'),
    );
    this.#readLists(numbering);
  }

  #readLists(numbering: string): void {
    const abstracts = new Map<string, Scanned>();
    for (const one of child(scan(numbering), 'w:numbering')?.children ?? []) {
      if (one.name === 'w:abstractNum') abstracts.set(attribute(one, 'w:abstractNumId') ?? '', one);
      if (one.name !== 'w:num') continue;
      const id = attribute(one, 'w:numId') ?? '';
      const abstract = abstracts.get(attribute(child(one, 'w:abstractNumId'), 'w:val') ?? '');
      for (const level of abstract?.children ?? []) {
        if (level.name === 'w:lvl') this.#levels.set(`${id} ${attribute(level, 'w:ilvl')}`, level);
      }
    }
  }

  /** The format of a paragraph with the given `w:pPr`. */
  paragraph(properties: Scanned | undefined): Format {
    const style = this.#style(attribute(child(properties, 'w:pStyle'), 'w:val') ?? this.#normal);
    return properties === undefined ? style : this.#with(style, properties, undefined);
  }

  /** The format of a style; undefined if there is no style with that id. */
  ofStyle(id: string): Format | undefined {
    return this.#styles.has(id) ? this.#style(id) : undefined;
  }

  /** The lines of a table with the given `w:tblPr`. */
  tableRules(properties: Scanned | undefined): TableRules {
    const styles = this.#chain(attribute(child(properties, 'w:tblStyle'), 'w:val'));
    const own = child(properties, 'w:tblBorders');
    const borders = [...styles.map((style) => child(style, 'w:tblPr', 'w:tblBorders')), own];
    if (borders.every((one) => one === undefined)) return USUAL_RULES;
    const taken = (name: string): number =>
      borders.reduce((from, one) => thickness(child(one, name)) ?? from, 0);
    const heads = styles
      .flatMap(({ children }) => children)
      .filter((one) => one.name === 'w:tblStylePr' && attribute(one, 'w:type') === 'firstRow')
      .map((one) => thickness(child(one, 'w:tcPr', 'w:tcBorders', 'w:bottom')) ?? 0);
    const between = taken('w:insideH');
    return { above: taken('w:top'), head: greatest(heads, between), between, below: taken('w:bottom') };
  }

  /** The look of a run with the given `w:rPr`, in a paragraph of the given format. */
  run(properties: Scanned | undefined, { type }: Format): Type {
    if (properties === undefined) return type;
    const name = attribute(child(properties, 'w:rStyle'), 'w:val');
    let look = type;
    for (const style of this.#chain(name)) look = this.#look(look, child(style, 'w:rPr'));
    return this.#look(look, properties);
  }

  #style(id: string): Format {
    return getOrInsert(this.#paragraphs, id, () => {
      let format = this.#defaults;
      for (const style of this.#chain(id))
        format = this.#with(format, child(style, 'w:pPr'), child(style, 'w:rPr'));
      return { ...format, style: id };
    });
  }

  /** A style after all the styles that it is based on. */
  #chain(id: string | undefined): Scanned[] {
    const out: Scanned[] = [];
    for (let style = this.#styles.get(id ?? ''); style !== undefined && !out.includes(style); ) {
      out.unshift(style);
      style = this.#styles.get(attribute(child(style, 'w:basedOn'), 'w:val') ?? '');
    }
    return out;
  }

  #with(format: Format, properties: Scanned | undefined, run: Scanned | undefined): Format {
    const spacing = child(properties, 'w:spacing');
    const list = child(properties, 'w:numPr');
    const level =
      list === undefined
        ? undefined
        : this.#levels.get(
            `${attribute(child(list, 'w:numId'), 'w:val')} ${attribute(child(list, 'w:ilvl'), 'w:val') ?? '0'}`,
          );
    const own = indent(child(properties, 'w:ind'), indent(child(level, 'w:pPr', 'w:ind'), format));
    return {
      ...format,
      ...own,
      labelled: list === undefined ? format.labelled : hasLabel(level),
      before: numberIn(spacing, 'w:before') ?? format.before,
      after: numberIn(spacing, 'w:after') ?? format.after,
      line: numberIn(spacing, 'w:line') ?? format.line,
      rule:
        attribute(spacing, 'w:lineRule') ??
        (numberIn(spacing, 'w:line') === undefined ? format.rule : 'auto'),
      keepNext: isOn(properties, 'w:keepNext') ?? format.keepNext,
      keepLines: isOn(properties, 'w:keepLines') ?? format.keepLines,
      breakBefore: isOn(properties, 'w:pageBreakBefore') ?? format.breakBefore,
      contextual: isOn(properties, 'w:contextualSpacing') ?? format.contextual,
      ruled: ruled(child(properties, 'w:pBdr'), format.ruled),
      type: this.#look(format.type, run),
    };
  }

  #look(type: Type, properties: Scanned | undefined): Type {
    if (properties === undefined) return type;
    const size = numberIn(child(properties, 'w:sz'), 'w:val');
    const fonts = child(properties, 'w:rFonts');
    const theme = this.fonts.get(attribute(fonts, 'w:asciiTheme') ?? '');
    const raised = attribute(child(properties, 'w:vertAlign'), 'w:val');
    return {
      font: theme ?? attribute(fonts, 'w:ascii') ?? type.font,
      size:
        (size === undefined ? type.size : Math.min(LARGEST, size / 2)) *
        (raised === undefined || raised === 'baseline' ? 1 : 0.6),
      bold: isOn(properties, 'w:b') ?? type.bold,
      capitals: isOn(properties, 'w:caps') ?? type.capitals,
      hidden: isOn(properties, 'w:vanish') ?? type.hidden,
    };
  }
}

function hasLabel(level: Scanned | undefined): boolean {
  return (
    level !== undefined &&
    attribute(child(level, 'w:suff'), 'w:val') !== 'nothing' &&
    attribute(child(level, 'w:lvlText'), 'w:val') !== ''
  );
}

function ruled(borders: Scanned | undefined, from: Format['ruled']): Format['ruled'] {
  const taken = (name: string, usual: number): number => {
    const line = child(borders, name);
    const thick = thickness(line);
    // `w:space` is in points.
    return thick === undefined ? usual : thick === 0 ? 0 : thick + (numberIn(line, 'w:space') ?? 0) * 20;
  };
  return { above: taken('w:top', from.above), below: taken('w:bottom', from.below) };
}

/** The thickness of a line, in twips; undefined if it is not set. */
function thickness(line: Scanned | undefined): number | undefined {
  if (line === undefined) return undefined;
  // `w:sz` is in eighths of a point.
  return /^(?:nil|none)$/.test(attribute(line, 'w:val') ?? '') ? 0 : (numberIn(line, 'w:sz') ?? 0) * 2.5;
}

function indent(
  ind: Scanned | undefined,
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

/** The theme's fonts: name used in styles to name of the font. */
export function themeFonts(theme: string): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>();
  const scheme = child(scan(theme), 'a:theme', 'a:themeElements', 'a:fontScheme');
  for (const [element, name] of [
    ['a:majorFont', 'major'],
    ['a:minorFont', 'minor'],
  ] as const) {
    const face = attribute(child(scheme, element, 'a:latin'), 'typeface');
    if (face === undefined || face === '') continue;
    for (const script of ['HAnsi', 'Ascii']) fonts.set(`${name}${script}`, face);
  }
  return fonts;
}
