import { descendants, type XmlElement } from '../../../src/docx/xml-tree';
import type { Word } from '../word';
import { blankPng } from './png';

export const png = blankPng({ width: 40, height: 20 });
export const svg =
  '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" width="4cm" height="2cm"><rect/></svg>';

/** The pictures of a document. */
export function drawings(document: Word): XmlElement[] {
  return [...descendants(document.body, 'w:drawing')];
}
