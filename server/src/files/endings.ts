/** What the names of Markdown files end in, in letters of either case: the endings that GitHub takes for Markdown's. */
export const MARKDOWN_ENDINGS = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn'] as const;

/** The same with the dot, at the end of a name. */
export const MARKDOWN_ENDING = new RegExp(`\\.(?:${MARKDOWN_ENDINGS.join('|')})$`, 'i');

/**
 * The endings of Word documents, including templates and documents with macros. Those of the old format cannot be read:
 * an error tells the user what to do.
 */
export const WORD_ENDINGS = ['docx', 'docm', 'dotx', 'dotm', 'doc'] as const;

/** The same with the dot, at the end of a name. */
export const WORD_ENDING = new RegExp(`\\.(?:${WORD_ENDINGS.join('|')})$`, 'i');
