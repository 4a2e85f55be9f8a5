/**
 * How people write where something comes from: a study or document that one can ask for and read, somebody who found it
 * out, a citation. For text as it is written; `@by` is a name that has to be an organisation's.
 */
import { keepEntry, sourceOf } from '../english/phrases';
import type { SourceKind } from './types';

/** How people write where something comes from. */
interface SourceEntry {
  readonly kind: SourceKind;
  /**
   * Beginnings of words, and signs, of which one is in all that it matches, in lower case and parted by spaces: where a
   * text has none of them, it is not worth a look.
   */
  readonly words: string;
  readonly phrase: string;
  /** What is in no match that counts. */
  readonly not?: string;
  /** What stands before no match that counts. */
  readonly notAfter?: string;
  /** Whether a person's name is no name of a source. */
  readonly noPerson?: true;
}

const STUDY_WORDS =
  'report survey stud evaluation review census poll index indices audit inquir enquir investigation green business cabinet council committee board scorecard dashboard yearbook dissertation thesis assessment appraisal inspection consultation questionnaire barometer tracker bulletin briefing white article newsletter press manifesto statement factsheet prospectus submission minutes dataset data statistics stats league ranking annual returns infographic research analysis findings figures results estimates projections modelling needs impact budget proposals';
const REPORTING =
  'found find estimate report show suggest calculate put reckon forecast predict record state reveal indicate conclude come came worked added count note publish list confirm identif demonstrate establish measure say said quote point argue claim repl believe think warn maintain highlight announce award explain advise add stress disclose tell told wrote write credit observe';
/** Between a name and what it found. */
const SINCE =
  '((also|has|have|had|recently|now|itself|since|who|which|just|already|today|currently|then) ){0,3}';

const TABLE: Readonly<Record<string, SourceEntry>> = {
  // "research by the Reading Agency", "a report from the Welsh Government", "figures published by Ofcom".
  studyBy: {
    kind: 'study',
    words: STUDY_WORDS,
    phrase: '<(@study)>( [a-z]+){0,4}? (by|from|of|for|that) ((the|our|an?) )?([a-z-]+ ){0,3}?[A-Z][\\w&]+',
    // "Research shows that people in Ashby" tells nobody's research; a review of a service not who made it.
    not: '<(shows?|showed|found|finds|suggests?|says?|reveals?|indicates?|tells? us) that>|^_review period>|^(_review|_inquiry|_enquiry) of>|^_minutes (from|by|of|away|walk)>|<(libraries|users|people|children|visits|loans) (of|for|from)\\s',
    // "Free data from Three".
    notAfter:
      '<(mobile|free|unlimited|gigabytes?|sims?|cards?|gets?|got|give[ns]?|gave|gift(s|ed)?|donat\\w+) ((of|with|free|mobile) ){0,3}$',
  },
  // "the CIPFA survey", "Met Office rainfall data", "the 2021 Census", "National Literacy Trust research".
  namedStudy: {
    kind: 'study',
    words: STUDY_WORDS,
    phrase: '<@by(’s?)? ([a-z]+ ){0,3}?(@study)>',
    not: '\\s(the|an?|this|that|no|its|our)\\s|<(Spending Review|(_phonics|_exam|_test|_reading|_maths|_attainment) results)$',
  },
  census: {
    kind: 'study',
    words: 'census depriv imd survey taking active freedom foi',
    phrase:
      '<((the )?(19|20)## _census|_census (of )?(19|20)##|(the|last|latest) _census|Ind(ex|ices) of (Multiple )?Deprivation|IMD|Participation Survey|Taking Part|Active Lives|Labour Force Survey|Freedom of Information|FOI request)>',
  },
  // "in a survey of users", "the report", "our evaluation", "this independent study".
  itsStudy: {
    kind: 'study',
    words: STUDY_WORDS,
    phrase:
      '<(?<lead>_the|_this|_that|_its|_our|_their|_an?|_another|_one|_each|_same|\\w+’s) (?<adjectives>…4)(?<noun>@study)>(?! (back|to (the )?(committee|cabinet|council|members)|visits?|tour|days?|rooms?|spaces?|skills|desks?|clubs?|zones?|areas?|nights?|sessions?|tables?|corners?|booths?|pods?|hubs?|halls?|support|form|group|team|centre|programme|officer|service|system|collection|librar))',
  },
  // "council figures show", "official statistics", "census data".
  officialFigures: {
    kind: 'study',
    words: 'figures statistics data estimates records',
    phrase:
      '<(_council|_government|_official|NHS|_police|_census|_ministry|_national|_school|_hospital|_crime|_unemployment|_benefits?|_deprivation|_exam) (figures|statistics|data|estimates|records)>',
  },
  // "as reported in the Ashby Echo", "set out in the Local Plan".
  reportedIn: {
    kind: 'study',
    words: 'reported cited quoted stated set documented highlighted',
    phrase:
      "<(reported|cited|quoted|stated|set out|documented|highlighted) (in|by) ((the|its|our|their|a) )?([a-z-]+ ){0,2}?[A-Z][\\w’'&]+",
    not: '<(@date)>',
  },
  // "see Appendix B", "Table 1 shows".
  appendix: {
    kind: 'study',
    words: 'appendix annex table figure chart schedule',
    phrase:
      '<(_see|_in|_as|_at) (the )?(_appendix|_annex|_table|_figure|_chart|_schedule) (#+|[A-Z])>|<(Appendix|Annex|Table|Figure|Chart) (#+|[A-Z]) (\\w+ )?(shows?|gives?|sets? out|lists?|compares?)>',
  },
  // "We asked our users", "we counted".
  weAsked: {
    kind: 'study',
    words: 'sample found counted surveyed asked interviewed polled analysed',
    phrase:
      '<a sample of #|<_we ((have|also) )?(found that|counted|surveyed|asked (#|our|all|every(one|body)?|those|teachers|parents|pupils|children|schools|staff|heads|families|customers|borrowers|readers|visitors|members|users|residents|people|them)|interviewed|polled|analysed)>',
  },
  // "the numbers come out of an evaluation", "these figures are taken from".
  takenFrom: {
    kind: 'study',
    words: 'number figure findings data statistics percentages total results',
    phrase:
      '<(_numbers?|_figures?|_findings|_data|_statistics|_percentages|_totals?|_results) ((here|above|below) )?(comes?|came|are|were|is|was|have been) (all )?((taken|drawn|compiled|published|provided|supplied) )?(out of|from|by)>',
  },
  accordingTo: {
    kind: 'attribution',
    words: 'accord',
    phrase: "<_according to (?<whom>([\\w'’&.-]+\\s*){1,6})",
    not: '^_according to ((the )?(figures|reports|research|studies|estimates|statistics) (that|which|published|released|out)>|((some|many|most|several|recent|new|all) )?(research|studies|experts|_people|residents|reports|sources|estimates|statistics|figures|plan|schedule)[.,;:]*\\s*$|(some|many|most|several|all) (people|experts|residents|reports|studies|estimates)>|(need|taste|age|size|how|what|whether|their|your)>)',
  },
  // "By the council's estimate", "by their own reckoning".
  reckoning: {
    kind: 'attribution',
    words: 'estimate reckoning count calculation figures',
    phrase:
      '<(_by|_on) ((the|an?) )?…3([\\w-]+’s?|their|its|his|her) (own )?(estimates?|reckoning|count|calculations?|figures)>',
  },
  // "…, officers confirmed": people whose office is to know.
  officersSay: {
    kind: 'attribution',
    words:
      'officers branch librarians officials inspectors auditors researchers evaluators analysts economists campaigners organisers bosses consultants chiefs ministers mps msps peers police unions spokes',
    phrase:
      '<(_officers|_branch managers|_librarians|_officials|_inspectors|_auditors|_researchers|_evaluators|_analysts|_economists|_campaigners|_organisers|_bosses|_consultants|_chiefs|_ministers|MPs|MSPs|_peers|_police|_unions|_a …3spokes(man|woman|person))( (for|at|on|from|with) [^\\s,.;\\d][^,.;\\d]{2,49}?)? ((have|had|also) )*(confirmed|counted|recorded|reported|estimated?|reckon(ed)?|calculated?|found|said|says?|told|explained|advised|claim(ed)?|warn(ed)?|believed?|think|expect)>',
  },
  // "The ONS estimates", "Arts Council England estimated", "Ofcom reports".
  bodyReports: {
    kind: 'attribution',
    words: REPORTING,
    phrase: `<(_the )?@by( \\(([A-Z][\\w ]*|(19|20)##[a-z]?)\\))?,? ${SINCE}(@report)>`,
    // A library that keeps its own books is no source for them.
    not: '<Librar(y|ies)>.{0,60}<(record\\w*|count\\w*|measured|not\\w+|list\\w*|establish\\w*|identif\\w+)$',
    // "Those who joined a Knit Group reported": it is they who report.
    notAfter:
      '<(in|at|to|of|with|join(ed|s)?|attend(ed|s)?|use[ds]?|visit(ed|s)?|run|ran) (an?|one of (our|the)) $',
  },
  // "estimated by the LGA", "figures published by the council".
  foundBy: {
    kind: 'attribution',
    words: 'by',
    phrase:
      '<(_estimated|_calculated|_evaluated|_assessed|reported|measured|counted|identified|compiled|produced|found|recorded|worked out|(_figures|_data|_statistics|_numbers|_findings|_results|_research) …3(published|released|obtained|provided|supplied|collected|gathered|issued)) by (the )?@by',
  },
  // "says the Co-op", at the end of what it says.
  saysBody: {
    kind: 'attribution',
    words: 'says said reports reckons estimates',
    phrase:
      ', (says|said|reports|reckons|estimates) (the )?((charity|union|regulator|watchdog|think tank|campaign group) )?@by',
    noPerson: true,
  },
  // A body that is plain from the context: "the council says", "the school reported", "our teachers tell us".
  theBodySays: {
    kind: 'attribution',
    words: REPORTING,
    phrase:
      '<(_the|_our|_its|_their|_her|_his|_this|[A-Z][\\w]+’s?|_an?(?= [A-Z])) …2(@body)( (of|in|at|for|from)( (?!(they|we|he|she|it|people|who|that)>)[\\w’\'-]+){1,5}?)?(, [^,.;:"“]{3,60},)? ((also|has|have|had|now|itself|who \\w+) ){0,2}(@report|tells? (us|me)|told (us|me|members|the)|repl(y|ies|ied)|believes?|wr(ites?|ote)|credit(s|ed)|observed)>',
    // A library that keeps its own books is no source for them; what a body does is not what it knows.
    not: '<(_library|_libraries|_librarians?|_service)>(?!.*<(_head|_manager|_director|_officer)>)|<(announced|awarded|confirm\\w*|note[sd]?|record\\w*|lists?|listed|highlight\\w*|welcomed)$',
    // "The library, which the council says it cannot afford".
    notAfter: '<(which|what) $',
  },
  source: {
    kind: 'citation',
    words: 'source data',
    phrase: '<_sources?\\s*:\\s*\\S|(^|[.;(]\\s*)_data\\s*:\\s*\\S',
  },
  // "Smith (2019) found", "source for the figures below: CIPFA", "– CIPFA, 2019".
  author: {
    kind: 'citation',
    words: '( – — source',
    phrase:
      "<[A-Z][\\w'’-]{1,60}( (and|&) [A-Z][\\w'’-]{1,60})? \\((19|20)##[a-z]?\\)|<_sources? (for|of) (the|these|all) [^.:;]{3,40}:\\s*\\S|[–—] [A-Z][\\w&]+( [A-Z][\\w&]+){0,4}, (19|20)##\\W*$",
    not: '<(@date)>',
    notAfter: '<(films?|novels?|books?|albums?|series|play|musical|including|like) …1$',
  },
  // "(ONS, 2023)", "(CIPFA 2022/23)", "(see Ofcom, Adults' Media Use, 2024)", "(loans records, January 2026)".
  brackets: { kind: 'citation', words: '(', phrase: '\\((?<words>[^()]{2,160})\\)' },
  // "[ONS, 2024]"; "38% of adults (ONS)", but not "the Office for National Statistics (ONS)".
  initials: {
    kind: 'citation',
    words: '[ (',
    phrase:
      "\\[[A-Z][^[\\]]{1,80}<(19|20)##\\](?!\\()|(?<=(?:^|\\s)(?:[a-z][\\w’'-]*|[\\d.,/–-]+%?)\\s)\\((ONS|CIPFA|Ofcom|DCMS|DfE|DWP|NISRA|NRS|StatsWales|OHID|PHE|Census|IMD|Nomis|YouGov|LGA|NLT|Age UK|Carnegie( UK)?|National Literacy Trust|Libraries Connected|The Reading Agency|Good Things Foundation)\\)",
  },
};

/** An entry with what it looks for as regular expressions. */
export interface SourcePattern extends Omit<SourceEntry, 'phrase' | 'not' | 'notAfter'> {
  readonly name: string;
  readonly pattern: RegExp;
  readonly not: RegExp | undefined;
  readonly notAfter: RegExp | undefined;
}

const compiled = (phrase: string | undefined): RegExp | undefined =>
  phrase === undefined ? undefined : new RegExp(sourceOf(phrase));

export const SOURCE_PATTERNS: readonly SourcePattern[] = Object.entries(TABLE).map(
  ([name, { phrase, ...entry }]) => {
    const pattern = {
      ...entry,
      name,
      not: compiled(entry.not),
      notAfter: compiled(entry.notAfter),
    } as SourcePattern;
    keepEntry(
      `sources.${name}`,
      pattern as { pattern: RegExp },
      'pattern',
      () => new RegExp(sourceOf(phrase), 'g'),
    );
    return pattern;
  },
);
