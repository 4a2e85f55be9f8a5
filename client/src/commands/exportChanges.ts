import { Uri, window } from 'vscode';
import { nameOf } from '../documents';
import { exists } from '../fileExists';
import { askTarget, exportAsking, exportOnce } from '../word/exporting';
import { besides, shown } from '../word/targets';
import { log, openFile } from '../word/told';
import { type Command, documentOf, optionsIn, uri, uriIn } from './support';

/**
 * Exports what changed in a draft since its last export, or since a file, as tracked changes.
 * Arguments: the draft's URI (else the active document), and `{ since, target, open? }` to be asked nothing. Resolves to
 * the written file's URI, or undefined where the user stopped.
 */
export const exportChanges: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const draft = document.uri;
  const options = optionsIn(args);
  const last = draft.scheme === 'untitled' ? undefined : (context.targets.of(draft) ?? besides(draft));
  const since = options === undefined ? await askSince(draft, last) : uri(options.since);
  if (since === undefined && options !== undefined) throw new Error('The command needs an earlier version.');
  if (since === undefined) return undefined;
  const near = (last ?? since).with({ path: (last ?? since).path.replace(/\.[^./]*$/, '-changes.docx') });
  const target = options === undefined ? await askTarget(near) : (uri(options.target) ?? near);
  if (target === undefined) return undefined;
  const request = { name: nameOf(document), draft, target };
  const wanted = { since: context.server.uri(since) };
  // The dialog has asked before it gave the name of a file that is there.
  const result =
    options === undefined
      ? await exportAsking(context, { ...request, options: { ...wanted, force: true } })
      : await exportOnce(context, { ...request, options: wanted });
  if (result === undefined) return undefined;
  log(context, nameOf(document), result);
  const written = Uri.parse(result.uri, true);
  if (options === undefined || options.open === true) await openFile(written);
  return written;
};

/** Asks for the earlier version. */
async function askSince(draft: Uri, last: Uri | undefined): Promise<Uri | undefined> {
  const file = {
    label: 'A file…',
    detail: 'An earlier version in Markdown, or a document that was exported.',
  };
  const isThere = last !== undefined && (await exists(last));
  const exported = isThere ? [{ label: `The last export, ${shown(last, draft)}`, last }] : [];
  const picked = await window.showQuickPick([...exported, file], {
    title: 'Export changes to Word',
    placeHolder: 'Since which version?',
  });
  if (picked === undefined || 'last' in picked) return picked && (picked as { readonly last: Uri }).last;
  const chosen = await window.showOpenDialog({
    title: 'Export changes since this version',
    openLabel: 'Compare',
    filters: { 'Markdown or Word document': ['md', 'markdown', 'docx'] },
  });
  return chosen?.[0];
}
