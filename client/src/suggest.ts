import { commands, type Disposable, type TextDocument, window, workspace } from 'vscode';
import { isMarkdown } from './documents';

const FENCE = /^---[ \t]*$/;
/** Front matter before the cursor whose value is one of a few: a kind, ids, a rule's severity. */
const CHOICE = /^(?:kind|areas|offers):[\s\w,[-]*$|^\s+[a-z-]+:\s*$/;
/** Lines that front matter is looked for in, at each of the keys below. */
const FRONT_MATTER_LINES = 60;

/** Time in ms without a key after which the list of footnotes opens: less than between two keys of a quick typist. */
const STILL = 60;
/** What is typed before a list opens. A busy editor hands on several keys at once. */
const TYPED = /^[^\r\n]{0,30}(?:[ ,^[-]|\[\])$/;

/**
 * Opens the list of completions where front matter wants one of a few values, in our comments, after `advocacy-` and
 * where a reference to a footnote begins, and nowhere else. As trigger characters of the server they would do so in
 * prose as well, where a list that opens late, under the next word, takes that word's Enter.
 */
export function suggestWhereItHelps(): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const [change] = contentChanges;
    if (contentChanges.length !== 1 || !change || !TYPED.test(change.text) || !isMarkdown(document)) return;
    if (window.activeTextEditor?.document !== document) return;
    const { line, character } = change.range.start;
    // An editor closes a bracket as soon as it is opened.
    const typed = change.text.replace(/\]$/, '');
    const before = document.lineAt(line).text.slice(0, character + typed.length);
    const helps =
      /<!--\s*advocacy/.test(before.slice(before.lastIndexOf('>') + 1)) ||
      /(?:^|\s)advocacy-$/.test(before) ||
      (CHOICE.test(before) && inFrontMatter(document, line));
    if (!workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true)) return;
    if (helps) suggest();
    else if (/\[\^$/.test(before)) void whenStill(document).then((still) => still && suggest());
  });
}

function suggest(): void {
  void commands.executeCommand('editor.action.triggerSuggest');
}

/** Whether nothing more is typed for a moment: prose goes on behind a bracket more often than elsewhere. */
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
  // Text after an opening fence that is never closed is no front matter.
  const last = Math.min(document.lineCount, FRONT_MATTER_LINES);
  for (let below = line; below < last; below++) {
    if (FENCE.test(document.lineAt(below).text)) return true;
  }
  return false;
}
