/** What the command that inserts takes and answers. */
import type { Range } from 'vscode-languageserver-types';

/**
 * What `insert` inserts: a snippet's id, `area:<id>` or `offer:<id>` (the argument for a topic; promises are offers
 * here), `section:<part id>` (heading and text), `evidence:<id>` (a fact of the evidence libraries with its footnote;
 * in a paragraph of prose it becomes a sentence of that, so that it counts for its case), `hold:<topic id>` (front matter that
 * holds the paper to an area, an offer or a promise),
 * `kind:<id>` (front matter that makes the document a draft of the kind). With `null` as position it goes where it belongs in the paper.
 */
export type Insertable = string;

export interface InsertResult {
  /** Whether the editor made the change. */
  readonly applied: boolean;
  /**
   * Where to go on writing, in the text after the change: the first placeholder of what was inserted, else, with
   * nothing in it, the place behind it.
   */
  readonly selection: Range;
}
