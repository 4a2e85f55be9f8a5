import assert from 'node:assert/strict';
import { speakerIn } from '../../src/evidence';
import { findings, marked } from './helpers';

describe('A quotation', () => {
  const missing: readonly [string, string][] = [
    [
      'One customer told us: “I would not see anyone all week if this was not here.”',
      '“I would not see anyone all',
    ],
    ['🙂 “My model of a volcano went off twice today,” said one pupil.', '“My model of a volcano went'],
    ['> I would not see anyone all week if this was not here.', 'I would not see anyone all'],
    ['“It saved my life,” said a library user.', '“It saved my life,”'],
    [
      "One customer told us: 'I would not see anyone all week if this was not here.'",
      "'I would not see anyone all",
    ],
    [
      'One user said: &ldquo;I would not see anyone all week if this was not here.&rdquo;',
      '&ldquo;I would not see anyone all',
    ],
    [
      '“She has begun to put her hand up in class,” said a Year 4 teacher at St Bride’s.',
      '“She has begun to put her',
    ],
    [
      '“Nobody comes here at all any more, and that is sad,” one user told us. [insert name of the club] is open daily.',
      '“Nobody comes here at all any',
    ],
    ['“You are the only ones who ring me back”, wrote a user from Cwm Du.', '“You are the only ones who'],
    ['One young mother told us: “They never judged me.”', '“They never judged me.”'],
    ['> "It has changed my life."', '"It has changed my life."'],
    ['5.1 "The bus is the only place where I read."', '"The bus is the only place'],
    [
      '"It is the only warm room on our street."\n\n"I have read eleven novels." – Netta Doyle, Holm',
      '"It is the only warm room',
    ],
    [
      'A spokesperson for the council said: “We are delighted to be back in the old school.”',
      '“We are delighted to be back',
    ],
    ['"You are all so kind and we will come again soon."', '"You are all so kind and'],
  ];
  for (const [text, words] of missing) {
    it(`has no name: ${text}`, () => assert.deepEqual(marked('quote-unattributed', `${text}\n`), [words]));
  }
  const named = [
    'Joan Ellis, who comes every week, told us: “I would not see anyone all week if this was not here.”',
    '“I would not see anyone all week if this was not here,” said Cllr Tom Reed.',
    '> I would not see anyone all week if this was not here.\n>\n> — Joan Ellis, reader',
    '> I would not see anyone all week if this was not here.\n\n**Joan Ellis, reader**',
    'County Councillor Tom Reed said:\n\n> I would not see anyone all week if this was not here.\n\n> And nor would my mother, who comes here too.',
    '“She has begun to put her hand up in class,” said Ruth Amos, a teacher at St Bride’s.',
    '> “I would not see anyone all week if this was not here.”\n>\n> [insert full name], [insert role]',
    '> “I would not see anyone all week if this was not here.”\n\n[insert full name], [insert role]',
    '“I would not see anyone all week if this was not here,” said [insert name and role].',
    'Joan Ellis is 81.\n\n“I would not see anyone all week if this was not here,” she said.',
    'The strategy of Ashby Council says: “We will keep every library open until the end of 2031.”',
    '“I would not see anyone all week if this was not here.” (Carer, name withheld)',
    '“I would not see anyone all week if this was not here,” said Joan, who runs the bakery.',
    'Peggy, who is 91, told us: “I would not see anyone all week if this was not here.”',
    'Before the club, Amina (13) shared a phone. “I used to copy it out on the bus on the way,” she says.',
    'We met Amina, 13, at the club. “I used to copy it out on the bus on the way,” she says.',
    'Olena was a chemist in Kyiv. “For the first three months I spoke only to my son,” she said.',
    'We call it the “warm and welcoming place where anybody can sit for free” plan.',
    'They read “The Lion, the Witch and the Wardrobe, and then some more”.',
    'She calls it “home”.',
    'Tamsin Orme, who lives in Ashby, took it up last year.\n\n“I had one man learn a thing that he was stuck on and he wept,” she said.',
    'Hilary is one of the pickers, and takes up the story:\n\n“It all turns on the right book for the right person, so we ask.”',
    '“It saved my life,” said Joan Ellis, a library user.',
    'A user calls it “the best hour of my week”.',
    '“It saved my life,” said a library user, who asked that her name be withheld.',
    'A mother told us, and has agreed to our passing it on without her name: “He ate his lunch on his own until now.”',
    'Joan Ellis said: “I come every week.\n\n“I would not see anyone all week if this was not here.”',
  ];
  for (const text of named) {
    it(`has a name, a source or no voice: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(marked('quote-unattributed', `${text}\n`), []));
  }
});

describe('A quotation with its speaker below or behind it', () => {
  const VOICE = 'I had the phone but no data. Now I come in on Mondays.';
  const named = [
    `> "${VOICE}"\n>\n> Kelvin, 24, Lea Bank`,
    `> "${VOICE}"\n> Kelvin, 24, Lea Bank`,
    `> “${VOICE}”\n> *Kelvin, 24*`,
    `> ${VOICE}\\\n> Kelvin, 24, Lea Bank`,
    `> ${VOICE}  \n> Kelvin`,
    `> ${VOICE} *Kelvin, 24*`,
    `> "${VOICE}" (borrower, Lea Bank)`,
    `> ${VOICE} (Kelvin, 24)`,
    `> ${VOICE} (name withheld)`,
    `> Netta Boyd said: “${VOICE}”`,
    `> Netta Boyd, who is 80, told us that she had no data and comes in on Mondays now.`,
    `> ${VOICE}\n>\n> Mother of two, Lea Bank`,
    `> ${VOICE}\n\nKelvin, 24`,
    `> ${VOICE}\n>\n> Mrs K, 71, from Hartley`,
    `Mrs K, a carer from Hartley, told us: “${VOICE}”`,
    `“${VOICE}” said Ms T., who is 34.`,
  ];
  for (const text of named) {
    it(`has a name: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(marked('quote-unattributed', `${text}\n`), []));
  }
  const nameless = [
    `> ${VOICE} Thank you, all`,
    '> "I had got to talking to the wireless. Now I have Netta Boyd and Jean Kerr to argue with."',
    '> I had got to talking to the wireless. Now I have Netta Boyd and Jean Kerr to argue with.',
    `> ${VOICE}\n>\n> Library user`,
    `> ${VOICE}\n>\n> I come in each day, and so does my wife`,
    `> ${VOICE}\n\nThe library opens at nine, and closes at five.`,
    `> ${VOICE}\n\nLast year, 24 people came`,
    `One carer told us: “${VOICE}”`,
  ];
  for (const text of nameless) {
    it(`has none: ${JSON.stringify(text)}`, () =>
      assert.equal(marked('quote-unattributed', `${text}\n`).length, 1));
  }
});

describe('A quotation in a paragraph of its own', () => {
  const VOICE = 'I would not see anyone all week if this was not here.';
  const severities = (text: string) =>
    findings('quote-unattributed', `# Paper\n\n${text}\n`).map(({ severity }) => severity);
  it('is a hint where nobody is named', () => {
    assert.deepEqual(severities(`“${VOICE}”`), ['hint']);
    assert.deepEqual(severities(`Joan Ellis comes every week.\n\n“${VOICE}” she said.`), []);
  });
});

describe('Somebody without a name in a press release', () => {
  const VOICE = 'I would not see anyone all week if this was not here.';
  const severities = (text: string) =>
    findings('quote-unattributed', `---\nkind: press-release\n---\n\n# News\n\n${text}\n`).map(
      ({ severity }) => severity,
    );
  for (const text of [
    'A councillor said: “This is a fantastic show which puts us on the map.”',
    '“The arts save lives, and this proves it,” a spokesperson added.',
    'One delighted tester who borrowed a carpet cleaner told us: “It has changed my life.”',
    'One of last year’s audience said: “I came for my wife’s sake and stayed for my own.”',
    '“I had not been to a doctor since 2016,” said one of them.',
  ])
    it(`is more than a hint, whatever they are: ${text}`, () =>
      assert.deepEqual(severities(text), ['information']));
  for (const said of [
    `On a tour of the building she said: “${VOICE}”`,
    `At a meeting of one of the groups last night, she said: “${VOICE}”`,
    `“${VOICE}” she added a moment later.`,
  ])
    it(`is none where the paragraph before names who speaks: ${said}`, () =>
      assert.deepEqual(severities(`Joan Ellis, a carer, comes every week.\n\n${said}`), []));
  it('is a hint at most where it may be whoever the paragraph before names', () =>
    assert.deepEqual(
      severities(`Joan Ellis, a carer, comes every week.\n\nShe won a prize in May and said: “${VOICE}”`),
      ['hint'],
    ));
  it('is more than a hint behind other words of the sentence', () =>
    assert.deepEqual(severities(`Last night a councillor said: “${VOICE}”`), ['information']));
  it('is none where a name is given', () =>
    assert.deepEqual(
      severities('A delighted tester, Joan Ellis, told us: “It has changed my whole life here.”'),
      [],
    ));
});

describe('A quotation that is signed by anybody', () => {
  const loud = (text: string) =>
    findings('quote-unattributed', `---\nkind: pitch\n---\n\n# Paper\n\n${text}\n`).filter(
      ({ severity }) => severity === 'information',
    ).length;
  for (const signed of ['– parent', '— a library user', '- local business leader', '– participants'])
    it(`is more than a hint in any paper: ${signed}`, () => {
      assert.equal(loud(`> “It has kept me going all winter.” ${signed}`), 1);
      assert.equal(loud(`- “It has kept me going all winter.” ${signed}`), 1);
      assert.equal(loud(`“It has kept me going all winter.” ${signed}`), 1);
    });
  for (const signed of [
    '– boy, 14',
    '– carer, Saltfleet Green',
    '– Joan Ellis, reader',
    '– participant, Stitch and Pitch',
  ])
    it(`is none where something is told of them: ${signed}`, () =>
      assert.equal(loud(`> “It has kept me going all winter.” ${signed}`), 0));
});

describe('A quotation that is signed by anybody, and explained', () => {
  const loud = (text: string) =>
    findings('quote-unattributed', `---\nkind: pitch\n---\n\n# Paper\n\n${text}\n`).filter(
      ({ severity }) => severity === 'information',
    ).length;
  it('is none where it is said below who it is or why nobody is named', () => {
    assert.equal(loud('> “It has kept me going all winter.” – parent\n\nHer name is withheld.'), 0);
    assert.equal(loud('> It has kept the hall going with its volunteers – local volunteers.'), 0);
  });
});

describe('A quotation of nobody below a paragraph with a source', () => {
  const ABOVE = 'People who use libraries are happier, as the Scottish Government found.[^1]';
  const NOTE = '[^1]: Scottish Government, Scottish Household Survey, 2023.';
  const severities = (quotation: string, above = ABOVE) =>
    findings('quote-unattributed', `# Paper\n\n${above}\n\n${quotation}\n\n${NOTE}\n`).map(
      ({ severity }) => severity,
    );
  const VOICE = '“I would not have got the job without the library,”';
  it('is found: the publication is not who spoke', () => {
    assert.equal(severities(`> ${VOICE} said one borrower.`).length, 1);
    assert.equal(severities(`${VOICE} said one borrower.`).length, 1);
    assert.deepEqual(severities('> It has kept me going all winter. – borrower'), ['information']);
  });
  it('is none where it may be from the publication, or the paragraph leads up to it', () => {
    assert.deepEqual(severities('> Libraries are at the heart of what we do in our communities.'), []);
    const leads = `${ABOVE.slice(0, -4)}, which says:[^1]`;
    assert.deepEqual(severities('> It has kept me going all winter. – borrower', leads), []);
  });
});

describe('A speech of several paragraphs', () => {
  it('is reported once where nobody is named', () => {
    const text =
      '“The flat was cold,” a user said. “I took my work to the library.\n\n“They had the books that I was after and the staff were kind.\n\n“I have no idea what I would have done without it.”\n';
    assert.equal(findings('quote-unattributed', text).length, 1);
  });
});

describe('A quotation mark that is never closed', () => {
  const VOICE = 'I would not see anyone all week if the library was not here for me.';
  for (const [what, text] of [
    [
      'a curly one in the same paragraph',
      `The “open late” plan has a “must see trial. One customer told us: “${VOICE}”`,
    ],
    [
      'a straight one in the same paragraph',
      `The "open late" plan has a "must see trial. One customer told us: "${VOICE}"`,
    ],
    ['one before a paragraph', `The “open late trial starts in May.\n\n“${VOICE}” said one user.`],
    ['one before a paragraph that stands alone', `The “open late trial starts in May.\n\n“${VOICE}”`],
    [
      'that of somebody else, who is named',
      `Ann Reed, a reader, told us: “I borrow all of my books here.\n\n“${VOICE}” said one user.`,
    ],
  ] as const) {
    it(`hides nothing behind it: ${what}`, () => {
      const found = marked('quote-unattributed', `${text}\n`);
      assert.equal(found.length, 1);
      assert.match(found[0]!, /^["“]I would not/);
    });
  }
  it('goes on in the next paragraph where that is the same speech', () => {
    const text = `Ann Reed, a reader, told us: “I borrow all of my books here.\n\n“${VOICE}”\n`;
    assert.deepEqual(marked('quote-unattributed', text), []);
  });
});

describe('What a service runs, and where', () => {
  for (const text of [
    'Forty people come to the library for the Blether Café; most of them told us that they had been lonely.',
    'Rhyme Time parents at the library said that they read more.',
    'At our Cosy Corner, a reader said that the library helps.',
  ])
    it(`is no person who speaks: ${text}`, () => assert.notEqual(speakerIn(text)?.named, true));
  for (const text of [
    'The library manager Ann Hall said that it helps.',
    'Ann House, a borrower, said that it helps.',
    'At the Blether Café, Ann Reed, a borrower, told us that it helps.',
  ])
    it(`is told from a person: ${text}`, () => assert.equal(speakerIn(text)?.named, true));
});

describe('Whoever is quoted', () => {
  const who: readonly [string, { named: boolean; role: boolean }][] = [
    ['“It has changed my life,” said Ann Reed, who runs the bakery.', { named: true, role: true }],
    ['Ann Reed, who runs the bakery, said: “It has changed my life.”', { named: true, role: true }],
    ['Ann Reed, a beekeeper, said: “It has changed my life.”', { named: true, role: true }],
    ['“It has changed my life,” said Dawn, from Bentilee.', { named: true, role: true }],
    ['Peggy, 91, told us: “It has changed my life.”', { named: true, role: true }],
    ['“It has changed my life,” said Ann Reed.', { named: true, role: false }],
    ['One beekeeper said: “It has changed my life.”', { named: false, role: false }],
    ['Everybody said: “It has changed my life.”', { named: false, role: false }],
    [
      'Broadband is poor up the valley. One beekeeper put it like this: “It has changed my life.”',
      { named: false, role: false },
    ],
  ];
  for (const [text, { named, role }] of who) {
    it(`is ${named ? '' : 'not '}named, and is ${role ? '' : 'not '}said to be somebody: ${text}`, () => {
      const speaker = speakerIn(text);
      assert.deepEqual([speaker?.named, speaker?.role], [named, role]);
    });
  }
});

describe('A user without a name beside somebody who has one', () => {
  const SHE = 'Councillor Jane Marsh, cabinet member for culture, said: “We are proud of our libraries.”';
  const OWN = 'I would not have a job without the library.';
  const found = (text: string, kind = 'press-release') =>
    findings('quote-unattributed', `---\nkind: ${kind}\n---\n\n# Paper\n\n${text}\n`);
  for (const text of [
    `One user said: “${OWN}”\n\n${SHE}`,
    `One user said: “${OWN}” ${SHE}`,
    `${SHE} One user said: “${OWN}”`,
    `Jane Marsh, the manager, is glad. One user said: “${OWN}”`,
    `“${OWN}” said one user, and Jane Marsh, the manager, said: “We help all who come to us.”`,
    `One user said:\n\n> ${OWN}\n\n${SHE}`,
    `One Ashby user said: “${OWN}”\n\n${SHE}`,
    `> “${OWN}”\n>\n> – a user\n\n${SHE}`,
    `> “${OWN}”\n>\n> One user\n\n${SHE}`,
  ])
    it(`is told in a release: ${text.replaceAll('\n', ' ')}`, () => {
      const [one, ...more] = found(text);
      assert.deepEqual(more, []);
      assert.equal(one?.severity, 'information');
    });
  it('is a hint in a letter, as editors leave it there', () =>
    assert.deepEqual(
      found(`One user said: “${OWN}” ${SHE}`, 'letter').map(({ severity }) => severity),
      ['hint'],
    ));
  for (const text of [
    `One user, Jo Bell, said: “${OWN}” ${SHE}`,
    `“${OWN}” said one user, Jo Bell. ${SHE}`,
    `One user said: “${OWN}” She has asked not to be named. ${SHE}`,
    `One user said:\n\n> ${OWN}\n>\n> — Jo Bell, Ashby\n\n${SHE}`,
    `One user said: “a blessing”. ${SHE}`,
  ])
    it(`is none where the name is given or withheld: ${text.replaceAll('\n', ' ')}`, () =>
      assert.deepEqual(found(text), []));
});
