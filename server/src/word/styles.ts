/** Names of the styles that the writers use. Where Word has a style of its own, it is that, so that templates bite. */
export const STYLE = {
  title: 'Title',
  subtitle: 'Subtitle',
  author: 'Author',
  date: 'Date',
  letterAddress: 'LetterAddress',
  letterDate: 'LetterDate',
  salutation: 'Salutation',
  subject: 'SubjectLine',
  closing: 'Closing',
  signature: 'Signature',
  quote: 'Quote',
  quoteList: 'QuoteList',
  quoteContinue: 'QuoteContinue',
  quoteGap: 'QuoteGap',
  listItem: 'ListParagraph',
  numbered: 'NumberedParagraph',
  code: 'SourceCode',
  inlineCode: 'VerbatimChar',
  link: 'Hyperlink',
  footnote: 'FootnoteText',
  endnote: 'EndnoteText',
  caption: 'Caption',
  figure: 'Figure',
  term: 'DefinitionTerm',
  meaning: 'Definition',
  rule: 'HorizontalRule',
  alertLabel: 'AlertLabel',
  missingPicture: 'MissingPicture',
  table: 'ReportTable',
  tableText: 'TableText',
  tableHead: 'TableHeading',
  tableGap: 'TableGap',
  contentsHeading: 'TOCHeading',
  header: 'Header',
  footer: 'Footer',
} as const;

export function headingStyle(depth: number): string {
  return `Heading${depth}`;
}

/** For a further paragraph of a list item, by the level of its list; Word has five of them. */
export function listContinueStyle(level: number): string {
  return level <= 0 ? 'ListContinue' : `ListContinue${Math.min(level, 4) + 1}`;
}

/** How far a quotation is set in, in twips. */
export const QUOTE_STEP = 425;

/** The line beside a quotation: eighths of a point, points, colour. */
export const QUOTE_BAR = { size: 24, space: 10, color: '7F8FA9' } as const;

/** Size of text in tables, in points. */
export const TABLE_TEXT_SIZE = 11;

const INK = '1F3864';
const CODE_FONT = 'Courier New';

export interface Style {
  readonly id: string;
  readonly type?: 'paragraph' | 'character' | 'table' | 'numbering';
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  readonly isDefault?: boolean;
  /** Shown in Word's gallery of styles. */
  readonly quick?: boolean;
  /** `w:pPr`, `w:rPr` and for tables what follows them, as XML. */
  readonly paragraph?: string;
  readonly run?: string;
  readonly table?: string;
}

function heading(depth: number, size: number, before: number, after: number): Style {
  return {
    id: headingStyle(depth),
    name: `heading ${depth}`,
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="${after}" w:line="259" w:lineRule="auto"/><w:outlineLvl w:val="${depth - 1}"/>`,
    run: `<w:b/><w:bCs/>${depth === 6 ? '<w:i/><w:iCs/>' : ''}<w:color w:val="${INK}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  };
}

function listContinue(level: number): Style {
  const left = 425 * (level + 1);
  return {
    id: listContinueStyle(level),
    name: level === 0 ? 'List Continue' : `List Continue ${level + 1}`,
    based: 'Normal',
    paragraph: `<w:ind w:left="${left}"/>`,
  };
}

function contents(level: number): Style {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    based: 'Normal',
    next: 'Normal',
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="${(level - 1) * 284}" w:right="567"/>`,
  };
}

/** What a letter has besides its text, in the order in which it stands there. */
const LETTER: readonly Style[] = [
  {
    id: STYLE.letterAddress,
    name: 'Letter Address',
    based: 'Normal',
    quick: true,
    paragraph: '<w:keepLines/><w:spacing w:after="280" w:line="259" w:lineRule="auto"/>',
  },
  {
    id: STYLE.letterDate,
    name: 'Letter Date',
    based: 'Normal',
    quick: true,
    paragraph: '<w:spacing w:after="280"/>',
  },
  {
    id: STYLE.salutation,
    name: 'Salutation',
    based: 'Normal',
    next: STYLE.subject,
    quick: true,
    paragraph: '<w:keepNext/>',
  },
  {
    id: STYLE.subject,
    name: 'Subject Line',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:bCs/>',
  },
  {
    id: STYLE.closing,
    name: 'Closing',
    based: 'Normal',
    next: STYLE.signature,
    quick: true,
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="0"/>',
  },
  {
    // Four lines for the signature itself.
    id: STYLE.signature,
    name: 'Signature',
    based: 'Normal',
    quick: true,
    paragraph: '<w:keepLines/><w:spacing w:before="1080" w:after="280" w:line="259" w:lineRule="auto"/>',
  },
];

const BAR = `<w:pBdr><w:left w:val="single" w:sz="${QUOTE_BAR.size}" w:space="${QUOTE_BAR.space}" w:color="${QUOTE_BAR.color}"/></w:pBdr>`;

export const STYLES: readonly Style[] = [
  { id: 'Normal', name: 'Normal', isDefault: true, quick: true },
  {
    id: 'DefaultParagraphFont',
    type: 'character',
    name: 'Default Paragraph Font',
    isDefault: true,
  },
  {
    id: 'TableNormal',
    type: 'table',
    name: 'Normal Table',
    isDefault: true,
    table:
      '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
  },
  { id: 'NoList', type: 'numbering', name: 'No List', isDefault: true },
  heading(1, 18, 360, 160),
  heading(2, 15, 320, 120),
  heading(3, 13, 280, 100),
  heading(4, 12, 240, 80),
  heading(5, 12, 240, 80),
  heading(6, 12, 240, 80),
  {
    id: STYLE.title,
    name: 'Title',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph:
      '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="160" w:line="259" w:lineRule="auto"/>',
    run: `<w:b/><w:bCs/><w:color w:val="${INK}"/><w:sz w:val="48"/><w:szCs w:val="48"/>`,
  },
  {
    id: STYLE.subtitle,
    name: 'Subtitle',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: '<w:keepNext/><w:spacing w:after="160"/>',
    run: '<w:color w:val="404040"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
  },
  {
    id: STYLE.author,
    name: 'Author',
    based: 'Normal',
    quick: true,
    paragraph:
      '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="1985" w:hanging="1985"/>',
  },
  {
    id: STYLE.date,
    name: 'Date',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph:
      '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="1985" w:hanging="1985"/>',
  },
  ...LETTER,
  {
    id: STYLE.quote,
    name: 'Quote',
    based: 'Normal',
    quick: true,
    paragraph: `${BAR}<w:ind w:left="${QUOTE_STEP}"/>`,
    run: '<w:color w:val="262626"/>',
  },
  {
    id: STYLE.quoteList,
    name: 'Quote List',
    based: STYLE.quote,
    paragraph: '<w:contextualSpacing/>',
  },
  {
    // The bar would stand beside the item's text instead of its marker, and so jump.
    id: STYLE.quoteContinue,
    name: 'Quote Continue',
    based: STYLE.quote,
    paragraph: '<w:pBdr><w:left w:val="nil"/></w:pBdr>',
  },
  {
    id: STYLE.quoteGap,
    name: 'Quote Gap',
    based: STYLE.quote,
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="12"/><w:szCs w:val="12"/>',
  },
  {
    id: STYLE.alertLabel,
    name: 'Alert Label',
    based: STYLE.quote,
    next: STYLE.quote,
    paragraph: '<w:keepNext/><w:spacing w:after="40"/>',
  },
  {
    id: STYLE.listItem,
    name: 'List Paragraph',
    based: 'Normal',
    quick: true,
    paragraph: '<w:contextualSpacing/>',
  },
  { id: STYLE.numbered, name: 'Numbered Paragraph', based: 'Normal', quick: true },
  ...[0, 1, 2, 3, 4].map(listContinue),
  {
    id: STYLE.code,
    name: 'Source Code',
    based: 'Normal',
    quick: true,
    paragraph:
      '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="F2F2F2"/><w:bottom w:val="single" w:sz="4" w:space="4" w:color="F2F2F2"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:suppressAutoHyphens/><w:spacing w:line="240" w:lineRule="auto"/>',
    run: `<w:rFonts w:ascii="${CODE_FONT}" w:hAnsi="${CODE_FONT}" w:cs="${CODE_FONT}"/><w:noProof/><w:sz w:val="21"/><w:szCs w:val="21"/>`,
  },
  {
    id: STYLE.inlineCode,
    type: 'character',
    name: 'Verbatim Char',
    based: 'DefaultParagraphFont',
    quick: true,
    run: `<w:rFonts w:ascii="${CODE_FONT}" w:hAnsi="${CODE_FONT}" w:cs="${CODE_FONT}"/><w:noProof/>`,
  },
  {
    id: STYLE.link,
    type: 'character',
    name: 'Hyperlink',
    based: 'DefaultParagraphFont',
    run: '<w:color w:val="0B4F9E"/><w:u w:val="single"/>',
  },
  {
    id: 'FollowedHyperlink',
    type: 'character',
    name: 'FollowedHyperlink',
    based: 'DefaultParagraphFont',
    run: '<w:color w:val="6B2FA0"/><w:u w:val="single"/>',
  },
  {
    id: STYLE.missingPicture,
    type: 'character',
    name: 'Missing Picture',
    based: 'DefaultParagraphFont',
    run: '<w:color w:val="8A1C1C"/><w:bdr w:val="dashed" w:sz="6" w:space="0" w:color="8A1C1C"/>',
  },
  {
    id: STYLE.footnote,
    name: 'footnote text',
    based: 'Normal',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: STYLE.endnote,
    name: 'endnote text',
    based: 'Normal',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: 'FootnoteReference',
    type: 'character',
    name: 'footnote reference',
    based: 'DefaultParagraphFont',
    run: '<w:vertAlign w:val="superscript"/>',
  },
  {
    id: 'EndnoteReference',
    type: 'character',
    name: 'endnote reference',
    based: 'DefaultParagraphFont',
    run: '<w:vertAlign w:val="superscript"/>',
  },
  {
    id: STYLE.caption,
    name: 'caption',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: '<w:keepLines/><w:spacing w:before="80" w:after="160" w:line="240" w:lineRule="auto"/>',
    run: `<w:b/><w:bCs/><w:color w:val="${INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>`,
  },
  {
    id: STYLE.figure,
    name: 'Figure',
    based: 'Normal',
    next: STYLE.caption,
    paragraph: '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>',
  },
  {
    id: STYLE.term,
    name: 'Definition Term',
    based: 'Normal',
    next: STYLE.meaning,
    paragraph: '<w:keepNext/><w:spacing w:after="40"/>',
    run: '<w:b/><w:bCs/>',
  },
  {
    id: STYLE.meaning,
    name: 'Definition',
    based: 'Normal',
    paragraph: `<w:ind w:left="${QUOTE_STEP}"/>`,
  },
  {
    id: STYLE.rule,
    name: 'Horizontal Rule',
    based: 'Normal',
    next: 'Normal',
    paragraph:
      '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="7F7F7F"/></w:pBdr><w:spacing w:before="0" w:after="200" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="12"/><w:szCs w:val="12"/>',
  },
  {
    id: STYLE.tableText,
    name: 'Table Text',
    based: 'Normal',
    quick: true,
    paragraph: '<w:spacing w:before="50" w:after="50" w:line="250" w:lineRule="auto"/>',
    run: `<w:sz w:val="${TABLE_TEXT_SIZE * 2}"/><w:szCs w:val="${TABLE_TEXT_SIZE * 2}"/>`,
  },
  {
    id: STYLE.tableHead,
    name: 'Table Heading',
    based: STYLE.tableText,
    quick: true,
    paragraph: '<w:keepNext/>',
    run: '<w:b/><w:bCs/>',
  },
  {
    id: STYLE.tableGap,
    name: 'Table Gap',
    based: 'Normal',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="16"/><w:szCs w:val="16"/>',
  },
  {
    id: STYLE.table,
    type: 'table',
    name: 'Report Table',
    based: 'TableNormal',
    quick: true,
    table:
      '<w:tblPr><w:tblBorders>' +
      '<w:top w:val="single" w:sz="8" w:space="0" w:color="1F3864"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1F3864"/>' +
      '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/></w:tblBorders>' +
      '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
      '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1F3864"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E4EAF3"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
  },
  {
    id: STYLE.contentsHeading,
    name: 'TOC Heading',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/>',
    run: `<w:b/><w:bCs/><w:color w:val="${INK}"/><w:sz w:val="30"/><w:szCs w:val="30"/>`,
  },
  ...[1, 2, 3].map(contents),
  {
    id: STYLE.header,
    name: 'header',
    based: 'Normal',
    paragraph:
      '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
    run: '<w:color w:val="404040"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: STYLE.footer,
    name: 'footer',
    based: 'Normal',
    paragraph:
      '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
    run: '<w:color w:val="404040"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: 'CommentReference',
    type: 'character',
    name: 'annotation reference',
    based: 'DefaultParagraphFont',
    run: '<w:sz w:val="16"/><w:szCs w:val="16"/>',
  },
];

/** A style's definition. */
export function styleXml(style: Style): string {
  const type = style.type ?? 'paragraph';
  const custom = BUILT_IN.has(style.name) ? '' : ' w:customStyle="1"';
  return (
    `<w:style w:type="${type}"${style.isDefault ? ' w:default="1"' : ''}${custom} w:styleId="${style.id}">` +
    `<w:name w:val="${style.name}"/>` +
    (style.based === undefined ? '' : `<w:basedOn w:val="${style.based}"/>`) +
    (style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`) +
    (type === 'table' && style.isDefault
      ? '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
      : '') +
    (style.quick ? '<w:qFormat/>' : '') +
    (style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`) +
    (style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`) +
    (style.table ?? '') +
    '</w:style>'
  );
}

/** Names that Word knows; any other style is marked as made by us. */
const BUILT_IN = new Set(
  (
    'Normal|Default Paragraph Font|Normal Table|No List|heading 1|heading 2|heading 3|heading 4|heading 5|heading 6|' +
    'Title|Subtitle|Date|Salutation|Closing|Signature|Quote|List Paragraph|List Continue|List Continue 2|List Continue 3|List Continue 4|' +
    'List Continue 5|Hyperlink|FollowedHyperlink|footnote text|footnote reference|endnote text|endnote reference|caption|' +
    'TOC Heading|toc 1|toc 2|toc 3|header|footer|annotation reference'
  ).split('|'),
);

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * The whole of `word/styles.xml`.
 *
 * @param language BCP 47 tag of the document's language, for spelling and for screen readers
 */
export function stylesXml(language: string): string {
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    '<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>' +
    '<w:sz w:val="24"/><w:szCs w:val="24"/>' +
    `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>' +
    '<w:spacing w:after="160" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const styles = STYLES.map(styleXml).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${W}">${defaults}${styles}</w:styles>`;
}
