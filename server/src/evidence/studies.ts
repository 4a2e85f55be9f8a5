/** How people name a study, a set of data or a document: something that one can ask for and read. Patterns for `mentionsIn`. */
import { MONTH_OR_DAY } from './brackets';
import {
  isDefiniteStudy,
  isOrganisation,
  isPlaceOnly,
  NAME,
  OF_EXAMS,
  REPORTED,
  STUDY_NOUN,
  STUDY_WORDS,
} from './source-words';
import type { SourcePattern } from './types';

/** Data that people get for their telephones: "free data from Three". */
const IS_GIVEN =
  /\b(?:mobile|free|unlimited|gigabytes?|\d+\s?gb|sims?|cards?|get|gets|got|give[ns]?|gave|gift(?:s|ed)?|donat\w+|months?['’]?|year['’]?s?)\s+(?:(?:of|with|free|mobile)\s+){0,3}$/i;

export const STUDIES: readonly SourcePattern[] = [
  {
    words: 'survey poll canvass asked question',
    // "Last May we asked 400 users": what is told with it is what they answered.
    kind: 'study',
    ofOpinion: true,
    pattern:
      /\b(?:surveyed|polled|canvassed)\s+(?:its|our|their|the|\d|over|more|some|all|every|local|people|users|residents|members)\b|\b(?:asked|questioned|polled|canvassed)\s+(?:(?:over|some|nearly|almost|about|around|more\s+than)\s+)?\d[\d,]*\s+(?!times|questions|pounds)[a-z]+|\bput\s+(?:(?:some|a\s+few|several|the\s+same|\w+)\s+)?questions\b[^.;]{0,40}\sto\s/g,
  },
  {
    words:
      'survey poll question interview asked respondents filled completed returned replied responded answered say',
    // "Of the customers who were surveyed", "users were asked whether".
    kind: 'study',
    ofOpinion: true,
    pattern:
      /\b(?:[Oo]f|[Aa]mong)\s+(?:the\s+|those\s+|all\s+)?(?:\w+\s+){0,3}?(?:surveyed|polled|questioned|interviewed|asked(?=\s*[,.;]|\s+(?:said|told|had|were|did|would|thought|felt))|respondents|(?:who|that)\s+(?:(?:filled\s+in|completed|returned)\s+(?:the|our|an?)\s+(?:\w+\s+){0,2}(?:forms?|cards?|surveys?|questionnaires?|sheets?)|were\s+(?:asked|surveyed|polled|questioned|interviewed)|(?:had\s+)?(?:replied|responded|answered)))\b|\b(?:[Uu]sers|[Cc]ustomers|[Rr]esidents|[Vv]isitors|[Rr]eaders|people|[Pp]arents|[Cc]hildren|[Mm]embers|[Bb]orrowers|staff|libraries|councils|services)\s+(?:were|are)\s+(?:then\s+|also\s+)?(?:surveyed|polled|asked\s+(?:whether|if|what|how|about|why|to\s+(?:say|rate)))\b|\b(?:people|residents|users|members|customers|parents)\s+(?:have\s+)?(?:responded|replied|had\s+their\s+say)\b|\b[Ww]hen\s+(?:\w+\s+){1,3}were\s+(?:surveyed|polled|questioned)\b/g,
  },
  {
    words: 'form sheet card counter records registers data logs door system',
    // What those who took part filled in, and what counts of itself.
    kind: 'study',
    pattern: new RegExp(
      `\\b(?:[Ff]eedback|[Ee]valuation|[Cc]omment)\\s+(?:forms?|sheets?|cards?)\\b|\\b(?:[Dd]oor|[Vv]isitor|[Ff]ootfall|[Pp]eople)\\s+counters?\\s+(?:(?:at|on|in|by)\\s+the\\s+(?:\\w+\\s+){1,2})?${REPORTED}\\b|\\b(?:[Ll]oan|[Ii]ssue|[Aa]ttendance|[Mm]embership)\\s+(?:records|registers|data)\\s+${REPORTED}\\b|\\b[Oo]ur\\s+(?:own\\s+)?(?:records|registers|logs|door\\s+counts)\\s+${REPORTED}\\b|\\b(?:management|booking|counting)\\s+system\\s+${REPORTED}\\b`,
      'g',
    ),
  },
  {
    words: 'strategy plan document paper dossier return accounts',
    // "So says a new strategy", "the draft plan sets out".
    kind: 'study',
    pattern: new RegExp(
      `\\b(?:says?|sa(?:id|ys)\\s+in|set\\s+out\\s+in|told\\s+in|according\\s+to)\\s+(?:the|an?|its|their|our)\\s+(?:\\w+\\s+){0,2}?(?:strategy|plan|document|paper|dossier|return|accounts)\\b|\\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)\\s+(?:[a-z]+\\s+){0,2}?(?:strategy|plan|document|dossier)\\s+(?:itself\\s+|also\\s+)?${REPORTED}\\b`,
      'g',
    ),
  },
  {
    // "Condition surveys show", "consultation responses showed".
    words: 'survey questionnaire poll responses results returns replies findings forms records data',
    kind: 'study',
    pattern: new RegExp(
      `\\b(?!(?:[Rr]ecent|[Nn]ew|[Mm]any|[Ss]ome|[Mm]ost|[Ss]everal|[Vv]arious|[Oo]ther|[Pp]revious|[Ll]atest|[Mm]ore|[Tt]hese|[Ff]ew|[Aa]ll|[Aa]nd|[Oo]f|[Oo]ne|[Nn]o|[Ff]urther|[Ss]uch)\\s)[A-Za-z]+['’]?\\s+(?:surveys?|questionnaires?|polls?)\\s+(?:(?:in|of|from|at|for|by|with)\\s+(?:[\\w'’-]+\\s+){1,5}?)?(?:also\\s+)?${REPORTED}\\b|\\b(?:[Cc]onsultation|[Ss]urvey|[Qq]uestionnaire|[Ee]valuation|[Mm]onitoring|[Mm]embership|[Aa]ttendance)\\s+(?:responses|results|returns|replies|data|findings|forms|records)\\s+(?:also\\s+)?${REPORTED}\\b`,
      'g',
    ),
  },
  {
    // "When the programme was evaluated in 2015".
    words: 'evaluated assessed surveyed studied',
    kind: 'study',
    pattern:
      /\b(?:[Ww]hen|[Aa]fter)\s+(?:(?:the|its|our|this)\s+)?(?:[\w'’-]+\s+){1,5}?(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:evaluated|assessed|surveyed|studied)\b/g,
  },
  {
    // "Exit surveys were carried out".
    words: 'survey',
    kind: 'study',
    ofOpinion: true,
    pattern:
      /\b[Ss]urveys?\s+(?:was|were|has\s+been|have\s+been)\s+(?:carried\s+out|held|done|conducted|made|taken|sent)\b/g,
  },
  {
    // "The results of the pilot were published", "findings from the pilot: …", "the university has studied".
    words: 'results findings studied evaluated assessed analysed examined researched',
    kind: 'study',
    pattern:
      /\b(?:[Rr]esults|[Ff]indings)\s+(?:of|from)\s+(?:the|our|its|this)\s+(?:[\w'’-]+\s+){0,5}?(?:(?:were|was|are|have\s+been)\s+published|include|[\w'’-]+:)|\b(?:[Tt]he|[Oo]ur)\s+(?:[\w'’]+\s+){0,2}?(?:university|college|council|trust|charity|foundation|researchers)\s+(?:has\s+|have\s+)?(?:studied|evaluated|assessed|analysed|examined|researched)\b/g,
  },
  {
    // "The trust's accounts show", "the charity's website says", "a paper to be discussed on Tuesday says".
    words:
      'accounts website web paper plan document dossier leaflet brochure profile system counter register log minutes ledger',
    kind: 'study',
    pattern:
      /\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|\w+['’]s?)\s+(?:[\w'’]+\s+){0,2}?(?:accounts|website|web\s+page|papers?|plans?|documents?|dossier|leaflet|brochure|profile|(?<=\b(?:booking|computer|lending|library|loans?|management)\s)system|counters?|register|logs?|minutes|ledger)(?:\s+(?:to\s+be|published|for|before|from)\s+[^.,;\d]{3,40}?)?\s+(?:also\s+|now\s+)?(?:shows?|showed|says|said|records?|recorded|states?|stated|reveals?|revealed|puts?|gives?|counted)\b/g,
  },
  {
    words: 'papers documents performance analysis',
    // "Papers for Tuesday's meeting show", "performance data", "an economic analysis gave".
    kind: 'study',
    pattern: new RegExp(
      `\\b(?:[Pp]apers|[Dd]ocuments)\\s+(?:for|before|seen|prepared|put|published|released|considered|presented|submitted|drawn\\s+up|ahead\\s+of)\\s+(?:[\\w'’-]+\\s+){1,5}?${REPORTED}\\b|\\b[Pp]erformance\\s+(?:data|figures|reports?|indicators?)\\b|\\b(?:[Aa]n?|[Tt]he)\\s+(?:[a-z]+-)?[a-z]+\\s+analysis\\s+(?:carried\\s+out|commissioned|for|gave|of\\s+the)\\b`,
      'g',
    ),
  },
  {
    // "Democratising Growth 2.0, published today, looks at".
    words: 'published released launched',
    kind: 'study',
    pattern: new RegExp(
      `\\b${NAME},\\s+(?:which\\s+(?:was|is)\\s+)?(?:published|released|launched)\\s+(?:today|yesterday|this|last|in|on|by|earlier)\\b`,
      'g',
    ),
  },
  {
    // "Has published the results as a briefing note".
    words: 'published',
    kind: 'study',
    pattern:
      /\b(?:has|have|had)\s+published\s+(?:the|its|their|our|these|those|some)\s+(?:results|findings|figures|data|research|analysis)\b/g,
  },
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
      `\\b(?:the|this|that|its|our|their|an?|another|one|each|same|(?:[A-Z][\\w]+|council|library|service|trust|county|department|government|charity|project|team|evaluators?|programme|scheme|officers?|director|manager|treasurer|assessor|inspector|auditor|university|college|school|museum|network|partnership|company|union|agency|regulator)['’]s|(?:[Oo]fficers|[Ii]nspectors|[Aa]uditors|[Rr]esearchers|[Ee]valuators|[Cc]onsultants|[Dd]irectors|[Tt]rustees|[Aa]ssessors|[Uu]sers|[Cc]ustomers|[Rr]esidents)['’])\\s+((?:[\\w'’-]+\\s+){0,4}?)(${STUDY_NOUN})\\b(?!\\s+(?:back|to\\s+(?:the\\s+)?(?:committee|cabinet|council|members)(?!(?:\\s+[\\w'’]+){0,4}?\\s+(?:put|found|said|says|shows?|showed|estimated?s?|gave|gives|set\\s+out|sets\\s+out|records?|recorded|states?|stated|suggests?|suggested|concluded?s?)\\b)|visits?|tour|days?|rooms?|spaces?|skills|desks?|clubs?|zones?|areas?|nights?|sessions?|tables?|corners?|booths?|pods?|hubs?|halls?|support|form|group|team|centre|programme|officer|service|system|collection|librar))`,
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
    words: 'monitoring analysis modelling tracking evaluation research work',
    // "Monitoring by the project team shows", "a report to Parliament in March put".
    kind: 'study',
    pattern: new RegExp(
      `\\b(?:[Mm]onitoring|[Aa]nalysis|[Mm]odelling|[Tt]racking|[Ee]valuation|[Rr]esearch|[Ww]ork)\\s+(?:carried\\s+out\\s+)?by\\s+(?:the|our|an?)\\s+(?:[\\w'’-]+\\s+){1,4}?${REPORTED}\\b`,
      'g',
    ),
  },
  {
    // "The Public Library Standards return", "the CIPFA comparative profile".
    words: 'return profile benchmark scorecard dashboard snapshot comparison',
    kind: 'study',
    pattern:
      /\b(?:(?:annual|statutory|statistical|Standards|CIPFA)\s+returns?|(?:[A-Z][\w&]+|comparative|comparator|performance)\s+(?:profile|benchmark(?:ing)?|scorecard|dashboard|snapshot|comparisons?)(?=\s+(?:shows?|puts|places|records?|data|report|by|from|for|of|published)\b|,))\b/g,
  },
  {
    // "Evaluation of the pilot found".
    words: STUDY_WORDS,
    kind: 'study',
    pattern: new RegExp(
      `\\b${STUDY_NOUN}\\s+of\\s+(?:the|our|this|its|an?)\\s+(?:[\\w-]+\\s+){1,6}?${REPORTED}\\b`,
      'gi',
    ),
    accept: (match) => !/^(?:results|figures|data)\b/i.test(match[0]),
  },
  {
    // Those who were asked: "of those whom we asked", "there were 3,412 questionnaires", "7,214 replies".
    words:
      'asked surveyed interviewed polled spoke talked questionnaires replies responses respondents fill complete score rate',
    kind: 'study',
    pattern:
      /\b(?:whom|who|that|which|[Pp]eople|[Rr]esidents|[Hh]ouseholds|[Ff]amilies|[Pp]arents|[Cc]hildren|[Uu]sers|[Cc]ustomers|[Mm]embers|[Vv]isitors|[Rr]eaders|[Bb]orrowers|[Tt]hose|[Ee]veryone|[Ee]verybody)\s+we\s+(?:have\s+)?(?:asked|surveyed|interviewed|polled|(?:spoke|talked)\s+to)\b|\b(?:we|they|[Tt]hose|[Pp]eople)\s+(?:were\s+)?(?:asked\s+(?:customers|users|people|residents|members|borrowers|readers|visitors|families|parents|staff)|(?:surveyed|interviewed|polled)\b)|\b\d[\d,]*\s+(?:[a-z]+\s+)?(?:questionnaires|replies|responses|respondents)\b|\b(?:were\s+asked\s+to|people\s+to)\s+(?:fill\s+in|complete|score|rate)\b/g,
    ofOpinion: true,
  },
  {
    words: 'count headcount door register records list',
    // "on a count in March", "a register kept by", "records held by".
    kind: 'study',
    pattern:
      /\b(?:a|the|our|one)\s+(?:head\s*)?count\s+(?:in|on|of|at)\s+(?:the\s+\w+\s+of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|\d)|\b(?:knocked\s+on\s+doors|went\s+from\s+door\s+to\s+door)\b|\b(?:registers?|records|lists?)\s+(?:kept|held)\s+by\s+\w+/g,
  },
  {
    words: 'facts numbers figures statistics data records information',
    kind: 'study',
    pattern:
      /\b(?:[Ff]acts|[Nn]umbers|[Ff]igures)\s+from\s+(?:the\s+)?[A-Z][\w&]+|\b(?:[Ss]tatistics|[Dd]ata|[Ff]igures|[Rr]ecords|[Ii]nformation)\s+(?:held\s+)?(?:from|in|by)\s+(?:our|the|its|their)\s+(?:\w+\s+){0,3}?(?:system|team|register|survey|counters?|department|returns?|users|schools?|library\s+service|catalogue)\b/g,
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
      /\b[Rr]espondents\s+(?:were|said|felt|thought|had|reported|wanted|agreed)\b|\b[Pp]eople\s+who\s+(?:filled\s+in|completed|returned)\s+(?:the|our|an?)\s+(?:\w+\s+){0,2}(?:forms?|cards?|surveys?|questionnaires?)\b|\ba\s+sample\s+of\s+\d|\b[Ww]e\s+(?:have\s+|also\s+)?(?:found\s+that|counted|surveyed|asked\s+(?:\d|our|all|every(?:one|body)?|those|teachers|parents|pupils|children|schools|staff|heads|families|customers|borrowers|readers|visitors|members|users|customers|residents|people|them)|interviewed|polled|analysed)\b/g,
  },
  {
    // "the numbers come out of an evaluation", "these figures are taken from".
    words: 'number figure findings data statistics percentages total results',
    kind: 'study',
    pattern:
      /\b(?:numbers?|figures?|findings|data|statistics|percentages|totals?|results)\s+(?:here\s+|above\s+|below\s+|in\s+this\s+\w+\s+|quoted\s+|used\s+)?(?:come|comes|came|are|were|is|was|have\s+been)\s+(?:all\s+)?(?:taken\s+|drawn\s+|derived\s+|obtained\s+|worked\s+out\s+|sourced\s+|compiled\s+|published\s+|provided\s+|supplied\s+)?(?:out\s+of|from|by|in)\b|\b(?:these|those|they)\s+(?:are|were)\s+(?:all\s+)?(?:the\s+)?(?:\w+\s+)?(?:figures|numbers|statistics|data|totals)\s+(?:taken\s+)?from\s+(?:the|our|its|their)\s+\w|\b(?:numbers|figures|data|statistics|totals)\s+(?:are|were)\s+for\s+(?:the\s+)?(?:\w+\s+){0,2}20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?,?\s+and\s+(?:come\s+|are\s+)?(?:taken\s+|drawn\s+)?from\b/gi,
  },
  {
    words: 'propos plan',
    // A plan or proposal on paper: "proposals from Saltby Town Council", "the cabinet proposes".
    kind: 'study',
    pattern:
      /\b[Tt]he\s+proposals?\s+(?:involves?|includes?|sets?\s+out|shows?)\b|\b[Uu]nder\s+(?:the|these|its|their|current)\s+(?:\w+\s+)?(?:proposals?|plans?)\b|\b(?:plans?|proposals?)\s+(?:of|by|from|put\s+forward\s+by)\s+(?:the\s+)?[A-Z]\w+|\b(?:[A-Z]\w+|council|government|county|authority)['’]s\s+(?:\w+\s+){0,2}(?:plans?|proposals?)\b|\b(?:[Tt]he\s+)?(?:[Cc]ouncil|[Cc]abinet|[Gg]overnment|[Aa]uthority|[Mm]inister)\s+(?:has\s+|have\s+)?propose[sd]\b(?=[^.;]{0,120}?(?:\d|\b(?:half|third|quarter|dozen)\b))/g,
  },
];
