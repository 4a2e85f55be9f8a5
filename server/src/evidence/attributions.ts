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
      !/^(?:some|many|most|several|recent|new|all)?\s*(?:research|studies|experts|[Pp]eople|reports|sources|estimates|statistics|figures|plan|need|taste|age|size|schedule)\s*$/i.test(
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
    words:
      'officers branch librarians officials inspectors auditors researchers evaluators analysts economists campaigners organisers bosses consultants chiefs ministers mps msps peers police unions spokes',
    // "…, officers confirmed": people whose office is to know.
    kind: 'attribution',
    pattern:
      /\b(?:[Oo]fficers|[Bb]ranch\s+managers|[Ll]ibrarians|[Oo]fficials|[Ii]nspectors|[Aa]uditors|[Rr]esearchers|[Ee]valuators|[Aa]nalysts|[Ee]conomists|[Cc]ampaigners|[Oo]rganisers|[Bb]osses|[Cc]onsultants|[Cc]hiefs|[Mm]inisters|MPs|MSPs|[Pp]eers|[Pp]olice|[Uu]nions|[Aa]\s+(?:[\w'’]+\s+){0,3}?spokes(?:man|woman|person))(?:\s+(?:for|at|on|from|with)\s+[^,.;\d]{3,50}?)?\s+(?:(?:have|had|also)\s+)*(?:confirmed|counted|recorded|reported|estimated?|reckon(?:ed)?|calculated?|found|said|says?|told|explained|advised|claim(?:ed)?|warn(?:ed)?|believed?|think|expect)\b/g,
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
      `\\b(?:[Ee]stimated|[Cc]alculated|[Ee]valuated|[Aa]ssessed|reported|measured|counted|identified|compiled|produced|found|recorded|worked\\s+out|(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Nn]umbers|[Ff]indings|[Rr]esults|[Rr]esearch)\\s+(?:\\w+\\s+){0,3}?(?:published|released|obtained|provided|supplied|collected|gathered|issued))\\s+by\\s+(?:the\\s+)?(${NAME})`,
      'g',
    ),
    accept: (match, text) => isOrganisation(match[1]!, match.index + 1, text),
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
      ),
  },
];
