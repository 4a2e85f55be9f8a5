import { type QuickInputButton, type QuickPickItem, ThemeIcon, type Uri, window, workspace } from 'vscode';
import type { ExportResult } from '../../../server/src/protocol';
import { asLabel, issuesOf, reviewOf } from './issues';
import { goTo } from './messages';

/** A draft that was not exported, because it has issues. */
export interface Pending {
  readonly draft: Uri;
  readonly result: ExportResult;
}

interface Row extends QuickPickItem {
  readonly pending: Pending;
}

const GO: QuickInputButton = { iconPath: new ThemeIcon('go-to-file'), tooltip: 'Show What Is Left' };

/**
 * Shows the issues of several drafts before they are exported. All are ticked but those in which nothing is filled in yet.
 * @returns the drafts to export in spite of them
 */
export function reviewAll(all: readonly Pending[]): Promise<readonly Pending[]> {
  const pick = window.createQuickPick<Row>();
  pick.title =
    all.length === 1 ? 'Before one more document is written' : `Before ${all.length} documents are written`;
  pick.placeholder = 'Enter exports what is ticked, Escape leaves all of them out.';
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = all.map(rowOf);
  pick.selectedItems = pick.items.filter(({ pending }) => !pending.result.skeleton);
  return new Promise((resolve) => {
    let chosen: readonly Pending[] = [];
    pick.onDidTriggerItemButton(async ({ item: { pending } }) => {
      pick.hide();
      const [first] = issuesOf(pending.result);
      if (first) await goTo(pending.draft, first);
      else await window.showTextDocument(pending.draft);
    });
    pick.onDidAccept(() => {
      chosen = pick.selectedItems.map(({ pending }) => pending);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}

function rowOf(pending: Pending): Row {
  const groups = reviewOf(pending.result);
  const [first] = issuesOf(pending.result);
  const counts = groups.map(({ title, issues }) => `${title}: ${issues.length}`);
  const words = pending.result.skeleton ? 'nothing is filled in yet' : counts.join(' · ');
  return {
    label: asLabel(workspace.asRelativePath(pending.draft)),
    description: words,
    ...(first && !pending.result.skeleton ? { detail: asLabel(`Line ${first.line}: ${first.message}`) } : {}),
    buttons: [GO],
    pending,
  };
}
