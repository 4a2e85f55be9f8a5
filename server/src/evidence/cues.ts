/**
 * Words by what they do between sentences: going on, pointing back, asking people, speaking for oneself.
 *
 * For text in lower case; those for text as it is written say so.
 */
import { phrases } from '../english/phrases';

export const CUES = phrases('cues', {
  continues:
    '^\\W*(nationally|in the (last|past) (year|month|week) alone|in (numbers|money|scotland|wales|england|northern ireland)|of the (rest|others|remainder)|put together|all but|this|these|those|that|it also|it (found|finds|shows?|showed|says|said|estimates?|reports?|reported|concludes?|suggests?|puts|reckons)|of (these|those|them|the|all)|among (these|those|them)|the (figures?|numbers?|rates?|rest|remaining|proportion|share|same|next|most|savings?|total|others?|average|report|survey|study)|over the same|in the same|a (further|majority|minority|third|quarter|fifth|tenth)|an? (additional|estimated)|another|only|just|fully|up to|at least|as many as|some|most|many|over|more than|less than|fewer|nearly|almost|about|around|roughly|half|one in|two (in|thirds)|three|four|nine|meanwhile|by (contrast|comparison)|in (contrast|comparison|addition|total|all)|similarly|equally|taken (over|together)|overall|among|asked|when asked|women|men|also|and|but|then|they|#)',
  /** In the next paragraph, a quantity alone does not tell that it goes on with the results of the one before. */
  beginsWithAQuantity:
    '^\\W*(only|just|fully|up to|at least|as many as|some|most|many|over|more than|less than|fewer|nearly|almost|about|around|roughly|half|a (third|quarter|fifth|tenth|majority|minority)|one in|two (in|thirds)|three|four|nine|#)',
  /** "It reckons", "they say": whoever the sentence before is about. */
  byPronoun:
    ', (it|they|he|she) (found|says?|said|reckons?|estimates?|estimated|reports?|reported)\\.?\\W*$|^\\W*(it|they|he|she) (also )?(reckons?|estimates?|estimated|calculates?|calculated|thinks?|believes?|expects?|puts|says?|said|found|finds?|reports?|reported|counts?|counted)>',
  pointsBack:
    '^\\W*\\([a-z][^()]*\\)\\W*$|^\\W*((it|they) (was|were) (published|released|compiled|produced|gathered|collected) by|(it|they|all|both) (all )?(come|comes|came|(are|is|was|were) (taken|drawn)) from|so says|that is|this is|these|those|the …4 (numbers?|figures?|findings|data|results|statistics|survey|study|report|research|evaluation|census|proposals?)|source|sources|according|read (the|our|more)|see (the|our)|more (is )?(in|on|about)|full (report|results|details)|a [\\w\\s]{0,40}?(report|survey|study|evaluation)|all (this|figures)|(figures|numbers|data|statistics|totals|counts) (all )?(are|were|come|came) (taken |drawn )?from)>',
  /** It has come to say who found the figures out, whatever it says besides. */
  namesFinder:
    '^\\W*(((the|these|those|all) …3 )?(figures?|numbers?|statistics|findings|data) ((was|were|is|are|has|have|had|been|come|came) ){1,3}…1 (by|from)|according to (its|their|the) (authors?|researchers|report|study|survey|consultants))>',
  opinion:
    '<(said|say|saying|replied|replies|responded|respond\\w*|answered|answers|against|in favour|agreed|disagreed|supported|opposed|objected|prefer\\w*|choose|chose|majority|in the (opinion|view) of|believe[sd]?|would (like|rather)|felt|feel|thought|rated|scored?|circled|improve(d|ment)|satisfied|happy|pleased|surveyed|(were|was) asked|of people|people who)>',
  atLarge:
    '<(people|person|child|children|adults?|pupils|residents|households?|families|family|women|men|libraries|everyone|patients|businesses|pounds?|£1)>',
  resumes:
    '^\\W*the (headline|main (finding|conclusion|message|result)|key (finding|conclusion|message|result)|overall (finding|conclusion|result)) (figure )?(is|was)>|<(other|further|key|main|these|the|its|more|overall|headline|early|results?|findings) …2 (results|findings|statistics|figures|data|research|numbers)<(?! speaks?>)|^\\W*(results|findings|statistics|research|data|figures) (also )?(show|shows|showed|found|suggest|suggests|reveal|indicate|saw)>|<(when asked|asked (what|how|if|whether|about)|respondents|of those (asked|surveyed|questioned|who ((had|were) )?(replied|responded|answered|asked|surveyed|questioned|took part))|those (surveyed|questioned|who (replied|responded|answered|took part)))>',
  /** A speaker's own place: "people are registered here". */
  here: '<((registered|come|came|work|live|open|based|run|borrow\\w*|is|are|members) here|libraries here)>',
  own: '<(we|we’(ve|re|ll|d)|our|ours|us|i|i’(ve|m|d|ll)|my)>',
  /** What a service knows of itself. */
  ofUse:
    '<(visits?|loans?|issues|borrowing|membership|members|attendances?|downloads?|programme|sessions?|usage|footfall|sign-?ups?|scheme|bookings?|learners|subscribe[ds]?|subscriptions?|subscribers|visitors|enrolments?|through (the|our) doors|attend|took part|taken part|finished|joined in|signed up|registered|attended|borrowed|turned up)>',
  nationwide: '<(national(ly)?|nationwide|country|uk|england|scotland|wales|britain)>',
  takesTheFloor:
    '<(said|reported|told|added|felt|explained|replied|noted|spoke|advised|observed|confirmed|gave|presented|introduced|wished|reminded|pointed|drew|stated|stressed|emphasised|argued|commented|acknowledged|suggested|responded|answered|informed|assured|outlined|highlighted|described|recalled|remarked|warned|admitted|agreed|asked|referred|mentioned|claimed)>',
});

export const BRACKET_NOTE = /(?<=[\p{L}\d%.,;:)”’])[*†‡](?=[\s.,;:)]|$)|\[\d{1,3}\]|[¹²³⁴-⁹]+/gu;
export const GENERAL =
  /\b(?:of\s+us|we\s+all|all\s+of\s+us|each\s+of\s+us|let\s+us|let['’]s|those\s+of\s+us)\b/g;
/** What is not the speaker's own, though they call it so. */
export const OUR_PLACE =
  /\bour\s+(?:\w+\s+)?(?:city|county|town|borough|district|region|country|nation|island|workforce|economy|population|society|high\s+streets?)\b/g;
export const HAS_THE_FLOOR =
  /(?:\b(?:[Hh]e|[Ss]he|[Cc]hair(?:man|woman)?|[Tt]reasurer|[Ss]ecretary|[Mm]anager|[Ll]ibrarian|[Dd]irector|[Oo]fficers?|[Cc]lerk|[Hh]ead|[Ee]xecutive|[Mm]ember|[Ll]eader|[Ss]upervisor|[Cc]o-?ordinator)|\b(?!(?:The|This|That|These|It|They|We|Committee|Council|Cabinet|Board|Members|Residents|People|One|Another)\s)\p{Lu}[\p{L}’'-]*[\p{L}])\s+(?:also\s+|then\s+)?(?:said|reported|told|added|felt|explained|replied|noted|spoke|advised|observed|confirmed|reminded|pointed\s+out|drew\s+(?:attention|(?:the\s+)?(?:members|members['’]|committee['’]s)\s+attention)|stated|stressed|emphasised|argued|commented|acknowledged|suggested|responded|answered|informed|assured|outlined|highlighted|recalled|remarked|warned|admitted|mentioned|claimed|(?:gave|presented|introduced)\s+(?:an?|the|her|his)\s+(?:\w+\s+)?(?:presentation|report|talk|update|paper|accounts|budget|figures|results)|wished\s+to\s+draw)\b/u;
