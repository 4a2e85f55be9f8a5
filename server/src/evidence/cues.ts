/**
 * Words by what they do between sentences: going on, pointing back, asking people, speaking for oneself.
 *
 * For text in lower case; those for text as it is written say so.
 */
import { phrases } from '../words/phrases';
import data from './phrases.json';

export const CUES = phrases('cues', data.cues);

export const BRACKET_NOTE = /(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d%.,;:)”’])[*†‡](?=[\s.,;:)]|$)|\[\d{1,3}\]|[¹²³⁴-⁹]+/gu;
export const GENERAL =
  /\b(?:of\s+us|we\s+all|all\s+of\s+us|each\s+of\s+us|let\s+us|let['’]s|those\s+of\s+us)\b/g;
/** What is not the speaker's own, though they call it so. */
export const OUR_PLACE =
  /\bour\s+(?:\w+\s+)?(?:city|county|town|borough|district|region|country|nation|island|workforce|economy|population|society|high\s+streets?)\b/g;
/** What the writers pay: “our gas bill”, “the electricity bills”, “our heating costs”. */
export const OWN_BILLS =
  /\b(?:(?:our|the)\s+(?:[\w’'-]+\s+){0,2}bills?|our\s+(?:[\w’'-]+\s+){0,2}(?:costs?|rent|premiums?|overheads))\b/;
export const HAS_THE_FLOOR =
  /(?:\b(?:[Hh]e|[Ss]he|[Cc]hair(?:man|woman)?|[Tt]reasurer|[Ss]ecretary|[Mm]anager|[Ll]ibrarian|[Dd]irector|[Oo]fficers?|[Cc]lerk|[Hh]ead|[Ee]xecutive|[Mm]ember|[Ll]eader|[Ss]upervisor|[Cc]o-?ordinator)|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d_])(?!(?:The|This|That|These|It|They|We|Committee|Council|Cabinet|Board|Members|Residents|People|One|Another)\s)\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{0,60}[A-Za-zÀ-ÖØ-ፚḀ-ỹ])\s+(?:also\s+|then\s+)?(?:said|reported|told|added|felt|explained|replied|noted|spoke|advised|observed|confirmed|reminded|pointed\s+out|drew\s+(?:attention|(?:the\s+)?(?:members|members['’]|committee['’]s)\s+attention)|stated|stressed|emphasised|argued|commented|acknowledged|suggested|responded|answered|informed|assured|outlined|highlighted|recalled|remarked|warned|admitted|mentioned|claimed|(?:gave|presented|introduced)\s+(?:an?|the|her|his)\s+(?:\w+\s+)?(?:presentation|report|talk|update|paper|accounts|budget|figures|results)|wished\s+to\s+draw)\b/u;
