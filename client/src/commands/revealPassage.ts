import {
  Disposable,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Range as ServerRange } from 'vscode-languageserver-types';
import { columnOf, select } from '../editors';
import type { Command } from './support';

/**
 * Shows a passage of the Coverage view: its document's URI and its range. The keyboard stays in the view, and nothing is
 * selected, so that no key changes the text.
 */
export const revealPassage: Command = async (_context, [uri, range]) => {
  if (!(uri instanceof Uri) || !(range instanceof Range)) return;
  const document = await workspace.openTextDocument(uri);
  const passage = document.validateRange(range);
  const editor = await window.showTextDocument(document, {
    ...columnOf(document),
    preserveFocus: true,
    selection: new Range(passage.start, passage.start),
  });
  editor.revealRange(passage, TextEditorRevealType.InCenterIfOutsideViewport);
  light(editor, passage);
};

/** What is lit up now. */
let lit: Disposable | undefined;

/** Lights up the lines of a range until another one is lit, or the user goes elsewhere in the text or changes it. */
function light(editor: TextEditor, range: Range): void {
  lit?.dispose();
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
  });
  const own = Disposable.from(
    decoration,
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Without a kind, it was moved by a program: by the lines above.
      if (textEditor === editor && kind !== undefined) own.dispose();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === editor.document) own.dispose();
    }),
  );
  editor.setDecorations(decoration, [range]);
  lit = own;
}

/** Goes to what a quick fix has inserted, for the server and in its words. */
export const selectInserted: Command = async (_context, [uri, range]) => {
  if (typeof uri !== 'string' || typeof range !== 'object' || range === null) return;
  const { start, end } = range as ServerRange;
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const selection = new Range(start.line, start.character, end.line, end.character);
  await select(document, document.validateRange(selection));
};
