/** What Markdown could not hold of a Word document or of what was pasted, as the server says it in sentences. */
import { window } from 'vscode';
import { asNotice } from '../ui/notice';

/** The button that `showLosses` stands behind. */
export const SHOW_LOSSES = 'Show What';

/** A sentence on losses: the one there is, or how many; empty for none. @param done “imported” */
export function lossesWords(losses: readonly string[], done: string): string {
  if (losses.length < 2) return losses[0] ?? '';
  return `${losses.length} things could not be ${done} as they were.`;
}

/** Shows losses, a line for each. @param title what they belong to, and how many there are */
export async function showLosses(title: string, losses: readonly string[]): Promise<void> {
  await window.showInformationMessage(asNotice(title), {
    modal: true,
    detail: losses.map((loss) => `• ${loss}`).join('\n'),
  });
}
