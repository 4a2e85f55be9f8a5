import {
  commands,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type FoundDrafts, serverCommands } from '../../../server/src/protocol';
import { inProgress, unlessCancelled } from '../ui/progress';
import { asLabel } from '../word/issues';
import type { Context } from './support';

const NEW_DRAFT = 'advocacy.newDraft';

/** The drafts of the workspace, or below a folder; undefined if the user cancelled the search. */
export function findDrafts({ server }: Context, folder?: Uri): Promise<FoundDrafts | undefined> {
  return inProgress('Looking for drafts', (token, report) =>
    unlessCancelled(
      token,
      server.execute<FoundDrafts>(
        serverCommands.findDrafts,
        folder === undefined ? [] : [server.uri(folder)],
        token,
        report,
      ),
    ),
  );
}

/**
 * Lets the user open one of the workspace's drafts, or start one.
 * @returns the draft that was opened; undefined if cancelled, or for a new draft, which is to be filled in first
 */
export async function offerDraft(context: Context): Promise<TextDocument | undefined> {
  const found = await findDrafts(context);
  if (found === undefined) return undefined;
  type Item = QuickPickItem & { readonly draft?: Uri };
  const items: readonly Item[] = [
    { label: 'New Draft…', iconPath: new ThemeIcon('new-file') },
    { label: 'Drafts in this workspace', kind: QuickPickItemKind.Separator },
    ...found.drafts.map((uri) => {
      const draft = Uri.parse(uri, true);
      return {
        label: asLabel(workspace.asRelativePath(draft)),
        iconPath: ThemeIcon.File,
        draft,
      };
    }),
  ];
  const picked = await window.showQuickPick(items.length > 2 ? items : items.slice(0, 1), {
    title: 'No draft is open',
    placeHolder: items.length > 2 ? 'Open one, or start one.' : 'Start one.',
  });
  if (picked === undefined) return undefined;
  if (picked.draft === undefined) {
    await commands.executeCommand(NEW_DRAFT);
    return undefined;
  }
  return (await window.showTextDocument(picked.draft)).document;
}

/** Says that there are no drafts, and offers to start one. */
export async function tellNoDrafts(): Promise<void> {
  const start = 'New Draft';
  const message = 'There are no drafts here yet: a draft is a Markdown file that says at its top what it is.';
  if ((await window.showInformationMessage(message, start)) === start)
    await commands.executeCommand(NEW_DRAFT);
}
