import { decodedAddress } from '../addresses';
import { shortened } from '../text/shorten';

/** An address without its per cent signs, also where others in it stand for nothing: who opens it reads the rest all the same. */
function decoded(address: string): string {
  const whole = decodedAddress(address);
  if (whole !== address) return whole;
  return address.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The computer in the network that an address leads to; undefined where it is on this one, or is none of a file. */
function hostOf(address: string): string | undefined {
  const [, scheme, slashes, host] = /^\s*(file:)?([\\/]*)([^\\/]*)/i.exec(decoded(address))!;
  const count = slashes!.length;
  const leads = scheme === undefined ? count > 1 : count === 2 || count > 3;
  return leads ? host!.toLowerCase() : undefined;
}

/**
 * Why an address that a caller names, whoever that is, is left alone: Windows sends the user's password, in scrambled
 * form, to any computer of which a file is looked at. Undefined where it is on this one, or on one where something is
 * open already.
 *
 * @param open what is open: addresses of documents and folders
 */
export function remoteAddressProblem(address: string, open: () => Iterable<string>): string | undefined {
  const host = hostOf(address);
  if (host === undefined) return undefined;
  for (const one of open()) if (hostOf(one) === host) return undefined;
  return `“${shortened(decodedAddress(address), 80)}” is on another computer in the network, on which nothing is open here: open it yourself first, or the folder that it is in.`;
}
