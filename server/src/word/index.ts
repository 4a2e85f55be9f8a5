import { parseDraft } from '../draft/parse';
import type { Draft } from '../draft/types';
import { isLetterByEnds } from '../framework/letter-ends';
import type { Project } from '../project/types';
import { resolveText } from '../reviews';
import { type AccessibilityIssue, accessibilityOf } from './accessibility';
import type { ExportOptions } from './export-options';
import { lineOfTemplate, loadTemplate } from './find-template';
import { readSetup } from './layout';
import { addThreads } from './package/margin-comments';
import type { Parts } from './package/parts';
import { Tracker } from './package/tracked';
import { addDraft, countPages, packed, stylesUsed } from './packing/finish';
import { packageWithoutTemplate } from './packing/without-template';
import { sectionXml } from './page';
import { loadPictures } from './pictures/load';
import { type DocumentPlan, planDocument } from './plan';
import { appXml, coreXml, placeholderValue, readProperties } from './properties';
import { readSource, type Source } from './source';
import { applyTemplate, type ReadyTemplate, templateIssues } from './template';
import { typeset } from './typeset';
import type { Context, Warning } from './writing/context';
import { writeDocumentXml } from './writing/document-xml';
import { writeSections } from './writing/sections';

export type { AccessibilityIssue } from './accessibility';
export type { ExportOptions } from './export-options';
export { checkSum, originOf, writtenByUs } from './package/origin';
export { shippedTemplate } from './packing/built-in-templates';
export { TemplateError } from './template';
export type { Warning } from './writing/context';

interface WordDocument {
  /** The bytes of the .docx. */
  readonly bytes: Uint8Array;
  /** What the document could not show, in the order of the text. */
  readonly warnings: readonly Warning[];
  /** What makes it inaccessible; empty for an accessible document. `export --strict` fails on these. */
  readonly accessibility: readonly AccessibilityIssue[];
  /** Whether the draft is embedded in it. */
  readonly carried: boolean;
}

/**
 * Writes a draft as a Word document. The same draft, pictures and template give the same bytes.
 *
 * A draft never makes it fail: what cannot be shown is named in the document and in a warning.
 *
 * @throws TemplateError where the template that the user chose for this export cannot be used; one that the front
 *   matter, the configuration or the settings name is left out with a warning
 */
export async function exportWord(
  given: Draft,
  project: Project,
  options: ExportOptions,
): Promise<WordDocument> {
  const { since: from, changes = 'track', ...rest } = options;
  if (from && changes !== 'track')
    return exportWord(changes === 'accept' ? from.now : from.before, project, rest);
  const own = withChanges(given, changes);
  const { data, raw } = own.frontMatter;
  // Other Markdown, which says no type of paper and is set as none, is written as it was typed.
  const isPrinted =
    readSetup(raw.word, project.configuration.word).smart ??
    (data.kind !== undefined || isLetterByEnds(own, project.framework));
  const print = (one: Draft): Draft => (isPrinted ? typeset(one) : one);
  const draft = print(own);
  const since = from && { ...from, before: print(from.before), now: print(from.now) };
  const source = readSource(draft);
  const place = { files: options.files, uri: options.uri, folder: options.folder ?? project.folder };
  const [pictures, { ready, warnings }] = await Promise.all([
    loadPictures(source.pictures, place),
    loadTemplate(draft, project, { ...place, template: options.template, usual: options.usualTemplate }),
  ]);
  const paper = planDocument(
    draft,
    project,
    { source, pictures, ready, warnings, own },
    since ? { ...options, since } : options,
  );
  const { context } = paper;
  const sections = writeSections(paper.titleBlocks, context);
  warnOfUnusedNotes(source, context);
  const tracker = new Tracker(context.since !== undefined);
  const pale: Warning[] = [];
  let parts: Parts;
  if (ready === undefined) parts = packageWithoutTemplate(sections, paper, tracker);
  else {
    const written = writeDocumentXml(sections, tracker, context, ({ orientation }) =>
      sectionXml(orientation),
    );
    parts = inTemplate(ready, written, draft, paper, project, tracker);
    const line = lineOfTemplate(draft);
    for (const message of templateIssues(ready.parts, stylesUsed(written, ready)))
      pale.push({ message, line });
  }
  await context.media.place(
    parts,
    options.pictures ?? context.layout.pictures ?? options.usualPictures ?? 'reduced',
  );
  if (context.contents.size > 0) countPages(parts);
  addThreads(parts, context.remarks);
  if (context.markOf !== undefined) addDraft(parts, own);
  return {
    bytes: packed(parts, options.files?.deflate),
    warnings: [...warnings].sort((a, b) => a.line - b.line),
    accessibility: [...pale, ...context.unread, ...accessibilityOf(draft, project, options.rules)],
    carried: context.markOf !== undefined,
  };
}

function withChanges(draft: Draft, changes: 'track' | 'accept' | 'reject'): Draft {
  if (changes === 'track' || !draft.blocks.some(({ block }) => block.review)) return draft;
  return parseDraft(resolveText(draft.text, changes, { comments: 'drop' }));
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
  written: Parameters<typeof applyTemplate>[1],
  draft: Draft,
  { context, properties, title, before: edges }: DocumentPlan,
  project: Project,
  tracker: Tracker,
): Parts {
  const line = lineOfTemplate(draft);
  const { since } = context;
  const old = since && { ...readProperties(since.before, project), title: edges?.title };
  const parts = applyTemplate(ready, written, {
    language: properties.language,
    core: coreXml(properties, title),
    app: appXml(properties),
    value: (name) => placeholderValue(name, draft, { ...properties, title }),
    before: since && { by: since.by, value: (name) => placeholderValue(name, since.before, old!) },
    warn: (message) => context.warnings.push({ message, line }),
  });
  // Tracks changes in what fills the placeholders.
  if (since !== undefined)
    for (const name of parts.textParts) parts.set(name, tracker.track(parts.text(name)!));
  return parts;
}
