import { type TextDocument, workspace } from 'vscode';

/** Schemes of documents that are judged: not those of comparisons, outputs and chats, which hold Markdown, too. */
export function judgedSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders])];
}

/** Whether a document is Markdown that the server is told of. */
export function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown' && judgedSchemes().includes(document.uri.scheme);
}

/** The name of a document's file, for messages. */
export function nameOf(document: TextDocument): string {
  return document.uri.path.split('/').at(-1) || document.uri.toString(true);
}
