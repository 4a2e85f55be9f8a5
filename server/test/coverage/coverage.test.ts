import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { type Draft, editDraft, parseDraft } from '../../src/draft';
import type { Configuration } from '../../src/project/types';
import { idsOf } from '../framework/ids';
import { HARD_PASSAGES } from './hard-passages';
import { argued, briefing, coverageOf, project, stateOf, topicsOf } from './support';

const DIGITAL =
  'Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.';
const LONELY =
  'People who live alone come to our coffee mornings to make friends, and eight in ten say that they feel less lonely.';

describe('what a draft is held to', () => {
  const asked = (text: string, kind?: string, asks: Configuration['asks'] = {}) => {
    const configured = { ...project, configuration: { ...project.configuration, asks } };
    return topicsOf(cover(parseDraft(text), configured, kind === undefined ? {} : { kind }))
      .filter((t) => t.asked)
      .map((t) => t.topic.id);
  };
  const AREAS = idsOf('area');

  for (const [what, text, expected] of [
    ['no kind: nothing', 'Text.', []],
    ['a kind that is called as what every object has: nothing', '---\nkind: constructor\n---\n', []],
    ['a report: nothing that it does not say itself', '---\nkind: report\n---\n', []],
    ['a press release: nothing', '---\nkind: press-release\n---\n', []],
    [
      'areas that the front matter names',
      '---\nkind: press-release\nareas: [digital, isolation]\n---\n',
      ['isolation', 'digital'],
    ],
    ['none', '---\nkind: report\nareas: none\n---\n', []],
    ['misspelt areas alone: nothing', '---\nkind: report\nareas: [digitl]\n---\n', []],
    [
      'a misspelt one beside another: the other',
      '---\nkind: report\nareas: [digitl, economic]\n---\n',
      ['economic'],
    ],
    ['all offers, and no promise', '---\nkind: letter\noffers: all\n---\n', idsOf('offer')],
    [
      'a promise that is named',
      '---\nkind: letter\noffers: [childrens-promise]\n---\n',
      ['childrens-promise'],
    ],
    ['an unknown kind: nothing, since it is no briefing', '---\nkind: poem\n---\n', []],
    ['an annual report: nothing, since it asks no committee', '---\nkind: annual report\n---\n', []],
    ['a report that promises nothing: nothing', '---\nkind: report\n---\n', []],
  ] as const) {
    it(what, () => assert.deepEqual(asked(text), expected));
  }

  it('takes the kind given to it where the front matter has none', () => {
    assert.deepEqual(asked('Text.', 'letter'), []);
    assert.deepEqual(asked('Text.', 'report', { report: 'all' }), AREAS);
    assert.deepEqual(asked('---\nkind: raport\n---\n', 'letter', { report: 'all' }), AREAS);
  });
});

describe('a case', () => {
  it('turns digital inclusion from missing to argued as it is typed into a fresh briefing', () => {
    const skeleton = briefing(
      '# Our libraries\n\n## Key messages\n\n- [insert message]\n\n## What we ask\n\n[insert ask]',
    );
    assert.equal(stateOf(coverageOf(skeleton), 'digital'), 'missing');
    const typed = skeleton.replace('- [insert message]', DIGITAL);
    assert.equal(stateOf(coverageOf(typed), 'digital'), 'argued');
    assert.equal(stateOf(coverageOf(typed), 'information-digital'), 'argued');
  });

  it('is proved by a block quotation that says below or behind it who speaks and what they are', () => {
    const words = '“The job club helped me to find a job at the boatyard after two years without work.”';
    const of = (quotation: string) => stateOf(coverageOf(briefing(quotation)), 'economic');
    for (const signature of [
      'Amira Khan, job seeker, Harbour ward',
      '— Amira Khan, 34',
      'Amira Khan, job seeker',
    ])
      assert.equal(of(`> ${words}\n>\n> ${signature}`), 'evidenced', signature);
    assert.equal(of(`> ${words}  \n> Amira Khan, job seeker`), 'evidenced');
    for (const signature of ['Amira Khan', 'A job seeker', 'Thank you, all', 'Mother of two, Lea Bank'])
      assert.equal(of(`> ${words}\n>\n> ${signature}`), 'argued', signature);
  });

  it('has no connectives for reasons: “thanks to” tells nobody what changes', () => {
    const { areas } = coverageOf(
      briefing(
        'Local potters and painters who have nowhere to show their work will get a free stage at the library every Friday, thanks to a partnership with the Marlow Arts Trust.',
      ),
    );
    const { reasons } = areas.find(({ topic }) => topic.id === 'cultural')!.passages[0]!;
    const said = reasons.map(({ text }) => text);
    assert.ok(said.includes('potters'), said.join(', '));
    assert.ok(!said.includes('thanks to') && !said.includes('partnership with'), said.join(', '));
  });

  it('is evidenced by a figure with a source, a source, or a named person’s words', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(text)), 'digital');
    assert.equal(state(DIGITAL), 'argued');
    assert.equal(
      state(`${DIGITAL} Last year they taught 1,150 people (Anyshire Libraries, 2024).`),
      'evidenced',
    );
    assert.equal(
      state(`${DIGITAL} Last year they taught 1,150 people.[^1]\n\n[^1]: Annual report, 2024.`),
      'evidenced',
    );
    assert.equal(
      state(
        `${DIGITAL} “I order my tablets on the screen now, and I could not have done it without them,” said Jean Pugh, a library customer.`,
      ),
      'evidenced',
    );
    assert.equal(state(`${DIGITAL} Last year they taught 1,150 people.`), 'argued');
  });

  it('is not evidenced by about how many it is, as somebody without a name says', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(`${DIGITAL} ${text}`)), 'digital');
    for (const hearsay of [
      'The practice manager says that they taught about 40 patients.',
      'Our manager told us that they taught hundreds of people.',
      'Its manager reckons that 60 people or so were taught.',
      'Librarians say that they taught dozens of people.',
      'Local librarians say that about 40 people were taught.',
      'A council officer says that about 40 people were taught.',
    ])
      assert.equal(state(hearsay), 'argued', hearsay);
    for (const counted of [
      'Ofcom says that about one in three people is not online.',
      'The county council says that about 40 people were taught.',
      'The police told us that about 70 people were taught.',
      'Our university reckons that hundreds of people were taught.',
      'Age UK says that about 40 people were taught.',
      'According to the counters at the doors, about 5,200 people were taught.',
    ])
      assert.equal(state(counted), 'evidenced', counted);
  });

  it('is not evidenced by a footnote that is still to be filled in', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(text)), 'digital');
    const claim = `${DIGITAL} Last year they taught 1,150 people`;
    const empty = '[^1]: [insert source, year and link]';
    const full = '[^2]: Annual report, 2024.';
    assert.equal(state(`${claim}.[^1]\n\n${empty}`), 'argued');
    assert.equal(state(`${claim}.[^1]\n\n[^1]: Anyshire, *[insert title]*, 2024`), 'argued');
    assert.equal(state(`${claim}.[^1]\n\n[^1]: TBC`), 'argued');
    assert.equal(state(`${claim}.[^1] [^2]\n\n${empty}\n${full}`), 'evidenced');
    assert.equal(state(`${claim}.[^2]\n\n${empty}\n${full}`), 'evidenced');
    const both = `${claim}.[^1]\n\n${claim} and more.[^2]\n\n${empty}\n${full}`;
    assert.equal(state(both), 'evidenced');
    const { passages } = coverageOf(briefing(both)).areas.find(({ topic }) => topic.id === 'digital')!;
    assert.deepEqual(
      passages.map(({ state }) => state),
      ['argued', 'evidenced'],
    );
    assert.ok(passages[0]!.reasons.some(({ why }) => why === 'cue'));
  });

  it('shows of a proof whose footnote was emptied, or filled in, what a paper read anew shows', () => {
    const text = briefing(`${DIGITAL} Last year they taught 1,150 people.[^1]\n\n[^1]: Annual report, 2024.`);
    const shown = (draft: Draft) =>
      cover(draft, project)
        .areas.find(({ topic }) => topic.id === 'digital')!
        .passages.map(({ state, reasons }) => [state, reasons.map(({ why, text: words }) => [why, words])]);
    const replaced = (draft: Draft, from: string, to: string): Draft => {
      const start = draft.text.indexOf(from);
      return editDraft(draft, { span: { start, end: start + from.length }, text: to });
    };
    const filled = parseDraft(text);
    shown(filled);
    const emptied = replaced(filled, 'Annual report, 2024.', '[insert source]');
    assert.deepEqual(shown(emptied), shown(parseDraft(emptied.text)));
    const again = replaced(emptied, '[insert source]', 'Annual report, 2024.');
    assert.deepEqual(shown(again), shown(parseDraft(again.text)));
  });

  it('is not made by words alone: a mention is a mention', () => {
    const coverage = coverageOf(
      briefing(
        'The report went to the Board. Loneliness, digital inclusion and job seekers are on the agenda for March.',
      ),
    );
    assert.deepEqual(argued(coverage), []);
    assert.equal(stateOf(coverage, 'isolation'), 'mentioned');
    assert.equal(stateOf(coverage, 'digital'), 'mentioned');
    assert.equal(stateOf(coverage, 'cultural'), 'missing');
  });

  it('takes its topic from the document where the passage only says “they”', () => {
    const text = (title: string) =>
      `# ${title}\n\n${LONELY}\n\n“They rang one another all through the winter, and when I was ill somebody was at the door with a cake. I could not have got through it without them.”\n`;
    const second = coverageOf(text('Loneliness: how Anytown Library brings people together'))
      .areas.find((a) => a.topic.id === 'isolation')!
      .passages.at(-1)!;
    assert.match(second.passage.prose.text, /^“They rang/);
    assert.ok(second.reasons.length > 0);
  });

  it('is not heard in footnotes, code and headings', () => {
    assert.deepEqual(
      argued(coverageOf(briefing(`Text.[^1]\n\n[^1]: ${DIGITAL}\n\n    ${DIGITAL}\n\n## ${DIGITAL}`))),
      [],
    );
  });
});

describe('hard passages', () => {
  it('are judged as a reader of library papers would, two of them apart', () => {
    const wrong = HARD_PASSAGES.filter(
      ({ text, argues }) =>
        argued(coverageOf(briefing(text)))
          .sort()
          .join() !== [...argues].sort().join(),
    );
    assert.ok(
      wrong.length <= 2,
      wrong.map((w) => `${w.argues.join(' ') || 'nothing'}: ${w.text}`).join('\n'),
    );
  });
});

describe('drafts that are not about libraries', () => {
  for (const [what, text] of [
    [
      'creative industries',
      '# Creative industries\n\nArtists and theatre companies will get free studios, paid commissions and help to find new audiences, and musicians will be taught how to run a business.\n',
    ],
    [
      'upskilling',
      '# Upskilling\n\nJob seekers will get help with a CV, interviews and training, so that those who are out of work can find a job.\n',
    ],
    [
      'minutes',
      '# Parish council\n\nThe lunch club helps lonely people who live alone to make friends.\n\nThe grass was cut twice.\n\nThe footpath was inspected.\n',
    ],
  ] as const) {
    it(`claim nothing: ${what}`, () => {
      const coverage = coverageOf(text);
      assert.deepEqual(
        topicsOf(coverage).flatMap((t) => t.passages),
        [],
      );
    });
  }

  it('are heard as soon as a library is in them', () => {
    const text =
      '# Upskilling\n\nAt the library job seekers get help with a CV, interviews and training, so that those who are out of work can find a job.\n';
    assert.ok(argued(coverageOf(text)).includes('economic'));
  });
});

describe('the author', () => {
  it('declares what a block argues, and the engine keeps out of it', () => {
    const coverage = coverageOf(briefing(`<!-- advocacy-covers cultural, reading -->\n\n${DIGITAL}`));
    assert.deepEqual(argued(coverage), ['cultural', 'reading']);
    const [passage] = coverage.areas.find((a) => a.topic.id === 'cultural')!.passages;
    assert.deepEqual(
      passage!.reasons.map((r) => [r.why, r.text]),
      [['author', DIGITAL]],
    );
  });

  it('declares that it argues nothing, for that block alone', () => {
    assert.deepEqual(argued(coverageOf(briefing(`<!-- advocacy-covers none -->\n${DIGITAL}`))), []);
    assert.ok(
      argued(coverageOf(briefing(`<!-- advocacy-covers none -->\n${DIGITAL}\n\n${DIGITAL}`))).includes(
        'digital',
      ),
    );
  });
});

describe('evidence', () => {
  const LONELY = 'The Monday lunch is for older people who live alone, and they find company there.';
  const ONLINE =
    '71% of the learners who came to the digital skills sessions can now bank online (Ofcom, 2025).';
  const FILLED = 'The car park was repaved. It has 71% more spaces than in 2019 (Ofcom, 2025).';
  const state = (text: string, topic: string) => stateOf(coverageOf(briefing(text)), topic);

  it('is not made by the author’s word: a figure counts where its sentence speaks of the topic', () => {
    const declared = (text: string) => state(`<!-- advocacy-covers isolation -->\n\n${text}`, 'isolation');
    assert.equal(declared(FILLED), 'argued');
    assert.equal(declared(`Loneliness is on the agenda. ${FILLED}`), 'argued');
    assert.equal(
      declared('Loneliness is on the agenda: 71% feel lonely (Ofcom, 2025). It is late.'),
      'evidenced',
    );
    // One sentence is one claim, whatever words it has for it.
    assert.equal(declared('Top Time had 71% more guests than in 2019 (Ofcom, 2025).'), 'evidenced');
  });

  it('is what it was where the author says what the passage argues anyway', () => {
    const text = `${LONELY} Since it began, 71% of those who come feel better (Ofcom, 2025).`;
    assert.equal(state(text, 'isolation'), 'evidenced');
    assert.equal(state(`<!-- advocacy-covers isolation -->\n\n${text}`, 'isolation'), 'evidenced');
  });

  it('of one area is none of another that shares its paragraph', () => {
    assert.equal(state(`${LONELY} ${ONLINE}`, 'isolation'), 'argued');
    assert.equal(state(`${LONELY} ${ONLINE}`, 'digital'), 'evidenced');
  });
});

describe('a promise', () => {
  const on = (topic: string, body: string) =>
    stateOf(coverageOf(briefing(`# Our libraries\n\n${body}`)), topic);

  it('is argued where somebody who can keep it says what is done for whom', () => {
    assert.equal(
      on(
        'childrens-promise',
        'Every Monday our rhyme time helps parents to read with their babies, and more of them borrow books.',
      ),
      'argued',
    );
  });

  it('is not argued by need alone', () => {
    assert.notEqual(
      on(
        'childrens-promise',
        'Attainment remains a concern: the gap between disadvantaged children and others in reading and maths is 24 points.',
      ),
      'argued',
    );
  });

  for (const [topic, passage] of [
    [
      'childrens-promise',
      'The opening was attended by the Mayor and pupils of three local schools, who sang.',
    ],
    [
      'childrens-promise',
      'A new mobile library, named by pupils of the primary school, took to the road this morning.',
    ],
    [
      'vision-print-impaired-promise',
      'The van has 2,000 books, talking books and a lift for wheelchair users.',
    ],
  ] as const)
    it(`is only mentioned in passing: ${passage}`, () => assert.equal(on(topic, passage), 'mentioned'));
});

describe('reasons', () => {
  const text = `# Our library\n\n## Getting online\n\n*${DIGITAL.replace('digital champions', '**digital champions**')}*\n\n- ${LONELY}\n- Volunteers take books to housebound readers.\n\n> “I was lonely,” said Ann Lee, a reader. “Now I have friends at the library.”\n`;

  it('leave out words that tell a reader nothing, where others tell something', () => {
    const text =
      '# Libraries\n\nOur digital champions show people who have never been online how to fill in a form, and they find that they are better for it.';
    const passage = topicsOf(coverageOf(text)).find(({ topic }) => topic.id === 'digital')!.passages[0]!;
    const words = passage.reasons.map((r) => r.text.toLowerCase());
    assert.ok(words.includes('digital champions'), words.join());
    for (const plain of ['show', 'people who', 'never', 'find', 'better'])
      assert.ok(!words.includes(plain), plain);
  });

  it('are taken from the sentences that speak of the topic, and name nobody who is only spoken to', () => {
    const text =
      '# Libraries\n\nOur two digital helpers show pensioners how to use the internet and to speak to grandchildren abroad. School holidays bring families, too, who borrow for the Summer Reading Challenge, an increase of 20%.';
    const passage = topicsOf(coverageOf(text)).find(({ topic }) => topic.id === 'digital')!.passages[0]!;
    const words = passage.reasons.map((r) => r.text.toLowerCase());
    assert.ok(words.includes('pensioners'), words.join());
    for (const other of ['grandchildren', 'families', 'borrow', 'increase'])
      assert.ok(!words.includes(other), other);
  });

  it('name nobody as gaining who is a place, a lesson or a hardship', () => {
    const text =
      '# Libraries\n\nAdults in the town rely on welfare benefits, and the college teaches digital skills at a regular hour of one-to-one help to get online.';
    const passage = topicsOf(coverageOf(text)).find(({ topic }) => topic.id === 'digital')!.passages[0]!;
    const who = passage.reasons.filter(({ why }) => why === 'beneficiary').map((r) => r.text.toLowerCase());
    assert.deepEqual(who, ['adults']);
  });

  it('name nobody as gaining who is a member of the cabinet', () => {
    const reasons = (who: string) => {
      const said = `${who} for Culture, said: “Every pupil deserves a quiet desk. We are proud to be the first borough in the region that opens one until eight.”`;
      const [passage] = topicsOf(coverageOf(`# Libraries\n\nMohan Dass, ${said}`)).find(
        ({ topic }) => topic.id === 'education',
      )!.passages;
      return passage!.reasons.filter(({ why }) => why === 'beneficiary').map((r) => r.text.toLowerCase());
    };
    assert.deepEqual(reasons('Cabinet Member'), []);
  });

  it('stand where they say, word for word but for markup', () => {
    const coverage = coverageOf(text);
    const reasons = topicsOf(coverage).flatMap((t) => t.passages.flatMap((p) => p.reasons));
    assert.ok(reasons.length > 10);
    for (const { text: words, span } of reasons) {
      assert.equal(text.slice(span.start, span.end).replaceAll('*', ''), words);
    }
  });

  it('show the cue, who benefits and what is done', () => {
    const [passage] = coverageOf(text).areas.find((a) => a.topic.id === 'digital')!.passages;
    const by = (why: string) => passage!.reasons.filter((r) => r.why === why).map((r) => r.text);
    assert.ok(by('cue').includes('digital champions'), JSON.stringify(passage!.reasons));
    assert.ok(by('beneficiary').length > 0);
  });
});
