import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { unwrapped } from './markup';

/** A package's parts before they are zipped. */
export type PackageParts = Record<string, Uint8Array>;

interface Compiler {
  compile(document: Document): ReadonlyMap<string, string | Uint8Array | ArrayBuffer>;
}

/**
 * The parts of a document that docx has made.
 *
 * docx offers them zipped only, and zipping a long document to unzip it at once takes as long as a tenth of its
 * export. Its packer's compiler has them as they are; where a later version hides that, the long way does as well.
 */
export async function partsOf(document: Document): Promise<PackageParts> {
  const { compiler } = Packer as unknown as { readonly compiler?: Partial<Compiler> };
  const parts: PackageParts = {};
  if (typeof compiler?.compile !== 'function') {
    for (const [name, content] of Object.entries(unzipSync(await Packer.pack(document, 'uint8array')))) {
      parts[name] = name.endsWith('.xml') ? strToU8(unwrapped(strFromU8(content))) : content;
    }
    return parts;
  }
  for (const [name, content] of compiler.compile(document)) {
    parts[name] =
      typeof content === 'string'
        ? strToU8(unwrapped(content))
        : content instanceof Uint8Array
          ? content
          : new Uint8Array(content);
  }
  return parts;
}
