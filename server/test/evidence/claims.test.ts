import assert from 'node:assert/strict';
import { openFigures, tell } from './helpers';

tell('What was measured and is told without a number or a source', true, [
  'Wages here are among the lowest in the county.',
  'We have one of the lowest literacy rates in the country.',
]);

tell('Praise and what is compared for its own sake, which nobody would challenge', false, [
  'We want ours to be the most welcoming library in the country.',
  'The fund would be the first of its kind in the UK.',
  'Libraries matter more than ever.',
  'Our valley is among the least lonely places in the country.',
  'It works with some of the UK’s best performers.',
  'The Challenge is the UK’s biggest reading event for children.',
  'The talks in the winter were better attended than ever.',
  'All ten computers are taken by half past nine.',
  'Tickets for the talk sold out in two days.',
  'For two days we will have some of the best performers in the country.',
  'The best of what libraries do is celebrated everywhere in the country.',
  'He has written *The Oldest Bookshop in the World Is Closing*.',
]);

tell('What an option costs', false, [
  '# Hours\n\n## Options\n\nOption B would employ 120 people and cost £40,000.',
]);

tell('A few, told in words and not counted', false, [
  'Two of them had lived next door to each other all along.',
  'The artists had found a new audience, and two had been commissioned again.',
  'You can book ahead for as many as three sessions.',
  'Two who hardly spoke all winter now keep the score between them.',
]);

tell('What a speaker says of the whole country', true, [
  '“I hope that it helps all who need it,” said Ruth Amos, library manager. “Autism affects around 700,000 people in the UK, and I would like them to be at home here.”',
]);

tell('What a service’s own records or people counted', false, [
  'The enquiry log shows that two in five questions are about benefits.',
  'Branch managers counted 1,400 people who came in to keep warm.',
]);

tell('What came of it, with no source', true, [
  'The scheme has led to 19 new businesses and 25 additional jobs.',
  'Nine poets were commissioned, for four of whom it was their first paid work.',
  'For eight of the companies it was the first tour in the north.',
  'Free wifi was put into more than 1,000 libraries which did not have it.',
  'The kit led to 130 library services running code clubs.',
  'More than 130 volunteers have now signed up.',
  'Imagine that you are one of the five million older people in the UK whose main company is the television.',
  'Volunteers supported more than 900 people, and most of them came back a second time.',
]);

tell('What counts nothing that was measured', false, [
  'Jacob, 10, tried the 360° camera.',
  'Caroline, 42, was made redundant without warning.',
  'My career and the last 20 years of health libraries have gone side by side.',
  'Two of the women have lost their husbands.',
  'She showed him how to call, and the two of them now talk every Sunday.',
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

tell('What somebody says of people in general', true, [
  '# Minutes of the meeting of the libraries panel\n\nMs Doran said that in the ward fewer than half of households had the internet.',
  'Ann Reed, head of libraries, said: "We want to raise the share of children who are ready for school, from 48 per cent to 70 per cent."',
]);

tell('A paper that has only been written', true, [
  '# Library service: annual report\n\nBranches are open six days a week.\n\nParticipation was up by 11%.',
  '# Writers on the shelf: evaluation of a scheme\n\nThe scheme ran for a year.\n\nTicket sales went up by a third.',
]);

tell('What a sceptical councillor would ask about', true, [
  'Fenshire spends £7.14 per head on its libraries.',
  'We spend £9 a head, and the English average is more than twice that.',
  'A good third of working-age people in the parish are on Universal Credit.',
  'Being offline costs each household an extra £900 a year in higher bills.',
  'That puts us second in Greater Manchester.',
  'Per head we spend less on libraries than any other rural authority in Scotland.',
  'Reg Tapp and others have borrowed a third more large-print books than last year.',
  'Ann Reed MP said: “The change has put 4,100 people out of work in the county.”',
  'Ann Reed, who leads the council, said: “Of the ten shops in the square 4 have closed since May.”',
  'Research shows that children who use libraries are twice as likely to read well.',
  'It is well known that one in four people will have a mental health problem.',
  'Studies have shown that loneliness raises the risk of early death by 26%.',
  'There is a lot of evidence that 40% of older people are lonely.',
  'Evidence suggests that a third of older people are lonely.',
  'We know that a third of older people here are lonely.',
  'A third of older people here live alone.',
  'Statistics show that one in five adults cannot use the internet.',
  'It is said that one in five adults cannot use the internet.',
  'It has been estimated that one in five adults cannot use the internet.',
  'It is thought that some 40,000 people in the county cannot use the internet.',
  'An estimated 40,000 people in the county have never been online.',
  'Around 40,000 people in the county have never been online.',
  'Some people say that the library saves the NHS £2 million.',
  'Footfall in the high street has fallen by 15% since the library closed.',
  'Our work has helped more than 4,000 people into jobs.',
  'Since it opened the hub has helped 312 people to find work.',
  'Last year we helped 1,200 people to get online for the first time.',
  'Last year the libraries had 1.2 million visits.',
  'There were 1.2 million visits to our libraries last year.',
  'More than 15,000 children took part in the Summer Reading Challenge.',
  'Membership has gone up from 2,300 to 3,100 in two years.',
  'Loans of e-books have trebled since the start of the pandemic.',
  'Visits to the new building are double what they were in the old one.',
  'The number of visits has more than doubled.',
  'Twice as many teenagers come in as did a year ago.',
  'Four out of five of those who came said they felt less alone.',
  'Nearly everyone who came, 96%, would recommend it.',
  'Satisfaction stands at 98%.',
  'The library is the busiest in the north west.',
  'We are the first library service in Wales to do this.',
  'No other council in England has kept every library open.',
  'The town has the highest rate of child poverty in Wales.',
  'The ward is one of the ten most deprived in the country.',
  'The estate is among the 5% most deprived in England.',
  'Unemployment in the ward is three times the average for the county.',
  'One child in three in the ward lives in poverty.',
  'A quarter of households have no car.',
  'Two in five households have no car.',
  'Half the children in the school have English as a second language.',
  'More than half the pupils have free school meals.',
  'For every pound that the council spends it gets back £5.',
  'The scheme has saved the NHS £300,000.',
  'Loneliness costs employers £2.5 billion a year.',
  "Library closures have cost the town's shops £1 million.",
  'Since 2010 nearly 800 libraries have closed in the UK.',
  "A fifth of the UK's libraries have closed.",
  'The county has lost half of its librarians in ten years.',
  'The book fund has been cut by 60%.',
  'Spending on libraries has fallen by almost half since 2010.',
  'Opening hours have been cut by a third.',
  'Staff numbers fell from 120 to 64.',
  'The number of volunteers has risen to 51,000 across the country.',
  "There are 3,000 libraries in the UK, more than there are branches of McDonald's.",
  'Six million people in the UK have never used the internet.',
  'Nine million adults lack basic digital skills.',
  'More than 200,000 older people have not spoken to a friend for a month.',
  'Children who own books are six times more likely to read above the level expected.',
  'Children who read for pleasure do better at maths and earn 10% more as adults.',
  'Borrowing has grown by 8% a year for three years running.',
  'The waiting list for a place at code club stands at 140 and has doubled.',
  'Of the 60 who started 45 finished, and 20 have found jobs.',
  'Three of the eight volunteers have gone on to paid work.',
  'Twelve learners passed their English exam.',
  'In the first month 600 people signed up.',
  'By the end of the year attendance had risen from 12 to 40.',
  'Numbers have grown from a handful to more than 60 each week.',
  'Most of those who came had never set foot in a library before: 72 of the 90.',
  'More than 80 per cent of the people who use the computers are looking for work.',
  'Ninety per cent of jobs are now advertised only online.',
  'Four million children have no book of their own at home.',
  'Parents who were asked said that they had saved an average of £130.',
  'People on low pay spend 40p in the pound on rent.',
  'People in the valleys have to travel twice as far to see a doctor.',
]);

tell('What is no claim, or plain bookkeeping', false, [
  'The new library will have 40,000 books and 30 computers.',
  'The council has 42 libraries and four mobile vans.',
  'The building covers 1,200 square metres on three floors.',
  'The grant of £120,000 will pay for two posts for 18 months.',
  'The service has a budget of £4.2 million and 96 staff.',
  'Members are asked to agree a saving of £350,000 over two years.',
  'Council tax will rise by 4.99%.',
  'The council has to find savings of £22 million by 2027.',
  'The levy is 1.5% of turnover.',
  'Readers can borrow up to 20 books for three weeks, and renew them twice.',
  'Fines are 15p a day, up to £8.',
  'Tickets cost £5, or £3 for members; under-16s go free.',
  'There are places for 12 people at each session.',
  'Book one of the 30 places before 5 May.',
  'The library opens for 45 hours a week on six days.',
  'The group has met every Tuesday for eleven years.',
  'There are 14 of us on a good day.',
  'About 20 people come each week.',
  'Twenty people came to the first meeting.',
  'Six volunteers run the group.',
  'The prize is £100 of book tokens.',
  "The author's books have been translated into 40 languages.",
  'The library was given £1,000 by the Rotary Club.',
  'Our raffle raised £412 and the book sale £86.',
  'Apologies were received from three members.',
  'The motion was carried by seven votes to two.',
  'The vote was 34 to 12, with three abstentions.',
  'Members agreed by 7 votes to 2.',
  'Interest is charged at 5% above base rate.',
  'The contract is for five years at £1.2 million a year.',
  'The post is for 22.5 hours a week at £24,000 a year.',
  'The 2,000 new books were chosen by the readers themselves.',
  'We took 4,000 books out of store.',
  'Half of the garden is for children.',
  'The walk is five miles long and takes two hours.',
  'Children read six books and get a medal.',
  'If 500 of us sign we shall get a debate.',
  'The target is 80% by next March.',
  'We want to reach 2,000 children by the end of the year.',
  'We aim to cut our carbon by 40%.',
  'Our aim is to double the number of volunteers.',
  'Double the fun: two shows in one day.',
  'A 50% discount is on offer until Friday.',
  'We are 100% behind the campaign.',
  'It took us half the night to clear up.',
  'My mother had six children and read to every one of them.',
  'Two thirds of the way through the book I gave up.',
  'The library dates from 1906 and was paid for by a gift of £5,000 from Andrew Carnegie.',
  'In 1920 the town had 300 readers.',
  'There are hundreds of things to do in the holidays.',
  'Nine times out of ten I find what I want.',
  'One of the two lifts is out of order.',
  'The first 50 visitors will get a free bag.',
  'Up to 30 children can take part.',
  'Each of the 40 boxes holds ten books.',
  'The van calls at 60 stops over a fortnight.',
  'The collection has 3,000 maps, 200 of them from before 1800.',
  'Questionnaires went to 2,500 homes.',
  'The exhibition has 60 photographs by 14 artists.',
  'The course has ten sessions of two hours.',
  'The committee has 12 members, four of them from the council.',
  'Room hire is £12 an hour, with 20% off for charities.',
  'The council is made up of 54 councillors, 30 of them Labour.',
  'The library will close at the end of a 12-month notice period.',
  'He ran 100 miles in a week to raise money for the library.',
  'Version 2.1 was released in March with 14 new features.',
]);

describe('A number that begins with its point', () => {
  it('is told with it', () => {
    assert.deepEqual(openFigures('Loneliness fell by .5% here and by .75 per cent in the county.'), ['.5%']);
    assert.deepEqual(openFigures('Loneliness fell by .75 per cent.'), ['.75 per cent']);
  });
});
