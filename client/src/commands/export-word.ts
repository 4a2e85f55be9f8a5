import { type TextDocument, Uri, workspace } from 'vscode';
import { MARKDOWN_ENDING } from '../../../server/src/files/endings';
import { type CoverageResult, coverageRequest } from '../../../server/src/protocol';
import { draftName } from '../../../server/src/skeleton/draft-name';
import { nameOf } from '../editor/documents';
import { exists } from '../editor/file-exists';
import { hasPlaceholder } from '../editor/placeholders';
import { openWords } from '../reviews/review-labels';
import { type CommandName, commandNames } from '../ui/command-names';
import { askTarget, exportAsking, exportOnce, type Request } from '../word/exporting';
import { besides } from '../word/last-targets';
import { log, openFile, tell } from '../word/messages';
import { reviews } from '../word/review';
import { exportSelected } from './export-all';
import { type Command, type Context, documentOf, optionsIn, text, uri, uriIn } from './support';

/**
 * Exports a draft to Word.
 * Arguments: its URI (default: the active document), from the Explorer also all that are selected there, and
 * `{ target?, open?, force?, template? }` for no questions. Without options, it goes to where it was exported last.
 * Resolves to the written file's URI; undefined if cancelled.
 */
export const exportWord: Command = async (context, args) => {
  const selected = args[1];
  if (Array.isArray(selected) && selected.length > 1) {
    const drafts = selected.filter((one): one is Uri => one instanceof Uri && MARKDOWN_ENDING.test(one.path));
    if (drafts.length > 1) return exportSelected(context, drafts);
  }
  const document = await documentOf(context, uriIn(args));
  const options = optionsIn(args);
  if (options === undefined) {
    const target = context.targets.of(document.uri);
    return ask(context, document, target ?? (document.isUntitled ? 'choose' : undefined), {
      command: commandNames['advocacy.exportWord'],
    });
  }
  const target = uri(options.target);
  if (target === undefined && document.isUntitled) {
    throw new Error('A draft that is not saved yet needs a target.');
  }
  return unasked(context, document, target, options);
};

/** Exports a draft to Word, to a file that the user chooses. Arguments: its URI (default: the active document). */
export const exportWordAs: Command = async (context, args) =>
  ask(context, await documentOf(context, uriIn(args)), 'choose', {
    command: commandNames['advocacy.exportWordAs'],
  });

/**
 * Exports a draft to be sent out: without the draft and comments in the document, and not while a review is open.
 * Arguments: its URI (default: the active document), and `{ target?, open?, force?, template? }` for no questions.
 * Resolves to the written file's URI; undefined if cancelled.
 */
export const exportFinal: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const options = optionsIn(args);
  if (options !== undefined) {
    const target = uri(options.target) ?? asFinal(usual(context, document));
    return unasked(context, document, target, { ...options, final: true });
  }
  const target = asFinal(await suggested(context, document));
  // While a review is open nothing is written, so no name is asked for.
  const isOpen = openWords(await context.review.of(document)) !== undefined;
  const command = commandNames['advocacy.exportFinal'];
  return ask(context, document, isOpen && target !== undefined ? target : 'choose', {
    command,
    ...(target && { near: target }),
    isFinal: true,
  });
};

const asFinal = (target: Uri | undefined): Uri | undefined =>
  target?.with({ path: target.path.replace(/(?:-final)?\.docx$/i, '-final.docx') });

/** Exports without questions. */
async function unasked(
  context: Context,
  document: TextDocument,
  target: Uri | undefined,
  options: Readonly<Record<string, unknown>>,
): Promise<Uri | undefined> {
  const template = text(options.template);
  const result = await exportOnce(context, {
    ...aboutDraft(
      document,
      commandNames[options.final === true ? 'advocacy.exportFinal' : 'advocacy.exportWord'],
    ),
    target,
    options: {
      force: options.force === true,
      final: options.final === true,
      ...(template === undefined ? {} : { template }),
    },
  });
  if (result === undefined) return undefined;
  if (!result.written) throw new Error(`It was not exported. ${result.reviews[0]!.message}`);
  log(context, nameOf(document), result);
  const written = Uri.parse(result.uri, true);
  if (options.open === true) await openFile(written);
  return written;
}

interface Asked {
  readonly command: CommandName;
  /** The file that the dialog suggests; `suggested` by default. */
  readonly near?: Uri | undefined;
  readonly isFinal?: boolean;
}

/** @param to the file to write; undefined for one beside the draft */
async function ask(
  context: Context,
  document: TextDocument,
  to: Uri | 'choose' | undefined,
  { command, near, isFinal = false }: Asked,
): Promise<Uri | undefined> {
  const draft = document.uri;
  const chosen =
    to === 'choose' ? await askTarget(near ?? (await suggested(context, document)), command) : undefined;
  if (to === 'choose' && chosen === undefined) return undefined;
  const target = chosen ?? (to === 'choose' ? undefined : to);
  const reviewed = reviews(draft);
  const result = await exportAsking(context, {
    ...aboutDraft(document, command),
    target,
    // The dialog has asked whether to overwrite an existing file.
    options: { review: reviewed, force: chosen !== undefined, final: isFinal },
  });
  if (result === undefined) return undefined;
  log(context, nameOf(document), result);
  const written = Uri.parse(result.uri, true);
  if (!isFinal) await context.targets.remember(draft, written);
  const open = workspace.getConfiguration('advocacy', draft).get<string>('word.openAfterExport', 'ask');
  void tell(context, draft, written, result, { reviewed, open });
  if (open === 'always') await openFile(written);
  return written;
}

const aboutDraft = (
  document: TextDocument,
  command: CommandName,
): Pick<Request, 'command' | 'name' | 'draft'> => ({
  command,
  name: nameOf(document),
  draft: document.uri,
});

/** The file that a draft is exported to: the last one, or one beside the draft; undefined where it is not saved yet. */
function usual({ targets }: Context, { uri: draft, isUntitled }: TextDocument): Uri | undefined {
  return targets.of(draft) ?? (isUntitled ? undefined : besides(draft));
}

/** The file that the dialog suggests: the usual one, or else one that is called by the title of the draft, as a new draft is. */
async function suggested(context: Context, document: TextDocument): Promise<Uri | undefined> {
  const known = usual(context, document);
  const folder = workspace.workspaceFolders?.[0]?.uri ?? context.home;
  if (known !== undefined || folder === undefined) return known;
  const textDocument = { uri: context.server.uri(document.uri) };
  const coverage = await context.server.request<CoverageResult | null>(coverageRequest, { textDocument });
  const { title = '', kind = '' } = coverage ?? {};
  const fileOf = (name: string): Uri => Uri.joinPath(folder, `${name}.docx`);
  const isNamed = title !== '' && !hasPlaceholder(title);
  return fileOf(await draftName(isNamed ? title : kind, (name) => exists(fileOf(name))));
}
