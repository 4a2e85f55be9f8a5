import type MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { addresses } from './addresses';
import { alerts } from './alerts';
import { criticMarkup } from './criticMarkup';
import { layout } from './layout';
import { titleBlock } from './titleBlock';

/**
 * Teaches VS Code's preview of Markdown what an export to Word knows: footnotes, the details at the top of a draft,
 * alerts, reviews and comments for the layout. Another extension may teach it footnotes, too.
 */
export function extendMarkdownIt(md: MarkdownIt): MarkdownIt {
  if (md.renderer.rules.footnote_ref === undefined) withFootnotes(md);
  return md.use(titleBlock).use(layout).use(alerts).use(criticMarkup).use(addresses);
}

function withFootnotes(md: MarkdownIt): void {
  const before = new Set(md.core.ruler.getRules(''));
  md.use(footnotes);
  // A draft has no notes within its lines: an export shows them as they are written.
  md.inline.ruler.disable('footnote_inline');
  // A note has one number, however often it is referred to.
  md.renderer.rules.footnote_caption = (tokens, index) => `[${Number(tokens[index]!.meta.id) + 1}]`;
  const list = md.core.ruler.getRules('').find((rule) => !before.has(rule));
  md.core.ruler.at('footnote_tail', (state) => {
    // Another extension that came later lists them before us.
    if (!state.tokens.some(({ type }) => type === 'footnote_block_open')) list?.(state);
  });
}
