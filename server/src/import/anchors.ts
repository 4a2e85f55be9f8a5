import type { Block } from '../docx/model';
import { inlineText } from '../docx/plain-text';
import { oneLine } from '../text/shorten';
import { slug } from '../word/links';

/** The fragments of headings in Markdown, by the names of the bookmarks in or before those headings. */
export function headingAnchors(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const counts = new Map<string, number>();
  /** Bookmarks whose heading is still to come. */
  let waiting: string[] = [];
  for (const block of blocks) {
    if (block.type === 'table') continue;
    for (const inline of block.inlines)
      if (inline.type === 'bookmark' && inline.name) waiting.push(inline.name);
    const text = inlineText(block.inlines).trim();
    const isTitle = block.styles.includes('title');
    if (text !== '' && (block.heading !== undefined || isTitle)) {
      const own = slug(oneLine(text));
      const count = counts.get(own) ?? 0;
      counts.set(own, count + 1);
      const fragment = count === 0 ? own : `${own}-${count}`;
      for (const name of waiting) anchors.set(name, fragment);
    }
    if (text !== '') waiting = [];
  }
  return anchors;
}
