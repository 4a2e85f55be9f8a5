/** Finds the speakers of quotations in prose: named persons, their signatures, and how they are introduced. */
import type { Span } from '../draft/types';
import { type Quote, quotesIn, withoutQuotes } from './quotations';
import { someoneWho } from './unnamed-speakers';

/** Someone who is quoted. */
export interface Speaker {
  /** Position in the text that was passed in. */
  readonly span: Span;
  readonly named: boolean;
  /** Whether the text gives a title, a role or an organisation. */
  readonly role: boolean;
}

const SAYS =
  '(?:said|says|say|saying|added|adds|explained|explains|told|tells|commented|comments|noted|continued|went\\s+on|remarked|wrote|writes|welcomed|concluded|conceded|argued|stated|states|replied|stressed|recalled|recalls|remembers|put\\s+it|warned|insisted|agreed|confirmed|reckons?|reckoned|estimates|believes|puts\\s+the\\s+\\w+\\s+at|enthused|reflected|summed)';
const TITLE =
  '(?:Cllrs?|Coun(?:cillors?)?|Mayor|Minister|Lord|Lady|Baroness|Sir|Dame|Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Mx|Rev(?:erend)?|Father|Sister|Chairman|Chair|Convener|President|MP|MSP|MS)';
const WORD_NAME = `[A-Z][A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{0,60}[A-Za-zÀ-ÖØ-ፚḀ-ỹ]`;
const PERSON = new RegExp(
  `(?:${TITLE}\\.?\\s+${WORD_NAME}(?:\\s+${WORD_NAME}){0,2}|${WORD_NAME}(?:\\s+(?:[A-Z]\\.?|de|van|von|al|bin|Mc|O)){0,1}\\s+${WORD_NAME}(?:\\s+${WORD_NAME})?)`,
  'gu',
);
const TITLED = new RegExp(`^${TITLE}\\.?$`);
const ROLE =
  /\b(?:chief|executive|officer|director|managers?|management|head|chair(?:man|woman|person)?|convener|councillor|cllr|coun|mayor|minister|member|leader|president|librarian|coordinator|co-ordinator|trustee|teacher|headteacher|pupil|student|volunteer|customer|user|reader|borrower|resident|carer|parent|mother|father|mum|dad|grandmother|owner|founder|entrepreneur|artist|author|poet|writer|spokes\w+|professor|doctor|dr|gp|nurse|councillors|assistant|supervisor|lead|adviser|advisor|specialist|worker|secretary|commissioner|friend|patron|ambassador|champion|curator|producer|inspector|lord|baroness|mp|msp|governor|programme|service|library|libraries|council|trust|agency|society|charity|cabinet|portfolio|partner|widow|retired|aged?|\d{2})\b/i;
const NOT_A_PERSON =
  /^(?:The|This|That|These|Our|Their|It|He|She|They|We|You|One|Another|Some|Several|Many|An|In|On|At|As|When|While|But|And|So|After|Before|Over|From|For|With|North|South|East|West|New|Summer|Reading|Public|Local|National|County|City|Borough|District|Community|British|Great|United|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;
const ORGANISATION_WORD =
  /\b(?:Libraries|Library|Council|Trust|Foundation|Agency|Society|Service|Services|Centre|Committee|Challenge|Week|Award|Street|Road|Park|University|College|School|Hospital|Board|Group|Network|England|Scotland|Wales|Ireland|Kingdom|Fund|Programme|Project|Association|Department|Office|Arts|Festival|Theatre|Museum|Gallery|Housing|Homes|Care|Press|Books|Media|Union|Chamber|Partnership|Forum|Institute|Bank|Church|Alliance|Mind|Research|Economics|Consulting|Commission|Authority|Federation|Company|Team|Club|Organi[sz]ation|Statistics|Standards|Government|Assembly|Parliament|Ministry|Treasury|Inspectorate|Observatory|Consortium|Coalition|Academy|Bureau|Corporation|Confederation|Enterprise|Health|UK|GB|USA|EU|BBC|NHS|RNIB|Poverty|Advice|Children|Action|Support|Matters|Concern|Citizens|Community|Communities|Rights|Reading|Literacy|Carers|Cancer|Alzheimer['’]s|Skills|Learning|Business|Britain|Cymru|Youth|People|Data|Digital|Heritage|Sport|Money|Futures?|Times|Post|Echo|Herald|Guardian|Observer|Telegraph|Independent|Gazette|Mercury|Standard|Chronicle|Argus|Express|Mail|News|Evaluation|Insight|Strategy|Planning|Partners|Associates|Consultants|Ltd|Limited|plc|Plc)\b/;
const SPEECH = new RegExp(`\\b${SAYS}\\b`, 'i');

/** "Mrs K", "K. T.", "Kelvin", "Joan Petty", "Mrs J. Petty": as somebody signs. */
const SIGNS = new RegExp(
  String.raw`^(?:${TITLE}\.?\s+)?(?:\p{Lu}\.?|${WORD_NAME})(?:\s+(?:\p{Lu}\.?|${WORD_NAME})){0,3}$`,
  'u',
);
/** What can follow a name after a comma: an age, a place, a role. */
const SIGNED_WITH =
  /^(?:aged\s+)?\d{1,3}$|^\p{Lu}|^(?:an?|the|who|from|of)\s|^(?!(?:and|but|so|or|then|thanks?|please|all|too|though|yes|no|ever|always)\b)[a-z][\w’'-]*(?:\s+[\w’'-]+){0,3}$/u;
const LONGEST_SIGNATURE = 100;

/**
 * Whether a text is the signature under or after a quotation: "Kelvin, 24, Lea Bank", "(borrower, Lea Bank)". A name
 * alone counts only on a line of its own.
 */
export function isSignature(text: string, ownLine: boolean): boolean {
  if (text.length > LONGEST_SIGNATURE) return false;
  const [who = '', ...more] = text
    .replace(/^[\s([–—-]+/, '')
    .replace(/(?<![\s)\]])[\s)\]]+$/, '')
    .split(',')
    .map((part) => part.trim());
  const first = who.split(/\s+/)[0]!;
  const isName = SIGNS.test(who) && !NO_NAME.test(first) && !NOT_A_PERSON.test(first);
  if (more.length === 0) return ownLine && isName && !hasRole(who);
  if (/[.!?…]["”’']?$/.test(more.at(-1)!) || who.split(/\s+/).length > 5) return false;
  return (isName || hasRole(who)) && more.some((part) => SIGNED_WITH.test(part) || hasRole(part));
}

/** Whether a quotation ends with a signature: on its own line, or after the last sentence or closing quotation mark. */
export function isSigned(text: string): boolean {
  const line = text.lastIndexOf('\n');
  if (line !== -1 && isSignature(text.slice(line + 1), true)) return true;
  const tail = text.slice(-LONGEST_SIGNATURE - 3);
  // Try every sentence end: "Mrs J. Petty" has a full stop too.
  for (const { index, 0: end } of tail.matchAll(/[.!?…]["”’']?\s+|["”’']\s+/g)) {
    if (isSignature(tail.slice(index + end.length), false)) return true;
  }
  return false;
}

/** Last words of the names of what a service runs and where: no surnames, as “Hall” and “House” are. */
const RUN_OR_PLACE =
  /\b(?:Caf[eé]|Hub|Kitchen|Shed|Lounge|Studio|Lab|Makerspace|Sessions?|Workshops?|Drop-?[Ii]n|Natter|[A-Z][a-z]*time|Time|Circle|Corner|Morning|Afternoon|Evening|Tea|Lunch|Choir|Cinema|Playgroup|Hour|Loft|Zone|Point|Pod|Bus|Van)$/;
/** Before a name that is of no person: “the Blether Café”, “our Rhyme Time”, but not “the Prime Minister”. */
const OF_A_THING = /(?:^|[\s(“"])(?:the|an?|our|this|that|their|its|your|every|each)\s$/i;
const LONGEST_ARTICLE = 8;

/** The first person's name in a text: "Cllr Ann Smith", "Tom Reed"; undefined without. */
export function personIn(text: string): Span | undefined {
  PERSON.lastIndex = 0;
  for (let match = PERSON.exec(text); match; match = PERSON.exec(text)) {
    const words = match[0].split(/\s+/);
    const first = words[0]!;
    const titled = TITLED.test(first);
    const before = text.slice(Math.max(0, match.index - LONGEST_ARTICLE), match.index);
    const isThing =
      words.some((word) => NOT_A_PERSON.test(word)) ||
      ORGANISATION_WORD.test(match[0]) ||
      RUN_OR_PLACE.test(match[0]) ||
      (OF_A_THING.test(before) && !hasRole(match[0]));
    if (titled || !isThing) {
      return { start: match.index, end: match.index + match[0].length };
    }
    // "County Councillor Ann Reed": words that are not part of the name may come first.
    PERSON.lastIndex = match.index + first.length;
  }
  return undefined;
}

function hasRole(text: string): boolean {
  return ROLE.test(text);
}

/** An introduction after a name: "who runs the bakery", "a beekeeper", "from Ashby", "47". */
const WHO_THAT_IS =
  /^,?\s+(?:(?:who|whose)\s+\w|(?:an?|the|our|its|one\s+of)\s+\w|(?:of|from)\s+[A-Z]|\(\w|\d)/;

/** A role before a name: "Fiddle player Cathal McGurk said", "local mum Jo Reed". */
const WHAT_BEFORE =
  /(?:^|[.!?:;,“"”]\s*|\b(?:and|but|while|as|to|told|said|by|with|from|for)\s+)(?:(?:local|regular|former|retired|young|fellow|life-?long|our|the)\s+)*(?:[A-Za-z][\w’'-]*\s+){0,2}(?!(?:after|never|over|under|however|whether|later|earlier|rather|either|neither|other|another|together|ever|for|or|nor|summer|winter|september|october|november|december|yesterday)\b)(?:[a-z’'-]+(?:er|or|ist|ian|ant|ee)|mum|dad|pupil|student|resident|parent|patient|widow|nurse|guide|cook|regular|grandad|nan)\s+$/i;

/** Whether a text says who the person is whose name is at `person`. */
export function isIntroduced(text: string, person: Span): boolean {
  return (
    hasRole(text) ||
    WHO_THAT_IS.test(text.slice(person.end, person.end + 40)) ||
    WHAT_BEFORE.test(text.slice(Math.max(0, person.start - 60), person.start))
  );
}

/** Whether a text has a verb of speaking: "said", "told us". */
export function isSpeech(text: string): boolean {
  return SPEECH.test(text);
}

const INTRODUCED = String.raw`(?:,\s+(?:(?:who|whose)\s+[^,.;“"]{2,80}|\d{1,3}|(?:an?|the|from|of)\s+[^,.;“"]{2,60}),)?`;
/** "Peggy said", "said Peggy", "Peggy, who is 91, told us". */
const FIRST_NAME = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(${WORD_NAME})${INTRODUCED}\\s+(?:also\\s+|has\\s+)?${SAYS}\\b|\\b${SAYS}\\s+(${WORD_NAME})`,
  'gu',
);
/** "Olena was a pharmacist. … she said": the name is in an earlier sentence. */
const NAMED_BEFORE = new RegExp(
  `(?:^|[.!?]\\s+)(${WORD_NAME})\\s+(?:is|was|has|had|came|comes|lost|lives|lived|works|worked|used|started|joined|moved|runs|ran)\\b`,
  'gu',
);
/** "Amina (13)", "Amina, 13,": only persons have an age. */
const AGED = new RegExp(`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(${WORD_NAME})(?:\\s+\\(\\d{1,2}\\)|,\\s+\\d{1,2},)`, 'gu');
/** "One farmer put it like this": not a person named earlier. */
const UNNAMED = new RegExp(someoneWho(SAYS), 'i');
const NO_NAME =
  /^(?:The|This|That|These|Those|He|She|They|It|We|I|You|One|Who|As|And|But|So|There|Here|What|Nobody|Everyone|Everybody|Somebody|Someone|Nothing|Everything|Another|Each|Both|All|Some|Many|Most|Others|Staff|People|Children|Parents|Visitors|Users|Customers|Residents|Members|Councillors|Officers|Teachers|Volunteers|Readers|Borrowers|Learners|Participants|Families|Last|Now|Then|Today|Anyone|Anybody|Neither|Either|Libraries|Library|Life|Membership|Entry|Work|Reading)$/;

/** The first name, or surname alone, of somebody who speaks. */
function firstNameIn(text: string): Span | undefined {
  const isNamedBefore = /\b(?:he|she)\b|:\s*$/i.test(text) && !UNNAMED.test(text);
  const patterns = isNamedBefore ? [FIRST_NAME, NAMED_BEFORE, AGED] : [FIRST_NAME];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[2]!;
      if (NO_NAME.test(name) || NOT_A_PERSON.test(name)) continue;
      const start = match.index + match[0].indexOf(name);
      return { start, end: start + name.length };
    }
  }
  return undefined;
}

/**
 * The speaker in a text that has, or introduces, a quotation: the person named outside the quotation marks, if the
 * text there has a verb of speaking or ends with a colon.
 */
export function speakerIn(text: string, quotes: readonly Quote[] = quotesIn(text)): Speaker | undefined {
  const rest = withoutQuotes(text, quotes, ({ start, end }) => ' '.repeat(end - start));
  if (!SPEECH.test(rest) && !/:\s*$/.test(rest.trimEnd())) return undefined;
  const person = personIn(rest);
  if (person) return { span: person, named: true, role: isIntroduced(rest, person) };
  const first = firstNameIn(rest);
  if (first) return { span: first, named: true, role: isIntroduced(rest, first) };
  const speech = SPEECH.exec(rest);
  if (!speech) return undefined;
  return {
    span: { start: speech.index, end: speech.index + speech[0].length },
    named: false,
    role: hasRole(rest),
  };
}
