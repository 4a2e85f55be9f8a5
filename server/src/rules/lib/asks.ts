import { type Block, BlockMap, lowerCase, type Passage, passagesOf } from '../../draft';
import { quotedIn } from './prose';

/**
 * Words that ask the reader to decide, to pay, to vote or to act. What a paper tells of the asking of others
 * ("we ask visitors to") is none: the one who is asked is the reader, or somebody who can decide.
 */
export const DECIDES =
  '(?:you|cabinet|council|councillors?|members|(?:the\\s+)?(?:\\w+\\s+){0,3}(?:committee|cabinet|council|board|executive|government|minister|mayor|leader|secretary\\s+of\\s+state|panel|trustees|authority|fund|foundation|department|commissioners?)|(?:our|the|your)\\s+(?:mp|councillors?|candidates?)|every\\s+candidate|trustees|ministers?|funders?|government)';
/** For text in lower case, as `REQUEST` is: V8 takes twice as long to compile patterns that ignore case. */
const ASK = new RegExp(
  [
    `\\b(?:${DECIDES}|it)\\s+(?:is|are)\\s+(?:therefore\\s+|respectfully\\s+|now\\s+|hereby\\s+)?(?:asked|requested|recommended|invited|urged)\\s+(?:to|that)\\b`,
    `\\b(?:we|i|officers|it\\s+is)\\s+(?:therefore\\s+|also\\s+|strongly\\s+|respectfully\\s+|would\\s+)*(?:ask(?:ing)?|urge|recommend(?:ed)?|request|propose|seek|call\\s+on|call\\s+upon|invite|appeal\\s+to|implore|beg)\\b(?:\\s+(?:that|for|your|${DECIDES})|\\s+\\w+\\s+to\\b)`,
    `\\b(?:we|i)\\s+(?:would|should)\\s+(?:like|ask|urge|be\\s+grateful)\\b[^.]{0,40}\\b(?:you|your|cabinet|council|members)\\b`,
    // "We ask the Marlow Trust for £48,500", "the Trust is asked to award".
    `\\b(?:we|i)\\s+(?:therefore\\s+)?(?:are\\s+|am\\s+)?ask(?:ing)?\\s+(?:[\\w'’&-]+\\s+){1,8}?for\\s+(?:£|\\[insert|an?\\s+(?:grant|contribution|decision|vote|award)\\b|(?:its|their|your)\\s+support\\b|funding\\b)`,
    // "We'd like £47,030 from the Fund", "we would be grateful for a grant", "we hope that the Fund will meet".
    `\\b(?:we|i)(?:\\s+(?:would|should)|['’]d)\\s+(?:also\\s+|therefore\\s+|very\\s+much\\s+)*(?:like|welcome|be\\s+(?:glad|grateful|pleased)\\s+(?:of|for|to\\s+have))\\s+(?:£|\\[insert|(?:an?|the|your)\\s+(?:\\w+\\s+)?(?:grant|contribution|award|decision)\\b)`,
    `\\b(?:we|i)\\s+(?:very\\s+much\\s+)?hope\\s+(?:that\\s+)?(?:the|your)\\s+(?:[\\w'’&-]+\\s+){1,5}?(?:will|would|can|could|may)\\s+(?:agree|meet|fund|give|award|grant|provide|contribute|pay|match|find|approve)\\b`,
    `\\b(?:is|are)\\s+(?:therefore\\s+)?asked\\s+to\\s+(?:award|approve|fund|grant|agree|decide)\\b`,
    // "I write to ask you to speak up", "Please would you meet us".
    `\\b(?:we|i)\\s+(?:write|am\\s+writing|are\\s+writing)\\s+to\\s+(?:ask|urge|invite|request)\\b|\\bplease\\s+(?:would|could|will|can)\\s+you\\s+\\w+`,
    // An ask that is still to be filled in is one.
    `\\b(?:we|i)\\s+(?:ask|urge|invite|request|call\\s+on)\\s+\\[insert\\b`,
    `\\bwe\\s+(?:need|want)\\s+${DECIDES}\\s+to\\b`,
    `\\b(?:please|can\\s+you|will\\s+you|would\\s+you)\\s+(?:\\w+\\s+)?(?:support|approve|agree|vote|write|back|fund|help|reconsider|think\\s+again|sign|give|keep|save|stop|reject|oppose|consider|pass|raise|speak|ask|make)\\b`,
    `\\b(?:recommends?|recommended)\\s+that\\b`,
    `\\bthat\\s+${DECIDES}\\s*:?\\s*(?:\\(?\\w\\)?\\s+)?(?:agrees?|approves?|notes?|endorses?|supports?|adopts?|accepts?|recommends?|authorises?|delegates?|takes?|considers?|keeps?)\\b`,
    `\\b(?:the\\s+council|cabinet|the\\s+government|members|councillors|ministers|the\\s+committee)\\s+(?:should|must|needs?\\s+to|ought\\s+to|has\\s+to|have\\s+to)\\b`,
    // "You should" is advice to anybody, unless it is on a decision.
    `\\byou\\s+(?:should|must|ought\\s+to|need\\s+to)\\s+(?:\\w+\\s+)?(?:support|approve|agree\\s+to|vote|back|fund|reconsider|keep|save|stop|reject|oppose)\\b`,
    `\\b(?:seeks?|seeking|asks?|asking|applying|bid(?:ding)?)\\s+(?:for\\s+)?(?:approval|agreement|permission|authority|support|funding|a\\s+(?:grant|contribution|decision|commitment)|£)`,
    `\\b(?:amount|sum|grant|total|funding|contribution)\\s+(?:requested|sought|applied\\s+for|asked\\s+for|needed)\\b`,
    `\\b(?:for|approve|agree|award|make|need|with)\\s+(?:an?|the|your|this)\\s+(?:\\w+\\s+)?(?:grant|contribution|investment|award)\\s+of\\s+(?:£|\\[insert)|\\bwe\\s+(?:are\\s+)?(?:ask(?:ing)?|request(?:ing)?|need|seek(?:ing)?)\\s+(?:for\\s+)?(?:a\\s+(?:grant|total)\\s+of\\s+)?(?:£|\\[insert\\s+amount)`,
    `\\b(?:our|the|my)\\s+(?:one\\s+)?(?:ask|request|plea|recommendation|proposal)(?:,[^.,]{0,60},)?\\s+(?:is|to)\\b`,
    `\\b(?:needs?\\s+to|should|must|ought\\s+to)\\s+be\\s+(?:\\w+\\s+)?(?:adopted|promoted|extended|introduced|protected|restored|reinstated|ring-?fenced|put\\s+back)\\b`,
    `^\\s*that\\s+(?:approve|agree|note|endorse|support|vote|back|keep|adopt|authorise|delegate|reject)\\b`,
    `\\bdo\\s+not\\s+(?:close|cut|approve)\\b|\\bshould\\s+(?:not\\s+)?(?:be\\s+)?(?:kept|closed|saved|reversed|reconsidered|rejected|approved|funded)\\b|\\b(?:think|look)\\s+again\\b|\\breconsider\\b`,
  ].join('|'),
  'm',
);
const TITLE =
  '(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Rev|Prof(?:essor)?|Minister)';
/** "We ask Cllr Webb to vote", "Anne Webb MP is asked to": somebody by name, so for text as it is written. */
const ASKS_SOMEBODY = new RegExp(
  `\\b(?:[Ww]e|I)\\s+(?:also\\s+|therefore\\s+|now\\s+)*(?:ask|urge|beg|invite|request|call\\s+on|call\\s+upon|appeal\\s+to)\\s+(?:${TITLE}\\.?\\s+)?(?:[A-Z][\\w’'-]+\\s+){1,4}to\\s+[a-z]|` +
    `\\b(?:${TITLE}\\.?\\s+(?:[A-Z][\\w’'-]+\\s+){1,3}|[A-Z][a-z]+\\s+[A-Z][a-z]+\\s+MS?P\\s+)(?:is|are)\\s+(?:therefore\\s+)?(?:asked|urged|invited|requested)\\s+to\\b`,
);
/** An item of a list of recommendations. In a paragraph the same is advice, or a turn of phrase. */
const ITEM =
  /^\s*(?:\(?[a-z\d]{1,3}[.)]\s+)?(?:that\s+)?(?:approve|agree|note|endorse|support|vote|back|keep|adopt|authorise|delegate|reject|write\s+to|ask)\b/i;
/** As such papers print it, in capitals: "RECOMMENDED". */
const HEADED = /\bRECOMMEND/;

const known = new BlockMap<boolean>();

/** Where a request begins: at a sentence, or behind a clause. */
const BEGINS = `(?:^|[.!?;:,)–—]\\s+|\\b(?:and|so|but|then|please)\\s+)`;
/** What "Please" asks for in good manners, which decides nothing: "Please find enclosed". */
export const MANNERS =
  '(?:contact|ring|phone|telephone|text|call(?!\\s+(?:on|for))|e-?mail(?!\\s+(?:your|the|them|him|her))|visit\\s+(?:(?:our|the)\\s+)?(?:web|www|http|page)|see|note|find|refer|read|click|turn|accept|be|bear|do\\s+not\\s+hesitate|don.t\\s+hesitate|feel\\s+free|get\\s+in\\s+touch|let\\s+(?:us|me)\\s+know)\\b';
/** What is asked of nobody: "Would you believe", "Could you imagine", and the questions of a survey. */
const RHETORIC =
  '(?:imagine|believe|guess|remember|picture|like|want|prefer|rather|be(?!\\s+(?:willing|able|prepared|free|available|kind|happy))|have|know|think(?!\\s+again)|see|hear|notice|manage|live|cope|spot|find|expect|need|feel|go|get|do|use|recommend|describe|rate|say|pay|miss|choose|not|n.t|ever|still|really)\\b';
const REQUEST = new RegExp(
  [
    `${BEGINS}(?:could|will|would|might)\\s+you\\s+(?:(?:please|also|kindly|therefore|perhaps|now)\\s+)*(?!${RHETORIC})[a-z]+\\b[^.?!]{0,200}\\?`,
    `${BEGINS}please,?\\s+(?:(?:also|do|now|kindly)\\s+(?!not\\b))*(?!${MANNERS})[a-z]+`,
    `\\bwould\\s+(?:(?:also|very|much|greatly|warmly)\\s+)*(?:welcome|value|appreciate|be\\s+(?:glad|grateful|pleased)\\s+(?:of|for))\\s+your\\b`,
    `\\bhope\\s+(?:that\\s+)?you\\s+will\\s+(?:also\\s+)?(?:feel\\s+able|be\\s+able|agree|support|back|vote|sign|join|help|act|oppose|reject|fund|meet|raise|speak|press|stand|write|reconsider|consider)\\b`,
    `\\b${DECIDES}\\s+may\\s+(?:wish|want|like)\\s+to\\s+(?!note\\b|see\\b|know\\b|read\\b|visit\\b)[a-z]+`,
  ].join('|'),
  'gm',
);

/** Before a request: an offer to whoever wants it, and not one to the reader. */
const OFFER =
  /\bif\s+(?:so\b|you(?:\s+|['’])(?:are|re|would|d|need|want|wish|know|live|have\s+(?:any|further|more|questions?))\b)[^.?!]*$/i;

/** Whether words of the author, not of somebody quoted, ask the reader for something. */
function requests({ kind, prose: { text } }: Passage): boolean {
  const lower = lowerCase(text);
  if (kind === 'quotation' || lower.search(REQUEST) === -1) return false;
  const isQuoted = quotedIn(text);
  return [...lower.matchAll(REQUEST)].some(
    ({ 0: words, index }) =>
      !isQuoted(index, index + words.length) && !OFFER.test(text.slice(Math.max(0, index - 200), index + 1)),
  );
}

/** Whether a block asks something of the reader. */
export function asks(block: Block): boolean {
  let found = known.get(block);
  if (found === undefined) {
    found = passagesOf(block).some((passage) => {
      const { kind, inFootnote, prose } = passage;
      if (inFootnote) return false;
      const { text } = prose;
      return (
        ASK.test(lowerCase(text)) ||
        HEADED.test(text) ||
        ASKS_SOMEBODY.test(text) ||
        (kind === 'list-item' && ITEM.test(text)) ||
        requests(passage)
      );
    });
    known.set(block, found);
  }
  return found;
}
