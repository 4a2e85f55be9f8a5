import { type Tab, TabInputText, type TextDocument, type Uri, workspace } from 'vscode';

/** Schemes of documents that are judged: not those of comparisons, outputs and chats, which hold Markdown, too. */
export function judgedSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders])];
}

/** Whether a document is Markdown that the server is told of. */
export function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown' && judgedSchemes().includes(document.uri.scheme);
}

/** Whether a tab shows a document as text, in front or behind another one. */
export function isOn({ input }: Tab, { uri }: TextDocument): boolean {
  return input instanceof TabInputText && input.uri.toString() === uri.toString();
}

/** The name of a document's file, for messages. */
export function nameOf(document: TextDocument): string {
  return document.uri.path.split('/').at(-1) || document.uri.toString(true);
}

/** Whether a file is older than what the editor shows of it. */
export function isUnsaved(file: Uri): boolean {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return document?.isDirty === true && !document.isUntitled;
}
