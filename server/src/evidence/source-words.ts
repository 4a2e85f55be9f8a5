/** Who and what can be a source: studies, bodies, names, and the words with which they report. */
import { personIn } from './quotations';

/** A study or data set: a thing that one can ask for and read. */
const STUDY = [
  'reports?',
  'surveys?',
  'stud(?:y|ies)',
  'evaluations?',
  'review',
  'census',
  'polls?',
  'polling',
  'ind(?:ex|ices)',
  'audits?',
  'inquiry',
  'investigations?',
  'green\\s+paper',
  'business\\s+plan',
  'cabinet\\s+papers',
  'council\\s+papers',
  'committee\\s+papers',
  'board\\s+papers',
  'scorecard',
  'dashboard',
  'yearbook',
  'dissertation',
  'thesis',
  'enquiry',
  'assessment',
  'appraisal',
  'inspection',
  'consultations?',
  'questionnaire',
  'barometer',
  'tracker',
  'bulletin',
  'briefing(?:\\s+papers?)?',
  'white\\s+paper',
  'article',
  'newsletter',
  'press\\s+release',
  'manifesto',
  'statement',
  'factsheet',
  'prospectus',
  'submission',
  'minutes',
  'dataset',
  'data\\s+set',
  'database',
  'statistics',
  'stats',
  'league\\s+tables?',
  'rankings?',
  'annual\\s+accounts',
  'returns',
  'infographic',
  'research',
  'analysis',
  'findings',
  'figures',
  'data',
  'results',
  'estimates',
  'projections',
  'modelling',
  'needs\\s+assessment',
  'business\\s+case',
  'impact\\s+assessment',
  'budget\\s+papers?',
  'budget\\s+proposals?',
  'budget\\s+plans?',
  'proposals',
];
/** Words that are a thing to look up only when somebody is named with them: "research shows" names nobody. */
const MASS =
  /^(?:research|analysis|findings|figures|data|results|estimates|projections|modelling|statistics|stats|returns|studies|minutes|statement|reports|surveys|polling|polls|rankings?|proposals|article|review)$/i;

export const NAME = String.raw`(?<![\w&.-]|\w['’])[A-Z][\w'’&.-]*(?:\s+(?:(?:of|for|and|the|&|in|on|at|de|upon)\s+){0,2}[A-Z0-9][\w'’&.-]*){0,7}`;
/** With a capital too, as at the start of a sentence or in a title. */
export const STUDY_NOUN = `(?:${STUDY.map((noun) => `[${noun[0]!.toUpperCase()}${noun[0]!}]${noun.slice(1)}`).join('|')})`;
/** What those do who have found something out, where it is said that they did. */
const REPORTS = [
  '(?:found|finds|find)(?!\\s+(?:it|them(?:selves)?|him(?:self)?|her(?:self)?|work|jobs?|time|ways?|room|space|an?\\s+(?:home|way|place|job|new|good)|(?:\\w+\\s+)?work)\\b)',
  'estimate[sd]?',
  'reported',
  'reports',
  'report',
  'shows?',
  'showed',
  'shown',
  'suggests?',
  'suggested',
  'calculate[sd]?',
  'puts?(?=\\s+(?:\\S+\\s+){0,8}at\\b)',
  'reckons?',
  'forecasts?',
  'forecasted',
  'predicts?',
  'predicted',
  'record(?:s|ed)?',
  'states?',
  'stated',
  'revealed',
  'reveals?',
  'indicate[sd]?',
  'conclude[sd]?',
  'come\\s+to\\s+the\\s+conclusion',
  'came\\s+to\\s+the\\s+conclusion',
  'worked\\s+out',
  'added\\s+up',
  'counts',
  'note[sd]?',
  'publish(?:ed|es)(?=\\s+(?:that|figures|data|statistics|numbers|research|an?\\s+\\w*\\s?(?:report|survey|study))\\b)',
  'listed',
  'lists',
  'confirm(?:s|ed)?',
  'identif(?:y|ies|ied)',
  'demonstrate[sd]?',
  'established',
  'counted',
  'measured',
  'says?',
  'said',
  'quoted?',
  'points?\\s+out',
  'pointed\\s+out',
  'argues?',
  'argued',
  'claims',
  'replied',
  'believes?',
  'thinks',
  'warns',
  'warned',
  'maintains',
  'highlight(?:s|ed)?',
  'announced',
  'awarded',
  'explain(?:s|ed)',
  'advise[sd]',
  'add(?:s|ed)(?!\\s+(?:up|to|a|an|the|new|more|\\d))',
  'stressed',
  'disclosed',
];
export const REPORTED = `(?:${REPORTS.join('|')})`;

/** With what the words of `STUDY_NOUN` begin. */
export const STUDY_WORDS = beginnings(STUDY).join(' ');
/** With what the words of `REPORTED` begin, and others with which somebody tells something. */
export const REPORTING = [
  ...beginnings(REPORTS),
  'tell told claim repl believe wrote write credit observe add',
].join(' ');

/** The letters that each pattern of a list begins with, up to what may be left out or is something else. */
function beginnings(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => {
    const inner = /^\(\?:([a-z|]+)\)/.exec(pattern);
    return inner ? inner[1]!.split('|') : (/^[a-z]+?(?=[a-z]\?|[^a-z]|$)/.exec(pattern)?.[0] ?? []);
  });
}

/** Bodies and offices that keep figures of their own, and answer for them. */
export const BODY =
  '(?:[Cc]ouncil|[Aa]uthority|[Oo]ffice|[Ss]chools?|[Aa]cadem(?:y|ies)|[Cc]ollege|[Uu]niversity|[Tt]rust|[Hh]ospital|[Ss]urger(?:y|ies)|[Pp]ractices?|GPs?|[Dd]epartment|[Mm]inistry|[Gg]overnment|[Pp]olice|[Cc]harity|[Ff]oundation|[Aa]ssociation|[Ss]ociety|[Bb]oard|[Cc]hamber|[Ff]ederation|[Aa]gency|[Cc]ommission|[Hh]ead(?:teachers?|\\s+teachers?|s)?|[Tt]eachers?|[Pp]rincipal|[Aa]ssessors?|[Ii]nspectors?|[Aa]uditors?|[Ee]valuators?|[Rr]esearchers?|[Cc]onsultants?|[Ee]conomists?|[Aa]cademics|[Tt]reasurer|[Ss]ecretary|[Oo]fficers?|[Ll]ink\\s+workers?|[Cc]ommissioner|[Mm]anager|[Dd]irector|[Ll]eader|[Mm]inister|[Cc]hair(?:man|woman|person)?|[Cc]hief\\s+[Ee]xecutive|[Ll]ibrarian|[Mm]ayor|[Ss]pokes(?:man|woman|person)|[Oo]rgani[sz]ers?|[Cc]o-?ordinator|[Cc]onvener|[Uu]nion|[Cc]ommittee|[Cc]ampaign|[Ii]nquiry|[Pp]anel|[Tt]ask\\s*force|[Rr]egulator|[Ww]atchdog|[Cc]oalition|[Aa]lliance|[Nn]etwork|[Ff]orum|[Bb]ank|[Oo]mbudsman)';

/** Names that are nobody to ask: days, months, sentence starts, places in general. */
const NOBODY =
  /^(?:The|This|That|These|Those|It|We|They|He|She|I|You|In|On|At|Our|My|Your|Their|Its|A|An|As|And|But|So|If|When|While|Since|For|From|By|With|There|Here|Research|Studies|Evidence|Statistics|Figures|Data|Surveys?|Reports?|Results|Initial|Recent|New|Latest|Some|Many|Most|All|More|Over|Nearly|Almost|About|Around|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Last|Next|Every|Each|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Other|Another|Both|Half|Experts|People|Children|Libraries|Staff|Users|Visitors|Visits|Local|National|Public|However|Also|Then|Now|Today|Feedback|Current|Early|Independent|Overall|Previous|Similar|Key|Further|Not|No|What|Which|Who|How|Where|Why)$/;

const KNOWN =
  /^(?:Census|Cipfa|Ofcom|Ofsted|Carnegie|Nomis|Experian|Ipsos|Nesta|Defra|Unison|Locality|Mencap|Barnardo['’]s|Healthwatch|Lloyds|YouGov|Statista|Eurostat|Unesco|Nielsen|BookTrust|Sanderson|Sieghart|StatsWales|Stonewall)$/;

const BENEFIT =
  /\b(?:Universal\s+Credit|(?:Pension|Tax)\s+Credits?|(?:Housing|Child|Council\s+Tax)\s+Benefit|(?:Attendance|Carer['’]?s?)\s+Allowance|PIP|ESA|Blue\s+Badge)$/;

/** Exams are sat, and their results are nobody's until somebody is named. */
const EXAM =
  /^(?:(?:Their|Our|His|Her)\s+)?(?:GCSEs?|A-?[Ll]evels?|SATs?|BTECs?|NVQs?|T-[Ll]evels?|Highers|ESOL|ICT)$/;

export function isOrganisation(name: string, at: number, text: string): boolean {
  // "Lending of 20 laptops with data": what is done.
  if (EXAM.test(name) || /^[A-Z][a-z]+ing\s+of\s/.test(name)) return false;
  const words = name.split(/\s+/);
  const first = words[0]!;
  // "Help with Universal Credit claims": these are made, and claim nothing.
  if (BENEFIT.test(name)) return false;
  if (words.length === 1 && (NOBODY.test(first) || /^\d/.test(first))) return false;
  // A capital at the start of a sentence proves nothing ("Visitors said"), unless it is a name that is known, or
  // something is done that only those do who keep figures.
  if (words.length === 1 && (at === 0 || /[.!?:]\s+["“‘']?$/.test(text.slice(Math.max(0, at - 4), at)))) {
    return (
      /^[A-Z]{2}|[a-z][A-Z]/.test(first) ||
      KNOWN.test(first) ||
      /^\S+\s+(?:(?:has|have|had)\s+(?:listed|published|reported|disclosed|counted|confirmed|admitted)\b|estimate|calculate|reckon|forecast)/.test(
        text.slice(at),
      )
    );
  }
  if (NOBODY.test(first) && words.length > 1)
    return isOrganisation(words.slice(1).join(' '), at + first.length + 1, text);
  return true;
}

/** "Ann Reed, head of Fenholme Libraries, said": a person speaks, not the organisation. */
export function isRole(match: RegExpExecArray, text: string): boolean {
  if (!/\b(?:says?|said|replied|announced|stated|confirm\w*|highlight\w*|note[sd]?)$/i.test(match[0]))
    return false;
  const before = text.slice(Math.max(0, match.index - 160), match.index);
  return (
    /,\s+\S+$/.test(match[0]) ||
    /\b(?:of|for|at|from|with)\s+(?:the\s+)?$/i.test(before) ||
    (/,\s+$/.test(before) && personIn(before) !== undefined) ||
    /[A-Z][\p{L}’'-]+\s+[A-Z][\p{L}’'-]+,[^.]*\s$/u.test(before) ||
    personIn(match[0]) !== undefined
  );
}

export function isPlaceOnly(match: RegExpExecArray): boolean {
  return /\b(?:libraries|users|people|children|visits|loans)\s+(?:of|for|from)\s/i.test(match[0]);
}

/** "The latest research shows" names nobody either. */
const NEW = /\b(?:latest|recent|international|academic|scientific|best|available|current)\b/i;
/** A paper that tells what it is for: it is no source for itself. */
const SELF =
  /^\s+(?:outlines|sets\s+out|describes|asks|seeks|provides|presents|explains|updates|summari[sz]es|covers|invites|informs|is\s+(?:to|for|about|from|in|submitted|made|intended)|has\s+been\s+(?:written|prepared)|was\s+(?:written|prepared))\b/i;

/** Results of exams: whoever published them is not named. */
export const OF_EXAMS = /\b(?:phonics|exam|test|reading|maths|attainment)\s+$/i;

export function isDefiniteStudy(match: RegExpExecArray, text: string): boolean {
  const noun = match[2]!;
  const adjectives = match[1]!;
  const start = match.index;
  const after = text.slice(start + match[0].length, start + match[0].length + 40);
  const lead = match[0].slice(0, match[0].length - adjectives.length - noun.length).trim();
  // "The case that no inquiry …" is no inquiry.
  if (/\b(?:that|which|no|any|of|to|without|and|is|was)\s/i.test(adjectives)) return false;
  if (/^this$/i.test(lead) && SELF.test(after)) return false;
  // "One survey", "the Spending Review": nobody's.
  if (/^one$/i.test(lead) || (/^review$/i.test(noun) && /\bspending\s+$/i.test(adjectives))) return false;
  if (MASS.test(noun)) {
    if (
      /^(?:the|this|that)$/i.test(lead) &&
      new RegExp(`^\\s+(?:also\\s+|has\\s+|have\\s+)?${REPORTED}\\b`).test(after)
    ) {
      return !/^(?:figures|numbers|data|results)$/i.test(noun) && !NEW.test(adjectives);
    }
    return /\b(?:published|official|independent|government|national|census|own)\b/i.test(adjectives);
  }
  return true;
}
