const begins = /^(?!uni(?!n)|us[eiu]|uti|eu|one\b|once\b)[aeiou]|^(?:hour|hono|heir)/i;

/** Abbreviations are spoken letter by letter: “an MP”. */
const beginsWithVowel = (text: string): boolean =>
  /^[A-Z]{2}/.test(text) ? /^[AEFHILMNORSX]/.test(text) : begins.test(text);

/** The article that `text` needs, “a” or “an”, with a capital where `word` has one. */
export const articleFor = (word: string, text: string): string =>
  `${word[0]!}${beginsWithVowel(text) ? 'n' : ''}`;
