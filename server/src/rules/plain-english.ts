import { finderOf, type Phrase } from './lib/phrases';
import type { Rule } from './types';

const LONG = 'A shorter word says the same.';
const VAGUE = 'It sounds grand and says little.';

const PHRASES: readonly Phrase[] = [
  ...(
    [
      ['utilise', 'use'],
      ['utilises', 'uses'],
      ['utilised', 'used'],
      ['utilising', 'using'],
      ['in order to', 'to'],
      ['prior to', 'before'],
      ['subsequent to', 'after'],
      ['commence', 'start'],
      ['commences', 'starts'],
      ['commenced', 'started'],
      ['with regard to', 'about'],
      ['with regards to', 'about'],
      ['in relation to', 'about'],
      ['in respect of', 'about'],
      ['in the event that', 'if'],
      ['due to the fact that', 'because'],
      ['at this moment in time', 'now'],
      ['at the present time', 'now'],
      ['on a regular basis', 'regularly'],
      ['on a daily basis', 'every day'],
      ['on a weekly basis', 'every week'],
      ['a large number of', 'many'],
      ['the majority of', 'most'],
      ['in excess of', 'more than'],
      ['is able to', 'can'],
      ['are able to', 'can'],
      ['endeavour to', 'try to'],
      ['going forward', 'from now on'],
      ['moving forward', 'from now on'],
      ['for the purpose of', 'for'],
      ['has the potential to', 'could'],
      ['in conjunction with', 'with'],
      ['in close proximity to', 'near'],
      ['notwithstanding', 'despite'],
      ['henceforth', 'from now on'],
      ['ascertain', 'find out'],
      ['amongst', 'among'],
      ['whilst', 'while'],
    ] as const
  ).map(([text, instead]): Phrase => ({ text, instead: [instead], why: LONG })),
  { text: 'leverage', instead: ['use'], why: VAGUE, unlessBefore: /\b(?:financial|the|of)\s+$/i },
  { text: 'leveraging', instead: ['using'], why: VAGUE },
  { text: 'holistic', instead: [], why: `${VAGUE} Say what is done together.` },
  { text: 'synergies', instead: [], why: `${VAGUE} Say what is saved or gained by working together.` },
  {
    text: 'stakeholders',
    instead: [],
    why: 'It leaves open who is meant. Say who: users, staff, schools, partners.',
    unlessAfter: /^\s*[,:(]|^\s+(?:including|such)/i,
  },
  { text: 'cutting-edge', instead: ['new'], why: VAGUE },
  { text: 'best-in-class', instead: [], why: `${VAGUE} Say what it is better than.` },
  { text: 'step change', instead: [], why: `${VAGUE} Say what changes.` },
  { text: 'low-hanging fruit', instead: [], why: `${VAGUE} Say what is easy to do.` },
];

const find = finderOf(PHRASES);

export const plainEnglish: Rule = {
  id: 'plain-english',
  group: 'plain-english',
  severity: 'hint',
  readsEnglish: true,
  what: 'A long or empty phrase where a plain word does: “utilise”, “in order to”, “going forward”. Quotations are left alone.',
  why: 'Councils write for a reading age of nine to twelve. Plain words are read faster, believed more and translated better.',
  example: {
    bad: 'We will utilise the grant in order to open on Saturdays going forward.\n',
    good: 'We will use the grant to open on Saturdays from now on.\n',
  },
  inBlock: ({ block }) => find(block),
};
