import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { MARKDOWN_ENDINGS } from '../../files/endings';
import { CONFIGURATION_NAME, type Project } from '../../project';
import { folderOf, nameOf, resolve } from '../../project/paths';
import { shippedName } from '../../project/shipped';
import type { Client } from '../client/client';

/** What the names of pictures end in: drafts show them, or seem to until an export says that Word cannot. */
const PICTURE_ENDINGS = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'svg', 'webp', 'avif', 'tif', 'tiff'] as const;

/** Has the client watch the configurations, the files that they name, and whatever may be a draft. */
export class Watching {
  #registered = '';
  #registration: Disposable | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
  ) {}

  /**
   * Watches what these projects are made of, in place of what was watched before. Fails where the client refuses:
   * then it watches what it did before.
   */
  watch(projects: readonly Project[]): Promise<void> {
    if (!this.client.watchesFiles) return Promise.resolve();
    const watchers = watchersFor(projects, this.client.watchesByFolder);
    // Two at once would both take the place of the same registration, and one of them would stay for ever.
    const done = this.#last.then(() => this.#register(watchers));
    this.#last = done.catch(() => {});
    return done;
  }

  async #register(watchers: FileSystemWatcher[]): Promise<void> {
    const wanted = JSON.stringify(watchers);
    if (wanted === this.#registered) return;
    const before = this.#registration;
    this.#registration = await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers,
    });
    this.#registered = wanted;
    before?.dispose();
  }
}

/** Every configuration, every Markdown file, every picture, and for each project its framework, its evidence and its template. */
export function watchersFor(projects: readonly Project[], byFolder: boolean): FileSystemWatcher[] {
  const watchers = new Map<string, FileSystemWatcher>();
  const add = (folder: string, pattern: string): void => {
    const globPattern = byFolder ? { baseUri: folder, pattern } : `${URI.parse(folder).path}/${pattern}`;
    watchers.set(`${folder} ${pattern}`, { globPattern });
  };
  for (const { folder, configuration, unusedTemplate } of projects) {
    if (folder === undefined) continue;
    // A template that cannot be used may be put right, or come.
    for (const path of [configuration.framework, configuration.word.template ?? unusedTemplate?.path]) {
      const root = URI.parse(folder).with({ path: '/' }).toString();
      const file = path === undefined || shippedName(path) ? undefined : resolve(folder, root, path);
      if (file && 'uri' in file) add(folderOf(file.uri), nameOf(file.uri));
    }
    for (const pattern of configuration.evidence) if (!pattern.startsWith('!')) add(folder, pattern);
  }
  return [
    { globPattern: `**/${CONFIGURATION_NAME}` },
    ...[...MARKDOWN_ENDINGS, ...PICTURE_ENDINGS].map((ending) => ({ globPattern: named(ending) })),
    ...watchers.values(),
  ];
}

/** Files with an ending, in letters of either case. One pattern each: not every client takes a class in braces. */
function named(ending: string): string {
  return `**/*.${Array.from(ending, (letter) => `[${letter}${letter.toUpperCase()}]`).join('')}`;
}
