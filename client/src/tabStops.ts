import {
  CodeAction,
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextEdit,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { CancellationToken, type Middleware } from 'vscode-languageclient';
import { hasPlaceholder, snippetsOf } from './placeholders';

type Change = Pick<TextEdit, 'range' | 'newText'>;

/**
 * Has Tab go from one `[insert …]` to the next in what the server inserts, at a command and at the light bulb. The
 * server speaks plain text, which every editor takes; a placeholder that is left alone keeps that text.
 */
export const tabStops: Pick<Middleware, 'provideCodeActions' | 'workspace'> = {
  async provideCodeActions(document, range, context, token, next) {
    const actions = await next(document, range, context, token);
    for (const action of actions ?? []) {
      if (!(action instanceof CodeAction) || action.edit?.size !== 1) continue;
      const [[uri, changes]] = action.edit.entries() as [[Uri, TextEdit[]]];
      action.edit = withTabStops(uri, changes) ?? action.edit;
    }
    return actions;
  },
  workspace: {
    async handleApplyEdit(params, next) {
      const edit = oneDocument(params.edit.documentChanges);
      // Tab stops need the editor that shows the text.
      const document = window.activeTextEditor?.document;
      if (!edit || document?.uri.toString() !== edit.uri || document.version !== edit.version)
        return next(params, CancellationToken.None);
      const snippets = withTabStops(document.uri, edit.changes);
      return snippets
        ? { applied: await workspace.applyEdit(snippets) }
        : next(params, CancellationToken.None);
    },
  },
};

type DocumentChanges = Parameters<
  NonNullable<NonNullable<Middleware['workspace']>['handleApplyEdit']>
>[0]['edit']['documentChanges'];

/** The changes of an edit that is of a single document. */
function oneDocument(
  changes: DocumentChanges,
):
  | { readonly uri: string; readonly version: number | null; readonly changes: readonly Change[] }
  | undefined {
  const [only, ...others] = changes ?? [];
  if (!only || others.length > 0 || !('textDocument' in only)) return undefined;
  const edits = only.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
  if (edits.length < only.edits.length) return undefined;
  return {
    ...only.textDocument,
    changes: edits.map(({ range: { start, end }, newText }) => ({
      range: new Range(start.line, start.character, end.line, end.character),
      newText,
    })),
  };
}

/** The same edit with a tab stop for each placeholder; undefined where it has none. */
function withTabStops(uri: Uri, changes: readonly Change[]): WorkspaceEdit | undefined {
  const inOrder = [...changes].sort((a, b) => a.range.start.compareTo(b.range.start));
  if (!inOrder.some(({ newText }) => hasPlaceholder(newText))) return undefined;
  const snippets = snippetsOf(inOrder.map(({ newText }) => newText));
  const edit = new WorkspaceEdit();
  edit.set(
    uri,
    inOrder.map(({ range }, index) => {
      const snippet = new SnippetTextEdit(range, new SnippetString(snippets[index]));
      // What is inserted below an indented line does not belong to it.
      snippet.keepWhitespace = true;
      return snippet;
    }),
  );
  return edit;
}
