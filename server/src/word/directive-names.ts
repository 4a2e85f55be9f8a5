export type Orientation = 'portrait' | 'landscape';

/** What a comment in the draft tells the layout. */
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

/** Longer comments tell the layout nothing. */
const LONGEST = 40;

/** What a comment tells the layout, by what stands between its signs; undefined for any other. */
export function directiveNamed(comment: string): Directive | undefined {
  if (comment.length > LONGEST) return undefined;
  const name = comment.toLowerCase().replace(/[\s_-]+/g, '');
  return Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
}
