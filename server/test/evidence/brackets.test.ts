import { tell } from './helpers';

const CLAIM = 'Takings on market days rose by 8% within a year';
const ROSE = (bracket: string) => `${CLAIM} (${bracket}).`;

tell('A bracket that says where a figure can be looked up', false, [
  'In 2025/26 the nine libraries recorded 187,400 visits, 9% more than in the year before (Annual Library Return 2025/26, Appendix B).',
  ...[
    'Northmoor Town Centres Monitor, spring 2025',
    'Northmoor Town Centres Monitor, 2025',
    'Springboard, May 2025',
    'Residents’ Panel, wave 9, March 2026',
    "Residents' Panel, wave 9, March 2026",
    'Hansard, 4 June 2026',
    'LMS, September 2026',
    'Civica, October 2026',
    'Spydus, 30 September 2026',
    'minute 47, Scrutiny Committee, 6 October 2026',
    'door counts, 2025/26',
    'table 3',
    'Table 3 below',
    'see table 3',
    'Appendix 1, table 4',
    'Annex C, chart 2',
    'Annual Library Return 2025/26, table 4',
    'see paragraph 4.3',
    'see 4.3 above',
    'paragraph 4.3 above',
    'see section 5',
    'Trading Standards return, quarter 2, 2025/26',
    'Town Deal Board, item 6, 12 May 2026',
    'Ofcom 2024 p. 12',
    'Department for Education, Schools, pupils and their characteristics, January 2026',
    'Ofcom, Adults, media and how they use it, spring 2025',
    'library loan records and exit interviews, on file',
    'our own door counts',
    'finance team, November 2026',
    'from the booking system',
    'sign-in sheets, kept at the desk',
    'Smith and Jones, 2024, pp. 3–5',
    'library management system, door counters',
  ].map(ROSE),
  'Loans rose by 9%. It was 71,200 in 2018/19. (Computer booking system, both years.)',
]);

tell('A bracket that tells a place, a time or something else', true, [
  ...[
    'Cardiff, May 2025',
    'Belfast, 2024',
    'Central Library, May 2025',
    'Tuesday, 3 June 2025',
    'Tuesday 3 June 2025',
    'May 2025',
    'spring 2025',
    'launch event, June 2026',
    'from April 2026',
    'see below',
    'page 4',
    'item 6',
    'the Annual Return is due in May 2026',
    'report due in March 2026',
    'records, tapes and books',
    'the accounts office',
    'data and devices',
    'Central Library, the largest branch, May 2025',
  ].map(ROSE),
  'Trade rose by 9%, the shopkeeper told me.',
]);

tell('Another claim in the next sentence has not', true, [
  'About one household in eight has no broadband.[^1] Loans of laptops have doubled.\n\n[^1]: Residents’ Survey 2025.',
]);
