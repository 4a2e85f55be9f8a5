import type { Connection } from 'vscode-languageserver';
import type { Files } from '../../files';
import type { Client } from '../client/client';
import type { Analyses } from './analyses';
import type { Documents } from './documents';
import type { Folders } from './folders';
import type { PictureFiles } from './pictures';
import type { Projects } from './projects';
import type { Settings } from './settings';

/** What the features for one client share. */
export interface Services {
  readonly connection: Connection;
  readonly client: Client;
  readonly files: Files;
  readonly folders: Folders;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly pictures: PictureFiles;
  readonly analyses: Analyses;
  settingsOf(uri: string): Promise<Settings>;
  /** To be called for files that turn out to have come, changed or gone, of which the client said nothing. */
  filesChanged(uris: readonly string[]): Promise<void>;
}
