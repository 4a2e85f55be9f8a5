import type { Draft } from '../draft/types';
import type { Files } from '../files';
import type { Project } from '../project/types';
import type { RuleSettings } from '../rules/lib/settings/setting';
import type { ChangesSince } from './changes-since';
import type { Together } from './local-links';

export interface ExportOptions {
  /**
   * Finds the unfilled placeholders to highlight in the document: `unfilledWords` of the rules. The caller passes it,
   * because it also reports them and the draft should be searched only once.
   */
  readonly unfilled: (draft: Draft, project: Project, settings?: RuleSettings) => ReadonlySet<string>;
  /** The draft's own URI, against which addresses of pictures and of the template are resolved. */
  readonly uri?: string;
  readonly files?: Files;
  /** URI of the folder that pictures must be in; by default the configuration's folder, else the draft's. */
  readonly folder?: string;
  /** A .docx or .dotx that the user chose for this export: wins over front matter, configuration and settings. */
  readonly template?: Uint8Array;
  /** URI of the template in the editor's settings, used if nothing else names one. */
  readonly usualTemplate?: string;
  /**
   * Whether to embed the draft in the document, so that a review can be merged back, unless `word.source` forbids it;
   * `always` ignores `word.source`, for documents that nobody receives. By default nothing in it hints at Markdown.
   */
  readonly carry?: boolean | 'always';
  /**
   * What to do with the draft's marked changes: by default Word shows them, with the comments. If they are accepted or
   * rejected, comments are left out.
   */
  readonly changes?: 'track' | 'accept' | 'reject';
  /** Both versions of a comparison, and their differences that CriticMarkup cannot mark. */
  readonly since?: ChangesSince;
  /** Whether pictures are reduced to print resolution; wins over front matter and configuration. */
  readonly pictures?: 'reduced' | 'full';
  /** The same from the editor's settings, used if nothing else decides; by default they are reduced. */
  readonly usualPictures?: 'reduced' | 'full';
  /** Documents that are exported together with this one. */
  readonly together?: Together;
  /** Rule settings of the editor: rules that they switch off report no accessibility issues. */
  readonly rules?: RuleSettings;
}
