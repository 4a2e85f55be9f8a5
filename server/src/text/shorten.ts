/** A text on one line: white space of any kind is one space, and none stands at its ends. */
export function oneLine(text: string): string {
  return spaced(text, /\s+/g).trim();
}

/** Words of a draft in quotation marks, cut where they are long. */
export function inQuotes(text: string): string {
  return `“${withinQuotes(shortened(oneLine(text), LONGEST))}”`;
}

/** Text for use in double quotation marks: those in it become single ones. */
export function withinQuotes(text: string): string {
  let open = false;
  return text.replace(/["“”]/g, (mark) => {
    open = mark === '"' ? !open : mark === '“';
    return open ? '‘' : '’';
  });
}

const LONGEST = 80;

/** In characters. */
const PIECE = 100_000;

/**
 * A text with one space for each run of white space. A long one is taken piece by piece: the engine notes each place of a
 * replacement before it makes any, which takes a hundred times the room that the text does.
 */
export function spaced(text: string, white: RegExp): string {
  let out = '';
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = text.slice(at, at + PIECE).replace(white, ' ');
    out += out.endsWith(' ') && piece.startsWith(' ') ? piece.slice(1) : piece;
  }
  return out;
}

/**
 * A text of at most so many letters, which says with its last one where it was cut: behind a word, where that leaves most
 * of what there is room for.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // No half of a letter that takes two units of UTF-16.
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const isInWord = /^[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/u.test(text.slice(cut.length)) && /[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]$/u.test(cut);
  const space = isInWord ? cut.lastIndexOf(' ') : -1;
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
