import { type Block, passagesOf } from '../../draft';
import { DECIDES, MANNERS } from './asks';

/** Numbers before a recommendation: "3.1", "(a)", "iv." */
const NUMBER = /^\s*(?:\d+(?:\.\d+)+\.?\s+|\(?(?:\d+|[a-z]|[ivx]{1,4})[.)]\s*)/i;
/** Where another clause may begin. A border between cells is a line end. */
const CLAUSES = /(?<=[.!?:;])\s+|[\r\n]+|\s[–—]\s/;
/** When or for whom something is asked, before it is said: "By 15 January, share". */
const AHEAD = /^(?:by|before|if|when|after|on|in|at|this|next|until|from|as|with)\b[^,]{1,80},\s+/i;
const FIRST = /^(?:(?:and|or|also|then|next|first(?:ly)?|second(?:ly)?|finally|instead|now)\b,?\s+)+/i;

/** Words that begin a sentence before an article without being a verb: "In the", "Is our", "Once a". */
const NO_VERB =
  /^(?:about|above|across|after|again|against|all|along|also|although|am|among|and|any|are|around|as|at|be|because|before|behind|below|beside|besides|between|beyond|both|but|by|can|concerning|could|despite|did|do|does|down|during|each|enough|even|ever|every|except|few|for|from|given|had|half|has|have|hence|here|how|however|if|in|indeed|inside|instead|into|is|it|just|less|like|many|may|maybe|might|more|meanwhile|moreover|most|much|must|near|never|nevertheless|no|nor|not|now|of|off|often|on|once|only|onto|or|otherwise|our|out|outside|over|overall|past|per|perhaps|quite|rather|shall|should|since|so|some|still|such|than|that|the|then|there|therefore|these|this|those|though|through|throughout|thus|till|to|today|together|tomorrow|too|toward|towards|twice|under|unless|until|up|upon|via|was|were|what|whatever|when|where|whether|which|while|who|whose|why|will|with|within|without|would|yesterday|yet)$/;
/** Commands that lead a reader through the paper, and good manners. */
const NO_ASK = /^(?:see|contact|ring|phone|find|imagine|picture|thank|consult|read|remember)$/;
/** Ends of words that are no verb in a command: "Quickly", "Nothing", "Libraries", "Information". */
const NO_COMMAND = /(?:ly|ing|ed|ion|ment|ness|ity|ship|[^s]s)$/;
/** What a verb may have behind it, and a noun at the head of a sentence hardly ever. */
const OBJECT =
  /^\s+(?:the|an?|your|our|my|their|his|her|its|this|these|those|that|us|me|it|them|him|one|all|both|every|each|any|no|more|which|what|how|why|whether|who|when|where)\b/i;
/** Verbs that stand alone or before a name or a preposition as well: "Speak up", "Vote against", "Approve Option 3". */
const VERBS =
  /^(?:accept|act|adopt|agree|allocate|appoint|approve|argue|arrange|ask|attend|authorise|award|back|block|bring|build|campaign|cancel|challenge|champion|choose|close(?!\s+to\b)|come|comment|commit|confirm|consider|contribute|create|defend|defer|delegate|deliver|donate|drop|email|encourage|endorse|ensure|establish|extend|fund|give|go|guarantee|halt|help|hold|host|include|increase|insist|introduce|invest|invite|join|keep|launch|lead|lend|listen|lobby|look|maintain|make|meet|move|name|nominate|note|offer|open|oppose|pass|pause|pay|persuade|pledge|post|press|promise|promote|propose|protect|provide|publish|put|question|raise|recognise|recommend|reconsider|refer|refuse|reject|release|remind|renew|reopen|reply|report|require|resolve|respond|restore|reverse|review|ring-?fence|save|scrap|second|secure|send|share|show|sign|speak|spend|sponsor|spread|stand|stop|submit|support|suspend|table(?!\s+\d)|take|talk|tell|think|turn\s+down|urge|use|visit|volunteer|vote|withdraw|work|write)\b(?!\s+(?:is|are|was|were|has|had|have|of|will|can|would|comes?|costs?|for\s+the\s+\w+\s+is|for\s+\w+\s+is)\b)/i;
/** A noun at the head of the sentence, and not a command: "Support for the branch is strong". */
const TELLS = /^\w+\s+(?:for|of|in|with|to|from)\b[^.,;]*\b(?:is|are|was|were|has|have)\b/i;
const FORMAL = new RegExp(
  [
    // "To agree Option 3", "That Cabinet:"
    '^to\\s+(?!date\\b|conclude\\b|sum\\b|our\\b|the\\b|us\\b|this\\b|your\\b|an?\\b|you\\b|them\\b|some\\b|many\\b|most\\b)[a-z]+',
    '^that\\s+(?!is\\b|was\\b|means\\b|would\\b|will\\b|makes\\b|can\\b|could\\b|has\\b|said\\b)[a-z]+',
    `^(?:that\\s+)?${DECIDES}\\s+(?:notes?|agrees?|approves?|endorses?|adopts?|considers?|authorises?|delegates?|recommends?|refers?)\\b`,
    '^(?:do\\s+not|don.t|let\\s+us|let.s)\\s+[a-z]+',
    `^please\\b(?:\\s*:|,?\\s+(?:(?:also|do|now|kindly)\\s+(?!not\\b))*(?!${MANNERS})[a-z]+|\\s*$)`,
  ].join('|'),
  'i',
);
/** A sum that is named and not told of: "£84,000 over two years", "A grant of £84,000". */
const SUM =
  /^(?:(?:an?|just|only|up\s+to|about|around|some|the|our|grant|sum|total|amount|contribution|investment|award|support|funding|revenue|capital|initial|one-off|of|in)\s+)*£\s?\d/i;
/** What may be asked for by its name: "A decision by 5 December". */
const THING =
  /^(?:an?|your|one|two|three|more|no)\s+(?:[\w-]+\s+){0,3}(?:decision|meeting|vote|commitment|grant|letter|answer|reply|response|visit|contribution|promise|pledge|funding|investment|support|approval|agreement|debate|question|review|statement|pause|halt|hour|signature|seat|place|guarantee|donation|say|cuts?|closures?)\b/i;
const VERB_OF_TELLING =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|does|did|do|makes?|costs?|gives?|means|helps?|shows?|took|came|made)\b/i;

/**
 * Whether a block under a heading that asks says what is asked: a command, a request, a formal recommendation,
 * and with `mayName` also a sum or a thing that is only named.
 */
export function asksInSection(block: Block, mayName: boolean): boolean {
  return passagesOf(block).some(({ kind, inFootnote, prose: { text } }) => {
    if (inFootnote || kind === 'quotation') return false;
    return text.split(CLAUSES).some((piece) => {
      const clause = piece.replace(NUMBER, '').replace(FIRST, '').replace(AHEAD, '').trimStart();
      return FORMAL.test(clause) || isCommand(clause) || (mayName && isNamed(clause));
    });
  });
}

function isCommand(clause: string): boolean {
  const word = /^[a-z]+(?=\s|$|[.,;!])/i.exec(clause)?.[0].toLowerCase();
  if (word === undefined || NO_VERB.test(word) || NO_ASK.test(word) || TELLS.test(clause)) return false;
  return VERBS.test(clause) || (!NO_COMMAND.test(word) && OBJECT.test(clause.slice(word.length)));
}

function isNamed(clause: string): boolean {
  return SUM.test(clause) || (THING.test(clause) && !VERB_OF_TELLING.test(clause));
}
