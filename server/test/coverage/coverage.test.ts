import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { parseDraft } from '../../src/draft';
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
