import type { CodeAction, Command, CompletionItem } from 'vscode-languageserver';
import { clientCommands } from '../../protocol';
import { legible } from '../../text/plain-output';

/** An action that shows what it is on: its title quotes drafts and frameworks. */
export function legibleAction(action: CodeAction): CodeAction {
  return {
    ...action,
    title: legible(action.title),
    ...(action.command && { command: legibleCommand(action.command) }),
  };
}

/** The command that lists further actions has them as its argument. */
function legibleCommand(command: Command): Command {
  const title = legible(command.title);
  const [listed] = command.arguments ?? [];
  return command.command === clientCommands.more && Array.isArray(listed)
    ? { ...command, title, arguments: [(listed as CodeAction[]).map(legibleAction)] }
    : { ...command, title };
}

/** A suggestion that shows what it is: names and notes are a draft's or a framework's. */
export function legibleItem(item: CompletionItem): CompletionItem {
  const { label, detail } = item;
  return { ...item, label: legible(label), ...(detail !== undefined && { detail: legible(detail) }) };
}

/** Two findings at one place offer the same thing once. */
export function unique(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = JSON.stringify([action.kind, action.title, action.edit, action.data]);
    return !seen.has(key) && seen.add(key);
  });
}
