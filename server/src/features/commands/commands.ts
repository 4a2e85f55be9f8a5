import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { MessageType, Range, ShowMessageNotification } from 'vscode-languageserver';
import { nameOf } from '../../project/paths';
import {
  type CheckedWord,
  type Commit,
  type ExportOptions,
  type ImportedWord,
  type PastedMarkdown,
  serverCommands,
} from '../../protocol';
import type { ApplyEdit } from '../client/client';
import { withProgress } from '../client/progress';
import { Refusal } from '../client/refusal';
import { coverageOfWorkspace } from '../coverage/coverage-report';
import type { WorkspaceChecker } from '../diagnostics/check-workspace';
import { insert } from '../insert/insert';
import { pasted } from '../insert/paste';
import { ReviewMerger } from '../reviews/merge-review';
import { reviewAction, reviewEdits } from '../reviews/reviews';
import { checkWord } from '../word/check-word';
import { draftOfDocument } from '../word/draft-of-document';
import { WordExporter } from '../word/export-word';
import { importWord } from '../word/import-word';
import type { AnalysedDocument } from '../workspace/analyses';
import { toWorkspaceEdit } from '../workspace/convert';
import type { ServicesWithDrafts, Unreadable } from '../workspace/workspace-drafts';
import { refuseRemote } from './remote-addresses';
import { UserCommands } from './user-commands';

interface Requested {
  readonly token: CancellationToken;
  readonly reporter: WorkDoneProgressReporter | undefined;
}

/** `workspace/executeCommand`: checks the arguments, which come from anywhere, and hands them on. */
export class Commands {
  readonly #exporter: WordExporter;
  readonly #merger: ReviewMerger;
  readonly #user: UserCommands;
  readonly #apply: ApplyEdit = async (label, edit) => {
    const { applied, failureReason } = await this.services.connection.workspace.applyEdit({ label, edit });
    if (!applied && failureReason) throw new Refusal(failureReason);
    return applied;
  };

  constructor(
    private readonly services: ServicesWithDrafts,
    private readonly checker: WorkspaceChecker,
  ) {
    this.#exporter = new WordExporter(services);
    this.#merger = new ReviewMerger(services, this.#apply);
    this.#user = new UserCommands(services);
  }

  async execute(command: string, args: readonly unknown[], requested: Requested): Promise<unknown> {
    const run = Object.hasOwn(this.#own, command) ? this.#own[command] : undefined;
    if (run) return run(args, requested);
    if (this.services.client.ownCommands) throw new Refusal(`There is no command “${command}”.`);
    return this.#user.run(command, args, (name, given) => this.execute(name, given, requested));
  }

  readonly #own: Readonly<
    Record<string, (args: readonly unknown[], requested: Requested) => Promise<unknown>>
  > = {
    [serverCommands.exportWord]: async ([uri, target, options], requested) => {
      const from = this.#address(uri, 'the URI of a document');
      const to =
        target === undefined || target === null
          ? undefined
          : this.#address(target, 'the URI of a .docx file');
      const settings = (typeof options === 'object' && options !== null ? options : {}) as ExportOptions;
      const { template, since } = settings;
      for (const named of [template, since]) if (named !== undefined) this.#address(named, 'a URI');
      return this.#long(requested, 'Exporting to Word', (report, token) => {
        report(nameOf(from));
        return this.#exporter.export(from, to, settings, token);
      });
    },

    [serverCommands.commits]: async ([uri]): Promise<readonly Commit[]> => {
      const draft = this.#address(uri, 'the URI of a draft');
      // Git knows nothing of what an editor alone has.
      return /^file:/i.test(draft) ? ((await this.services.files.history?.commits(draft)) ?? []) : [];
    },

    [serverCommands.bringHome]: async ([uri, document, options], requested) => {
      const draft = this.#address(uri, 'the URI of a draft');
      const from = this.#address(document, 'the URI of a .docx file');
      const { force } = (options ?? {}) as { readonly force?: unknown };
      return this.#long(requested, 'Bringing the review back', () =>
        this.#merger.bring(draft, from, force === true),
      );
    },

    [serverCommands.importWord]: async ([document, pictures], requested): Promise<ImportedWord> => {
      const from = this.#address(document, 'the URI of a .docx file');
      const folder = text(pictures, 'a name for the folder of pictures');
      return this.#long(requested, 'Importing from Word', async () =>
        importWord(this.services.files, from, folder, await this.services.projects.get(from)),
      );
    },

    [serverCommands.knownWord]: async ([document], { token }) => {
      const from = this.#address(document, 'the URI of a .docx file');
      const { files, drafts, folders } = this.services;
      return draftOfDocument(files, from, drafts, folders.all(), token);
    },

    [serverCommands.checkWord]: async ([document], requested): Promise<CheckedWord> => {
      const from = this.#address(document, 'the URI of a .docx file');
      const { files, projects, settingsOf } = this.services;
      return this.#long(requested, 'Checking a Word document', async () =>
        checkWord(files, from, await projects.get(from), await settingsOf(from)),
      );
    },

    [serverCommands.pasted]: async ([uri, range, html, google]): Promise<PastedMarkdown | null> => {
      const judged = await this.#judged(uri);
      if (!Range.is(range)) throw new Refusal('The command needs a range.');
      return pasted(judged, range, text(html, 'HTML'), typeof google === 'string' ? google : undefined);
    },

    [serverCommands.insert]: async ([uri, position, what]) => {
      const judged = await this.#judged(uri);
      const { line, character } = (position ?? {}) as { line?: unknown; character?: unknown };
      const given = position !== null && position !== undefined;
      if (given && !(isCount(line) && isCount(character))) throw new Refusal('The command needs a position.');
      const at = given ? { line: line as number, character: character as number } : undefined;
      return insert(judged, at, text(what, 'what to insert'), this.services.client, this.#apply);
    },

    [serverCommands.review]: async ([uri, action]): Promise<boolean> => {
      const { document } = await this.#judged(uri);
      const edits = reviewEdits(document.draft, reviewAction(action));
      return this.#apply('Review', toWorkspaceEdit(document, edits, this.services.client));
    },

    [serverCommands.checkWorkspace]: async ([folder], requested) => {
      const folders = this.#foldersIn(folder);
      return this.#long(requested, 'Checking drafts', (report, token) =>
        this.checker.check(folders, token, (uri) => report(nameOf(uri))),
      );
    },

    [serverCommands.findDrafts]: async ([folder], requested) => {
      const folders = this.#foldersIn(folder);
      return this.#long(requested, 'Looking for drafts', (report, token) =>
        this.services.drafts.find(folders, token, (uri) => report(nameOf(uri))),
      );
    },

    [serverCommands.coverageReport]: async ([given, folder], requested) => {
      const format = text(given, 'a format');
      const folders = this.#foldersIn(folder);
      return this.#long(requested, 'Reading drafts', (report, token) =>
        coverageOfWorkspace(
          this.services.drafts,
          format,
          folders,
          (markdown) => this.#exporter.bytesOf(markdown, folders[0]),
          token,
          (uri) => report(nameOf(uri)),
          (files) => this.#notInReport(files),
        ),
      );
    },
  };

  #address(value: unknown, what: string): string {
    const address = text(value, what);
    refuseRemote(this.services, address);
    return address;
  }

  async #judged(uri: unknown): Promise<AnalysedDocument> {
    const judged = await this.services.analyses.get(this.#address(uri, 'the URI of a document'));
    if (!judged) throw new Refusal('The document is not open.');
    return judged;
  }

  /** Says how many files a report leaves out; which and why is in the log, as names may hold what an editor takes for a link. */
  #notInReport(files: readonly Unreadable[]): void {
    for (const { uri, message } of files) this.services.connection.console.warn(`${uri}: ${message}`);
    const count = files.length === 1 ? '1 file' : `${files.length} files`;
    void this.services.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: `${count} could not be read, and will be missing from the report: see the output.`,
    });
  }

  #foldersIn(folder: unknown): readonly string[] {
    if (folder === undefined || folder === null) return this.services.folders.all();
    return [this.#address(folder, 'the URI of a folder')];
  }

  #long<T>(
    requested: Requested,
    title: string,
    run: (report: (message: string) => void, token: CancellationToken) => Promise<T>,
  ): Promise<T> {
    return withProgress(
      this.services.connection.window,
      this.services.client.showsProgress,
      requested,
      title,
      run,
    );
  }
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new Refusal(`The command needs ${what}.`);
  return value;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
