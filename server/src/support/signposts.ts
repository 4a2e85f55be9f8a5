/** Sentences that say where in the paper something stands, or what the paper is for, and claim nothing themselves. */

/** A part of the paper itself: “Table 2”, “appendices A and B”, “section 4.1”. */
const PART =
  '(?:append(?:ix|ices)|annex(?:e?s)?|tables?|figures?|charts?|sections?|paragraphs?)\\s(?:[A-Z]|\\d{1,2}(?:\\.\\d{1,2})?)(?![\\w,.]\\w)';
const HERE = `(?:${PART}(?:(?:,|\\sand|\\sto)\\s(?:[A-Z]|\\d{1,2}))?|the (?:appendix|annex)|(?:the (?:table|list|chart|section) )?(?:above|below)|overleaf)`;

/** “… is in Appendix A.”, “… are set out in full in the table below.” */
const POINTS_ON = new RegExp(
  `\\s(?:is|are|was|were)\\s(?:[a-z]{1,14}\\s){0,4}(?:(?:in|at|by|under|on)\\s)?${HERE}\\W{0,3}$`,
  'i',
);
/** “This report asks Cabinet …” */
const PURPOSE =
  /^\W{0,3}this (?:report|paper|briefing|note|letter|bid|business case)\s(?:also\s|therefore\s)?(?:asks|seeks|invites|recommends|proposes|considers|presents|sets out|describes|explains|summarises|outlines)\b/i;
/** Words after which a purpose is given reasons, which claim something. */
const REASONED = /\b(?:because|since|as (?:it|they|we|this)|which|although|while)\b/i;

/** “This briefing explains that …”, “This report sets out how 1,240 people …”: what it says is so. */
const SAYS =
  /^\W{0,3}this [^.]{0,60}?\b(?:presents|sets out|describes|explains|summarises|outlines)\b(?:\s[^:]{0,80}?)??(?:\sthat\s|(?:\show\s|:\s).{0,200}?(?:%|per cent|£|\d,\d{3}))/i;

/** Whether a sentence only leads to a place in its paper, or says what the paper asks or contains. */
export const isSignpost = (sentence: string): boolean =>
  POINTS_ON.test(sentence) || (PURPOSE.test(sentence) && !REASONED.test(sentence) && !SAYS.test(sentence));

const PROJECT = '(?:project|programme|scheme|club|group|pilot|service|course|offer|bid|fund|grant|plan)s?';
/** “The project is for …”, “Our new scheme aims to …”, “The aim of the club is to …” */
const IS_FOR = new RegExp(
  `^\\W{0,3}(?:(?:the|this|our|its|their)\\s(?:[\\p{L}’'-]{1,20}\\s){0,3}?${PROJECT}\\s(?:(?:is|are|will be|would be)\\s(?:(?:also|mainly|meant|intended|designed|there)\\s){0,2}(?:for|to)\\b|(?:aims?|seeks?|hopes?|wants?)\\sto\\b)|(?:the|our|its|their)\\s(?:(?:main|first|overall)\\s)?(?:aims?|purposes?|goals?|objectives?|object)\\s(?:of\\s(?:[\\p{L}’'-]{1,20}\\s){1,4}?)?(?:is|are)\\sto\\b)`,
  'iu',
);
/** What comes of it, as the writers say: a sentence within the sentence, or “nobody else does this”. */
const SAYS_MORE =
  /[:;,–—]\s(?:and\s|but\s|so\s)?(?:it|they|we|this|that|he|she|nobody|everybody|everyone)\s|\b(?:no other|nobody else|no one else|the only)\b/i;

/** Whether a sentence says what a project is for, and nothing of what comes of it. */
export const isPurpose = (sentence: string): boolean =>
  IS_FOR.test(sentence) && !SAYS_MORE.test(sentence) && !REASONED.test(sentence);

const SHOWN =
  '(?:shows?|sets? out|gives?|has|explains?|lists?|details?|describes?|summarises?|records?|compares?)';
/** “as Table 2 shows”, “(see Appendix B)”, “which is set out in section 4” */
const REFERS = new RegExp(
  `\\b${PART}\\s${SHOWN}\\b|\\((?:see\\s|from\\s|as in\\s)?${PART}\\)|\\b(?:see|shown|set out|given|explained|listed|detailed|described|summarised|recorded)\\s(?:[a-z]{1,10}\\s){0,2}(?:in|at|by)?\\s?${PART}`,
  'i',
);

/** Whether a sentence says that a table, an appendix or a section of its own paper has what it says. */
export const isShownInPaper = (sentence: string): boolean => REFERS.test(sentence);
