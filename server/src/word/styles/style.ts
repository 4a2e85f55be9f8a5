/** A style of a Word document. */
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
