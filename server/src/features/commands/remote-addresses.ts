import { remoteAddressProblem } from '../../files/remote';
import { Refusal } from '../client/refusal';
import type { Services } from '../workspace/services';

/**
 * Refuses addresses on other computers, for clients that do not check this before they call.
 *
 * @throws Refusal where the address is on a computer on which the client has nothing open
 */
export function refuseRemote({ client, documents, folders }: Services, address: string): void {
  if (client.ownCommands) return;
  const reason = remoteAddressProblem(address, () => [
    ...folders.all(),
    ...documents.all().map(({ uri }) => uri),
  ]);
  if (reason !== undefined) throw new Refusal(reason);
}
