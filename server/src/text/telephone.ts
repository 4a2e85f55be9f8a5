/** Telephone numbers stay on one line: white space in them that does not break, where a document is made. */

/** As they are written in the United Kingdom: 01632 960 118, (020) 7946 0018, +44 161 496 0000. */
const NUMBER =
  /(?<![\p{L}\d.,£$€+(-])(?:\+44[ \u00a0](?:\(0\)[ \u00a0]?)?\d{2,5}|\(0\d{2,4}\)|0\d{2,4})(?:[ \u00a0]\d{3,6}){1,2}(?:[ \u00a0]\d{3,4})?(?![\d-]|[.,]\d)/gu;
/** How many digits such a number has, with its 0 or without; those of the country, and a 0 in brackets, come on top. */
const FEWEST = 10;
const MOST = 11;
const COUNTRY = 2;

function inNumbers(text: string, from: RegExp, to: string): string {
  return text.replace(NUMBER, (number) => {
    const digits = number.replace(/\D/g, '').length - (number.startsWith('+') ? COUNTRY : 0);
    return digits >= FEWEST && digits <= MOST ? number.replace(from, to) : number;
  });
}

/** The text with its telephone numbers each in one piece; as long as before. */
export const heldTogether = (text: string): string =>
  text.includes('0') || text.includes('+44') ? inNumbers(text, / /g, '\u00a0') : text;

/** The other way round, so that a text comes back as it was written; as long as before. */
export const letGo = (text: string): string =>
  text.includes('\u00a0') ? inNumbers(text, /\u00a0/g, ' ') : text;
