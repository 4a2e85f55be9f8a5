/** Commands that accept or reject changes. */
import { commands, Range, type TextDocument, window } from 'vscode';
import { isUntracked } from '../../../server/src/criticmarkup/untracked';
import type { Reviews } from '../../../server/src/protocol';
import { nameOf } from '../editor/documents';
import { editorOf } from '../editor/editors';
import { rangeOf } from '../reviews/active-review';
import { settledWords } from '../reviews/review-labels';
import { commandNames } from '../ui/command-names';
import { notice } from '../ui/notice';
import { type Command, documentOf, optionsIn, text, uriIn } from './support';

/** Chooses the changes of a document to settle; undefined for none, after telling the user or if cancelled. */
type Choice = (
  document: TextDocument,
  changes: Reviews['changes'],
  args: readonly unknown[],
  how: 'accept' | 'reject',
) => Promise<{ readonly range?: Range; readonly author?: string } | undefined>;

/** Makes a command that accepts or rejects changes. Resolves to whether there were any. */
function settling(how: 'accept' | 'reject', choose: Choice): Command {
  return async (context, args) => {
    const document = await documentOf(context, uriIn(args));
    const { changes } = await context.review.of(document);
    if (changes.length === 0) {
      void window.showInformationMessage(...notice(`No change is open in ${nameOf(document)}.`));
      return undefined;
    }
    const which = await choose(document, changes, args, how);
    if (which === undefined || !(await context.review.run(document, { do: how, ...which }))) return undefined;
    if (which.range === undefined && optionsIn(args) === undefined) {
      const settled = changes.filter(
        ({ by }) => which.author === undefined || (by?.author ?? '') === which.author,
      );
      void offerUndo(document, settledWords(settled.length, how));
    }
    return true;
  };
}

/** Says what was done in many places at once, and offers to undo it. */
async function offerUndo(document: TextDocument, message: string): Promise<void> {
  const { version } = document;
  const undo = 'Undo';
  if ((await window.showInformationMessage(...notice(message, undo))) !== undo) return;
  // Undo takes back the last edit, so there must be no later one.
  if (document.version !== version) {
    void window.showInformationMessage(
      ...notice(`${nameOf(document)} has changed since. Undo these changes first, then that.`),
    );
    return;
  }
  await editorOf(document);
  await commands.executeCommand('undo');
}

/** The change at the cursor. Arguments: a document's URI and a range (default: the active draft and its selection). */
const changeHere: Choice = async (document, changes, args) => {
  const given = args.find((value): value is Range => value instanceof Range);
  const range = given ?? (await editorOf(document)).selection;
  if (changes.some((change) => rangeOf(change.range).intersection(range))) return { range };
  void window.showInformationMessage(
    ...notice('There is no change here. Ctrl+F9 (on a Mac, Cmd+F9) goes to the next one.'),
  );
  return undefined;
};

/** All changes, or one person's. Arguments: a document's URI, and `{ author? }` for no questions. */
const allChanges: Choice = async (_document, changes, args, how) => {
  const options = optionsIn(args);
  const author = options === undefined ? await askAuthor(changes, how) : text(options.author);
  if (author === null) return undefined;
  return author === undefined ? {} : { author };
};

export const acceptChange = settling('accept', changeHere);
export const rejectChange = settling('reject', changeHere);
export const acceptAll = settling('accept', allChanges);
export const rejectAll = settling('reject', allChanges);

/** Asks whose changes to settle, if there are several authors; undefined for everybody's, null if cancelled. */
async function askAuthor(changes: Reviews['changes'], how: string): Promise<string | undefined | null> {
  const counts = new Map<string, number>();
  for (const { by } of changes) counts.set(by?.author ?? '', (counts.get(by?.author ?? '') ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const all = { label: 'Everybody’s changes', description: String(changes.length), author: undefined };
  const items = Array.from(counts, ([author, count]) => ({
    label:
      author === ''
        ? 'Changes without a name'
        : isUntracked({ author })
          ? 'Changes without tracking'
          : `Changes by ${author}`,
    description: String(count),
    author,
  }));
  const picked = await window.showQuickPick([all, ...items], {
    title: commandNames[how === 'accept' ? 'advocacy.acceptAllChanges' : 'advocacy.rejectAllChanges'],
    placeHolder: 'Whose changes?',
  });
  return picked === undefined ? null : picked.author;
}
