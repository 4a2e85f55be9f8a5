/** Codes of the characters that have a meaning in Markdown, for `plain/`. */

export const TAB = 9;
export const BREAK = 10;
export const RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const HASH = 35;
export const AMPERSAND = 38;
export const PARENTHESIS = 40;
export const CLOSING_PARENTHESIS = 41;
export const ASTERISK = 42;
export const HYPHEN = 45;
export const COLON = 58;
export const OPEN = 91;
export const BACKSLASH = 92;
export const CLOSE = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BAR = 124;
