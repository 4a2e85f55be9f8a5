/** Finds sentences that rely on money from a closed fund or scheme. What it paid for in the past is no matter. */
import type { Span } from '../../../draft/types';
import { words as wordSet } from '../../../util/lists';

/** How much text before and behind the name of the fund is read, in characters. */
const NEAR = 140;

const ARTICLES = wordSet('the a an our your their this local new national government’s');
const MODALS = wordSet('will shall should could can may might must would we’ll they’ll i’ll');
/** Words before a “to” that is about the future: “plan to apply”. */
const AIMS = wordSet(
  'plan plans planning hope hopes hoping intend intends intended propose proposes proposed expect expects want wants need needs like is are due able ready free recommended agree decide',
);
/** The words from a verb to the name of the fund: to apply, to ask for money, to be paid. */
const APPLIES =
  /^(?:be\s+)?(?:apply|applying|applied|bid|bidding|eligible)(?:\s+(?:jointly|again|together|directly|£[\d,.]+k?))*(?:\s+for(?:\s+(?:a|an|some|more|money|funding|grants?|help|support|£[\d,.]+k?))+)?\s+(?:to|for|from|under|with)$/;
const ASKS =
  /^(?:be\s+)?(?:seek|seeking|sought|claim|claiming|claimed|asking|ask|asked|approach|explore|exploring)(?:\s+(?:a|an|some|more|money|funding|grants?|help|support|£[\d,.]+k?))*(?:\s+(?:from|under))?$/;
const BIDS =
  /^(?:make|submit|submitting|making|put|putting|be\s+made|be\s+submitted)(?:\s+(?:a|an|our|in|another|second|joint|bid|application|for|£[\d,.]+k?))*\s+(?:to|for|from|under)$/;
const PAYS =
  /^(?:come|use|get|receive|need|be\s+(?:paid|(?:part-|match-|co-)?funded|financed|met|supported)|paid|(?:part-|match-|co-)?funded|financed|met)(?:\s+(?:for|in|part|full|partly|a|an|some|more|money|funding|grants?|support|£[\d,.]+k?))*(?:\s+(?:by|from|through|with|under))?$/;
const TURNS = /^(?:turn|look|go|turning|looking)\s+to$/;
const BID = /\b(?:bid|application)\b/;

/** Words of a clause about the past, or about something that may not happen. */
const PAST = /^(?:had|was|were|did|didn’t|tried|failed|could|would)$|ed$/;
const NO_PAST = /^(?:intended|proposed|recommended|need|needed)$/;
const NOT = /^(?:not|never|no|neither|nor|cannot|without)$|n’t$/;

/** The words behind the name, if that is the subject. */
const OPEN =
  /^\s+(?:is\s+(?:now\s+|still\s+|again\s+)?(?:open|available|taking\s+bids|inviting\s+bids)\b(?!\s+until)|offers\s+an?\s+(?:\w+\s+)?(?:opportunity|chance)\s+to\b)/i;
const WILL_PAY =
  /^(?:\s+(?:money|funding))?\s+(?:(?:will|can|may|might|should)\s+(?:also\s+|now\s+|still\s+)?(?:pay|fund|support|cover|meet|give|offer|provide|match|contribute|be\s+asked|be\s+approached)\b|(?:offers|pays|gives|provides)\s)/i;
/** “The fund’s bid of May would cover half”. */
const BID_PAYS =
  /^\s+(?:bid|application)\s+(?:[\w’'-]+\s+){0,4}?(?:will|would|should|could|may|might)\s+(?:also\s+)?(?:pay|cover|meet|fund|give)\b/i;
/** Words that end at the name: money comes from there, is among those that give, or is hoped for. */
const COMES =
  /\b(?:money|funding|rest|remainder|balance|match|grant|half|£[\d,.]+k?)\s+(?:for\s+(?:\w+\s+){1,4})?comes?\s+from$/;
const FUNDERS = /\bfunders\s+(?:are|include)(?:\s+(?:also|both))?$/;
const HOPES = /\b(?:hope|hoping)\s+for$/;
const MONEY = /^\s+(?:money|funding|support|help|grants?)\b/i;
/** “We have applied to”, of which nobody knows yet; and what says what became of it. */
const HAS_ASKED =
  /\b(?:have|has|we’ve)\s+(?:also\s+|now\s+|just\s+|already\s+)?(?:applied|bid|asked|approached)(?:\s+(?:for|a|an|some|money|funding|£[\d,.]+k?))*(?:\s+(?:to|from))?$/;
const DECIDED =
  /\b(?:but|turned|refused|failed|unsuccessful|rejected|declined|before|past|twice|without|(?:19|20)[01]\d|202[0-3])\b/i;
/** “Each session will be held again (£1,960, agreed with the scheme)” */
const AGREED = /\bagreed\s+(?:with|by)\s+(?:the\s+)?$/i;
const WILL_BE = /\bwill\s+be\b/;
/** Words before the name with which it is not the subject: “the end of the fund may …”. */
const OF_IT =
  /(?:^|\s)(?:to|from|by|through|under|with|for|of|on|in|about|what|than|as|and|or)\s+(?:(?:the|our|this)\s+)?$/i;

/**
 * Whether a sentence relies on money from the fund that it names at a span of the text.
 *
 * @param paysOn whether the fund still pays what it agreed to, so that only requests for more rely on it in vain
 */
export function reliesOnFund(text: string, sentence: Span, { start, end }: Span, paysOn: boolean): boolean {
  const before = text.slice(Math.max(sentence.start, start - NEAR), start);
  const after = text.slice(end, Math.min(sentence.end, end + NEAR));
  if (!OF_IT.test(before) && (OPEN.test(after) || (!paysOn && WILL_PAY.test(after)))) return true;
  if (!paysOn && BID_PAYS.test(after)) return true;
  const clause = lastClause(before);
  const words = clause.join(' ');
  if (HAS_ASKED.test(words) && !DECIDED.test(text.slice(sentence.start, sentence.end))) return true;
  if (HOPES.test(words) && MONEY.test(after)) return true;
  if (!paysOn && (COMES.test(words) || FUNDERS.test(words))) return true;
  if (!paysOn && AGREED.test(before) && WILL_BE.test(before)) return true;
  return isAsked(clause, paysOn);
}

/** The last clause of a text in words, without an article at its end. */
function lastClause(before: string): readonly string[] {
  const [clause = ''] = before
    .replaceAll("'", '’')
    .split(/[,;:–—()]\s|\s[-–—(]|\b(?:and|but|so|then)\s/)
    .slice(-1);
  const words = clause.toLowerCase().split(/\s+/).filter(Boolean);
  while (ARTICLES.has(words.at(-1)!)) words.pop();
  return words;
}

/** Whether the words of a clause before the name of a fund ask it for money or say that it pays. */
function isAsked(words: readonly string[], paysOn: boolean): boolean {
  for (let at = words.length - 1; at >= 0; at--) {
    const next = words.slice(at + 1);
    const rest = next.join(' ');
    const word = words[at]!;
    const isToBe = MODALS.has(word) || (word === 'to' && AIMS.has(words[at - 1]!));
    const isNow = /^(?:is|are|am|we’re|they’re|i’m)$/.test(word);
    if (!isToBe && !isNow) continue;
    const earlier = words.slice(0, at);
    if (earlier.some((one) => NOT.test(one) || (PAST.test(one) && !NO_PAST.test(one)))) return false;
    if (isNow) {
      if (!/ing$|^eligible$/.test(next[0] ?? ''))
        return !paysOn && PAYS.test(rest) && !/^(?:use|need)/.test(rest);
    } else if (/^(?:be\s+)?[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+ing\b/u.test(rest)) return false;
    if (APPLIES.test(rest) || ASKS.test(rest) || TURNS.test(rest)) return true;
    if (BIDS.test(rest)) return BID.test(rest) || BID.test(earlier.join(' '));
    return !paysOn && !isNow && PAYS.test(rest);
  }
  return false;
}
