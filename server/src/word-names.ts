/** What the names of Word documents end in: with macros and templates, too. */
export const WORD_ENDINGS = ['docx', 'docm', 'dotx', 'dotm'] as const;

/** The same with the dot, at the end of a name. */
export const WORD_ENDING = new RegExp(`\\.(?:${WORD_ENDINGS.join('|')})$`, 'i');
