/**
 * Words by what they do between sentences: going on, pointing back, asking people, speaking for oneself.
 *
 * For text in lower case; those for text as it is written say so.
 */
import { sourceOf } from '../english/phrases';

const BODY = sourceOf('(@body)');

export const CAPTION =
  /^\W*(?:photo(?:graph)?|picture|image|caption|pictured|video|listen|watch|tagged|tags|labels?|posted|published|related topics|share)\b[^.]{0,60}[:·|–-]/;
export const BRACKET_NOTE = /(?<=[\p{L}\d%.,;:)”’])[*†‡](?=[\s.,;:)]|$)|\[\d{1,3}\]|[¹²³⁴-⁹]+/gu;
export const CONTINUES =
  /^\W*(?:nationally|in\s+the\s+(?:last|past)\s+(?:year|month|week)\s+alone|in\s+(?:numbers|money|scotland|wales|england|northern\s+ireland)|of\s+the\s+(?:rest|others|remainder)|put\s+together|all\s+but|this|these|those|that|it\s+also|it\s+(?:found|finds|shows?|showed|says|said|estimates?|reports?|reported|concludes?|suggests?|puts|reckons)|of\s+(?:these|those|them|the|all)|among\s+(?:these|those|them)|the\s+(?:figures?|numbers?|rates?|rest|remaining|proportion|share|same|next|most|savings?|total|others?|average|report|survey|study)|over\s+the\s+same|in\s+the\s+same|a\s+(?:further|majority|minority|third|quarter|fifth|tenth)|an?\s+(?:additional|estimated)|another|only|just|fully|up\s+to|at\s+least|as\s+many\s+as|some|most|many|over|more\s+than|less\s+than|fewer|nearly|almost|about|around|roughly|half|one\s+in|two\s+(?:in|thirds)|three|four|nine|meanwhile|by\s+(?:contrast|comparison)|in\s+(?:contrast|comparison|addition|total|all)|similarly|equally|taken\s+(?:over|together)|overall|among|asked|when\s+asked|women|men|also|and|but|then|they|\d)/;
/** "…, it said": whoever was named before; "on the estate it is one in four": the same held against another. */
export const GOES_ON =
  /\b(?:the|this|that)\s+(?:figure|share|proportion|rate)\s+(?:is|was|rises|rose|falls|fell)\b|\b(?:it|this|that)\s+(?:is|was|rises|rose|falls|fell|drops|dropped|climbs|climbed)\s+(?:to\s+)?(?:(?:only|just|about|around|almost|nearly|over|under|nearer|closer|more\s+like|as\s+(?:high|low|much|many)\s+as|to|an?|some)\s+)*(?:\d[\d.,]*(?:%|\s+per\s+cent|\s+in\b)|(?:one|two|three|four|nine)\s+(?:in|out\s+of)\b|(?:half|third|quarter|fifth|two[\s-]thirds)\b)|\bof\s+(?:these|those|them)\W*$|,\s+(?:it|they|the\s+(?:report|study|survey|research|charity|council|paper))\s+(?:said|says|found|finds|added|adds|estimated?s?)\.?\W*$/;
/** In the next paragraph, a quantity alone does not tell that it goes on with the results of the one before. */
export const BEGINS_WITH_A_QUANTITY =
  /^\W*(?:only|just|fully|up\s+to|at\s+least|as\s+many\s+as|some|most|many|over|more\s+than|less\s+than|fewer|nearly|almost|about|around|roughly|half|a\s+(?:third|quarter|fifth|tenth|majority|minority)|one\s+in|two\s+(?:in|thirds)|three|four|nine|\d)/;
export const NEW_START = /^\W*this\s+(?:follows|comes\s+(?:after|as|on)|is\s+on\s+top)/;
/** "It reckons", "they say": whoever the sentence before is about. */
export const BY_PRONOUN =
  /,\s+(?:it|they|he|she)\s+(?:found|says?|said|reckons?|estimates?|estimated|reports?|reported)\.?\W*$|^\W*(?:it|they|he|she)\s+(?:also\s+)?(?:reckons?|estimates?|estimated|calculates?|calculated|thinks?|believes?|expects?|puts|says?|said|found|finds?|reports?|reported|counts?|counted)\b/;
/** A sentence about a body that keeps figures: "Ashby Council came to the same view". */
export const ABOUT_A_BODY = new RegExp(
  `^\\W*(?:the\\s+|The\\s+)?((?:[A-Z][\\w'’&-]*\\s+(?:of\\s+|for\\s+|and\\s+)?){0,4}(?:${BODY}|Campaigners|Unions?|Organisers|Researchers)|[A-Z]{2,}|(?:[A-Z][a-z]+\\s+){1,3}(?:England|Scotland|Wales|Connected|UK|Foundation))\\s+(?:(?:is|are|was|were|has|have|had|came|also|will|says?|said)\\b|\\w+(?:s|ed)\\b)`,
);
export const POINTS_BACK =
  /^\W*\([a-z][^()]*\)\W*$|^\W*(?:(?:it|they)\s+(?:was|were)\s+(?:published|released|compiled|produced|gathered|collected)\s+by|(?:it|they|all|both)\s+(?:all\s+)?(?:come|comes|came|(?:are|is|was|were)\s+(?:taken|drawn))\s+from|so\s+says|that\s+is|this\s+is|these|those|the\s+(?:[\w'’]+\s+){0,4}?(?:numbers?|figures?|findings|data|results|statistics|survey|study|report|research|evaluation|census|proposals?)|source|sources|according|read\s+(?:the|our|more)|see\s+(?:the|our)|more\s+(?:is\s+)?(?:in|on|about)|full\s+(?:report|results|details)|a\s+[\w\s]{0,40}?(?:report|survey|study|evaluation)|all\s+(?:this|figures)|(?:figures|numbers|data|statistics|totals|counts)\s+(?:all\s+)?(?:are|were|come|came)\s+(?:taken\s+|drawn\s+)?from)\b/;
/** It has come to say who found the figures out, whatever it says besides. */
export const NAMES_FINDER =
  /^\W*(?:(?:(?:the|these|those|all)\s+(?:[\w'’]+\s+){0,3}?)?(?:figures?|numbers?|statistics|findings|data)\s+(?:(?:was|were|is|are|has|have|had|been|come|came)\s+){1,3}(?:\w+\s+)?(?:by|from)|according\s+to\s+(?:its|their|the)\s+(?:authors?|researchers|report|study|survey|consultants))\b/;
export const OPINION =
  /\b(?:said|say|saying|replied|replies|responded|respond\w*|answered|answers|against|in\s+favour|agreed|disagreed|supported|opposed|objected|prefer\w*|choose|chose|majority|in\s+the\s+(?:opinion|view)\s+of|believe[sd]?|would\s+(?:like|rather)|felt|feel|thought|rated|scored?|circled|improve(?:d|ment)|satisfied|happy|pleased|surveyed|(?:were|was)\s+asked|of\s+people|people\s+who)\b/;
/** What is only to come is nobody's answer. */
export const MAY_BE = /\b(?:may|might|will|would|could(?!\s+not\b|n['’]t\b)|shall|should)\b/;
export const AT_LARGE =
  /\b(?:people|person|child|children|adults?|pupils|residents|households?|families|family|women|men|libraries|everyone|patients|businesses|pounds?|£1)\b/;
/** Whom a head teacher or a doctor knows as their own. */
export const THEIR_OWN =
  /\b(?:its|their|his|her|our)\s+(?:\w+\s+)?(?:people|children|pupils|residents|patients|users|members|staff|customers|learners)\b|\b(?:pupils|patients|libraries|branches|services|councils)\b/;
export const RESUMES =
  /^\W*the\s+(?:headline|main\s+(?:finding|conclusion|message|result)|key\s+(?:finding|conclusion|message|result)|overall\s+(?:finding|conclusion|result))\s+(?:figure\s+)?(?:is|was)\b|\b(?:other|further|key|main|these|the|its|more|overall|headline|early|results?|findings)\s+(?:\w+\s+){0,2}(?:results|findings|statistics|figures|data|research|numbers)\b(?!\s+speaks?\b)|^\W*(?:results|findings|statistics|research|data|figures)\s+(?:also\s+)?(?:show|shows|showed|found|suggest|suggests|reveal|indicate|saw)\b|\b(?:when\s+asked|asked\s+(?:what|how|if|whether|about)|respondents|of\s+those\s+(?:asked|surveyed|questioned|who\s+(?:(?:had|were)\s+)?(?:replied|responded|answered|asked|surveyed|questioned|took\s+part))|those\s+(?:surveyed|questioned|who\s+(?:replied|responded|answered|took\s+part)))\b/;
/** A speaker's own place: "people are registered here". */
export const HERE =
  /\b(?:(?:registered|come|came|work|live|open|based|run|borrow\w*|is|are|members)\s+here|libraries\s+here)\b/;
export const OWN = /\b(?:we|we['’](?:ve|re|ll|d)|our|ours|us|i|i['’](?:ve|m|d|ll)|my)\b/;
export const GENERAL =
  /\b(?:of\s+us|we\s+all|all\s+of\s+us|each\s+of\s+us|let\s+us|let['’]s|those\s+of\s+us)\b/g;
/** What is not the speaker's own, though they call it so. */
export const OUR_PLACE =
  /\bour\s+(?:\w+\s+)?(?:city|county|town|borough|district|region|country|nation|island|workforce|economy|population|society|high\s+streets?)\b/g;
/** What a service knows of itself. */
export const OF_USE =
  /\b(?:visits?|loans?|issues|borrowing|membership|members|attendances?|downloads?|programme|sessions?|usage|footfall|sign-?ups?|scheme|bookings?|learners|subscribe[ds]?|subscriptions?|subscribers|visitors|enrolments?|through\s+(?:the|our)\s+doors|attend|took\s+part|taken\s+part|finished|joined\s+in|signed\s+up|registered|attended|borrowed|turned\s+up)\b/;
export const NATIONWIDE = /\b(?:national(?:ly)?|nationwide|country|uk|england|scotland|wales|britain)\b/;

/** The tense of reported speech, with nobody new to speak. */
export const INDIRECT =
  /^\W*(?:(?:it|this|that|these|they|he|she)\s+(?:also\s+)?(?:would|had|could|was|were)\b|(?!["“])(?:[\w'’-]+\s+){1,4}(?:had|would)\s+(?:also\s+|since\s+|now\s+)?(?:be|been|risen|fallen|grown|gone|come|become|\w+ed)\b)/;
export const HAS_THE_FLOOR =
  /(?:\b(?:[Hh]e|[Ss]he|[Cc]hair(?:man|woman)?|[Tt]reasurer|[Ss]ecretary|[Mm]anager|[Ll]ibrarian|[Dd]irector|[Oo]fficers?|[Cc]lerk|[Hh]ead|[Ee]xecutive|[Mm]ember|[Ll]eader|[Ss]upervisor|[Cc]o-?ordinator)|\b(?!(?:The|This|That|These|It|They|We|Committee|Council|Cabinet|Board|Members|Residents|People|One|Another)\s)\p{Lu}[\p{L}’'-]*[\p{L}])\s+(?:also\s+|then\s+)?(?:said|reported|told|added|felt|explained|replied|noted|spoke|advised|observed|confirmed|reminded|pointed\s+out|drew\s+(?:attention|(?:the\s+)?(?:members|members['’]|committee['’]s)\s+attention)|stated|stressed|emphasised|argued|commented|acknowledged|suggested|responded|answered|informed|assured|outlined|highlighted|recalled|remarked|warned|admitted|mentioned|claimed|(?:gave|presented|introduced)\s+(?:an?|the|her|his)\s+(?:\w+\s+)?(?:presentation|report|talk|update|paper|accounts|budget|figures|results)|wished\s+to\s+draw)\b/u;

export const TAKES_THE_FLOOR =
  /\b(?:said|reported|told|added|felt|explained|replied|noted|spoke|advised|observed|confirmed|gave|presented|introduced|wished|reminded|pointed|drew|stated|stressed|emphasised|argued|commented|acknowledged|suggested|responded|answered|informed|assured|outlined|highlighted|described|recalled|remarked|warned|admitted|agreed|asked|referred|mentioned|claimed)\b/;
