/** How people name a study, a set of data or a document: something that one can ask for and read. Patterns for `mentionsIn`. */
import { MONTH_OR_DAY } from './brackets';
import {
  isDefiniteStudy,
  isOrganisation,
  isPlaceOnly,
  NAME,
  OF_EXAMS,
  STUDY_NOUN,
  STUDY_WORDS,
} from './source-words';
import type { SourcePattern } from './types';

/** Data that people get for their telephones: "free data from Three". */
const IS_GIVEN =
  /\b(?:mobile|free|unlimited|gigabytes?|\d+\s?gb|sims?|cards?|get|gets|got|give[ns]?|gave|gift(?:s|ed)?|donat\w+|months?['’]?|year['’]?s?)\s+(?:(?:of|with|free|mobile)\s+){0,3}$/i;

export const STUDIES: readonly SourcePattern[] = [
  {
    words: STUDY_WORDS,
    // "research by the Reading Agency", "a report from the Welsh Government", "figures published by Ofcom".
    kind: 'study',
    pattern: new RegExp(
      `\\b${STUDY_NOUN}\\b(?:\\s+[a-z]+){0,4}?\\s+(?:by|from|of|for|that)\\s+(?:the\\s+|our\\s+|an?\\s+)?(?:[a-z-]+\\s+){0,3}?([A-Z][\\w&]+|[A-Z]{2,})`,
      'g',
    ),
    accept: (match, text) =>
      !isPlaceOnly(match) &&
      // "Research shows that people in Ashby" tells nobody's research.
      !/\b(?:shows?|showed|found|finds|suggests?|says?|reveals?|indicates?|tells?\s+us)\s+that\b/i.test(
        match[0],
      ) &&
      !/^review\s+period\b/i.test(match[0]) &&
      // A review of a service says nothing of who made it.
      !/^(?:review|inquiry|enquiry)\s+of\b/i.test(match[0]) &&
      !/^minutes\s+(?:from|by|of|away|walk)\b/i.test(match[0]) &&
      !(/^data\b/i.test(match[0]) && IS_GIVEN.test(text.slice(Math.max(0, match.index - 40), match.index))),
  },
  {
    words: STUDY_WORDS,
    // "the CIPFA survey", "Met Office rainfall data", "the 2021 Census", "National Literacy Trust research".
    kind: 'study',
    pattern: new RegExp(`\\b(${NAME})(?:['’]s?)?\\s+(?:[a-z]+\\s+){0,3}?${STUDY_NOUN}\\b`, 'g'),
    accept: (match, text) =>
      // "For Hampshire the figures" are nobody's.

      // "For Hampshire the figures" are nobody's.
      !/\s(?:the|a|an|this|that|no|its|our)\s/.test(match[0].slice(match[1]!.length)) &&
      !/\bSpending\s+Review$/.test(match[0]) &&
      !OF_EXAMS.test(match[0].replace(/results$/i, '')) &&
      isOrganisation(match[1]!, match.index, text),
  },
  {
    words: 'census depriv imd survey taking active freedom foi',
    kind: 'study',
    pattern:
      /\b(?:(?:the\s+)?(?:19|20)\d\d\s+[Cc]ensus|[Cc]ensus\s+(?:of\s+)?(?:19|20)\d\d|(?:the|last|latest)\s+[Cc]ensus|Ind(?:ex|ices)\s+of\s+(?:Multiple\s+)?Deprivation|IMD|Participation\s+Survey|Taking\s+Part|Active\s+Lives|Labour\s+Force\s+Survey|Freedom\s+of\s+Information|FOI\s+request)\b/g,
  },
  {
    words: STUDY_WORDS,
    // "in a survey of users", "the report", "our evaluation", "this independent study".
    kind: 'study',
    pattern: new RegExp(
      `\\b(?:the|this|that|its|our|their|an?|another|one|each|same|(?:[A-Z][\\w]+|council|library|service|trust|county|department|government|charity|project|team|evaluators?|programme|scheme|officers?|director|manager|treasurer|assessor|inspector|auditor|university|college|school|museum|network|partnership|company|union|agency|regulator)['’]s)\\s+((?:[\\w'’-]+\\s+){0,4}?)(${STUDY_NOUN})\\b(?!\\s+(?:back|to\\s+(?:the\\s+)?(?:committee|cabinet|council|members)|visits?|tour|days?|rooms?|spaces?|skills|desks?|clubs?|zones?|areas?|nights?|sessions?|tables?|corners?|booths?|pods?|hubs?|halls?|support|form|group|team|centre|programme|officer|service|system|collection|librar))`,
      'gi',
    ),
    accept: (match, text) => isDefiniteStudy(match, text),
  },
  {
    words: 'figures statistics data estimates records',
    // "council figures show", "official statistics", "census data".
    kind: 'study',
    pattern:
      /\b(?:[Cc]ouncil|[Gg]overnment|[Oo]fficial|NHS|[Pp]olice|[Cc]ensus|[Mm]inistry|[Nn]ational|[Ss]chool|[Hh]ospital|[Cc]rime|[Uu]nemployment|[Bb]enefits?|[Dd]eprivation|[Ee]xam)\s+(?:figures|statistics|data|estimates|records)\b/g,
  },
  {
    // "as reported in the Ashby Echo", "set out in the Local Plan".
    words: 'reported cited quoted stated set documented highlighted',
    kind: 'study',
    pattern:
      /\b(?:reported|cited|quoted|stated|set\s+out|documented|highlighted)\s+(?:in|by)\s+(?:the\s+|its\s+|our\s+|their\s+|a\s+)?(?:[a-z-]+\s+){0,2}?[A-Z][\w’'&]+/g,
    accept: (match) => !MONTH_OR_DAY.test(match[0]),
  },
  {
    words: 'appendix annex table figure chart schedule',
    // "see Appendix B", "Table 1 shows".
    kind: 'study',
    pattern:
      /\b(?:[Ss]ee|[Ii]n|[Aa]s|[Aa]t)\s+(?:the\s+)?(?:[Aa]ppendix|[Aa]nnex|[Tt]able|[Ff]igure|[Cc]hart|[Ss]chedule)\s+(?:\d+|[A-Z])\b|\b(?:Appendix|Annex|Table|Figure|Chart)\s+(?:\d+|[A-Z])\s+(?:\w+\s+)?(?:shows?|gives?|sets?\s+out|lists?|compares?)\b/g,
  },
  {
    words:
      'respondents filled completed returned sample found counted surveyed asked interviewed polled analysed',
    kind: 'study',
    pattern:
      /\ba\s+sample\s+of\s+\d|\b[Ww]e\s+(?:have\s+|also\s+)?(?:found\s+that|counted|surveyed|asked\s+(?:\d|our|all|every(?:one|body)?|those|teachers|parents|pupils|children|schools|staff|heads|families|customers|borrowers|readers|visitors|members|users|residents|people|them)|interviewed|polled|analysed)\b/g,
  },
  {
    words: 'number figure findings data statistics percentages total results',
    // "the numbers come out of an evaluation", "these figures are taken from".
    kind: 'study',
    pattern:
      /\b(?:numbers?|figures?|findings|data|statistics|percentages|totals?|results)\s+(?:here\s+|above\s+|below\s+)?(?:come|comes|came|are|were|is|was|have\s+been)\s+(?:all\s+)?(?:taken\s+|drawn\s+|compiled\s+|published\s+|provided\s+|supplied\s+)?(?:out\s+of|from|by)\b/gi,
  },
];
