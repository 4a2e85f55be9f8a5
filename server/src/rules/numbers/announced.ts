/** A number of things that is announced, and a list that has more or fewer. */
import type { List } from 'mdast';
import type { Span } from '../../draft';
import { wordValue } from './amounts';

export interface Announced {
  readonly count: number;
  /** "three options" */
  readonly words: string;
  /** In the text. */
  readonly span: Span;
}

const NUMBER = '(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])';
const THINGS = `${NUMBER}\\s+((?:[\\p{L}’'-]+\\s+){0,3}?[\\p{L}-]{3,}s)(?:\\s+(?:are|were|for|of|in|to|which|that|from|by|on|here|below|now|each|at|came|stood|stand|seem|matter)\\b[^.:;!?\\d]{0,60})?:$`;
/** "There are three main options:", "to approve the following four changes:", "Four things came up:" */
const COLON = new RegExp(
  `(?:^|\\b(?:(?:the\\s+)?following|these|there\\s+(?:are|were)|has|have|had|is|are|propos(?:e|es|ed|ing)|consider(?:s|ed)?|identified|identifies|found|asked?|ask\\s+for|recommends?|offer(?:s|ed)?|set\\s+out|sets\\s+out|gives?|need|want|made|make)\\s+)${THINGS}`,
  'iu',
);
/** What is measured, and not listed. */
const MEASURES =
  /(?:years|months|weeks|days|hours|minutes|times|miles|metres|pounds|thirds|quarters|halves|others|us|pupils|residents|users|members|weekdays|mornings|evenings|afternoons|sessions|respondents|towns|pages|words|copies|weeks|sides|series)$/i;

/** What the text before a list announces of it. */
export function announcedIn(text: string): Announced | undefined {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith(':')) return undefined;
  const from = Math.max(0, trimmed.length - 200);
  const found = COLON.exec(trimmed.slice(from));
  if (!found) return undefined;
  const [, number, noun] = found;
  if (MEASURES.test(noun!) || /\b(?:of|or|and|than|least|most|up)\b/i.test(noun!)) return undefined;
  const before = trimmed.slice(from, from + found.index + found[0].indexOf(number!));
  if (
    /\b(?:at\s+least|up\s+to|about|some|first|next|last|other|between|of\s+the|to)\s+$/i.test(before) &&
    !/\bto\s+$/i.test(before)
  )
    return undefined;
  // Something else is counted in the sentence: it may be that which is listed.
  const start = from + found.index + found[0].indexOf(number!);
  return {
    count: wordValue(number!) ?? Number(number),
    words: `${number} ${noun}`,
    span: { start, end: start + number!.length + 1 + noun!.length },
  };
}

/** How many things a list lists. */
export function itemsOf(list: List): number {
  return list.children.filter(({ children }) => children.length > 0).length;
}

/** Lists in a text that are not as long as announced: "at four branches (Ash, Elm and Oak)". */
export function wrongNames(text: string): readonly { readonly span: Span; readonly message: string }[] {
  const found: { span: Span; message: string }[] = [];
  for (const match of text.matchAll(NAMES)) {
    const [words, lead, number, noun, , list] = match;
    if (MEASURES.test(noun!) || /\b(?:of|or|and|than)\b/i.test(noun!)) continue;
    if (
      /\b(?:including|such|e\.?g|for\s+example|among|mainly|both|plus|or|with|was|is|were|has|see)\b/i.test(
        list!,
      )
    )
      continue;
    const names = list!.split(/,\s+(?:and\s+)?/);
    const last = names.pop()!;
    const ends = last.replace(/\s+/g, ' ').split(' and ');
    // Without "and" the list may go on; with two, one may be in a name.
    if ((!/,\s+and\s/.test(list!) && ends.length < 2) || ends.length > 2) continue;
    const counts = new Set([names.length + 1, names.length + ends.length]);
    if ([...names, ...ends].some((name) => !NAME.test(name.trim()))) continue;
    const said = wordValue(number!) ?? Number(number);
    // An "and" within a name, or a name within brackets, may join or part two.
    if ([...names].some((name) => /\sand\s/.test(name))) continue;
    if (counts.has(said) || names.length + ends.length < 2) continue;
    const start = match.index + lead!.length;
    const named = names.length + ends.length;
    found.push({
      span: { start, end: match.index + words.length },
      message: `“${number} ${noun}” are announced and ${named} are named: ${list!.replace(/\s+/g, ' ')}. Put right the number or the list.`,
    });
  }
  return found;
}

const NAME =
  /^(?:the\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:of|on|the|le|in|upon|y|at|&)\s+)*\p{Lu}[\p{L}’'.-]*){0,4}$/u;
const NAMES = new RegExp(
  `(\\b(?:at|in|of|the|our|all|following|to|from|for|these|into|and)\\s)${NUMBER}\\s((?:[\\p{Ll}’'-]{1,30}\\s){0,2}[\\p{Ll}-]{2,30}s)(\\s?\\(|:\\s|\\sare\\s)((?:[^().:;!?\\d\\n]){5,300})(?=\\)|[.;]|$)`,
  'gu',
);
