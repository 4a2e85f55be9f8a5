/** Arguments and result of the command `insert`. */
import type { Range } from 'vscode-languageserver-types';

/**
 * What to insert. With `null` as position, it goes where it belongs in the paper.
 *
 * - a snippet's id
 * - `area:<id>` or `offer:<id>`: the argument for a topic; promises are offers here
 * - `section:<part id>`: a heading and its text
 * - `evidence:<id>`: a fact with its footnote; in a paragraph, it becomes a sentence of it
 * - `hold:<topic id>`: front matter that holds the paper to a topic
 * - `kind:<id>`: front matter that makes the document a draft of the kind
 */
export type Insertable = string;

export interface InsertResult {
  /** Whether the editor made the change. */
  readonly applied: boolean;
  /** What to select after the change: the first placeholder that was inserted, or else the place behind the insertion. */
  readonly selection: Range;
  /** Title of the topic that the paper is held to from now on, so that the argument counts; undefined if it was before. */
  readonly held?: string;
}
