import data from './data/words.json';
import { finderOf, type Phrase } from './lib/phrases';
import type { Rule } from './types';

const DISABILITY = 'The government’s guide to inclusive language asks for words that put people first.';
const AGE = 'The words treat very different people as if they were all the same.';
/** "The blind man", "the disabled toilet", "the deaf community": an adjective of what follows; and "with the blind down". */
const ADJECTIVE =
  /^\s+(?:man|men|woman|women|person|people|child|children|user|users|community|adult|adults|customer|customers|resident|residents|reader|readers|veterans?|students?|pupils?|toilet|toilets|parking|access|spot|date|eye|alley|faith|population|couple|gentleman|lady|ladies|statesman|relatives?|patients?|neighbours?|clubs?|groups?|schools?|centres?|charity|charities|society|association|network|forum|choir|theatre|service|services|team|care|clients?|carers?|parents?|mother|father|aunt|uncle|girl|boy|dog|down|up|drawn|bay|bays|badge|and\s+(?:partially|visually|deaf|disabled)\s+\w+\s+(?:people|community)|or\s+\w+\s+(?:people|person))\b/i;

/** What people have, as opposed to what befalls a building or a budget. */
const CONDITION =
  /\b(?:dementia|alzheimer\S*|depress\w+|anxiety|autis\w+|adhd|dyslexia|dyspraxia|epilepsy|diabetes|asthma|arthritis|stroke|cancer|parkinson\S*|sclerosis|hiv|aids|ptsd|copd|covid|migraines?|addiction|pain|obesity|insomnia|deafness|blindness|illness\w*|diseases?|disorders?|(?:health|medical|long-term|chronic)\s+conditions?|syndrome|disabilit\w+|impairments?|injur\w+|phobias?|allerg\w+|(?:sight|hearing|memory)\s+loss|mental\s+health|ill[\s-]health|\w{3,}(?:itis|osis|phobia|lexia|plegia|paresis|pathy))\b/i;
/** In capitals: "me" and "ms" are other words. */
const IN_LETTERS = /\b(?:ME|MS)\b/;
/** Whoever has it. */
const SUFFERER =
  /\b(?:who|people|person|adults?|child|children|residents|readers|users|visitors|patients|members|veterans|pupils|students|parents|carers|man|men|woman|women|he|she|they|i|we|mother|father|husband|wife|son|daughter)(?:\s+(?:also|often|still|may|can))?\s+$/i;
/** What anybody may suffer from, and no condition. */
const HARDSHIP =
  /^\s+(?:an?\s+)?(?:lack|poor(?!\s+(?:eye)?sight|\s+vision|\s+hearing)|cuts?|under|low|being|having|the|damp|noise|rust|floods?|flooding|poverty|debt|cold|heat|crime|traffic|isolation|loneliness|shortages?|high|rising|bad|neglect)\b/i;

/** "Suffers from", said of people and what they have. */
function suffers(before: string, after: string): boolean {
  if (HARDSHIP.test(after)) return false;
  const what = /^[^.;:!?]*/.exec(after)![0];
  return SUFFERER.test(before) || CONDITION.test(what) || IN_LETTERS.test(what);
}

const PHRASES: readonly Phrase[] = [
  ...data.inclusive,
  { text: 'the disabled', instead: ['disabled people'], why: DISABILITY, unlessAfter: ADJECTIVE },
  {
    text: 'the blind',
    instead: ['blind people'],
    why: DISABILITY,
    unlessAfter: ADJECTIVE,
    unlessBefore: /\b(?:library|society|institute|institution|association|for|of)\s+(?:for\s+|of\s+)?$/i,
  },
  {
    text: 'the deaf',
    instead: ['deaf people'],
    why: DISABILITY,
    unlessAfter: ADJECTIVE,
    unlessBefore: /\b(?:society|institute|association|of)\s+(?:for\s+|of\s+)?$/i,
  },
  {
    text: 'the visually impaired',
    instead: ['visually impaired people'],
    why: DISABILITY,
    unlessAfter: ADJECTIVE,
  },
  {
    text: 'the mentally ill',
    instead: ['people with mental health problems'],
    why: DISABILITY,
    unlessAfter: ADJECTIVE,
  },
  {
    text: 'suffers from',
    instead: ['has'],
    why: DISABILITY,
    when: suffers,
  },
  {
    text: 'suffer from',
    instead: ['have'],
    why: DISABILITY,
    when: suffers,
  },
  {
    text: 'suffering from',
    instead: ['with'],
    why: DISABILITY,
    when: suffers,
  },
  { text: 'the elderly', instead: ['older people'], why: AGE, unlessAfter: ADJECTIVE, isDebatable: true },
  {
    text: 'the old',
    instead: ['older people'],
    why: AGE,
    isDebatable: true,
    unlessAfter: /^\s+(?!and\b|need\b|are\b|who\b)\w/i,
    unlessBefore: /\b(?:with|of|than|in)\s+$/i,
  },
  {
    text: 'pensioners',
    instead: ['older people'],
    why: AGE,
    isDebatable: true,
    unlessBefore: /\b(?:national|association|of)\s+$/i,
  },
  {
    text: 'the homeless',
    instead: ['people who are homeless'],
    isDebatable: true,
    why: 'People are more than where they sleep.',
    unlessAfter: /^\s+\w+/,
  },
  {
    text: 'the vulnerable',
    instead: ['vulnerable people'],
    isDebatable: true,
    why: 'People are more than what they lack.',
    unlessAfter: /^\s+\w+/,
  },
];

const find = finderOf(PHRASES);

export const inclusiveLanguage: Rule = {
  id: 'inclusive-language',
  group: 'plain-english',
  severity: 'information',
  readsEnglish: true,
  what: 'Words for people that the government’s and councils’ guides to inclusive language ask you to change, such as “the disabled” or “suffers from”; a hint where editors let many pass, as “the elderly”. Quotations are left alone.',
  why: 'A reader who is put off by a word for people like them does not read on.',
  example: {
    bad: 'The elderly come for the company as much as for the books.\n',
    good: 'Older people come for the company as much as for the books.\n',
  },
  inBlock: ({ block }) => find(block),
};
