import { Document, type IPropertiesOptions, type Paragraph } from 'docx';
import { strToU8 } from 'fflate';
import { parseXml } from '../docx/xml-tree';
import { parseDraft } from '../draft/parse';
import type { Draft } from '../draft/types';
import type { Project } from '../project/types';
import { resolveText } from '../reviews';
import { type AccessibilityIssue, accessibilityOf } from './accessibility';
import type { Context, Warning } from './context';
import type { ExportOptions } from './export-options';
import { lineOfTemplate, loadTemplate } from './find-template';
import type { Layout } from './layout';
import { linksOf, withLinks } from './lists/linked-styles';
import type { Notes } from './notes';
import { deterministic } from './package/deterministic';
import { addDraft, countPages, stylesUsed, withTrackedChanges } from './package/finish';
import { type PackageParts, partsOf } from './package/from-docx';
import { Tracker } from './package/tracked';
import { sectionOptions } from './page';
import { type Paper, paperOf } from './paper';
import { loadPictures } from './pictures/load';
import { appXml, coreXml, placeholderValue, readProperties } from './properties';
import { addThreads, commentsXml } from './remarks';
import { writeSections } from './sections';
import { readSource, type Source } from './source';
import { stylesXml } from './styles';
import { applyTemplate, type ReadyTemplate, templateIssues } from './template';
import { Parts } from './template/parts';

export type { AccessibilityIssue } from './accessibility';
export type { Warning } from './context';
export type { ExportOptions } from './export-options';
export { checkSum, originOf, writtenByUs } from './package/origin';
export { TemplateError } from './template';
export { shippedTemplate } from './template/shipped';

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
  const { since: from, changes = 'track', ...rest } = options;
  if (from && changes !== 'track')
    return exportWord(changes === 'accept' ? from.now : from.before, project, rest);
  const draft = withChanges(given, changes);
  const source = readSource(draft);
  const place = { files: options.files, uri: options.uri, folder: options.folder ?? project.folder };
  const [pictures, { ready, warnings }] = await Promise.all([
    loadPictures(source.pictures, place),
    loadTemplate(draft, project, { ...place, template: options.template, usual: options.usualTemplate }),
  ]);
  const paper = paperOf(draft, project, { source, pictures, ready, warnings }, options);
  const { context } = paper;
  const written = await partsByDocx(paper, ready, options);
  const line = lineOfTemplate(draft);
  const pale =
    ready === undefined
      ? []
      : templateIssues(ready.template, stylesUsed(written, ready)).map((message) => ({ message, line }));
  const parts = finished(written, ready, draft, paper, project);
  return {
    bytes: deterministic(parts, options.files?.deflate),
    warnings: [...warnings].sort((a, b) => a.line - b.line),
    accessibility: [...pale, ...context.unread, ...accessibilityOf(draft, project, options.rules)],
    carried: context.marks !== undefined,
  };
}

function withChanges(draft: Draft, changes: 'track' | 'accept' | 'reject'): Draft {
  if (changes === 'track' || !draft.blocks.some(({ block }) => block.review)) return draft;
  return parseDraft(resolveText(draft.text, changes, { comments: 'drop' }));
}

/** The parts of the document with all that is added when they are there. */
function finished(
  written: PackageParts,
  ready: ReadyTemplate | undefined,
  draft: Draft,
  paper: Paper,
  project: Project,
): PackageParts {
  const { context } = paper;
  const parts =
    ready === undefined
      ? new Parts(new Map(Object.entries(written)), 'word/document.xml')
      : new Parts(inTemplate(ready, written, draft, paper, project), ready.template.main);
  if (context.contents.size > 0) countPages(parts);
  addThreads(parts, context.remarks);
  if (context.marks !== undefined) addDraft(parts, draft);
  return Object.fromEntries(parts.all);
}

/** Writes the paper into a document of docx, and takes its parts with those that we write ourselves. */
async function partsByDocx(
  { context, properties, title, before, titleBlocks }: Paper,
  ready: ReadyTemplate | undefined,
  options: ExportOptions,
): Promise<PackageParts> {
  const { layout, remarks } = context;
  const sections = writeSections(titleBlocks, context);
  warnOfUnusedNotes(context.source, context);
  const document = new Document({
    sections: sections.map((section, at) =>
      sectionOptions(section, { ...properties, title }, before, {
        isFirst: at === 0,
        isLetter: context.letter !== undefined,
        inTemplate: ready !== undefined,
      }),
    ),
    ...notesOption(layout, context.notes),
    ...(remarks.length === 0 ? {} : { comments: { children: remarks.map(noComment) } }),
  });
  const numbering = context.numbering.xml;
  const links = layout.numbering === 'none' ? [] : linksOf(parseXml(numbering));
  const size = options.pictures ?? layout.pictures ?? options.usualPictures ?? 'reduced';
  return {
    ...withTrackedChanges(
      await context.media.placed(partsOf(document), size),
      new Tracker(context.since !== undefined),
    ),
    ...(remarks.length === 0 ? {} : { 'word/comments.xml': strToU8(commentsXml(remarks)) }),
    'word/styles.xml': strToU8(withLinks(stylesXml(properties.language), links)),
    'word/numbering.xml': strToU8(numbering),
    'docProps/core.xml': strToU8(coreXml(properties, title)),
    'docProps/app.xml': strToU8(appXml(properties)),
  };
}

function notesOption(layout: Layout, notes: Notes): Pick<IPropertiesOptions, 'footnotes' | 'endnotes'> {
  return layout.notes === 'endnotes' ? { endnotes: notes.written } : { footnotes: notes.written };
}

function warnOfUnusedNotes(source: Source, context: Context): void {
  for (const [identifier, note] of source.notes) {
    if (context.notes.has(identifier)) continue;
    const message = `Nothing refers to the footnote [^${note.node.label ?? identifier}]: it is left out`;
    context.warnings.push({ message, line: note.block.line + (note.node.position?.start.line ?? 1) - 1 });
  }
}

function inTemplate(
  ready: ReadyTemplate,
  parts: PackageParts,
  draft: Draft,
  { context, properties, title, before: edges }: Paper,
  project: Project,
): ReadonlyMap<string, Uint8Array> {
  const line = lineOfTemplate(draft);
  const { since } = context;
  const old = since && { ...readProperties(since.before, project), title: edges?.title };
  const filled = applyTemplate(ready, parts, {
    language: properties.language,
    value: (name) => placeholderValue(name, draft, { ...properties, title }),
    before: since && { by: since.by, value: (name) => placeholderValue(name, since.before, old!) },
    warn: (message) => context.warnings.push({ message, line }),
  });
  if (since === undefined) return filled;
  return new Map(
    Object.entries(withTrackedChanges(Object.fromEntries(filled), new Tracker(true, 2_000_000))),
  );
}

/** What docx is to make room for: see `commentsXml`. */
function noComment(_: unknown, id: number): { id: number; date: Date; children: Paragraph[] } {
  return { id, date: new Date(0), children: [] };
}
