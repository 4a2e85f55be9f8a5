import { type Tab, TabInputText, type TextDocument, type Uri, workspace } from 'vscode';
import { decodedAddress } from '../../../server/src/text/addresses';

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

/** The name of a file or of a document's file, for messages. */
export function nameOf(file: Uri | TextDocument | string): string {
  if (typeof file === 'string') return decodedAddress(file.slice(file.lastIndexOf('/') + 1));
  const uri = 'uri' in file ? file.uri : file;
  return uri.path.split('/').at(-1) || uri.toString(true);
}

/** Whether a file is older than what the editor shows of it. */
export function isUnsaved(file: Uri): boolean {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return document?.isDirty === true && !document.isUntitled;
}
