/** Fonts in which letters are other signs, and what the more common of those are in Unicode. */
const SYMBOL =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\uf8e5αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const SYMBOL_HIGH = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑';

const WINGDINGS: Readonly<Record<number, string>> = {
  33: '✏',
  34: '✂',
  40: '☎',
  41: '✆',
  42: '✉',
  52: '⌛',
  65: '✌',
  67: '👍',
  68: '👎',
  69: '☜',
  70: '☞',
  71: '☝',
  72: '☟',
  74: '☺',
  75: '😐',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  120: '⌧',
  123: '❀',
  128: '⓪',
  129: '①',
  130: '②',
  131: '③',
  132: '④',
  133: '⑤',
  134: '⑥',
  135: '⑦',
  136: '⑧',
  137: '⑨',
  138: '⑩',
  158: '·',
  159: '•',
  161: '○',
  164: '◉',
  165: '◎',
  167: '▪',
  168: '◻',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/**
 * The sign that a character is in a font of symbols, in Unicode; undefined in other fonts.
 *
 * @param code as in `w:sym`, or of a character: fonts of symbols have theirs from U+F000 on
 */
export function symbol(font: string, code: number): string | undefined {
  const at = code & 0xff;
  if (/^symbol$/i.test(font)) {
    if (at >= 0xa0) return SYMBOL_HIGH[at - 0xa0];
    return at >= 0x20 ? SYMBOL[at - 0x20] : undefined;
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
