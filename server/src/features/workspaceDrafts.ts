import type { CancellationToken } from 'vscode-languageserver';
import { type Analysis, analyse } from '../analysis';
import { parseDraft } from '../draft';
import type { Draft } from '../draft/types';
import { decode, type Files } from '../files';
import { isDraft } from '../project';
import type { Documents } from './documents';
import type { Judge } from './judge';
import type { Projects } from './projects';
import type { Settings } from './settings';
import { markdownBelow } from './workspaceFiles';

/** The most bytes of a draft that is not open. */
const LARGEST = 16 * 1024 * 1024;

export interface WorkspaceDraft {
  readonly uri: string;
  readonly draft: Draft;
  readonly analysis: Analysis;
  /** Whether it is what the editor shows, saved or not. */
  readonly open: boolean;
}

export interface Unreadable {
  readonly uri: string;
  readonly message: string;
}

/** The drafts of the workspace, open or not. */
export class WorkspaceDrafts {
  constructor(
    private readonly files: Files,
    private readonly documents: Documents,
    private readonly judge: Judge,
    private readonly projects: Projects,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
  ) {}

  /** Every draft below the folders, one after the other, until the token is cancelled. `reading` is told each file. */
  async *below(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
  ): AsyncGenerator<WorkspaceDraft | Unreadable> {
    // A folder inside another one is met on the way.
    const seen = new Set<string>();
    for (const folder of folders) {
      for await (const found of markdownBelow(this.files, folder)) {
        if (token.isCancellationRequested) return;
        if (seen.has(found.uri)) continue;
        seen.add(found.uri);
        if ('problem' in found) {
          yield { uri: found.uri, message: found.problem };
          continue;
        }
        reading(found.uri);
        try {
          const draft = await this.read(found.uri);
          if (draft) yield draft;
        } catch (error) {
          yield { uri: found.uri, message: error instanceof Error ? error.message : String(error) };
        }
      }
    }
  }

  /**
   * One draft as it is now; undefined where there is none.
   *
   * @throws Error with a plain message where the file cannot be read.
   */
  async read(uri: string): Promise<WorkspaceDraft | undefined> {
    if (this.documents.get(uri)) {
      const judged = await this.judge.get(uri);
      if (!judged?.isDraft || !judged.analysis) return undefined;
      return { uri, draft: judged.document.draft, analysis: judged.analysis, open: true };
    }
    const [project, settings] = await Promise.all([this.projects.get(uri), this.settingsOf(uri)]);
    const mode = this.judge.mode(settings);
    if (mode === 'off') return undefined;
    const stat = await this.files.stat(uri);
    if (stat && stat.size > LARGEST)
      throw new Error('This file is larger than 16 MB, the most that is read.');
    const bytes = await this.files.read(uri, LARGEST);
    if (!bytes) return undefined;
    const text = decode(bytes);
    if (!isDraft(text, uri, project, mode)) return undefined;
    const draft = parseDraft(text);
    const analysis = analyse(draft, project, { settings: settings.rules });
    return { uri, draft, analysis, open: this.documents.get(uri) !== undefined };
  }
}
