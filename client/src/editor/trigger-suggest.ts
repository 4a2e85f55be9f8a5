import { commands, type Disposable, type TextDocument, window, workspace } from 'vscode';
import { isMarkdown } from './documents';

const FENCE = /^---[ \t]*$/;
/** Front matter up to the cursor, whose value is one of a list: a kind, ids, a severity. */
const CHOICE = /^(?:kind|areas|offers):[\s\w,[-]*$|^\s+[a-z-]+:\s*$/;
/** How many lines are searched for front matter, at each of the keys below. */
const FRONT_MATTER_LINES = 60;

/** After this many ms without a key, the list of footnotes opens: shorter than a quick typist needs between keys. */
const STILL = 60;
/** Keys after which a list opens. A busy editor may report several at once. */
const TYPED = /^[^\r\n]{0,30}(?:[ ,^[-]|\[\])$/;

/**
 * Opens the list of completions where front matter wants one of a few values, in `advocacy-…` comments before the words
 * and the reason of their author, after `advocacy-`, and at the start of a footnote reference. As trigger characters of
 * the server, these would open the list in prose, too, where a list that opens late, over the next word, takes that word's
 * Enter.
 */
export function triggerSuggestWhereItHelps(): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const [change] = contentChanges;
    if (contentChanges.length !== 1 || !change || !TYPED.test(change.text) || !isMarkdown(document)) return;
    if (window.activeTextEditor?.document !== document) return;
    const { line, character } = change.range.start;
    // Editors insert the closing bracket at once.
    const typed = change.text.replace(/\]$/, '');
    const before = document.lineAt(line).text.slice(0, character + typed.length);
    const helps =
      /<!--\s*advocacy(?!.*(?:“|\s--\s))/.test(before.slice(before.lastIndexOf('>') + 1)) ||
      /(?:^|\s)advocacy-$/.test(before) ||
      (CHOICE.test(before) && inFrontMatter(document, line));
    if (!workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true)) return;
    if (helps) suggest();
    else if (/\[\^$/.test(before)) void whenStill(document).then((still) => still && suggest());
  });
}

/**
 * Opens the list anew. While one is open, VS Code opens no other, not even where it says that there are no suggestions, as
 * one does whose answer came after the next key.
 */
function suggest(): void {
  void commands.executeCommand('hideSuggestWidget');
  void commands.executeCommand('editor.action.triggerSuggest');
}

/** Whether no key follows for a moment: after a bracket, prose usually goes on. */
async function whenStill(document: TextDocument): Promise<boolean> {
  const { version } = document;
  await new Promise((resolve) => setTimeout(resolve, STILL));
  return document.version === version && window.activeTextEditor?.document === document;
}

function inFrontMatter(document: TextDocument, line: number): boolean {
  if (line === 0 || line > FRONT_MATTER_LINES || !FENCE.test(document.lineAt(0).text)) return false;
  for (let above = 1; above < line; above++) {
    if (FENCE.test(document.lineAt(above).text)) return false;
  }
  // Text after a fence that is never closed is no front matter.
  const last = Math.min(document.lineCount, FRONT_MATTER_LINES);
  for (let below = line; below < last; below++) {
    if (FENCE.test(document.lineAt(below).text)) return true;
  }
  return false;
}
