import { tell } from './helpers';

tell('What a service reports of itself needs no source', false, [
  'Our libraries have 164 public PCs, free wifi and new printers.',
  'The archive put 4,200 photographs online.',
]);

tell('What a service reports of itself needs one where it tells of more than itself', true, [
  'Sickness among children fell by 40% in the town once families used the library.',
  'Despite the overspend, 75% of unemployed users found work through the job club.',
  'Underspending on libraries has left 62% of children without books at home.',
  'In England one in four are part-time and one in three on permanent contracts.',
  'Income is £14,000 a year lower for people who cannot read, which costs the economy £80 billion.',
  'Total expenditure was £2m, and the library saved the NHS £4.5m a year.',
  '## The year in numbers\n\n- Nationally, 1.2 million people lack basic digital skills',
  '## The year in numbers\n\n- 300 residents kept out of hospital',
  '## Library in numbers\n\n- 900 libraries have closed across England',
  '## The year in numbers\n\n- visits up by 12%\n- 64% of children finished the challenge',
  '## The year in numbers\n\n- 204,877 visits, more than any year before',
  'Turnover of the shops fell by 9%.',
  'Half of them say that they feel less alone.',
]);

tell('What nobody has counted has no source to give', false, []);

tell('Those who were asked are the source of what they said', false, [
  'Of the 61 pupils who came, 44 had gained two years by June (school tracking data).',
]);

tell('Who speaks of their own is the source of how it was before', false, []);

tell('Who speaks of their own is no source for others', true, [
  'The head teacher, Mrs Rachel Nixon, wrote to us:\n\n> Our children read here after school. In the county it was 83% last summer.',
]);

tell('Those who were asked are no source for another section', true, [
  '## Consultation\n\nA total of 3,906 responses were received.\n\n## Use\n\nThe main messages are:\n\n- 71% of residents use a library;',
]);

tell('A consultation document is a source, as other papers are', false, [
  'Of those who left, 61% said that they felt ready to look for work (exit questionnaire, n=203).',
]);

tell('Words that are a source elsewhere are none', true, [
  'Many live a journey of 50 minutes by bus to Pontlas. So far 57 people have found a job, nine out of ten of them after a year.',
  'Devon’s phonics results in Year 1 are now 6% above the national average.',
  'The *Making Tides* programme starts on Monday, and 40% of those who come have never been to a gallery.',
  'Lending of 20 laptops with data, and lessons, mean that 60% of the class now shop online.',
  'Their GCSE results in our study club went up by 20% last year.',
  'Results rose by 20% after our late-night study zones opened.',
  'Half of all councils have reduced opening hours (BBC Shared Data Unit, September 2024). Our own visits rose by 12% last year.',
]);
