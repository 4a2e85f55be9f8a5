/** How papers tell that a number rises or falls, and from what to what. */
import type { Amount } from '../amounts/amounts';

/** A word between numbers. */
export const NOUN = '(?:\\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d/’–-]+)';
/** "About", "just over". */
export const HEDGES =
  '(?:(?:just|well|only|about|around|over|under|nearly|almost|roughly|some|a|an|more\\sthan|less\\sthan|fewer\\sthan|at\\sleast)\\s)*';
export const CHANGE_VERBS =
  '(?:ris(?:es?|ing|en)|rose|gr(?:ow(?:s|n|ing)?|ew)|increas(?:es?|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|rocketed|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|shr(?:ank|unk|inks?)|reduc(?:es?|ed|ing)|cuts?|(?:g(?:one|oes|oing)|went)\\s(?:up|down)|up|down)';
export const CHANGE_NOUNS =
  '(?:rise|increase|growth|jump|gain|fall|drop|decrease|decline|reduction|cut|loss)';

/** "From 88 incidents in May to 120" */
const FROM = new RegExp(`\\bfrom\\s(?:the\\s)?${HEDGES}$`, 'iu');
const TO = new RegExp(`^${NOUN}{0,8}?\\sto\\s(?:the\\s)?${HEDGES}$`, 'iu');

/** Amounts this many characters apart belong to different clauses. */
const APART = 200;

const YEAR = /\b(?:19|20)\d\d(?:[/–-]\d\d)?\b/g;

/** The text between two offsets, without years. */
export function wordsBetween(text: string, start: number, end: number): string {
  return end - start > APART
    ? '…'
    : text.slice(start, end).replace(YEAR, '').replace(/\s+/g, ' ').replace(' ,', ',');
}

/** Whether a text says that something went from one amount to another. */
export function goesFrom(text: string, from: Amount, to: Amount): boolean {
  return (
    TO.test(wordsBetween(text, from.span.end, to.span.start)) &&
    FROM.test(text.slice(Math.max(0, from.span.start - 60), from.span.start))
  );
}
