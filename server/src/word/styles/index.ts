import { DEFAULTS, HEADINGS } from './headings';
import { LETTER } from './letter';
import { COMMENTS, NOTES } from './notes';
import { CONTENTS, EDGES } from './page';
import { type Style, styleXml } from './style';
import { FIGURES, TABLES } from './tables';
import { CODE_AND_LINKS, LISTS, QUOTATIONS, TERMS_AND_RULES } from './text';

export { SPACE_ABOVE } from './headings';
export { ALERTS, type AlertKind, QUOTE_BAR, QUOTE_STEP, TABLE_TEXT_SIZE } from './measures';
export { alertStyle, headingStyle, listContinueStyle, STYLE } from './names';
export { type Style, styleXml } from './style';

/** All styles of our documents, in the order in which they are written. */
export const STYLES: readonly Style[] = [
  ...DEFAULTS,
  ...HEADINGS,
  ...LETTER,
  ...QUOTATIONS,
  ...LISTS,
  ...CODE_AND_LINKS,
  ...NOTES,
  ...FIGURES,
  ...TERMS_AND_RULES,
  ...TABLES,
  ...CONTENTS,
  ...EDGES,
  ...COMMENTS,
];

const NAMES: ReadonlyMap<string, string> = new Map(STYLES.map(({ id, name }) => [id, name]));

/** The name of one of our styles. */
export function styleNamed(id: string): string {
  return NAMES.get(id) ?? id;
}

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
