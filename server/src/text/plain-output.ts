/**
 * What drafts, files and configurations say, on its way to a terminal, a log or a report: it is shown and gives no
 * orders. Everything that the command line prints goes through here, text by text with `harmless` and as a whole with
 * `harmlessOutput`, and what is JSON with `harmlessJson`.
 *
 * Services for continuous integration obey what they find in a log: GitHub `::name …::` at the start of a line and
 * `##[name …]` anywhere, Azure `##vso[area.event …]` anywhere, Buildkite `--- name` and the like at the start of a line,
 * which hide what follows in a group. Their runners compare as the culture of the machine does,
 * which passes over characters that are not seen: so do the patterns here.
 */

// Made when they are needed: the engine takes milliseconds for them, and most texts are plain.

/**
 * What is shown as it is: letters, marks, digits, punctuation, signs and spaces, the joiners that emoji and some
 * scripts need, and the flags of nations; so no controls, no ends of lines, and nothing that turns the direction of
 * writing or is not seen. Some letters and marks are not: fillers, and variants that only few fonts have.
 */
const notShown = () =>
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f})|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{DI}|[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200c\u200d]/gu;

/** The same in a whole output, which has ends of lines and our colours. */
const notPrinted = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}|\u001b\[\d{1,2}m)|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{DI}|[^\n\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200c\u200d]/gu;

/** Hashes that begin a command, and where it is broken: before what follows. */
const hashSigns = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour of ours may follow
  /(#[\u001b\p{DI}\p{M}]*#)(?=[\p{DI}\p{M}]*vso|[\u001b\p{DI}\p{M}\w.-]*\[)/giu;

/** Colons that begin a command where a line begins with them, as any word may that it is broken before. */
const colonSigns = () => /(^|\p{Zs})([\p{DI}\p{M}]*:(?:[\p{DI}\p{M}]*:)+)(?=[^\s:])/gu;

/** The same, where a line does begin with them. */
const colonsOfLine = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  /^((?:\p{Zs}|\u001b\[\d{1,2}m|[\p{DI}\p{M}])*)(:(?:[\p{DI}\p{M}]*:)+)(?=[^\s:])/gmu;

/** What begins a group of lines where a line begins with it, whatever its colours: its first sign, and the others. */
const groupOfLines = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  /^((?:\u001b\[\d{1,2}m)*)([-+~^])(\2\2)(?=(?:\u001b\[\d{1,2}m)* )/gm;

/** Nothing but plain characters, among them the quotes of our messages, and no end of a line but those of an output. */
const PLAIN = /^[\n -~\xa0-\xac\xae-\xff\u2010-\u2027]*$/;

/** Whether there is nothing to change in a text, as in most of them: commands in plain characters have these signs. */
const isHarmless = (text: string): boolean =>
  PLAIN.test(text) && !text.includes('##') && !text.includes('::');

/** A text of a draft or a file, as one line that can stand in any output: what would give orders is seen. */
export function harmless(text: string): string {
  if (isHarmless(text) && !text.includes('\n')) return text;
  return text.replace(notShown(), shown).replace(hashSigns(), '$1 ').replace(colonSigns(), apart);
}

/** A text as an editor is given it, which obeys no order but shows what it is told: only what would not be seen, is. */
export function legible(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replace(notShown(), (character, kept: string | undefined) =>
        character === '\n' ? character : shown(character, kept),
      );
}

function apart(_: string, before: string, colons: string): string {
  return before + colons.replaceAll(':', ': ').trimEnd();
}

function shown(character: string, kept: string | undefined): string {
  if (kept !== undefined) return kept;
  return character === '\n' || character === '\t' || character === '\r' ? ' ' : escaped(character);
}

/**
 * What is printed as a whole: its lines and our own colours stay, and no line is a command.
 *
 * @param own "::" where the format writes such commands itself, at the start of its lines
 */
export function harmlessOutput(text: string, own?: '::'): string {
  if (isHarmless(text) && !groupOfLines().test(text)) return text;
  const printed = text
    .replace(notPrinted(), (character, kept: string | undefined) => kept ?? escaped(character))
    .replace(hashSigns(), '$1 ')
    .replace(groupOfLines(), '$1$2 $3');
  return own === undefined ? printed.replace(colonsOfLine(), apart) : printed;
}

/** A text in JSON with the same value, in which the strings are written with nothing but what is shown. */
export function harmlessJson(json: string): string {
  if (isHarmless(json)) return json;
  return json
    .replace(notPrinted(), (character, kept: string | undefined) => kept ?? inJson(character))
    .replace(hashSigns(), (hashes) => `${hashes.slice(0, -1)}\\u0023`);
}

function inJson(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
