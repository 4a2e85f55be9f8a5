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

/** Shows in a draft what its comments tell the layout of an exported document: a comment by itself is not to be seen. */
export function layout(md: MarkdownIt): void {
  md.core.ruler.push('advocacy_layout', ({ src, tokens }) => {
    const { content } = findFrontMatter(src);
    // The comments of another document may be another program's.
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
