import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { figuresInDraft } from '../../src/evidence';

/** Whether a draft has a claim without a source. */
function isOpen(text: string): boolean {
  return figuresInDraft(parseDraft(text)).some(({ passages }) =>
    passages.some(({ figures }) => figures.some(({ kind, source }) => kind === 'claim' && !source)),
  );
}

/** Each line says whether a sceptical councillor would ask where it comes from. */
function tell(title: string, open: boolean, drafts: readonly string[]): void {
  describe(title, () => {
    for (const draft of drafts) it(draft, () => assert.equal(isOpen(draft), open));
  });
}

tell('What is compared without a number and without a source', true, [
  'People in the valley are among the least lonely in the country.',
  'Wages here are among the lowest in the county.',
  'Small firms are the largest source of new jobs in this country.',
  'It may be the deepest cut that has been made anywhere in the UK.',
  'The Challenge is the UK’s biggest reading event for children.',
  'More children took part here than in any other authority.',
  'The talks in the winter were better attended than ever.',
  'Spending on libraries has fallen sharply.',
  'Loans of children’s books had risen in each of the past two years.',
  'All ten computers are taken by half past nine.',
  'The service costs each of us less than the price of a paperback.',
]);

tell('What is compared, and nobody would challenge', false, [
  'We want ours to be the most welcoming library in the country.',
  'The fund would be the first of its kind in the UK.',
  'Libraries matter more than ever.',
  'For two days we will have some of the best performers in the country.',
  'The best of what libraries do is celebrated everywhere in the country.',
  'He has written *The Oldest Bookshop in the World Is Closing*.',
]);

tell('What came of it, with no source', true, [
  'The scheme has led to 19 new businesses and 25 additional jobs.',
  'It has helped to create 12 new firms.',
  'Nine poets were commissioned, for four of whom it was their first paid work.',
  'For eight of the companies it was the first tour in the north.',
  'Free wifi was put into more than 1,000 libraries which did not have it.',
  'The kit led to 130 library services running code clubs.',
  'More than 130 volunteers have now signed up.',
  'The clubs were valued at £279 for each child who took part.',
  'Imagine that you are one of the five million older people in the UK whose main company is the television.',
  'Volunteers supported more than 900 people, and most of them came back a second time.',
]);

tell('What counts nothing that was measured', false, [
  'Jacob, 10, tried the 360° camera.',
  'Caroline, 42, was made redundant without warning.',
  'Not your kind of thing? There are thousands more to try.',
  'My career and the last 20 years of health libraries have gone side by side.',
  'Two of the women have lost their husbands.',
  'She showed him how to call, and the two of them now talk every Sunday.',
  'The policy says that 85% of the population should be within two miles of a library.',
  'The savings required came to £500,000.',
]);

tell('What names nobody, or the paper itself', true, [
  'The latest research shows that 40% of adults are lonely.',
  'In one survey 45% of young people said that the arts help them to relax.',
  'Funding was cut by 28 per cent over the Spending Review period.',
  'This submission sets out our case. Some 59% of those who use the centre are women.',
  '96% of those who take part in a Connect Group reported that they saw more people.',
  'Simon Garrity, Director of the National Reading Trust, said: "One person in six in the UK struggles to read, write and speak."',
  'The council published a study. It had a good press.\n\nOf those who started a business, 72% were women.',
]);

tell('What a body, a study or a speaker answers for', false, [
  'Falkirk has listed 133 facilities that are to close.',
  'Condition surveys show that 11 per cent of roads need repair.',
  'More than nine in ten told the researchers that books had improved their lives.',
  'The value comes to £3.4 billion a year. According to its authors a branch provides £1 million.',
  'Ann Reed, cabinet member for libraries, said: "Only 43% of schools now choose to subscribe."',
  '# Minutes of the meeting of the libraries panel\n\nShe reminded Members that use had fallen by more than half.',
]);

tell('What somebody says of people in general', true, [
  '# Minutes of the meeting of the libraries panel\n\nMs Doran said that in the ward fewer than half of households had the internet.',
  'Ann Reed, head of libraries, said: "We want to raise the share of children who are ready for school, from 48 per cent to 70 per cent."',
]);

tell('A paper that tells what a study found', false, [
  '# Libraries play a vital part, research finds\n\nPublished in June.\n\nSeven in ten services lend tablets.',
  '# Official statistics: use of libraries, 2016/17\n\nBranches open six days a week.\n\nParticipation was up by 11%.',
  '# Why libraries\n\nNew research from the Reading Trust tells us more.\n\nThere is a gap.\n\nOnly 25% of teenagers use the library.',
  '# Volunteer libraries\n\nA research unit was commissioned to find out how they are run.\n\n## Findings\n\nEight in ten have computers.',
  '# Results\n\nFour in five children read more.\n\nSources: library returns, survey of families (n = 1,022).',
]);

tell('A paper that has only been written', true, [
  '# Library service: annual report\n\nBranches are open six days a week.\n\nParticipation was up by 11%.',
  '# Writers on the shelf: evaluation of a scheme\n\nThe scheme ran for a year.\n\nTicket sales went up by a third.',
]);
