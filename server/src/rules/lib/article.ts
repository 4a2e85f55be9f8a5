/** “A” or “an”, by what stands behind it. */

const begins = /^(?!uni(?!n)|us[eiu]|uti|eu|one\b|once\b)[aeiou]|^(?:hour|hono|heir)/i;

/** Letters that are spelt out are said by their names: “an MP”. */
const beginsWithVowel = (text: string): boolean =>
  /^[A-Z]{2}/.test(text) ? /^[AEFHILMNORSX]/.test(text) : begins.test(text);

/** “a” or “an” as it is before `text`, with the capital that `word` has. */
export const articleFor = (word: string, text: string): string =>
  `${word[0]!}${beginsWithVowel(text) ? 'n' : ''}`;
