import { withCountry } from '../../draft/language-tags';
import { W } from '../namespaces';
import { XML } from '../xml-text';
import { ALERTS, type AlertKind, alertStyle, headingStyle, QUOTE_BAR, STYLE } from './names';
import data from './styles.json';

export {
  ALERTS,
  type AlertKind,
  alertStyle,
  headingStyle,
  listContinueStyle,
  QUOTE_BAR,
  QUOTE_STEP,
  STYLE,
  TABLE_TEXT_SIZE,
} from './names';

/** A style of a Word document. */
export interface Style {
  readonly id: string;
  readonly name: string;
  /** Paragraphs' by default. */
  readonly type?: string;
  readonly isDefault?: boolean;
  readonly based?: string;
  readonly next?: string;
  /** Shown in Word's gallery of styles. */
  readonly quick?: boolean;
  /** Not one that Word knows by its name. */
  readonly custom?: boolean;
  /** `w:pPr`, `w:rPr` and for tables what follows them, as XML. */
  readonly paragraph?: string;
  readonly run?: string;
  readonly table?: string;
}

/** With quotation marks in XML as we write them: in JSON, each would need a backslash. */
const withQuotes = JSON.parse(JSON.stringify(data).replaceAll("'", '\\"')) as readonly Style[];

/** All styles of our documents, in the order in which they are written. */
export const STYLES: readonly Style[] = withQuotes.flatMap((style) => [
  style,
  ...(style.id === STYLE.quoteGap ? (Object.keys(ALERTS) as AlertKind[]).flatMap(alert) : []),
]);

function alert(kind: AlertKind): Style[] {
  const id = alertStyle(kind);
  const name = `Alert ${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  const bar = `<w:pBdr><w:left w:val="single" w:sz="${QUOTE_BAR.size}" w:space="${QUOTE_BAR.space}" w:color="${ALERTS[kind]}"/></w:pBdr>`;
  const label = '<w:keepNext/><w:spacing w:after="40"/>';
  return [
    { id, name, based: STYLE.quote, quick: true, custom: true, paragraph: bar },
    {
      id: alertStyle(kind, 'Label'),
      name: `${name} Label`,
      based: id,
      next: id,
      custom: true,
      paragraph: label,
      run: '<w:b/><w:bCs/>',
    },
  ];
}

const BY_ID: ReadonlyMap<string, Style> = new Map(STYLES.map((style) => [style.id, style]));

/** The name of one of our styles. */
export function styleNamed(id: string): string {
  return BY_ID.get(id)?.name ?? id;
}

/** White space above headings by their styles, in twips. */
export const SPACE_ABOVE: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((depth) => {
    const id = headingStyle(depth);
    return [id, Number(/w:before="(\d+)"/.exec(BY_ID.get(id)!.paragraph!)![1])];
  }),
);

/** A style's definition. */
export function styleXml({ type = 'paragraph', ...style }: Style): string {
  const element = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<w:${name} w:val="${value}"/>`;
  const about = `${style.isDefault ? ' w:default="1"' : ''}${style.custom ? ' w:customStyle="1"' : ''}`;
  const isHidden = type === 'table' && style.isDefault;
  return (
    `<w:style w:type="${type}"${about} w:styleId="${style.id}">` +
    element('name', style.name) +
    element('basedOn', style.based) +
    element('next', style.next) +
    (isHidden ? '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' : '') +
    (style.quick ? '<w:qFormat/>' : '') +
    (style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`) +
    (style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`) +
    (style.table ?? '') +
    '</w:style>'
  );
}

/**
 * The whole of `word/styles.xml`.
 *
 * @param language BCP 47 tag of the document's language, for spelling and for screen readers
 */
export function stylesXml(language: string): string {
  const tag = withCountry(language);
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    '<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>' +
    '<w:sz w:val="24"/><w:szCs w:val="24"/>' +
    `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>' +
    '<w:spacing w:after="160" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const styles = STYLES.map(styleXml).join('');
  return `${XML}<w:styles xmlns:w="${W}">${defaults}${styles}</w:styles>`;
}
