import type { AlertKind } from './measures';

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
  appendixParagraph: 'AppendixParagraph',
  code: 'SourceCode',
  inlineCode: 'VerbatimChar',
  link: 'Hyperlink',
  footnote: 'FootnoteText',
  endnote: 'EndnoteText',
  footnoteReference: 'FootnoteReference',
  endnoteReference: 'EndnoteReference',
  caption: 'Caption',
  figure: 'PictureParagraph',
  term: 'DefinitionTerm',
  meaning: 'Definition',
  rule: 'HorizontalRule',
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

/** For the text of an alert, and for the word above it. */
export function alertStyle(kind: AlertKind, part: '' | 'Label' = ''): string {
  return `Alert${kind[0]!.toUpperCase()}${kind.slice(1)}${part}`;
}

/** For a further paragraph of a list item, by the level of its list; Word has five of them. */
export function listContinueStyle(level: number): string {
  return level <= 0 ? 'ListContinue' : `ListContinue${Math.min(level, 4) + 1}`;
}
