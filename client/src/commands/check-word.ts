import { Uri } from 'vscode';
import { type CheckedWord, serverCommands } from '../../../server/src/protocol';
import { nameOf } from '../editor/documents';
import { commandNames } from '../ui/command-names';
import { inProgress } from '../ui/progress';
import { showPage } from '../views/report-page';
import { askDocument } from '../word/importing';
import { refuseOther } from '../word/refused';
import { type Command, optionsIn, uri, uriIn } from './support';

/**
 * Shows what there is to say of a Word document, as of a draft; nothing is written.
 * Arguments: the document's URI (else it is asked for), or `{ document }` to be shown nothing.
 * Resolves to the findings, each with the heading above it, or to undefined where the user stopped.
 */
export const checkWord: Command = async ({ server, extension }, args) => {
  const options = optionsIn(args);
  const document =
    uri(options?.document) ?? uriIn(args) ?? (await askDocument(commandNames['advocacy.checkWord'], 'Check'));
  if (document === undefined) return undefined;
  const name = nameOf(document);
  refuseOther(document);
  const checked = await inProgress(`${commandNames['advocacy.checkWord']}: ${name}`, (token, report) =>
    server.execute<CheckedWord>(serverCommands.checkWord, [server.uri(document)], token, report),
  );
  if (checked !== undefined && options === undefined)
    showPage('advocacy.wordCheck', name, checked.page, Uri.joinPath(extension, 'images/icon.png'));
  return checked?.findings;
};
