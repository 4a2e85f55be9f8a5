import { decodedAddress } from '../text/addresses';
import { shortened } from '../text/shorten';

/** Decodes per cent escapes; where some of them are malformed, at least those of ASCII characters. */
function decoded(address: string): string {
  const whole = decodedAddress(address);
  if (whole !== address) return whole;
  return address.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The host of a UNC path or file URI. Undefined for a path on this computer, and for other schemes. */
function hostOf(address: string): string | undefined {
  const [, scheme, slashes, host] = /^\s*(file:)?([\\/]*)([^\\/]*)/i.exec(decoded(address))!;
  const count = slashes!.length;
  const leads = scheme === undefined ? count > 1 : count === 2 || count > 3;
  return leads ? host!.toLowerCase() : undefined;
}

/**
 * Checks an address before any of its files is looked at: Windows sends a hash of the user's password to the host of a
 * UNC path.
 *
 * @param open URIs of the documents and folders that are open
 * @returns a message where the address is on another computer on which nothing is open; else undefined
 */
export function remoteAddressProblem(address: string, open: () => Iterable<string>): string | undefined {
  const host = hostOf(address);
  if (host === undefined) return undefined;
  for (const one of open()) if (hostOf(one) === host) return undefined;
  return `“${shortened(decodedAddress(address), 80)}” is on another computer in the network, on which nothing is open here: open it yourself first, or the folder that it is in.`;
}
