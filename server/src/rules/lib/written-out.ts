/** Writes letters out with the name that they stand for, so that the sentence around them still reads. */
import { articleFor } from './article';

/** Letters as they stand in a text. */
interface Letters {
  /** With the plural s that the author wrote. */
  readonly word: string;
  readonly isPlural: boolean;
  /** The source before and behind them. */
  readonly before: string;
  readonly behind: string;
  /** Whether the letters are needed again, so that they stay in brackets. */
  readonly isUsedAgain: boolean;
}

/** What to write, and how many characters of the source before and behind the letters it replaces. */
interface WrittenOut {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Returns undefined where the name has no form that the sentence could take: a plural, or one with an article. */
export function writtenOut(name: string, letters: Letters): WrittenOut | undefined {
  const { word, isPlural, before, behind, isUsedAgain } = letters;
  if (isPlural && NO_PLURAL.test(name)) return undefined;
  if (NO_NOUN.test(name) && DETERMINED.test(before.slice(-REACH))) return undefined;
  const [article = '', said = ''] = AN.exec(before.slice(-REACH)) ?? [];
  const another = said && articleFor(said, name);
  const lead = another && another !== said ? another + article.slice(said.length) : '';
  const [own = ''] = (isPlural ? OF_SEVERAL : OF_ONE).exec(behind) ?? [];
  const start = lead || definiteFor(name, before, own !== '');
  const full = `${start === '' ? asItBegins(name, before) : start + name}${isPlural ? 's' : ''}`;
  const mark = own.slice(0, 1);
  const owner = mark === '' ? full : `${full}${mark}${full.endsWith('s') ? '' : 's'}`;
  return {
    text: isUsedAgain ? `${owner} (${word}${own})` : owner,
    from: lead === '' ? 0 : article.length,
    to: own.length,
  };
}

const AN = /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-])(an?)\s$/i;
/** “the DWP’s own figures”, “ICBs’ money” */
const OF_ONE = /^[’']s(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/u;
const OF_SEVERAL = /^[’'](?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/u;

/** What the name of a body, a fund or a scheme is called by: such a name has an article, which its letters often lack. */
const BODY =
  /^(?:[A-Z].*\b)?(?:Institute|Department|Association|Convention|Society|Service|Centre|Levy|Index|Fund|Challenge|Information Council)\b/;
/** “not in education, employment or training” */
const NO_NOUN = /^not\b/;
/** What is no noun, is many already, or does not end with the word that is counted. */
const NO_PLURAL = /^not\b|(?:s|\b(?:people|added|training))$|\b(?:of|for|in)\s/;
/** What letters without an article may stand behind; behind any other word an article may have no place. */
const BEFORE =
  /(?:[,;:(“]|\b(?:from|by|of|to|with|for|at|in|on|and|or|as|between|than|that|when|if|because|while|through|under))\s$/i;
/** Behind these, no other article stands. */
const DETERMINED = /\b(?:the|an?|this|that|our|its|their|each|every|no)\s$/i;
/** Nothing, the sign of a list or a quotation, or the end of a sentence. */
const OPENING = /(?:^[\s>*+-]*|(?<!\b(?:e\.g|i\.e|vs|c|no|approx))[.!?][*_]{0,3}\s)$/i;
/** An item of a list, a numbered paragraph or a cell of a table. */
const ITEM =
  /(?:(?:^|\n)[ \t>]{0,8}(?:[-*+]|\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?)[ \t]{1,4}|\|[ \t]{0,4})[*_]{0,3}$/;
/** The longest of them. */
const REACH = 10;
const ITEM_REACH = 24;

const opens = (before: string): boolean =>
  OPENING.test(before.slice(-REACH)) || ITEM.test(before.slice(-ITEM_REACH));

/** “the ”, where a name needs it and its letters went without; with a capital where a sentence begins. */
function definiteFor(name: string, before: string, isOwner: boolean): '' | 'the ' | 'The ' {
  if (!BODY.test(name)) return '';
  // A label, and no sentence.
  if (/\|[ \t]{0,4}[*_]{0,3}$/.test(before.slice(-REACH))) return '';
  if (opens(before)) return 'The ';
  return (isOwner && !DETERMINED.test(before.slice(-REACH))) || BEFORE.test(before.slice(-REACH))
    ? 'the '
    : '';
}

/** What letters stand for, with a capital where a sentence begins with them. */
function asItBegins(name: string, before: string): string {
  return opens(before) ? name[0]!.toUpperCase() + name.slice(1) : name;
}
