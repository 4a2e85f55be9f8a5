import type { Files } from '../files';
import { fileAddress, OUTSIDE, within } from './address';
import { standIn } from './drawn';
import { type PictureInfo, readPicture } from './picture';

export interface Picture extends PictureInfo {
  readonly bytes: Uint8Array;
  /** A PNG for programs that cannot show an SVG. */
  readonly fallback?: Uint8Array;
}

export type LoadedPicture = Picture | { readonly unusable: string };

/** One picture; then all pictures of a draft. */
const MOST_BYTES = 25_000_000;
const MOST_BYTES_IN_ALL = 150_000_000;

export interface PictureSource {
  /** Reads files; undefined where there are none to read (a draft from standard input in a browser). */
  readonly files: Files | undefined;
  /** The draft's own URI, from which relative addresses count. */
  readonly uri: string | undefined;
  /** The folder outside of which nothing is read. */
  readonly folder: string | undefined;
}

/**
 * Reads the pictures that a draft shows. Nothing is fetched from the network, and nothing is read outside of the
 * draft's folder, by whatever way of writing the address. It never throws: a picture that cannot be had comes with
 * the reason.
 *
 * @param addresses as written in the draft
 */
export async function loadPictures(
  addresses: Iterable<string>,
  source: PictureSource,
): Promise<ReadonlyMap<string, LoadedPicture>> {
  const loaded = new Map<string, LoadedPicture>();
  let total = 0;
  for (const address of addresses) {
    if (loaded.has(address)) continue;
    const picture = await load(address, source).catch((error: unknown) => ({
      unusable: error instanceof Error ? error.message : String(error),
    }));
    if ('bytes' in picture) total += picture.bytes.length;
    const tooMuch = total > MOST_BYTES_IN_ALL && 'bytes' in picture;
    loaded.set(
      address,
      tooMuch ? { unusable: 'the pictures of this draft are larger than 150 MB together' } : picture,
    );
  }
  return loaded;
}

async function load(address: string, source: PictureSource): Promise<LoadedPicture> {
  if (/^data:/i.test(address)) return usable(dataBytes(address));
  const { files, uri, folder } = source;
  const target = fileAddress(address, uri, folder);
  if ('unusable' in target) return target;
  if (files === undefined) return { unusable: 'there is no folder to read it from' };
  // A link in the file system must not lead out of the folder either.
  if (!within(await files.real(target.uri), await files.real(target.folder))) return OUTSIDE;
  const found = await files.stat(target.uri);
  if (found === undefined) return { unusable: 'there is no such file' };
  if (found.type !== 'file') return { unusable: 'it is a folder' };
  if (found.size > MOST_BYTES) return { unusable: 'it is larger than 25 MB' };
  const bytes = await files.read(target.uri, MOST_BYTES);
  if (bytes === undefined) return { unusable: 'there is no such file' };
  const picture = usable(bytes);
  if (!('bytes' in picture) || picture.type !== 'svg') return picture;
  return { ...picture, fallback: (await pngBeside(target, files)) ?? standIn(picture) };
}

function dataBytes(address: string): Uint8Array {
  const comma = address.indexOf(',');
  if (comma === -1) throw new Error('its data: address is broken');
  const base64 = /;\s*base64\s*$/i.test(address.slice(0, comma));
  const data = address.slice(comma + 1);
  if (data.length > MOST_BYTES * 1.4) throw new Error('it is larger than 25 MB');
  try {
    const binary = base64 ? atob(percentDecoded(data).replace(/\s/g, '')) : undefined;
    if (binary === undefined) return new TextEncoder().encode(percentDecoded(data));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new Error('its data: address is broken');
  }
}

function percentDecoded(data: string): string {
  return data.includes('%') ? decodeURIComponent(data) : data;
}

function usable(bytes: Uint8Array): LoadedPicture {
  const info = readPicture(bytes);
  if ('unusable' in info) return info;
  if (info.type !== 'svg') return { ...info, bytes };
  return { ...info, bytes, fallback: standIn(info) };
}

/** `chart.svg` often has a `chart.png` beside it: the best picture for programs without SVG. */
async function pngBeside(
  { uri, folder }: { readonly uri: string; readonly folder: string },
  files: Files,
): Promise<Uint8Array | undefined> {
  const beside = uri.replace(/\.svg$/i, '.png');
  if (beside === uri) return undefined;
  try {
    if (!within(await files.real(beside), await files.real(folder))) return undefined;
    const found = await files.stat(beside);
    if (found?.type !== 'file' || found.size > MOST_BYTES) return undefined;
    const bytes = await files.read(beside, MOST_BYTES);
    const info = bytes === undefined ? undefined : readPicture(bytes);
    return info !== undefined && 'type' in info && info.type === 'png' ? bytes : undefined;
  } catch {
    return undefined;
  }
}
