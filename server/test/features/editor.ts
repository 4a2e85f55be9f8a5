import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { asVsCode, type EditorOptions } from './editor-options';
import { here, shipped } from './start-server';

/** How long a test waits for what must come, in ms. Only a failing test waits so long. */
const PATIENCE = 120_000;

interface Open {
  document: TextDocument;
}

/**
 * A small editor that speaks LSP with the server, through streams of this process or, where that matters, with the one
 * that is shipped, over stdio.
 */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  readonly progress: { readonly token: ProgressToken; readonly value: { readonly kind: string } }[] = [];
  readonly requests: { readonly method: string; readonly params: unknown }[] = [];
  settings: Record<string, unknown>;
  capabilities!: InitializeResult['capabilities'];
  readonly #open = new Map<string, Open>();
  readonly #closedAt = new Map<string, number>();
  readonly #watchers = new Set<() => void>();
  #stopped = false;

  private constructor(
    /** The server's, where it has its own. */
    readonly process: ChildProcess | undefined,
    readonly connection: MessageConnection,
    /** Absolute path of the temporary folder. */
    readonly folder: string,
    private readonly options: EditorOptions,
  ) {
    this.settings = options.settings ?? {};
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const folder = await mkdtemp(join(tmpdir(), 'advocacy-'));
    for (const [path, text] of Object.entries(options.files ?? {})) await write(join(folder, path), text);
    const { ownProcess = options.env !== undefined } = options;
    const { process: server, output, input } = await (ownProcess ? shipped(options, folder) : here(options));
    const connection = createMessageConnection(
      new StreamMessageReader(output),
      new StreamMessageWriter(input),
    );
    const editor = new Editor(server, connection, folder, options);
    editor.#listen();
    await editor.#initialize();
    return editor;
  }

  #listen(): void {
    this.connection.onNotification((method, params) => {
      if (method === 'textDocument/publishDiagnostics') this.published.push(params as never);
      this.notifications.push({ method, params });
      this.#changed();
    });
    this.connection.onUnhandledProgress(({ token, value }) => {
      this.progress.push({ token, value: value as { kind: string } });
      this.#changed();
    });
    this.connection.onRequest((method, params) => {
      this.requests.push({ method, params });
      this.#changed();
      const own = this.options.answers?.[method];
      if (own) return own(params as never);
      if (method === 'workspace/configuration') {
        return (params as { items: unknown[] }).items.map(() => this.settings);
      }
      if (method === 'workspace/applyEdit') {
        return this.apply((params as { edit: WorkspaceEdit }).edit).then(() => ({ applied: true }));
      }
      return null;
    });
    this.connection.listen();
  }

  async #initialize(): Promise<void> {
    const params = asVsCode(this.options, (path) => this.uri(path), this.process !== undefined);
    const result: InitializeResult = await this.connection.sendRequest(
      'initialize',
      this.options.initialize?.(params) ?? params,
    );
    this.capabilities = result.capabilities;
    await this.connection.sendNotification('initialized', {});
  }

  /** URI of a path in the temporary folder. */
  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  // --- What a user does -----------------------------------------------------------------------------------------

  /**
   * Opens a document that need not lie on the disk; returns its URI. Its versions go on where those before the last
   * closing ended, so that no diagnostics of then are taken for those of now.
   */
  async open(path: string, text: string, languageId = 'markdown'): Promise<string> {
    const uri = /^[a-z-]+:/.test(path) ? path : this.uri(path);
    const version = (this.#closedAt.get(uri) ?? 0) + 1;
    this.#open.set(uri, { document: TextDocument.create(uri, languageId, version, text) });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    return uri;
  }

  /** Sends changes in one message. Resolves when they are sent. */
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const open = this.#opened(uri);
    const version = open.document.version + 1;
    open.document = TextDocument.update(open.document, contentChanges, version);
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Types text behind the first occurrence of some words. */
  typeAfter(uri: string, words: string, text: string): Promise<void> {
    const at = this.positionAfter(uri, words);
    return this.change(uri, { range: { start: at, end: at }, text });
  }

  /** Replaces the first occurrence of some words. */
  replace(uri: string, words: string, text: string): Promise<void> {
    return this.change(uri, { range: this.rangeOf(uri, words), text });
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    const open = this.#open.get(uri);
    if (open) this.#closedAt.set(uri, open.document.version);
    this.#open.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Does what an edit of the server says, in open documents and on the disk. */
  async apply({ documentChanges, changes }: WorkspaceEdit): Promise<void> {
    for (const change of documentChanges ?? []) {
      if ('kind' in change) {
        if (change.kind !== 'create') throw new Error(`An unexpected ${change.kind}`);
        await write(fileURLToPath(change.uri), '');
        continue;
      }
      const { uri, version } = change.textDocument;
      const open = this.#open.get(uri);
      if (open && version !== null && version !== open.document.version) {
        throw new Error(`An edit for version ${version} of ${uri}, which is at ${open.document.version}`);
      }
      await this.#edit(uri, change.edits as TextEdit[]);
    }
    for (const [uri, edits] of Object.entries(changes ?? {})) await this.#edit(uri, edits);
  }

  async #edit(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const open = this.#open.get(uri);
    if (open) {
      const text = TextDocument.applyEdits(open.document, [...edits]);
      await this.change(uri, { text });
      return;
    }
    const path = fileURLToPath(uri);
    const document = TextDocument.create(uri, 'json', 0, await readFile(path, 'utf8'));
    await write(path, TextDocument.applyEdits(document, [...edits]));
  }

  // --- What a user sees -----------------------------------------------------------------------------------------

  text(uri: string): string {
    return this.#opened(uri).document.getText();
  }

  version(uri: string): number {
    return this.#opened(uri).document.version;
  }

  rangeOf(uri: string, words: string): Range {
    const { document } = this.#opened(uri);
    const start = document.getText().indexOf(words);
    if (start < 0) throw new Error(`There is no “${words}” in ${uri}`);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  positionAfter(uri: string, words: string): Range['end'] {
    return this.rangeOf(uri, words).end;
  }

  positionAt(uri: string, offset: number): Range['start'] {
    return this.#opened(uri).document.positionAt(offset);
  }

  /** The words that a range covers. */
  wordsIn(uri: string, range: Range): string {
    return this.#opened(uri).document.getText(range);
  }

  publishedFor(uri: string): PublishDiagnosticsParams[] {
    return this.published.filter((params) => params.uri === uri);
  }

  /** The diagnostics of the document's current version, as soon as they are there. */
  async diagnostics(uri: string, patience = PATIENCE): Promise<Diagnostic[]> {
    const version = this.version(uri);
    if (this.options.pulls) return (await this.pull(uri)).items ?? [];
    const find = () => this.publishedFor(uri).findLast((params) => params.version === version);
    await this.until(() => find() !== undefined, `diagnostics of version ${version} of ${uri}`, patience);
    return find()!.diagnostics;
  }

  /** Waits until the diagnostics that were published last satisfy a condition. */
  async untilPublished(
    uri: string,
    holds: (diagnostics: readonly Diagnostic[]) => boolean,
    what = 'diagnostics',
  ): Promise<readonly Diagnostic[]> {
    const last = () => this.publishedFor(uri).at(-1)?.diagnostics;
    await this.until(() => {
      const diagnostics = last();
      return diagnostics !== undefined && holds(diagnostics);
    }, what);
    return last()!;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport & { items?: Diagnostic[] }> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      identifier: 'advocacy',
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The light bulb's actions at a range, with the diagnostics there, as an editor asks for them. */
  async actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    const diagnostics = (await this.diagnostics(uri)).filter(
      (diagnostic) =>
        compare(diagnostic.range.start, range.end) <= 0 && compare(range.start, diagnostic.range.end) <= 0,
    );
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, triggerKind: 1, ...(only && { only }) },
    });
  }

  /** Chooses the action with a title: resolves it where it has no edit yet, and applies it. */
  async choose(actions: readonly CodeAction[], title: string): Promise<void> {
    const action = actions.find((candidate) => candidate.title === title);
    if (!action) {
      throw new Error(`There is no “${title}” among ${actions.map((one) => `“${one.title}”`).join(', ')}`);
    }
    const whole: CodeAction = action.edit ? action : await this.request('codeAction/resolve', action);
    if (!whole.edit) throw new Error(`“${title}” does nothing`);
    await this.apply(whole.edit);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  execute<R>(command: string, ...args: unknown[]): Promise<R> {
    return this.request('workspace/executeCommand', { command, arguments: args });
  }

  /** Writes a file, and tells the server as an editor does that watches it. */
  async writeFile(path: string, text: string): Promise<void> {
    await write(join(this.folder, path), text);
    await this.tell(path, 2);
  }

  async removeFile(path: string): Promise<void> {
    await rm(join(this.folder, path));
    await this.tell(path, 3);
  }

  /** `type`: 1 created, 2 changed, 3 deleted. */
  async tell(path: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(path), type }],
    });
  }

  /** Waits until something holds that a message from the server can change. */
  async until(holds: () => boolean, what: string, patience = PATIENCE): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(check);
        reject(new Error(`Still waiting for ${what}`));
      }, patience);
      const check = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#watchers.delete(check);
        resolve();
      };
      this.#watchers.add(check);
    });
  }

  /** Resolves when the server has handled everything that was sent before, and its answers have come. */
  async settle(): Promise<void> {
    // Longer than the end of a burst is waited for.
    await new Promise((resolve) => setTimeout(resolve, 120));
    await this.request('advocacy/catalogue', {});
  }

  /** What the server wrote into its log as errors. */
  errors(): string[] {
    return this.notifications
      .filter(({ method }) => method === 'window/logMessage')
      .map(({ params }) => params as { type: number; message: string })
      .filter(({ type }) => type === 1)
      .map(({ message }) => message);
  }

  /** Says goodbye; resolves to the exit code of a server that has a process. */
  async stop(): Promise<number | null> {
    const server = this.process;
    if (server === undefined) {
      // A test may have said goodbye itself.
      if (!this.#stopped) await this.request('shutdown', undefined);
    } else if (server.exitCode === null && server.signalCode === null) {
      const exited = once(server, 'exit');
      await this.request('shutdown', undefined);
      await this.connection.sendNotification('exit');
      await exited;
    }
    if (!this.#stopped) this.connection.dispose();
    this.#stopped = true;
    await rm(this.folder, { recursive: true, force: true });
    return server?.exitCode ?? null;
  }

  #opened(uri: string): Open {
    const open = this.#open.get(uri);
    if (!open) throw new Error(`${uri} is not open`);
    return open;
  }

  #changed(): void {
    for (const check of [...this.#watchers]) check();
  }
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** The rules that diagnostics come from. */
export function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code));
}
