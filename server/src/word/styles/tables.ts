import { INK, TABLE_TEXT_SIZE } from './measures';
import { STYLE } from './names';
import type { Style } from './style';

/** Pictures, and the captions of pictures and tables. */
export const FIGURES: readonly Style[] = [
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
    // Not "Figure": LibreOffice takes a paragraph of that style for a caption, and the picture in it loses its tag.
    id: STYLE.figure,
    name: 'Picture Paragraph',
    based: 'Normal',
    next: STYLE.caption,
    paragraph: '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>',
  },
];

/** Tables and what stands in them. */
export const TABLES: readonly Style[] = [
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
];
