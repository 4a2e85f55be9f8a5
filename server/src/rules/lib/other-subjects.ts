/** Tells whether a figure is said to be of another place, or of other people, than a fact of the evidence libraries. */
import type { Fact } from '../../evidence/library';
import { anyOf } from '../../evidence/vocabulary';
import { escaped } from './escaped';

/** A name in capitals: "Kent", "South East", "Saltby Quay", "King’s Lynn". */
const NAME = String.raw`\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{0,30}(?:\s+(?:(?:and|upon|on|le|of|the|under|next)\s+)?\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{0,30}){0,4}`;
const NATIONS = anyOf('england scotland wales northern_ireland great_britain britain uk united_kingdom');
const NATION = new RegExp(`\\b(?:${NATIONS})\\b`, 'i');
/** Larger than what any fact holds of, or no place at all. */
const WIDE =
  /^(?:the\s+)?(?:uk|united\s+kingdom|(?:great\s+)?britain|british\s+isles|europe|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|christmas|easter|lockdown|covid|parliament|government)\b/i;
/** What is published or runs nationwide, and no place. */
const PUBLISHED =
  /\b(?:survey|study|studies|report|review|research|statistics|figures|data|census|evaluation|poll|index|press|challenge|campaign|fund|foundation|agency|department|institute|association|national|connected|network|house\s+of\s+(?:lords|commons))\b/i;
/** Common nouns and the like, which begin a sentence with a capital. */
const NO_PLACE = new RegExp(
  `^(?:${anyOf(`the_\\w+ this that these those it they he she who which there here some many most more fewer few all each every only
    over about around nearly almost under at by of in on for with from and but so as when while since after before last overall
    nationally together public english british national uk library libraries councils? services? authorities branches
    adults people children users visitors households families residents staff members spending visits loans both one no`)})(?:\\s|$)`,
  'i',
);
/** Whose figures these are: of those who live somewhere, or serve those who do. */
const LOCAL =
  anyOf(`council councils county borough city district libraries library branches adults residents people
  households users children members families communities population service services area`);

/** "In Kent", "across the South East", "residents of Ashby". */
const IN_A_PLACE = new RegExp(
  String.raw`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Aa]round|[Ff]or|[Aa]t|(?:${LOCAL})\s+(?:of|from))\s+(?:the\s+)?(${NAME})([^.,;:()]{0,30})`,
  'gu',
);
/** "Northmoor spent", "Kent County Council had". */
const DOES = new RegExp(
  String.raw`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(${NAME})(?:\s+(?:${LOCAL})){0,2}\s+(?:${anyOf(
    'had has spent spends recorded reached lent issued saw received offers offered welcomed used',
  )})(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])`,
  'gu',
);
/** "Kent’s libraries", "Ashby residents". */
const THEIRS = new RegExp(
  String.raw`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(${NAME})\s+(?:\p{Ll}+\s+)?(?:${LOCAL})(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ])`,
  'gu',
);
/** "In the north of England", "the Midlands". */
const REGION =
  /\b(?:(?:north|south|east|west)(?:[\s-]?(?:east|west))?(?:ern)?\s+(?:of\s+)?england|midlands|(?:in|across)\s+the\s+(?:north|south|east|west)(?:[\s-]?(?:east|west))?(?!\s+of\s+england)|in\s+rural\s+\w+)\b/i;
/** "In our county", "here", "we spent". */
const OURS = new RegExp(
  String.raw`\b(?:(?:our|this)\s+(?:[\w-]+\s+)?(?:${LOCAL}|town|village|ward|parish|region|authority|branch|patch|part\s+of|estate)|(?:in|across|of)\s+the\s+(?:county|borough|city|district|town|area|region|ward)|the\s+council|local(?:ly)?|we\s+(?:also\s+)?(?:had|spent|spend|recorded|reached|lent|saw|received|offer|offered|welcomed))\b`,
  'i',
);
/** Some of the people whom a survey asks. */
const SOME = new RegExp(
  String.raw`\b(?:aged?\s+(?:\d+|over|under|between)|(?:over|under)[\s-]?\d\ds?|\d\d\s+(?:and|or)\s+(?:over|older|under|younger)|women|men|girls|boys|mothers|fathers|parents|carers|pensioners|students|teenagers|job\s*seekers|(?:${anyOf(
    `disabled young younger old older retired unemployed employed working[\\s-]age working-class asian black white muslim
     rural urban poorer poorest richer richest deprived low-income minority ethnic_minority deaf blind autistic lonely
     lonelier housebound non-disabled graduate male female gay lgbt\\S{0,20} single migrant refugee isolated`,
  )})\s+(?:[\w-]+\s+)?(?:adults|people|children|users|residents|households|families|readers|areas|communities|libraries|councils)|(?:adults|people)\s+(?:with|without|living|on\s+(?:a\s+)?low|in\s+(?:work|education|poverty|the\s+most)|from\s+(?:a|an|the|ethnic|black|minority|deprived|poorer)))\b`,
  'i',
);

/** Where one figure ends and another, which it is compared with, begins. */
const BREAK =
  /[;:]|,\s+(?:and|but|while|whereas|up|down)\b|\b(?:against|compared\s+(?:with|to)|than|versus|while|whereas)\b/gi;

/**
 * Tells which figures of a sentence are said to be of a place, or of people, that the fact does not speak of.
 *
 * @param text The sentence.
 * @returns whether a figure that stands at `start` is one of them.
 */
export function othersIn(text: string, fact: Fact): (start: number) => boolean {
  const plain = withoutNames(text, fact);
  const ends = [...plain.matchAll(BREAK)].map(({ index, 0: words }) => index + words.length);
  const verdicts = new Map<number, boolean>();
  let elsewhere: boolean | undefined;
  const isOther = (clause: string): boolean => {
    if (isElsewhere(clause, fact)) return true;
    // What says that it is of the very place that the fact holds of is of no other, whatever the rest is on.
    if (namesItsPlace(clause, fact)) return false;
    elsewhere ??= isElsewhere(plain, fact);
    return elsewhere;
  };
  return (start) => {
    const from = ends.findLast((end) => end <= start) ?? 0;
    let verdict = verdicts.get(from);
    if (verdict === undefined) {
      verdict = isOther(plain.slice(from, ends[ends.indexOf(from) + 1] ?? plain.length));
      verdicts.set(from, verdict);
    }
    return verdict;
  };
}

/** The text with what names the fact's source blanked out: "Reading" in The Reading Agency is no town. */
function withoutNames(text: string, { source }: Fact): string {
  const names = [source.publisher, source.title, ...source.names].map(escaped);
  // A full stop would end what stands before, and a letter would go on with it.
  return text.replace(new RegExp(names.join('|'), 'gi'), (name) => '·'.repeat(name.length));
}

/** A fact that does not say of which place it is true is of any. */
function isElsewhere(text: string, { holds }: Fact): boolean {
  if (SOME.test(text)) return true;
  if (holds === undefined) return false;
  if (REGION.test(text) || OURS.test(text)) return true;
  const isOther = (name: string): boolean =>
    !WIDE.test(name) &&
    !NO_PLACE.test(name) &&
    !PUBLISHED.test(name) &&
    !/^\p{Lu}+$/u.test(name) &&
    !holds.toLowerCase().includes(name.toLowerCase().replace(/['’]s$/, ''));
  for (const [, name, behind] of text.matchAll(IN_A_PLACE)) {
    // "In Digital Nation 2025": a year stands right behind a title.
    if (isOther(name!) && !PUBLISHED.test(behind!) && !/^\s+(?:19|20)\d\d/.test(behind!)) return true;
  }
  for (const pattern of [DOES, THEIRS]) {
    for (const [, name] of text.matchAll(pattern)) if (isOther(name!)) return true;
  }
  return false;
}

function namesItsPlace(text: string, { holds }: Fact): boolean {
  if (holds === undefined) return false;
  const lower = text.toLowerCase();
  return (
    holds
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .split(/, ?| and /)
      .some((place) => lower.includes(place)) || NATION.test(text)
  );
}
