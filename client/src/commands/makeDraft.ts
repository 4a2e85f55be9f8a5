import { Range, WorkspaceEdit, workspace } from 'vscode';
import { kindChange } from '../../../server/src/kind-change';
import { pickKind } from './pickKind';
import { type Command, documentOf, optionsIn, text, uriIn } from './support';

/**
 * Makes a Markdown document a draft, by a `kind` in its front matter.
 * Arguments: its URI (else the active document), and `{ kind }`. Resolves to its URI.
 */
export const makeDraft: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const kind =
    text(optionsIn(args)?.kind) ?? (await pickKind(context, document.uri, 'What is this document?'));
  if (kind === undefined) return undefined;
  const change = kindChange(document.getText(), kind);
  const range = new Range(document.positionAt(change.span.start), document.positionAt(change.span.end));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, change.text);
  if (!(await workspace.applyEdit(edit))) throw new Error('The editor did not take the text.');
  return document.uri;
};
