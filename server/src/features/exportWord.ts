import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { parseDraft } from '../draft';
import type { Draft } from '../draft/types';
import { decode, type Files } from '../files';
import { join, normalise } from '../project/paths';
import type { Project } from '../project/types';
import type { ExportOptions, ExportRefused, ExportResult } from '../protocol';
import { Refusal } from './insert';
import type { Judge } from './judge';
import type { Projects } from './projects';
import type { Settings } from './settings';

/** Writes the Word document of a draft, as the editor has it: saved or not. */
export class WordExporter {
  constructor(
    private readonly files: Files,
    private readonly judge: Judge,
    private readonly projects: Projects,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly workspaceFolder: (uri: string) => string | undefined,
  ) {}

  /**
   * @param uri Of the draft, open or not.
   * @param target URI of the .docx; by default beside the draft, with its name.
   * @throws Refusal where something else's file is in the way (with `ExportRefused`) or there is no such draft.
   */
  async export(
    uri: string,
    target: string | undefined,
    options: ExportOptions,
    token: CancellationToken,
  ): Promise<ExportResult> {
    const [draft, project, settings] = await Promise.all([
      this.#draft(uri),
      this.projects.get(uri),
      this.settingsOf(uri),
    ]);
    const to = target ?? besides(uri);
    if (normalise(to) === normalise(uri)) throw new Refusal('The Word document would overwrite the draft.');
    if (!/\.docx$/i.test(to)) throw new Refusal('The name of a Word document ends in .docx.');
    // Loaded at its first use: it is most of the server's size, and most sessions never need it.
    const { exportWord, writtenByUs } = await import('../word');
    if (options.force !== true) {
      const there = await this.files.read(to);
      if (there && !writtenByUs(there)) {
        throw new Refusal(`${to} is there already, and Library Advocacy did not write it.`, {
          reason: 'exists',
          uri: to,
        } satisfies ExportRefused);
      }
    }
    const folder = this.workspaceFolder(uri);
    const template = await this.#template(draft, project, settings, folder, options);
    stopIf(token);
    const { bytes, warnings } = await exportWord(draft, project, {
      uri,
      files: this.files,
      ...(folder !== undefined && { folder }),
      ...(template.bytes && { template: template.bytes }),
    });
    stopIf(token);
    await this.files.write(to, bytes);
    const lines = warnings.map(({ message, line }) => ({ message, line: line + 1 }));
    return {
      uri: to,
      warnings: template.warning ? [{ message: template.warning, line: 1 }, ...lines] : lines,
    };
  }

  /**
   * The template that the command or the settings name. Front matter and configuration stand between the two, and
   * are looked up by the exporter.
   */
  async #template(
    draft: Draft,
    project: Project,
    { wordTemplate }: Settings,
    folder: string | undefined,
    { template }: ExportOptions,
  ): Promise<{ readonly bytes?: Uint8Array; readonly warning?: string }> {
    if (template !== undefined) {
      const bytes = await this.files.read(template);
      if (!bytes) throw new Refusal(`There is no template ${template}.`);
      return { bytes };
    }
    const named = draft.frontMatter.data.template ?? project.configuration.word.template;
    if (named !== undefined || wordTemplate === '') return {};
    try {
      const bytes = await this.files.read(templateUri(wordTemplate, folder));
      return bytes
        ? { bytes }
        : { warning: `There is no template “${wordTemplate}”, which the settings name` };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        warning: `The template “${wordTemplate}”, which the settings name, cannot be read: ${reason}`,
      };
    }
  }

  async #draft(uri: string): Promise<Draft> {
    const open = await this.judge.get(uri);
    if (open) return open.document.draft;
    const bytes = await this.files.read(uri);
    if (!bytes) throw new Refusal(`There is no file ${uri}.`);
    return parseDraft(decode(bytes));
  }
}

/** The setting is a path: absolute on this machine, or relative to the workspace folder. */
function templateUri(path: string, folder: string | undefined): string {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return URI.file(path).toString();
  if (folder === undefined) throw new Error('there is no workspace folder that it could be in');
  return join(folder, path.replaceAll('\\', '/'));
}

function besides(uri: string): string {
  if (/^untitled:/i.test(uri))
    throw new Refusal('The draft has no folder yet: say where to write the Word document.');
  return uri.replace(/(?:\.(?:md|markdown|mdown|mkd))?$/i, '.docx');
}

function stopIf(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was cancelled.');
  }
}
