/*
 * What ordinary templates of Word, LibreOffice and pandoc are made of. A list of what is dangerous would never be
 * whole: Office gets new parts, settings and fields with each version.
 */

/** Kinds of part, by how they are checked. */
export type Kind = 'text' | 'data' | 'picture' | 'binary';

interface PartKind {
  readonly kind: Kind;
  readonly types: ReadonlySet<string>;
  readonly extensions: RegExp;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DRAWING = `${OFFICE}.drawingml`;

function part(kind: Kind, ...types: readonly string[]): PartKind {
  const lower = types.map((type) => type.toLowerCase());
  return { kind, types: new Set(lower), extensions: EXTENSIONS[kind] };
}

const EXTENSIONS: Readonly<Record<Kind, RegExp>> = {
  text: /\.xml$/i,
  data: /\.xml$/i,
  // Word itself sometimes leaves the name of a temporary file.
  picture: /\.(?:png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?|emf|wmf|svg|wdp|tmp)$/i,
  binary: /\.(?:bin|odttf|ttf|otf|fntdata)$/i,
};

const PICTURE = part(
  'picture',
  ...'png x-png jpeg jpg pjpeg gif bmp x-ms-bmp tiff x-emf emf x-wmf wmf svg+xml vnd.ms-photo'
    .split(' ')
    .map((type) => `image/${type}`),
);

/** By the end of the type of a relation: what it may lead to. */
const PARTS: Readonly<Record<string, PartKind>> = {
  officeDocument: part('text', `${WORD}.document.main+xml`, `${WORD}.template.main+xml`),
  glossaryDocument: part('text', `${WORD}.document.glossary+xml`),
  ...Object.fromEntries(
    'comments endnotes fontTable footer footnotes header numbering settings styles webSettings'
      .split(' ')
      .map((name) => [name, part('text', `${WORD}.${name}+xml`)]),
  ),
  stylesWithEffects: part('text', 'application/vnd.ms-word.stylesWithEffects+xml'),
  theme: part('text', `${OFFICE}.theme+xml`),
  themeOverride: part('text', `${OFFICE}.themeOverride+xml`),
  chart: part('text', `${DRAWING}.chart+xml`),
  chartUserShapes: part('text', `${DRAWING}.chartshapes+xml`),
  diagramColors: part('text', `${DRAWING}.diagramColors+xml`),
  diagramData: part('text', `${DRAWING}.diagramData+xml`),
  diagramLayout: part('text', `${DRAWING}.diagramLayout+xml`),
  diagramQuickStyle: part('text', `${DRAWING}.diagramStyle+xml`),
  diagramDrawing: part('text', 'application/vnd.ms-office.drawingml.diagramDrawing+xml'),
  chartColorStyle: part('data', 'application/vnd.ms-office.chartcolorstyle+xml'),
  chartStyle: part('data', 'application/vnd.ms-office.chartstyle+xml'),
  commentsExtended: part('data', `${WORD}.commentsExtended+xml`),
  commentsExtensible: part('data', `${WORD}.commentsExtensible+xml`),
  commentsIds: part('data', `${WORD}.commentsIds+xml`),
  people: part('data', `${WORD}.people+xml`),
  intelligence: part(
    'data',
    'application/vnd.ms-office.intelligence+xml',
    'application/vnd.ms-office.intelligence2+xml',
  ),
  classificationlabels: part('data', 'application/vnd.ms-office.classificationlabels+xml'),
  'core-properties': part('data', 'application/vnd.openxmlformats-package.core-properties+xml'),
  'extended-properties': part('data', `${OFFICE}.extended-properties+xml`),
  'custom-properties': part('data', `${OFFICE}.custom-properties+xml`),
  customXml: part('data', 'application/xml', 'text/xml'),
  customXmlProps: part('data', `${OFFICE}.customXmlProperties+xml`),
  font: part('binary', `${OFFICE}.obfuscatedFont`, 'application/x-fontdata', 'application/x-font-ttf'),
  printerSettings: part('binary', `${WORD}.printerSettings`),
  image: PICTURE,
  hdphoto: PICTURE,
  thumbnail: PICTURE,
};

const RELATION =
  /^http:\/\/schemas\.(?:openxmlformats\.org\/(?:officeDocument|package)\/2006\/relationships(?:\/metadata)?|microsoft\.com\/office\/20\d\d(?:\/\d\d)?\/relationships)\/([A-Za-z-]+)$/i;

/** The end of a relation's type; undefined where nobody in the field of Office has named it. */
export function relationKind(type: string): string | undefined {
  return RELATION.exec(type)?.[1];
}

export function partKind(relation: string): PartKind | undefined {
  return Object.hasOwn(PARTS, relation) ? PARTS[relation] : undefined;
}

/** Content types that stand for an extension; the others are of no use without their parts. */
export const CONTENT_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-package.relationships+xml',
  ...Object.values(PARTS).flatMap(({ types }) => [...types]),
]);

function under(base: string, names: string): string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => base + name);
}

/** Namespaces of elements that draw, format or describe. */
export const NAMESPACES: ReadonlySet<string> = new Set([
  ...under(
    'http://schemas.openxmlformats.org/',
    `wordprocessingml/2006/main officeDocument/2006/math officeDocument/2006/bibliography markup-compatibility/2006
     drawingml/2006/main drawingml/2006/picture drawingml/2006/wordprocessingDrawing drawingml/2006/chart
     drawingml/2006/chartDrawing drawingml/2006/diagram drawingml/2006/lockedCanvas`,
  ),
  ...under('urn:schemas-microsoft-com:', 'vml office:office office:word'),
  ...under(
    'http://schemas.microsoft.com/office/',
    `word/2010/wordml word/2012/wordml word/2015/wordml/symex word/2016/wordml/cid word/2018/wordml
     word/2018/wordml/cex word/2020/wordml/sdtdatahash word/2023/wordml/word16du word/2024/wordml/sdtformatlock
     word/2010/wordprocessingShape word/2010/wordprocessingGroup word/2010/wordprocessingCanvas
     word/2010/wordprocessingInk word/2010/wordprocessingDrawing
     drawing/2007/8/2/chart drawing/2008/diagram drawing/2010/main drawing/2010/diagram drawing/2010/picture
     drawing/2010/chartDrawing drawing/2012/main drawing/2012/chart drawing/2014/main drawing/2014/chart
     drawing/2014/chart/ac drawing/2015/06/chart drawing/2016/11/main drawing/2016/11/diagram
     drawing/2016/12/diagram drawing/2016/SVG/main drawing/2016/ink drawing/2017/03/chart
     drawing/2017/decorative drawing/2018/hyperlinkcolor drawing/2018/sketchyshapes drawing/2018/animation
     thememl/2012/main 2019/extlst`,
  ),
]);

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What settings may say, beside what later versions of Word add in namespaces of their own. */
export const SETTINGS: ReadonlySet<string> = new Set(
  `writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
   displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
   embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
   bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
   formsDesign attachedTemplate stylePaneFormatFilter stylePaneSortMethod documentType revisionView trackRevisions
   doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
   defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope
   summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
   bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
   displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
   drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
   characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
   savePreviewPicture doNotValidateAgainstSchema ignoreMixedContent alwaysShowPlaceholderText
   doNotDemarcateInvalidXml alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat
   docVars rsids themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade
   captions readModeInkLockDown shapeDefaults doNotEmbedSmartTags smartTagType decimalSymbol listSeparator
   uiCompat97To2003`
    .trim()
    .split(/\s+/),
);

/** What a form field may say: no macros that are run on entering and leaving it. */
export const FORM_FIELD: ReadonlySet<string> = new Set(
  'name label tabIndex enabled calcOnExit helpText statusText checkBox ddList textInput'.split(' '),
);

/** Attributes in which an address is a name or a text that nobody follows. */
export const TEXTS: ReadonlySet<string> = new Set(
  'uri descr title alt tooltip name author initials val instr prefixMappings xpath minVer uniqueId loTypeId qsTypeId csTypeId text string'.split(
    ' ',
  ),
);

/** Fields that reckon with what the document itself holds, or say what it is. Any other is shown as it last was. */
export const FIELDS: ReadonlySet<string> = new Set(
  `= IF COMPARE QUOTE SET SYMBOL EQ ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT SEQ
   PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF FTNREF STYLEREF TOC TC TOA TA INDEX XE BIBLIOGRAPHY CITATION
   DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME AUTHOR TITLE SUBJECT KEYWORDS COMMENTS LASTSAVEDBY FILENAME
   FILESIZE TEMPLATE REVNUM NUMWORDS NUMCHARS INFO DOCPROPERTY DOCVARIABLE USERNAME USERINITIALS USERADDRESS
   FORMTEXT FORMCHECKBOX FORMDROPDOWN MERGEFIELD HYPERLINK`
    .trim()
    .split(/\s+/),
);

const MICROSOFT = 'http://schemas.microsoft.com/';

/** Data of Microsoft's own of which its programs make no more than what they show; others open forms and call servers. */
const MICROSOFT_DATA: ReadonlySet<string> = new Set(
  under(
    MICROSOFT,
    'office/2006/coverPageProps office/2006/metadata/properties office/2006/metadata/contentType sharepoint/v3/contenttype/forms office/word/2012/bibliography',
  ),
);

/** Whether data that a document carries along are left in it, by the namespace of their outermost element. */
export function isPlainData(namespace: string): boolean {
  return !namespace.trim().toLowerCase().startsWith(MICROSOFT) || MICROSOFT_DATA.has(namespace.trim());
}
