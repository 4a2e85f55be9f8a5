/** What a plan promises needs no evidence: “The Digital Plan promises to halve the number who are offline”. */
import type { Span } from '../draft';

const PLAN =
  '(?:plan|strategy|policy|framework|manifesto|charter|vision|programme for government|action plan)';
/** Not `\b`, which also stands behind each letter with an accent, so that a name would be read anew from there. */
const SUBJECT = `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d_])(?:the|our|its|their|this|that|your|whose|[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+[’']s?)\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'&-]+\\s){0,6}${PLAN}\\b`;
const TO =
  '(?:promises?|promised|aims?|aimed|pledges?|pledged|undertakes?|undertook|seeks?|sought|intends?|plans|proposes?|wants?|commits|committed)';
const TARGET = '(?:target|goal|aim|ambition|commitment|promise)s?';
/** A plan and the verb of its promise: “The 2025–30 strategy commits us to …”, “Our plan sets the council a target of …”. */
const PROMISE = new RegExp(
  `${SUBJECT}[^.;:!?]{0,50}?\\s(?:(?:also|now|already|therefore)\\s)?(?:has\\s)?(?:${TO}\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){0,4}to\\b|sets?\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\\s){0,5}${TARGET}\\s(?:of|to|for|is)\\b|(?:promises?|promised|pledges?|pledged)\\s)`,
  'iu',
);
/** Words that end the promise. */
const BREAKS =
  /[;:]|,\s(?:and|but|as|since|because|where|which|while|when|saving)\b|\b(?:because|since|although|while|whereas)\b/i;

/** A plan with a name or years, which a reader can look up. */
const NAMED =
  /(?<![A-Za-z’'-])[A-Z][A-Za-z’'-]{1,30}\s(?:(?:and|for|of|&|[A-Z][A-Za-z’'-]{0,30})\s){0,6}(?:Plan|Strategy|Policy|Framework|Charter|Vision)\b|\b20\d\d\b/;

/** The plan that promises what some words of a sentence say; undefined for none. Spans count in the text. */
export function promisedBy(text: string, sentence: Span, words: Span): 'a plan' | 'a named plan' | undefined {
  const promise = PROMISE.exec(text.slice(sentence.start, sentence.end));
  if (!promise) return undefined;
  const end = sentence.start + promise.index + promise[0].length;
  // The words may include the “to” of “promises to halve”.
  if (words.start < end - 3 || BREAKS.test(text.slice(end, words.start))) return undefined;
  return NAMED.test(promise[0]) ? 'a named plan' : 'a plan';
}
