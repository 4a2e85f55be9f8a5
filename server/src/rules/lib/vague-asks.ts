/**
 * Requests that say neither what somebody is to do nor with what, in the syntax of `english/grammar.ts`. Each pattern
 * has a sentence that asks so, and one that is near and asks for something.
 */

export const VAGUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  all: ['=all', '=any', '=all such', '=all other'],
  steps: ['=things', '=steps', '=actions', '=matters', '=measures'],
  needed: ['=necessary', '=required', '=appropriate', '=needed'],
  talk: [
    ...['conversation', 'dialogue', 'discussion', 'opportunity to discuss', 'opportunity to explore'],
    ...['opportunity of a conversation', 'opportunity of a dialogue', 'opportunity for a conversation'],
    ...['opportunity for dialogue', 'opportunity for discussion', 'chance to discuss', 'chance to explore'],
  ],
  asked: ['=asked', '=invited', '=recommended', '=requested'],
  thoughts: ['=thoughts', '=reflections', '=comments', '=observations'],
  would: ['=would', '=should', "=we'd", "=I'd", '=could'],
  may: ['=may', '=might', '=could'],
  back: ['support', 'endorse', 'agree', 'approve', 'note', 'welcome', 'back'],
  power: ['authority', 'authorise', 'delegate', 'empower'],
  hope: ['hope', 'ask', 'request', 'urge', 'suggest', '=would'],
  way: ['=how best', '=how', '=what more', '=in what ways'],
};

export interface VagueAsk {
  readonly pattern: string;
  /** What it leaves open, as a question to its writer. */
  readonly open: string;
  readonly vague: string;
  readonly clear: string;
}

const WHAT = 'What is the reader to do, by when, and with what money?';

export const VAGUE_ASKS: readonly VagueAsk[] = [
  {
    pattern: '{power} … {all} {steps} {needed}',
    open: 'To do what, up to what sum, and after asking whom?',
    vague: 'That the Director be given authority to do all things necessary.',
    clear: 'The contractor will take all measures necessary.',
  },
  {
    pattern: '{power} … {all} {steps} … may be {needed}',
    open: 'To do what, up to what sum, and after asking whom?',
    vague: 'That the Head of Libraries be authorised to take all such steps as may be necessary.',
    clear: 'Staff are authorised to sign all forms, and take such steps as the policy says.',
  },
  {
    pattern: '{would} … welcome … {talk}',
    open: WHAT,
    vague: 'We would very much welcome the opportunity to discuss this with partners.',
    clear: 'We would welcome half an hour with you before the budget is set.',
  },
  {
    pattern: '{back} … direction of travel',
    open: WHAT,
    vague: 'The Board is asked to support the direction of travel.',
    clear: 'The survey shows the direction of travel: loans fell by 4%.',
  },
  {
    pattern: '=note the success',
    open: 'What is to be decided?',
    vague: 'Members are asked to note the success of the pilot.',
    clear: 'Her note on the success of the club is at the back.',
  },
  {
    pattern: '{back} … =continued development',
    open: WHAT,
    vague: 'Trustees are asked to support its continued development.',
    clear: 'Ms Jones leads on continued development of staff.',
  },
  {
    pattern: '{asked} =for =their {thoughts}',
    open: 'On what, to whom and by when?',
    vague: 'Partners are asked for their thoughts.',
    clear: 'Readers were asked for three books of their own, and their thoughts came later.',
  },
  {
    pattern: '=wishes =to make … {thoughts}',
    open: 'On which of the questions?',
    vague: 'That the Committee consider whether it wishes to make any comments.',
    clear: 'That the Committee say which of the two routes it prefers.',
  },
  {
    pattern: '=makes =any {thoughts}',
    open: 'On which of the questions?',
    vague: 'That the Committee considers the report and makes any observations.',
    clear: 'The reader who makes most comments wins a book.',
  },
  {
    pattern: '{may} wish =to consider',
    open: WHAT,
    vague: 'The Board may wish to consider how libraries might be reflected in the plan.',
    clear: 'Members who wish to consider the full data will find it in Annex B.',
  },
  {
    pattern: '=might wish =to support',
    open: WHAT,
    vague: 'Tell us how partners might wish to support this proposal.',
    clear: 'We asked who might wish to come.',
  },
  {
    pattern: 'give … consideration =to {way}',
    open: WHAT,
    vague: 'We ask the Minister to give serious consideration to what more can be done.',
    clear: 'The Minister gave it serious consideration in May.',
  },
  {
    pattern: 'give =consideration =to … be done',
    open: WHAT,
    vague: 'We’d be grateful if you would give consideration to what might be done.',
    clear: 'Please give consideration to the reader beside you.',
  },
  {
    pattern: '{hope} … =consideration … be given',
    open: WHAT,
    vague: 'We hope that consideration might be given to the matter.',
    clear: 'Due consideration must be given to TUPE, and legal advice is in Annex A.',
  },
];
