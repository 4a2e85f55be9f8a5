import { type TextDocument, type Uri, window } from 'vscode';
import { ResponseError } from 'vscode-languageclient';
import { type BroughtHome, serverCommands } from '../../../server/src/protocol';
import { editorOf } from '../editors';
import { asNotice } from '../notice';
import { patiently } from '../patiently';
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
    const home = await patiently('Bringing the review back', (token, report) =>
      server.execute<BroughtHome>(serverCommands.bringHome, args, token, report),
    );
    if (home?.applied) await context.broughtHome.remember(document, home.sum);
    return home;
  } catch (error) {
    const data = error instanceof ResponseError ? (error.data as { readonly reason?: unknown }) : undefined;
    if (force || data?.reason !== 'otherDraft') throw error;
    const detail = 'What it has that this draft lacks would be shown as changes.';
    const message = error instanceof Error ? error.message : String(error);
    const answer = await window.showWarningMessage(message, { modal: true, detail }, ANYWAY);
    return answer === ANYWAY ? bringHome(context, draft, document, true) : undefined;
  }
}

/** Says what came of it. */
export function tellHome({ changes, comments, remark }: BroughtHome, document: Uri, draft: Uri): void {
  const name = shown(document, draft);
  const count = (number: number, what: string): string =>
    number === 1 ? `one ${what}` : `${number === 0 ? 'no' : number} ${what}s`;
  const message =
    changes + comments === 0
      ? `${name} has no change and no comment that the draft lacks.`
      : `${name} is back in the draft: ${count(changes, 'change')} and ${count(comments, 'comment')}.`;
  void window.showInformationMessage(asNotice(remark === undefined ? message : `${message} ${remark}`));
}
