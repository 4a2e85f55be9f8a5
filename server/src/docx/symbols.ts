import signs from './symbols.json';

/** What the more common letters of Wingdings are in Unicode. */
const WINGDINGS: Readonly<Record<string, string>> = signs.wingdings;

/**
 * The sign that a character is in a font of symbols, in Unicode; undefined in other fonts.
 *
 * @param code as in `w:sym`, or of a character: fonts of symbols have theirs from U+F000 on
 */
export function symbol(font: string, code: number): string | undefined {
  const at = code & 0xff;
  if (/^symbol$/i.test(font)) {
    if (at >= 0xa0) return signs.symbolHigh[at - 0xa0];
    return at >= 0x20 ? signs.symbol[at - 0x20] : undefined;
  }
  if (/^wingdings$/i.test(font)) return WINGDINGS[at] ?? '▪';
  if (/^(?:wingdings [23]|webdings|zapfdingbats)$/i.test(font)) return '▪';
  return undefined;
}

/** A text with the signs of a font of symbols in Unicode. */
export function withoutSymbols(text: string, font: string | undefined): string {
  if (font === undefined || symbol(font, 0x41) === undefined) return text;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    return code >= 0xf020 && code < 0xf100 ? (symbol(font, code) ?? character) : character;
  }).join('');
}
