import { type PictureInfo, takePicture } from '../../../src/word/pictures/read';

/** What a picture's bytes say of it, without the bytes that a document gets. */
export function readPicture(bytes: Uint8Array): PictureInfo | { readonly unusable: string } {
  const info = takePicture(bytes);
  if ('unusable' in info) return info;
  const { bytes: _, ...own } = info;
  return own;
}
