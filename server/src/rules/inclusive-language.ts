import data from './data/wording.json';
import { rule } from './lib/rule';
import { finderOf, type Phrase } from './lib/wording/phrases';

const DISABILITY = 'The government’s guide to inclusive language asks for words that put people first.';
const AGE = 'The words treat very different people as if they were all the same.';
/** "The blind man", "the disabled toilet", "the deaf community": an adjective of what follows; and "with the blind down". */
const ADJECTIVE =
  /^\s+(?:man|men|woman|women|person|people|child|children|user|users|community|adult|adults|customer|customers|resident|residents|reader|readers|veterans?|students?|pupils?|toilet|toilets|parking|access|spot|date|eye|alley|faith|population|couple|gentleman|lady|ladies|statesman|relatives?|patients?|neighbours?|clubs?|groups?|schools?|centres?|charity|charities|society|association|network|forum|choir|theatre|service|services|team|care|clients?|carers?|parents?|mother|father|aunt|uncle|girl|boy|dog|down|up|drawn|bay|bays|badge|and\s+(?:partially|visually|deaf|disabled)\s+\w+\s+(?:people|community)|or\s+\w+\s+(?:people|person))\b/i;

/** Further words for people by what they are or lack. */
const GROUP =
  '(?:(?:older|elderly|disabled|blind|deaf|homeless|vulnerable|isolated|lonely|housebound|frail|infirm|sick|ill|unwell|poor|needy|unemployed|bereaved|retired|disadvantaged|marginali[sz]ed|young|dying|(?:visually|hearing|mentally|partially)[\\s-]\\w+)\\b)';
/** Verbs in -s of “a club for the blind meets here”, and other words that end like a plural and are none. */
const NO_PLURAL =
  '(?:was|has|as|does|always|perhaps|besides|sometimes|towards|afterwards|indoors|outdoors|upstairs|downstairs|nowadays|themselves|others|meets|helps|gives|means|runs|opens|comes|costs|makes|takes|gets|goes|works|needs|brings|starts|begins|ends|keeps|lets|remains|includes|says|shows|requires|continues|serves|provides|closes|stops|moves|saves|pays|reads)';
/** Those that end like words for people: “borrowers”, “tenants”. */
const NO_PEOPLE =
  '(?:offers|covers|delivers|answers|enters|gathers|considers|matters|caters|suffers|prefers|refers|differs|remembers|discovers|wonders|orders|transfers|registers|fosters|triggers|lowers|empowers|recovers|alters|monitors|mirrors|wants|grants|plants|prevents|presents|represents|supplements|complements|implements|invents|rents|consists|exists|assists|insists|lists|resists)';
const PLURAL = `(?!${NO_PLURAL}\\b)[A-Za-z][a-z]+(?<![siu])s(?![\\w’'])`;
/**
 * A plural for people or before its verb, a name, or what “is” or “was” something: the group is an adjective of it. Any
 * other plural may as well be a verb: “a club for the blind draws forty”.
 */
const BEFORE_NOUN = new RegExp(
  `^\\s+(?:(?:and|or)\\s+${GROUP}\\s+)?(?:(?!${NO_PEOPLE}\\b)[a-z]+(?:[eo]r|[ae]nt|ist|ian)s(?![\\w’'])|${PLURAL}\\s+(?:are|were|have|had|do|did|can|could|will|would|may|might|must|should|who)\\b|[A-Z][a-z]|(?!(?:who|which|that|and|or|it|he|she|there|this|nobody|everything|nothing|what|now|also|still|today|here|always|often|only|just|never|ever|since|yet|alone|both|each|[a-z]+ly)\\b)[a-z]{3,}\\s+(?:is|was|has)\\b)`,
);
const MAY_BE_NOUN = new RegExp(`^\\s+(?:(?:and|or)\\s+${GROUP}\\s+)?${PLURAL}`);
const isAdjective = (after: string): boolean => ADJECTIVE.test(after) || BEFORE_NOUN.test(after);
/** “The elderly and housebound”: what takes the place of the first would leave the second without its noun. */
const AND_ANOTHER = new RegExp(`^\\s*(?:,|and|or|&)\\s+${GROUP}`, 'i');
const alone = (_before: string, after: string): readonly string[] | undefined =>
  AND_ANOTHER.test(after) ? [] : undefined;
const mayBeNoun = (after: string): boolean => MAY_BE_NOUN.test(after);
/** For a group that is called by an article and an adjective: a hint, and no fix, where it may be that of a noun. */
const OF_PEOPLE = {
  when: (_before: string, after: string) => !isAdjective(after),
  fitting: (before: string, after: string) => (mayBeNoun(after) ? [] : alone(before, after)),
  isDebatable: mayBeNoun,
};

/** Words behind that are no noun, so that what stands before them is none's adjective. */
const NO_NOUN =
  /^\s+(?:and|or|but|is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|must|should|to|of|in|on|at|by|for|from|with|who|which|that|than|as|use|need|come|make|live|not|also|often|since|after|because|when|now|so|if|while|until|before|again|too)\b/i;
const isBeforeNoun = (after: string): boolean => /^\s+[A-Za-z]/.test(after) && !NO_NOUN.test(after);
const IS = /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$|\d%?\s+$/i;

/** The replacements for “BAME”, by the words around it: “BAME readers”, “12% are BAME”, “for BAME”. */
function ofMinorities(before: string, after: string): readonly string[] | undefined {
  // In “BAME and LGBT readers” the noun comes after the second word, so there is no simple replacement.
  if (/^\s*(?:and\b|or\b|[/&,])/i.test(after)) return [];
  if (isBeforeNoun(after)) return ['ethnic minority'];
  return IS.test(before) ? ['from ethnic minorities'] : undefined;
}

/** None where a verb cannot replace “is wheelchair-bound”: before a noun, after “there”, and in a question. */
const ofVerb = (before: string, after: string): readonly string[] | undefined =>
  isBeforeNoun(after) || /(?:^|[.!?:;…][)"”’]*\s+|\bthere\s+)$/i.test(before) ? [] : alone(before, after);

/** Phrases for a word like “wheelchair-bound”: fixes for “the …”, “is …” and “are …”; otherwise only the finding. */
const tied = (words: string): readonly Phrase[] => [
  { text: words, instead: ['wheelchair user', 'who uses a wheelchair'], why: DISABILITY, fitting: () => [] },
  {
    text: `the ${words}`,
    instead: ['wheelchair users'],
    why: DISABILITY,
    fitting: (before, after) => (isBeforeNoun(after) ? [] : alone(before, after)),
  },
  { text: `is ${words}`, instead: ['uses a wheelchair'], why: DISABILITY, fitting: ofVerb },
  { text: `are ${words}`, instead: ['use a wheelchair'], why: DISABILITY, fitting: ofVerb },
];

/** Illnesses and conditions of people. */
const CONDITION =
  /\b(?:dementia|alzheimer\S*|depress\w+|anxiety|autis\w+|adhd|dyslexia|dyspraxia|epilepsy|diabetes|asthma|arthritis|stroke|cancer|parkinson\S*|sclerosis|hiv|aids|ptsd|copd|covid|migraines?|addiction|pain|obesity|insomnia|deafness|blindness|illness\w*|diseases?|disorders?|(?:health|medical|long-term|chronic)\s+conditions?|syndrome|disabilit\w+|impairments?|injur\w+|phobias?|allerg\w+|(?:sight|hearing|memory)\s+loss|mental\s+health|ill[\s-]health|\w{3,}(?:itis|osis|phobia|lexia|plegia|paresis|pathy))\b/i;
/** Conditions that count only in capitals: "me" and "ms" are other words. */
const IN_LETTERS = /\b(?:ME|MS)\b/;
/** Words for people who may have a condition. */
const SUFFERER =
  /\b(?:who|people|person|adults?|child|children|residents|readers|users|visitors|patients|members|veterans|pupils|students|parents|carers|man|men|woman|women|he|she|they|i|we|mother|father|husband|wife|son|daughter)(?:\s+(?:also|often|still|may|can))?\s+$/i;
/** Things that people, buildings or budgets suffer from and that are no condition. */
const HARDSHIP =
  /^\s+(?:an?\s+)?(?:lack|poor(?!\s+(?:eye)?sight|\s+vision|\s+hearing)|cuts?|under|low|being|having|the|damp|noise|rust|floods?|flooding|poverty|debt|cold|heat|crime|traffic|isolation|loneliness|shortages?|high|rising|bad|neglect)\b/i;

/** Whether "suffers from" is about a person with a condition. */
function suffers(before: string, after: string): boolean {
  if (HARDSHIP.test(after)) return false;
  const what = /^[^.;:!?]*/.exec(after)![0];
  return SUFFERER.test(before) || CONDITION.test(what) || IN_LETTERS.test(what);
}

/** Phrases with the same reason and conditions, each with what to write instead. */
const phrases = (
  why: string,
  conditions: Omit<Phrase, 'text' | 'instead' | 'why'>,
  instead: Readonly<Record<string, string>>,
): readonly Phrase[] =>
  Object.entries(instead).map(([text, now]) => ({ text, instead: [now], why, ...conditions }));

const UNLESS_ALONE = { isDebatable: true, unlessAfter: /^\s+\w+/, fitting: alone };

const PHRASES: readonly Phrase[] = [
  ...data.inclusive,
  ...['wheelchair-bound', 'wheelchair bound', 'confined to a wheelchair'].flatMap(tied),
  {
    text: 'bame',
    instead: ['ethnic minorities', 'people from ethnic minority backgrounds'],
    why: 'The government no longer uses this acronym, which puts very different people into one word.',
    fitting: ofMinorities,
  },
  ...phrases(
    'It names people by what they are not.',
    { isDebatable: true, fitting: (before, after) => ofMinorities(before, after) ?? [] },
    { 'non-white': 'from ethnic minorities' },
  ),
  ...phrases(DISABILITY, OF_PEOPLE, {
    'the handicapped': 'disabled people',
    'the disabled': 'disabled people',
    'the visually impaired': 'visually impaired people',
    'the mentally ill': 'people with mental health problems',
  }),
  ...phrases(
    DISABILITY,
    {
      ...OF_PEOPLE,
      unlessBefore: /\b(?:library|society|institute|institution|association|for|of)\s+(?:for\s+|of\s+)?$/i,
    },
    { 'the blind': 'blind people' },
  ),
  ...phrases(
    DISABILITY,
    { ...OF_PEOPLE, unlessBefore: /\b(?:society|institute|association|of)\s+(?:for\s+|of\s+)?$/i },
    { 'the deaf': 'deaf people' },
  ),
  ...phrases(
    DISABILITY,
    { when: suffers },
    { 'suffers from': 'has', 'suffer from': 'have', 'suffering from': 'with' },
  ),
  ...phrases(AGE, { ...OF_PEOPLE, isDebatable: true }, { 'the elderly': 'older people' }),
  ...phrases(
    AGE,
    {
      isDebatable: true,
      unlessAfter: /^\s+(?!and\b|need\b|are\b|who\b)\w/i,
      unlessBefore: /\b(?:with|of|than|in|as|to|from|like|by|on|replac\w+)\s+$/i,
      fitting: alone,
    },
    { 'the old': 'older people' },
  ),
  ...phrases(
    AGE,
    {
      isDebatable: true,
      unlessBefore: /\b(?:national|association|of)\s+$/i,
      unlessAfter: /^['’]?\s+(?:[A-Z]|association|forum|club|union)/,
    },
    { pensioners: 'older people' },
  ),
  ...phrases('People are more than where they sleep.', UNLESS_ALONE, {
    'the homeless': 'people who are homeless',
  }),
  ...phrases('People are more than what they lack.', UNLESS_ALONE, { 'the vulnerable': 'vulnerable people' }),
];

const find = finderOf(PHRASES);

export const inclusiveLanguage = rule('inclusive-language', {
  inBlock: ({ block }) => find(block),
});
