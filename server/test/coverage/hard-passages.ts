/**
 * Fifty short passages that are hard on purpose, with the verdict that a reader of library papers would give.
 * Each stands alone in a briefing titled "Our libraries". `argues` names the areas and offers that it makes a case on.
 */
export interface HardPassage {
  readonly trap: string;
  readonly text: string;
  readonly argues: readonly string[];
}

const p = (trap: string, argues: string, text: string): HardPassage => ({
  trap,
  text,
  argues: argues.split(' ').filter(Boolean),
});

export const HARD_PASSAGES: readonly HardPassage[] = [
  p(
    'idiom',
    '',
    'The question of parking charges cannot be looked at in isolation from the wider town centre plan, and members asked officers to come back with a joint report.',
  ),
  p(
    'technical sense',
    '',
    'The alarm at the branch was isolated until the engineer could be called out, and the building was closed to the public for the morning.',
  ),
  p(
    'statistical class',
    '',
    'The Office for National Statistics sorts places by how many people live there, from great cities down to isolated dwellings.',
  ),
  p(
    'verb, not acronym',
    '',
    'Please send an email to the committee clerk by Friday if you want it to be put on the agenda for the meeting of the Board.',
  ),
  p(
    'pronoun, not acronym',
    '',
    'The contract for the building ends in March. It was agreed that it would be renewed for a further year at the same price.',
  ),
  p(
    'culture as habit',
    '',
    'The review found a culture of long hours and late reporting among managers, and recommends that the structure be changed.',
  ),
  p(
    'committee name',
    '',
    'The report went to the Culture and Leisure Committee in April and to the Economic Development Committee in May, and was noted by both.',
  ),
  p(
    'portfolio title',
    '',
    'Councillor Jane Field, cabinet member for education, digital inclusion and culture, moved the recommendations and Councillor Hope seconded them.',
  ),
  p(
    'list of themes',
    '',
    'Our priorities for the next four years are literacy, skills, employment, health, digital inclusion, loneliness and culture.',
  ),
  p(
    'list of themes',
    '',
    'The service contributes to several corporate priorities, which include vulnerable people, attainment, small businesses and stronger communities.',
  ),
  p(
    'list of themes in a quotation',
    '',
    '“Libraries matter for reading, learning, health, jobs and getting online,” said the Leader, who went on to thank the staff for their patience.',
  ),
  p(
    'digital as plumbing',
    '',
    'The new library management system will be hosted by the supplier. Its API will allow the digital team to publish open data on loans.',
  ),
  p(
    'digital as plumbing',
    '',
    'The digital transformation programme will replace the council’s website, telephone system and payment platform by the end of next year.',
  ),
  p(
    'broadband roll-out',
    '',
    'Contractors will lay fibre to 12,000 premises in the county by December, and the cabinets in the villages are expected to go live in the spring.',
  ),
  p(
    'award news',
    '',
    'The library team has won a national award for customer service. The trophy was presented at a ceremony in Leeds and will be shown in the foyer.',
  ),
  p(
    'budget',
    '',
    'The budget falls by £230,000 next year. Savings will be found from vacant posts, the book fund and the contract for cleaning.',
  ),
  p(
    'opening hours',
    '',
    'From 1 April the library will open at 9.30am on weekdays and will close at 1pm on Saturdays. Notices will be put up in every branch.',
  ),
  p(
    'satisfaction',
    '',
    'Ninety-three per cent of those who answered the survey rated the service as good or very good, which is two points more than last year.',
  ),
  p(
    'recruitment',
    '',
    'We are looking for a Children’s and Digital Librarian. You will have experience of managing staff and budgets, and a full driving licence.',
  ),
  p(
    'thanks',
    '',
    'I should like to thank the Friends, the volunteers and all our staff for their hard work and their good humour in a very difficult year.',
  ),
  p(
    'irony',
    '',
    'So the council thinks that nobody will miss the place. I look forward to hearing that from the leader at the public meeting on Tuesday.',
  ),
  p(
    'another’s achievement',
    '',
    'The housing association has let forty new flats in Mill Street this year, and its repairs team was praised by the regulator in a recent report.',
  ),
  p(
    'logistics',
    '',
    'Sessions are on Tuesdays from 2pm to 4pm. To book a place call 01234 567890 or ask at the desk. Refreshments cost £1.',
  ),
  p(
    'funding',
    '',
    'The project is paid for by the National Lottery Heritage Fund and Arts Council England until March 2027, and a further bid will be made.',
  ),
  p(
    'need without service',
    'digital',
    'One household in six on the estate has no internet at home, and a third of residents over 70 say that they lack the skills to go online.',
  ),
  p(
    'need without service',
    'isolation',
    'More than 4,000 older people in the district live alone, and many of them go for days on end without speaking to anyone.',
  ),
  p(
    'need without service',
    'economic',
    'Youth unemployment in the town is twice the national average, and four in ten job seekers have been out of work for more than a year.',
  ),
  p(
    'need without service',
    'education',
    'A quarter of our children start school without the language skills that they need, and pupils on free school meals are eight months behind at eleven.',
  ),
  p(
    'plain case',
    'digital information-digital',
    'Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.',
  ),
  p(
    'plain case',
    'economic information-digital',
    'The library’s job club helps unemployed people to write a CV, to search for jobs and to practise for an interview. Sixty of them found work last year.',
  ),
  p(
    'plain case',
    'economic information-digital',
    'Our Business & IP Centre gives people who want to start a business free market research, workshops and an hour with an adviser. It helped 140 start-ups last year.',
  ),
  p(
    'plain case',
    'isolation health-wellbeing',
    'People who live alone come to our coffee mornings to make friends. Eight in ten told us that they feel less lonely and that their mental health is better for it.',
  ),
  p(
    'plain case',
    'cultural culture-creativity',
    'The library commissioned six local artists and gave two theatre companies free space to rehearse, so that they could make new work and reach new audiences.',
  ),
  p(
    'plain case',
    'culture-creativity',
    'Families can see live music, puppet shows and an exhibition of photographs at the library this summer, and children can try craft and drama for free.',
  ),
  p(
    'plain case',
    'education',
    'Our homework club gives pupils a quiet place to study and the help of a tutor. Their teachers report that their marks in maths and English have gone up.',
  ),
  p(
    'plain case',
    'reading',
    'Some 5,200 children took part in the Summer Reading Challenge at our libraries and borrowed 40,000 books. More than half of them say that they now enjoy reading more.',
  ),
  p(
    'plain case',
    'reading health-wellbeing',
    'Reading Well books, which GPs prescribe and anyone can borrow, help our readers to understand and manage anxiety, depression and dementia.',
  ),
  p(
    'plain case',
    'isolation reading',
    'Volunteers of our home library service take books to housebound readers every month and stop for a chat. For many it is the only visit of the week.',
  ),
  p(
    'plain case',
    'education information-digital',
    'At our Code Club children between nine and thirteen learn to program robots and to build their own games, and gain skills in maths and problem solving.',
  ),
  p(
    'special needs',
    'education',
    'The sensory room and relaxed sessions let autistic children and others with SEND enjoy the library with their families and learn at their own pace.',
  ),
  p(
    'reading, not education',
    'reading',
    'Rhyme time at the library is full every week. Parents and babies sing, share picture books and take a bag of stories home.',
  ),
  p(
    'event, not artists',
    'culture-creativity',
    'Last month’s history exhibition drew 900 visitors to the library, and forty people came to hear the talk on the town’s brass bands.',
  ),
  p(
    'no topic word',
    'isolation',
    '“I used to see nobody from Friday to Monday,” said Ron, 81. “Now I have the library on a Saturday, and a table of friends who would notice if I did not turn up.”',
  ),
  p(
    'no topic word',
    'isolation',
    'The menders at the library began as strangers and now go for soup together afterwards. The two who lost their wives last winter have not missed a Wednesday.',
  ),
  p(
    'no topic word',
    'isolation',
    'On market day eleven farmers come to the library for cake and stay for two hours. Two who sat silent all last spring now run the quiz.',
  ),
  p(
    'no topic word',
    'digital information-digital',
    'Broadband is poor up the valley. Farmers come to the library to send in their returns, and young people to put in for jobs, because it has the only reliable connection for nine miles.',
  ),
  p(
    'no topic word',
    'digital information-digital',
    'Mrs Khan had never touched a mouse. After six weeks with our volunteer she sees her grandson in Lahore on the screen every Sunday.',
  ),
  p(
    'library’s effect on a town',
    'economic',
    'Since the library moved to the High Street footfall there has risen by a fifth, and shops nearby say that it brings customers through their doors.',
  ),
  p(
    'refugees',
    'education',
    'At our conversation classes refugees learn English with a tutor. Thirty of them passed their ESOL exam last summer and have gone on to college.',
  ),
  p(
    'carers',
    'health-wellbeing',
    'At our memory café people who live with dementia and those who care for them sing, rest and get advice from a nurse. Carers say that they cope better.',
  ),
  p(
    'health information',
    'health-wellbeing',
    'Visitors can have their blood pressure checked at the library and get reliable health information from trained staff, so that problems are found early.',
  ),
  p(
    'trusted information',
    'information-digital',
    'Library staff answer 90,000 enquiries a year. They help people to find reliable information, to fill in forms online and to get the right advice.',
  ),
  p(
    'denial',
    '',
    'Nothing in this report affects the mobile library, the schools contract or the arts programme, which will be dealt with in a separate paper.',
  ),
];
