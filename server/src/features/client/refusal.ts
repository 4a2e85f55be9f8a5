import { legible } from '../../text/plain-output';

/** Thrown where something cannot be done, with a message for the user; `data` is for the client. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly data?: unknown,
  ) {
    super(legible(message));
  }
}
