/**
 * Makes text from drafts, files and configurations safe for terminals, logs and reports, so that it is shown and not
 * executed. Everything that the command line prints passes through here: single texts through `harmless`, whole outputs
 * through `harmlessOutput`, JSON through `harmlessJson`.
 *
 * CI services execute commands in logs: GitHub `::name …::` at the start of a line and `##[name …]` anywhere, Azure
 * `##vso[area.event …]` anywhere; in Buildkite, `--- name` and the like at the start of a line hide what follows in a
 * group. Their runners compare strings culture-sensitively, which ignores invisible characters, so these patterns do,
 * too.
 */

// Compiled when first needed: that takes milliseconds, and most texts are plain.

/**
 * Characters that are not shown as they are. Shown are letters, marks, digits, punctuation, symbols and spaces, the
 * joiners that emoji and some scripts need, and flags; not controls, line ends, and what is invisible (the empty
 * pattern of Braille too) or changes the direction of writing.
 */
const notShown = () =>
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f})|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{DI}|\u2800|[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200c\u200d]/gu;

/** The same for a whole output, which has line ends and our colours. */
const notPrinted = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}|\u001b\[\d{1,2}m)|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{DI}|\u2800|[^\n\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200c\u200d]/gu;

/** Hashes that begin a command, in two groups: the command is broken between them. */
const hashSigns = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour of ours may follow
  /(#[\u001b\p{DI}\p{M}]*#)(?=[\p{DI}\p{M}]*vso|[\u001b\p{DI}\p{M}\w.-]*\[)/giu;

/** Colons that begin a command at the start of a line. A text may be printed there, and a space breaks the command. */
const colonSigns = () => /(^|\p{Zs})([\p{DI}\p{M}]*:(?:[\p{DI}\p{M}]*:)+)(?=[^\s:])/gu;

/** The same in a whole output, where the starts of lines are known. */
const colonsOfLine = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  /^((?:\p{Zs}|\u001b\[\d{1,2}m|[\p{DI}\p{M}])*)(:(?:[\p{DI}\p{M}]*:)+)(?=[^\s:])/gmu;

/** What begins a group of lines at the start of a line, whatever its colours. */
const groupOfLines = () =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours begin with one
  /^((?:\u001b\[\d{1,2}m)*)([-+~^])(\2\2)(?=(?:\u001b\[\d{1,2}m)* )/gm;

/**
 * Texts of plain characters, including the quotation marks of our messages, and `
 * `.
 */
const PLAIN = /^[\n -~\xa0-\xac\xae-\xff\u2010-\u2027]*$/;

/** Whether a text needs no change, as most do. */
const isHarmless = (text: string): boolean =>
  PLAIN.test(text) && !text.includes('##') && !text.includes('::');

/** A text as one line that can stand in any output. What would be executed is shown. */
export function harmless(text: string): string {
  if (isHarmless(text) && !text.includes('\n')) return text;
  return text.replace(notShown(), shown).replace(hashSigns(), '$1 ').replace(colonSigns(), apart);
}

/** A text for an editor, which executes nothing: only invisible characters are replaced. */
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
  return character === '\n' || character === '\t' || character === '\r' ? ' ' : escapeCharacter(character);
}

/**
 * A whole output: its lines and our colours stay, and no line is a command.
 *
 * @param own "::" where the format itself writes such commands at the start of lines
 */
export function harmlessOutput(text: string, own?: '::'): string {
  if (isHarmless(text) && !groupOfLines().test(text)) return text;
  const printed = text
    .replace(notPrinted(), (character, kept: string | undefined) => kept ?? escapeCharacter(character))
    .replace(hashSigns(), '$1 ')
    .replace(groupOfLines(), '$1$2 $3');
  return own === undefined ? printed.replace(colonsOfLine(), apart) : printed;
}

/** JSON with the same value, whose strings contain only visible characters. */
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

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
