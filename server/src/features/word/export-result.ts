/** Messages on an export: open tasks in the draft, and problems with its template. */
import { URI } from 'vscode-uri';
import { type Draft, positionAt } from '../../draft';
import { join, nameOf } from '../../project/paths';
import { shippedName } from '../../project/shipped';
import type { Project, UnusedTemplate } from '../../project/types';
import type { ExportResult } from '../../protocol';
import { openReviews } from '../../reviews';
import { isForExport, settingOf } from '../../rules/lib/settings/setting';
import { placeholderUnfilled, unfilled } from '../../rules/placeholder-unfilled';
import { legible } from '../../text/plain-output';
import type { Settings } from '../workspace/settings';
import type { WorkspaceDraft } from '../workspace/workspace-drafts';

/** The places to fill in, unless the rule is off or silenced; of an unwritten section only the first, for them all. */
export function placeholdersIn(
  draft: Draft,
  project: Project,
  settings: Settings,
): ExportResult['placeholders'] {
  const rule = placeholderUnfilled;
  const set = settingOf(rule.id, draft, project, settings.rules);
  if (set === 'off') return [];
  return unfilled(draft, project)
    .filter((problem) => isForExport(problem, set))
    .map(({ span, message }) => ({ message, line: positionAt(draft, span.start).line + 1 }));
}

/** Changes and comments of reviews that are still open. */
export function reviewsLeft(draft: Draft): ExportResult['reviews'] {
  return openReviews(draft).map(({ span, message }) => ({
    message,
    line: positionAt(draft, span.start).line + 1,
  }));
}

/** Lists of messages with their quoted text made legible. */
export function legibleLists<T extends Readonly<Record<string, readonly { readonly message: string }[]>>>(
  lists: T,
): T {
  const shown = Object.entries(lists).map(([name, list]) => [
    name,
    list.map((one) => ({ ...one, message: legible(one.message) })),
  ]);
  return Object.fromEntries(shown) as T;
}

/** Comments that are directives to us, without any text by a person. */
const FOR_US = /^(?:advocacy-|(?:pagebreak|landscape|portrait|contents|sources)$)/;

/** Whether a draft has comments with text for people: notes, or reasons for silencing a rule. */
export function hasRemarks(text: string): boolean {
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', open + 4)) {
    const close = text.indexOf('-->', open + 4);
    const comment = text.slice(open + 4, close === -1 ? text.length : close).trim();
    if (comment !== '' && (!FOR_US.test(comment) || comment.includes(' -- '))) return true;
  }
  return false;
}

/** Rules whose findings an export lists separately. */
const NAMED = new Set(['placeholder-unfilled', 'image-missing']);

/** Errors and warnings on a draft that are in no other list of its export. */
export function findingsIn(
  read: WorkspaceDraft | undefined,
  accessibility: ExportResult['accessibility'],
): ExportResult['findings'] {
  if (!read) return [];
  const { draft, analysis } = read;
  return analysis.findings
    .filter(({ rule, severity }) => (severity === 'error' || severity === 'warning') && !NAMED.has(rule))
    .map(({ rule, span, message }) => ({ rule, message, line: positionAt(draft, span.start).line + 1 }))
    .filter(({ rule, line }) => !accessibility.some((one) => one.rule === rule && one.line === line));
}

/** The template of the settings: its URI, or a message why it is unusable. */
type Usual = { readonly uri?: string; readonly unusable?: string };

/** Resolves the setting: a built-in name, or a path that is absolute or relative to the workspace folder. */
export function usualTemplate(path: string, folder: string | undefined): Usual {
  if (path === '') return {};
  if (shippedName(path) !== undefined) return { uri: path };
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return { uri: URI.file(path).toString() };
  if (folder !== undefined) return { uri: join(folder, path.replaceAll('\\', '/')) };
  const reason = 'there is no workspace folder that it could be in';
  return {
    unusable: `The template “${path}”, which the settings name, cannot be read: ${reason}. The built-in one is used.`,
  };
}

/** Warnings on templates of the configuration and the settings that an export could not try to read. */
export function unusedTemplates(draft: Draft, project: Project, usual: Usual): ExportResult['warnings'] {
  if (draft.frontMatter.data.template !== undefined) return [];
  const { unusedTemplate } = project;
  const unused = unusedTemplate && ofConfiguration(unusedTemplate, usual);
  const hasOther = project.configuration.word.template !== undefined;
  return [
    ...(unused ? [unused] : []),
    ...(usual.unusable !== undefined && !hasOther
      ? [{ message: usual.unusable, line: 1, ofTemplate: true as const }]
      : []),
  ];
}

function ofConfiguration(
  { path, missing, problem }: UnusedTemplate,
  usual: Usual,
): ExportResult['warnings'][number] {
  const { uri, range } = problem;
  const why =
    missing !== undefined ? 'was not found' : `cannot be used: ${problem.message.replace(/\.$/, '')}`;
  const instead = usual.uri === undefined ? 'The built-in one is used.' : 'That of the settings is used.';
  const message = `The template “${path}”, which ${nameOf(uri)} names, ${why}. ${instead}`;
  return { message, line: range.start.line + 1, uri, ofTemplate: true };
}
