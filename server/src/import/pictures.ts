import type { Picture, WordDocument } from '../docx/model';
import { danger } from '../text/addresses';
import { shortened } from '../text/shorten';
import { takePicture } from '../word/pictures/read';
import { escapeXml } from '../word/xml-text';
import { escapeText, escapeUrl } from './escape';
import type { Losses } from './losses';

/** A picture to be written into the folder beside the draft. */
export interface PictureFile {
  /** With the extension of its type: `picture-1.png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The most bytes of all pictures of a document. */
const MOST_BYTES = 150_000_000;

/** The pictures of a document, each once, under new names. */
export class Pictures {
  readonly files: PictureFile[] = [];
  readonly #names = new Map<string, string | undefined>();
  #bytes = 0;

  /**
   * @param folder address of the folder that they will lie in, relative to the draft
   * @param nameOf returns the name of a picture without its extension
   */
  constructor(
    private readonly document: Pick<WordDocument, 'part'>,
    private readonly folder: string,
    private readonly losses: Losses,
    private readonly nameOf = (_: Uint8Array, number: number): string => `picture-${number}`,
  ) {}

  /** The picture in Markdown; its description if there is no usable picture. */
  markdown(picture: Picture): string {
    return imageOf(picture, this.address(picture));
  }

  html(picture: Picture): string {
    const address = this.address(picture);
    const alt = escapeXml(descriptionOf(picture));
    return address === undefined ? alt : `<img src="${escapeXml(address)}" alt="${alt}">`;
  }

  /** Its address in the draft; undefined if there is no usable picture. */
  address({ part, address }: Picture): string | undefined {
    if (part === undefined) return address === undefined ? undefined : this.#outside(address);
    if (!this.#names.has(part)) this.#names.set(part, this.#take(part));
    const name = this.#names.get(part);
    return name === undefined ? undefined : `${this.folder}/${name}`;
  }

  /** The address of a picture that the document only links to, if it is on the web. */
  #outside(address: string): string | undefined {
    const isWeb = /^https?:/i.test(address) && danger(address) === undefined;
    const what = isWeb ? 'stays on the web' : 'is left out';
    const lost = `picture at “${shortened(address, 60)}” is not in the document, and ${what}`;
    this.losses.add({ one: `The ${lost}`, many: `# times: the ${lost}` });
    return isWeb ? address : undefined;
  }

  /** @returns its file name; undefined if it cannot be kept */
  #take(part: string): string | undefined {
    let bytes: Uint8Array | undefined;
    try {
      bytes = this.document.part(part);
    } catch {
      bytes = undefined;
    }
    const lost = (why: string): undefined => {
      const words = `A picture is left out: ${why}`;
      this.losses.add({ one: words, many: `# pictures are left out: ${why}` });
    };
    if (bytes === undefined) return lost('it is missing or damaged in the document');
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_BYTES) return lost('the pictures are larger than 150 MB together');
    const old = oldType(bytes);
    if (old !== undefined) {
      const why = 'which browsers and the export to Word cannot show; save it anew as PNG';
      this.losses.add({
        one: `A picture is kept as .${old}, ${why}`,
        many: `# pictures are kept as .${old}, ${why.replace('it', 'them')}`,
      });
      return this.#add(old, bytes);
    }
    const picture = takePicture(bytes);
    return 'unusable' in picture ? lost(picture.unusable) : this.#add(picture.type, picture.bytes);
  }

  #add(ending: string, bytes: Uint8Array): string {
    const name = `${this.nameOf(bytes, this.files.length + 1)}.${ending}`;
    this.files.push({ name, bytes });
    return name;
  }
}

/** A picture in Markdown; its description without an address. */
export function imageOf(picture: Picture, address: string | undefined): string {
  const alt = escapeText(descriptionOf(picture), { before: '[', after: ']', inLink: true, touched: true });
  return address === undefined ? alt : `![${alt}](${escapeUrl(address)})`;
}

/** The description of a picture, without the path of the file and the remark that Word adds by itself. */
function descriptionOf({ alt }: Picture): string {
  if (/^(?:[a-z]:[\\/]|\\\\|file:|https?:)|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i.test(alt)) return '';
  return alt.replace(/(?<!\s)\s*Description automatically generated(?: with \w+ confidence)?\s*$/i, '');
}

/** The extension of types of pictures that Word has and browsers cannot show; undefined for other types. */
function oldType(bytes: Uint8Array): 'emf' | 'wmf' | 'tif' | undefined {
  const starts = (...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (starts(1, 0, 0, 0) && String.fromCharCode(...bytes.subarray(40, 44)) === ' EMF') return 'emf';
  if (starts(0xd7, 0xcd, 0xc6, 0x9a) || starts(1, 0, 9, 0)) return 'wmf';
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return 'tif';
  return undefined;
}
