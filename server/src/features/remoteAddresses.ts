import { remoteAddressProblem } from '../files/remote';
import { Refusal } from './insert';
import type { Services } from './services';

/** @throws Refusal where an address is on a computer on which nothing is open; a client with commands of its own sees to that */
export function refuseRemote({ client, documents, folders }: Services, address: string): void {
  if (client.ownCommands) return;
  const reason = remoteAddressProblem(address, () => [
    ...folders.all(),
    ...documents.all().map(({ uri }) => uri),
  ]);
  if (reason !== undefined) throw new Refusal(reason);
}
