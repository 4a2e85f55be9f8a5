import { URI, Utils } from 'vscode-uri';
import { decodedAddress } from '../text/addresses';

/** Documents that are exported together: links between their drafts lead from one to the other. */
export interface Together {
  /** URI of the document that is written. */
  readonly own: string;
  /** URIs of the documents by those of their drafts. */
  readonly documents: ReadonlyMap<string, string>;
}

/** Whether an address is that of a file, as seen from the draft. */
export function isLocal(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/|\?|$)/i.test(address.trim());
}

/**
 * The address of the document of another draft, as seen from this one's; undefined where that draft is not exported
 * with it. A place in it is not kept: that document has other names for its places.
 *
 * @param uri of the draft that links there
 */
export function documentBeside(
  address: string,
  uri: string | undefined,
  together: Together | undefined,
): string | undefined {
  if (uri === undefined || together === undefined) return undefined;
  const path = decodedAddress(address.trim().replace(/[?#].*$/s, ''));
  const draft = Utils.resolvePath(Utils.dirname(URI.parse(uri)), path).toString();
  const document = together.documents.get(draft);
  return document === undefined ? undefined : between(together.own, document);
}

/** The way from a file to another one in the same place, with slashes; whole where they have nothing in common. */
function between(from: string, to: string): string {
  const [own, other] = [URI.parse(from), URI.parse(to)];
  if (own.scheme !== other.scheme || own.authority !== other.authority) return to;
  const here = own.path.split('/').slice(0, -1);
  const there = other.path.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common).map(encodeURIComponent)].join('/');
}
