import type { Draft } from '../draft/types';
import type { Files } from '../files';
import type { Project } from '../project/types';
import type { RuleSettings } from '../rules/lib/setting';
import type { ChangesSince } from './changes-since';
import type { Together } from './local-links';

export interface ExportOptions {
  /**
   * Finds the words that are still to be filled in, which are marked in the document: `unfilledWords` of the rules. Who
   * exports has it, and tells people of them, so that a draft is read for that once.
   */
  readonly unfilled: (draft: Draft, project: Project, settings?: RuleSettings) => ReadonlySet<string>;
  /** The draft's own URI, from which pictures and the template are found. */
  readonly uri?: string;
  readonly files?: Files;
  /** URI of the folder outside of which no picture is read; else the configuration's folder, else the draft's. */
  readonly folder?: string;
  /** A .docx or .dotx that the user chose for this export: wins over front matter, configuration and settings. */
  readonly template?: Uint8Array;
  /** URI of the template in the editor's settings, for drafts for which nothing else names one. */
  readonly usualTemplate?: string;
  /**
   * Whether the document carries its draft, so that a review can be brought back into it, unless `word.source` says
   * no; `always` is for documents that nobody gets. Without, nothing in the document tells of Markdown.
   */
  readonly carry?: boolean | 'always';
  /**
   * What becomes of the changes of a review: by default Word shows them, with the comments. Where they are accepted or
   * rejected, comments are left out.
   */
  readonly changes?: 'track' | 'accept' | 'reject';
  /** Since when the changes in the draft are, and what else changed since then. */
  readonly since?: ChangesSince;
  /** Whether pictures are reduced to what a printer shows of them: wins over what the paper and its folder say. */
  readonly pictures?: 'reduced' | 'full';
  /** The same from the editor's settings, where nothing else says so; by default they are reduced. */
  readonly usualPictures?: 'reduced' | 'full';
  /** Documents that are exported together with this one. */
  readonly together?: Together;
  /** Rule settings of the editor: what they switch off is no accessibility issue. */
  readonly rules?: RuleSettings;
}
