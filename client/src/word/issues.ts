import type { ExportResult } from '../../../server/src/protocol';
import { commandNames } from '../commandNames';

type Left = Pick<ExportResult, 'warnings' | 'accessibility'>;

export interface Issue {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** Of the file that the line is in, where that is not the draft. */
  readonly uri?: string;
}

/**
 * What a Word document could not show and what keeps people from reading it, in the order of the text. Before that
 * stands what is to be mended in other files.
 */
export function leftIn({ warnings, accessibility }: Left): readonly Issue[] {
  const elsewhere = ({ uri }: Issue): number => (uri === undefined ? 1 : 0);
  return [...warnings, ...accessibility].sort((a, b) => elsewhere(a) - elsewhere(b) || a.line - b.line);
}

/**
 * Says that a draft was exported, and what is left. That a template was not used is said to those who have read it before, too.
 * @param unsaved The name of the draft's file, where that is older than what was exported.
 */
export function exportedWords(
  name: string,
  result: Left,
  reviewed: boolean,
  unsaved?: string,
): { readonly message: string; readonly isWarning: boolean } {
  const unused = result.warnings.filter(({ ofTemplate }) => ofTemplate).map(({ message }) => message);
  const warnings = result.warnings.filter(({ ofTemplate }) => !ofTemplate);
  const left = reviewed ? undefined : leftWords({ ...result, warnings });
  const exported =
    unsaved === undefined
      ? `Exported to ${name}${left === undefined ? '.' : `, but ${left}`}`
      : `Exported to ${name}, as you see it here: ${unsaved} is not saved yet.${left === undefined ? '' : ` ${left[0]!.toUpperCase()}${left.slice(1)}`}`;
  const ended = unused.length > 0 ? exported.replace(/[^.]$/, '$&.') : exported;
  return { message: [ended, ...unused].join(' '), isWarning: left !== undefined || unused.length > 0 };
}

/** Says what else is in a document, once it was exported; undefined where nothing is that others should not see. */
export function carriedWords({
  carries,
  remarks,
}: Pick<ExportResult, 'carries' | 'remarks'>): string | undefined {
  if (carries.length === 0) return undefined;
  const draft = remarks ? 'your draft with its remarks' : 'your draft';
  const what = carries.map((one) => (one === 'draft' ? draft : 'the comments'));
  return `It also holds ${what.join(' and ')}. That is for colleagues: to send it to others, choose “${commandNames['advocacy.exportFinal']}…”.`;
}

export interface IssueGroup {
  readonly title: string;
  /** In the order of the text. */
  readonly issues: readonly Issue[];
}

/** The same for the status bar, where an author who only saved is not to be held up. */
export function savedWords(name: string, { warnings }: Left): string {
  const plain = asLabel(name);
  return warnings.some(({ ofTemplate }) => ofTemplate)
    ? `$(warning) Exported to ${plain}, without its template`
    : `$(check) Exported to ${plain}`;
}

/**
 * What is left to do in a draft, the most certain first: what a review left open, what to fill in, what the document
 * lacks, and the warnings.
 */
export function reviewOf(
  result: Left & Pick<ExportResult, 'placeholders' | 'findings' | 'reviews'>,
): readonly IssueGroup[] {
  const { placeholders, findings, reviews } = result;
  const sorted = [...findings].sort((a, b) => a.line - b.line);
  return [
    { title: 'Open changes and comments', issues: reviews },
    { title: 'To fill in', issues: [...placeholders].sort((a, b) => a.line - b.line) },
    { title: 'In the Word document', issues: leftIn(result) },
    { title: 'Errors and warnings', issues: sorted },
  ].filter(({ issues }) => issues.length > 0);
}

/** All of that in one list. */
export const issuesOf = (result: Parameters<typeof reviewOf>[0]): readonly Issue[] =>
  reviewOf(result).flatMap(({ issues }) => issues);

/** The same in words that follow "Exported to paper.docx, but"; undefined where nothing is left. */
export function leftWords(result: Left): string | undefined {
  const { warnings, accessibility } = result;
  const clauses = [
    ...(warnings.length > 0 ? [`${count(warnings.length)} could not be shown`] : []),
    ...(accessibility.length > 0
      ? [
          `${count(accessibility.length)} ${accessibility.length === 1 ? 'keeps' : 'keep'} people from reading it`,
        ]
      : []),
  ];
  if (clauses.length === 0) return undefined;
  return `${clauses.join(', and ')}: ${leftIn(result)[0]!.message}`;
}

function count(things: number): string {
  return things === 1 ? 'one thing' : `${things} things`;
}

/** A text as the label of a row, in which `$(name)` would become an icon. */
export const asLabel = (text: string): string => text.replaceAll('$(', '$ (');
