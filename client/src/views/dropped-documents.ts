import { commands, type DataTransfer, type TreeDragAndDropController, Uri, window } from 'vscode';
import { WORD_ENDING } from '../../../server/src/files/endings';
import { IMPORT_WORD } from '../ui/command-ids';
import { notice } from '../ui/notice';

const URIS = 'text/uri-list';

/** Has Word documents that are dropped into a view made drafts, one after the other: each may ask something. */
export class DroppedDocuments<T> implements TreeDragAndDropController<T> {
  readonly dragMimeTypes: readonly string[] = [];
  readonly dropMimeTypes: readonly string[] = [URIS, 'files'];

  async handleDrop(_target: T | undefined, data: DataTransfer): Promise<void> {
    const dropped = await urisIn(data);
    const documents = dropped.filter(({ path }) => WORD_ENDING.test(path));
    // Of another file, the command says why it cannot be used, and what to do.
    for (const document of documents.length > 0 ? documents : dropped.slice(0, 1))
      await commands.executeCommand(IMPORT_WORD, document);
    if (dropped.length > 0) return;
    const why = 'A browser does not say where a file lies: put it into the folder first.';
    void window.showInformationMessage(...notice(why));
  }
}

/** What was dragged out of VS Code's Explorer or the system's. */
async function urisIn(data: DataTransfer): Promise<readonly Uri[]> {
  const list = (await data.get(URIS)?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (uris.length > 0) return uris.map((line) => Uri.parse(line, true));
  return Array.from(data, ([, item]) => item.asFile()?.uri ?? []).flat();
}
