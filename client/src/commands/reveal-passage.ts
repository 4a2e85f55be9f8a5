import { Disposable, Range, type TextEditor, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import type { Range as ServerRange } from 'vscode-languageserver-types';
import { columnOf, select } from '../editor/editors';
import { standsOut } from '../editor/stands-out';
import type { Command } from './support';

/**
 * Shows a passage of the Coverage view. The focus stays in the view, and nothing is selected, so that no key changes the
 * text. Arguments: its document's URI and its range.
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

/** Removes the current highlight. */
let lit: Disposable | undefined;

/** Highlights the lines of a range until another range is, or the user moves the cursor or changes the text. */
function light(editor: TextEditor, range: Range): void {
  lit?.dispose();
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    ...standsOut('editor.rangeHighlight'),
  });
  const own = Disposable.from(
    decoration,
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Without a kind, the selection was moved by the lines above.
      if (textEditor === editor && kind !== undefined) own.dispose();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === editor.document) own.dispose();
    }),
  );
  editor.setDecorations(decoration, [range]);
  lit = own;
}

/** Selects what a quick fix has inserted. Arguments: the document's URI and the range, as in the protocol. */
export const selectInserted: Command = async (_context, [uri, range]) => {
  if (typeof uri !== 'string' || typeof range !== 'object' || range === null) return;
  const { start, end } = range as ServerRange;
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const selection = new Range(start.line, start.character, end.line, end.character);
  await select(document, document.validateRange(selection));
};
