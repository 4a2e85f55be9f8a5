import { type IContext, type IRunPropertiesOptions, type IXmlableObject, TextRun, XmlComponent } from 'docx';
import { clean } from './text';

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
function propertiesOf(key: string, options: () => IRunPropertiesOptions): IXmlableObject | undefined {
  if (written.has(key)) return written.get(key);
  const run = new TextRun({ ...options(), text: 'x' }).prepForXml({ stack: [] } as unknown as IContext);
  const children = run?.['w:r'];
  const properties = Array.isArray(children)
    ? children.find(
        (child): child is IXmlableObject => typeof child === 'object' && child !== null && 'w:rPr' in child,
      )
    : undefined;
  written.set(key, properties);
  return properties;
}

/**
 * A stretch of text on one line.
 *
 * @param key the same for the same options, and for no others
 */
export function textRun(value: string, key: string, options: () => IRunPropertiesOptions): TextRun {
  // For docx a run is what is written as one.
  return new PlainRun(propertiesOf(key, options), clean(value)) as unknown as TextRun;
}
