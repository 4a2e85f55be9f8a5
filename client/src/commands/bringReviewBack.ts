import { Uri, window } from 'vscode';
import { commandNames } from '../commandNames';
import { exists } from '../fileExists';
import { bringHome, tellHome } from '../word/bringHome';
import { besides } from '../word/targets';
import { type Command, documentOf, optionsIn, uri, uriIn } from './support';

/**
 * Brings a reviewed Word document back into the draft that it was exported from.
 * Arguments: the draft's URI (else the active document) and the document's (else it is asked for), or the draft's and
 * `{ document, force? }` to be asked and told nothing.
 * Resolves to `{ changes, comments }`, or undefined where the user stopped.
 */
export const bringReviewBack: Command = async (context, args) => {
  const draft = await documentOf(context, uriIn(args));
  const options = optionsIn(args);
  const [, second] = args.filter((value): value is Uri => value instanceof Uri);
  const named = uri(options?.document) ?? second;
  const document = named ?? (await askDocument(context.targets.of(draft.uri) ?? besides(draft.uri)));
  if (document === undefined) return undefined;
  const home = await bringHome(context, draft, document, {
    force: options?.force === true,
    again: options !== undefined,
  });
  if (home === undefined || !home.applied) return undefined;
  if (options === undefined) void tellHome(home, document);
  return { changes: home.changes, comments: home.comments };
};

/** @param near the document that the draft was exported to last, which is chosen already where it is there */
async function askDocument(near: Uri): Promise<Uri | undefined> {
  const isThere = await exists(near).catch(() => false);
  const chosen = await window.showOpenDialog({
    title: commandNames['advocacy.bringReviewBack'],
    openLabel: 'Bring Back',
    filters: { 'Word document': ['docx', 'docm'] },
    ...(near.scheme === 'untitled' ? {} : { defaultUri: isThere ? near : Uri.joinPath(near, '..') }),
  });
  return chosen?.[0];
}
