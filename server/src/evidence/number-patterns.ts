/**
 * How numbers look that count or measure something, and what looks like one and is none: dates, ages, numbering.
 *
 * The longest one, `MASTER`, is for text in lower case: V8 takes twice as long to compile a pattern that ignores case, five
 * times where it is made of words.
 */
import { MONTH_NAMES } from '../text/dates';

/** “.5 per cent” begins with its point. */
const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.·]\d+)?|(?<![\w.,])[.·]\d+)`;
export const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
export const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const ONES = Object.keys(SMALL).slice(1).join('|');
const WORD = `(?:${Object.keys(TENS).join('|')}|${ONES}|hundred|thousand|million|billion|dozen)`;
const WORDS = `(?:(?:half\\s+)?an?\\s+(?:hundred|thousand|million|billion|dozen)|${WORD}(?:(?:\\s+and\\s+a\\s+half|[-\\s]+(?:and\\s+)?${WORD}))*)\\b`;
const MONTH = `(?:${MONTH_NAMES.toLowerCase()})`;
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const CLOCK = String.raw`(?:\s?[ap]\.?m\b|\s?noon\b|\s?o['’]clock\b|\s?hrs?\b)`;
const ORDINAL_WORD = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|${ORDINAL_WORD})`;
const LABEL = `(?:nos?|number|items?|sections?|paragraphs?|paras?|pages?|pp?|levels?|grades?|stages?|phases?|years?|appendix|chapters?|figures?|fig|tables?|parts?|steps?|themes?|annex|rooms?|units?|version|act|articles?|clauses?|policy|objectives?|schedule|regulations?|priority|recommendations?|options?|questions?|weeks?|days?|tiers?|bands?|zones?|routes?|blocks?|points?|standards?|classes|type|goals?|wards?|forms?|volume|vol|episode|series|radio|channel|wave|cohort|platform|junction|agenda|lot|plot|unit|suite|flat|bay|route|bus|lib|ref|case|report|core|bbc|r)`;

const SKIP = [
  String.raw`https?:\/\/\S+|www\.\S+`,
  // Dates
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s?(?:-|–|to|and|or|\\/)\\s?\\d{1,2}(?:st|nd|rd|th)?)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s+\\d{4}\\b)?`,
  `\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:\\s?(?:-|–|to|and)\\s?\\d{1,2}(?:st|nd|rd|th)?)?\\b(?![,.]?\\d)(?:,?\\s+\\d{4}\\b)?`,
  `\\b${MONTH}\\s+\\d{4}\\b`,
  String.raw`\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b`,
  `\\b${WEEKDAY}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?![:.,]?\\d)`,
  // Years
  String.raw`\b(?:1[5-9]|20)\d\d\s?(?:-|–|\/|to)\s?(?:(?:1[5-9]|20)\d\d|\d\d)\b`,
  String.raw`\b(?:1[5-9]|20)\d0['’]?s\b|['’]\d\ds?\b|\b\d{1,2}(?:st|nd|rd|th)(?:[-\s]century)?\b`,
  // Times
  `\\b\\d{1,2}(?:[:.]\\d{2})?(?:${CLOCK})?\\s?(?:-|–|to|until|and)\\s?\\d{1,2}(?:[:.]\\d{2})?${CLOCK}`,
  `\\b\\d{1,2}(?:[:.]\\d{2})?${CLOCK}`,
  String.raw`\b\d{1,2}:\d{2}\b|\b\d{1,2}\.\d{2}\s?(?:-|–|to)\s?\d{1,2}\.\d{2}\b|\b24\/7\b`,
  // "A quarter past four", "half past two".
  `\\b(?:half|(?:an?\\s+)?quarter|ten|twenty|five|twenty-five)[-\\s](?:past|to)\\s+(?:${ONES})\\b(?!\\s+(?:of|in|per\\s?cent)\\b)(?=\\s*(?:[,.;:)–—]|$|in\\b|on\\b|and\\b|but\\b|when\\b|until\\b|to\\b|at\\b|every\\b|each\\b|we\\b|they\\b|the\\b|he\\b|she\\b|i\\b))`,
  // "5 1/2"
  String.raw`\b(?:\d+\s)?\d\/\d{1,2}\b|\b\d+\s?[½¼¾]`,
  // Telephone numbers
  String.raw`\+\d{2}[\d\s()]{6,16}\d|\(0\d{2,5}\)\s?\d{3,8}(?:[\s-]?\d{3,4})?\b|\b0\d{2,5}[\s-]?\d{3,6}(?:[\s-]?\d{3,4})?\b|\b\d{3}-\d{3}-\d{4}\b|\b0\d+\b`,
  String.raw`\b(?:reference|charity|company|account|telephone|phone|tel|isbn|ext(?:ension)?)\b[.:]?\s*(?:numbers?|no\.?)?\s*(?:is\s+|are\s+|:\s*)?\d[\d\s-]{1,14}\d\b`,
  String.raw`\b(?:(?:ring|call|dial|phone)\s+(?:999|101|111|112|119)|nhs\s+\d{2,3}(?:\s+on\s+111)?|or\s+999)\b`,
  // Ages
  `\\bage[ds]?\\s+(?:of\\s+|between\\s+|from\\s+|groups?\\s+|range\\s+|in\\s+\\w+\\s+from\\s+)?\\d{1,3}(?:\\s?(?:-|–|to|and)\\s?\\d{1,3}|\\+)?`,
  `\\b(?:(?:who|he|she|son|daughter|child|boy|girl|grandson|granddaughter|brother|sister|mother|father|mum|dad)(?:,\\s+\\w+,)?\\s+(?:is|was|(?:has\\s+)?turned)|i\\s+am|i['’]m|i\\s+was|(?:he|she)['’]s)\\s+(?:only\\s+|just\\s+|now\\s+)?(?:\\d{1,2}|${WORDS})(?=[.,;)]|\\s+(?:and|when|but|now|next|this|then)\\b|$)`,
  `\\b(?:(?:wo)?man|boy|girl|lady|gentleman|widow(?:er)?|pensioner|joiner|grown-up|grandmother|grandfather|farmer|worker|builder|driver|teacher|nurse|student|child|lad|lass|mother|father|toddler|teenager)\\s+of\\s+(?:\\d{1,3}|${WORD}(?:-\\w+)?)`,
  `\\b(?:\\d{1,3}|${WORDS})(?:\\s?(?:-|–|to|and)\\s?\\d{1,3})?[-\\s](?:years?|yrs?|months?)[-\\s](?:olds?|of\\s+age)\\b`,
  `\\b(?:people|those|adults|residents|men|women|children|anyone|anybody|everyone|pensioners|pupils|readers|borrowers|users)\\s+(?:who\\s+are\\s+)?(?:over|under)\\s+\\d{1,3}\\b(?!,\\d)`,
  `\\b(?:over|under)[-\\s]?(?:\\d{1,2}|${ONES})['’]?s\\b|\\b(?:aged?|over|under)\\s+(?:1[0-9]|[5-9]\\d)\\b(?=[.;:)]|,(?!\\d)|\\s+(?:who|and|or|years)\\b)|\\b\\d{1,3}\\s+(?:or|and)\\s+(?:over|under|older|younger|above|below)\\b`,
  // "Caroline, 42, was made redundant".
  `(?<=\\b[a-z][a-z’'-]+,\\s)\\d{1,2}(?=,\\s+(?:[a-z]|from\\b|of\\b))`,
  String.raw`\bsee\s+\d+\.\d[\d.]*|\b(?<![\d.]{2})\d+\.\d[\d.]*\s+(?:above|below)\b`,
  `\\bfor\\s+every\\s+\\d[\\d,]+\\s+(?:people|residents)\\b|\\bper\\s+(?:${NUMBER}|thousand|hundred|million)\\b|\\b(?:every|each|per)\\s+[£$€]\\s?${NUMBER}`,
  // "Options 1 and 2", "paragraphs 3, 4 and 6".
  `\\b(?:options|sections|paragraphs|paras|pages|phases|stages|tables|figures|recommendations|questions|items|appendices|chapters|articles|clauses|objectives|goals)\\s+(?:\\d{1,2}|${ONES})(?:(?:,\\s*|\\s+(?:and|or|to)\\s+|\\s?[–-]\\s?)(?:\\d{1,2}(?![,.]?\\d)|${ONES})\\b)+(?!\\s?(?:%|per\\s?cent))`,
  `(?<!\\b(?:last|this|next|each|every|that|per|a|\\d+|${ONES})\\s)\\b(?!(?:days|weeks|years)\\s+\\d+\\s+(?:of\\s|people|adults|child|famil|resid|user|visit|member|wom|men\\b|young|older))${LABEL}\\.?\\s+(?!\\d{3}\\s+(?:more\\s+|new\\s+|local\\s+|young\\s+|older\\s+)?(?:people|adults|child|famil|resid|house|user|visit|member|pupil|stud|learn|volun|busin|jobs|wom|men\\b))(?:\\d{1,3}(?:\\.\\d{1,3})*(?![,.]?\\d)[a-z]?|${ONES})\\b(?!\\s?(?:%|per\\s?cent))`,
  String.raw`\[\d{1,3}\]|\(\d{1,2}\)|#\d+|\b[a-z]{1,5}\d[\w./]*|\b\d{1,4}(?!p\s+(?:in|of|out|per\s+(?:visit|head|resident|person|household|loan)|a\s+head)\b)[a-z]{1,3}\b(?![a-z])`,
].join('|');

const FRACTION_OF = String.raw`(?=\s+(?:of|the|our|all|a\s+(?:million|billion)|these|those|their|as|again|below|above|lower|higher|fewer|less|more|were|was|are|is|said|say|have|has|had|did|do|felt|feel|thought|would|will|could|came|come|live|lived|reported|told|wanted|used|use|now)\b|\s*[,.;:)]|$)`;

const FRACTION =
  '(?:(?:a(?:\\s+(?:good|full|mere|bare))?|an|one|two|three|four|five|seven|nine)[-\\s](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|half|a\\s+half|one[-\\s]half)\\b';
/** After one of these a fraction is a share, whatever follows: "about a third decided", "fell by half this year". */
const ROUGHLY = `(?<=\\b(?:about|around|nearly|almost|over|under|than|only|just|some|barely|hardly|roughly|approximately|good|by)\\s${FRACTION})`;
const SUPERLATIVE =
  '(?:most\\s+deprived|largest|biggest|highest|lowest|busiest|longest|fastest|oldest|poorest|richest|smallest|youngest)';

/** What every quantity has somewhere; most sentences have none of it. For text in lower case. */
export const CANDIDATE = new RegExp(
  `\\d|\\b(?:${WORD}|half|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?|dozens|tens|hundreds|thousands|millions|billions|pounds|euros|penn(?:y|ies)|pence|first|second|top|last|bottom|the\\s+(?:best|worst)|than\\s+any(?:where)?|no\\s+(?:\\w+\\s+){0,3}?(?:librar(?:y|ies)|services?|authority|council|county|city|town|region|country)|rank(?:s|ed|ing)?|twice|doubl(?:ed|e|ing)|tripl(?:ed|e|ing)|trebl(?:ed|e|ing)|quadrupled|halv(?:ed|e|ing)|topped|(?:larg|bigg|high|low|busi|long|fast|old|poor|rich|small|young)est|most\\s+deprived|(?:${ONES})fold|percent|per\\s+cent)\\b`,
);

/** Nothing that counts begins inside a word; to look only there is a third of the work. */
const START = "(?<![a-z])(?=[a-z\\d.·£$€+#(\\['’])";

/** Everything that may be a number, as named groups. For text in lower case. */
export const MASTER = new RegExp(
  `${START}(?:${[
    `(?<rank>\\bamong(?:st)?\\s+the\\s+(?:highest|lowest|fewest)(?:\\s+[\\w'’-]+){0,3}?\\s+in\\s+[a-z]|\\b(?:top|(?:among|one\\s+of|in)\\s+the\\s+(?:best|worst|busiest|poorest|lowest|highest))\\s+(?:\\d+|three|five|ten|twenty|fifty|hundred)\\b(?!\\s+(?:tips|reasons|reads|books|titles|authors|things|ways|picks|floor|shelf|priorit))|\\b${ORDINAL}[-\\s](?:most\\s+\\w+|largest|highest|biggest|busiest|fastest|lowest|smallest|best|worst|poorest|richest|strongest|cheapest|slowest)\\b|\\b\\d{1,3}(?:st|nd|rd|th)\\s+(?:in|out\\s+of|of|nationally)\\b(?!\\s+(?:${MONTH}|this|the\\s+month))|\\b(?:one|two|three)\\s+of\\s+(?:only|just|the\\s+only)\\s+(?:\\d+|${WORD})\\b|(?<!\\b(?:to|at|in|from|of|for|with|any|book|win|reserve)\\s)\\bone\\s+of\\s+(?:the\\s+)?(?:\\d+|${ONES})\\s+(?:${'(?:\\w+\\s+)?'}(?:most|largest|highest|biggest|busiest|best|worst|lowest)\\b|(?:library\\s+services|libraries|services|organisations|councils|authorities|places|areas|towns|cities)\\b)|\\b${ORDINAL}\\s+(?:consecutive|successive)\\s+\\w+|\\b${ORDINAL}\\s+(?:year|time|month|season|summer|term|quarter)\\s+(?:running|in\\s+a\\s+row|in\\s+succession)|\\brank(?:s|ed|ing)?\\s+(?:as\\s+|in\\s+|at\\s+|the\\s+|us\\s+|among\\s+|\\w+\\s+as\\s+){0,3}(?:${ORDINAL}|\\d+|number\\s+one|top|bottom|most|highest|lowest|best|worst)\\b|\\branked\\s+\\w+\\s+as\\s+the\\s+most\\b|\\b(?:comes|puts\\s+(?:us|it|them))\\s+(?:top|bottom|second|third|last)(?=[,.;]|\\s+(?:and|in|of|out)\\b)|\\b(?:came|(?:has|have|had)\\s+come|coming|finished)\\s+(?:out\\s+)?(?:top|bottom|first|second|third|last)\\s+(?:in|of|out|for|among|nationally)\\b(?!\\s+(?:\\w+\\s+){0,3}(?:quiz|race|raffle|cup|match|draw|bake-off)\\b)|\\btopped\\s+the\\s+(?:table|list|league|poll|rankings?)|\\b(?:at|near)\\s+the\\s+(?:top|bottom)\\s+of\\s+(?:the|its|a)\\s+(?:\\w+\\s+)?(?:table|list|league|ranking|rankings)\\b|\\b${SUPERLATIVE}(?:\\s+[\\w'’-]+){1,4}\\s+since\\b|\\b(?:at\\s+any\\s+time|(?:highest|lowest|largest|biggest|worst|best|busiest|most|fewest|steepest|sharpest|fastest)(?:\\s+[\\w'’-]+){0,3})\\s+(?:in|for|since)\\s+(?:over\\s+|more\\s+than\\s+|nearly\\s+|almost\\s+|at\\s+least\\s+)?(?:\\d+|${WORD})\\s+(?:years|decades)\\b|\\b${SUPERLATIVE}\\s+(?:[\\w'’-]+\\s+){0,6}?(?:of\\s+(?:any|all)\\b|of\\s+the\\s+(?:\\d+|${WORD})\\b|in\\s+(?:the\\s+)?(?:uk|united\\s+kingdom|country|world|europe|england|scotland|wales|(?:great\\s+)?britain|northern\\s+ireland|region|midlands|(?:north|south|east|west)(?:[-\\s]?(?:east|west))?)\\b|on\\s+the\\s+(?:\\w+\\s+)?coast\\b)|\\b(?:the\\s+first(?:\\s+[\\w'’-]+){0,3}?|than\\s+(?:anywhere|any\\s+other(?:\\s+\\w+){1,3}?)(?:\\s+else)?|(?:are|is|were|was)\\s+the\\s+(?:best|worst)|(?:no|only\\s+one)\\s+(?:other\\s+)?(?:[a-z]+\\s+){0,2}?(?:librar(?:y|ies)|services?|authorit(?:y|ies)|councils?|county|city|town|region)(?=[^.;]{0,70}\\b(?:had|has|have|is|are|was|were|before|higher|larger|better|more)\\b))(?:\\s+anywhere)?\\s+in\\s+(?:(?:an?|the|any)\\s+)?(?:uk|united\\s+kingdom|country|world|europe|england|scotland|wales|(?:great\\s+)?britain|northern\\s+ireland)\\b|\\bfirst\\s+of\\s+(?:its|their)\\s+kind\\s+(?:in|anywhere)\\b|\\bwon\\s+(?:it\\s+|this\\s+)?(?:twice|(?:\\d+|${WORD})\\s+times)\\b)`,
    `(?<skip>${SKIP})`,
    `(?<share>\\b(?=[\\daotfsenhmb])(?:(?:${NUMBER}|${WORDS})(?:(?:\\s+[\\w'’-]+){0,3}?\\s+out\\s+of\\s+(?:every\\s+|the\\s+|a\\s+possible\\s+)?(?:${NUMBER}|${WORDS})\\b|(?:\\s+(?:people|persons?|adults?|child(?:ren)?|households?|families|residents|pupils|women|men|users|homes))?\\s+in\\s+(?:every\\s+)?(?:\\d{1,3}(?![,\\d])|1,000|10,000|${ONES}|hundred|thousand)\\b|\\s+(?:[a-z-]+\\s+){1,2}?in\\s+(?:every\\s+)?(?:ten|10|hundred|a\\s+hundred|100)\\b(?![,\\d])|\\s+of\\s+(?:the|our|its|their|those|these|his|her)\\s+(?:first\\s+|last\\s+|past\\s+|other\\s+)?(?:${NUMBER}|${WORDS})\\b|\\s?(?:p|pence)\\s+(?:in|of|out\\s+of)\\s+(?:every|each|the)\\s+(?:pound\\b|£1?))|\\d{1,4}\\s+of\\s+\\d{1,4}\\b(?![,.:/]?\\d)|(?:one|1)\\s+(?:[a-z-]+\\s+){1,3}?in\\s+(?:every\\s+)?(?:\\d{1,3}(?![,\\d])|${ONES}|hundred|thousand)\\b|${FRACTION}(?:${FRACTION_OF}(?:\\s+of\\s+an?\\s+(?:million|billion)|\\s+a\\s+(?:million|billion))?|${ROUGHLY})))`,
    `(?<percent>(?<![a-z\\d])(?:${NUMBER}(?:\\s?(?:-|–|to)\\s?${NUMBER})?|${WORDS})\\s?(?:%|per\\s?cent\\b|percent\\b|percentage\\s+points?\\b)|\\bpercent(?:age)?\\s+of\\s+${NUMBER}\\b)`,
    `(?<money>(?<![a-z])[£$€]\\s?${NUMBER}(?:\\s?(?:million|billion|trillion|thousand|mn?|bn|k)\\b)?(?:\\s?(?:-|–|to)\\s?[£$€]?\\s?${NUMBER}(?:\\s?(?:million|billion|thousand|mn?|bn|k)\\b)?)?p?|\\b(?:${NUMBER}\\s?(?:million\\s+|billion\\s+|thousand\\s+)?|${WORDS}\\s+|(?:tens\\s+of\\s+|hundreds\\s+of\\s+)?(?:hundreds|thousands|millions|billions)\\s+of\\s+)(?:pounds|euros|dollars)\\b|\\b(?:${NUMBER}\\s?|one\\s|a\\s)(?:pence|penny|pennies|p)\\b)`,
    `(?<multiple>\\b(?:doubled|doubling|tripled|tripling|trebled|trebling|quadrupled|halved|halving|to\\s+(?:double|triple|treble|halve))\\b(?!\\s+(?:up|back)\\b)|\\b(?:${NUMBER}|${WORDS})[-\\s]?(?:fold|times\\s+(?:as|more|higher|greater|the|larger|likelier|less|lower|its|their|what|that|those))\\b|(?<!\\b(?:is|are|was|were)\\s)\\b(?:two|three|four|five|six|seven|eight|nine|ten)fold\\b|\\b(?:double|treble|half|twice)\\s+(?:what\\s|that(?:\\s+of\\s|(?=[.,;])))|\\bdouble\\s+the\\s+(?:\\w+\\s+)?(?:rate|number|average|figure|level)|\\btwice\\s+(?:as\\s+(?:many|much|likely|high|often|large|big|far)|the\\s+(?:\\w+\\s+)?(?:rate|number|average|figure|level|national|amount)))`,
    `(?<vague>\\bby\\s+the\\s+(?:hundred|thousand|million|dozen)\\b|\\b(?:several|a\\s+few|many|a\\s+couple\\s+of)\\s+(?:hundred|thousand|million|dozen)\\b(?!\\s+(?:pounds|euros|dollars))|\\b(?:(?:tens|hundreds|thousands|dozens|scores)\\s+of\\s+)?(?:hundreds|thousands|millions|billions|dozens|tens)\\b(?:\\s+(?:and|or|of)\\s+(?:hundreds|thousands|millions))?(?!\\s+of\\s+(?:pounds|euros|dollars)))`,
    `(?<count>(?<![a-z\\d_#])(?:${NUMBER}(?:\\s?(?:million|billion|thousand|hundred)\\b|(?:mn?|bn|k)\\b)?(?:\\s?(?:-|–|to)\\s?${NUMBER}(?:\\s?(?:million|billion|thousand|hundred)\\b|(?:mn?|bn|k)\\b)?)?(?![\\d]|\\.\\d)|${WORDS}))`,
  ].join('|')})`,
  'g',
);
