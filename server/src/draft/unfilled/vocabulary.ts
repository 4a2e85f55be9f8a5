/** Words for the missing parts of an unfinished paper, from which patterns are made. */
import { MONTH_NAMES } from '../../text/dates';
import words from './vocabulary.json';

/** Whether a text has a placeholder of a snippet or a new draft: `[insert …]`. */
export const hasInsert = (text: string): boolean => /\[insert\s/i.test(text);

/** Replaces each character of invisible Markdown marks, so that offsets stay the same. */
export const MARK = '\u2060';
/** Replaces code, addresses and pictures, which are no text to read. */
export const HIDDEN = '\uFFFC';

/** Parts of a paper and its enclosures, which can be “to come” or “to follow”. */
const PARTS = words.parts.join('|');

/** Facts that a paper names in one or two words. */
const FACTS = words.facts.join('|');

/** Facts whose words have other uses as well: "for years to come". */
const OTHERS = 'days?|floor|length|months?|times?|wards?|weeks?|words?|years';

/** Bodies and people, which an editor may also name in brackets in a quotation. */
const BODIES = words.bodies.join('|');

export const MISSING = `${PARTS}|${FACTS}`;
/** The missing facts, and the parts of a picture's description. */
export const NAMED = `(?:alt text|credits?|captions?|examples?|${MISSING})`;

const KNOWN = new RegExp(`^(?:${FACTS}|${OTHERS})$`, 'iu');
const PART = new RegExp(`^(?:${PARTS})$`, 'iu');
const SOMEBODY = new RegExp(`^(?:${BODIES})$`, 'iu');

/** Whether a word names a fact to fill in. */
export const isFact = (word: string): boolean => KNOWN.test(word);
/** Whether a word names a part of a paper or an enclosure. */
export const isPart = (word: string): boolean => PART.test(word);
/** Whether a word is a general noun for a body or a person. */
export const isSomebody = (word: string): boolean => SOMEBODY.test(word);

/** Months with a capital letter, because "may" is a verb. */
export const MONTH = `(?:${MONTH_NAMES})(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])`;
export const DAY_OF_WEEK = '(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';

/** Words before a Roman number or a size: "Article XX". */
export const BEFORE_ROMAN =
  /\b(?:size|article|chapter|part|schedule|volume|vol|book|act|louis|king|pope|legion|title|annex|appendix|section|century|stanza|verse|canto|psalm|phase|class|type|olympiad|world\s?cup|super\s?bowl)\s+$/i;

export const CLAUSE_END = `(?=${MARK}*(?:\\s*$|\\s*[.,;:)\\]”"’'!|/]|\\s*[-–—]|\\s*[\\r\\n]|\\s(?:shortly|soon|later|separately|by|from|in|on|when|once|after|next|under|before|at|w/|with|and|asap|here|this|early|mid|late)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])))`;

const pattern =
  (flags: string) =>
  (text: TemplateStringsArray, ...lists: readonly string[]) =>
  (): RegExp =>
    new RegExp(String.raw(text, ...lists), flags);

/** Puts a pattern together with words of these lists, once it is asked for. A backslash in it is written once. */
export const anyCase = pattern('giu');
/** The same for a pattern that tells capital letters from small ones. */
export const exactCase = pattern('gu');
