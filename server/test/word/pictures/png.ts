import { png } from '../../../src/word/pictures/placeholder-images';

/** A white PNG. */
export function blankPng({ width, height }: { readonly width: number; readonly height: number }): Uint8Array {
  return png(width, height, () => 'white');
}
