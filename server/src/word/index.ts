import { Document, type IPropertiesOptions, type Paragraph } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { Heading } from 'mdast';
import { isNoDate } from '../display-date';
import { parseXml } from '../docx/xml-tree';
import { parseDraft } from '../draft/parse';
import type { Draft } from '../draft/types';
import type { Files } from '../files';
import type { Project } from '../project/types';
import { resolveText } from '../reviews';
import { placeholderUnfilled, unfilled } from '../rules/placeholder-unfilled';
import { type RuleSettings, settingOf } from '../rules/setting';
import { type AccessibilityIssue, accessibilityOf } from './accessibility';
import { hashOf } from './carried';
import { BlockMarks, carriedXml, itemXml } from './carry';
import { CONTENTS_LEVELS, contentsBookmarks, withPages } from './contents';
import type { Context, Warning } from './context';
import { findTemplate } from './find-template';
import { headingsOfAppendices, ownNumbers } from './headings';
import { loadPictures } from './images';
import { type Layout, readLayout, readSetup } from './layout';
import { letterOf } from './letter';
import { linksOf, withLinks } from './linked-styles';
import { documentBeside, type Together } from './local-links';
import { Media } from './media';
import { Notes } from './notes';
import { Numbering } from './numbering';
import { type PackageParts, partsOf } from './pack';
import { deterministic } from './package';
import { pagesOf } from './pages';
import {
  appXml,
  coreXml,
  firstHeading,
  type Properties,
  placeholderValue,
  readProperties,
} from './properties';
import { addThreads, commentsXml } from './remarks';
import { headingsWritten, LINES, placesContents, sectionOptions, writeSections } from './sections';
import { readSource, type Source } from './source';
import { SPACE_ABOVE, styleNamed, stylesXml } from './styles';
import { applyTemplate, type ReadyTemplate, readTemplate, TemplateError, templateIssues } from './template';
import { fromRoot, Parts } from './template/parts';
import { NO_TITLE, titleBlock } from './title-block';
import { Tracker } from './tracked';
import { wordsIn } from './words';

export type { AccessibilityIssue } from './accessibility';
export type { Warning } from './context';
export { TemplateError } from './template';
export { shippedTemplate } from './template/shipped';
export { checkSum, whose, writtenByUs } from './written';

export interface ExportOptions {
  /** The draft's own URI, from which pictures and the template are found. */
  readonly uri?: string;
  readonly files?: Files;
  /** URI of the folder outside of which no picture is read; else the configuration's folder, else the draft's. */
  readonly folder?: string;
  /** A .docx or .dotx that the user chose for this export: wins over front matter, configuration and settings. */
  readonly template?: Uint8Array;
  /** URI of the template in the editor's settings, for drafts for which nothing else names one. */
  readonly usualTemplate?: string;
  /**
   * Whether the document carries its draft, so that a review can be brought back into it, unless `word.source` says
   * no; `always` is for documents that nobody gets. Without, nothing in the document tells of Markdown.
   */
  readonly carry?: boolean | 'always';
  /**
   * What becomes of the changes of a review: by default Word shows them, with the comments. Where they are accepted or
   * rejected, comments are left out.
   */
  readonly changes?: 'track' | 'accept' | 'reject';
  /** Whether pictures are reduced to what a printer shows of them: wins over what the paper and its folder say. */
  readonly pictures?: 'reduced' | 'full';
  /** The same from the editor's settings, where nothing else says so; by default they are reduced. */
  readonly usualPictures?: 'reduced' | 'full';
  /** Documents that are exported together with this one. */
  readonly together?: Together;
  /** Rule settings of the editor: what they switch off is no accessibility issue. */
  readonly rules?: RuleSettings;
}

export interface WordDocument {
  /** The .docx. */
  readonly bytes: Uint8Array;
  /** What it could not show, in the order of the text. */
  readonly warnings: readonly Warning[];
  /** What keeps people from reading it: an accessible document has none. For `export --strict`. */
  readonly accessibility: readonly AccessibilityIssue[];
  /** Whether it carries its draft. */
  readonly carried: boolean;
}

/**
 * Writes a draft as a Word document: the same bytes for the same draft, pictures and template.
 *
 * No draft makes it fail: what cannot be shown is named in the document and in a warning.
 *
 * @throws TemplateError where the template that the user chose for this export cannot be used. One that the front
 * matter, the configuration or the settings name is left out with a warning.
 */
export async function exportWord(
  given: Draft,
  project: Project,
  options: ExportOptions = {},
): Promise<WordDocument> {
  const draft = withChanges(given, options.changes ?? 'track');
  const source = readSource(draft);
  const folder = options.folder ?? project.folder;
  const place = { files: options.files, uri: options.uri, folder };
  const [pictures, { ready, warnings }] = await Promise.all([
    loadPictures(source.pictures, place),
    loadTemplate(draft, project, { ...place, template: options.template, usual: options.usualTemplate }),
  ]);
  const properties = readProperties(draft, project);
  const title = properties.title ?? firstHeading(draft);
  const letter = letterOf(source, properties, project, ready?.printed);
  const kind = properties.kindId === undefined ? undefined : project.framework.kind(properties.kindId);
  const left = unfilledWords(draft, project, options.rules);
  const template = ready?.headings ?? { numbers: false, quotes: false };
  const leads = template.numbers || template.quotes;
  const block =
    letter === undefined ? titleBlock(draft, properties, kind, ready?.printed, left, leads) : NO_TITLE;
  const titleHeading = letter?.heading ?? block.heading;
  const titleNode = titleHeading === undefined ? undefined : source.blocks[titleHeading]?.node;
  const layout = readLayout(
    draft,
    properties.kindId,
    project.configuration.word,
    titleNode?.type === 'heading',
    template,
  );
  const ownContents = ready?.slot.contents;
  const contentsLevels = ownContents?.levels ?? CONTENTS_LEVELS;
  const words = wordsIn(properties.language);
  const templateNumbers = ready?.roles.headingNumbers ?? new Map();
  const headingNumbers =
    layout.numbering === 'none' ? templateNumbers : ownNumbers(layout.sectionDepth - layout.raised);
  const sourcesHeading: Heading = {
    type: 'heading',
    depth: layout.sectionDepth as Heading['depth'],
    children: [{ type: 'text', value: words.sources }],
  };
  const context: Context = {
    source,
    sourcesHeading,
    layout,
    words,
    unfilled: left,
    ...(letter === undefined ? {} : { letter }),
    lines: ready?.lines ?? LINES,
    typeFactor: ready?.typeFactor ?? 1,
    spaceAbove: (style) => ready?.spaceAbove(style) ?? SPACE_ABOVE.get(style) ?? 0,
    styleName: (style) => ready?.roles.names.get(style) ?? styleNamed(style),
    title: leads && titleNode?.type === 'heading' ? titleNode : undefined,
    headingNumbers,
    numberedLevels: new Set([...templateNumbers.keys(), ...headingNumbers.keys()]),
    appended: headingsOfAppendices(
      source.blocks.map(({ node }) => node),
      layout,
    ),
    numbering: new Numbering(),
    notes: new Notes(),
    pictures,
    media: new Media(),
    remarks: [],
    onNote: [],
    warnings,
    unread: [],
    documentBeside: (target) => documentBeside(target, options.uri, options.together),
    block: source.blocks[0] ?? { node: { type: 'thematicBreak' }, text: '', line: 0 },
    next: { pageBreak: false, spaceBefore: 0 },
    ...(options.carry === 'always' || (options.carry === true && layout.source)
      ? { marks: new BlockMarks(draft) }
      : {}),
    contentsInTemplate: ownContents !== undefined,
    contentsLevels,
    contents:
      layout.contents || ownContents !== undefined || placesContents(source.blocks)
        ? contentsBookmarks(
            headingsWritten(source, titleHeading, layout, sourcesHeading),
            { top: layout.sectionDepth, levels: contentsLevels },
            source.headingBookmarks,
            (entries) =>
              warnings.push({
                message: `The table of contents has the first ${entries} headings, and no more`,
                line: 0,
              }),
          )
        : new Map(),
    count: 0,
  };
  const { date } = draft.frontMatter.data;
  if (date !== undefined && isNoDate(date)) {
    const message = `“${date.trim()}” is no day of the calendar: it is printed as it stands`;
    warnings.push({ message, line: lineOfKey(draft, 'date') });
  }
  const sections = writeSections(block, context);
  warnOfUnusedNotes(source, context);
  const document = new Document({
    sections: sections.map((section, at) =>
      sectionOptions(section, title, properties, {
        isFirst: at === 0,
        isLetter: letter !== undefined,
        inTemplate: ready !== undefined,
      }),
    ),
    ...notesOption(layout, context.notes),
    ...(context.remarks.length === 0 ? {} : { comments: { children: context.remarks.map(noComment) } }),
  });
  const numbering = context.numbering.xml;
  const links = layout.numbering === 'none' ? [] : linksOf(parseXml(numbering));
  const tracker = new Tracker();
  const parts = {
    ...trackedParts(
      await context.media.placed(
        await partsOf(document),
        options.pictures ?? layout.pictures ?? options.usualPictures ?? 'reduced',
      ),
      tracker,
    ),
    ...(context.remarks.length === 0 ? {} : { 'word/comments.xml': strToU8(commentsXml(context.remarks)) }),
    'word/styles.xml': strToU8(withLinks(stylesXml(properties.language), links)),
    'word/numbering.xml': strToU8(numbering),
    'docProps/core.xml': strToU8(coreXml(properties, title)),
    'docProps/app.xml': strToU8(appXml(properties)),
  };
  const finished: PackageParts =
    ready === undefined ? parts : inTemplate(ready, parts, draft, properties, title, context);
  const main = ready?.template.main ?? 'word/document.xml';
  if (context.contents.size > 0) countPages(finished, main);
  addThreadsTo(finished, main, context);
  if (context.marks !== undefined) addDraft(finished, main, draft);
  const line = lineOfTemplate(draft);
  const pale =
    ready === undefined
      ? []
      : templateIssues(ready.template, stylesUsed(parts, ready)).map((message) => ({ message, line }));
  return {
    bytes: deterministic(finished, options.files?.deflate),
    warnings: [...warnings].sort((a, b) => a.line - b.line),
    accessibility: [...pale, ...context.unread, ...accessibilityOf(draft, project, options.rules)],
    carried: context.marks !== undefined,
  };
}

function withChanges(draft: Draft, changes: 'track' | 'accept' | 'reject'): Draft {
  if (changes === 'track' || !draft.blocks.some(({ block }) => block.review)) return draft;
  return parseDraft(resolveText(draft.text, changes, { comments: 'drop' }));
}

function unfilledWords(draft: Draft, project: Project, rules?: RuleSettings): ReadonlySet<string> {
  if (settingOf(placeholderUnfilled.id, draft, project, rules) === 'off') return new Set();
  // As a reader sees them: "\[date\]" is "[date]", and cells that are one finding are written one by one.
  return new Set(
    unfilled(draft, project).flatMap(({ span }) =>
      draft.text
        .slice(span.start, span.end)
        .replace(/\\(?=[[\]_*])/g, '')
        .split(/(?:(?<![ *_])[ *_]+)?\|[ *_]*/),
    ),
  );
}

function notesOption(layout: Layout, notes: Notes): Pick<IPropertiesOptions, 'footnotes' | 'endnotes'> {
  return layout.notes === 'endnotes' ? { endnotes: notes.written } : { footnotes: notes.written };
}

function warnOfUnusedNotes(source: Source, context: Context): void {
  for (const [identifier, note] of source.notes) {
    if (context.notes.first(identifier) !== undefined) continue;
    const message = `Nothing refers to the footnote [^${note.node.label ?? identifier}]: it is left out`;
    context.warnings.push({ message, line: note.block.line + (note.node.position?.start.line ?? 1) - 1 });
  }
}

async function loadTemplate(
  draft: Draft,
  project: Project,
  source: Parameters<typeof findTemplate>[2],
): Promise<{ readonly ready: ReadyTemplate | undefined; readonly warnings: Warning[] }> {
  const warnings: Warning[] = [];
  const line = lineOfTemplate(draft);
  try {
    const found = await findTemplate(draft, project, source);
    if (found === undefined) return { ready: undefined, warnings };
    const ready = readTemplate(
      found.bytes,
      readSetup(draft.frontMatter.raw.word, project.configuration.word).styles ?? {},
      (message) => warnings.push({ message, line }),
    );
    return { ready, warnings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The template cannot be used: ${reason}`;
    if (source.template !== undefined) throw new TemplateError(message);
    const instead = `${message.replace(/\.$/, '')}. The built-in one is used.`;
    return { ready: undefined, warnings: [{ message: instead, line, ofTemplate: true }] };
  }
}

function lineOfTemplate(draft: Draft): number {
  return lineOfKey(draft, draft.frontMatter.places.has('template') ? 'template' : 'word');
}

function lineOfKey(draft: Draft, key: string): number {
  const place = draft.frontMatter.places.get(key);
  return place === undefined ? 0 : draft.text.slice(0, place.key.start).split('\n').length - 1;
}

function inTemplate(
  ready: ReadyTemplate,
  parts: Readonly<Record<string, Uint8Array>>,
  draft: Draft,
  properties: Properties,
  title: string | undefined,
  context: Context,
): PackageParts {
  const line = lineOfTemplate(draft);
  const merged = applyTemplate(ready, parts, {
    language: properties.language,
    value: (name) => placeholderValue(name, draft, { ...properties, title }),
    warn: (message) => context.warnings.push({ message, line }),
  });
  return Object.fromEntries(merged);
}

/** Puts the draft into a finished document, as a part that programs hand on and nobody sees. */
function addDraft(finished: PackageParts, main: string, draft: Draft): void {
  const parts = new Parts(new Map(Object.entries(finished)), main);
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`)) number++;
  const name = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => parts.text(parts.related(kind) ?? '') ?? []);
  parts.set(name, carriedXml(draft, parts.text(main)!, notes));
  parts.set(properties, itemXml(hashOf(draft.text)));
  parts.declare(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
  parts.declareExtension('xml', 'application/xml');
  parts.relate(main, 'customXml', fromRoot(name));
  parts.relate(name, 'customXmlProps', fromRoot(properties));
  Object.assign(finished, Object.fromEntries(parts.all));
}

/** Ids of the template's styles in which our text is set. */
function stylesUsed(parts: PackageParts, { roles }: ReadyTemplate): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [name, part] of Object.entries(parts)) {
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(name)) continue;
    for (const [, id] of strFromU8(part).matchAll(/<w:[pr]Style w:val="([^"]*)"/g))
      used.add(roles.ids.get(id!) ?? id!);
  }
  return used;
}

/** Counts the pages of a finished document for its table of contents. */
function countPages(parts: PackageParts, main: string): void {
  const text = (name: string): string | undefined => {
    const part = parts[name];
    return part === undefined ? undefined : strFromU8(part);
  };
  const document = text(main);
  if (document !== undefined) parts[main] = strToU8(withPages(document, pagesOf(text, main)));
}

/** What docx is to make room for: see `commentsXml`. */
function noComment(_: unknown, id: number): { id: number; date: Date; children: Paragraph[] } {
  return { id, date: new Date(0), children: [] };
}

/** Gives the changes of a review the elements that Word has for them. */
function trackedParts(parts: PackageParts, tracker: Tracker): PackageParts {
  const out = { ...parts };
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    if (out[name] !== undefined) out[name] = strToU8(tracker.track(strFromU8(out[name])));
  }
  return out;
}

function addThreadsTo(finished: PackageParts, main: string, { remarks }: Context): void {
  const parts = new Parts(new Map(Object.entries(finished)), main);
  addThreads(parts, remarks);
  Object.assign(finished, Object.fromEntries(parts.all));
}
