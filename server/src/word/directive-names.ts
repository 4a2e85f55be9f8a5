export type Orientation = 'portrait' | 'landscape';

/** A layout instruction in a comment of the draft. */
export type Directive = 'pagebreak' | 'contents' | 'sources' | Orientation;

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  pagebreak: 'pagebreak',
  newpage: 'pagebreak',
  landscape: 'landscape',
  portrait: 'portrait',
  '/landscape': 'portrait',
  contents: 'contents',
  toc: 'contents',
  sources: 'sources',
};

/** Longer comments, in characters, are never layout instructions. */
const LONGEST = 40;

/** The layout instruction in a comment, given the text between `<!--` and `-->`; undefined for any other comment. */
export function directiveNamed(comment: string): Directive | undefined {
  if (comment.length > LONGEST) return undefined;
  const name = comment.toLowerCase().replace(/[\s_-]+/g, '');
  return Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
}

/** The layout instructions in a draft, wherever they stand. */
export function directivesOf(source: string): ReadonlySet<Directive | undefined> {
  const comments = source.split('<!--').slice(1);
  return new Set(comments.map((one) => directiveNamed(one.slice(0, LONGEST + 3).split('-->', 1)[0]!)));
}

/** How the names of the bookmarks begin that stand round a list of sources, by which an import knows it. */
export const SOURCES_BOOKMARK = '_advSources';
