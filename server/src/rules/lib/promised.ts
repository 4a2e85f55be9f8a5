/** What a plan promises is no claim on the world: “The Digital Plan promises to halve the number who are offline”. */
import type { Span } from '../../draft';

const PLAN =
  '(?:plan|strategy|policy|framework|manifesto|charter|vision|programme for government|action plan)';
const SUBJECT = `\\b(?:the|our|its|their|this|that|your|whose|[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+[’']s?)\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'&-]+\\s){0,6}${PLAN}\\b`;
const TO =
  '(?:promises?|promised|aims?|aimed|pledges?|pledged|undertakes?|undertook|seeks?|sought|intends?|plans|proposes?|wants?|commits|committed)';
const TARGET = '(?:target|goal|aim|ambition|commitment|promise)s?';
/** Its name may have years, and who it binds may be told: “commits us to”, “sets the council a target of”. */
const PROMISE = new RegExp(
  `${SUBJECT}[^.;:!?]{0,50}?\\s(?:(?:also|now|already|therefore)\\s)?(?:has\\s)?(?:${TO}\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){0,4}to\\b|sets?\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){0,5}${TARGET}\\s(?:of|to|for|is)\\b|(?:promises?|promised|pledges?|pledged)\\s)`,
  'iu',
);
/** Behind these, something else is said. */
const BREAKS =
  /[;:]|,\s(?:and|but|as|since|because|where|which|while|when|saving)\b|\b(?:because|since|although|while|whereas)\b/i;

/** A plan with a name or its years is one that a reader can look up. */
const NAMED =
  /(?<![A-Za-z’'-])[A-Z][A-Za-z’'-]{1,30}\s(?:(?:and|for|of|&|[A-Z][A-Za-z’'-]{0,30})\s){0,6}(?:Plan|Strategy|Policy|Framework|Charter|Vision)\b|\b20\d\d\b/;

/**
 * Whether words of a sentence tell what a plan promises, and whether it is a plan that is named. Positions count in the
 * text.
 */
export function promisedBy(text: string, sentence: Span, words: Span): 'a plan' | 'a named plan' | undefined {
  const said = PROMISE.exec(text.slice(sentence.start, sentence.end));
  if (!said) return undefined;
  const end = sentence.start + said.index + said[0].length;
  // “to halve” may be marked with its “to”.
  if (words.start < end - 3 || BREAKS.test(text.slice(end, words.start))) return undefined;
  return NAMED.test(said[0]) ? 'a named plan' : 'a plan';
}
