/** Somebody who speaks and is left unnamed: “one pupil said”, “said a source”, “– parent”. */

/** What anybody may be to a library. */
const ANYBODY =
  'members?|parents?|users?|customers?|visitors?|participants?|residents?|readers?|borrowers?|learners?|mothers?|mums?|dads?|fathers?|pupils?|students?|respondents?|attendees?|volunteers?';

/** “– parent”, “— a library user”: a dash and a word for anybody, without an age, a place or what they came for. */
const SIGNED_BY_ANYBODY = new RegExp(
  String.raw`(?:^|[.!?…"”’'][*_]{0,3})\s{0,3}[—–-]{1,2}\s{0,3}(?:an?\s|one\s|the\s)?(?:(?:local|library|regular|happy|service|young|older|anonymous|business)\s){0,2}(?:${ANYBODY}|leader|trader)\.?\s*$`,
  'i',
);

/** Whether words end with a signature that names nobody. */
export function isSignedByAnybody(text: string): boolean {
  return SIGNED_BY_ANYBODY.test(text);
}

/** “One user”, “a delighted reader”, by the words that it may begin with. */
const somebody = (beginnings: string): string =>
  String.raw`\b(?:${beginnings})\s+(?:[\w-]+\s+){0,3}?(?:${ANYBODY}|grandparents?|carers?|teachers?|people|person|man|woman|child|boy|girl|lady|gentleman)\b`;

/** In text in lower case. */
const SOMEBODY = somebody('one|another|an?|some|several|many');
/** “A teacher at St Bride’s”: where somebody is from is no name, though it looks like one. */
const FROM_A_PLACE = new RegExp(
  String.raw`(${somebody('[Oo]ne|[Aa]nother|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any')}\s+(?:at|from|in|of)\s+)(\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'.-]*(?:\s+(?:(?:of|the|and|on|in|upon)\s+)?\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'.-]*){0,4})`,
  'gu',
);

/** A text of the same length without the places that people without a name are from. */
export function withoutPlaces(text: string): string {
  return text.replace(FROM_A_PLACE, (_, before: string, place: string) => before + ' '.repeat(place.length));
}

/**
 * A pattern for somebody without a name who speaks, whatever they are: “one delighted tester who borrowed a tent told us”,
 * “said a source”. Not “she won a prize and said”, “at a meeting she said” or “she said a moment later”.
 *
 * @param says a pattern for that they speak
 */
export function someoneWho(says: string): string {
  return String.raw`(?<!\b(?:he|she|they)\s[^.!?”]{0,80})\b(?:one|another|an?)\s+(?:(?!(?:he|she|they|we|i)\b)[\w’'-]+\s+){1,9}?\b${says}\b|\b${says}\b\s+(?:one|another|an?)\s+(?!(?:\w+\s+)?(?:moments?|minutes?|hours?|days?|nights?|weeks?|months?|years?|little|while|lot|word|few)\b)[a-z]`;
}

/** What nobody but a person does. */
const SAYS = String.raw`\b(?:said|says|told\s+us|tells\s+us|added|adds|commented|explained|wrote|recalled|remarked)\b`;
const SOMEONE = new RegExp(`${SOMEBODY}|${someoneWho(SAYS)}`);
/** Beside the quotation: “…,” said a user; one user told us: “…”. */
const SAID_BY_SOMEONE = new RegExp(
  String.raw`”(?:\s*,)?\s*${SAYS}\s+${SOMEBODY}|”(?:\s*,)?\s*${SOMEBODY}[^.“”]{0,60}?${SAYS}|${SOMEBODY}[^.“”]{0,60}?${SAYS}[\s:,]*“|${someoneWho(SAYS)}`,
);

/** Whether a text in lower case speaks of somebody without a name. */
export function hasSomeone(text: string): boolean {
  return SOMEONE.test(text);
}

/** Whether in a text in lower case, whose quotations are “”, somebody without a name is said to speak one. */
export function isSaidBySomeone(text: string): boolean {
  return SAID_BY_SOMEONE.test(text);
}
