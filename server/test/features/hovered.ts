import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import type { Editor } from './editor';

/** What a reader sees of Markdown: its text, and whatever in it leads elsewhere. */
export function read(markdown: string): { readonly value: string; readonly links: readonly string[] } {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const links: string[] = [];
  visit(tree, ['link', 'image', 'html'], ({ type }) => void links.push(type));
  return { value: textOf(tree), links };
}

/** What is shown where the pointer is at some words, and its text. */
export async function hovered(
  editor: Editor,
  uri: string,
  words: string,
): Promise<{ readonly hover: Hover | null; readonly text: string }> {
  const hover = await editor.request<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: editor.rangeOf(uri, words).start,
  });
  return { hover, text: hover ? (hover.contents as MarkupContent).value : '' };
}
