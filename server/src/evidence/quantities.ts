/** Finds the numbers of a text that count or measure something, and tells them from dates, times and numbering. */
import type { Measure, Quantity, Unit } from './types';
import { isMeasureUnit, isTimeUnit, unitOf } from './vocabulary';

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const MAGNITUDES: Readonly<Record<string, number>> = {
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
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const CLOCK = String.raw`(?:\s?[ap]\.?m\b|\s?noon\b|\s?o['’]clock\b|\s?hrs?\b)`;
const ORDINAL_WORD = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|${ORDINAL_WORD})`;
const LABEL =
  '(?:nos?|number|items?|sections?|paragraphs?|paras?|pages?|pp?|levels?|grades?|stages?|phases?|years?|appendix|' +
  'chapters?|figures?|fig|tables?|parts?|steps?|themes?|annex|rooms?|units?|version|act|articles?|clauses?|policy|' +
  'objectives?|schedule|regulations?|priority|recommendations?|options?|questions?|weeks?|days?|tiers?|bands?|zones?|' +
  'routes?|blocks?|points?|standards?|classes|type|goals?|wards?|forms?|volume|vol|episode|series|radio|channel|' +
  'wave|cohort|platform|junction|agenda|lot|plot|unit|suite|flat|bay|route|bus|lib|ref|case|report|core|bbc|r)';

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
  // "5 1/2"
  String.raw`\b(?:\d+\s)?\d\/\d{1,2}\b|\b\d+\s?[½¼¾]`,
  // Telephone numbers
  String.raw`\+\d{2}[\d\s()]{6,16}\d|\b0\d{2,5}[\s-]?\d{3,6}(?:[\s-]?\d{3,4})?\b|\b\d{3}-\d{3}-\d{4}\b|\b0\d+\b`,
  // Ages
  `\\bage[ds]?\\s+(?:of\\s+|between\\s+|from\\s+|groups?\\s+|range\\s+|in\\s+\\w+\\s+from\\s+)?\\d{1,3}(?:\\s?(?:-|–|to|and)\\s?\\d{1,3}|\\+)?`,
  `\\b(?:who|he|she|son|daughter|child|boy|girl|grandson|granddaughter|brother|sister|mother|father|mum|dad)(?:,\\s+\\w+,)?\\s+(?:is|was|(?:has\\s+)?turned)\\s+(?:\\d{1,2}|${WORDS})(?=[.,;)]|\\s+(?:and|when|but|now|next|this)\\b|$)`,
  `\\b(?:(?:wo)?man|boy|girl|lady|gentleman|widow(?:er)?|pensioner|child|lad|lass|mother|father|toddler|teenager)\\s+of\\s+(?:\\d{1,3}|${WORDS})`,
  `\\b(?:I\\s+am|I['’]m|I\\s+was|when\\s+(?:he|she)\\s+was|(?:he|she)['’]s)\\s+(?:only\\s+|just\\s+|now\\s+)?(?:\\d{1,3}|${WORDS})(?=[.,;)]|\\s+(?:and|when|but|now|next|this|then)\\b|$)`,
  `\\b(?:range\\s+in\\s+age\\s+from\\s+)\\d{1,2}\\s?(?:-|–|to)\\s?\\d{1,2}`,
  `\\b(?:\\d{1,3}|${WORDS})(?:\\s?(?:-|–|to|and)\\s?\\d{1,3})?[-\\s](?:years?|yrs?|months?)[-\\s](?:olds?|of\\s+age)\\b`,
  `\\b(?:people|those|adults|residents|men|women|children|anyone|anybody|everyone|pensioners|pupils|readers|borrowers|users)\\s+(?:who\\s+are\\s+)?(?:over|under)\\s+\\d{1,3}\\b(?!,\\d)`,
  `\\b(?:over|under)[-\\s]?(?:\\d{1,2}|${ONES})['’]?s\\b|\\b(?:aged?|over|under)\\s+(?:1[0-9]|[5-9]\\d)\\b(?=[.,;:)]|\\s+(?:who|and|or|years)\\b)|\\b\\d{1,3}\\s+(?:or|and)\\s+(?:over|under|older|younger|above|below)\\b`,
  // Numbering
  `\\bper\\s+(?:${NUMBER}|thousand|hundred|million)\\b|\\b(?:every|each|per)\\s+[£$€]\\s?${NUMBER}`,
  `(?<!\\b(?:last|this|next|each|every|that|per|a|\\d+|${ONES})\\s)\\b${LABEL}\\.?\\s+(?:\\d{1,3}(?:\\.\\d{1,3})*(?![,.]?\\d)[a-z]?|${ONES})\\b(?!\\s?(?:%|per\\s?cent))`,
  String.raw`\[\d{1,3}\]|\(\d{1,2}\)|#\d+|\b[A-Z]{1,5}\d[\w./]*|\b\d{1,4}(?!p\s+(?:in|of|out)\s)[A-Z]{1,3}\b(?![a-z])`,
].join('|');

const FRACTION_OF = String.raw`(?=\s+(?:of|the|our|all|a\s+(?:million|billion)|these|those|their|as|again|below|above|lower|higher|fewer|less|more|were|was|are|is|said|say|have|has|had|did|do|felt|feel|thought|would|will|could|came|come|live|lived|reported|told|wanted|used|use|now)\b|\s*[,.;:)]|$)`;

/** After one of these a fraction is a share, whatever follows: "about a third decided", "fell by half this year". */
const ROUGHLY =
  '(?<=\\b(?:about|around|nearly|almost|over|under|than|only|just|some|barely|hardly|roughly|approximately|good|by)\\s)';
const FRACTION =
  '(?:(?:a|an|one|two|three|four|five|seven|nine)[-\\s](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|half|a\\s+half|one[-\\s]half)\\b';
const SUPERLATIVE =
  '(?:most\\s+deprived|largest|biggest|highest|lowest|busiest|longest|fastest|oldest|poorest|richest|smallest|youngest)';

/** What every quantity has somewhere; most sentences have none of it. */
const CANDIDATE = new RegExp(
  `\\d|\\b(?:${WORD}|half|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?|dozens|tens|hundreds|thousands|millions|billions|scores|pounds|euros|penn(?:y|ies)|pence|first|second|top|last|bottom|rank(?:s|ed|ing)?|twice|doubl(?:ed|e|ing)|tripl(?:ed|e|ing)|trebl(?:ed|e|ing)|quadrupled|halv(?:ed|e|ing)|topped|(?:larg|bigg|high|low|busi|long|fast|old|poor|rich|small|young)est|most\\s+deprived|(?:${ONES})fold|percent|per\\s+cent)\\b`,
  'i',
);

/** Nothing that counts begins inside a word; to look only there is a third of the work. */
const START = "(?<![A-Za-z])(?=[A-Za-z\\d£$€+#(\\['’])";

const MASTER = new RegExp(
  `${START}(?:${[
    `(?<rank>\\btop\\s+(?:\\d+|three|five|ten|twenty|fifty|hundred)\\b(?!\\s+(?:tips|reasons|reads|books|titles|authors|things|ways|picks|floor|shelf|priorit))` +
      `|\\b${ORDINAL}[-\\s](?:most\\s+\\w+|largest|highest|biggest|busiest|fastest|lowest|smallest|best|worst|poorest|richest|strongest|cheapest|slowest)\\b` +
      `|\\b\\d{1,3}(?:st|nd|rd|th)\\s+(?:in|out\\s+of|of|nationally)\\b(?!\\s+(?:${MONTH}|this|the\\s+month))` +
      `|\\b(?:one|two|three)\\s+of\\s+(?:only|just|the\\s+only)\\s+(?:${NUMBER}|${WORDS})|\\bone\\s+of\\s+(?:the\\s+)?(?:\\d+|${ONES})\\s+(?:${'(?:\\w+\\s+)?'}(?:most|largest|highest|biggest|busiest|best|worst|lowest)\\b|(?:library\\s+services|libraries|services|organisations|councils|authorities|places|areas|towns|cities)\\b)` +
      `|\\b${ORDINAL}\\s+(?:consecutive|successive)\\s+\\w+|\\b${ORDINAL}\\s+(?:year|time|month|season|summer|term|quarter)\\s+(?:running|in\\s+a\\s+row|in\\s+succession)` +
      `|\\brank(?:s|ed|ing)?\\s+(?:as\\s+|in\\s+|at\\s+|the\\s+|us\\s+|among\\s+|\\w+\\s+as\\s+){0,3}(?:${ORDINAL}|\\d+|number\\s+one|top|bottom|most|highest|lowest|best|worst)\\b|\\branked\\s+\\w+\\s+as\\s+the\\s+most\\b` +
      `|\\b(?:came|(?:has|have|had)\\s+come|coming|finished)\\s+(?:out\\s+)?(?:top|bottom|first|second|third|last)\\s+(?:in|of|out|for|among|nationally)\\b|\\btopped\\s+the\\s+(?:table|list|league|poll|rankings?)|\\b(?:at|near)\\s+the\\s+(?:top|bottom)\\s+of\\s+(?:the|its|a)\\s+(?:\\w+\\s+)?(?:table|list|league|ranking|rankings)\\b` +
      `|\\b${SUPERLATIVE}(?:\\s+[\\w'’-]+){1,4}\\s+since\\b|\\b(?:at\\s+any\\s+time|first\\s+time|(?:highest|lowest|largest|biggest|worst|best|busiest|most|fewest|steepest|sharpest|fastest)(?:\\s+[\\w'’-]+){0,3})\\s+(?:in|for|since)\\s+(?:over\\s+|more\\s+than\\s+|nearly\\s+|almost\\s+|at\\s+least\\s+)?(?:${NUMBER}|${WORDS})\\s+(?:years|decades)\\b` +
      `|\\b${SUPERLATIVE}\\s+(?:[\\w'’-]+\\s+){0,6}?(?:of\\s+(?:any|all)\\b|of\\s+the\\s+(?:${NUMBER}|${WORDS})\\b|in\\s+(?:the\\s+)?(?:UK|United\\s+Kingdom|country|world|Europe|England|Scotland|Wales|(?:Great\\s+)?Britain|Northern\\s+Ireland|region|Midlands|(?:north|south|east|west)(?:[-\\s]?(?:east|west))?)\\b|on\\s+the\\s+(?:\\w+\\s+)?coast\\b)` +
      `|\\bthe\\s+first\\s+(?:[\\w'’-]+\\s+){0,3}?in\\s+(?:an?\\s+|the\\s+|any\\s+)?(?:UK|United\\s+Kingdom|country|world|Europe|England|Scotland|Wales|Britain|Northern\\s+Ireland)\\b` +
      `|\\bfirst\\s+of\\s+(?:its|their)\\s+kind\\s+(?:in|anywhere)\\b` +
      `|\\bwon\\s+(?:it\\s+|this\\s+)?(?:twice|(?:${NUMBER}|${WORDS})\\s+times)\\b)`,
    `(?<skip>${SKIP})`,
    `(?<share>\\b(?:${NUMBER}|${WORDS})(?:\\s+[\\w'’-]+){0,3}?\\s+out\\s+of\\s+(?:every\\s+|the\\s+|a\\s+possible\\s+)?(?:${NUMBER}|${WORDS})\\b` +
      `|\\b(?:\\d{1,2}|${ONES})(?:\\s+(?:people|persons?|adults?|child(?:ren)?|households?|families|residents|pupils|women|men|users|homes))?\\s+in\\s+(?:every\\s+)?(?:\\d{1,3}(?![,\\d])|1,000|10,000|${ONES}|hundred|thousand)\\b` +
      `|\\bone\\s+(?:[a-z-]+\\s+){1,3}?in\\s+(?:every\\s+)?(?:\\d{1,3}(?![,\\d])|${ONES}|hundred|thousand)\\b` +
      `|\\b(?:\\d{1,2}|${WORDS})\\s+(?:[a-z-]+\\s+){1,2}?in\\s+(?:every\\s+)?(?:ten|10|hundred|a\\s+hundred|100)\\b(?![,\\d])` +
      `|\\b(?:${NUMBER}|${WORDS})\\s+of\\s+(?:the|our|its|their|those|these|his|her)\\s+(?:first\\s+|last\\s+|past\\s+|other\\s+)?(?:${NUMBER}|${WORDS})\\b|\\b\\d{1,4}\\s+of\\s+\\d{1,4}\\b(?![,.:/]?\\d)` +
      `|\\b(?:${NUMBER}|${WORDS})\\s?(?:p|pence)\\s+(?:in|of|out\\s+of)\\s+(?:every|each|the)\\s+(?:pound\\b|£1?)` +
      `|${ROUGHLY}${FRACTION}|\\b${FRACTION}${FRACTION_OF}(?:\\s+of\\s+an?\\s+(?:million|billion)|\\s+a\\s+(?:million|billion))?)`,
    `(?<percent>(?<![A-Za-z\\d])(?:${NUMBER}(?:\\s?(?:-|–|to)\\s?${NUMBER})?|${WORDS})\\s?(?:%|per\\s?cent\\b|percent\\b|percentage\\s+points?\\b)|\\bpercent(?:age)?\\s+of\\s+${NUMBER}\\b)`,
    `(?<money>(?<![A-Za-z])[£$€]\\s?${NUMBER}(?:\\s?(?:million|billion|trillion|thousand|mn?|bn|k)\\b)?(?:\\s?(?:-|–|to)\\s?[£$€]?\\s?${NUMBER}(?:\\s?(?:million|billion|thousand|mn?|bn|k)\\b)?)?p?` +
      `|\\b(?:${NUMBER}\\s?(?:million\\s+|billion\\s+|thousand\\s+)?|${WORDS}\\s+|(?:tens\\s+of\\s+|hundreds\\s+of\\s+)?(?:hundreds|thousands|millions|billions)\\s+of\\s+)(?:pounds|euros|dollars)\\b|\\b(?:${NUMBER}\\s?|one\\s|a\\s)(?:pence|penny|pennies|p)\\b)`,
    `(?<multiple>\\b(?:doubled|doubling|tripled|tripling|trebled|trebling|quadrupled|halved|halving|to\\s+(?:double|triple|treble|halve))\\b(?!\\s+(?:up|back)\\b)` +
      `|\\b(?:${NUMBER}|${WORDS})[-\\s]?(?:fold|times\\s+(?:as|more|higher|greater|the|larger|likelier|less|lower|its|their|what|that|those))\\b|(?<!\\b(?:is|are|was|were)\\s)\\b(?:two|three|four|five|six|seven|eight|nine|ten)fold\\b|\\btwice\\s+(?:as\\s+(?:many|much|likely|high|often|large|big)|the\\s+(?:\\w+\\s+)?(?:rate|number|average|figure|level|national|amount)))`,
    `(?<vague>\\b(?:several|a\\s+few|many|a\\s+couple\\s+of)\\s+(?:hundred|thousand|million|dozen)\\b(?!\\s+(?:pounds|euros|dollars))|\\b(?:(?:tens|hundreds|thousands|dozens|scores)\\s+of\\s+)?(?:hundreds|thousands|millions|billions|dozens|tens|scores)\\b(?:\\s+(?:and|or|of)\\s+(?:hundreds|thousands|millions))?(?!\\s+of\\s+(?:pounds|euros|dollars)))`,
    `(?<count>(?<![A-Za-z\\d_#])(?:${NUMBER}(?:\\s?(?:million|billion|thousand|hundred)\\b|(?:mn?|bn|k)\\b)?(?:\\s?(?:-|–|to)\\s?${NUMBER}(?:\\s?(?:million|billion|thousand|hundred)\\b|(?:mn?|bn|k)\\b)?)?(?![\\d]|\\.\\d)|${WORDS}))`,
  ].join('|')})`,
  'gi',
);

const WORD_OR_BREAK = /[A-Za-z][A-Za-z'’]*|[^\sA-Za-z]/g;
/** Words that end the noun that a number belongs to. */
const STOP = new Set(
  (
    'a an the of in at for from to into onto with by on as than that which who whose whom where when while and or but nor so if per ' +
    'is are was were be been being has have had having do does did will would can could may might must shall should ' +
    'across around throughout over under between during since before after until about last this these those next each every ' +
    'because through via within without against among towards near not no only also then there here it they we you he she i ' +
    'our their its his her my your all both signed took take taken gave give given came come went go made make got get said say ' +
    'joined attended visited borrowed used completed registered received wanted live lived work worked benefited now already ' +
    'rather compared including such like out up down off more fewer less again altogether just still even too soon instead yet ' +
    'having being taking giving going coming signing joining attending visiting borrowing using living working getting making lack need want'
  ).split(' '),
);
const MODIFIER =
  /^(?:more|extra|further|additional|other|new|different|separate|of|the|our|its|their|these|those|or|plus|\+)$/;

/** What stands after a number: the sort of thing counted, or that the number is a duration, a size, or stands alone. */
interface Counted {
  readonly sort: Unit | 'time' | 'measure' | 'unknown' | 'alone';
}

function countedAfter(text: string, at: number): Counted {
  const ahead = text.slice(at, at + 90);
  let last: Unit | 'time' | 'measure' | undefined;
  let words = 0;
  let leading = true;
  let plural = false;
  WORD_OR_BREAK.lastIndex = 0;
  for (let match = WORD_OR_BREAK.exec(ahead); match && words < 7; match = WORD_OR_BREAK.exec(ahead)) {
    const word = match[0].toLowerCase().replace(/['’]s?$/, '');
    if (leading && (MODIFIER.test(word) || word === '-' || word === '*')) continue;
    if (!/^[a-z]/.test(word)) {
      if (word === '-' || word === '/' || word === '’' || word === "'" || word === '‑') continue;
      break;
    }
    if (STOP.has(word)) break;
    // "810,000 children enjoying books": after its noun, what they do.
    if (last && plural && /..(?:ing|ed)$/.test(word)) break;
    plural = /[^s]s$|^(?:people|children|men|women)$/.test(word);
    leading = false;
    words++;
    const sort = isTimeUnit(word) ? 'time' : isMeasureUnit(word) ? 'measure' : unitOf(word);
    if (sort) last = sort;
  }
  if (last) return { sort: last };
  return { sort: words > 0 ? 'unknown' : 'alone' };
}

const SECTOR = /^[-\s]?(?:strong|seat|seater|bed|storey|point|page|part|way|stop)\b/i;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** The number that digits or words come to; NaN where they come to none. */
export function numberOf(text: string): number {
  const lower = text
    .toLowerCase()
    .replace(/[£$€,]/g, ' ')
    .trim();
  const digits =
    /^(\d+(?:\s\d{3})*(?:\.\d+)?)\s*(million|billion|trillion|thousand|hundred|mn?|bn|k)?\b/.exec(lower);
  if (digits) return Number(digits[1]!.replace(/\s/g, '')) * (MAGNITUDES[digits[2] ?? ''] ?? 1);
  let total = 0;
  let part = 0;
  let known = false;
  for (const word of lower.split(/[\s-]+/)) {
    const value = SMALL[word] ?? TENS[word];
    if (value !== undefined) part += value;
    else if (word === 'a' || word === 'an') part += part === 0 && !/\band\b|\bhalf\b/.test(lower) ? 1 : 0;
    else if (word === 'half') part += 0.5;
    else if (word === 'dozen') part = (part || 1) * 12;
    else if (word === 'hundred') part = (part || 1) * 100;
    else if (MAGNITUDES[word]) {
      total += (part || 1) * MAGNITUDES[word];
      part = 0;
    } else if (word !== 'and') continue;
    known = true;
  }
  return known ? total + part : Number.NaN;
}

/** "Four out of ten" as a part of one; what is in words alone ("a third") is not worked out: NaN. */
function shareOf(text: string): number {
  const parts = /^(.*?)\s+(?:in|of|out\s+of)\s+(.*)$/i.exec(text);
  return parts ? numberOf(parts[1]!) / numberOf(parts[2]!) : Number.NaN;
}

function vagueValue(text: string): number {
  const lower = text.toLowerCase();
  if (/billion/.test(lower)) return 2e9;
  if (/million/.test(lower)) return 2e6;
  if (/thousand/.test(lower))
    return /tens of/.test(lower) ? 20000 : /hundreds of/.test(lower) ? 200000 : 2000;
  if (/hundred/.test(lower)) return 200;
  return /dozen|score/.test(lower) ? 30 : 20;
}

/**
 * The quantities of a text, in order. Dates, times, ages, telephone numbers, durations, sizes, numbering and
 * single things ("one of the reasons") are none.
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  if (!CANDIDATE.test(text)) return found;
  MASTER.lastIndex = 0;
  for (let match = MASTER.exec(text); match; match = MASTER.exec(text)) {
    const groups = match.groups!;
    if (groups.skip !== undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const measure: Measure = groups.share
      ? 'share'
      : groups.percent
        ? 'percent'
        : groups.money
          ? 'money'
          : groups.rank
            ? 'rank'
            : groups.multiple
              ? 'multiple'
              : 'count';
    const quantity = read(text, start, end, measure, groups.vague !== undefined);
    if (quantity) found.push(quantity);
    // "One of the 900 readers" is no share; there may be a count in it.
    else if (groups.share) MASTER.lastIndex = start + Math.max(1, match[0].search(/\s|-/));
  }
  return found;
}

function read(
  text: string,
  start: number,
  end: number,
  measure: Measure,
  vague: boolean,
): Quantity | undefined {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  const make = (value: number, unit?: Unit): Quantity => ({ span: { start, end }, measure, value, unit });
  if (measure === 'share') {
    if (!isShare(words, before, after)) return undefined;
    const { sort } = countedAfter(text, end);
    return make(
      shareOf(words),
      sort === 'time' || sort === 'measure' || sort === 'unknown' || sort === 'alone' ? undefined : sort,
    );
  }
  if (measure === 'percent') {
    return /^\s*(?:sure|ok|okay|committed|behind|certain|natural|cotton|safe|recycled|free\b)/i.test(after)
      ? undefined
      : make(Number.parseFloat(words.replace(/[^\d.]/g, '')));
  }
  if (measure === 'money') {
    if (/p(?:ence|enny|ennies)?$/i.test(words) && !/[£$€]/.test(words)) {
      return make((/\d/.test(words) ? Number.parseFloat(words) : 1) / 100);
    }
    return make(/\d/.test(words) || !/s\s+of\s/.test(words) ? numberOf(words) : vagueValue(words));
  }
  if (measure !== 'count') return make(Number.NaN);

  const { sort } = countedAfter(text, end);
  if (vague) {
    if (sort === 'time' || sort === 'measure') {
      return /^\s+of\s+times\b/i.test(after) ? make(vagueValue(words), 'use') : undefined;
    }
    return make(vagueValue(words), sort === 'unknown' ? undefined : sort === 'alone' ? 'people' : sort);
  }
  // "The other million" is an amount that was told before.
  if (/^(?:hundred|thousand|million|billion|dozen)$/i.test(words)) return undefined;
  const digits = /^\d/.test(words);
  const value = numberOf(digits ? (words.split(/\s?(?:-|–|to)\s?/).pop() ?? words) : words);
  if (Number.isNaN(value) || value === 0) return undefined;
  // Part of a longer token: "24/7", "B12", "4.2.1", "23/9/B".
  if (digits && (/[\w/.,#-]$/.test(before.slice(-1)) || /^[A-Za-z/]/.test(after))) {
    if (!/[-–]$/.test(before) || /\w[-–]$/.test(before) || /^[A-Za-z/]/.test(after)) return undefined;
  }
  if (digits && YEAR.test(words) && isYear(before, after, sort)) return undefined;
  if (/^[\d.]+m$/i.test(words) && /^\s+(?:high|long|wide|deep|away|from|of\s+shelv)/i.test(after))
    return undefined;
  if (sort === 'time' || sort === 'measure') {
    if (sort === 'time' && isMeasured(text, start, end)) return { ...make(value), measure: 'multiple' };
    const hours = /^\s+(?:\w+\s+)?hours\b/i.test(after) && value >= 100;
    return hours ? make(value, 'use') : undefined;
  }
  if (SECTOR.test(after) && sort === 'unknown') return undefined;
  // "3 The hall was cold", "1 Apologies": numbering at the start of a text.
  if (start === 0 && digits && value < 100 && /^[.)]?\s+[A-Z(]/.test(after)) return undefined;
  // A street address: "24 High Street".
  if (
    digits &&
    value < 1000 &&
    /^\s+[A-Z][\w'’]+\s+(?:Street|Road|Lane|Avenue|Square|Way|Place|Drive|Close|Row)\b/.test(after)
  ) {
    return undefined;
  }
  if (value <= 1 || (/^(?:one|a|an)$/i.test(words) && sort !== 'people')) return undefined;
  return make(value, sort === 'unknown' || sort === 'alone' ? undefined : sort);
}

/** Time that is a result: months of learning, years of life, weeks on a waiting list. */
function isMeasured(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  return (
    /^\s+(?:(?:extra|more|fewer|additional)\s+)?(?:months?|years?|weeks?)['’]?\s+(?:(?:of|worth\s+of|extra|additional|more|good)\s+)*(?:progress|learning|schooling|reading|healthy?|life)\b/i.test(
      after,
    ) ||
    /\breading\s+ages?\b[^.;]*\b(?:by|of)\s+(?:[\w'’-]+\s+){0,2}$|\bgain(?:ed|s)?\s+(?:[\w'’-]+\s+){0,2}$/i.test(
      before,
    ) ||
    /^\s+(?:months?|years?)\s+(?:(?:ahead|behind)\s+(?:of\b|in\b|where\b|their\b|the\s+(?:expected|national|average))|(?:less|shorter|longer|earlier|younger|fewer)\b)/i.test(
      after,
    ) ||
    (/\bwait(?:s|ed|ing)?\b(?!\s+(?:for|until))[^.;,]{0,40}$/i.test(before) &&
      /^\s+(?:weeks|months|years)\b/i.test(after) &&
      /\b(?:is|are|was|were|of|for|over|than|to|average|typically)\s+(?:[\w'’-]+\s+){0,2}$/i.test(before))
  );
}

function isYear(before: string, after: string, sort: Counted['sort']): boolean {
  if (sort === 'unknown' || sort === 'alone' || sort === 'time') return true;
  return (
    /\b(?:in|since|from|by|until|till|of|to|year|during|before|after|for|and|the|spring|summer|autumn|winter|census|between|early|late|mid|[a-z]{3,9}ber|january|february|march|april|may|june|july|august)[\s(-]*$/i.test(
      before,
    ) || /^\s*[,.;:)]/.test(after)
  );
}

function wordAfter(after: string): string | undefined {
  return /^[\s-]+([a-z]+)/i.exec(after)?.[1]?.toLowerCase();
}

/** Whether what is counted is time or a size. */
function isTime(after: string): boolean {
  const next = wordAfter(after);
  return next !== undefined && (isTimeUnit(next) || isMeasureUnit(next));
}

function isShare(words: string, before: string, after: string): boolean {
  if (/p(?:ence)?\s+(?:in|of|out\s+of)\s/i.test(words)) return true;
  const some =
    /^(.*?)\s+of\s+(?:(?:the|our|its|their|those|these|his|her)\s+)?(?:first\s+|last\s+|past\s+|other\s+)?(\S.*)$/i.exec(
      words,
    );
  if (some && !/\bout$/i.test(some[1]!) && !/thirds?|quarters?|ths?$|half/i.test(some[1]!)) {
    const part = numberOf(some[1]!);
    const whole = numberOf(some[2]!);
    return part > 1 && part < whole && whole > 2 && !YEAR.test(some[2]!) && !isTime(after);
  }
  const ratio = /^(.*?)\s+(?:in|out\s+of)\s+(?:every\s+|the\s+|a\s+possible\s+)?(\S.*)$/i.exec(words);
  if (ratio) {
    const part = numberOf(ratio[1]!);
    const whole = numberOf(ratio[2]!);
    if (!(part < whole)) return false;
    if (YEAR.test(ratio[2]!)) return false;
    const next = wordAfter(after);
    // "One session in five libraries": what stands after the noun of its own is a place.
    const nouns = /^\S+\s+(?!in\b|out\b)[a-z-]+\s.*?\bin\s/i.test(words);
    return next === undefined || !(isTime(after) || (nouns && unitOf(next) !== undefined));
  }
  // "About half an hour", "half a dozen".
  if (/half/i.test(words) && /^\s+an?\s+(?!million|billion)/i.test(after)) return false;
  if (
    /\b(?:and\s+an?|first|second|other|two|one|three|better|latter|former|early|late|northern|southern|eastern|western|north|south|east|west|top|bottom|upper|lower|each|either)[\s-]*$/i.test(
      before,
    ) &&
    /half/i.test(words)
  ) {
    return false;
  }
  if (/\bby\s$/i.test(before)) return true;
  return !/^\s+(?:of\s+)?(?:an?|the|this|that|last|next)?\s*(?:-|hour|minute|day|week|month|year|term|way|century|past|price|time|evening|morning|season|mile|day)/i.test(
    after,
  );
}
