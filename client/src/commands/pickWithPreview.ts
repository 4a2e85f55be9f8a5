import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { TextPreview } from '../views/textPreview';

/** Something to choose whose text is shown while the user moves through the list. */
export interface PreviewedItem extends QuickPickItem {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
}

export interface Group {
  readonly title: string;
  readonly items: readonly PreviewedItem[];
}

/** Lets the user choose from groups of texts, each shown beside the draft. Resolves to an id, or undefined. */
export function pickWithPreview(
  title: string,
  placeholder: string,
  groups: readonly Group[],
): Promise<string | undefined> {
  const pick = window.createQuickPick<PreviewedItem>();
  const preview = new TextPreview();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // The preview opens beside the draft; that must not close the list.
  pick.ignoreFocusOut = true;
  pick.items = groups
    .filter(({ items }) => items.length > 0)
    .flatMap(({ title: label, items }) => [
      { label, kind: QuickPickItemKind.Separator, id: '', text: '' },
      ...items,
    ]);
  return new Promise((resolve) => {
    let chosen: string | undefined;
    pick.onDidChangeActive(([item]) => {
      if (item !== undefined) void preview.show(item.text);
    });
    pick.onDidAccept(() => {
      chosen = pick.activeItems[0]?.id;
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
