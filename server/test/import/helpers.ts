import assert from 'node:assert/strict';
import { type ImportOptions, importDocument } from '../../src/import';
import { docx, type Parts, para } from '../docx/make';

export const BOLD = '<w:b/>';
export const ITALIC = '<w:i/>';
export const DANA = '{>>Dana Petrie, 3 Oct 2026 09:31<<}';

/** The Markdown without its front matter. */
export function markdown(body: string, parts?: Parts, options?: ImportOptions): string {
  return importDocument(docx(body, parts), options)
    .markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '')
    .trimEnd();
}

export function losses(body: string, parts?: Parts): string[] {
  return importDocument(docx(body, parts)).losses.map(({ message }) => message);
}

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:') ? content : para(content)}</w:tc>`;

export interface Case {
  readonly name: string;
  readonly body: string;
  readonly parts?: Parts;
  readonly options?: ImportOptions;
  readonly expected: string;
}

export function cases(all: readonly Case[]): void {
  for (const { name, body, parts, options, expected } of all)
    it(name, () => assert.equal(markdown(body, parts, options), expected));
}
