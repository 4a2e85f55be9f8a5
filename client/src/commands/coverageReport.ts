import { window, workspace } from 'vscode';
import { serverCommands } from '../../../server/src/protocol';
import { type Command, optionsIn, patiently, text, unlessCancelled, uri, uriIn } from './support';

const FORMATS = [
  { label: 'Markdown', description: 'to read here, or to export to Word', id: 'markdown' },
  { label: 'HTML', description: 'a page to publish or to print', id: 'html' },
  { label: 'JSON', description: 'for other programs', id: 'json' },
] as const;

/**
 * Writes the coverage of the workspace's drafts into a new document.
 * Arguments: `{ format?: 'markdown' | 'html' | 'json', folder? }`; without options the user chooses the format.
 * Resolves to the new document's URI.
 */
export const coverageReport: Command = async ({ server }, args) => {
  const options = optionsIn(args);
  const format = options === undefined ? await pickFormat() : (text(options.format) ?? 'markdown');
  if (format === undefined) return undefined;
  if (!FORMATS.some(({ id }) => id === format))
    throw new Error(`There is no report in the format "${format}".`);
  const folder = uri(options?.folder) ?? uriIn(args);
  const content = await patiently('Reading the coverage of the workspace', (token, report) =>
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
  if (content === undefined) return undefined;
  const document = await workspace.openTextDocument({ language: format, content });
  await window.showTextDocument(document);
  return document.uri;
};

async function pickFormat(): Promise<string | undefined> {
  return (await window.showQuickPick(FORMATS, { title: 'Coverage report', placeHolder: 'Choose a format' }))
    ?.id;
}
