import type { Files } from '../../files';
import { relativePath } from '../../project/paths';
import { reasonOf } from '../../text/error-message';
import { fileAddress, OUTSIDE } from './address';
import { svgFallback } from './placeholder-images';
import { type PictureInfo, takePicture } from './read';

export interface Picture extends PictureInfo {
  readonly bytes: Uint8Array;
  /** A PNG for programs that cannot show an SVG. */
  readonly fallback?: Uint8Array;
}

export type LoadedPicture = Picture | { readonly unusable: string };

/** The most bytes of one picture, and of all pictures of a draft. */
const MOST_BYTES = 25_000_000;
const MOST_BYTES_IN_ALL = 150_000_000;
/** The most elements and attributes of all SVGs of a draft; a thousand charts have fewer. */
const MOST_IN_DRAWINGS = 2_000_000;

interface PictureSource {
  /** Undefined if there are no files, as for a draft from standard input in a browser. */
  readonly files: Files | undefined;
  /** The draft's own URI, to which addresses are relative. */
  readonly uri: string | undefined;
  /** The folder outside of which nothing is read. */
  readonly folder: string | undefined;
}

const TOO_MUCH = { unusable: 'the pictures of this draft are larger than 150 MB together' } as const;

/**
 * Reads the pictures of a draft. Never fetches anything from the network or reads outside of the draft's folder, in
 * whatever way an address is written. Reads each file once, and none after 150 MB. Never throws.
 *
 * @param addresses as written in the draft
 * @param mostInDrawings elements and attributes of all SVGs that are read; those beyond are unusable
 * @returns the picture for each address, or the reason why there is none
 */
export async function loadPictures(
  addresses: Iterable<string>,
  source: PictureSource,
  mostInDrawings = MOST_IN_DRAWINGS,
): Promise<ReadonlyMap<string, LoadedPicture>> {
  const loaded = new Map<string, LoadedPicture>();
  const reader = new PictureReader(source, mostInDrawings);
  for (const address of addresses) {
    if (!loaded.has(address)) loaded.set(address, await reader.load(address).catch(unusable));
  }
  return loaded;
}

const unusable = (error: unknown): LoadedPicture => ({ unusable: reasonOf(error) });

interface Place {
  readonly uri: string;
  /** URI of the folder that it must lie in. */
  readonly folder: string;
}

/** Reads pictures in turn, and keeps them. */
class PictureReader {
  /** By the URI that an address leads to, which is the same for `a.svg?1` and `a.svg?2`. */
  readonly #shown = new Map<string, LoadedPicture>();
  /** By the URI of the file itself, with links followed. */
  readonly #files = new Map<string, LoadedPicture>();
  /** How many bytes were read, also of files that are not pictures. */
  #total = 0;
  readonly #drawings: { nodes: number };

  constructor(
    private readonly source: PictureSource,
    mostInDrawings: number,
  ) {
    this.#drawings = { nodes: mostInDrawings };
  }

  async load(address: string): Promise<LoadedPicture> {
    if (/^data:/i.test(address)) {
      const bytes = dataBytes(address);
      if (this.#total + bytes.length > MOST_BYTES_IN_ALL) return TOO_MUCH;
      this.#total += bytes.length;
      const picture: LoadedPicture = takePicture(bytes, this.#drawings);
      return isSvg(picture) ? { ...picture, fallback: svgFallback(picture) } : picture;
    }
    const { files, uri, folder } = this.source;
    const target = fileAddress(address, uri, folder);
    if ('unusable' in target) return target;
    if (files === undefined) return { unusable: 'there is no folder to read it from' };
    const known = this.#shown.get(target.uri);
    if (known !== undefined) return known;
    const picture = await this.#file(target, files);
    const shown = isSvg(picture)
      ? { ...picture, fallback: (await this.#pngBeside(target, files)) ?? svgFallback(picture) }
      : picture;
    this.#shown.set(target.uri, shown);
    return shown;
  }

  /** The picture in a file. Symbolic links must not lead out of the folder either. */
  async #file({ uri, folder }: Place, files: Files): Promise<LoadedPicture> {
    const real = await files.real(uri);
    if (relativePath(await files.real(folder), real) === undefined) return OUTSIDE;
    const known = this.#files.get(real);
    if (known !== undefined) return known;
    const picture = await this.#read({ uri, folder }, files).catch(unusable);
    this.#files.set(real, picture);
    return picture;
  }

  async #read({ uri, folder }: Place, files: Files): Promise<LoadedPicture> {
    const found = await files.stat(uri);
    if (found === undefined) return { unusable: 'there is no such file' };
    if (found.type !== 'file') return { unusable: 'it is a folder' };
    if (found.size > MOST_BYTES) return { unusable: 'it is larger than 25 MB' };
    if (this.#total + found.size > MOST_BYTES_IN_ALL) return TOO_MUCH;
    const bytes = await files.read(uri, MOST_BYTES, folder);
    if (bytes === undefined) return { unusable: 'there is no such file' };
    this.#total += bytes.length;
    return takePicture(bytes, this.#drawings);
  }

  /** The `chart.png` beside a `chart.svg`, for programs without SVG; undefined for none. */
  async #pngBeside({ uri, folder }: Place, files: Files): Promise<Uint8Array | undefined> {
    const beside = uri.replace(/\.svg$/i, '.png');
    if (beside === uri) return undefined;
    const picture = await this.#file({ uri: beside, folder }, files).catch(unusable);
    return 'type' in picture && picture.type === 'png' ? picture.bytes : undefined;
  }
}

function dataBytes(address: string): Uint8Array {
  const comma = address.indexOf(',');
  if (comma === -1) throw new Error('its data: address is broken');
  const base64 = /;\s*base64\s*$/i.test(address.slice(0, comma));
  const data = address.slice(comma + 1);
  if (data.length > MOST_BYTES * 1.4) throw new Error('it is larger than 25 MB');
  try {
    const text = data.includes('%') ? decodeURIComponent(data) : data;
    if (!base64) return new TextEncoder().encode(text);
    return Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    throw new Error('its data: address is broken');
  }
}

function isSvg(picture: LoadedPicture): picture is Picture {
  return 'type' in picture && picture.type === 'svg';
}
