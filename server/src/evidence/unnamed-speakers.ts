/** Finds speakers without a name: “one pupil said”, “said a source”, “– parent”. */

/** Words for people by their relation to a library. */
const ANYBODY =
  'members?|parents?|users?|customers?|visitors?|participants?|residents?|readers?|borrowers?|learners?|mothers?|mums?|dads?|fathers?|pupils?|students?|respondents?|attendees?|volunteers?';

/** A dash or a new line and such a word, without an age, a place or a reason for the visit: “– parent”, “— a library user”. */
const SIGNED_BY_ANYBODY = new RegExp(
  String.raw`(?:(?:^|[.!?…"”’'][*_]{0,3})\s{0,3}[—–-]{1,2}|\n)\s{0,3}(?:an?\s|one\s|the\s)?(?:(?:local|library|regular|happy|service|young|older|anonymous|business)\s){0,2}(?:${ANYBODY}|leader|trader)\.?\s*$`,
  'i',
);
/** How such a signature ends. Most texts do not, and the pattern above takes long to compile. */
const ENDS_WITH_ANYBODY = new RegExp(String.raw`\b(?:${ANYBODY}|leader|trader)\.?\s*$`, 'i');

/** Whether words end with a signature that names nobody. */
export function isSignedByAnybody(text: string): boolean {
  return ENDS_WITH_ANYBODY.test(text) && SIGNED_BY_ANYBODY.test(text);
}

/** A pattern for “one user”, “a delighted reader”, with the words that may come first. */
const somebody = (beginnings: string): string =>
  String.raw`\b(?:${beginnings})\s+(?:[\w-]+\s+){0,3}?(?:${ANYBODY}|grandparents?|carers?|teachers?|people|person|man|woman|child|boy|girl|lady|gentleman)\b`;

/** For text in lower case. */
const SOMEBODY = somebody('one|another|an?|some|several|many');
/** “A teacher at St Bride’s”: the place looks like a name, but is not the speaker's. */
const FROM_A_PLACE = new RegExp(
  String.raw`(${somebody('[Oo]ne|[Aa]nother|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any')}\s+(?:at|from|in|of)\s+)(\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'.-]*(?:\s+(?:(?:of|the|and|on|in|upon)\s+)?\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'.-]*){0,4})`,
  'gu',
);

/** Replaces the places that unnamed people are from with spaces, so that offsets stay the same. */
export function withoutPlaces(text: string): string {
  return text.replace(FROM_A_PLACE, (_, before: string, place: string) => before + ' '.repeat(place.length));
}

/**
 * A pattern for any unnamed speaker: “one delighted tester who borrowed a tent told us”, “said a source”. It does not
 * match “she won a prize and said”, “at a meeting she said” or “she said a moment later”.
 *
 * @param says pattern for the verb of speaking
 */
export function someoneWho(says: string): string {
  return String.raw`(?<!\b(?:he|she|they)\s[^.!?”]{0,80})\b(?:one|another|an?)\s+(?:(?!(?:he|she|they|we|i)\b)[\w’'-]+\s+){1,9}?\b${says}\b|\b${says}\b\s+(?:one|another|an?)\s+(?!(?:\w+\s+)?(?:moments?|minutes?|hours?|days?|nights?|weeks?|months?|years?|little|while|lot|word|few)\b)[a-z]`;
}

/** Verbs of speaking that only a person can be the subject of. */
const SAYS = String.raw`\b(?:said|says|told\s+us|tells\s+us|added|adds|commented|explained|wrote|recalled|remarked)\b`;
const SOMEONE = new RegExp(`${SOMEBODY}|${someoneWho(SAYS)}`);
/** An unnamed speaker next to a quotation: “…,” said a user; one user told us: “…”. */
const SAID_BY_SOMEONE = new RegExp(
  String.raw`”(?:\s*,)?\s*${SAYS}\s+${SOMEBODY}|”(?:\s*,)?\s*${SOMEBODY}[^.“”]{0,60}?${SAYS}|${SOMEBODY}[^.“”]{0,60}?${SAYS}[\s:,]*“|${someoneWho(SAYS)}`,
);
/** Words that lead up to the speech of such a one, and words behind it that say so. */
const LEADS_UP = new RegExp(String.raw`${SOMEBODY}[^.“”]{0,60}?${SAYS}[^.“”]{0,30}[\s:,]*$`);
const SAID_BEHIND = new RegExp(String.raw`^[\s,]*(?:${SAYS}\s+${SOMEBODY}|${SOMEBODY}[^.“”]{0,60}?${SAYS})`);

/** Whether words that stand right before a quotation, in lower case, say that somebody without a name speaks. */
export function leadsToSomeone(before: string): boolean {
  return LEADS_UP.test(before);
}

/** The same of words right behind it. */
export function isSaidBehind(after: string): boolean {
  return SAID_BEHIND.test(after);
}

/** Whether a text in lower case mentions an unnamed speaker. */
export function hasSomeone(text: string): boolean {
  return SOMEONE.test(text);
}

/** Whether a text gives a quotation of an unnamed speaker. The text is in lower case, with quotation marks “”. */
export function isSaidBySomeone(text: string): boolean {
  return SAID_BY_SOMEONE.test(text);
}
