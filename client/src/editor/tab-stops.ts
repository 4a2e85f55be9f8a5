import {
  CodeAction,
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  type TextEdit,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { CancellationToken, type Middleware } from 'vscode-languageclient';
import { clientCommands } from '../../../server/src/protocol';
import { changeUnlocked, Locked } from './locked';
import { hasPlaceholder, placeholdersIn, snippetsOf } from './placeholders';

type Change = Pick<TextEdit, 'range' | 'newText'>;

/** Documents into which a command is inserting something, by URI, with whether the editor has selected what to fill in. */
const goingOn = new Map<string, { isSelected: boolean }>();

/**
 * Lets Tab continue from an insertion to what else the document has to fill in: first below it, then above. Resolves to
 * what `insert` does, and whether the editor has selected the place to go on at.
 */
export async function withTabGoingOn<T>(
  { uri }: TextDocument,
  insert: () => Promise<T>,
): Promise<{ readonly result: T; readonly isSelected: boolean }> {
  const key = uri.toString();
  const state = { isSelected: false };
  goingOn.set(key, state);
  try {
    return { result: await insert(), isSelected: state.isSelected };
  } finally {
    goingOn.delete(key);
  }
}

/** The most places around an insertion that become tab stops, as each costs the editor a marker. */
const MOST_PLACES = 200;

/**
 * Turns each `[insert …]` that the server inserts, by a command or code action, into a tab stop. The server sends plain
 * text, which every editor accepts; an untouched placeholder keeps its text.
 */
export const tabStops: Pick<Middleware, 'provideCodeActions' | 'workspace'> = {
  async provideCodeActions(document, range, context, token, next) {
    const actions = await next(document, range, context, token);
    for (const action of actions ?? []) {
      if (!(action instanceof CodeAction) || action.edit?.size !== 1) continue;
      const [[uri, changes]] = action.edit.entries() as [[Uri, TextEdit[]]];
      const snippets = withTabStops(uri, changes);
      if (snippets === undefined) continue;
      action.edit = snippets;
      // They select the first placeholder themselves. Selected once more, what was typed meanwhile would be replaced.
      if (action.command?.command === clientCommands.select) delete action.command;
    }
    return actions;
  },
  workspace: {
    async handleApplyEdit(params, next) {
      const edit = oneDocument(params.edit.documentChanges);
      const document = workspace.textDocuments.find(({ uri }) => uri.toString() === edit?.uri);
      if (edit === undefined || document === undefined) return next(params, CancellationToken.None);
      const apply = async () => {
        // Tab stops need the editor of the text.
        const isShown = window.activeTextEditor?.document === document && document.version === edit.version;
        const state = goingOn.get(edit.uri);
        const places = state ? placesRound(document, edit.changes) : [];
        const snippets = isShown ? withTabStops(document.uri, edit.changes, places) : undefined;
        if (!snippets) return next(params, CancellationToken.None);
        const applied = await workspace.applyEdit(snippets);
        if (state) state.isSelected = applied;
        return { applied };
      };
      return changeUnlocked([document], apply).catch((error: unknown) => {
        if (!(error instanceof Locked)) throw error;
        return { applied: false, failureReason: error.message };
      });
    },
  },
};

type DocumentChanges = Parameters<
  NonNullable<NonNullable<Middleware['workspace']>['handleApplyEdit']>
>[0]['edit']['documentChanges'];

/** The changes of an edit of a single document. */
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

/** The places to fill in besides some changes: first those below the first change, then those above. */
function placesRound(document: TextDocument, changes: readonly Change[]): readonly Change[] {
  const [first] = inOrder(changes);
  if (first === undefined) return [];
  const places = placeholdersIn(document.getText())
    .map(({ start, end, words }) => ({
      range: new Range(document.positionAt(start), document.positionAt(end)),
      newText: words,
    }))
    .filter(({ range }) => !changes.some((change) => overlap(change.range, range)));
  const isBelow = ({ range }: Change): boolean => range.start.isAfterOrEqual(first.range.end);
  return [...places.filter(isBelow), ...places.filter((place) => !isBelow(place))].slice(0, MOST_PLACES);
}

const inOrder = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((a, b) => a.range.start.compareTo(b.range.start));

const overlap = (a: Range, b: Range): boolean => a.start.isBefore(b.end) && b.start.isBefore(a.end);

/**
 * The edit with a tab stop for each placeholder; undefined where it has none.
 *
 * @param places other places to fill in, in the order of their tab stops
 */
function withTabStops(
  uri: Uri,
  changes: readonly Change[],
  places: readonly Change[] = [],
): WorkspaceEdit | undefined {
  const made = inOrder(changes);
  if (places.length === 0 && !made.some(({ newText }) => hasPlaceholder(newText))) return undefined;
  const textOf = ({ newText }: Change): string => newText;
  const snippets = snippetsOf(made.map(textOf), places.map(textOf));
  const edit = new WorkspaceEdit();
  edit.set(
    uri,
    [...made, ...places].map(({ range }, index) => {
      const snippet = new SnippetTextEdit(range, new SnippetString(snippets[index]));
      // What is inserted below an indented line must not be indented with it.
      snippet.keepWhitespace = true;
      return snippet;
    }),
  );
  return edit;
}
