import { type Disposable, type Memento, workspace } from 'vscode';

/** Has what is kept for each draft under a key, by its address, go with the draft when it or its folder gets another name. */
export function followRenames(memory: Memento, key: string): Disposable {
  return workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) await moved(memory, key, oldUri.toString(), newUri.toString());
  });
}

async function moved(memory: Memento, key: string, from: string, to: string): Promise<void> {
  const entries = Object.entries(memory.get<Readonly<Record<string, unknown>>>(key, {}));
  const isIn = (draft: string): boolean => draft === from || draft.startsWith(`${from}/`);
  if (!entries.some(([draft]) => isIn(draft))) return;
  await memory.update(
    key,
    Object.fromEntries(
      entries.map(([draft, kept]) => [isIn(draft) ? to + draft.slice(from.length) : draft, kept]),
    ),
  );
}
