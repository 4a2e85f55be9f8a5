import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { detailsIn, printedWords } from './details';

/** Shows `> [!NOTE]` and other alerts as GitHub and the export do. */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'advocacy_alerts', ({ src, tokens, Token: Made }) => {
    const titles: Readonly<Record<string, string>> = printedWords(detailsIn(src)).alerts;
    for (let at = 0; at + 2 < tokens.length; at++) {
      const [quotation, paragraph, inline] = tokens.slice(at, at + 3) as [Token, Token, Token];
      if (quotation.type !== 'blockquote_open' || paragraph.type !== 'paragraph_open') continue;
      const found = /^\[!([a-z]{3,9})\][ \t]*(?:\n|$)/i.exec(inline.content);
      const kind = found?.[1]?.toLowerCase() ?? '';
      const title = Object.hasOwn(titles, kind) ? titles[kind] : undefined;
      if (found === null || title === undefined) continue;
      quotation.attrJoin('class', `advocacy-alert advocacy-alert-${kind}`);
      inline.content = inline.content.slice(found[0].length);
      const name = new Made('html_block', '', 0);
      name.content = `<p class="advocacy-alert-title">${title}</p>\n`;
      tokens.splice(at + 1, inline.content === '' ? 3 : 0, name);
    }
  });
}
