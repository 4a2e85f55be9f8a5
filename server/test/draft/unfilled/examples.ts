import { type Examples, SIGNS } from './signs';

/** Texts with and without something to fill in, by the kind of it: in words, and by a sign. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
  ...SIGNS,
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
      'About the artists – «biographies to be inserted»',
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
    right: [
      '«To follow from Finance».',
      'Legal: «to come from Ann»',
      '«To be provided by Finance».',
      'Legal: «to be supplied by Ann Holt»',
    ],
    wrong: [
      'To be provided by Finance, a budget has to be asked for.',
      'It is to be written by Ann.',
      'Next steps: to be agreed by Cabinet.',
      'To come from Wales is to sing, they say.',
      'The aim: to come from nowhere and win the cup.',
    ],
  },
  'left to a colleague': {
    right: [
      '8.1 «Officers to insert».',
      '«Legal to complete».',
      '**Legal.** «Legal services to complete».',
      'It costs £400. «Finance to add figures».',
      '- «Finance to insert»',
      '«The report author to insert wording».',
      '| Implication | |\n| --- | --- |\n| Legal | «Legal to complete». |',
    ],
    wrong: [
      'Members to note.',
      'Officers to report back in May.',
      'Officers to insert the chip in each book by May.',
      'Finance to add to its guidance.',
      'We asked Legal to complete.',
      'Parents to complete.',
      'Officers to add figures by May.',
      '> Officers to insert.',
    ],
  },
  'thing to go here': {
    right: [
      '«Table goes here»',
      'Neil’s «appendix on VAT to go here» >>>',
      'Read on.\n\n*(«Photo 2 goes here»)*',
      '4. ACE «boilerplate HERE»',
      'After the vote: «map of the branches to go here».',
    ],
    wrong: [
      'All of your information goes here.',
      'The table goes here so that all can see it.',
      'He said: “the map goes here.”',
      'Download the [logo HERE](https://example.org/logo)',
      'Get the photo HERE.',
      'The children like to go here.',
    ],
  },
  'fact in capitals': {
    right: ['4. Media: Jo Holt / press office «TEL»', 'The desk is open on Mondays: ring «NUMBER».'],
    wrong: [
      'Save the DATE',
      'NAME AND ADDRESS',
      'It is in DATE order.',
      'We use TEL in class, and so on.',
      'Please sign here and print your NAME',
    ],
  },
  'thing to insert': {
    right: [
      '> «insert KPI table from Simone»',
      '«Insert photo of the hall»',
      'Write to me at HQ - «add number»',
    ],
    wrong: [
      '- Insert photos',
      'Insert your name in the table.',
      'Insert the names of all the children in the table',
      'Insert coins here and press the button',
      'We add numbers - add number to number and see.',
    ],
  },
  'marked stretch': {
    right: [
      'We put in rooms: «==ask Dean for the figure==»',
      'It costs £60,000 «==gross or net?==», and it lasts «==can you check this, Ann?==»',
      'It lasts a year «==is this still so?==»',
      'A pilot at two branches. «##which two? Bev says not hers##»',
      'Ring Yusuf. «*** need to chase the permission before this goes ***»',
    ],
    wrong: [
      'It is ==very important== to read.',
      'The form asks ==why do you come?== and ==Have you been here before?==',
      'The form asks “==who helps with it?==”',
      'a == b and c == d?',
      '## What is new? ##',
      '*** ENDS ***',
      'It is ***really? ask*** so',
    ],
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
      'To attach: constitution«??» (we are the council), accounts.',
      '3. raise it yourself, perhaps in a short debate«??»',
      'Do we say 42 or 28«??» Ann has both.',
    ],
    wrong: ['“Really??” she said.', 'What?! No.', 'Is it open?'],
  },
  'question mark for a cell': {
    right: ['«?»', '«£?»'],
    wrong: ['Who?', 'yes'],
  },
  'question mark behind a label': {
    right: [
      'Look again at the evening events. Owner: «?» By: 4 May.',
      'Lead officer: «?».',
      '**Cost per visit:** «?»',
      '- Owner: «?»\n- By: 4 May',
    ],
    wrong: ['It asks one thing: why?', '“Owner: who? Me.”'],
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
