import {
  BuilderElement,
  type IContext,
  type IRunOptions,
  type IRunPropertiesOptions,
  type IXmlableObject,
  TextRun,
  UnderlineType,
  XmlComponent,
} from 'docx';
import { STYLE } from './styles';
import { clean } from './text';

/** How a stretch of text looks, from all the marks around it. */
export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly code?: boolean;
  readonly link?: boolean;
  readonly raised?: 'superscript' | 'subscript';
  readonly highlight?: boolean;
  /** A BCP 47 tag, where it differs from the document's. */
  readonly language?: string;
  /** How many marks are around it. */
  readonly depth?: number;
}

/**
 * A run of text, as docx writes it, made without docx's dozen objects for each: runs are most of a document, and
 * there are few ways in which they look. How a look is written, docx says, once.
 */
class PlainRun extends XmlComponent {
  readonly #properties: IXmlableObject | undefined;
  readonly #text: string;

  constructor(properties: IXmlableObject | undefined, text: string) {
    super('w:r');
    this.#properties = properties;
    this.#text = text;
  }

  override prepForXml(): IXmlableObject {
    const text = { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, this.#text] };
    return { 'w:r': this.#properties === undefined ? [text] : [this.#properties, text] };
  }
}

const written = new Map<string, IXmlableObject | undefined>();

/** How docx writes a look: the `w:rPr` of a run that has it. */
function propertiesOf(look: Look): IXmlableObject | undefined {
  const key = keyOf(look);
  if (written.has(key)) return written.get(key);
  const run = new TextRun({ ...runOptions(look), text: 'x' }).prepForXml({
    stack: [],
  } as unknown as IContext);
  const children = run?.['w:r'];
  const properties = Array.isArray(children)
    ? children.find(
        (child): child is IXmlableObject => typeof child === 'object' && child !== null && 'w:rPr' in child,
      )
    : undefined;
  written.set(key, properties);
  return properties;
}

/** A stretch of text on one line. */
export function run(value: string, look: Look = {}): TextRun {
  // For docx a run is what is written as one.
  return new PlainRun(propertiesOf(look), clean(value)) as unknown as TextRun;
}

/**
 * Code over several lines: line ends become line breaks, spaces stay what they are. Tabs become the spaces up to the
 * next fourth column, as Markdown counts them: Word's own tab stops count from the margin.
 */
export function codeRun(value: string): TextRun {
  const children: NonNullable<IRunOptions['children']>[number][] = [];
  for (const [at, line] of clean(value).split('\n').entries()) {
    if (at > 0) children.push(new BuilderElement({ name: 'w:br' }));
    if (line !== '') children.push(expandTabs(line));
  }
  return new TextRun({ children });
}

function expandTabs(line: string): string {
  let out = '';
  for (const [at, part] of line.split('\t').entries()) {
    if (at > 0) out += ' '.repeat(4 - (out.length % 4));
    out += part;
  }
  return out;
}

function keyOf(look: Look): string {
  const marks =
    (look.bold ? 1 : 0) |
    (look.italics ? 2 : 0) |
    (look.strike ? 4 : 0) |
    (look.underline ? 8 : 0) |
    (look.code ? 16 : 0) |
    (look.link ? 32 : 0) |
    (look.highlight ? 64 : 0) |
    (look.raised === 'superscript' ? 128 : look.raised === 'subscript' ? 256 : 0);
  return look.language === undefined ? `${marks}` : `${marks} ${look.language}`;
}

export function runOptions(look: Look): IRunPropertiesOptions {
  return {
    ...(look.code ? { style: STYLE.inlineCode } : look.link ? { style: STYLE.link } : {}),
    ...(look.bold ? { bold: true } : {}),
    ...(look.italics ? { italics: true } : {}),
    ...(look.strike ? { strike: true } : {}),
    ...(look.underline || (look.code && look.link) ? { underline: { type: UnderlineType.SINGLE } } : {}),
    ...(look.raised === 'superscript' ? { superScript: true } : {}),
    ...(look.raised === 'subscript' ? { subScript: true } : {}),
    ...(look.highlight ? { highlight: 'yellow' } : {}),
    ...(look.language === undefined ? {} : { language: { value: look.language } }),
  };
}
