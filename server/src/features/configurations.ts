import {
  BulkRegistration,
  type Connection,
  DidChangeTextDocumentNotification,
  type DidChangeTextDocumentParams,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DidOpenTextDocumentParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { decode, type Files } from '../files';
import { CONFIGURATION_NAME, LIMITS } from '../project';
import { folderOf, isInside, nameOf, normalise } from '../project/paths';
import type { Client } from './client';
import { Refusal } from './insert';

/** The text of a configuration and the version that an edit of it is for: null where it is not open. */
export interface ConfigurationSource {
  readonly text: string;
  readonly version: number | null;
}

/** The configurations that the client has open: an edit of one must fit what is not saved yet. */
export class Configurations {
  /** By normalised URI. */
  readonly #open = new Map<string, TextDocument>();

  /** @param workspaceFolder The folder that no configuration in it may lead out of. */
  constructor(
    private readonly files: Files,
    private readonly workspaceFolder: (uri: string) => string | undefined,
  ) {}

  /** Has the client tell of configurations, too: what it tells by itself is of Markdown in most clients. */
  async register(connection: Connection, client: Pick<Client, 'registersDocuments'>): Promise<void> {
    if (!client.registersDocuments) return;
    const documentSelector = [{ pattern: `**/${CONFIGURATION_NAME}` }];
    const wanted = BulkRegistration.create();
    wanted.add(DidOpenTextDocumentNotification.type, { documentSelector });
    wanted.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    wanted.add(DidCloseTextDocumentNotification.type, { documentSelector });
    await connection.client.register(wanted);
  }

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    if (nameOf(uri) !== CONFIGURATION_NAME) return;
    this.#open.set(normalise(uri), TextDocument.create(uri, languageId, version, text));
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const key = normalise(uri);
    const document = this.#open.get(key);
    if (document) this.#open.set(key, TextDocument.update(document, contentChanges, version));
  }

  close(uri: string): void {
    this.#open.delete(normalise(uri));
  }

  /**
   * A configuration as the editor has it, or else the disk; undefined where there is none.
   *
   * @throws Refusal where it is a link that leads out of the workspace folder: what is read here goes into an edit,
   * which would be written there.
   */
  async read(uri: string): Promise<ConfigurationSource | undefined> {
    const boundary = this.workspaceFolder(uri) ?? folderOf(uri);
    if (!(await isInside(this.files, boundary, uri))) {
      throw new Refusal(
        `${nameOf(uri)} is a link that leads out of the workspace folder. Put the file itself there.`,
      );
    }
    const open = this.#open.get(normalise(uri));
    if (open) return { text: open.getText(), version: open.version };
    const bytes = await this.files.read(uri, LIMITS.configuration, boundary);
    return bytes && { text: decode(bytes), version: null };
  }
}
