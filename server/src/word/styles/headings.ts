import { INK } from './measures';
import { headingStyle, STYLE } from './names';
import type { Style } from './style';

/** White space above headings by their styles, in twips. */
export const SPACE_ABOVE: ReadonlyMap<string, number> = new Map(
  [360, 320, 280, 240, 240, 240].map((space, at) => [headingStyle(at + 1), space]),
);

function heading(depth: number, size: number, after: number): Style {
  return {
    id: headingStyle(depth),
    name: `heading ${depth}`,
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${SPACE_ABOVE.get(headingStyle(depth))}" w:after="${after}" w:line="259" w:lineRule="auto"/><w:outlineLvl w:val="${depth - 1}"/>`,
    run: `<w:b/><w:bCs/>${depth === 6 ? '<w:i/><w:iCs/>' : ''}<w:color w:val="${INK}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  };
}

/** What every style is based on, by kind of style. */
export const DEFAULTS: readonly Style[] = [
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
];

/** Headings, and the title with what stands below it. */
export const HEADINGS: readonly Style[] = [
  heading(1, 18, 160),
  heading(2, 15, 120),
  heading(3, 13, 100),
  heading(4, 12, 80),
  heading(5, 11, 80),
  heading(6, 11, 80),
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
];
