import assert from 'node:assert/strict';
import { builtInProject } from '../../src/project';
import type { Project } from '../../src/project/types';
import data from '../../src/rules/data/names.json';
import { monthOf } from '../../src/rules/lib/dates/months';
import type { ListedName } from '../../src/rules/lib/names/former-names';
import type { About } from '../../src/snippets/about';
import { getOrInsert } from '../../src/util/memoize';
import { idsOf } from '../framework/ids';
import { findings, fixed, marked } from './helpers';

const RULE = 'name-changed';
const names = data.names as readonly ListedName[];

/** A draft of a time when all that is listed has happened. */
const dated = (text: string, date = 'June 2026'): string => `---\ndate: ${date}\n---\n\n${text}\n`;

const projects = new Map<string, Project>();

/** The project of a service that says something of itself. */
const projectOf = (about: About): Project => ({
  ...builtInProject,
  configuration: { ...builtInProject.configuration, about },
});

/** The project of a service in a place, the same each time: what is known of a project is made once for each. */
const projectIn = (place: string | undefined): Project =>
  place === undefined ? builtInProject : getOrInsert(projects, place, () => projectOf({ place }));

describe('The list of names that are out of use', () => {
  it('has at least eighty, most of them with a published source', () => {
    assert.ok(names.length >= 80);
    assert.ok(names.filter(({ checked }) => checked !== false).length > names.length * 0.6);
  });

  it('has no name twice', () => {
    const all = names.flatMap(({ old }) => old);
    assert.deepEqual(
      all.filter((name, at) => all.indexOf(name) !== at),
      [],
    );
  });

  for (const entry of names) {
    const { old, now, note, since, misnomer, elsewhere, source, checked, letters = [], forms = {} } = entry;
    const where = Object.keys(elsewhere ?? {});
    it(`${old[0]}: says since when, what there is now, and who says so`, () => {
      assert.equal(since === undefined ? misnomer || where.length > 0 : monthOf(since) !== undefined, true);
      assert.ok(now !== undefined || note !== undefined || where.length > 0);
      if (note !== undefined) assert.match(note, /^[A-Z].*\.$/);
      assert.ok(
        checked === false || (source && /^https?:\/\//.test(source.url) && (misnomer || source.year > 1990)),
      );
      for (const name of [...letters, ...Object.keys(forms)]) assert.ok(old.includes(name), name);
    });
    it(`${old[0]}: is counted once where it stands once`, () => {
      const [found] = findings(RULE, dated(`We work with ${old[0]} here.`));
      assert.doesNotMatch(found?.message ?? '', /more place/);
    });
    it(`${old[0]}: is found by each of its names`, () => {
      const inFull = old.find((one) => !letters.includes(one))!;
      for (const name of old) {
        const text = dated(`We will apply to ${inFull} here.\n\nWe will apply to ${name} here.`);
        const [first, ...others] = findings(RULE, text, projectIn(where[0]));
        assert.deepEqual(others, [], name);
        assert.match(
          first?.message ?? '',
          /^(?:The right name of )?“.{20,400}It stands in 1 more place[.]$/,
          name,
        );
        assert.ok(!first?.fixes.some(({ automatic }) => automatic));
      }
    });
  }
});

describe('A name that is out of use', () => {
  const cases: readonly [text: string, found: readonly string[]][] = [
    ['The Heritage Lottery Fund is interested.', ['Heritage Lottery Fund']],
    ['We meet the CCG in May.', ['CCG']],
    ["The Heritage Lottery Fund's guidance is clear.", ['Heritage Lottery Fund']],
    ['All helpers have a CRB check.', ['CRB check']],
    ['The Department of Work and Pensions pays for it.', ['Department of Work and Pensions']],
    ['The Equalities Act asks for it.', ['Equalities Act']],
    ['The Public Libraries Act 1964 asks for it.', ['Public Libraries Act 1964']],
    ['The Public Libraries and Museums Act 1964 and the Equality Act 2010 ask for it.', []],
    ['## Working with Public Health England', ['Public Health England']],
    // When it was in use, and on the change.
    ['In 2016 the Heritage Lottery Fund paid for the roof.', []],
    ['The grant of 2014–18 came from the Heritage Lottery Fund.', []],
    ['The National Lottery Heritage Fund (formerly the Heritage Lottery Fund) has agreed.', []],
    ['The then Big Lottery Fund paid half.', []],
    ['What was the Adult Education Budget pays for it.', []],
    ['The Society of Chief Librarians, now Libraries Connected, set the standard.', []],
    ['Tinder Foundation was renamed in that summer.', []],
    ['The work of the CCG passed to the integrated care board.', []],
    ['The Audit Commission was abolished.', []],
    ['| Year | Funder |\n| --- | --- |\n| 2015 | Big Lottery Fund |', []],
    ['The form goes back to NOMS days.', []],
    ['In the Big Society era it was free.', []],
    ['It was a priority of the previous government’s levelling up agenda.', []],
    ['It is a part of the levelling up agenda.', ['levelling up agenda']],
    ['Regional archives had money of Yorkshire Forward until it was abolished.', []],
    // A year that is not of the name, but of a law.
    [
      'Under the Public Libraries and Museums Act 1964 the Society of Chief Librarians may be asked.',
      ['Society of Chief Librarians'],
    ],
    ['The Society of Chief Librarians asks for 2027.', ['Society of Chief Librarians']],
    // Other people's words, titles, links, notes and sources.
    ['“The Big Lottery Fund changed my life,” says Ann Lee.', []],
    ['> The Big Lottery Fund is dear to us.', []],
    ['See *A guide for the Big Lottery Fund and its friends*.', []],
    ['See [the Big Lottery Fund](https://example.org).', []],
    ['It is so.[^1]\n\n[^1]: Big Lottery Fund, Our strategy.', []],
    ['## Sources\n\n- Big Lottery Fund, Our strategy', []],
    ['`Big Lottery Fund`', []],
    // Names of the King's time, and of councils that others took the place of.
    ["Her Majesty's Prison Service pays.", ["Her Majesty's Prison Service"]],
    ['Her Majesty’s Inspectors came.', ['Her Majesty’s Inspectors']],
    ["Her Majesty's smile was broad.", []],
    ['The Prince’s Trust pays.', ['Prince’s Trust']],
    ['Craigavon Borough Council agrees.', ['Craigavon Borough Council']],
    ['Armagh City, Banbridge and Craigavon Borough Council agrees.', []],
    ['North Yorkshire County Council is a partner.', ['North Yorkshire County Council']],
    ['Derbyshire County Council is a partner.', []],
    // Longer names of today, and other things of the same letters.
    ['The Department of Health and Social Care agrees.', []],
    ['The Department of Health agrees.', ['Department of Health']],
    ['The Department of Health in Stormont agrees.', []],
    ['The Public Record Office of Northern Ireland keeps it.', []],
    ['The Scottish Police Authority agrees.', []],
    ['The Adult Social Care Commission will report.', []],
    ['The Care Commission will report.', ['Care Commission']],
    ['The Society of Chief Librarians Cymru agrees.', []],
    ['It follows PSI 02/2015.', ['PSI 02/2015']],
    ['It follows Keeping Children Safe in Education 2023.', ['Keeping Children Safe in Education 2023']],
    ['We used the census of 2011 and IMD 2015.', ['IMD 2015']],
    ['It follows Keeping Children Safe in Education 2025.', []],
    ['We work under the CDM Regulations 2007.', ['CDM Regulations 2007']],
    ['The IPCC says that seas will rise.', []],
    [
      'The Independent Police Complaints Commission (IPCC) looks into it.',
      ['Independent Police Complaints Commission'],
    ],
    ['The New York State Department of Health says so.', []],
    ['We follow our School Action Plan.', []],
    ['The Multi-Library Agreement (MLA) ends, and with the MLA its discount.', []],
    ['Our MLA in Stormont agrees.', []],
    ['Take a cab to the meeting of CAB, who look at changes.', []],
    ['Send them to the CAB. CABs have the forms.', ['the CAB']],
    // Letters that in a paper on libraries are nothing else, unless it says what else.
    ['SCL gave £500.', ['SCL']],
    ['Suffolk County Libraries (SCL) gave £500, and SCL will again.', []],
    ['We will report to the LEP.', ['LEP']],
    ['It trained them in health literacy (1 hour, HEE).', ['HEE']],
    ['The college pays for it from AEB.', ['AEB']],
    ['Since the demise of the LEP nobody does.', []],
    // Who leads a department has its name.
    [
      'The Rt Hon A. Bell, Secretary of State for Digital, Culture, Media and Sport',
      ['Secretary of State for Digital, Culture, Media and Sport'],
    ],
    ['We wrote to the Secretary of State for Culture, Media and Sport.', []],
    // What a fund has paid for stays.
    ['The shed was made possible by £18,500 from the UK Shared Prosperity Fund.', []],
    ['We will apply to the UKSPF for the second year.', ['UKSPF']],
    ['Of the cost, £700,000 comes from the Family Hubs and Start for Life programme.', []],
    ['The LEP’s digital hubs closed when the LEP did.', []],
    ['Ask the Citizens Advice Bureau (CAB).', ['Citizens Advice Bureau']],
    ['Ashby Citizens Advice Bureau is next door.', []],
    // Where it is still right.
    ['Under the DDA we owe you a ramp.', ['DDA']],
    ['In Northern Ireland we owe you a ramp under the DDA.', []],
    ['In Wales five GCSEs at grade C are asked for.', []],
    // With brackets or a colon of their own.
    ['We work under the Employment Equality (Age) Regulations.', ['Employment Equality (Age) Regulations']],
    ['We sign in at GOV.UK (Verify and Pay).', []],
    // As it is written by chance.
    ['We took school action plus a walk.', []],
    ['a big lottery fund', []],
  ];
  for (const [text, found] of cases) {
    it(`${JSON.stringify(text)}: ${found.length === 0 ? 'nothing' : JSON.stringify(found)}`, () => {
      assert.deepEqual(marked(RULE, dated(text)), found);
    });
  }

  it('is told in its letters as well, where these are said to be short for it', () => {
    const [first] = findings(RULE, dated('The Society of Chief Librarians (SCL) asked, and SCL will again.'));
    assert.match(first?.message ?? '', /It stands in 2 more places\.$/);
  });

  it('is not said to be shown by a source from before it went out of use', () => {
    const [first] = findings(RULE, dated('Our plans follow Libraries Deliver.'));
    assert.match(first?.message ?? '', /out of use since 2021\. The strategy ran from 2016 to 2021/);
  });

  it('is told once, with how often it stands there, and changed everywhere', () => {
    const text = dated('An HLF grant.\n\nThe Heritage Lottery Fund, and *the HLF*.');
    const [first, ...others] = findings(RULE, text);
    assert.deepEqual(others, []);
    assert.match(first?.message ?? '', /since 2019 .*Use that name\. It stands in 2 more places\.$/);
    assert.equal(
      fixed(RULE, text),
      dated(
        'A National Lottery Heritage Fund grant.\n\nThe National Lottery Heritage Fund, and *the National Lottery Heritage Fund*.',
      ),
    );
  });

  it('loses its article where the name of today has none', () => {
    assert.equal(
      fixed(RULE, dated('Ask the Society of Chief Librarians.')),
      dated('Ask Libraries Connected.'),
    );
  });

  it('is the King’s, whatever of it there is', () => {
    for (const [old, now] of [
      ["Her Majesty's Inspectors came.", 'His Majesty’s Inspectors came.'],
      ["A Queen's Counsel, our QC.", 'A King’s Counsel, our KC.'],
    ] as const)
      assert.equal(fixed(RULE, dated(old)), dated(now));
  });

  it('names who says so, but no encyclopaedia', () => {
    const messageOn = (old: string) =>
      findings(RULE, dated(`We work with the ${old} here.`))[0]?.message ?? '';
    assert.match(messageOn('Scottish Executive'), /\(BBC News, 2007\)/);
    assert.ok(names.some(({ source }) => source?.publisher.includes('Wikipedia')));
    for (const { old, source } of names)
      if (source?.publisher.includes('Wikipedia')) assert.doesNotMatch(messageOn(old[0]!), /Wikipedia/);
  });

  it('that never was one is told without a year', () => {
    const [found] = findings(RULE, dated('The Department of Work and Pensions pays for it.'));
    assert.equal(
      found?.message,
      'The right name of “Department of Work and Pensions” is “Department for Work and Pensions”.',
    );
  });

  it('has no fix where nothing simply takes its place', () => {
    const [first] = findings(RULE, dated('We thank Public Health England.'));
    assert.deepEqual(first?.fixes, []);
    assert.match(first?.message ?? '', /UK Health Security Agency/);
  });

  it('is said aloud where only some local bodies have kept it, with the advice to ask', () => {
    const [first] = findings(RULE, dated('Volunteers from Age Concern will host it.'));
    assert.equal(first?.severity, 'warning');
    assert.match(first?.message ?? '', /Age UK; a local one may have kept its name, so ask/);
    assert.deepEqual(findings(RULE, dated('Age Concern Luton will host it.')), []);
  });

  it('says where part of the work has gone to another body', () => {
    const old = 'Department for Digital, Culture, Media and Sport';
    const [first] = findings(RULE, dated(`Will you ask the ${old} about the next round?`));
    assert.match(
      first?.message ?? '',
      /now the Department for Culture, Media and Sport; digital inclusion went to/,
    );
    assert.deepEqual(
      first?.fixes.map(({ title }) => title),
      ['Change to “Department for Culture, Media and Sport”'],
    );
  });

  it('gives way to the name that a country has, and is none where it is in use', () => {
    const text = dated(
      'Age Concern has sent us readers. OTs and the CAB refer people, as Citizens Advice Bureaux do.',
    );
    const inScotland = findings(RULE, text, projectOf({ nation: 'Scotland' }));
    assert.deepEqual(
      inScotland.map(({ message }) => message),
      [
        '“Age Concern” has been out of use since 2010 (Age UK, 2011). The national charity is Age Scotland; a local one may have kept its name, so ask what it is called.',
      ],
    );
    assert.equal(
      fixed(RULE, dated('Age Concern has sent us readers.'), { project: projectOf({ nation: 'Wales' }) }),
      dated('Age Cymru has sent us readers.'),
    );
    assert.equal(findings(RULE, text).length, 2);
  });

  it('is a hint where it may still be right, or no source was found', () => {
    assert.equal(findings(RULE, dated('We post on Twitter.'))[0]?.severity, 'hint');
    assert.equal(findings(RULE, dated('The Sure Start group meets.'))[0]?.severity, 'hint');
    assert.equal(findings(RULE, dated('The Big Lottery Fund helps.'))[0]?.severity, 'warning');
  });

  it('was right in a draft from before the change', () => {
    assert.deepEqual(marked(RULE, dated('The Big Lottery Fund helps.', '12 March 2018')), []);
    assert.deepEqual(marked(RULE, dated('We are paid by the ESFA.', '2025-01-10')), []);
    assert.deepEqual(marked(RULE, dated('We are paid by the ESFA.', '2025-05-10')), ['ESFA']);
    assert.deepEqual(marked(RULE, dated('We are paid by the ESFA.', '2025')), []);
  });

  it('has other letters where a workspace says so', () => {
    const project = {
      ...builtInProject,
      configuration: { ...builtInProject.configuration, acronyms: { CCG: 'Community Choir Group' } },
    };
    assert.deepEqual(marked(RULE, dated('The CCG sings.'), project), []);
  });

  it('counts in the front matter, where its reader sees it', () => {
    const text = (title: string) => `---\ntitle: ${title}\ndate: June 2026\nstatus: HLF\n---\n\nText.\n`;
    for (const title of ['A bid to the Big Lottery Fund', '"A bid: the Big Lottery Fund"'])
      assert.equal(
        fixed(RULE, text(title)),
        text(title.replace('Big Lottery', 'National Lottery Community')),
      );
    assert.deepEqual(marked(RULE, text('What the Big Lottery Fund paid in 2015')), []);
  });

  it('that a comment silences leaves the next one to be told', () => {
    const text =
      '<!-- advocacy-disable-next-line name-changed -->\nThe Big Lottery Fund.\n\nThe Big Lottery Fund.';
    const [first, ...others] = findings(RULE, dated(text));
    assert.deepEqual(others, []);
    assert.equal(first?.span.start, dated(text).lastIndexOf('Big'));
  });
});

describe('A name of an offer that is out of use', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['Homework clubs are part of the Universal Learning Offer.', ['Universal Learning Offer']],
    ['We deliver the Learning offer and the Six Steps.', ['Learning offer', 'Six Steps']],
    ['🙂 Our Health Offer 🙂 and *our* Culture Offer.', ['Health Offer', 'Culture Offer']],
    ['The *Universal* Digital Offer.', ['Universal* Digital Offer']],
    ['The Universal\nDigital Offer.', ['Universal\nDigital Offer']],
    ['## The Health Offer', ['Health Offer']],
    ['## Six Steps to a Better Library', []],
    ['Ashby’s Culture Offer begins in May, and Kent Health Offer with it.', []],
    ['The council’s Health Offer begins in May.', []],
    [
      'Libraries Connected’s Health Offer and the Libraries Culture Offer.',
      ['Health Offer', 'Culture Offer'],
    ],
    ['We signed the Six Steps to Library Services.', ['Six Steps to Library Services']],
    ['Our digital offer is broad, and so is the health offer.', []],
    ['The Information and Digital Offer and the Digital and Information Offer are one.', []],
    ['In 2015 the Learning Offer was new.', []],
    ['The minister spoke of “the Learning Offer of our libraries” then.', []],
    ['> The Learning Offer is dear to us.', []],
    ['`Learning Offer`', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${words.length === 0 ? 'nothing' : JSON.stringify(words)}`, () => {
      assert.deepEqual(marked(RULE, `${text}\n`), words);
    });
  }

  it('is changed to the name of today', () => {
    assert.equal(
      fixed(RULE, 'Our Universal Digital Offer.\n'),
      'Our Universal Information and Digital Offer.\n',
    );
    assert.equal(fixed(RULE, 'Our Six Steps.\n'), 'Our Vision and Print Impaired People’s Promise.\n');
  });

  it('that has no single successor is a choice', () => {
    const [finding] = findings(RULE, 'Our Universal Learning Offer.\n');
    assert.equal(finding?.fixes.length, idsOf('offer').length);
    assert.ok(finding?.fixes.every(({ automatic, preferred }) => !automatic && !preferred));
  });

  it('may be one of a workspace’s own framework', () => {
    const { framework } = builtInProject;
    const topics = framework.topics.map((topic) =>
      topic.id === 'digital' ? { ...topic, retiredNames: [{ name: 'Click Club', until: 2024 }] } : topic,
    );
    const project = { ...builtInProject, framework: { ...framework, topics } };
    assert.deepEqual(marked(RULE, dated('Come to Click Club.'), project), ['Click Club']);
    assert.deepEqual(marked(RULE, dated('In 2021 we ran Click Club.'), project), []);
  });
});
