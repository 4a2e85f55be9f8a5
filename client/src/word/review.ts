import {
  ConfigurationTarget,
  commands,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { ExportResult } from '../../../server/src/protocol';
import { notice } from '../notice';
import { messageOf } from '../server';
import { asLabel, type Issue, type IssueGroup, reviewOf } from './issues';
import { fileName, goTo } from './messages';

/** What was left in each draft when it was exported all the same: nobody is asked about the same thing twice. */
export class Reviews {
  readonly #accepted = new Map<string, ReadonlySet<string>>();

  isNew(draft: Uri, issues: readonly Issue[]): boolean {
    const accepted = this.#accepted.get(draft.toString());
    return issues.some(({ message }) => !accepted?.has(message));
  }

  accept(draft: Uri, issues: readonly Issue[]): void {
    this.#accepted.set(draft.toString(), new Set(issues.map(({ message }) => message)));
  }
}

interface Choice extends QuickPickItem {
  readonly chosen: 'export' | 'problems' | Issue;
}

const SETTING = 'word.reviewBeforeExport';

/** Whether an export shows before what is left to do. */
export function reviews(draft: Uri): boolean {
  return workspace.getConfiguration('advocacy', draft).get(SETTING, true);
}

/**
 * Shows what is left to do in a draft before it becomes a Word document. Enter exports all the same, unless it is to be
 * sent out and a review is open.
 * @returns whether to export
 */
export async function review(
  memory: Reviews,
  draft: Uri,
  result: ExportResult,
  isFinal: boolean,
): Promise<boolean> {
  const groups = reviewOf(result);
  const issues = groups.flatMap((group) => group.issues);
  const open = isFinal ? result.reviews[0] : undefined;
  if (open === undefined && !memory.isNew(draft, issues)) return true;
  const chosen = await ask(groups, fileName(result.uri), open);
  if (chosen === 'export') memory.accept(draft, issues);
  if (chosen === 'problems') await commands.executeCommand('workbench.actions.view.problems');
  if (typeof chosen === 'object') await goTo(draft, chosen);
  return chosen === 'export';
}

/** @param open What a review has left open first, in a document that must not go out like that. */
function ask(
  groups: readonly IssueGroup[],
  name: string,
  open: Issue | undefined,
): Promise<Choice['chosen'] | undefined> {
  const pick = window.createQuickPick<Choice>();
  const noMore = { iconPath: new ThemeIcon('bell-slash'), tooltip: 'Do Not Ask Before an Export' };
  pick.title = open === undefined ? `Before ${name} is written` : `${name} cannot be sent out yet`;
  pick.placeholder =
    open === undefined
      ? 'Enter exports, Escape stops. Choose a line to go to it.'
      : 'Accept or reject the changes and resolve the comments first.';
  pick.matchOnDescription = true;
  pick.buttons = open === undefined ? [noMore] : [];
  const first = (label: string, icon: string, chosen: Choice['chosen']): Choice => ({
    label,
    iconPath: new ThemeIcon(icon),
    chosen,
    alwaysShow: true,
  });
  pick.items = [
    open === undefined
      ? first('Export Anyway', 'export', 'export')
      : first('Go to the First One', 'arrow-right', open),
    first('Show Problems', 'list-unordered', 'problems'),
    ...groups.flatMap(({ title, issues }): Choice[] => [
      { label: `${title} (${issues.length})`, kind: QuickPickItemKind.Separator, chosen: 'problems' },
      ...issues.map((issue) => ({
        label: `Line ${issue.line}${issue.uri === undefined ? '' : ` of ${fileName(issue.uri)}`}`,
        description: asLabel(issue.message),
        chosen: issue,
      })),
    ]),
  ];
  return new Promise((resolve) => {
    let chosen: Choice['chosen'] | undefined;
    pick.onDidTriggerButton(async () => {
      try {
        await workspace.getConfiguration('advocacy').update(SETTING, false, ConfigurationTarget.Global);
      } catch (error) {
        void window.showErrorMessage(...notice(messageOf(error)));
      }
      chosen = 'export';
      pick.hide();
    });
    pick.onDidAccept(() => {
      chosen = pick.activeItems[0]?.chosen;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}
