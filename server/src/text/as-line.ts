/** English and Welsh. */
const ARTICLE = /^(?:the|yr?)(?= )/i;

/**
 * What stands in a line of its own, such as an office behind “From:”: “the Head of Libraries” is “The Head of Libraries”
 * there.
 */
export const asLine = (text: string): string =>
  text.replace(ARTICLE, (word) => word[0]!.toUpperCase() + word.slice(1));

/** What stands in a line of its own as it stands within one: “The Head of Libraries” is “the Head of Libraries” there. */
export const withinLine = (text: string): string => text.replace(ARTICLE, (word) => word.toLowerCase());
