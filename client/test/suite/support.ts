import {
  type CodeAction,
  type CodeActionKind,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../src/api';

const ID = 'library-advocacy.library-advocacy';

/** What `activate` returned. */
export async function api(): Promise<Api> {
  return extensions.getExtension<Api>(ID)!.activate();
}

/** Waits until `look` finds something, which it returns; throws where it does not within `limit` ms. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 120_000,
): Promise<T> {
  for (const end = Date.now() + limit; ; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const folder = (): Uri => workspace.workspaceFolders![0]!.uri;
export const inFolder = (path: string): Uri => Uri.joinPath(folder(), path);

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(inFolder(path));
  await window.showTextDocument(document);
  return document;
}

/** Writes a new file into the workspace and opens it in an editor. */
export async function create(path: string, content: string): Promise<TextDocument> {
  await workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(content));
  return open(path);
}

/** Opens unsaved Markdown in an editor. */
export async function untitled(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document);
  return document;
}

/** The extension's findings on a document. */
export function findings(document: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'advocacy');
}

/** The rule of a finding. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export const rulesOf = (document: TextDocument): readonly string[] => findings(document).map(ruleOf);

/** Waits for a finding of a rule. */
export function finding(document: TextDocument, rule: string): Promise<Diagnostic> {
  return until(`the finding ${rule}, among ${rulesOf(document)}`, () =>
    findings(document).find((diagnostic) => ruleOf(diagnostic) === rule),
  );
}

/** Replaces the first occurrence of `old`, or appends at the end where it is "". */
export async function replace(document: TextDocument, old: string, by: string): Promise<void> {
  const start = old === '' ? document.getText().length : document.getText().indexOf(old);
  if (start < 0) throw new Error(`The document has no "${old}"`);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(start), document.positionAt(start + old.length));
  edit.replace(document.uri, range, by);
  if (!(await workspace.applyEdit(edit))) throw new Error('The edit was not applied');
}

/** The position of the first occurrence of a text. */
export function positionOf(document: TextDocument, words: string): Position {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`The document has no "${words}"`);
  return document.positionAt(start);
}

export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  for (const { document } of window.visibleTextEditors) {
    if (document.isDirty) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** What hovers say, one after the other. */
export function textOf(hovers: readonly Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) =>
      content instanceof MarkdownString
        ? content.value
        : typeof content === 'string'
          ? content
          : content.value,
    )
    .join('\n');
}

/** Chooses an action of the light bulb, behind its “More…” where it stands there. */
export async function choose(
  document: TextDocument,
  range: Range,
  kind: CodeActionKind,
  title: string,
): Promise<void> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    50,
  );
  const shown = actions.find((action) => action.title === title);
  if (shown) {
    if (!(await workspace.applyEdit(shown.edit!))) throw new Error(`“${title}” was not applied.`);
    return;
  }
  const more = actions.find((action) => action.title === 'More…')?.command;
  const listed = ((more?.arguments?.[0] ?? []) as { title: string }[]).filter((one) => one.title === title);
  if (listed.length !== 1)
    throw new Error(`“${title}” is not once among ${actions.map((one) => one.title).join(', ')}.`);
  let done = false;
  const chosen = commands.executeCommand(more!.command, listed).then(() => {
    done = true;
  });
  await until('it to be chosen', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done;
  });
  await chosen;
}
