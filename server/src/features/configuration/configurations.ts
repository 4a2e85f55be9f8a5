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
import { decode, type Files } from '../../files';
import { CONFIGURATION_NAME, LIMITS } from '../../project';
import { folderOf, isInside, nameOf, normalise } from '../../project/paths';
import type { Client } from '../client/client';
import { Refusal } from '../client/refusal';

/** The text of a configuration, and the version for edits of it: null if it is not open. */
export interface ConfigurationSource {
  readonly text: string;
  readonly version: number | null;
}

/** The configurations that the client has open. Edits must apply to their unsaved text. */
export class Configurations {
  /** By normalised URI. */
  readonly #open = new Map<string, TextDocument>();

  /** @param workspaceFolder returns the folder of a URI; no configuration in it may be a link that leads out of it */
  constructor(
    private readonly files: Files,
    private readonly workspaceFolder: (uri: string) => string | undefined,
  ) {}

  /** Asks the client to report configurations, because most clients report only Markdown by themselves. */
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
   * A configuration from the editor, or else from the disk; undefined if there is none.
   *
   * @throws Refusal if it is a link that leads out of the workspace folder, because an edit would be written there
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
