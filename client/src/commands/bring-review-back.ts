import { ThemeIcon, Uri, window, workspace } from 'vscode';
import { WORD_ENDING } from '../../../server/src/files/endings';
import { nameOf } from '../editor/documents';
import { commandNames } from '../ui/command-names';
import { madeOf } from '../word/importing';
import { asLabel } from '../word/issues';
import { besides } from '../word/last-targets';
import { mergeReview, tellMerged } from '../word/merge-review';
import { newestCopy } from '../word/newest-copy';
import { findDrafts } from './offer-draft';
import { type Command, type Context, documentOf, optionsIn, uri, uriIn } from './support';

/**
 * Brings a reviewed Word document back into the draft that it was exported from.
 * Arguments: the draft's URI (else the active document) and the document's (else it is asked for), or the draft's and
 * `{ document, force? }` to be asked and told nothing. The document alone, as in the Explorer, finds its draft by what it
 * carries; where that is not here, the user names one, or, with options, it fails.
 * Resolves to `{ changes, comments }`, or undefined where the user stopped.
 */
export const bringReviewBack: Command = async (context, args) => {
  const options = optionsIn(args);
  const first = uriIn(args);
  if (first !== undefined && WORD_ENDING.test(first.path)) return bringAlone(context, first, options);
  const draft = await documentOf(context, first);
  const [, second] = args.filter((value): value is Uri => value instanceof Uri);
  const named = uri(options?.document) ?? second;
  const document = named ?? (await askDocument(context.targets.of(draft.uri) ?? besides(draft.uri)));
  if (document === undefined) return undefined;
  const home = await mergeReview(context, draft, document, {
    force: options?.force === true,
    again: options !== undefined,
  });
  if (home === undefined || !home.applied) return undefined;
  if (options === undefined) void tellMerged(home, document);
  return { changes: home.changes, comments: home.comments };
};

async function bringAlone(
  context: Context,
  document: Uri,
  options: Readonly<Record<string, unknown>> | undefined,
): Promise<unknown> {
  const made = await madeOf(context, document);
  if (made === undefined && options !== undefined)
    throw new Error(`${nameOf(document)} does not say which draft it was made of. Name the draft.`);
  const draft = made ?? (await askDraft(context, document));
  return draft && bringReviewBack(context, options ? [draft, document, options] : [draft, document]);
}

/** Asks into which draft of the workspace a document is to be brought back. */
async function askDraft(context: Context, document: Uri): Promise<Uri | undefined> {
  const found = await findDrafts(context);
  if (found === undefined) return undefined;
  if (found.drafts.length === 0)
    throw new Error(`There is no draft here that ${nameOf(document)} could come back to.`);
  const items = found.drafts.map((uri) => {
    const draft = Uri.parse(uri, true);
    return { label: asLabel(workspace.asRelativePath(draft)), iconPath: ThemeIcon.File, draft };
  });
  const picked = await window.showQuickPick(items, {
    title: `${commandNames['advocacy.bringReviewBack']}: ${nameOf(document)}`,
    placeHolder: 'It does not say which draft it was made of. Which one is it?',
  });
  return picked?.draft;
}

/** @param exported where the draft was exported to last; it or its newest copy is chosen already where one is there */
async function askDocument(exported: Uri): Promise<Uri | undefined> {
  const newest = exported.scheme === 'untitled' ? undefined : await newestCopy(exported);
  const chosen = await window.showOpenDialog({
    title: commandNames['advocacy.bringReviewBack'],
    openLabel: 'Bring Back',
    filters: { 'Word document': ['docx', 'docm'] },
    ...(exported.scheme === 'untitled' ? {} : { defaultUri: newest ?? Uri.joinPath(exported, '..') }),
  });
  return chosen?.[0];
}
