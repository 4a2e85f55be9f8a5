import { commands, Range } from 'vscode';
import { select } from '../editor/editors';
import type { SourceNode } from '../views/coverage-rows';
import type { Command } from './support';

/**
 * Goes to a figure without a source, and opens there what the light bulb offers: a footnote first.
 * Arguments: a row of the Coverage view.
 */
export const addSource: Command = async (_context, [node]) => {
  const row = node as SourceNode | undefined;
  if (row?.node !== 'source') throw new Error('Choose a figure without a source in the Coverage view.');
  const { all, document } = row.of;
  const { start } = all[row.index]!.range;
  await select(document, new Range(start, start));
  await commands.executeCommand('editor.action.quickFix');
};
