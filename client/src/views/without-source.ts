import { type Diagnostic, DiagnosticSeverity, languages, type Range, type Uri } from 'vscode';
import { furtherIn } from '../../../server/src/text/further-figures';
import { oneLine, shortened } from '../../../server/src/text/shorten';

/** A figure or claim of a draft without a source. */
export interface WithoutSource {
  /** Its words, shortened for a row. */
  readonly words: string;
  readonly range: Range;
  /** How many more figures without a source the same sentence has, which has only one finding. */
  readonly more: number;
  /** The message of the finding. */
  readonly message: string;
  /** Whether it is more than a hint. */
  readonly isSure: boolean;
}

const RULES: readonly unknown[] = ['figure-unsourced', 'source-vague'];
/** How many characters of its words a row shows. */
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
      more: furtherIn(message),
      range,
      message,
      isSure: severity !== DiagnosticSeverity.Hint,
    }))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The number of figures in a list, whose items may stand for several. */
export function figureCount(all: readonly WithoutSource[]): number {
  return all.reduce((sum, { more }) => sum + 1 + more, 0);
}

/** "5 figures have no source" */
export function withoutSourceWords(all: readonly WithoutSource[]): string {
  const count = figureCount(all);
  return count === 1 ? '1 figure has no source' : `${count} figures have no source`;
}

/** The words in the first quotation marks of a message, which it is about. */
function quotedIn(message: string): string {
  const start = message.indexOf('“') + 1;
  const end = message.indexOf('”', start);
  return start === 0 || end === -1 ? message : message.slice(start, end);
}

function idOf(code: Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}
