import type { ExportResult } from '../../../server/src/protocol';
import { commandNames } from '../ui/command-names';

type Left = Pick<ExportResult, 'warnings' | 'accessibility'>;

export interface Issue {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** URI of the file that the line is in, if not the draft. */
  readonly uri?: string;
}

/** Whether what is left is listed before an export: where there is anything, and it is new or to be seen each time. */
export const isListed = (issues: readonly Issue[], again: boolean): boolean => issues.length > 0 && again;

/** The warnings and accessibility issues of an export: first those in other files, then in the order of the text. */
export function leftIn({ warnings, accessibility }: Left): readonly Issue[] {
  const elsewhere = ({ uri }: Issue): number => (uri === undefined ? 1 : 0);
  return [...warnings, ...accessibility].sort((a, b) => elsewhere(a) - elsewhere(b) || a.line - b.line);
}

/**
 * The message after an export, with its issues unless they were reviewed. An unused template is always mentioned.
 * @param unsaved the name of the draft's file, if it has unsaved changes
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

/** The message on what an exported document carries that others should not see; undefined for nothing. */
export function carriedWords({
  carries,
  remarks,
}: Pick<ExportResult, 'carries' | 'remarks'>): string | undefined {
  if (carries.length === 0) return undefined;
  const draft = remarks ? 'your draft with its remarks' : 'your draft';
  const what = carries.map((one) => (one === 'draft' ? draft : 'the comments'));
  return `It also holds ${what.join(' and ')}, so that colleagues’ changes can be brought back. To send it to anybody else, choose “${commandNames['advocacy.exportFinal']}…”.`;
}

export interface IssueGroup {
  readonly title: string;
  /** In the order of the text. */
  readonly issues: readonly Issue[];
}

/** The message for the status bar after an export on saving. */
export function savedWords(name: string, { warnings }: Left): string {
  const plain = asLabel(name);
  return warnings.some(({ ofTemplate }) => ofTemplate)
    ? `$(warning) Exported to ${plain}, without its template`
    : `$(check) Exported to ${plain}`;
}

/**
 * The issues of a draft by kind, the most certain first: open changes and comments, places to fill in, accessibility
 * issues, and warnings.
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

/** The same in one list. */
export const issuesOf = (result: Parameters<typeof reviewOf>[0]): readonly Issue[] =>
  reviewOf(result).flatMap(({ issues }) => issues);

/** The issues in words behind "Exported to paper.docx, but"; undefined for none. */
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

/** A text for the label of a row, in which `$(name)` would be an icon. */
export const asLabel = (text: string): string => text.replaceAll('$(', '$ (');
