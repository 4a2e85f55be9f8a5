/** What a paper lacks when it is not finished: words of which the patterns and the brackets are made. */
import { MONTH_NAMES } from '../../dates';
import words from './words.json';

/** Whether a text still has a placeholder of a snippet or a new draft: `[insert …]`. */
export const hasInsert = (text: string): boolean => /\[insert\s/i.test(text);

/** Marks of Markdown that a reader does not see: one character for each, so that places stay what they are. */
export const MARK = '\u2060';
/** What is no text to read: code, addresses, pictures. */
export const HIDDEN = '\uFFFC';

/** Parts of a paper, and papers that go with it: they come, or follow. */
const PARTS = words.parts.join('|');

/** What a paper names in one or two words. */
const FACTS = words.facts.join('|');

/** As `FACTS`, but people speak of them in other ways as well: "for years to come". */
const OTHERS = 'days?|floor|length|months?|times?|wards?|weeks?|words?|years';

/** Bodies and people, which a speaker's words in brackets name as well. */
const BODIES = words.bodies.join('|');

export const MISSING = `${PARTS}|${FACTS}`;
/** The same, and what pictures have. */
export const NAMED = `(?:alt text|credits?|captions?|examples?|${MISSING})`;

const KNOWN = new RegExp(`^(?:${FACTS}|${OTHERS})$`, 'iu');
const PART = new RegExp(`^(?:${PARTS})$`, 'iu');
const SOMEBODY = new RegExp(`^(?:${BODIES})$`, 'iu');

/** Whether a word names a fact that is to be filled in. */
export const isFact = (word: string): boolean => KNOWN.test(word);
/** Whether a word names a part of a paper, or a paper that goes with it. */
export const isPart = (word: string): boolean => PART.test(word);
/** Whether a word names a body or a person without saying which. */
export const isSomebody = (word: string): boolean => SOMEBODY.test(word);

/** With a small letter, "may" is a verb. */
export const MONTH = `(?:${MONTH_NAMES})(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])`;
export const DAY_OF_WEEK = '(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';

/** Before a Roman number or a size: "Article XX". */
export const BEFORE_ROMAN =
  /\b(?:size|article|chapter|part|schedule|volume|vol|book|act|louis|king|pope|legion|title|annex|appendix|section|century|stanza|verse|canto|psalm|phase|class|type|olympiad|world\s?cup|super\s?bowl)\s+$/i;

/** Where a clause ends. */
export const CLAUSE_END = `(?=${MARK}*(?:\\s*$|\\s*[.,;:)\\]”"’'!|/]|\\s*[-–—]|\\s*[\\r\\n]|\\s(?:shortly|soon|later|separately|by|from|in|on|when|once|after|next|under|before|at|w/|with|and|asap|here|this|early|mid|late)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])))`;
