import type { LogOutputChannel, Memento } from 'vscode';
import type { Server } from '../server';
import type { BroughtHome } from './broughtHome';
import type { Homecomings } from './homecomings';
import type { Reviews } from './review';
import type { Targets } from './targets';
import type { Undoing } from './undoing';

/** What whatever has to do with Word may use. */
export interface WordContext {
  readonly server: Server;
  readonly output: LogOutputChannel;
  readonly targets: Targets;
  readonly reviews: Reviews;
  readonly broughtHome: BroughtHome;
  readonly homecomings: Homecomings;
  readonly undoing: Undoing;
  /** Of the workspace. */
  readonly memory: Memento;
}
