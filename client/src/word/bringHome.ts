import { commands, type TextDocument, type Uri, window } from 'vscode';
import { ResponseError } from 'vscode-languageclient';
import { type BroughtHome, serverCommands } from '../../../server/src/protocol';
import { reasonOf } from '../../../server/src/text/reason';
import { NEXT_REVIEW_MARK } from '../commandIds';
import { editorOf } from '../editors';
import { notice } from '../notice';
import { inProgress } from '../progress';
import { homeWords } from '../reviews/reviewWords';
import type { WordContext } from './context';
import { shown } from './targets';

const ANYWAY = 'Bring It Back Anyway';

/** Brings a reviewed document back into its draft, in the editor, so that it can be undone. Undefined where the user stopped. */
export async function bringHome(
  context: WordContext,
  draft: TextDocument,
  document: Uri,
  force = false,
): Promise<BroughtHome | undefined> {
  await editorOf(draft);
  try {
    const { server } = context;
    const args = [server.uri(draft.uri), server.uri(document), { force }];
    const home = await inProgress('Bringing the review back', (token, report) =>
      server.execute<BroughtHome>(serverCommands.bringHome, args, token, report),
    );
    if (home?.applied) await context.broughtHome.remember(document, home.sum);
    return home;
  } catch (error) {
    const data = error instanceof ResponseError ? (error.data as { readonly reason?: unknown }) : undefined;
    if (force || data?.reason !== 'otherDraft') throw error;
    const detail = 'What it has that this draft lacks would be shown as changes.';
    const message = reasonOf(error);
    const answer = await window.showWarningMessage(message, { modal: true, detail }, ANYWAY);
    return answer === ANYWAY ? bringHome(context, draft, document, true) : undefined;
  }
}

/** Says what came of it, and leads to it. */
export async function tellHome(home: BroughtHome, document: Uri, draft: Uri): Promise<void> {
  const go = 'Show the Next One';
  const words = homeWords(home, shown(document, draft));
  const buttons = home.changes + home.comments > 0 ? [go] : [];
  if ((await window.showInformationMessage(...notice(words, ...buttons))) === go)
    await commands.executeCommand(NEXT_REVIEW_MARK, draft);
}
