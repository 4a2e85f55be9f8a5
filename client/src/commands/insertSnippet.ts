import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type Snippet, snippets } from '../../../server/src/snippets';
import { SnippetPreview } from '../views/snippetPreview';
import { insert } from './insert';
import { type Command, documentOf, editorOf, optionsIn, text } from './support';

interface SnippetItem extends QuickPickItem {
  readonly snippet?: Snippet;
}

/**
 * Inserts a snippet at the cursor.
 * Arguments: `{ id }`; else the user chooses from a list, and sees the text of each. Resolves to the document's URI.
 */
export const insertSnippet: Command = async (context, args) => {
  const document = await documentOf(context, undefined);
  const id = text(optionsIn(args)?.id) ?? (await pickSnippet());
  if (id === undefined) return undefined;
  const editor = await editorOf(document);
  return insert(context, document, editor.selection.active, id);
};

function pickSnippet(): Promise<string | undefined> {
  const pick = window.createQuickPick<SnippetItem>();
  const preview = new SnippetPreview();
  pick.title = 'Insert snippet';
  pick.placeholder = 'Search by name or by what it says. Arrow keys show the text.';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // The preview opens beside the draft; that must not close the list.
  pick.ignoreFocusOut = true;
  pick.items = items();
  return new Promise((resolve) => {
    let chosen: string | undefined;
    pick.onDidChangeActive(([item]) => {
      if (item?.snippet !== undefined) void preview.show(item.snippet);
    });
    pick.onDidAccept(() => {
      chosen = pick.activeItems[0]?.snippet?.id;
      pick.hide();
    });
    pick.onDidHide(async () => {
      pick.dispose();
      await preview.close();
      resolve(chosen);
    });
    pick.show();
  });
}

function items(): SnippetItem[] {
  const separator = (label: string): SnippetItem => ({ label, kind: QuickPickItemKind.Separator });
  const item = (snippet: Snippet): SnippetItem => ({
    label: snippet.name,
    detail: snippet.description,
    snippet,
  });
  const arguing = snippets.filter((snippet) => snippet.topic !== undefined);
  const others = snippets.filter((snippet) => snippet.topic === undefined);
  return [
    separator('Make the case'),
    ...arguing.map(item),
    separator('Parts of a paper'),
    ...others.map(item),
  ];
}
