/** How people say who found something out: “according to”, “the council says”. Patterns for `mentionsIn`. */
import { personIn } from './quotations';
import { BODY, isOrganisation, isRole, NAME, REPORTED, REPORTING } from './source-words';
import type { SourcePattern } from './types';

export const ATTRIBUTIONS: readonly SourcePattern[] = [
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
    words: 'staff teachers nurses volunteers carers organisers those',
    // "Staff at Ashby Court say".
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:[Ss]taff|[Tt]eachers|[Nn]urses|[Vv]olunteers|[Cc]arers|[Oo]rganisers|[Tt]hose\\s+who\\s+run\\s+it)\\s+(?:at|of|in|from)\\s+(?:the\\s+)?${NAME}\\s+(?:have\\s+|also\\s+)?(?:report(?:ed)?|found|find|say|said|estimated?|count(?:ed)?|reckon(?:ed)?|note[d]?|told)\\b`,
      'g',
    ),
  },
  {
    // “Our own volunteers stood at that door for a fortnight and clicked”.
    words: 'volunteers',
    kind: 'attribution',
    pattern:
      /\b(?:[Oo]ur|[Tt]he|[Tt]wo|[Ss]ix)\s+(?:own\s+)?volunteers\s+(?:[\w’'-]+\s+){0,12}?(?:counted|clicked|logged|tallied)\s+(?!(?:on|in|off|out|up)\b)(?:[\w’'-]+\s+){0,6}?\d/g,
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
    // "I note from the Ashby Foundation that".
    words: 'from',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:note[ds]?|learn(?:ed|t)?|hear[ds]?|read|see|know)\\s+from\\s+(?:the\\s+)?(${NAME})\\s+that\\b`,
      'g',
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
    // "Fujiwara and colleagues valued", "writing in the Guardian", "in a blog for the Carnegie Trust".
    words:
      'colleagues others et writing giving blog article column speech interview lecture letter post paper book',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b[A-Z][a-z]+\\s+(?:and\\s+(?:colleagues|others)(?=,?\\s+(?:\\(|in\\s+(?:19|20)\\d\\d|(?:have\\s+|has\\s+|also\\s+)*(?:${REPORTED}|valued|put|analysed|studied|measured|modelled)))|et\\s+al)\\b|\\b[Ww]riting\\s+(?:in|for)\\s+(?:the\\s+)?${NAME}|\\b[Gg]iving\\s+evidence\\s+to\\b|\\b(?:[Ii]n|[Ff]rom)\\s+(?:an?|his|her|their|its)\\s+(?:blog|article|column|speech|interview|lecture|letter|post|paper|book)\\s+(?:for|to|in|on|with|by|of)\\s+(?:the\\s+)?[A-Z]`,
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
    // "Which the Assessor puts down to".
    words: 'link attribut ascrib credit put relate',
    kind: 'attribution',
    pattern: new RegExp(
      `\\bwhich\\s+(?:the|our|its)\\s+(?:\\w+\\s+){0,2}?${BODY}\\s+(?:links?|linked|attributes?|attributed|ascribes?|ascribed|credits?|credited|puts?\\s+down|relates?)\\b`,
      'g',
    ),
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
    // "… was told by the head of libraries that".
    words: 'told informed advised assured',
    kind: 'attribution',
    pattern: new RegExp(
      `\\b(?:told|informed|advised|assured)\\s+by\\s+(?:the|our|its|an?)\\s+(?:\\w+\\s+){0,3}?${BODY}\\b`,
      'g',
    ),
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
];
