/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Word documents for tests, written part by part. */
import { strToU8 } from 'fflate';
import { zipped } from './zipped';

const ECMA = 'http://schemas.openxmlformats.org';
const NAMESPACES = [
  `xmlns:w="${ECMA}/wordprocessingml/2006/main"`,
  `xmlns:r="${ECMA}/officeDocument/2006/relationships"`,
  `xmlns:mc="${ECMA}/markup-compatibility/2006"`,
  `xmlns:m="${ECMA}/officeDocument/2006/math"`,
  `xmlns:wp="${ECMA}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${ECMA}/drawingml/2006/main"`,
  `xmlns:pic="${ECMA}/drawingml/2006/picture"`,
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** A whole part: its root element round `content`. */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} ${NAMESPACES}>${content}</${root}>`;
}

/** What a document is made of besides its body. */
export interface Parts {
  /** Content of `w:styles`, `w:numbering` and the like. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly header?: string;
  /** Content of the core properties. */
  readonly core?: string;
  /** Pictures and other parts, by their id, with their path below `word/`. */
  readonly media?: Readonly<Record<string, readonly [path: string, bytes: Uint8Array]>>;
  /** Addresses of links, by their id. */
  readonly links?: Readonly<Record<string, string>>;
  /** Other files of the archive. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const ROOTS: readonly (readonly [keyof Parts & string, root: string])[] = [
  ['styles', 'w:styles'],
  ['numbering', 'w:numbering'],
  ['footnotes', 'w:footnotes'],
  ['endnotes', 'w:endnotes'],
  ['comments', 'w:comments'],
  ['commentsExtended', 'w15:commentsEx'],
  ['header', 'w:hdr'],
];

/** The files of a document with a body. */
export function docxFiles(body: string, parts: Parts = {}): Record<string, Uint8Array> {
  const office = `${ECMA}/officeDocument/2006/relationships`;
  const relations: string[] = [];
  const files: Record<string, Uint8Array> = {};
  const relate = (id: string, type: string, target: string, external = false): void => {
    const mode = external ? ' TargetMode="External"' : '';
    const escaped = target.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    relations.push(`<Relationship Id="${id}" Type="${office}/${type}" Target="${escaped}"${mode}/>`);
  };
  for (const [name, root] of ROOTS) {
    const content = parts[name];
    if (typeof content !== 'string') continue;
    files[`word/${name}.xml`] = strToU8(part(root, content));
    relate(`own-${name}`, name, `${name}.xml`);
  }
  for (const [id, [path, bytes]] of Object.entries(parts.media ?? {})) {
    files[`word/${path}`] = bytes;
    relate(id, 'image', path);
  }
  for (const [id, address] of Object.entries(parts.links ?? {})) relate(id, 'hyperlink', address, true);
  const rels = (content: string): Uint8Array =>
    strToU8(`<Relationships xmlns="${ECMA}/package/2006/relationships">${content}</Relationships>`);
  const core = `<cp:coreProperties xmlns:cp="${ECMA}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core ?? ''}</cp:coreProperties>`;
  const others = Object.entries(parts.files ?? {}).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${ECMA}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    ),
    '_rels/.rels': rels(
      `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${ECMA}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'docProps/core.xml': strToU8(core),
    'word/document.xml': strToU8(part('w:document', `<w:body>${body}</w:body>`)),
    'word/_rels/document.xml.rels': rels(relations.join('')),
    ...files,
    ...Object.fromEntries(others),
  };
}

/** A document with a body, as a .docx. */
export function docx(body: string, parts: Parts = {}): Uint8Array {
  return zipped(docxFiles(body, parts));
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A run: its text, and what its properties hold. */
export function run(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph of a text, or of runs and whatever else, with what its properties hold. */
export function para(content: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${own}${content.includes('<') ? content : run(content)}</w:p>`;
}

export function styled(style: string, content: string): string {
  return para(content, `<w:pStyle w:val="${style}"/>`);
}

const BY = 'w:author="Dana Petrie" w:date="2026-10-03T09:31:00Z"';

export function inserted(content: string, by = BY): string {
  return `<w:ins w:id="1" ${by}>${content.includes('<') ? content : run(content)}</w:ins>`;
}

export function deleted(text: string, by = BY): string {
  return `<w:del w:id="2" ${by}><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`;
}

/** Properties of a paragraph whose mark was inserted or deleted. */
export function marked(what: 'ins' | 'del', by = BY): string {
  return `<w:rPr><w:${what} w:id="3" ${by}/></w:rPr>`;
}

/** A range that a comment is on, with the sign of the comment behind it. */
export function commented(id: number, content: string): string {
  const inner = content.includes('<') ? content : run(content);
  return `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
}

/** An entry of `comments`. */
export function comment(
  id: number,
  text: string,
  author = 'Dana Petrie',
  paragraph = `1000000${id}`,
): string {
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="2026-10-03T09:31:00Z"><w:p w14:paraId="${paragraph}">${run(text)}</w:p></w:comment>`;
}

/** A table of rows of cells, each with what stands in it: a text, or elements. */
export function table(rows: readonly (readonly string[])[], header = true): string {
  const cells = (row: readonly string[]): string =>
    row
      .map((cell) =>
        cell.startsWith('<w:tc>') ? cell : `<w:tc>${cell.startsWith('<w:p') ? cell : para(cell)}</w:tc>`,
      )
      .join('');
  const own = rows.map((row, at) => {
    const properties = header && at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${properties}${cells(row)}</w:tr>`;
  });
  return `<w:tbl>${own.join('')}</w:tbl>`;
}

/** A picture: an inline drawing of the part with an id. */
export function picture(id: string, description = '', extra = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${escapeXml(description)}">${extra}</wp:docPr><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name=""/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A numbering of bullets (list 1) and of figures (lists 2 and 3, of which 3 begins at 5). */
export const LISTS = (() => {
  const levels = (format: string): string =>
    Array.from(
      { length: 9 },
      (_, at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
    ).join('');
  return (
    `<w:abstractNum w:abstractNumId="0">${levels('bullet')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${levels('decimal')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
  );
})();

/** An item of a list of `LISTS`. */
export function item(list: number, content: string, level = 0): string {
  return para(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** Styles for headings of all levels, in the names that Word gives them in German. */
export const HEADINGS = Array.from(
  { length: 9 },
  (_, at) =>
    `<w:style w:type="paragraph" w:styleId="berschrift${at + 1}"><w:name w:val="Überschrift ${at + 1}"/><w:pPr><w:outlineLvl w:val="${at}"/></w:pPr></w:style>`,
).join('');
