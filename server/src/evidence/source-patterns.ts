/** How people write where something comes from: the patterns that `mentionsIn` looks for, in no order. */
import { isCitation, MONTH_OR_DAY } from './brackets';
import { personIn } from './quotations';
import {
  BODY,
  isDefiniteStudy,
  isOrganisation,
  isPlaceOnly,
  isRole,
  NAME,
  REPORTED,
  REPORTING,
  STUDY_NOUN,
  STUDY_WORDS,
} from './source-words';
import type { SourceKind } from './types';

export interface SourcePattern {
  readonly kind: SourceKind;
  readonly pattern: RegExp;
  /**
   * Beginnings of words, and signs, of which one is in all that it matches, in lower case and parted by spaces: where a
   * text has none of them, it is not worth a look.
   */
  readonly words: string;
  /** Whether it can only tell what people think. */
  readonly ofOpinion?: boolean;
  /** Whether the match counts. */
  readonly accept?: (match: RegExpExecArray, text: string) => boolean;
}

/** Data that people get for their telephones: "free data from Three". */
const IS_GIVEN =
  /\b(?:mobile|free|unlimited|gigabytes?|\d+\s?gb|sims?|cards?|get|gets|got|give[ns]?|gave|gift(?:s|ed)?|donat\w+|months?['’]?|year['’]?s?)\s+(?:(?:of|with|free|mobile)\s+){0,3}$/i;

export const SOURCE_PATTERNS: readonly SourcePattern[] = [
  {
    words: 'accord',
    kind: 'attribution',
    pattern: /\baccording\s+to\s+((?:[\w'’&.-]+\s*){1,6})/gi,
    accept: (match) =>
      !/^(?:the\s+)?(?:figures|reports|research|studies|estimates|statistics)\s+(?:that|which|published|released|out)\b/i.test(
        match[1]!,
      ) &&
      !/^(?:some|many|most|several|recent|new|all)?\s*(?:research|studies|experts|[Pp]eople|reports|sources|estimates|statistics|figures|plan|need|taste|age|size|schedule|the\s+(?:plan|weather|needs?))\s*$/i.test(
        match[1]!.replace(/[.,;:]+\s*$/, '').trim(),
      ) &&
      !/^(?:some|many|most|several|all)\s+(?:people|experts|residents|reports|studies|estimates)\b/i.test(
        match[1]!,
      ) &&
      !/^(?:need|taste|age|size|how|what|whether|their|your)\b/.test(match[1]!),
  },
  {
    // "By the council's estimate", "by their own reckoning".
    words: 'estimate reckoning count calculation figures',
    kind: 'attribution',
    pattern:
      /\b(?:[Bb]y|[Oo]n)\s+(?:(?:the|an?)\s+)?(?:[\w'’-]+\s+){0,3}?(?:[\w-]+['’]s?|their|its|his|her)\s+(?:own\s+)?(?:estimates?|reckoning|count|calculations?|figures)\b/g,
  },
  {
    words: 'survey poll canvass asked question',
    // "Last May we asked 400 users": what is told with it is what they answered.
    kind: 'study',
    ofOpinion: true,
    pattern:
      /\b(?:surveyed|polled|canvassed)\s+(?:its|our|their|the|\d|over|more|some|all|every|local|people|users|residents|members)\b|\b(?:asked|questioned|polled|canvassed)\s+(?:(?:over|some|nearly|almost|about|around|more\s+than)\s+)?\d[\d,]*\s+(?!times|questions|pounds)[a-z]+|\bput\s+(?:(?:some|a\s+few|several|the\s+same|\w+)\s+)?questions\b[^.;]{0,40}\sto\s/g,
  },
  {
    words: 'staff teachers nurses volunteers carers organisers those',
    // "Staff at Ashby Court say".
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:[Ss]taff|[Tt]eachers|[Nn]urses|[Vv]olunteers|[Cc]arers|[Oo]rganisers|[Tt]hose\\s+who\\s+run\\s+it)\\s+(?:at|of|in|from)\\s+(?:the\\s+)?${NAME}\\s+(?:have\\s+|also\\s+)?(?:report(?:ed)?|found|find|say|said|estimated?|count(?:ed)?|reckon(?:ed)?|note[d]?|told)\\b`,
      'g',
    ),
  },
  {
    words:
      'officers branch librarians officials inspectors auditors researchers evaluators analysts economists campaigners organisers bosses consultants chiefs ministers mps msps peers police unions spokes',
    // "…, officers confirmed": people whose office is to know.
    kind: 'attribution',
    pattern:
      /\b(?:[Oo]fficers|[Bb]ranch\s+managers|[Ll]ibrarians|[Oo]fficials|[Ii]nspectors|[Aa]uditors|[Rr]esearchers|[Ee]valuators|[Aa]nalysts|[Ee]conomists|[Cc]ampaigners|[Oo]rganisers|[Bb]osses|[Cc]onsultants|[Cc]hiefs|[Mm]inisters|MPs|MSPs|[Pp]eers|[Pp]olice|[Uu]nions|[Aa]\s+(?:[\w'’]+\s+){0,3}?spokes(?:man|woman|person))(?:\s+(?:for|at|on|from|with)\s+(?!(?:they|we|it|that)\b)[^,.;\d]{3,50}?)?\s+(?:(?:have|had|also)\s+)*(?:confirmed|counted|recorded|reported|estimated?|reckon(?:ed)?|calculated?|found|said|says?|told|explained|advised|claim(?:ed)?|warn(?:ed)?|believed?|think|expect|put(?=\s[^.;]{3,40}\sat\b))\b/g,
  },
  {
    words: 'source',
    kind: 'citation',
    pattern: /\b[Tt]he\s+(?:data\s+|original\s+)?sources?\s+(?:is|are|was|were)\b/g,
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
    // "The University of Ashby did the research".
    words: 'research study survey count poll analysis work residents users members tenants',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(${NAME})\\s+(?:has\\s+|had\\s+)?(?:did|done|made|ran|run|carried\\s+out|conducted|undertook|surveyed)\\s+(?:(?:the|a|some|this|its)\\s+)?(?:\\w+\\s+)?(?:research|study|survey|count|poll|analysis|work\\s+on|residents|users|members|tenants)\\b`,
      'g',
    ),
    accept: (match, text) => isOrganisation(match[1]!, match.index, text),
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
    // "I note from the Ashby Foundation that".
    words: 'from',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:note[ds]?|learn(?:ed|t)?|hear[ds]?|read|see|know)\\s+from\\s+(?:the\\s+)?(${NAME})\\s+that\\b`,
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
    // "Smith (2019) found", "(Appendix A)", "source for the figures below: CIPFA", "– CIPFA, 2019".
    words: '( – — source',
    kind: 'citation',
    pattern:
      /\b[A-Z][\w'’-]+(?:\s+(?:and|&)\s+[A-Z][\w'’-]+)?\s+\((?:19|20)\d\d[a-z]?\)|\b[Ss]ources?\s+(?:for|of)\s+(?:the|these|all)\s+[^.:;]{3,40}:\s*\S|[–—]\s+[A-Z][\w&]+(?:\s+[A-Z][\w&]+){0,4},\s+(?:19|20)\d\d\W*$/g,
    accept: (match, text) =>
      !MONTH_OR_DAY.test(match[0]) &&
      !/\b(?:films?|novels?|books?|albums?|series|play|musical|including|like)\s+(?:\w+\s+)?$/i.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      ),
  },
  {
    // "Work by the Arts Council has put a figure on it".
    words: 'work',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b[Ww]ork\\s+(?:done\\s+|carried\\s+out\\s+)?by\\s+(?:the\\s+)?(${NAME})\\s+(?:has\\s+|have\\s+)?(?:put|found|shows?|showed|shown|suggests?|estimate[sd]?)\\b`,
      'g',
    ),
    accept: (match, text) => isOrganisation(match[1]!, match.index + 1, text),
  },
  {
    // "The results of the pilot were published", "findings from the pilot: …", "the university has studied".
    words: 'results findings studied evaluated assessed analysed examined researched',
    kind: 'study',
    pattern:
      /\b(?:[Rr]esults|[Ff]indings)\s+(?:of|from)\s+(?:the|our|its|this)\s+(?:[\w'’-]+\s+){0,5}?(?:(?:were|was|are|have\s+been)\s+published|include|[\w'’-]+:)|\b(?:[Tt]he|[Oo]ur)\s+(?:[\w'’]+\s+){0,2}?(?:university|college|council|trust|charity|foundation|researchers)\s+(?:has\s+|have\s+)?(?:studied|evaluated|assessed|analysed|examined|researched)\b/g,
  },
  {
    // "Fujiwara and colleagues valued", "writing in the Guardian", "in a blog for the Carnegie Trust".
    words:
      'colleagues others et writing giving blog article column speech interview lecture letter post paper book',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b[A-Z][a-z]+\\s+(?:and\\s+(?:colleagues|others)|et\\s+al)\\b|\\b[Ww]riting\\s+(?:in|for)\\s+(?:the\\s+)?${NAME}|\\b[Gg]iving\\s+evidence\\s+to\\b|\\b(?:[Ii]n|[Ff]rom)\\s+(?:an?|his|her|their|its)\\s+(?:blog|article|column|speech|interview|lecture|letter|post|paper|book)\\s+(?:for|to|in|on|with|by|of)\\s+(?:the\\s+)?[A-Z]`,
      'g',
    ),
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
    // "…, Libraries Connected told the House of Lords".
    words: 'told',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(${NAME})\\s+(?:has\\s+|have\\s+)?told\\s+(?:(?:the|an?|this)\\s+)?(?:[A-Z]|[a-z]+\\s+committee|committee|inquiry|ministers|councillors|members|peers)`,
      'g',
    ),
    accept: (match, text) =>
      isOrganisation(match[1]!, match.index, text) &&
      (/\s(?:of|for)\s/.test(match[1]!) || personIn(match[1]!) === undefined) &&
      // What it told them besides is no figure of the next sentence.
      (/,\s+(?:the\s+)?$/.test(text.slice(Math.max(0, match.index - 8), match.index)) ||
        /^[^.;]{0,80}\d/.test(text.slice(match.index + match[0].length))),
  },
  {
    // "Put at £1.2 million by consultants", "told the researchers".
    words:
      'consultant economist researcher academic student evaluator interviewer inspector pollster auditor',
    kind: 'attribution',
    pattern:
      /\bby\s+(?:two|three|four|its|a\s+team\s+of)\s+(?:consultants|economists|researchers|academics|students)\b|\btold\s+(?:the\s+)?(?:researchers|evaluators|consultants|interviewers|inspectors|pollsters)\b|\bby\s+(?:(?:the|an?|independent|outside|our)\s+){0,2}(?:consultants?|economists?|researchers|auditors?|evaluators?|academics)\b/g,
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
    // "Which the Assessor puts down to".
    words: 'link attribut ascrib credit put relate',
    kind: 'attribution',
    pattern: new RegExp(
      `\\bwhich\\s+(?:the|our|its)\\s+(?:\\w+\\s+){0,2}?${BODY}\\s+(?:links?|linked|attributes?|attributed|ascribes?|ascribed|credits?|credited|puts?\\s+down|relates?)\\b`,
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
    words: 'source data',
    kind: 'citation',
    pattern: /\b(?:data\s+)?sources?\s*:\s*\S|(?:^|[.;(]\s*)data\s*:\s*\S/gi,
  },
  {
    // "Ofcom looked at this in 2025".
    words:
      'look examined studied analysed investigated researched evaluated assessed reviewed measured inspected audited surveyed polled interviewed asked',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(${NAME})\\s+(?:has\\s+|have\\s+)?(?:look(?:ed|s)\\s+(?:at|into)|examined|studied|analysed|investigated|researched|evaluated|assessed|reviewed|measured|inspected|audited|surveyed|polled|interviewed|asked\\s+(?:people|adults|users|members|everyone|\\d))\\b`,
      'g',
    ),
    accept: (match, text) =>
      isOrganisation(match[1]!, match.index, text) && personIn(match[1]!) === undefined,
  },
  {
    // "(ONS, 2023)", "(CIPFA 2022/23)", "(see Ofcom, Adults' Media Use, 2024)", "(loans records, January 2026)".
    words: '(',
    kind: 'citation',
    pattern: /\(([^()]{2,160})\)/g,
    accept: (match) => isCitation(match[1]!),
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
      !/^minutes\s+from\b/i.test(match[0]) &&
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
      `\\b(?:the|this|that|its|our|their|an?|another|one|each|same|(?:[A-Z][\\w]+|council|library|service|trust|county|department|government|charity|project|team|evaluators?|programme|scheme|officers?|director|manager|treasurer|assessor|inspector|auditor|university|college|school|museum|network|partnership|company|union|agency|regulator)['’]s|(?:[Oo]fficers|[Ii]nspectors|[Aa]uditors|[Rr]esearchers|[Ee]valuators|[Cc]onsultants|[Dd]irectors|[Tt]rustees|[Aa]ssessors|[Uu]sers|[Cc]ustomers|[Rr]esidents)['’])\\s+((?:[\\w'’-]+\\s+){0,4}?)(${STUDY_NOUN})\\b(?!\\s+(?:back|to\\s+(?:the\\s+)?(?:committee|cabinet|council|members)(?!(?:\\s+[\\w'’]+){0,4}?\\s+(?:put|found|said|says|shows?|showed|estimated?s?|gave|gives|set\\s+out|sets\\s+out|records?|recorded|states?|stated|suggests?|suggested|concluded?s?)\\b)|visits?|tour|days?|rooms?|spaces?|skills|desks?|form|group|team|centre|programme|officer|service|system|collection|librar))`,
      'gi',
    ),
    accept: (match, text) => isDefiniteStudy(match, text),
  },
  {
    words: REPORTING,
    // "The ONS estimates", "Arts Council England estimated", "Ofcom reports".
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:the\\s+|The\\s+)?(${NAME})(?:\\s+\\((?:[A-Z][\\w ]*|(?:19|20)\\d\\d[a-z]?)\\))?,?\\s+(?:(?:also|has|have|had|recently|now|itself|since|who|which|just|already|today|currently|then)\\s+){0,3}${REPORTED}\\b`,
      'g',
    ),
    accept: (match, text) =>
      isOrganisation(match[1]!, match.index + match[0].indexOf(match[1]!), text) &&
      !isRole(match, text) &&
      // "Those who joined a Knit Group reported": it is they who report.
      !/\b(?:in|at|to|of|with|join(?:ed|s)?|attend(?:ed|s)?|use[ds]?|visit(?:ed|s)?|run|ran)\s+(?:an?|one\s+of\s+(?:our|the))\s+$/i.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      ) &&
      // A library that keeps its own books is no source for them.
      !(
        /\bLibrar(?:y|ies)\b/.test(match[1]!) &&
        /\b(?:record\w*|count\w*|measured|not\w+|list\w*|establish\w*|identif\w+)$/.test(match[0])
      ),
  },
  {
    words: REPORTING,
    // "The Health Foundation, an independent charity, found".
    kind: 'attribution',
    pattern: new RegExp(`\\b(${NAME}),\\s+(?:an?|the)\\s+[^,.;]{3,80},\\s+${REPORTED}\\b`, 'g'),
    accept: (match, text) =>
      isOrganisation(match[1]!, match.index, text) && personIn(match[1]!) === undefined,
  },
  {
    words: 'by',
    // "estimated by the LGA", "figures published by the council".
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:[Ee]stimated|[Cc]alculated|[Ee]valuated|[Aa]ssessed|[Aa]udited|reported|measured|counted|shown|identified|compiled|produced|commissioned|found|carried\\s+out|recorded|worked\\s+out|(?:put|valued|estimated|reckoned|calculated)\\s+at\\s+[^.;]{2,30}?)\\s+by\\s+(?:the\\s+)?(${NAME})|\\b(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Nn]umbers|[Ff]indings|[Rr]esults|[Rr]esearch)\\s+(?:\\w+\\s+){0,2}(?:published|released|revealed|obtained|seen|analysed|provided|supplied|shared|collected|compiled|gathered|produced|issued)\\s+(?:\\w+\\s+){0,2}by\\s+\\w+`,
      'g',
    ),
    accept: (match, text) => match[1] === undefined || isOrganisation(match[1], match.index + 1, text),
  },
  {
    // "says the Co-op", at the end of what it says.
    words: 'says said reports reckons estimates',
    kind: 'attribution',
    pattern: new RegExp(
      `,\\s+(?:says|said|reports|reckons|estimates)\\s+(?:the\\s+(?:(?:charity|union|regulator|watchdog|think\\s+tank|campaign\\s+group|trade\\s+body|umbrella\\s+body)\\s+)?)?(${NAME})`,
      'g',
    ),
    accept: (match, text) =>
      isOrganisation(match[1]!, match.index + 1, text) && personIn(match[1]!) === undefined,
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
    // "… was told by the head of libraries that".
    words: 'told informed advised assured',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:told|informed|advised|assured)\\s+by\\s+(?:the|our|its|an?)\\s+(?:\\w+\\s+){0,3}?${BODY}\\b`,
      'g',
    ),
  },
  {
    // "Loneliness costs employers £2.5 billion a year (Co-op and New Economics Foundation)."
    words: '(',
    kind: 'citation',
    pattern: new RegExp(
      `(?<=[a-z\\d%][”"’']?\\s)\\((?:the\\s+)?${NAME}\\)(?=\\s*[.,;:]|\\s+(?:and|but)\\b|$)`,
      'g',
    ),
    accept: (match, text) =>
      /\b(?:Foundation|Trust|Institute|University|Association|Agency|Economics|Office|Department|Commission|Survey|Census|Report|Review|Study|Index|Research|Statistics)\b/.test(
        match[0],
      ) &&
      /\d|\b(?:half|third|quarter|doubled|most|least)\b/.test(text.slice(0, match.index)) &&
      !/[A-Z][\w’'-]*\s+$/.test(text.slice(0, match.index)),
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
    // A body that is plain from the context: "the council says", "the school reported", "our teachers tell us".
    words: REPORTING,
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[Tt]his|[A-Z][\\w]+['’]s?|[Aa]n?(?=\\s+[A-Z]))\\s+(?:[\\w'’-]+\\s+){0,2}?${BODY}(?:\\s+(?:of|in|at|for|from)(?:\\s+(?!(?:they|we|he|she|it|people|who|that)\\b)[\\w'’-]+){1,5}?)?(?:,\\s+[^,.;:"“]{3,60},)?\\s+(?:(?:also|has|have|had|now|itself|who\\s+\\w+)\\s+){0,2}(?:${REPORTED}|tells?\\s+(?:us|me)|told\\s+(?:us|me|members|the)|repl(?:y|ies|ied)|believes?|wr(?:ites?|ote)|writes|credits|credited|observed|adds|added)\\b`,
      'g',
    ),
    accept: (match, text) =>
      (!/\b(?:[Ll]ibrar(?:y|ies|ians?)|[Ss]ervice)\b/.test(match[0]) ||
        /\b(?:head|manager|director|officer)\b/i.test(match[0])) &&
      // "The network added 40 libraries."
      !(
        /\badd(?:s|ed)$/.test(match[0]) &&
        /^\s+(?:\d|an?\b|the\b|more\b|new\b)/.test(text.slice(match.index + match[0].length))
      ) &&
      // "The library, which the council says it cannot afford".
      !/\b(?:which|what)\s+$/i.test(text.slice(Math.max(0, match.index - 8), match.index)) &&
      // What a body does ("the council announced a grant of") is not what it knows.
      !/\b(?:announced|awarded|confirm\w*|note[sd]?|record\w*|lists?|listed|highlight\w*|welcomed)$/.test(
        match[0],
      ) &&
      !/^\s+(?:it|they|he|she)\s+(?:would|will|was|were|is|are)\b|^\s+(?:that\s+)?(?:he|she)\b/.test(
        text.slice(match.index + match[0].length),
      ),
  },
  {
    // Those who were asked: "of those whom we asked", "there were 3,412 questionnaires", "7,214 replies".
    words:
      'asked surveyed interviewed polled spoke questionnaires replies responses respondents fill complete score rate',
    kind: 'study',
    pattern:
      /\b(?:whom|who|that|which)\s+we\s+(?:have\s+)?(?:asked|surveyed|interviewed|polled|spoke\s+to)\b|\b(?:we|they|[Tt]hose|[Pp]eople)\s+(?:were\s+)?(?:asked\s+(?:customers|users|people|residents|members|borrowers|readers|visitors|families|parents|staff)|(?:surveyed|interviewed|polled)\b)|\b\d[\d,]*\s+(?:[a-z]+\s+)?(?:questionnaires|replies|responses|respondents)\b|\b(?:were\s+asked\s+to|people\s+to)\s+(?:fill\s+in|complete|score|rate)\b/g,
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
    words: '[ (',
    // "[ONS, 2024]"; "38% of adults (ONS)", but not "the Office for National Statistics (ONS)".
    kind: 'citation',
    pattern:
      /\[[A-Z][^[\]]{1,80}\b(?:19|20)\d\d\](?!\()|(?<=(?:^|\s)(?:[a-z][\w’'-]*|[\d.,/–-]+%?)\s)\((?:ONS|CIPFA|Ofcom|DCMS|DfE|DWP|NISRA|NRS|StatsWales|OHID|PHE|Census|IMD|Nomis|YouGov|LGA|NLT|Age\s+UK|Carnegie(?:\s+UK)?|National\s+Literacy\s+Trust|Libraries\s+Connected|The\s+Reading\s+Agency|Good\s+Things\s+Foundation)\)/g,
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
    // "we learned from Public Health Wales that", "quoted by the Audit Office".
    words: 'learn hear know quote cite',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:learn|learned|hear|heard|know|quote[ds]?|cited?)\\s+(?:\\w+\\s+)?(?:from|by)\\s+(?:the\\s+)?(${NAME})`,
      'g',
    ),
    accept: (match, text) => isOrganisation(match[1]!, match.index, text),
  },
  {
    words:
      'respondents filled completed returned sample found counted surveyed asked interviewed polled analysed',
    kind: 'study',
    pattern:
      /\b[Rr]espondents\s+(?:were|said|felt|thought|had|reported|wanted|agreed)\b|\b[Pp]eople\s+who\s+(?:filled\s+in|completed|returned)\s+(?:the|our|an?)\s+(?:\w+\s+){0,2}(?:forms?|cards?|surveys?|questionnaires?)\b|\ba\s+sample\s+of\s+\d|\b[Ww]e\s+(?:have\s+|also\s+)?(?:found\s+that|counted|surveyed|asked\s+(?:\d|our|all|every(?:one|body)?|those|teachers|parents|pupils|children|schools|staff|heads|families|customers|borrowers|readers|visitors|members|users|customers|residents|people|them)|interviewed|polled|analysed)\b/g,
  },
  {
    // "GPs at the health centre next door report", "Officers tell us".
    words: 'tell told report said',
    kind: 'attribution',
    pattern:
      /(?:^|[.!?]\s+|\band\s+)(?:GPs|[Oo]fficers|[Ss]chools|[Cc]olleges|[Ee]mployers|[Pp]artners|[Hh]ospitals|[Tt]eachers|[Hh]eads|[Hh]eadteachers|[Dd]octors|[Nn]urses|[Hh]ealth\s+visitors|[Ss]ocial\s+workers|[Tt]raders|[Ss]hopkeepers)(?:\s+(?:at|in|on|of|from)\s+(?:[\w’'-]+\s+){1,6}?|\s+)(?:(?:have|also)\s+)?(?:tell\s+us|told\s+us|report(?:ed)?|have\s+said)\b/g,
  },
  {
    // "Traders have written to us", "a teacher from Ashby School says".
    words: 'written teacher head nurse doctor gp social tutor',
    kind: 'attribution',
    pattern:
      /\b(?:has|have)\s+written\s+to\s+us\b|\ban?\s+(?:teacher|head|nurse|doctor|GP|social\s+worker|tutor)\s+(?:from|at|of)\s+[A-Z][^.;]{2,60}?\b(?:says|said|reports?|reported|told)\b/g,
  },
  {
    words: 'says what',
    kind: 'attribution',
    pattern: /\b[Ss]o\s+says\b|\b(?:[Tt]hat\s+is|[Tt]his\s+is)\s+what\s+the\b/g,
  },
  {
    // "the numbers come out of an evaluation", "these figures are taken from".
    words: 'number figure findings data statistics percentages total results',
    kind: 'study',
    pattern:
      /\b(?:numbers?|figures?|findings|data|statistics|percentages|totals?|results)\s+(?:here\s+|above\s+|below\s+|in\s+this\s+\w+\s+|quoted\s+|used\s+)?(?:come|comes|came|are|were|is|was|have\s+been)\s+(?:all\s+)?(?:taken\s+|drawn\s+|derived\s+|obtained\s+|worked\s+out\s+|sourced\s+|compiled\s+|published\s+|provided\s+|supplied\s+)?(?:out\s+of|from|by|in)\b/gi,
  },
  {
    words: 'propos plan',
    // A plan or proposal on paper: "proposals from Saltby Town Council", "the cabinet proposes".
    kind: 'study',
    pattern:
      /\b[Tt]he\s+proposals?\s+(?:involves?|includes?|sets?\s+out|shows?)\b|\b[Uu]nder\s+(?:the|these|its|their|current)\s+(?:\w+\s+)?(?:proposals?|plans?)\b|\b(?:plans?|proposals?)\s+(?:of|by|from|put\s+forward\s+by)\s+(?:the\s+)?[A-Z]\w+|\b(?:[A-Z]\w+|council|government|county|authority)['’]s\s+(?:\w+\s+){0,2}(?:plans?|proposals?)\b|\b(?:[Tt]he\s+)?(?:[Cc]ouncil|[Cc]abinet|[Gg]overnment|[Aa]uthority|[Mm]inister)\s+(?:has\s+|have\s+)?propose[sd]\b/g,
  },
];
