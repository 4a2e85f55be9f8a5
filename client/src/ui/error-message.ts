import { reasonOf } from '../../../server/src/text/error-message';

/** The message of an error, without the language client's prefix. */
export function messageOf(error: unknown): string {
  const message = reasonOf(error);
  return message.replace(/^Request \S+ failed with message: /, '');
}
