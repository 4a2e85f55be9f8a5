import { commands, window } from 'vscode';
import type { CodeAction } from 'vscode-languageclient';
import type { Command } from './support';

/** Lets the user choose one of the code actions that are listed under “More…”, and applies it. */
export const more: Command = async ({ server }, [actions]) => {
  if (!Array.isArray(actions)) throw new Error('Choose “More…” at the light bulb of a draft.');
  const items = (actions as readonly CodeAction[]).map((action) => ({ label: action.title, action }));
  const picked = await window.showQuickPick(items, {
    title: 'Library Advocacy',
    placeHolder: 'What would you like to do?',
  });
  if (picked === undefined) return;
  const { command, edit, data } = picked.action;
  // A code action that only lists others has no edit.
  const changes = edit !== undefined || data !== undefined;
  if (changes && !(await server.apply(picked.action)))
    throw new Error('The text has changed since then. Choose “More…” again.');
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
};
