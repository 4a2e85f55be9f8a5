import type { Change, Span } from '../draft';
import { IMAGE, tagsIn } from './lib/blocks/html-images';
import { nodesOf, spanOf } from './lib/blocks/nodes';
import { rule } from './lib/rule';
import type { Problem } from './types';

const PLACEHOLDER = '[insert what the picture shows]';
/** A file's name, or a word that says only that there is a picture. */
const SAYS_NOTHING =
  /^(?:image|picture|photo(?:graph)?|graphic|chart|graph|figure|logo|icon|img|untitled|screenshot|alt(?: text)?)?\s*\d*$|^[\w% -]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)$|^(?:img|dsc|dscf|pxl|image|photo)[_-]?\d+$/i;

function problem(span: Span, alt: string, edit: Change | undefined): Problem {
  return {
    span,
    message:
      alt.trim() === ''
        ? 'This picture has no alternative text, so people who cannot see it miss what it says. Describe in a sentence what it shows.'
        : `“${alt.trim()}” does not say what the picture shows, so people who cannot see it miss it. Describe it in a sentence.`,
    fixes: edit ? [{ title: 'Insert alternative text to fill in', edits: [edit], preferred: true }] : [],
  };
}

export const altTextMissing = rule('alt-text-missing', {
  inBlock({ block }) {
    if (!/!\[|<img/i.test(block.text)) return [];
    const pictures = nodesOf(block).flatMap((node) => {
      const alt = 'alt' in node ? (node.alt ?? '') : undefined;
      if (alt === undefined || !SAYS_NOTHING.test(alt.trim())) return [];
      return [problem(spanOf(node), alt, altEdit(block.text, spanOf(node)))];
    });
    const tags = tagsIn(block).flatMap(({ tag, span }) => {
      if (/\salt\s*=/i.test(tag)) return [];
      const at = span.start + IMAGE.length;
      return [problem(span, '', { span: { start: at, end: at }, text: ` alt="${PLACEHOLDER}"` })];
    });
    return [...pictures, ...tags];
  },
});

/** Puts the placeholder between the brackets of `![…]`. */
function altEdit(source: string, span: Span): Change | undefined {
  if (!source.startsWith('![', span.start)) return undefined;
  let depth = 0;
  for (let at = span.start + 1; at < span.end; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) {
      // A reference without a text of its own, `![label]`, is its own label.
      const next = source[at + 1];
      if (next !== '(' && next !== '[') return undefined;
      return { span: { start: span.start + 2, end: at }, text: PLACEHOLDER };
    }
  }
  return undefined;
}
