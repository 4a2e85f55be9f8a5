import type MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { addresses } from './addresses';
import { alerts } from './alerts';
import { criticMarkup } from './critic-markup';
import { layout } from './layout';
import { separateLines } from './separate-lines';
import { titleBlock } from './title-block';

/**
 * Extends VS Code's preview of Markdown by what the export to Word shows: footnotes, the details at the top of a draft,
 * alerts, reviews, layout comments and lines that are kept apart. Another extension may add footnotes, too.
 */
export function extendMarkdownIt(md: MarkdownIt): MarkdownIt {
  if (md.renderer.rules.footnote_ref === undefined) withFootnotes(md);
  return md.use(titleBlock).use(layout).use(alerts).use(criticMarkup).use(addresses).use(separateLines);
}

function withFootnotes(md: MarkdownIt): void {
  const before = new Set(md.core.ruler.getRules(''));
  md.use(footnotes);
  // The export does not know inline footnotes either.
  md.inline.ruler.disable('footnote_inline');
  // A footnote has one number, however often it is referred to.
  md.renderer.rules.footnote_caption = (tokens, index) => `[${Number(tokens[index]!.meta.id) + 1}]`;
  const list = md.core.ruler.getRules('').find((rule) => !before.has(rule));
  md.core.ruler.at('footnote_tail', (state) => {
    // Another extension may have listed the footnotes already.
    if (!state.tokens.some(({ type }) => type === 'footnote_block_open')) list?.(state);
  });
}
