import { commands, type TextDocument, type Uri, window, workspace } from 'vscode';
import { ResponseError } from 'vscode-languageclient';
import { type MergeResult, serverCommands } from '../../../server/src/protocol';
import { displayDate, localDate } from '../../../server/src/text/dates';
import { reasonOf } from '../../../server/src/text/error-message';
import { nameOf } from '../editor/documents';
import { editorOf } from '../editor/editors';
import { mergedWords } from '../reviews/review-labels';
import { NEXT_REVIEW_MARK } from '../ui/command-ids';
import { commandNames } from '../ui/command-names';
import { notice } from '../ui/notice';
import { inProgress } from '../ui/progress';
import type { WordContext } from './context';
import { askDocument, madeOf } from './importing';
import { shown } from './last-targets';

const AGAIN = 'Bring It Again';
const ANYWAY = 'Bring It Back Anyway';
const ANOTHER = 'Choose Another Document…';

interface Home extends MergeResult {
  /** Where it came to: its own draft, where it was chosen for another. */
  readonly draft: Uri;
}

const BRING_BACK = commandNames['advocacy.bringReviewBack'];

interface How {
  /** Also where it was made of another draft. */
  readonly force?: boolean;
  /** Also where the same was brought home before. */
  readonly again?: boolean;
}

/** Brings a reviewed document back into its draft, in the editor, so that it can be undone. Undefined where the user stopped. */
export async function mergeReview(
  context: WordContext,
  draft: TextDocument,
  document: Uri,
  { force = false, again = false }: How = {},
): Promise<Home | undefined> {
  await editorOf(draft);
  const day = again ? undefined : await context.mergedReviews.dayOf(draft.uri, document);
  if (day !== undefined) return askedAgain(context, draft, document, { day, force });
  try {
    const { server, undoing, overwritable, mergedReviews } = context;
    const before = draft.getText();
    const args = [server.uri(draft.uri), server.uri(document), { force }];
    const home = await inProgress(BRING_BACK, (token, report) =>
      server.execute<MergeResult>(serverCommands.bringHome, args, token, report),
    );
    if (home?.applied) {
      await undoing.follow(draft, before, async () => {
        const backs = [
          await overwritable.remember(document, home.sum),
          await mergedReviews.remember(draft.uri, document),
        ];
        return () => Promise.all(backs.map((back) => back()));
      });
    }
    return home && { ...home, draft: draft.uri };
  } catch (error) {
    const data = error instanceof ResponseError ? (error.data as { readonly reason?: unknown }) : undefined;
    if (force || data?.reason !== 'otherDraft') throw error;
    return asked(context, draft, document, reasonOf(error));
  }
}

/** Asks whether to bring home again what was brought home before. What Enter chooses leaves the draft as it is. */
async function askedAgain(
  context: WordContext,
  draft: TextDocument,
  document: Uri,
  { day, force }: { readonly day: string; readonly force: boolean },
): Promise<Home | undefined> {
  const message = `You brought this document home on ${dayInWords(day)}. Bring it again?`;
  const detail = 'What you rejected since comes back, and comments that you resolved are open again.';
  const answer = await window.showWarningMessage(message, { modal: true, detail }, ANOTHER, AGAIN);
  if (answer === AGAIN) return mergeReview(context, draft, document, { force, again: true });
  if (answer !== ANOTHER) return undefined;
  const chosen = await askDocument(BRING_BACK, 'Bring Back');
  return chosen && mergeReview(context, draft, chosen);
}

/** “30 November”, and with its year where that is over. */
const dayInWords = (day: string): string =>
  displayDate(day).replace(` ${localDate(new Date()).slice(0, 4)}`, '');

/** Asks what to do with a document of another draft. What Enter chooses brings nothing into the draft that is open. */
async function asked(
  context: WordContext,
  draft: TextDocument,
  document: Uri,
  message: string,
): Promise<Home | undefined> {
  const made = await madeOf(context, document);
  const own = made?.toString() === draft.uri.toString() ? undefined : made;
  const first = own === undefined ? ANOTHER : `Bring It Back to ${nameOf(own)}`;
  const detail = `What it has that ${nameOf(draft.uri)} lacks would be shown there as changes.`;
  const answer = await window.showWarningMessage(message, { modal: true, detail }, first, ANYWAY);
  if (answer === ANYWAY) return mergeReview(context, draft, document, { force: true, again: true });
  if (answer !== first) return undefined;
  if (own !== undefined) return mergeReview(context, await workspace.openTextDocument(own), document);
  const chosen = await askDocument(BRING_BACK, 'Bring Back');
  return chosen && mergeReview(context, draft, chosen);
}

/** Says what came of it, and leads to it. */
export async function tellMerged({ draft, ...home }: Home, document: Uri): Promise<void> {
  const go = 'Show the First One';
  const words = mergedWords(home, shown(document, draft));
  const buttons = home.changes + home.comments > 0 ? [go] : [];
  if ((await window.showInformationMessage(...notice(words, ...buttons))) === go)
    await commands.executeCommand(NEXT_REVIEW_MARK, draft, { first: true });
}
