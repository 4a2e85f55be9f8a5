import type { LogOutputChannel, Memento } from 'vscode';
import type { Server } from '../server';
import type { BroughtHome } from './brought-home';
import type { Homecomings } from './homecomings';
import type { Reviews } from './review';
import type { Targets } from './targets';
import type { Undoing } from './undoing';

/** What the commands on Word documents need. */
export interface WordContext {
  readonly server: Server;
  readonly output: LogOutputChannel;
  readonly targets: Targets;
  readonly reviews: Reviews;
  readonly broughtHome: BroughtHome;
  readonly homecomings: Homecomings;
  readonly undoing: Undoing;
  /** The workspace state. */
  readonly memory: Memento;
}
