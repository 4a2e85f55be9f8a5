import { INK } from './measures';
import { STYLE } from './names';
import type { Style } from './style';

function contents(level: number): Style {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    based: 'Normal',
    next: 'Normal',
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="${(level - 1) * 284}" w:right="567"/>`,
  };
}

/** The table of contents. */
export const CONTENTS: readonly Style[] = [
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
];

/** What stands on every page above and below the text. */
export const EDGES: readonly Style[] = [
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
];
