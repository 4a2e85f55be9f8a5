import { type Diagnostic, DiagnosticSeverity, languages, type Range, type Uri } from 'vscode';
import { oneLine, shortened } from '../../../server/src/text/shorten';

/** A figure or claim in a draft that nobody can look up. */
export interface WithoutSource {
  /** What a row shows of it. */
  readonly words: string;
  readonly range: Range;
  /** How many more without a source stand in the same sentence, which is told once. */
  readonly more: number;
  /** What is said of it in the text. */
  readonly message: string;
  /** Whether it is more than a hint. */
  readonly isSure: boolean;
}

const RULES: readonly unknown[] = ['figure-unsourced', 'source-vague'];
/** Letters of its words that a row shows. */
const MOST = 60;

/**
 * The figures of an open draft that have no source, in the order of the text. Most of these findings are hints, which
 * VS Code shows neither in Problems nor in the status bar.
 */
export function withoutSource(draft: Uri): readonly WithoutSource[] {
  return languages
    .getDiagnostics(draft)
    .filter(({ source, code }) => source === 'advocacy' && RULES.includes(idOf(code)))
    .map(({ range, message, severity }) => ({
      words: shortened(oneLine(quotedIn(message)), MOST),
      more: moreIn(message),
      range,
      message,
      isSure: severity !== DiagnosticSeverity.Hint,
    }))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** How many figures a list comes to: a row may stand for several. */
export function figureCount(all: readonly WithoutSource[]): number {
  return all.reduce((sum, { more }) => sum + 1 + more, 0);
}

/** "5 figures have no source" */
export function withoutSourceWords(all: readonly WithoutSource[]): string {
  const count = figureCount(all);
  return count === 1 ? '1 figure has no source' : `${count} figures have no source`;
}

/** As `figure-unsourced` says it. */
function moreIn(message: string): number {
  const more = /” has no source, nor (?:has another figure|have (\d{1,4}) more figures) in its /.exec(
    message,
  );
  return more ? Number(more[1] ?? 1) : 0;
}

/** The words in the first quotation marks: those that the message is about. */
function quotedIn(message: string): string {
  const start = message.indexOf('“') + 1;
  const end = message.indexOf('”', start);
  return start === 0 || end === -1 ? message : message.slice(start, end);
}

function idOf(code: Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}
