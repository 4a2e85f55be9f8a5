import { type Range, type TextDocument, type TextEditor, type ViewColumn, window } from 'vscode';
import { isOn } from './documents';

/** The editor of a document, which is brought to the front. */
export async function editorOf(document: TextDocument): Promise<TextEditor> {
  const shows = (editor: TextEditor | undefined): editor is TextEditor => editor?.document === document;
  if (shows(window.activeTextEditor)) return window.activeTextEditor;
  return window.showTextDocument(document, columnOf(document));
}

/** The column of editors that a document is open in, even behind another document; empty for none. */
export function columnOf(document: TextDocument): { readonly viewColumn?: ViewColumn } {
  const viewColumn =
    window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ??
    window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => isOn(tab, document)))?.viewColumn;
  return viewColumn === undefined ? {} : { viewColumn };
}

/** Shows a document with a range selected and in view. */
export async function select(document: TextDocument, selection: Range): Promise<void> {
  await window.showTextDocument(document, { selection, ...columnOf(document) });
}
