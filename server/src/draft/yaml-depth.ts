/** Levels of lists and keys in each other; what people write has three or four. */
const DEEPEST = 40;

/**
 * Where YAML goes deeper than `DEEPEST`, by brackets (also those in quotation marks), by marks in one line or by
 * indentation. The parser takes far more than linear time there, and out of stack can end the process.
 */
export function tooDeep(source: string): number | undefined {
  let brackets = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (char === '[' || char === '{') brackets++;
    else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > DEEPEST) return at;
  }
  return /(?<![^ \t\r\n])(?:[-?:&!*][^ \t\r\n]*[ \t]+){20}|^[ \t]{100}/m.exec(source)?.index;
}
