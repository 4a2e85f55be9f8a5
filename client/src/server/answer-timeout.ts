import { workspace } from 'vscode';

/** Within this many ms, a working server answers, even on a slow machine, while it starts or runs a command. */
const LONGEST_SILENCE = 60_000;
/** The same while it only has short drafts to judge. */
const WITH_DRAFTS = 7_000;
/** The additional ms for each character of the open texts: 10 s for a megabyte. */
const FOR_A_CHARACTER = 0.01;

/** The number of characters of all open Markdown. */
function textLength(): number {
  return workspace.textDocuments.reduce(
    (sum, document) => (document.languageId === 'markdown' ? sum + document.getText().length : sum),
    0,
  );
}

/**
 * How long a server may not answer before it counts as hanging, in ms.
 *
 * @param isJudging whether it only has open documents to judge
 */
export function answerTimeout(isJudging: boolean): number {
  return (isJudging ? WITH_DRAFTS : LONGEST_SILENCE) + textLength() * FOR_A_CHARACTER;
}
