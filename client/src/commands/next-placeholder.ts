import { commands, type Range, Selection, TextEditorRevealType, window } from 'vscode';
import { editorOf } from '../editor/editors';
import { type Command, documentOf, uriIn } from './support';

/**
 * Selects the next place to fill in behind the cursor, and after the last one the first. Places for the same words are
 * selected with it, so that they are filled in together.
 * Arguments: a document's URI (default: the active draft). Resolves to the range; undefined if nothing is left.
 */
export const nextPlaceholder: Command = (context, args) => go(context, args, 1);

export const previousPlaceholder: Command = (context, args) => go(context, args, -1);

/** Tab while placeholders are filled in: goes to the next one. An ordinary Tab if the cursor is elsewhere or none is left. */
export const tabOn: Command = (context) => tab(context, 1);

/** The same for Shift+Tab. */
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
  // In an unfinished snippet, Tab would go on to the next tab stop.
  await commands.executeCommand('leaveSnippet');
  const all = [range, ...place.alike];
  context.filling.begin(document, all);
  editor.selections = all.map(({ start: from, end }) => new Selection(from, end));
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  // After a click on the status bar, the editor needs the focus for what is typed next.
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return range;
}
