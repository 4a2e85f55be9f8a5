import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { TextPreview } from '../views/text-preview';
import { isNamed, matching, withSome } from './search';

/** An item whose text is shown while it is active in the list. */
export interface PreviewedItem extends QuickPickItem {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
}

/** Rows that were filtered here already, below their heading. */
const shownGroup = ({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly PreviewedItem[];
}) => [
  { label, kind: QuickPickItemKind.Separator, id: '', text: '' },
  ...items.map((item) => ({ ...item, alwaysShow: true })),
];

interface Group {
  readonly title: string;
  readonly items: readonly PreviewedItem[];
}

/**
 * Lets the user choose from groups of texts, each shown beside the draft. Resolves to an id; undefined if cancelled.
 * @param order What is first in a search: rows whose name has the words, or the rows in the order that they were given in.
 */
export function pickWithPreview(
  title: string,
  placeholder: string,
  groups: readonly Group[],
  order: 'by name' | 'as given',
): Promise<string | undefined> {
  const pick = window.createQuickPick<PreviewedItem>();
  const preview = new TextPreview();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // VS Code has this property and applies it, but its types do not name it yet (microsoft/vscode#73904).
  if (order === 'as given') Object.assign(pick, { sortByLabel: false });
  // The list must stay open when the preview opens.
  pick.ignoreFocusOut = true;
  const find = (value: string): void => {
    const byName = (one: PreviewedItem): number => Number(order === 'by name' && isNamed(one, value));
    const named = ({ items }: { readonly items: readonly PreviewedItem[] }): number => byName(items[0]!);
    const found = groups
      .map(({ title: label, items }) => ({
        label,
        items: [...matching(items, value)].sort((a, b) => byName(b) - byName(a)),
      }))
      .filter(({ items }) => items.length > 0)
      .sort((a, b) => named(b) - named(a))
      .flatMap(shownGroup);
    const several = /\S\s+\S/.test(value.trim());
    const nothing = {
      label: several ? 'Nothing has all of these words.' : `Nothing has “${value.trim()}” in it.`,
      detail: `Try ${several ? 'fewer of them' : 'another word'}, or the name of an area or an offer.`,
      id: '',
      text: '',
      alwaysShow: true,
    };
    const all = groups.flatMap(({ items }) => items);
    const some = several && found.length === 0 ? withSome(all, value) : [];
    const rest = some.length === 0 ? [] : shownGroup({ label: 'With some of these words', items: some });
    pick.items = found.length > 0 ? found : [nothing, ...rest];
  };
  find('');
  return new Promise((resolve) => {
    let chosen: string | undefined;
    pick.onDidChangeValue(find);
    pick.onDidChangeActive(([item]) => {
      if (item !== undefined) void preview.show(item.text);
    });
    pick.onDidAccept(() => {
      const id = pick.activeItems[0]?.id;
      if (id === '') return;
      chosen = id;
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
