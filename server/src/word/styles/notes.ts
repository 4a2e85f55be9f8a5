import { STYLE } from './names';
import type { Style } from './style';

/** Footnotes, endnotes, and the numbers that refer to them. */
export const NOTES: readonly Style[] = [
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
    id: STYLE.footnoteReference,
    type: 'character',
    name: 'footnote reference',
    based: 'DefaultParagraphFont',
    run: '<w:vertAlign w:val="superscript"/>',
  },
  {
    id: STYLE.endnoteReference,
    type: 'character',
    name: 'endnote reference',
    based: 'DefaultParagraphFont',
    run: '<w:vertAlign w:val="superscript"/>',
  },
];

/** Remarks in the margin. */
export const COMMENTS: readonly Style[] = [
  {
    id: 'CommentReference',
    type: 'character',
    name: 'annotation reference',
    based: 'DefaultParagraphFont',
    run: '<w:sz w:val="16"/><w:szCs w:val="16"/>',
  },
];
