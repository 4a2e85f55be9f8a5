import type MarkdownIt from 'markdown-it';
import { findFrontMatter } from '../../../server/src/draft/front-matter/extent';
import { type Directive, directiveNamed } from '../../../server/src/word/directive-names';

const WORDS: Readonly<Record<Directive, string>> = {
  pagebreak: 'New page',
  landscape: 'Turned pages from here on',
  portrait: 'Upright pages from here on',
  contents: 'The contents stand here',
  sources: 'The list of sources stands here',
};

const COMMENT = /<!--([^<>]{1,60})-->/g;

/** Shows the layout comments of a draft, which would be invisible otherwise. */
export function layout(md: MarkdownIt): void {
  md.core.ruler.push('advocacy_layout', ({ src, tokens }) => {
    const { content } = findFrontMatter(src);
    // In other documents, such comments may be for other programs.
    if (content === undefined || !/^kind[ \t]*:/m.test(src.slice(content.start, content.end))) return;
    for (const token of tokens) {
      if (token.type !== 'html_block') continue;
      token.content = token.content.replace(COMMENT, (comment, words: string) => {
        const directive = directiveNamed(words);
        return directive === undefined
          ? comment
          : `${comment}<p class="advocacy-layout">${WORDS[directive]}</p>`;
      });
    }
  });
}
