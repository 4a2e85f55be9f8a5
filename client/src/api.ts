import type MarkdownIt from 'markdown-it';
import type { Uri } from 'vscode';
import type { CoverageResult } from '../../server/src/protocol';

export type { CoverageResult } from '../../server/src/protocol';

/** What `activate` returns, for other extensions. */
export interface Api {
  /** The coverage of a Markdown document, as it is in the editor, or on disk if it is not open. */
  coverage(uri: Uri): Promise<CoverageResult>;
  /** Called by VS Code's preview of Markdown. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}
