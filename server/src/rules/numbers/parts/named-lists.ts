/** Finds names that are more or fewer than is said before them: “The six wards are Ash, Elm, Oak, Yew and Old Bridge.” */
import { countOf, SMALL_COUNT } from '../amounts/amounts';
import type { Clash } from '../clash';

const COUNT = new RegExp(
  `(?<![\\d.,/£-])\\b(${SMALL_COUNT})\\s((?:[a-z-]{2,20}\\s){0,2}?[a-z]{3,20}s)(?::|\\s(?:are|were))\\s(?=\\p{L})`,
  'iu',
);
/** Words of a count of some, or of more than what is named. */
const OTHERWISE =
  /\b(?:of\s(?:the|our|its|these|those)|at\sleast|more|over|up\sto|about|some|among|includ\w+|such|example|e\.g|main|most|further|other|another|new|only|least|each|every|per|if|not|no|both)\b/i;
const NAME =
  /^\p{Lu}[\p{L}’'.-]{1,20}(?:\s(?:(?:of|on|upon|in|the|y|a)\s){0,2}\p{Lu}[\p{L}’'.-]{0,20}){0,3}$/u;

/** The count of a sentence that ends in names, where there are more or fewer of them. */
export function wrongNames(text: string): readonly Clash[] {
  const match = COUNT.exec(text);
  if (!match || OTHERWISE.test(text.slice(Math.max(0, match.index - 30), match.index + match[0].length)))
    return [];
  const [, number, what] = match;
  // “Two schools and three nurseries: …” names both.
  if (/\sand\s$/.test(text.slice(0, match.index))) return [];
  const count = countOf(number!);
  const list = text.slice(match.index + match[0].length).replace(/[.)\s]{1,3}$/, '');
  const [before, last, ...more] = list.split(/,?\sand\s/);
  if (count === undefined || before === undefined || last === undefined || more.length > 0) return [];
  const names = [...before.split(/,\s/), last];
  if (names.length === count || names.length < 2 || !names.every((name) => NAME.test(name))) return [];
  const start = match.index + match[0].indexOf(number!);
  return [
    {
      span: { start, end: start + number!.length },
      message: `“${number} ${what}” here, and behind it stand ${names.length} names. Put right the number, or the names.`,
    },
  ];
}
