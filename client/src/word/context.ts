import type { LogOutputChannel, Memento } from 'vscode';
import type { Server } from '../server/server';
import type { Targets } from './last-targets';
import type { MergedReviews } from './merged-reviews';
import type { OverwritableDocuments } from './overwritable-documents';
import type { Reviews } from './review';
import type { Undoing } from './undoing';

/** What the commands on Word documents need. */
export interface WordContext {
  readonly server: Server;
  readonly output: LogOutputChannel;
  readonly targets: Targets;
  readonly reviews: Reviews;
  readonly overwritable: OverwritableDocuments;
  readonly mergedReviews: MergedReviews;
  readonly undoing: Undoing;
  /** The workspace state. */
  readonly memory: Memento;
}
