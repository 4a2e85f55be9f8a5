import { type Document, Packer } from 'docx';
import { strToU8 } from 'fflate';
import { unwrapped } from '../markup';

/** A package's parts before they are zipped. */
export type PackageParts = Record<string, Uint8Array>;

interface Compiler {
  compile(document: Document): ReadonlyMap<string, string | Uint8Array | ArrayBuffer>;
}

/**
 * The parts of a document that docx has made.
 *
 * docx offers them zipped only, and zipping a long document to unzip it at once takes as long as a tenth of its
 * export. The compiler of its packer, which it keeps to itself, has them as they are.
 */
export function partsOf(document: Document): PackageParts {
  const { compiler } = Packer as unknown as { readonly compiler: Compiler };
  const parts: PackageParts = {};
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
