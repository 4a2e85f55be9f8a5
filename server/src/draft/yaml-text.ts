/** What YAML reads as the same text without quotation marks: no number, date, word of its own or sign. */
const PLAIN =
  /^(?!(?:true|false|null|yes|no|on|off|y|n|~)$)[A-Za-zÀ-ÖØ-ፚḀ-ỹ][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d ,.()/’'&;+_-]*$/iu;

/** A text of one line as YAML, with quotation marks where it needs some; a day as all write it has none. */
export function yamlText(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) || (PLAIN.test(text) && !/\s$/.test(text))) return text;
  return JSON.stringify(text);
}
