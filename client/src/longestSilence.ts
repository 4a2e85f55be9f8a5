import { workspace } from 'vscode';

/** A server that works honestly answers within so many ms, on a slow machine, while it starts or has something to do. */
const LONGEST_SILENCE = 60_000;
/** The same while it has nothing but short drafts to judge. */
const WITH_DRAFTS = 7_000;
/** What it may take longer for each character of the texts that are open, in ms: 10 s for a megabyte. */
const FOR_A_CHARACTER = 0.01;

/** Characters of all Markdown that is open. */
function textLength(): number {
  return workspace.textDocuments.reduce(
    (sum, document) => (document.languageId === 'markdown' ? sum + document.getText().length : sum),
    0,
  );
}

/**
 * How long (ms) a server may not answer before it is taken to hang.
 *
 * @param isJudging whether it has nothing to do but to judge what is open
 */
export function longestSilence(isJudging: boolean): number {
  return (isJudging ? WITH_DRAFTS : LONGEST_SILENCE) + textLength() * FOR_A_CHARACTER;
}
