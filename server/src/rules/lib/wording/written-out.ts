/** Writes an abbreviation out so that the sentence around it still reads well. */
import { articleFor } from './article';

/** Letters as they stand in a text. */
interface Letters {
  /** With the plural s that the author wrote. */
  readonly word: string;
  readonly isPlural: boolean;
  /** The source before and behind it. */
  readonly before: string;
  readonly behind: string;
  /** Whether the abbreviation is used again, so that it must stay in brackets. */
  readonly isUsedAgain: boolean;
}

/** What to write, and how many characters before and behind the abbreviation it replaces as well. */
interface WrittenOut {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** @returns undefined if the name does not fit: the sentence needs a plural or an article that it cannot have */
export function writtenOut(name: string, letters: Letters): WrittenOut | undefined {
  const { word, isPlural, before, behind, isUsedAgain } = letters;
  if (isPlural && NO_PLURAL.test(name)) return undefined;
  if (NO_NOUN.test(name) && DETERMINED.test(before.slice(-REACH))) return undefined;
  const [withSpace = '', article = ''] = AN.exec(before.slice(-REACH)) ?? [];
  const another = article && articleFor(article, name);
  const lead = another && another !== article ? another + withSpace.slice(article.length) : '';
  const [own = ''] = (isPlural ? OF_SEVERAL : OF_ONE).exec(behind) ?? [];
  const start = lead || definiteFor(name, before, own !== '');
  const full = `${start === '' ? asItBegins(name, before) : start + name}${isPlural ? 's' : ''}`;
  const mark = own.slice(0, 1);
  const owner = mark === '' ? full : `${full}${mark}${full.endsWith('s') ? '' : 's'}`;
  return {
    text: isUsedAgain ? `${owner} (${word}${own})` : owner,
    from: lead === '' ? 0 : withSpace.length,
    to: own.length,
  };
}

const AN = /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-])(an?)\s$/i;
/** “the DWP’s own figures”, “ICBs’ money” */
const OF_ONE = /^[’']s(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/u;
const OF_SEVERAL = /^[’'](?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/u;

/** Names of bodies, funds and schemes that need an article, which their abbreviations often lack. */
const BODY =
  /^(?:[A-Z].*\b)?(?:Institute|Department|Association|Convention|Society|Service|Centre|Levy|Index|Fund|Challenge|Information Council)\b/;
/** “not in education, employment or training” */
const NO_NOUN = /^not\b/;
/** Names without a plural: no nouns, plurals already, or with the counted word inside. */
const NO_PLURAL = /^not\b|(?:s|\b(?:people|added|training))$|\b(?:of|for|in)\s/;
/** Text before an abbreviation where an article can be added. */
const BEFORE =
  /(?:[,;:(“]|\b(?:from|by|of|to|with|for|at|in|on|and|or|as|between|than|that|when|if|because|while|through|under))\s$/i;
/** Text that ends in a determiner, so that no article can follow. */
const DETERMINED = /\b(?:the|an?|this|that|our|its|their|each|every|no)\s$/i;
/** The text before the beginning of a sentence: nothing, a list or quotation mark, or the end of another sentence. */
const OPENING = /(?:^[\s>*+-]*|(?<!\b(?:e\.g|i\.e|vs|c|no|approx))[.!?][*_]{0,3}\s)$/i;
/** The text before an item of a list, a numbered paragraph or a table cell. */
const ITEM =
  /(?:(?:^|\n)[ \t>]{0,8}(?:[-*+]|\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?)[ \t]{1,4}|\|[ \t]{0,4})[*_]{0,3}$/;
/** How much text before the abbreviation these patterns need, in characters. */
const REACH = 10;
const ITEM_REACH = 24;

const opens = (before: string): boolean =>
  OPENING.test(before.slice(-REACH)) || ITEM.test(before.slice(-ITEM_REACH));

/** The article that a name needs and its abbreviation lacked, with a capital at the beginning of a sentence. */
function definiteFor(name: string, before: string, isOwner: boolean): '' | 'the ' | 'The ' {
  if (!BODY.test(name)) return '';
  // A table cell is a label, and not a sentence.
  if (/\|[ \t]{0,4}[*_]{0,3}$/.test(before.slice(-REACH))) return '';
  if (opens(before)) return 'The ';
  return (isOwner && !DETERMINED.test(before.slice(-REACH))) || BEFORE.test(before.slice(-REACH))
    ? 'the '
    : '';
}

/** The name, with a capital at the beginning of a sentence. */
function asItBegins(name: string, before: string): string {
  return opens(before) ? name[0]!.toUpperCase() + name.slice(1) : name;
}
