/** Finds the files of pictures in a draft. */

import { URI, Utils } from 'vscode-uri';
import { relativePath } from '../../project/paths';
import { decodedAddress } from '../../text/addresses';

export const OUTSIDE = { unusable: 'it lies outside of the draft’s folder' } as const;

/** The URI of a picture's file, or the reason why it is not read. */
export function fileAddress(
  address: string,
  uri: string | undefined,
  folder: string | undefined,
): { readonly uri: string; readonly folder: string } | { readonly unusable: string } {
  const bare = address.replace(/[?#].*$/s, '');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(bare)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') {
    return { unusable: 'it is on the web; save it beside the draft' };
  }
  if (scheme !== undefined || /^[/\\]/.test(bare))
    return { unusable: 'only a path relative to the draft is read' };
  if (bare === '') return { unusable: 'it has no address' };
  if (uri === undefined) return { unusable: 'the draft has no folder' };
  const path = decodedAddress(bare);
  if (path.includes('\0') || /^[/\\]/.test(path) || /^[A-Za-z]:/.test(path)) {
    return { unusable: 'only a path relative to the draft is read' };
  }
  const own = Utils.dirname(URI.parse(uri));
  const root = folder ?? own.toString();
  const target = Utils.resolvePath(own, path.replace(/\\/g, '/')).toString();
  // A draft outside of the folder may show pictures in its own folder.
  const limit = relativePath(root, own.toString()) === undefined ? own.toString() : root;
  return relativePath(limit, target) === undefined ? OUTSIDE : { uri: target, folder: limit };
}
