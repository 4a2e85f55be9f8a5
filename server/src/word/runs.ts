import {
  type IContext,
  type IRunPropertiesOptions,
  type IXmlableObject,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from 'docx';
import { unfilledIn } from '../draft/unfilled';
import { asChild, toXml, Written } from './markup';
import { STYLE } from './styles';
import { clean } from './text';
import { escapeXml } from './xml';

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
  /** Whether it runs from right to left. */
  readonly rtl?: boolean;
  /** How many marks are around it. */
  readonly depth?: number;
}

const written = new Map<string, string>();

/** How docx writes a look: the `w:rPr` of a run that has it. */
function propertiesOf(look: Look): string {
  const key = keyOf(look);
  const known = written.get(key);
  if (known !== undefined) return known;
  const xml = propertiesXml(runOptions(look));
  written.set(key, xml);
  return xml;
}

/** How docx writes the properties of a run. */
export function propertiesXml(options: IRunPropertiesOptions): string {
  const run = new TextRun({ ...options, text: 'x' }).prepForXml({ stack: [] } as unknown as IContext);
  const children = run?.['w:r'] as unknown;
  const properties = Array.isArray(children)
    ? (children as readonly IXmlableObject[]).find((child) => 'w:rPr' in child)
    : undefined;
  return toXml(properties);
}

/** The end of a line in a paragraph, and a tab. */
export const BREAK = asChild(new Written('<w:r><w:br/></w:r>'));
export const TAB = asChild(new Written('<w:r><w:tab/></w:r>'));

/** A stretch of text on one line. */
export function run(value: string, look: Look = {}): ParagraphChild {
  return asChild(new Written(`<w:r>${propertiesOf(look)}${textXml(value)}</w:r>`));
}

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * As `run`, with what is still to be filled in marked, so that it is not published unseen: `[insert …]` everywhere, and
 * those of `words` ("TBC"), which may be names as well, so that it is for the rule to say.
 */
export function runs(
  value: string,
  look: Look = {},
  words: ReadonlySet<string> = NO_WORDS,
): ParagraphChild[] {
  // Most texts have neither, and looking takes longer than writing them.
  const may = !look.highlight && (value.includes('[') || hasOne(words, value));
  const found = may
    ? unfilledIn(value).filter(
        ({ start, end, kind }) => kind.name === 'insert' || words.has(value.slice(start, end)),
      )
    : [];
  if (found.length === 0) return [run(value, look)];
  const out: ParagraphChild[] = [];
  let from = 0;
  for (const { start, end } of found) {
    if (start > from) out.push(run(value.slice(from, start), look));
    out.push(run(value.slice(start, end), { ...look, highlight: true }));
    from = end;
  }
  if (from < value.length) out.push(run(value.slice(from), look));
  return out;
}

/** So many words are looked for one by one. */
const FEW = 50;

function hasOne(words: ReadonlySet<string>, value: string): boolean {
  if (words.size > FEW) return true;
  for (const word of words) if (value.includes(word)) return true;
  return false;
}

/** Words in a run. */
export function textXml(value: string): string {
  return `<w:t xml:space="preserve">${escapeXml(value)}</w:t>`;
}

/**
 * Code over several lines: line ends become line breaks, spaces stay what they are. Tabs become the spaces up to the
 * next fourth column, as Markdown counts them: Word's own tab stops count from the margin.
 */
export function codeRun(value: string): ParagraphChild {
  const lines = clean(value).split('\n');
  const xml = lines.map((line) => (line === '' ? '' : textXml(expandTabs(line)))).join('<w:br/>');
  return asChild(new Written(`<w:r>${xml}</w:r>`));
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
    (look.raised === 'superscript' ? 128 : look.raised === 'subscript' ? 256 : 0) |
    (look.rtl ? 512 : 0);
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
    // In black, whatever the colour of the text around: white on yellow cannot be read.
    ...(look.highlight ? { highlight: 'yellow', color: '000000' } : {}),
    ...(look.language === undefined
      ? {}
      : { language: { value: look.language, ...(look.rtl ? { bidirectional: look.language } : {}) } }),
    ...(look.rtl ? { rightToLeft: true } : {}),
  };
}
