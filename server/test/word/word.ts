import { strFromU8, unzipSync } from 'fflate';
import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  textIn,
  type XmlElement,
} from '../../src/docx/xml-tree';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { type ExportOptions, exportWord, type Warning } from '../../src/word';
import { type Entry, MemoryFiles } from '../project/memory';

/** The folder in which test drafts lie. */
export const FOLDER = 'file:///office/drafts';
export const DRAFT = `${FOLDER}/draft.md`;

/** An exported document, opened. */
export interface Word {
  readonly bytes: Uint8Array;
  readonly warnings: readonly Warning[];
  readonly parts: readonly string[];
  /** A part's root, read strictly: a part that is no XML fails the test. */
  part(name: string): XmlElement;
  readonly body: XmlElement;
  /** Paragraphs of the body, those in tables included. */
  readonly paragraphs: readonly XmlElement[];
  readonly tables: readonly XmlElement[];
}

export async function word(
  markdown: string,
  files: Record<string, Entry> = {},
  options: Partial<ExportOptions> = {},
): Promise<Word> {
  const at = Object.entries(files).map(([name, entry]) => [
    name.startsWith('/') ? name : `/office/drafts/${name}`,
    entry,
  ]);
  const { bytes, warnings } = await exportWord(parseDraft(markdown), builtInProject, {
    unfilled: unfilledWords,
    uri: DRAFT,
    folder: FOLDER,
    files: new MemoryFiles(Object.fromEntries(at)),
    ...options,
  });
  return { ...opened(bytes), warnings };
}

export function opened(bytes: Uint8Array): Omit<Word, 'warnings'> {
  const zip = unzipSync(bytes);
  const part = (name: string): XmlElement => {
    const found = zip[name];
    if (found === undefined) throw new Error(`The document has no part ${name}`);
    return parseXml(strFromU8(found));
  };
  const body = elementIn(part('word/document.xml'), 'w:body')!;
  return {
    bytes,
    parts: Object.keys(zip),
    part,
    body,
    paragraphs: [...descendants(body, 'w:p')],
    tables: [...descendants(body, 'w:tbl')],
  };
}

/** What a paragraph or another element says: breaks and tabs as such, instructions of fields left out. */
export function says(element: XmlElement): string {
  let out = '';
  for (const found of descendants(element, 'w:t', 'w:br', 'w:tab')) {
    if (found.name === 'w:t') out += textIn(found);
    else if (found.name === 'w:br') out += '\n';
    else if (found.attributes['w:val'] === undefined) out += '\t';
  }
  return out;
}

/** The paragraph that says something, or begins with it. */
export function paragraphOf(word: Pick<Word, 'paragraphs'>, text: string): XmlElement {
  const found =
    word.paragraphs.find((paragraph) => says(paragraph).trim() === text) ??
    word.paragraphs.find((paragraph) => says(paragraph).trim().startsWith(text));
  if (found === undefined)
    throw new Error(`No paragraph says “${text}”; there are ${word.paragraphs.map(says)}`);
  return found;
}

/** `w:val` of an element inside another, by its path; '' where it stands without a value. */
export function valueAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  const found = elementIn(element, ...path);
  return found === undefined ? undefined : (found.attributes['w:val'] ?? '');
}

export function styleOf(paragraph: XmlElement): string {
  return valueAt(paragraph, 'w:pPr', 'w:pStyle') ?? 'Normal';
}

/** The names of the properties that the run with a text has: `w:b`, `w:i`, …; its style's name among them. */
export function looksOf(word: Pick<Word, 'body'>, text: string): string[] {
  for (const run of descendants(word.body, 'w:r')) {
    if (!says(run).includes(text)) continue;
    return elementsIn(elementIn(run, 'w:rPr')).map((property) =>
      property.name === 'w:rStyle' ? property.attributes['w:val']! : property.name,
    );
  }
  throw new Error(`No run says “${text}”`);
}

/** The definition of a style. */
export function styleNamed(word: Pick<Word, 'part'>, id: string): XmlElement {
  const found = elementsIn(word.part('word/styles.xml'), 'w:style').find(
    (one) => one.attributes['w:styleId'] === id,
  );
  if (found === undefined) throw new Error(`There is no style ${id}`);
  return found;
}

/** Number and level of a list paragraph, by itself or by its style, and what its level says. */
export function numbering(
  word: Pick<Word, 'part'>,
  paragraph: XmlElement,
):
  | {
      readonly id: string;
      readonly level: number;
      readonly format: string;
      readonly text: string;
      readonly start: string;
      /** The definition, whose lists share a count, but for those that start afresh. */
      readonly definition: string;
      readonly isAfresh: boolean;
      /** Where the definition puts its text, in twips. */
      readonly left: string;
    }
  | undefined {
  let properties = elementIn(paragraph, 'w:pPr', 'w:numPr');
  for (let id: string | undefined = styleOf(paragraph); properties === undefined && id !== undefined; ) {
    const style = styleNamed(word, id);
    properties = elementIn(style, 'w:pPr', 'w:numPr');
    id = valueAt(style, 'w:basedOn');
  }
  const id = properties === undefined ? undefined : valueAt(properties, 'w:numId');
  if (properties === undefined || id === undefined || id === '0') return undefined;
  const level = valueAt(properties, 'w:ilvl') ?? '0';
  const root = word.part('word/numbering.xml');
  const num = elementsIn(root, 'w:num').find((one) => one.attributes['w:numId'] === id)!;
  const abstract = elementsIn(root, 'w:abstractNum').find(
    (one) => one.attributes['w:abstractNumId'] === valueAt(num, 'w:abstractNumId'),
  )!;
  const levelIn = (element: XmlElement): XmlElement | undefined =>
    elementsIn(element, 'w:lvl').find((one) => one.attributes['w:ilvl'] === level);
  const overrides = elementsIn(num, 'w:lvlOverride').filter((one) => one.attributes['w:ilvl'] === level);
  const definition = overrides.map(levelIn).find((one) => one !== undefined) ?? levelIn(abstract)!;
  const afresh = overrides.map((one) => valueAt(one, 'w:startOverride')).find((one) => one !== undefined);
  return {
    id,
    level: Number(level),
    format: valueAt(definition, 'w:numFmt')!,
    text: valueAt(definition, 'w:lvlText')!,
    start: afresh ?? valueAt(definition, 'w:start')!,
    definition: valueAt(num, 'w:abstractNumId')!,
    isAfresh: afresh !== undefined,
    left: elementIn(definition, 'w:pPr', 'w:ind')?.attributes['w:left'] ?? '0',
  };
}

/** What Word prints before each numbered or bulleted paragraph, and the paragraph's text: `1. first`. */
export function shown(word: Word): string[] {
  const lists = new Map<string, number[]>();
  const begun = new Set<string>();
  const out: string[] = [];
  for (const paragraph of word.paragraphs) {
    const number = numbering(word, paragraph);
    if (number === undefined) continue;
    const counts = lists.get(number.definition) ?? [];
    lists.set(number.definition, counts);
    if (number.isAfresh && !begun.has(number.id)) counts.length = 0;
    begun.add(number.id);
    counts.length = Math.min(counts.length, number.level + 1);
    counts[number.level] = (counts[number.level] ?? Number(number.start) - 1) + 1;
    const marker = number.text.replace(/%(\d)/g, (_, level) =>
      counted(number.format, counts[Number(level) - 1]!),
    );
    out.push(`${'  '.repeat(number.level)}${marker} ${says(paragraph)}`);
  }
  return out;
}

/** A count as Word prints it, up to 26 or "z". */
function counted(format: string, count: number): string {
  if (format === 'lowerLetter') return String.fromCharCode(96 + count);
  if (format !== 'lowerRoman') return String(count);
  return 'x'.repeat(count / 10) + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][count % 10];
}

/** The one table of a draft, exported. */
export async function tableOf(markdown: string): Promise<XmlElement> {
  const { tables } = await word(markdown);
  if (tables.length !== 1) throw new Error(`There are ${tables.length} tables`);
  return tables[0]!;
}

/** Widths of a table's columns, in twips. */
export function widthsOf(table: XmlElement): number[] {
  return elementsIn(elementIn(table, 'w:tblGrid'), 'w:gridCol').map((column) =>
    Number(column.attributes['w:w']),
  );
}

/** The style that Word shows under a name. */
export function styleCalled(word: Pick<Word, 'part'>, name: string): XmlElement {
  const found = elementsIn(word.part('word/styles.xml'), 'w:style').find(
    (style) => valueAt(style, 'w:name') === name,
  );
  if (found === undefined) throw new Error(`No style is named ${name}`);
  return found;
}
