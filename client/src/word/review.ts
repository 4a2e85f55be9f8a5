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
import { nameOf } from '../editor/documents';
import { NEXT_PLACEHOLDER } from '../ui/command-ids';
import { messageOf } from '../ui/error-message';
import { notice } from '../ui/notice';
import { type WithoutSource, withoutSource, withoutSourceWords } from '../views/without-source';
import { asLabel, type Issue, type IssueGroup, isListed, reviewOf } from './issues';
import { goTo } from './messages';

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
  readonly chosen: 'export' | 'problems' | 'coverage' | Issue;
}

/** What keeps a document from being sent out at first: it must not go out like that, or hardly should. */
interface Hindrance {
  readonly first: Issue;
  readonly isOpen: boolean;
}

const SETTING = 'word.reviewBeforeExport';

/** Whether an export shows before what is left to do. */
export function reviews(draft: Uri): boolean {
  return workspace.getConfiguration('advocacy', draft).get(SETTING, true);
}

/**
 * Shows what is left to do in a draft before it becomes a Word document; before it is sent out, each time, as what was
 * let pass for colleagues may not do for others. Enter exports all the same, unless it is to be sent out and a review is
 * open or something is still to be filled in.
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
  const hindrance = isFinal ? hindranceIn(result) : undefined;
  const isAsked = hindrance !== undefined || isListed(issues, isFinal || memory.isNew(draft, issues));
  if (!isAsked) return true;
  // Open changes and comments do not stand in Problems, which must not be the way out where they are all that counts.
  const inProblems = !hindrance?.isOpen && result.placeholders.length + result.findings.length > 0;
  const chosen = await ask(groups, nameOf(result.uri), hindrance, inProblems, withoutSource(draft));
  if (chosen === 'export') memory.accept(draft, issues);
  if (chosen === 'problems') await commands.executeCommand('workbench.actions.view.problems');
  if (chosen === 'coverage') await commands.executeCommand('advocacy.showCoverage');
  if (typeof chosen === 'object') await goTo(draft, chosen);
  // It is ready to be filled in.
  if (chosen === hindrance?.first && hindrance?.isOpen === false)
    await commands.executeCommand(NEXT_PLACEHOLDER, draft);
  return chosen === 'export';
}

function hindranceIn({ reviews: open, placeholders }: ExportResult): Hindrance | undefined {
  const [first] = open.length > 0 ? open : [...placeholders].sort((a, b) => a.line - b.line);
  return first && { first, isOpen: open.length > 0 };
}

function ask(
  groups: readonly IssueGroup[],
  name: string,
  hindrance: Hindrance | undefined,
  inProblems: boolean,
  unsourced: readonly WithoutSource[],
): Promise<Choice['chosen'] | undefined> {
  const pick = window.createQuickPick<Choice>();
  const noMore = { iconPath: new ThemeIcon('bell-slash'), tooltip: 'Do Not Ask Before an Export' };
  pick.title = hindrance?.isOpen ? `${name} cannot be sent out yet` : `Before ${name} is written`;
  pick.placeholder =
    hindrance === undefined
      ? 'Enter exports, Escape stops. Choose a line to go to it.'
      : hindrance.isOpen
        ? 'Accept or reject the changes and resolve the comments first.'
        : 'Something is still to be filled in. Enter goes there, Escape stops.';
  pick.matchOnDescription = true;
  pick.buttons = hindrance === undefined ? [noMore] : [];
  const first = (label: string, icon: string, chosen: Choice['chosen']): Choice => ({
    label,
    iconPath: new ThemeIcon(icon),
    chosen,
    alwaysShow: true,
  });
  pick.items = [
    ...(hindrance === undefined
      ? [first('Export Anyway', 'export', 'export')]
      : [first('Go to the First One', 'arrow-right', hindrance.first)]),
    ...(hindrance?.isOpen === false ? [first('Send Out Anyway', 'export', 'export')] : []),
    ...(inProblems ? [first('Show Problems', 'list-unordered', 'problems')] : []),
    // Most are hints, which Problems does not list.
    ...(unsourced.length === 0
      ? []
      : [
          {
            ...first(withoutSourceWords(unsourced), 'question', 'coverage'),
            description: 'the Coverage view lists them',
          },
        ]),
    ...groups.flatMap(({ title, issues }): Choice[] => [
      { label: `${title} (${issues.length})`, kind: QuickPickItemKind.Separator, chosen: 'problems' },
      ...issues.map((issue) => ({
        label: `Line ${issue.line}${issue.uri === undefined ? '' : ` of ${nameOf(issue.uri)}`}`,
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
