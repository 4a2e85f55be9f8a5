/** What the names of Markdown files end in, with the dot: the endings that GitHub takes for Markdown's. */
export const MARKDOWN_ENDING = /\.(?:md|markdown|mdown|mkd|mkdn|mdwn)$/i;
