import { ALERTS, type AlertKind, QUOTE_BAR, QUOTE_STEP } from './measures';
import { alertStyle, listContinueStyle, STYLE } from './names';
import type { Style } from './style';

const CODE_FONT = 'Courier New';

const BAR = `<w:pBdr><w:left w:val="single" w:sz="${QUOTE_BAR.size}" w:space="${QUOTE_BAR.space}" w:color="${QUOTE_BAR.color}"/></w:pBdr>`;

function alert(kind: AlertKind): Style[] {
  const id = alertStyle(kind);
  const name = `Alert ${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  return [
    { id, name, based: STYLE.quote, quick: true, paragraph: BAR.replace(QUOTE_BAR.color, ALERTS[kind]) },
    {
      id: alertStyle(kind, 'Label'),
      name: `${name} Label`,
      based: id,
      next: id,
      paragraph: '<w:keepNext/><w:spacing w:after="40"/>',
      run: '<w:b/><w:bCs/>',
    },
  ];
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

/** Quotations and alerts. */
export const QUOTATIONS: readonly Style[] = [
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
  ...(Object.keys(ALERTS) as AlertKind[]).flatMap(alert),
];

/** Items of lists, and what goes on below them. */
export const LISTS: readonly Style[] = [
  {
    id: STYLE.listItem,
    name: 'List Paragraph',
    based: 'Normal',
    quick: true,
    paragraph: '<w:contextualSpacing/>',
  },
  { id: STYLE.numbered, name: 'Numbered Paragraph', based: 'Normal', quick: true },
  { id: STYLE.appendixParagraph, name: 'Appendix Paragraph', based: STYLE.numbered, quick: true },
  ...[0, 1, 2, 3, 4].map(listContinue),
];

/** Code, links, and what stands for a picture that is not there. */
export const CODE_AND_LINKS: readonly Style[] = [
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
];

/** Terms with their meanings, and the line between two parts. */
export const TERMS_AND_RULES: readonly Style[] = [
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
];
