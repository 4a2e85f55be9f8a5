/** What the names of Markdown files end in, in letters of either case: the endings that GitHub takes for Markdown's. */
export const MARKDOWN_ENDINGS = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn'] as const;

/** The same with the dot, at the end of a name. */
export const MARKDOWN_ENDING = new RegExp(`\\.(?:${MARKDOWN_ENDINGS.join('|')})$`, 'i');
