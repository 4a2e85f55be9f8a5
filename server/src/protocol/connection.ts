/** How a client and the server begin, and how each learns that the other is still there. */

/** `initialize.initializationOptions`, all optional. Another editor that speaks LSP needs none of them. */
export interface InitializationOptions {
  /** The client answers the requests in `fileRequests`: for files that are not on the server's disk. */
  readonly editorFiles?: boolean;
  /** The client opens the list of completions itself where it helps, and wants no trigger characters. */
  readonly asksForCompletion?: boolean;
  /** The client has the command `clientCommands.select`. */
  readonly selects?: boolean;
  /** The client has the command `clientCommands.save`. */
  readonly saves?: boolean;
  /** The client has the command `clientCommands.insertEvidence`. */
  readonly picksEvidence?: boolean;
  /** The client has the command `clientCommands.more`. */
  readonly asksForMore?: boolean;
  /** The client has commands of its own for what `userCommands` do, by the same names. */
  readonly ownCommands?: boolean;
  /** Settings (the object under `advocacy`), for clients that cannot answer `workspace/configuration`. */
  readonly settings?: Record<string, unknown>;
}

/**
 * Client → a server in a worker: `HoldParams` → whether it could. It takes the browser's lock of that name and never
 * gives it back: whoever waits for the lock learns that the worker is dead, of which the browser tells nobody.
 */
export const holdRequest = 'advocacy/hold';

export interface HoldParams {
  readonly lock: string;
}

/** Client → server: `{}` → `null`, at once. A server that does not answer is busy for longer than it may be. */
export const aliveRequest = 'advocacy/alive';
