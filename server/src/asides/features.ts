/**
 * The features of a piece of text by which the model of this folder tells a note from what the paper says: its words and
 * pairs of words, how it begins and ends, how long it is, and how it is set off.
 */
import type { Piece } from './pieces';

const TOKEN = /[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{1,40}(?:['’][A-Za-zÀ-ÖØ-ፚḀ-ỹ]{1,3})?|\d{1,20}|[?!]{1,4}|[£&+:–—-]|\*{2,}/gu;
/** Lengths are counted in steps of so many words, up to `LONGEST` steps. */
const LENGTH_STEP = 4;
const LONGEST = 6;

/** Calls back with each feature, some of them more than once. */
export function eachFeature({ kind, words }: Piece, visit: (feature: string) => void): void {
  visit(`kind:${kind}`);
  let last: string | undefined;
  let count = 0;
  for (const token of words.match(TOKEN) ?? []) {
    const first = token.charCodeAt(0);
    const feature = first >= 48 && first <= 57 ? '#' : token.toLowerCase();
    visit(feature);
    visit(last === undefined ? `first:${feature}` : `${last}_${feature}`);
    last = feature;
    count++;
  }
  if (last !== undefined) visit(`last:${last}`);
  visit(`length:${Math.min(LONGEST, Math.floor(count / LENGTH_STEP))}`);
  for (const [feature, looks] of LOOKS) if (looks.test(words)) visit(`${feature}:${kind}`);
}

const LOOKS: readonly (readonly [string, RegExp])[] = [
  ['question', /\?/],
  ['small', /^[^A-Za-zÀ-ÖØ-ፚḀ-ỹ]{0,3}\p{Ll}/u],
  ['initials', /(?:^|[ (])\p{Lu}{2,3}(?=[ ?!:,–-]|$)/u],
  ['name to', /(?:^|[ (])\p{Lu}\p{Ll}{1,14} (?:to|has|is|will|would) /u],
  ['speaks', /(?:^|[^A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:I|I['’]m|me|my|can you|you|pls|please)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])/iu],
  ['open', /[^.!?\s]\s*$/],
  ['no verb', /^(?!.*\b(?:is|are|was|were|has|have|had|will|can)\b)/is],
];
