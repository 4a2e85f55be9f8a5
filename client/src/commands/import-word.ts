import { commands, type Uri, window, workspace } from 'vscode';
import { nameOf } from '../editor/documents';
import { MAKE_DRAFT } from '../ui/command-ids';
import { commandNames } from '../ui/command-names';
import { notice } from '../ui/notice';
import { askDocument, type Imported, importDocument, madeOf } from '../word/importing';
import { lossesWords, SHOW_LOSSES, showLosses } from '../word/losses';
import { mergeReview, tellMerged } from '../word/merge-review';
import { refuseOther } from '../word/refused';
import { type Command, type Context, optionsIn, uri, uriIn } from './support';

/**
 * Makes a draft of a Word document. Where it was made of a draft that is here, it may be a review of that, which is asked.
 * Arguments: the document's URI (else it is asked for), or `{ document, target? }` to be asked and told nothing.
 * Resolves to the draft's URI, or undefined where the user stopped.
 */
export const importWord: Command = async (context, args) => {
  const options = optionsIn(args);
  if (options !== undefined) {
    const document = uri(options.document);
    if (document === undefined) throw new Error('Name the Word document to import.');
    refuseOther(document);
    return (await importDocument(context, document, uri(options.target)))?.draft;
  }
  const document = uriIn(args) ?? (await askDocument(commandNames['advocacy.importWord'], 'Import'));
  if (document === undefined) return undefined;
  refuseOther(document);
  const draft = await madeOf(context, document);
  const isReview = draft === undefined ? false : await askWhether(document, draft);
  if (isReview === undefined) return undefined;
  if (draft !== undefined && isReview) {
    const home = await mergeReview(context, await workspace.openTextDocument(draft), document);
    if (home === undefined || !home.applied) return undefined;
    void tellMerged(home, document);
    return home.draft;
  }
  const imported = await importDocument(context, document);
  if (imported === undefined) return undefined;
  await window.showTextDocument(await workspace.openTextDocument(imported.draft));
  void tell(context, document, imported);
  return imported.draft;
};

/** Whether a document is to be brought back as a review of a draft. */
async function askWhether(document: Uri, draft: Uri): Promise<boolean | undefined> {
  const review = {
    label: `$(comment-discussion) Bring changes and comments back into ${nameOf(draft)}`,
    detail: 'For a document that was exported from it, and that others have reviewed in Word.',
    isReview: true,
  };
  const fresh = {
    label: '$(new-file) Make another draft of it',
    detail: `${nameOf(draft)} stays as it is.`,
    isReview: false,
  };
  const picked = await window.showQuickPick([review, fresh], {
    title: `${commandNames['advocacy.importWord']}: ${nameOf(document)}`,
    placeHolder: `There is a draft of it: ${nameOf(draft)}`,
  });
  return picked?.isReview;
}

/** Says what was written, and what Markdown cannot hold; offers to say what it is, where that was not clear. */
async function tell(
  { output }: Context,
  document: Uri,
  { draft, called, pictures, losses }: Imported,
): Promise<void> {
  for (const loss of losses) output.warn(`${nameOf(document)}: ${loss}`);
  const as = called === undefined ? '' : `, ${called}`;
  const withPictures =
    pictures === 0 ? '' : pictures === 1 ? ', with one picture' : `, with ${pictures} pictures`;
  const lost = lossesWords(losses, 'taken over');
  const make = 'Make It a Draft…';
  const answer = await window.showInformationMessage(
    ...notice(
      `${nameOf(document)} is imported as ${nameOf(draft)}${as}${withPictures}. ${lost}`.trimEnd(),
      ...(called === undefined ? [make] : []),
      ...(losses.length < 2 ? [] : [SHOW_LOSSES]),
    ),
  );
  if (answer === make) await commands.executeCommand(MAKE_DRAFT, draft);
  if (answer === SHOW_LOSSES) await showLosses(`${nameOf(document)}: ${lost}`, losses);
}
