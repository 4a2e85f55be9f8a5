import { commands, type Range, Selection, TextEditorRevealType, window } from 'vscode';
import { editorOf } from '../editors';
import { type Command, documentOf, uriIn } from './support';

/**
 * Selects the next place to fill in behind the cursor, wherever that is, and after the last one the first. Places that
 * have the same filling are selected with it, so that what is typed stands in all of them.
 * Arguments: a document's URI; else the draft in front. Resolves to the range, or undefined where nothing is left.
 */
export const nextPlaceholder: Command = (context, args) => go(context, args, 1);

/** The same backwards. */
export const previousPlaceholder: Command = (context, args) => go(context, args, -1);

/**
 * What Tab does where something is being filled in: it goes on to the next place. Where the cursor has left meanwhile,
 * or nothing is left to fill in, it is a Tab.
 */
export const tabOn: Command = (context) => tab(context, 1);

/** The same of Shift+Tab. */
export const tabBack: Command = (context) => tab(context, -1);

async function tab(context: Parameters<Command>[0], step: 1 | -1): Promise<Range | undefined> {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && context.filling.isHere && (await context.places.of(document)).length > 0)
    return go(context, [document.uri], step);
  await commands.executeCommand(step === 1 ? 'tab' : 'outdent');
  return undefined;
}

async function go(
  context: Parameters<Command>[0],
  args: readonly unknown[],
  step: 1 | -1,
): Promise<Range | undefined> {
  const document = await documentOf(context, uriIn(args));
  const editor = await editorOf(document);
  const places = await context.places.of(document);
  const ranges = places.map(({ range }) => range);
  const { start, isEmpty } = editor.selection;
  const at =
    step === 1
      ? ranges.findIndex((range) => range.start.isAfter(start) || (isEmpty && range.start.isEqual(start)))
      : ranges.findLastIndex((range) => range.start.isBefore(start));
  const place = places.at(at === -1 && step === 1 ? 0 : at);
  if (place === undefined) {
    void window.showInformationMessage('Nothing is left to fill in.');
    return undefined;
  }
  const { range } = place;
  // The stops of a snippet that is still filled in would have Tab go on from where they were left.
  await commands.executeCommand('leaveSnippet');
  const all = [range, ...place.alike];
  context.filling.begin(document, all);
  editor.selections = all.map(({ start: from, end }) => new Selection(from, end));
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  // A click on the status bar leaves the keyboard there, and what is typed next would be lost.
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return range;
}
