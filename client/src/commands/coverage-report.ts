import { env, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { base64ToBytes } from '../../../server/src/features/client/base64';
import { serverCommands } from '../../../server/src/protocol';
import { commandNames } from '../ui/command-names';
import { asNotice } from '../ui/notice';
import { inProgress, unlessCancelled } from '../ui/progress';
import { showReport } from '../views/report-page';
import { offerToOpen, onThisComputer } from '../word/messages';
import { findDrafts, tellNoDrafts } from './offer-draft';
import { type Command, type Context, optionsIn, text, uri, uriIn } from './support';

/** The formats of the report, each with the extension and the name of its files. */
const FORMATS = {
  word: ['docx', 'Word document'],
  html: ['html', 'Web page'],
  markdown: ['md', 'Markdown'],
  json: ['json', 'JSON'],
} as const;
type Format = keyof typeof FORMATS;

const TITLE = commandNames['advocacy.coverageReport'];

/**
 * Reports on the coverage of the workspace's drafts: as a page here or in the browser, or as a file, as the user chooses.
 * Arguments: `{ format?: 'markdown' | 'html' | 'json' | 'word', folder?, target? }` for no questions: the report is
 * written to the target, or into a new document. Resolves to the URI of the written file or document; undefined for none.
 */
export const coverageReport: Command = async (context, args) => {
  const options = optionsIn(args);
  const given = uriIn(args);
  // In the menu of the report page, the URI is that of the page.
  const folder = uri(options?.folder) ?? (given?.scheme === 'webview-panel' ? undefined : given);
  if (options !== undefined) {
    const format = text(options.format) ?? 'markdown';
    if (!isFormat(format)) throw new Error(`There is no report in the format "${format}".`);
    const target = uri(options.target);
    if (target === undefined && format === 'word') throw new Error('A report in Word needs a target.');
    const content = await read(context, format, folder);
    if (content === undefined) return undefined;
    if (target !== undefined) return save(target, format, content);
    const document = await workspace.openTextDocument({ language: format, content });
    await window.showTextDocument(document);
    return document.uri;
  }
  const found = await findDrafts(context, folder);
  if (found === undefined) return undefined;
  if (found.drafts.length + found.unreadable.length === 0) {
    void tellNoDrafts();
    return undefined;
  }
  const way = await pickWay();
  if (way === undefined) return undefined;
  if (isFormat(way)) return saveAs(context, way, folder);
  const page = await read(context, 'html', folder);
  if (page === undefined) return undefined;
  if (way === 'here') {
    showReport(page, Uri.joinPath(context.extension, 'images/icon.png'));
    return undefined;
  }
  const file = await save(Uri.joinPath(context.storage, 'coverage.html'), 'html', page);
  await env.openExternal(file);
  return file;
};

const isFormat = (value: string): value is Format => Object.hasOwn(FORMATS, value);

async function pickWay(): Promise<'here' | 'browser' | Format | undefined> {
  type Item = QuickPickItem & { readonly way: 'here' | 'browser' | Format };
  const items: readonly Item[] = [
    { label: 'Show It Here', description: 'as a page in VS Code', way: 'here' },
    // If the files are on another computer, the browser here cannot open them.
    ...(onThisComputer(Uri.file('/'))
      ? [{ label: 'Open It in the Browser', description: 'to read or to print', way: 'browser' } as const]
      : []),
    { label: 'Save', kind: QuickPickItemKind.Separator, way: 'here' },
    { label: 'Save as Word Document…', description: 'to send or to print', way: 'word' },
    { label: 'Save as Web Page…', description: 'to publish', way: 'html' },
    { label: 'Save as Markdown…', description: 'to edit here', way: 'markdown' },
    { label: 'Save as JSON…', description: 'for other programs', way: 'json' },
  ];
  const options = { title: TITLE, placeHolder: 'What do you want to do with it?' };
  return (await window.showQuickPick(items, options))?.way;
}

/** The report as text, or for Word in base64; undefined if the user cancelled it. */
function read({ server }: Context, format: Format, folder: Uri | undefined): Promise<string | undefined> {
  return inProgress(TITLE, (token, report) =>
    unlessCancelled(
      token,
      server.execute<string>(
        serverCommands.coverageReport,
        folder === undefined ? [format] : [format, server.uri(folder)],
        token,
        report,
      ),
    ),
  );
}

async function saveAs(context: Context, format: Format, folder: Uri | undefined): Promise<Uri | undefined> {
  const [ending, name] = FORMATS[format];
  const near = folder ?? workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { [name]: [ending] },
    title: TITLE,
    ...(near ? { defaultUri: Uri.joinPath(near, `coverage.${ending}`) } : {}),
  });
  if (target === undefined) return undefined;
  const content = await read(context, format, folder);
  if (content === undefined) return undefined;
  const file = await save(target, format, content);
  if (format === 'word' || format === 'html') {
    void offerToOpen(file, asNotice(`Saved as ${file.path.split('/').at(-1)}.`));
  } else await window.showTextDocument(file);
  return file;
}

async function save(file: Uri, format: Format, content: string): Promise<Uri> {
  const bytes = format === 'word' ? base64ToBytes(content) : new TextEncoder().encode(content);
  await workspace.fs.writeFile(file, bytes);
  return file;
}
