import { type QuickPickItem, type Uri, window } from 'vscode';
import { type Catalogue, type CatalogueParams, catalogueRequest } from '../../../server/src/protocol';
import type { Context } from './support';

/** What the project of a document or folder offers. */
export function catalogueOf({ server }: Context, uri: Uri | undefined): Promise<Catalogue> {
  const params: CatalogueParams = uri === undefined ? {} : { uri: server.uri(uri) };
  return server.request<Catalogue>(catalogueRequest, params);
}

/** Lets the user choose a kind of document; undefined if cancelled. */
export async function pickKind(
  context: Context,
  uri: Uri | undefined,
  title: string,
): Promise<string | undefined> {
  const { kinds, likely } = await catalogueOf(context, uri);
  const items = kinds.map(({ id, title: label, description: detail }) => {
    const item: QuickPickItem & { readonly id: string } = { label, detail, id };
    return id === likely ? { ...item, description: 'this looks like one' } : item;
  });
  // The likely kind comes first, as Enter chooses the first.
  items.sort((a, b) => Number(b.id === likely) - Number(a.id === likely));
  const placeHolder = 'Choose a type of paper';
  return (await window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.id;
}
