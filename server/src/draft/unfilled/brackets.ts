import type { Found, Verdict } from './types';
import { DAY_OF_WEEK, isFact, isPart, isSomebody, MARK, MONTH } from './vocabulary';

/** Words that editors, citations, web pages and minutes put in brackets. */
const EDITORIAL =
  /^(?:sic|recte|emphasis|italics|my|our|author(?:’|')?s?|original|translat(?:ed|ion)|laugh(?:s|ing|ter)|applause|pause[sd]?|inaudible|crying|names? (?:withheld|removed|changed|redacted|supplied|and address supplied|not given)|(?:name |text |details? )?redacted|anonymised|external|opens|pdf|word|excel|online|video|audio|html|docx?|xlsx?|accessed|in (?:press|preparation|welsh|english|irish|gaelic|cymraeg|original)|n\.? ?d\.?|n\.? ?p\.?|ibid\.?|op\.? ?cit\.?|see|cf\.?|e\.?g\.?|i\.?e\.?|viz\.?|fig(?:ure|\.)?|page|pp?\.|item|min(?:ute)?s?|para(?:graph)?|ref(?=[.:]? ?\d)|exempt|official|restricted|confidential|not for publication|ends?|cont(?:inued|\.|’d|'d)?|cym|eng|en|cy|abridged|extract|excerpt)\b|^(?:source|photo|image|picture|credit|caption|note|key|slide|film|clip|music)s?:/iu;
/** References: "Table 3", "Annex B". */
const REFERRED = /^[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{3,12}\.? (?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]|[IVX]{1,4}|\d[\d.]*)$/u;

/** Words for a task that somebody still has to do. */
const ASKS =
  /\b(?:(?:QUOTE|[A-Za-zÀ-ÖØ-ፚḀ-ỹ’']{1,40}) to (?:come|follow)|to (?:approve|confirm|check|supply|provide|add|advise|write|draft|complete|insert|update|send|sort|fill|go here|find|chase|agree|decide|verify|be [A-Za-zÀ-ÖØ-ፚḀ-ỹ]{3,12})|tb[acd]|todo|x{2,}|pls|plz|please|missing|required|awaiting|awaited|pending|outstanding|waiting (?:for|on)|not sure|don[’']?t know|unsure|unclear|placeholder|boilerplate|double[- ]check|(?:goes|needed|wanted|required) here|(?:citation|date|evidence|figure|name|photo|quote|ref|reference|source)s? (?:needed|wanted|missing)|drafting note)\b/iu;
/** Beginnings of a note to a colleague or oneself. */
const ORDERS =
  /^(?:please |pls |NB:? |note:? |\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{0,12}(?: ?[-–—:,] ?| ))?(?:add|amend|ask|attach|awaiting|check|chase|choose|complete|confirm|copy|cut|delete|describe|drop|enter|expand|explain|fill|find|finish|get|give|include|input|insert|link|list|look up|move|name|need|needs|paste|phone|pick|put|remove|replace|reword|rewrite|ring|say|select|send|sort|specify|state|summari[sz]e|take out|tidy|type|update|verify|write)\b(?!ed)/u;
/** A picture, table or quotation that is to be put here, and its subject. */
const MEDIA =
  /^(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,10} )?(?:photos?|pictures?|pics?|image|logos?|qr(?: code)?|chart|graph|map|diagram|table|infographic|quotes?|quotation|case study|screenshot|letterhead|signature|foreword|paragraph|para|section|text|words?|stats?|bit|something|anything|link|example)\b(?!:)/iu;
const COUNT =
  /^(?:a|an|one|two|three|four|five|six|some|other|another|the|your|our|relevant|which|number|\d+)$/iu;
/** Words after which a noun is described: “of” in "name of firm". */
const OF = /^(?:of|for|from|to|in|at|on|with|by|here|that|who|when|where|and|or|&|\/|as|this)$/iu;
/** A citation or a law report: a name and a year, or a year. */
export const CITED = /(?:^|[^\d])(?:1[5-9]|20)\d\d(?:$|[^\d])/;

/**
 * Whether a bracket is still to be filled in, and not an editor's bracket, a reference, a number or part of a word.
 */
export function judgeBracket(found: Found): Verdict {
  const { words, text, start, end, quoted, place } = found;
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (/^\[[ \u2060]{0,40}\]$/.test(words) && isGap(found)) return true;
  // "**Author:** [   ]" is wider than a box to tick.
  if (/^\[[ \u2060]{3,40}\]$/.test(words) && !place.form && isAllOfLabel(found)) return true;
  // "press@[…]" is half an address.
  if (before === '@' && /^\[(?:[ \u2060]{0,40}|…|\.{3}|\?{1,4})\]$/.test(words)) return true;
  if (isDate(found) && !quoted()) return isPast(found) ? 'doubtful' : true;
  // "- [date]: review to Committee"
  if (start === 0 && /^: /.test(text.slice(end, end + 2)) && isFact(words.slice(1, -1))) return true;
  // "[T]he", "librar[ies]", an index, and broken links and references.
  if (/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d\]!\\^$)]/u.test(before) || /[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d([:]/u.test(after)) return false;
  // "[[Page]]" is a link of a wiki, and "[[Page??]]" a note.
  if ((before === '[' || after === ']') && !(words.includes(' ') && words.includes('?'))) return false;
  const inner = words.slice(1, -1).replaceAll(MARK, '').replace(/\s+/g, ' ').trim();
  if (/^[\^@]|^-@/.test(inner)) return false;
  if (/^(?:\?+|£ ?\??|% ?|_+|x{2,})$/i.test(inner)) return true;
  // "[●]" is a lawyer’s; "[x]" in front of a text is a tick.
  if (/^[●•∙]+$/.test(inner) || (before === '£' && /^[xX●•∙]?$/.test(inner))) return true;
  if (/^n$/i.test(inner) && !quoted() && standsForNumber(found)) return true;
  if (
    /^X(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ]|$)/iu.test(inner) &&
    start > 0 &&
    /^(?:%|\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]|[.,]|$)/u.test(text.slice(end, end + 2)) &&
    !quoted()
  )
    return true;
  if (!/[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2}/u.test(inner)) return false;
  // If the quotation is nothing but the bracket, no editor has put it into a speaker's words.
  const isAll =
    /["“][\s\u2060]*$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[\s\u2060]*["”]/.test(text.slice(end, end + 4));
  const inQuotation = quoted() && !isAll;
  const several = inner.includes(' ');
  if (inner.includes('?')) return true;
  if (isEditorial(inner)) return !inner.includes(': ') && isNameOfThing(inner, inQuotation, false);
  if (ORDERS.test(inner) ? several || !inQuotation : !inQuotation && ORDERS.test(lowered(inner))) return true;
  if (ASKS.test(inner) && (several || !inQuotation)) return isNarrated(inner) ? 'doubtful' : true;
  if (isNameOfThing(inner, inQuotation, true))
    return /^(?:the|this|our) [A-Za-zÀ-ÖØ-ፚḀ-ỹ]+$/iu.test(inner) ? 'doubtful' : true;
  if (MEDIA.test(inner) && !isNarrated(inner) && (!inQuotation || /^(?:quote|photo|logo|text)/i.test(inner)))
    return true;
  if (inQuotation || place.alone === 'note' || CITED.test(inner)) return false;
  if (words.startsWith('[') && isRemark(inner)) return true;
  return standsForName(found) ? 'doubtful' : false;
}

/** Whether words in brackets are an editor’s or a reference: “sic”, “PDF, 2MB”, “Table 3”, “Holt 2020”. */
export function isEditorial(inner: string): boolean {
  return EDITORIAL.test(inner) || REFERRED.test(inner);
}

/** Whether words in brackets or marks ask somebody to do or to answer something. */
export function isInstruction(words: string): boolean {
  return words.includes('?') || ORDERS.test(words) || (ASKS.test(words) && !isNarrated(words));
}

/** Words that need another word after them, so that an empty bracket there is a gap and no box to tick. */
const LEADS =
  /(?:^|[^A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:of|by|at|to|from|for|on|in|is|are|was|were|about|over|until|since|between|cllr|councillor|dr|mr|mrs|ms|dear|sir|dame|ysgol|cynghorydd|is|a|an|the)[ \t]$/iu;

/** A date in brackets, which is not settled unless an editor put it there: "in [May/June]", "by [16 March]". */
const DATE = new RegExp(
  `^\\[(?:${DAY_OF_WEEK},? ?)?(?:(?:\\d{1,2}(?:st|nd|rd|th)?(?:[-–/]\\d{1,2})? )?${MONTH}(?:[/–-]${MONTH})?(?: 20\\d\\d)?)?\\]$`,
  'u',
);
const BEFORE_DATE =
  /(?:^|[^A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:after|at|before|between|by|for|from|in|of|on|since|than|till?|to|until)[ \t]$/iu;

function isDate({ words, text, start }: Found): boolean {
  return words.length > 4 && DATE.test(words) && BEFORE_DATE.test(text.slice(Math.max(0, start - 10), start));
}

const PAST =
  /\b(?:was|were|had|met|held|began|took|came|went|said|told|wrote|became|made|gave|got|sent)\b|(?<!\b(?:be|being|get|is|are) (?:[a-z]{3,12}ly )?)\b[a-z]{2,14}[^e\s]ed\b/iu;
const TO_COME =
  /\b(?:will|shall|would|should|must|may|might|can|could|to be|needs?|needed|due|expected|(?<!\b(?:the|an?|our|this|its) (?:[a-z]{1,20} )?)plans?|planned|proposed|hoped?|unless|if)\b/i;

/** Whether a sentence is about the past, so that an editor may have put the date: "the committee met in [May]". */
function isPast({ text, start, end }: Found): boolean {
  const sentence = `${/[^.!?\r\n]{0,200}$/.exec(text.slice(Math.max(0, start - 200), start))![0]} ${/^[^.!?\r\n]{0,200}/.exec(text.slice(end, end + 200))![0]}`;
  return PAST.test(sentence) && !TO_COME.test(sentence);
}

/** Whether a bracket is everything between a label in bold and the next label or the end of its line. */
function isAllOfLabel({ text, start, end }: Found): boolean {
  return (
    /\u2060:?\u2060 ?$|:\u2060+ ?$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^[ \t]*(?:$|[\r\n\u2060])/.test(text.slice(end, end + 20))
  );
}

/** Whether a bracket is in the place of a number: "a list of [n] children". */
function standsForNumber({ text, start, end }: Found): boolean {
  return LEADS.test(text.slice(Math.max(0, start - 16), start)) || text[end] === '%';
}

/** "registered charity, no. [ ]" */
const NUMBER_OF = /(?:charity|company|registered|registration|reg\.?),? (?:no\.?|number):? $/iu;

/** Whether an empty bracket or box is in the place of a word or a number of the text around it. */
export function isGap({ text, start, end }: Pick<Found, 'text' | 'start' | 'end'>): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 4);
  return (
    /[£€$] ?$|@$/.test(before) ||
    NUMBER_OF.test(before) ||
    LEADS.test(before) ||
    /^ ?(?:%|(?:m|k|bn)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ]))/u.test(behind)
  );
}

/** Whether words are a note: at least three words, the first with a small letter. Shorter ones are an editor’s. */
function isRemark(inner: string): boolean {
  return /^\p{Ll}/u.test(inner) && inner.split(' ').length > 2 && !inner.endsWith('.');
}

/** Whether a bracket is in the place of a name without which the sentence is incomplete: "at [Dropbox]." */
function standsForName({ words, text, start, end }: Found): boolean {
  return (
    /^\[\p{Lu}\p{Ll}{3,}\]$/u.test(words) &&
    /\b(?:at|from|to|via|on|by|with|for) $/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^(?:[.,;)]|\s*$)/.test(text.slice(end, end + 2))
  );
}

function lowered(words: string): string {
  return words[0]!.toLowerCase() + words.slice(1);
}

/** Whether words are a whole sentence, as in an aside or in minutes. */
function isNarrated(inner: string): boolean {
  return /^\p{Lu}.{20,}\.$/u.test(inner);
}

/** Whether words name a fact to fill in: "date", "name of firm", "two other funders", "Chair’s name". */
function isNameOfThing(inner: string, inQuotation: boolean, parts: boolean): boolean {
  // In "[address – take from the list]" the fact comes first.
  const thing = /^.{2,40}?(?= [-–—] |[:;] )/u.exec(inner)?.[0] ?? inner;
  const tokens = thing
    .split(/[\s/,&]+/)
    .map((word) => word.replace(/^[(“"‘']+/, '').replace(/(?<![)”"’'.:*])[)”"’'.:*]+$/, ''));
  if (tokens.length > 8) return false;
  // "[month 2026]"
  if (tokens.length > 1 && /^(?:19|20)\d\d$/.test(tokens.at(-1)!)) tokens.pop();
  let head = tokens.findIndex((word, index) => index > 0 && OF.test(word));
  if (head < 0) head = tokens.length;
  const noun = tokens[head - 1]!;
  const known =
    isFact(noun) ||
    (parts && isPart(noun)) ||
    (!inQuotation && isSomebody(noun) && !/^(?:the|this|our|a|an)$/i.test(tokens[0]!));
  if (!known || head > 5) return false;
  // In a quotation, "[the date]" and "[a new figure]" are what the speaker meant.
  return (
    !inQuotation ||
    (tokens.length <= 3 && !COUNT.test(tokens[0]!)) ||
    tokens.some((word) => /^(?:of|and)$/i.test(word))
  );
}
