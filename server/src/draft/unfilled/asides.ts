import { DONT, NAMED, NOBODY, says } from './asides-say';
import type { Found, Kind, Verdict } from './types';
import { MARK } from './words';

/** A word of what a note says; most texts have none, and are not cut into pieces. */
const SIGN =
  /[A-Z]\w{0,14}(?: still)? to [a-z]|[Tt]o be (?:a|ch|co|d|f|i|p|s|u|v|w)|[a-z,;] to (?:follow|come)|\([Tt]o (?:follow|come)|being [cdfruw]|(?:check|chas|ring|draft|look|ask|phon|email|sort)ing\b|chased|has (?:it|this|that|these|them)\b|(?:would|will|may|might) know|[Nn]ot (?:yet|attached|enclosed)|NOT |not decided|(?:[Nn]ot|[Nn][’']?t) (?:n|use|q|s|p|c|r|i)|[Cc]heck |CHECK|[Uu]pdate |[Ss]till (?:r|c|t)|keep\?|[Cc]omments? (?:please )?to |before (?:this|it) goes|’ll be |will be (?:w|a|d|f)|\bv\.? [kgl]|in writing/;
const DASH = '(?:\\s[-–—]{1,2} |[–—])';

function judgeAside(where: Parameters<typeof says>[1]): (found: Found) => Verdict {
  return ({ words, quoted, place }) => {
    const inner = words.replaceAll(MARK, '').trim();
    const verdict = says(where === 'bracket' ? inner.slice(1, -1).trim() : inner, where);
    return verdict && (place.quoted || quoted()) ? false : verdict;
  };
}

/** Notes that are set off from the text: in brackets, in italics, behind a dash, or at its end. */
export const ASIDES: readonly Kind[] = [
  {
    name: 'note in round brackets',
    lack: 'note',
    sign: SIGN,
    looks: /\([^()\r\n]{4,200}\)/gu,
    judge: judgeAside('bracket'),
    right: [
      'The last table is missing «(KLo to paste)».',
      'Volunteers: 41 «(Head of Parks to confirm the figure by May)»',
      'See Annex 4 «(not yet written)».',
      'A registered society «(number to be put in)», since 1974.',
      'It rose to 14% «(I think that is the 2021 one, Olu checking)».',
      'Third aim: *Growth* «(section to come from Priti)»',
      'Scores against six tests «(app. 4, to follow)».',
      'Said the MP «(not approved yet, do not quote)».',
      'It is free *«(Sal was told so, is it still right?)»*',
      'Listed in 1974 «(check with the county)»',
      'Two estimates «(one here, the other to follow)»',
      'A room for the nurse «(lease being drafted)»',
      'Four parts of five are written «(para to come from Olu)».',
      'The roof «(to be costed)» and the lift «(Olu confirming)»',
      'On the list of 2019 «(old — update when published)».',
      'Rooms are given in kind «(£15,000, Sam to work out)».',
      'Encl. the deed «(Bridget to scan)»',
      'A room for the midwife «(trust likes it. letter chased)»',
      'It is theirs «(agreed on the phone – Marisol to confirm it in writing)».',
    ],
    wrong: [
      'The lease (which is being drafted by the county) ends in May.',
      'The plan (not yet open to the public) is for eleven rooms.',
      'Bring a form (you need to check the date) and a pen.',
      'The shop (still open) sells them.',
      'Cabinet (to be held in May) decides.',
      'A group for carers (to look after each other) meets.',
      'Homes (to be built by 2030) bring people.',
      'The rest (not yet counted) went to schools.',
      'Malik (Malik is looking for work) and Ann (Ann is asking for more) came.',
      'The lease (which they agreed to confirm) runs out.',
      'It is open (Monday to Friday) and (April to date).',
      'A plan (Trust to provide the hall and the chairs for it) is made.',
    ],
  },
  {
    name: 'note in italics or bold',
    lack: 'note',
    sign: SIGN,
    looks: new RegExp(
      `(?<=(?:^|[\\s(–—,])${MARK}{1,3})[^\\s${MARK}][^${MARK}\\r\\n]{3,220}(?=${MARK})`,
      'gu',
    ),
    judge: (found) => {
      const isBold = found.text[found.start - 2] === MARK;
      return judgeAside(isBold ? 'bold' : 'italics')(found);
    },
    right: [
      'The plan is long. *«Not attached – too big to send»*',
      '*«still to be worked up with Estates»*',
      'Trade unions **«still to be asked»** – in June.',
      '*«Draft 4. KW to see the table of loans»*',
      '*«Draft 2 for the board. Comments to Marion by the 7th please.»*',
      '**«CHECK with legal before we use this!»**',
      'Rota: *«being drafted by Jo.»*',
      'Large print: *«Ann to draft, needs the address»*',
      '*«Ola has asked Anwen to read it before this goes out»*',
    ],
    wrong: [
      'The *lease to be signed* is long.',
      '**To be a reader** is to be free.',
      'Our aim: *to find and keep readers*.',
      '*Still Life* is a play.',
      '**Action: Ann to check the date**',
    ],
  },
  {
    name: 'note behind a dash',
    lack: 'note',
    sign: SIGN,
    looks: new RegExp(
      `(?<=[^\\s–—-]${MARK}{0,3}${DASH})[^\\s–—()[.?!-][^\\r\\n–—()[\\]${MARK}.?!]{3,120}(?=[.?!]?${MARK}{0,3}[ \\t]*(?:$|[\\r\\n])|\\. )`,
      'gu',
    ),
    judge: (found) =>
      /^[^\p{L}]*(?:Action|AP\d*|Agreed|Resolved)\b/iu.test(found.text.slice(0, 30))
        ? false
        : judgeAside('tail')(found),
    right: [
      'Rent is free, rates are not - «Head of Parks to confirm figure»',
      'Cost of the third year — «to be identified».',
      'It helps with rural life and so on – «will be written up».',
      'Councillor’s words – «NOT YET CLEARED, with her office»',
      'Loans by ward – «Dee is chasing the figures»',
      'Rent from year 4 — «to be agreed». The rest is known.',
    ],
    wrong: [
      'There is one thing left - to be brave.',
      'The aim is plain – to check facts and to lend books.',
      'Ask at the desk – we will look it up.',
      'AP3 The lease ends - Jo to confirm the date',
    ],
  },
  {
    name: 'what is not to be used yet',
    lack: 'note',
    sign: /(?:[Dd]o not|[Dd]on[’']?t|DO NOT|DON[’']?T) (?:use|name|quote|send|publish|share|print|circulate|release|issue|USE|NAME|QUOTE|SEND|PUBLISH|SHARE|PRINT|CIRCULATE|RELEASE|ISSUE) /,
    looks: new RegExp(
      `(?:^|(?<=[,;:.!?(–—\\[] ?${MARK}{0,3}| - |\\band |\\bbut ))${DONT}[^.!?\\r\\n${MARK}()\\[\\]]{0,80}`,
      'giu',
    ),
    judge: ({ quoted, place, words }) =>
      place.quoted || quoted() || /\b(?:you|your|libraries|staff|passwords?)\b/iu.test(words)
        ? false
        : 'sure',
    right: [
      'The pictures are in the folder, «don’t use the one of the twins».',
      'One of them says yes, but «do not name him yet».',
      'Photo 4: «do not use without asking her mother».',
    ],
    wrong: [
      'Don’t use the lift in a fire.',
      'Do not send cash.',
      'Do not share your password until you are sure.',
      'We do not use the one in May.',
      'Many people don’t use the one that is nearest.',
    ],
  },
  {
    name: 'check this',
    lack: 'note',
    sign: /CHECK [a-z]|[Cc]heck w\/|\? ?[Cc]heck (?:this|that|with|if|is)/,
    looks: new RegExp(
      `(?<![\\p{L}])(?:CHECK (?=[a-z])|[Cc]heck w\\/|(?<=\\? ?)[Cc]heck (?:this|that|with|if|is)\\b)[^.?!\\r\\n${MARK}()\\[\\]]{0,100}`,
      'gu',
    ),
    judge: ({ quoted, place, words }) => (place.quoted || quoted() || /\byou/iu.test(words) ? false : 'sure'),
    right: ['The lease may run on. «Check w/ Ian».', 'The rent is £4,000. «CHECK with the agent»'],
    wrong: ['Check with Reception first.', 'Is it open? Check with us if you are unsure.', 'CHECK YOUR CARD'],
  },
  {
    name: 'thing to come from somebody',
    lack: 'to-come',
    sign: /[Tt]o (?:follow|come) from /,
    looks: new RegExp(
      `(?:^|(?<=[.!?:–—] |^[\\d.]{1,6}[ \\t]))${MARK}{0,3}(?:Still )?[Tt]o (?:follow|come) from \\p{Lu}[\\p{L}’'&-]*(?: [\\p{L}&’'-]+){0,2}(?=\\.?${MARK}*\\s*$|\\.?[\\r\\n])`,
      'gu',
    ),
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: ['«To follow from Finance».', 'Legal: «to come from Ann»'],
    wrong: ['To come from Wales is to sing, they say.', 'The aim: to come from nowhere and win the cup.'],
  },
  {
    name: 'note of who reads it',
    lack: 'note',
    sign: /^[\s*_\u2060]*Internal(?: note)?:|(?:[-–—] ?|[.!] )[A-Z]{2,3}\?|, [A-Z]\w+ (?:would|will|may|might) know/,
    looks: new RegExp(
      `^[\\s${MARK}]*Internal(?: note)?:[^\\r\\n]{1,200}|(?<=\\p{L}${DASH}|\\p{Ll}[.!] )\\p{Lu}{2,3}\\?(?=[)${MARK}]*\\s*$)|(?<=, )\\p{Lu}\\p{L}{1,12} (?:would|will|may|might) know(?=[.!)${MARK}]*\\s*$)`,
      'gu',
    ),
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: [
      'It is 40 or 41, «Sal would know».',
      '«Internal: Noor is happy with her words»',
      'Nobody has rung the bank - «RW?»',
    ],
    wrong: ['They want it, they will know.', 'Internal walls: two', 'Where is the EIA?', 'What is a DBS?'],
  },
  {
    name: 'thing to add at the end',
    lack: 'note',
    sign: / to (?:add|insert|find|get|check|supply|write)\b/,
    looks: new RegExp(
      `(?:^|(?<=[.!?:;(] ?${MARK}{0,3}| [-–] ))(?:${NAMED}|\\d+ more|\\p{L}+, \\d+ more) to (?:add|insert|find|get|check|supply|write)(?=[.!)\\]${MARK}]*\\s*(?:$|[\\r\\n)]))`,
      'giu',
    ),
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: ['*Photo: the choir. «Alt text to add»*', 'Rent (£4,000). «Figures to check»'],
    wrong: ['We have notes to add.', 'Evidence to find a cure', 'There are two more to add.'],
  },
  {
    name: 'question for somebody to settle',
    lack: 'note',
    sign: /[A-Z][a-z\d_]*\w to (?:confirm|check|find out) (?:if|whether|which|when|who|what|how|where) /,
    looks: new RegExp(
      `(?:^|(?<=[.!?] ))\\p{Lu}\\p{L}{1,12} to (?:confirm|check|find out) (?:if|whether|which|when|who|what|how|where)\\b[^.?!\\r\\n${MARK}]{2,80}[!?]*(?=[.]?[${MARK}\\s]*$)`,
      'gu',
    ),
    judge: ({ quoted, words, place }) =>
      quoted() || place.quoted || NOBODY.test(words) ? false : /[!?]$/.test(words) ? 'sure' : 'doubtful',
    right: ['- «Olu to check whether it was June!»', 'The lease ends. «Priti to find out when it ends»'],
    wrong: ['How to find out when we are open', 'We ask Ann to check whether it is open.'],
  },
  {
    name: 'doubted word',
    lack: 'question',
    sign: /\([a-z]{2,12}\?\)/,
    where: 'cell',
    looks: /\(\p{Ll}{2,12}\?\)/gu,
    judge: ({ words }) =>
      /^\((?:why|really|remember|right|see|when|who|what|how|where|yes|no)\?/.test(words) ? false : 'sure',
    right: ['Study of the pilot «(poly?)»'],
    wrong: ['Costs (why?)'],
  },
  {
    name: 'struck out',
    lack: 'review',
    sign: /~~/,
    looks: /~~[^~\r\n]{1,300}~~/gu,
    right: ['- «~~A tea dance~~» in May'],
    wrong: ['about ~ 40', 'a ~~~ b'],
  },
];
