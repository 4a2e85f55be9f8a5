/** Texts with and without something to fill in, by the kind of it; what is to be filled in stands between « and ». */
export const EXAMPLES: Readonly<
  Record<string, { readonly right: readonly string[]; readonly wrong: readonly string[] }>
> = {
  insert: {
    right: ['Last year «[insert number of people]» came.'],
    wrong: ['[insert](https://example.org)', 'Please [inserted] it.'],
  },
  field: {
    right: ['It costs «{{budget}}».', 'Dear «{NAME}»'],
    wrong: ['Set {a, b}.', '« Bonjour tout le monde »'],
  },
  'date mask': {
    right: ['The hall was booked on «DD/MM/YYYY».', 'Cabinet, «dd month yyyy»', 'date: «2026-05-»'],
    wrong: ['Give dates in the format DD/MM/YYYY.', 'The DD and MM shelves'],
  },
  'digits left out': {
    right: ['Ring Ann Holt on «01*** ******».', 'Ring «01*** 555 0142» for breakfast.'],
    wrong: ['It is sure (p < 0.05**).', '**2019** and 0***x***'],
  },
  'line to write on': {
    right: ['Dear Cllr «______», thank you.', 'Ring 01632 960 «1___» on Mondays.', 'ref. «AB-22-_____»'],
    wrong: [
      'a file named my___file',
      'a\\_\\_\\_b',
      'Signed ________ (chair)',
      '1. Which library do you use? ________',
    ],
  },
  'empty box': {
    right: ['We work with the University of «▢» and the college.', 'It costs £«□» a year.'],
    wrong: ['□ Yes □ No', 'Weekly ☐ monthly ☐'],
  },
  leaders: {
    right: ['The grant is £ «......» a year.'],
    wrong: [
      'Introduction ........ 3',
      'and then.... nothing',
      'She said "I ...... no".',
      'Signed ...........',
      'Chair ............ Clerk ............',
    ],
  },
  'dots for a source': {
    right: ['«...»', '«…»'],
    wrong: ['And so on...'],
  },
  'bracket of angles': {
    right: ['The cost is «<£ amount>».'],
    wrong: ['Write to <jo@example.org>.', 'where 3 < x and y > 4'],
  },
  bracket: {
    right: [
      'On «[date]» we meet.',
      'The saving is £4,000 «[Finance to confirm]».',
      'With «[two other funders]», we pay half.',
      '«[pie chart to go here]»',
      'It closed in 2018 «[check with CB]».',
      'Ann Holt, «[name of firm]», came.',
      'The Mayor said: "«[quote from the Mayor]»"',
      'It is open «[is it?]» on Mondays.',
      'In «[month]» we stop.',
      '«[LETTERHEAD]»',
      'Wards: «[?]»',
      'By «[●]» June, £«[ ]» is due.',
      'It was seen by «[x people]».',
      'In «[month 2026]» it ends.',
      'A fund of £«[ ]»m, opened by Councillor «[ ]», was spent.',
      'It was opened by «[Cabinet Member]» in May.',
      'As others found «[ref – Olu has this]».',
      'Annex C «[Priti to finish before dispatch]» says so.',
      '*«[Map 2 to be dropped in here. Ann to confirm wards]»*',
      'Most agree «[citation needed]».',
    ],
    wrong: [
      '“It is [the library] that I need,” he said.',
      '“They was [sic] here.”',
      'It was […] a good day.',
      'As others found [3] and [4, 5].',
      'As others found [Holt 2020] and [Holt and Rees, 2019, p. 4].',
      '*R (Holt) v Essex* [2019] UKSC 12',
      'Between [0, 1] and [a, b]',
      'The guide [external link] and the form [PDF, 2MB].',
      '- [ ] Book the hall',
      '- [x] Book the hall',
      'Come weekly [ ] monthly [ ] never [ ]',
      '“Ask [the Member] for help.”',
      '“[W]e came, and the librar[ies] were shut.”',
      'See the [guide][g].\n\n[g]: https://example.org',
      'As said.[^1]\n\n[^1]: ONS.',
      '[The chair left the room for this item and came back at ten.]',
      'Holt, J. (2020) [Online] Available at',
      '“I asked [the manager] for help.”',
      '“It gave [my son] a [quiet] place.”',
    ],
  },
  'citation key': {
    right: ['Reading helps «[@holt2020]».', 'Reading helps «[@holt2020, p. 3]».', 'So «[see @holt; @rees]».'],
    wrong: ['Write to [jo@example.org](mailto:jo@example.org).', 'Write to jo@example.org [sic].'],
  },
  'document to follow': {
    right: [
      'Annex A is the plan. («Annex B to follow»)',
      '«EqIA (to follow)»',
      'Cost for year two: «figures to follow».',
      'Said the Leader: “«[quote to come]»”',
      'The full «report is to follow» in June.',
      '«Letters of support to follow» - three so far',
      '*«Fersiwn Gymraeg i ddilyn»*',
    ],
    wrong: [
      'There is a plan to follow.',
      'The rules to follow are short.',
      'We ask the council to follow.',
      'We mean to follow the trail.',
      'In the chapters to come we say more.',
      'Use the map to follow the old railway.',
    ],
  },
  'fact to be added': {
    right: [
      'Speaker: Dr Okafor, «venue to be confirmed».',
      'The chair «(name to be confirmed)» opens it.',
      'Visits: «number to be added»',
      'Table 2: «figures to be updated».',
    ],
    wrong: [
      'The date of the opening is to be confirmed.',
      'The council wants the date to be confirmed by June.',
      'We expect costs to be agreed in May.',
      'The choice of architect is to be confirmed by Cabinet.',
    ],
  },
  'open bracket': {
    right: [
      'The grant is £4,000 «(to be confirmed by the bank)».',
      'Exeter, Truro «(to follow)» and Bude.',
      'Rent: £900 «(to be agreed)»',
      'Most people agree «(source needed)».',
      'The survey is Annex 2 «(*not attached – too large to send*)».',
    ],
    wrong: [
      'A lease (which has to be agreed) is drawn up.',
      'The work (this is to be checked by the auditor) goes on.',
      '(to follow the trail, take the bus)',
    ],
  },
  'label with something to come': {
    right: [
      'Venue: «to be confirmed»',
      'Comments of Finance: *«awaited»*',
      '**Costs:** «to follow».',
      'Wednesday 4 June – «to be agreed»',
    ],
    wrong: [
      'The aim is simple: to follow the money.',
      'Minute 4: to be confirmed as a true record at the next.',
    ],
  },
  'cell to come': {
    right: ['«To be confirmed»', '«to follow»', '«To be agreed with Finance»'],
    wrong: ['To be open on Sundays', 'Follow up'],
  },
  'source to come': {
    right: ['«Source to be confirmed».', '«Citation needed»', '«[source]»'],
    wrong: ['ONS, Census 2021: the date of the next is to be announced.'],
  },
  'thing to come from somebody': {
    right: ['«To follow from Finance».', 'Legal: «to come from Ann»'],
    wrong: ['To come from Wales is to sing, they say.', 'The aim: to come from nowhere and win the cup.'],
  },
  'struck out': {
    right: ['- «~~A tea dance~~» in May'],
    wrong: ['about ~ 40', 'a ~~~ b'],
  },
  'to be confirmed': {
    right: [
      'Evaluation: «tbc» by S151 officer.',
      'The date is «TBC».',
      'Speaker «tba», ticket £4.',
      '**«tbc»**',
    ],
    wrong: [
      'The TBC Gallery is open.',
      'Tbilisi',
      'The Thames Boat Association (TBA) has 40 boats.',
      'Write to tbc@example.org.',
      'TK Maxx gave us a room.',
    ],
  },
  filler: {
    right: ['«Lorem ipsum» dolor.', 'Name: «Click or tap here to enter text».', '«Your text here»'],
    wrong: ['Choose an item from the shelf.', 'The text is here for all to read.'],
  },
  'error of a program': {
    right: ['See page «Error! Reference source not found.»', 'The saving is «#REF!» a year.'],
    wrong: ['Error! Try again.', 'Follow #NAMES on the network'],
  },
  'to do': {
    right: ['The roof leaks. «TODO find the survey»', '«FIXME: old figure»'],
    wrong: ['A to do list', 'todos los libros'],
  },
  crosses: {
    right: [
      '«XX%» of users came back.',
      'It cost «£XXX,XXX».',
      'It cost «£xx,000».',
      'Ring ext. «XXXX».',
      'Ring «01xxx» 555 014.',
      'We open on «xx» March.',
      'Last year’s winner was «xxxxx».',
      'Charity no. «11xxxxx»',
      'In «2026-04-XX» it ends.',
      'From Cllr «XX», with thanks.',
      '1. «xx»',
      'A charity (reg. «xxxxx»)',
      'He said: “«xxxxxx» libraries are the heart of it.”',
    ],
    wrong: [
      'With love, xx',
      'See you soon xxx',
      'Article XX says so.',
      'Maxx and EXXON',
      'A jumper of size XX and Superbowl XX.',
      'Exxon and Foxx',
      'The XX are a band.',
      'Women have XX chromosomes.',
      '"thank you all xx" – Nan',
    ],
  },
  'cross for a number': {
    right: [
      'It costs «£X» a year.',
      'Loans rose by «X%».',
      'It was seen by «X» visitors.',
      'By «203X» it is paid.',
      'The roof is done by the agreed date of «x March».',
    ],
    wrong: [
      'Year X starts in May.',
      'Malcolm X spoke.',
      'We post on Facebook and X.',
      'Generation X reads.',
      'X and Y are shelves.',
      'Followers on X members of staff answer',
      'It has 3x the loans.',
      'See you soon x May',
      'Two sessions 4 x May',
    ],
  },
  'question marks': {
    right: [
      'The deadline is in «??».',
      'It closes on «???» March.',
      'The grant ends in May. After that «????»',
      'Cllr «?????», Cabinet Member',
      'Breakfast on «??/5»',
      'It costs «£??».',
      'Roofs are free to charities«??» so they say',
      'All members pay the higher fee«??» Ola says no.',
    ],
    wrong: ['“Really??” she said.', 'What?! No.', 'Is it open?'],
  },
  'question mark for a cell': {
    right: ['«?»', '«£?»'],
    wrong: ['Who?', 'yes'],
  },
  'question mark for a number': {
    right: [
      'Copies to the clerk and Locality «(?)».',
      'About «£?» a year',
      'It rose by «?%».',
      'The Trust «(date?)» agreed.',
      'As one survey has it (Active Reading, «year?»).',
      'Apply to the bank – «deadline?»',
      '*Photo: «credit?»*',
    ],
    wrong: ['Is it open (on Mondays)?', 'Why (now)?'],
  },
  'doubted figure': {
    right: [
      'Rooms are given in kind (value «£15k?» Jo to say).',
      'They save £228 (Bank index, «2015?»).',
      'It goes to 5 («6?») towns.',
    ],
    wrong: ['It is new (why was it £400?).', 'Did it cost £400?'],
  },
  'question mark in running text': {
    right: ['Some «?» people came.'],
    wrong: ['Is it open ?', 'Is it open ? It is.'],
  },
  'question in a cell': {
    right: ['«Public Health?»', '«April?»'],
    wrong: ['Who pays?', 'Is it open on Sundays?', 'yes'],
  },
  'nota bene': {
    right: ['It closed in 2019. «NB check this».', '**«NB get the figures from Finance – Helen?»**'],
    wrong: [
      'NB The lift is out of use.',
      'NB check your ticket before you travel.',
      'NB Council (North Bank)',
    ],
  },
  'request to a colleague': {
    right: [
      'Drop in any day. «Isla can you add the logo and the map»',
      '«Olu – please check the rent and the date»',
    ],
    wrong: ['How could you add to this?', 'Can you add the map?'],
  },
  'order to a colleague': {
    right: [
      '«pls check the wording»',
      'For clearance only – «delete before issue»',
      'It opened in 1912 «(check)».',
      'It was paid for by the bank or the Trust «(confirm which)».',
    ],
    wrong: ['Remove before washing.', 'A till (check with staff) takes cards, and your receipt is printed'],
  },
  'what is not to be used yet': {
    right: [
      'The pictures are in the folder, «don’t use the one of the twins».',
      'One of them says yes, but «do not name him yet».',
      'Photo 4: «do not use without asking her mother».',
    ],
    wrong: [
      'Don’t use the lift in a fire.',
      'Do not send cash.',
      'Do not share your password until you are sure.',
      'We do not use the one in May.',
      'Many people don’t use the one that is nearest.',
    ],
  },
};
