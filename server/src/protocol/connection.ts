/** Options of a connection, and requests by which client and server learn that the other is alive. */

/** `initialize.initializationOptions`. All are optional, and an editor with plain LSP needs none. */
export interface InitializationOptions {
  /** The client answers the requests in `fileRequests`: for files that are not on the server's disk. */
  readonly editorFiles?: boolean;
  /** The client asks for completions itself where they help, and wants no trigger characters. */
  readonly asksForCompletion?: boolean;
  /** The client has the command `clientCommands.select`. */
  readonly selects?: boolean;
  /** The client has the command `clientCommands.save`. */
  readonly saves?: boolean;
  /** The client has the command `clientCommands.insertEvidence`. */
  readonly picksEvidence?: boolean;
  /** The client has the command `clientCommands.more`. */
  readonly asksForMore?: boolean;
  /** The client has its own commands with the names of `userCommands`. */
  readonly ownCommands?: boolean;
  /** Settings (the object under `advocacy`), for clients that cannot answer `workspace/configuration`. */
  readonly settings?: Record<string, unknown>;
}

/**
 * Client → a server in a worker: `HoldParams` → boolean, whether it got the lock. The worker takes the browser's lock of
 * that name and never releases it, so that whoever waits for the lock learns of the worker's end.
 */
export const holdRequest = 'advocacy/hold';

export interface HoldParams {
  readonly lock: string;
}

/** Client → server: `{}` → `null`, at once. A server that does not answer is busy for too long. */
export const aliveRequest = 'advocacy/alive';
