import { strToU8, zipSync } from 'fflate';

/** The parts of a template, written by hand, as each shows something that has caused trouble in templates of councils. */
interface Made {
  readonly styles?: string;
  readonly body: string;
  readonly settings?: string;
  readonly numbering?: string;
  /** The contents of headers and footers, by their relation. */
  readonly parts?: Readonly<Record<string, string>>;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
const field = (code: string, shows: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shows)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const section = (content: string): string =>
  `<w:sectPr>${content}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1304" w:bottom="1440" w:left="1304" w:header="708" w:footer="708" w:gutter="0"/>`;
const SHORT = { header: 'header', footer: 'footer' } as const;
const uses = (id: string, type: 'default' | 'first'): string =>
  `<w:${id.startsWith('header') ? SHORT.header : SHORT.footer}Reference w:type="${type}" r:id="${id}"/>`;

/** A paragraph style. */
const style = (id: string, name: string, paragraphs: string, runs: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>${more}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;

const heading = (level: number, size: number, colour: string, numbered = ''): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/>${numbered}<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:color w:val="${colour}"/><w:sz w:val="${size}"/>`,
  );
const headings = (colour: string, numbered: (level: number) => string = () => ''): string =>
  [34, 28, 25].map((size, at) => heading(at + 1, size, colour, numbered(at))).join('');

const FONT = (font: string): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

function packed(
  { styles = headings('1F3864'), body, settings = '', numbering, parts = {} }: Made,
  font = 'Arial',
): Uint8Array {
  const files: Record<string, string> = {};
  const relations = [
    `<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="settings" Type="${OFFICE}/settings" Target="settings.xml"/>`,
  ];
  const types: string[] = [];
  const add = (name: string, type: string, content: string): void => {
    files[`word/${name}.xml`] = `${XML}${content}`;
    types.push(`<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`);
  };
  add('document', 'document.main', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  add('styles', 'styles', `<w:styles ${NAMESPACES}>${FONT(font)}${styles}</w:styles>`);
  add('settings', 'settings', `<w:settings ${NAMESPACES}>${settings}</w:settings>`);
  if (numbering !== undefined) {
    add('numbering', 'numbering', `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`);
    relations.push(`<Relationship Id="numbering" Type="${OFFICE}/numbering" Target="numbering.xml"/>`);
  }
  for (const [id, content] of Object.entries(parts)) {
    const kind = id.startsWith('header') ? 'header' : 'footer';
    const element = kind === 'header' ? 'hdr' : 'ftr';
    add(id, kind, `<w:${element} ${NAMESPACES}>${content}</w:${element}>`);
    relations.push(`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${id}.xml"/>`);
  }
  const list = (content: string): string =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  files['word/_rels/document.xml.rels'] = list(relations.join(''));
  files['_rels/.rels'] = list(
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
  );
  files['[Content_Types].xml'] =
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const PAGE = field('PAGE', '1');
const level = (at: number, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading${at + 1}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="709" w:hanging="709"/></w:pPr></w:lvl>`;

/** Numbered headings, which the header quotes, and a table of contents. */
const numbered = packed({
  styles:
    headings('0B5345', (at) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`) +
    [1, 2, 3]
      .map((at) =>
        style(
          `TOC${at}`,
          `toc ${at}`,
          `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9298"/></w:tabs><w:ind w:left="${(at - 1) * 240}"/>`,
          '',
        ),
      )
      .join(''),
  numbering: `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1.')}${level(1, '%1.%2')}${level(2, '%1.%2.%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  parts: {
    header1: paragraph(field('STYLEREF "Heading 1"', 'Section')),
    footer1: paragraph(`${run('Page ')}${PAGE}`),
  },
  body: `${paragraph('{{title}}', 'Title')}${paragraph(field('TOC \\o "1-2" \\h \\z \\u', 'Update this field'))}${paragraph('{{body}}')}${section(uses('header1', 'default') + uses('footer1', 'default'))}</w:sectPr>`,
});

/** A cover page, contents with Roman page numbers, and a body that begins at page 1. */
const cover = packed(
  {
    styles: `${headings('7B241C')}${style('Title', 'Title', '<w:spacing w:before="4000" w:after="240"/>', '<w:b/><w:sz w:val="60"/>')}`,
    parts: {
      header1: paragraph('{{title}}'),
      footer1: paragraph(`${run('Page ')}${PAGE}${run(' of ')}${field('SECTIONPAGES', '1')}`),
    },
    body:
      paragraph('{{title}}', 'Title') +
      paragraph('{{organisation}}, {{date}}') +
      `<w:p><w:pPr>${section('')}<w:vAlign w:val="center"/></w:sectPr></w:pPr></w:p>` +
      paragraph('Contents', 'Heading1') +
      paragraph(field('TOC \\o "1-2" \\h', 'Update this field')) +
      `<w:p><w:pPr>${section(uses('footer1', 'default')).replace('<w:pgMar', '<w:pgMar')}<w:pgNumType w:fmt="lowerRoman" w:start="1"/></w:sectPr></w:pPr></w:p>` +
      paragraph('{{body}}') +
      `${section(uses('header1', 'default') + uses('footer1', 'default'))}<w:pgNumType w:start="1"/></w:sectPr>`,
  },
  'Georgia',
);

/** A letterhead on the first page, and a short header on the others. */
const letterhead = packed({
  parts: {
    header1: `<w:tbl><w:tblPr><w:tblW w:w="9298" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5298"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="5298" w:type="dxa"/></w:tcPr>${paragraph('<w:r><w:rPr><w:b/><w:sz w:val="40"/></w:rPr><w:t>Wexmoor Council</w:t></w:r>')}</w:tc><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${['Town Hall', 'Market Square', 'Wexmoor WX1 2AB'].map((line) => paragraph(line)).join('')}</w:tc></w:tr></w:tbl>${paragraph('')}`,
    header2: paragraph('{{title}}'),
    footer1: paragraph('www.example.org'),
    footer2: paragraph(`${run('Page ')}${PAGE}`),
  },
  body: `${paragraph('{{body}}')}${section(uses('header1', 'first') + uses('header2', 'default') + uses('footer1', 'first') + uses('footer2', 'default'))}<w:titlePg/></w:sectPr>`,
});

/** Styles with Welsh names of the council. */
const welsh = packed({
  styles: `${headings('6C3483')}${style('DyfyniadCyngor', 'Dyfyniad y Cyngor', '<w:ind w:left="567" w:right="567"/>', '<w:i/><w:color w:val="6C3483"/>')}${style('RhestrCyngor', 'Rhestr y Cyngor', '<w:ind w:left="567" w:hanging="283"/>', '')}<w:style w:type="table" w:styleId="TablCyngor"><w:name w:val="Tabl y Cyngor"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:color="6C3483"/><w:bottom w:val="single" w:sz="12" w:color="6C3483"/><w:insideH w:val="single" w:sz="4" w:color="6C3483"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>`,
  parts: { footer1: paragraph(`${run('Tudalen ')}${PAGE}`) },
  body: `${paragraph('{{body}}')}${section(uses('footer1', 'default'))}</w:sectPr>`,
});

const control = (tag: string, content: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

/** Content controls for the title, the date and the text. */
const controls = packed({
  body: `${control('Title', paragraph('{{title}}', 'Heading1'))}${control('Date', paragraph('{{date}}'))}${control('Body', paragraph('{{body}}'))}${section('')}</w:sectPr>`,
});

const shade = (type: string, fill: string, runs = ''): string =>
  `<w:tblStylePr w:type="${type}">${runs === '' ? '' : `<w:rPr>${runs}</w:rPr>`}<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:tcPr></w:tblStylePr>`;

/** Banded tables. */
const banded = packed({
  styles: `${headings('154360')}<w:style w:type="table" w:styleId="CouncilTable"><w:name w:val="Council Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders><w:top w:val="single" w:sz="4" w:color="154360"/><w:bottom w:val="single" w:sz="4" w:color="154360"/></w:tblBorders></w:tblPr>${shade('firstRow', '154360', '<w:b/><w:color w:val="FFFFFF"/>')}${shade('band1Horz', 'D6EAF8')}</w:style>`,
  body: `${paragraph('{{body}}')}${section('')}</w:sectPr>`,
});

/** A form that may only be filled in. */
const protectedForm = packed({
  settings: '<w:documentProtection w:edit="forms" w:enforcement="1"/>',
  body: `${paragraph('{{organisation}}: {{title}}')}${paragraph('{{body}}')}${section('')}</w:sectPr>`,
});

/** Templates like those of councils, by what each shows. */
export const TEMPLATES: Readonly<Record<string, Uint8Array>> = {
  numbered,
  cover,
  letterhead,
  welsh,
  controls,
  banded,
  protected: protectedForm,
};

/** The names of a template's styles in the configuration. */
export const STYLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  welsh: { quote: 'Dyfyniad y Cyngor', list: 'Rhestr y Cyngor', table: 'Tabl y Cyngor' },
  banded: { table: 'Council Table' },
};
