import type { CancellationToken } from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import { type Draft, parseDraft } from '../../draft';
import { MARKDOWN_ENDING } from '../../files/endings';
import { LARGEST_DRAFT, readDraft } from '../../project/draft-text';
import { LIMITS } from '../../project/loading';
import { folderOf, join, leadsOut, nameOf, normalise, relativePath } from '../../project/paths';
import type { Project } from '../../project/types';
import type { ExportOptions, ExportRefused, ExportResult } from '../../protocol';
import { reviewMarks } from '../../reviews';
import { unfilledWords } from '../../rules/unfilled-words';
import { isSkeleton } from '../../skeleton/untouched';
import { stopIf } from '../client/progress';
import { Refusal } from '../client/refusal';
import type { ServicesWithDrafts } from '../workspace/workspace-drafts';
import { changesSince } from './changes-since';
import {
  findingsIn,
  hasRemarks,
  legibleLists,
  placeholdersIn,
  reviewsLeft,
  unusedTemplates,
  usualTemplate,
} from './export-result';
import { openInWordProcessor } from './owner-files';

/** Writes the Word document of a draft, as the editor has it: saved or not. */
export class WordExporter {
  constructor(private readonly services: ServicesWithDrafts) {}

  /**
   * @param uri Of the draft, open or not.
   * @param target URI of the .docx; by default beside the draft, with its name.
   * @throws Refusal where the file that is there is in the way (with `ExportRefused`) or there is no such draft.
   */
  async export(
    uri: string,
    target: string | undefined,
    options: ExportOptions,
    token: CancellationToken,
  ): Promise<ExportResult> {
    const [draft, project, settings] = await Promise.all([
      this.#draft(uri),
      this.#project(() => this.services.projects.get(uri)),
      this.services.settingsOf(uri),
    ]);
    const to = target ?? besides(uri);
    if (normalise(to) === normalise(uri)) throw new Refusal('The Word document would overwrite the draft.');
    if (!/\.docx$/i.test(to)) throw new Refusal('The name of a Word document ends in .docx.');
    // Loaded at its first use: it is most of the server's size, and most sessions never need it.
    const { checkSum, exportWord, shippedTemplate, originOf } = await import('../../word');
    const folder = this.services.folders.around(uri);
    const boundary = this.services.folders.around(to) ?? folderOf(to);
    // A folder by another spelling says nothing of what lies in it.
    const inside = relativePath(boundary, to) === undefined ? undefined : boundary;
    if (await leadsOut(this.services.files, boundary, to)) {
      throw new Refusal(
        `${to} is a link, or lies behind one, that leads out of ${boundary}. Name the place that you mean.`,
      );
    }
    const refuse = async (): Promise<void> => {
      const there =
        options.force === true ? undefined : await this.services.files.read(to, undefined, inside);
      const isHome = there !== undefined && options.broughtHome === checkSum(there);
      const state = there === undefined || isHome ? 'exported' : originOf(there);
      if (state === 'changed') {
        throw refused('changed', to, 'was changed or saved by somebody since it was exported.');
      }
      if (state === 'other') {
        throw refused('exists', to, 'is there already, and Library Advocacy did not write it.');
      }
      if (options.despiteOpen !== true) await this.#refuseOpen(to, boundary);
    };
    // Who reviews first hears of the file that is in the way when it is to be written.
    const reviewed = options.review === true;
    const isEmpty = options.unlessSkeleton === true && isSkeleton(draft, project);
    if (!reviewed && !isEmpty) await refuse();
    const demanded =
      options.template === undefined
        ? undefined
        : await (shippedTemplate(options.template) ?? this.#template(options.template));
    const usual = usualTemplate(settings.wordTemplate, folder);
    stopIf(token);
    const redline =
      options.since === undefined
        ? undefined
        : await changesSince(draft, uri, options.since, this.services.files);
    const marked = redline?.draft ?? draft;
    const changes = options.final === true ? 'accept' : changesIn(options);
    const { bytes, warnings, accessibility, carried } = await exportWord(marked, project, {
      unfilled: unfilledWords,
      uri,
      files: this.services.files,
      carry: options.final !== true && options.since === undefined,
      ...(redline && { since: redline.since }),
      changes,
      rules: settings.rules,
      usualPictures: settings.wordPictures,
      ...(folder !== undefined && { folder }),
      ...(demanded && { template: demanded }),
      ...(usual.uri !== undefined && { usualTemplate: usual.uri }),
      ...(options.documents !== undefined && {
        together: {
          own: to,
          documents: new Map(
            Object.entries(options.documents).map(([draft, document]) => [normalise(draft), document]),
          ),
        },
      }),
    });
    await unreadMessages();
    stopIf(token);
    const keepsPeopleOut = accessibility.map((issue) => ({ ...issue, line: issue.line + 1 }));
    const left = {
      placeholders: placeholdersIn(draft, project, settings),
      warnings: [
        ...(demanded === undefined ? unusedTemplates(draft, project, usual) : []),
        ...warnings.map(({ line, ...warning }) => ({ ...warning, line: line + 1 })),
      ],
      accessibility: keepsPeopleOut,
      reviews: options.final === true || reviewed ? reviewsLeft(draft) : [],
      findings: reviewed
        ? findingsIn(await this.services.drafts.read(uri).catch(() => undefined), keepsPeopleOut)
        : [],
    };
    const isOpen = options.final === true && left.reviews.length > 0;
    const written =
      !isEmpty && !isOpen && (!reviewed || Object.values(left).every((issues) => issues.length === 0));
    // Somebody may have saved or opened it while this one was made.
    if (written) await refuse();
    stopIf(token);
    if (written) await this.#write(to, bytes, inside);
    const carries: ExportResult['carries'] = [
      ...(carried ? (['draft'] as const) : []),
      ...(changes === 'track' && reviewMarks(marked).threads.length > 0 ? (['comments'] as const) : []),
    ];
    const remarks = carried && hasRemarks(draft.text) && { remarks: true as const };
    return {
      uri: to,
      written,
      ...(isEmpty && { skeleton: true }),
      carries,
      ...remarks,
      ...legibleLists(left),
    };
  }

  /** The Word document of a text of ours, in the look that documents of a folder have. */
  async bytesOf(markdown: string, folder: string | undefined): Promise<Uint8Array> {
    const [project, settings] = await Promise.all([
      this.#project(() => this.services.projects.in(folder)),
      folder === undefined ? undefined : this.services.settingsOf(folder),
    ]);
    const { exportWord } = await import('../../word');
    const usual = usualTemplate(settings?.wordTemplate ?? '', folder);
    const { bytes } = await exportWord(parseDraft(markdown), project, {
      unfilled: unfilledWords,
      files: this.services.files,
      ...(folder !== undefined && { uri: join(folder, 'coverage.md'), folder }),
      ...(usual.uri !== undefined && { usualTemplate: usual.uri }),
    });
    return bytes;
  }

  /**
   * A project, read again where the template that it lacked has come since: not every folder can be watched, and
   * people export as soon as they have put the file there.
   */
  async #project(get: () => Promise<Project>): Promise<Project> {
    const project = await get();
    const uri = project.unusedTemplate?.missing;
    if (uri === undefined || !(await this.services.files.stat(uri).catch(() => undefined))) return project;
    await this.services.filesChanged([uri]);
    return get();
  }

  async #refuseOpen(to: string, boundary: string): Promise<void> {
    const sign = await openInWordProcessor(this.services.files, to, boundary);
    if (!sign) return;
    const by = sign.person === undefined ? '' : ` (${sign.person})`;
    throw refused('open', to, `is open in ${sign.program}${by}. Close it there, and export again.`);
  }

  async #write(to: string, bytes: Uint8Array, inside: string | undefined): Promise<void> {
    try {
      await this.services.files.write(to, bytes, inside === undefined ? [] : [inside]);
    } catch (error) {
      if (!isLocked(error)) throw error;
      throw refused(
        'locked',
        to,
        'cannot be written: another program has it open, or you may not change it.',
      );
    }
  }

  async #template(uri: string): Promise<Uint8Array> {
    const bytes = await this.services.files.read(uri, LIMITS.template);
    if (!bytes) throw new Refusal(`There is no template ${uri}.`);
    return bytes;
  }

  async #draft(uri: string): Promise<Draft> {
    const open = await this.services.analyses.get(uri);
    if (open) return open.document.draft;
    const read = await readDraft(this.services.files, uri, LARGEST_DRAFT);
    if (!read) throw new Refusal(`There is no file ${uri}.`);
    if ('problem' in read) throw new Refusal(`${nameOf(uri)} cannot be read: ${read.problem}.`);
    return parseDraft(read.text);
  }
}

function refused(reason: ExportRefused['reason'], uri: string, why: string): Refusal {
  return new Refusal(`${nameOf(uri)} ${why}`, { reason, uri } satisfies ExportRefused);
}

/** What systems and editors answer where a file may not be written now: Windows does so while Word has it open. */
const LOCKED: readonly unknown[] = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY', 'NoPermissions', 'Unavailable'];

/** Whether an error of `Files.write` says so: Node's has its code in the cause, the editor's in the answer's data. */
function isLocked(error: unknown): boolean {
  if (error instanceof ResponseError)
    return LOCKED.includes((error.data as { code?: unknown } | undefined)?.code);
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && LOCKED.includes(cause.code);
}

/** What a client asks for, which comes from anywhere. */
function changesIn({ changes }: ExportOptions): 'track' | 'accept' | 'reject' {
  return changes === 'accept' || changes === 'reject' ? changes : 'track';
}

function besides(uri: string): string {
  if (/^untitled:/i.test(uri))
    throw new Refusal('The draft has no folder yet: say where to write the Word document.');
  return `${uri.replace(MARKDOWN_ENDING, '')}.docx`;
}

/** Lets the messages in that came while the document was made, which takes the whole thread: the user may have stopped it. */
function unreadMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
