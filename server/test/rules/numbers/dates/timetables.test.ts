import assert from 'node:assert/strict';
import { fixed } from '../../helpers';
import { holdsTo, type Right, RULE, table, type Wrong } from '../cases';

const PAPER = '---\ndate: 2026-12-01\n---\n\n';
const STEPS = `\n\n## Next steps\n\n${table(
  'Step | Who | By when',
  'Cabinet decides | Cabinet | 15 December 2026',
  'Talks with staff begin | Head of Libraries | 4 January 2027',
  'New hours start | Head of Libraries | 6 April 2027',
  'Report on the effects | Head of Libraries | 31 December 2027',
)}`;
const CONSULTATION = '\n\n- 1 February 2027 – consultation starts\n';
const CONTRACT = '\n\n- 31 March 2029 – contract expires\n';

const wrong: Wrong = {
  'A day that the timetable gives otherwise': [
    [
      `We ask the Head of Libraries to report on the effects by 30 September 2027.${STEPS}`,
      '30 September 2027',
    ],
    [
      `The consultation on the hours starts on 1 March 2027.${CONSULTATION.replace('consul', 'hours consul')}`,
      '1 March 2027',
    ],
    [`Cabinet agrees the opening hours, to start on Tuesday 13 April 2027.${STEPS}`, '13 April 2027'],
    [`The report asks Cabinet to decide on 16 December 2026.${STEPS}`, '16 December 2026'],
    [`The contract runs for 25 years and expires on 30 September 2029.${CONTRACT}`, '30 September 2029'],
    [`The present contract ends on 30 September 2029.${CONTRACT}`, '30 September 2029'],
    ['The contract ends on 30 September 2029.\n\nContract expires: 31 March 2029\n', '30 September 2029'],
  ],
  'A step with the year before': [
    [`${PAPER}${STEPS.replace('January 2027', 'January 2026')}`, '4 January 2026'],
    [STEPS.replace('April 2027', 'April 2026'), '6 April 2026'],
  ],
  'A next step before the paper': [
    [`${PAPER}${STEPS.replace('15 December', '15 November')}`, '15 November 2026'],
    [
      `${PAPER}## Next steps\n\n${table('Step | When | Progress', 'Talks | 15 November 2026 | Planned')}`,
      '15 November 2026',
    ],
    [`${PAPER}## Next steps\n\n- Cabinet decides: 15 November 2026\n`, '15 November 2026'],
  ],
};

const right: Right = {
  'A day': [
    `Cabinet agrees the opening hours, to start on Tuesday 6 April 2027.${STEPS}`,
    `Cabinet agrees the opening hours, to start on 6 April.${STEPS}`,
    `We ask the Head of Libraries to report on the effects by 31 December 2027.${STEPS}`,
    `${PAPER}${STEPS}`,
  ],
  'A day of something else': [
    `The summer hours start on 1 May 2027, not as at present.${STEPS}`,
    `The pilot hours start on 1 March 2027.${STEPS}`,
    `The hours were to start on 1 March 2027, and were moved.${STEPS}`,
    `The Friends report on the van by 30 September 2027.${STEPS}`,
    `The cleaning ends on 30 September 2029.${CONTRACT}`,
    `> The contract expires on 30 September 2029.${CONTRACT}`,
    'The contract expires on 30 September 2029.\n\n- 31 March 2028 – contract for vans expires\n- 31 March 2029 – contract for books expires\n',
  ],
  'A day of another of the kind': [
    `The staff consultation starts on 1 March 2027.${CONSULTATION}`,
    `Consultation with schools starts on 1 March 2027.${CONSULTATION}`,
    `Our cleaning contract ends on 30 April 2029.${CONTRACT}`,
    `The contract for e-books ends on 30 April 2029.${CONTRACT}`,
    `The consultation on the new library starts on 1 March 2027.${CONSULTATION}`,
    `The consultation on fees starts on 1 March 2027.${CONSULTATION}`,
    `The contract for Ash Library ends on 31 March 2028.${CONTRACT}`,
    'Ash Library opens on 4 July 2027.\n\n- 1 September 2027 – library opens\n',
    'The library opens on Sundays from 4 July 2027.\n\n- 1 September 2027 – library opens\n',
  ],
  'A table that is not in order of time': [
    table(
      'Library | Mended',
      'Ash | 1 May 2019',
      'Elm | 3 June 2021',
      'Fir | 1 June 2021',
      'Oak | 7 July 2024',
    ),
    table('Action | By', 'A | 31 August 2025', 'B | 31 July 2025', 'C | 30 June 2025', 'D | 1 May 2025'),
    table('Action | By', 'A | 31 August 2025', 'B | 31 July 2025', 'C | 30 September 2025', 'D | 1 May 2026'),
    table('Action | By', 'A | 31 August 2025', 'B | 1 January 2025', 'C | 30 September 2025'),
  ],
  'What has been done': [
    `${PAPER}## Next steps\n\n- Consultation closed: 30 October 2026\n- Cabinet decides: 15 December 2026\n`,
    `${PAPER}## Next steps\n\n${table('Step | When | Progress', 'Survey | 3 March 2026 | Complete', 'Talks | 5 May 2026 | ✓', 'Decision | 4 June 2027 | Planned')}`,
    `${PAPER}## Timetable\n\n- Cabinet decides: 15 November 2026\n`,
  ],
};

describe('Steps of a timetable', () => {
  holdsTo(wrong, right);

  it('are put right by their year, or as the timetable has them', () => {
    assert.match(fixed(RULE, STEPS.replace('January 2027', 'January 2026')), /4 January 2027/);
    assert.match(
      fixed(RULE, `The contract expires on 30 September 2029.${CONTRACT}`),
      /^The contract expires on 31 March 2029\./,
    );
  });
});
