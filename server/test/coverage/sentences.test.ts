import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { featuresOf } from '../../src/coverage/features';
import { Lexicon, TOPICS } from '../../src/coverage/lexicon';
import { Sentences } from '../../src/coverage/sentences';
import { type Draft, editDraft, parseDraft } from '../../src/draft';
import { logistic } from '../../src/models/weights/logistic';
import { coverageReport } from '../../src/report';
import { argued, briefing, coverageOf, project, stateOf } from './support';

const inBriefing = (text: string) => coverageOf(briefing(`# Our libraries\n\n${text}`));

describe('Two topics in one paragraph', () => {
  const JOBS =
    'On Mondays a coach helps people at the library who are looking for work to fill in applications and get ready for interviews.';
  const HOMEWORK =
    'On Wednesdays a retired teacher helps children with their homework and their reading aloud, and 38 of 41 have caught up.';
  const ARTISTS =
    'Textile artists from Whitehaven are paid to make their work in the library, where it is also shown and sold.';
  const ROBOTS =
    'On Saturdays children learn to program robots there, and teachers say it has helped their science.';

  for (const [first, second, topics] of [
    [JOBS, HOMEWORK, ['economic', 'education']],
    [HOMEWORK, JOBS, ['economic', 'education']],
    [ARTISTS, ROBOTS, ['cultural', 'education']],
  ] as const) {
    it(`are both argued where each of two sentences argues one: ${topics.join(' and ')}`, () => {
      const found = argued(inBriefing(`${first} ${second}`));
      for (const topic of topics) assert.ok(found.includes(topic), `${topic} in ${found.join(', ')}`);
    });
  }

  it('are proved each by its own figure: that of the other sentence proves nothing', () => {
    const text = `${ARTISTS} ${HOMEWORK}[^1]\n\n[^1]: Anyshire Libraries, Annual report, 2024.`;
    assert.equal(stateOf(inBriefing(text), 'cultural'), 'argued');
    assert.equal(stateOf(inBriefing(text), 'education'), 'evidenced');
  });

  it('are proved each by its own footnote, which may still be empty', () => {
    const state = (first: string, second: string) =>
      stateOf(inBriefing(`${JOBS}[^1] ${HOMEWORK}[^2]\n\n[^1]: ${first}\n[^2]: ${second}`), 'reading');
    const [full, empty] = ['Anyshire Libraries, Annual report, 2024.', '[insert source]'];
    assert.equal(state(empty, full), 'evidenced');
    assert.equal(state(full, empty), 'argued');
    for (const proved of [
      `**${HOMEWORK}**[^2]`,
      `${HOMEWORK} These figures are from the annual report.[^2]`,
      `The annual report has it all.[^2] ${HOMEWORK}`,
    ]) {
      const text = inBriefing(`${JOBS}[^1] ${proved}\n\n[^1]: ${empty}\n[^2]: ${full}`);
      assert.equal(stateOf(text, 'reading'), 'evidenced', proved);
    }
  });

  it('have their own words for reasons', () => {
    const covered = cover(parseDraft(briefing(`# Our libraries\n\n${ARTISTS} ${HOMEWORK}`)), project);
    const reasons = covered.areas.find(({ topic }) => topic.id === 'cultural')!.passages[0]!.reasons;
    assert.ok(reasons.length > 0);
    for (const { text } of reasons) assert.ok(ARTISTS.includes(text), `“${text}” is of the other sentence`);
  });

  it('need more than a few words beside idle ones', () => {
    const short = 'A coach helps people who are looking for work.';
    const idle = 'The room has been painted twice since the spring, and the roof was mended in May.';
    assert.equal(stateOf(inBriefing(short), 'economic'), 'mentioned');
    assert.equal(stateOf(inBriefing(`${short} ${idle}`), 'economic'), 'mentioned');
  });

  it('argue nothing while a placeholder is left', () => {
    assert.equal(
      stateOf(inBriefing(`${ARTISTS} [insert number] came. ${HOMEWORK}`), 'cultural'),
      'mentioned',
    );
  });
});

describe('Two sentences on one topic', () => {
  // One argues it with proof and the other without: which of them does depends on the headings.
  const BOTH =
    'Two-thirds say that they feel less lonely for it. Each part answers a question that the reader is bound to ask. Of the 412 people who filled in our questionnaire, 92% said that they felt less lonely. We hope to have the highest take-up in the country. Audience surveys showed that more than half had never been to a live performance. Half the children in the school have English as a second language.';
  const HEADS = [
    '',
    'Our library is a good one.\n\n',
    '## Loneliness and isolation\n\n',
    '## Reading for pleasure\n\n',
  ];
  const NAMES = ['Libraries', 'Loneliness and isolation', 'Health and wellbeing', 'Culture and the arts'];
  const all = NAMES.flatMap((name) => HEADS.map((head) => `# Libraries: ${name}\n\n${head}`));

  it('are weighed as in a paper that is read anew, whatever stood above them before', () => {
    const told = (draft: Draft): string => JSON.stringify(coverageReport(draft, cover(draft, project), ''));
    const states = new Set<string>();
    for (const before of all)
      for (const after of all) {
        const draft = parseDraft(`${before}${BOTH}\n`);
        told(draft);
        const edited = editDraft(draft, { span: { start: 0, end: before.length }, text: after });
        const whole = parseDraft(`${after}${BOTH}\n`);
        assert.equal(told(edited), told(whole), JSON.stringify([before, after]));
        states.add(stateOf(cover(whole, project), 'isolation'));
      }
    assert.ok(states.size > 1, [...states].join());
  });
});

describe('A sentence by itself', () => {
  const t = TOPICS.indexOf('isolation');
  const LONELY =
    'People who live alone and feel lonely make friends here on Mondays, and come back each week.';
  const FEW = 'People who live alone and feel lonely make friends here.';
  const FEWER = 'They feel lonely at home.';
  const IDLE = 'The room has been painted twice since the spring, and the roof was mended in the summer.';

  /** The best of a text, and which sentences were read for it; each comes to `odds` by itself. */
  const look = (text: string, odds: (sentence: string) => number, topic = t, around = 0) => {
    const read: string[] = [];
    const sentences = new Sentences(text, featuresOf(text, false, new Lexicon()), (sentence) => {
      read.push(sentence);
      return TOPICS.map(() => odds(sentence));
    });
    const best = sentences.best(topic, around);
    return { best, said: best && text.slice(best.span.start, best.span.end), read };
  };

  it('is read alone where it has a strong cue of the topic', () => {
    const { said, read } = look(`${IDLE} ${LONELY} ${IDLE}`, () => 0);
    assert.equal(said, LONELY);
    assert.deepEqual(read, [LONELY]);
    assert.equal(look(`${IDLE} ${LONELY}`, () => 0, TOPICS.indexOf('economic')).best, undefined);
  });

  it('is not read where it is all that there is, or has next to no words', () => {
    assert.equal(look(LONELY, () => 0).best, undefined);
    assert.equal(look(`${FEWER} ${IDLE}`, () => 0).best, undefined);
  });

  it('is not read in a paragraph that nobody reads to its end', () => {
    assert.notEqual(look(`${`${IDLE} `.repeat(29)}${LONELY}`, () => 0).best, undefined);
    assert.equal(look(`${`${IDLE} `.repeat(30)}${LONELY}`, () => 0).best, undefined);
  });

  it('comes to what it says and what the document adds', () => {
    assert.equal(look(`${IDLE} ${LONELY}`, () => 1, t, 0.5).best?.probability, logistic(1.5));
  });

  it('must be surer than a paragraph, and with few words surer still', () => {
    assert.equal(look(`${IDLE} ${LONELY}`, () => 0).best?.surer, 0.15);
    assert.equal(look(`${IDLE} ${FEW}`, () => 0).best?.surer, 0.27);
  });

  it('is the one that comes nearest to what it takes', () => {
    assert.equal(look(`${FEW} ${LONELY}`, () => 0).said, LONELY);
    assert.equal(look(`${FEW} ${LONELY}`, (sentence) => (sentence === FEW ? 2 : 0)).said, FEW);
  });
});

describe('Loneliness', () => {
  const health = (text: string) => argued(inBriefing(text)).includes('health-wellbeing');

  it('that a library does something about is a matter of health and wellbeing as well as of isolation', () => {
    const text =
      'Six libraries set out tables and soup each afternoon. People came to be warm and stayed for the company, and most said that they felt less lonely.';
    assert.ok(health(text));
    assert.ok(argued(inBriefing(text)).includes('isolation'));
  });

  for (const [what, text] of [
    [
      'nobody meets',
      'One older person in four in the borough is lonely most of the time, and for those who live by themselves it is one in two.',
    ],
    ['is near a library', 'One older person in four around the library is lonely most of the time.'],
    [
      'the library does not lessen',
      'The library does not run a group for lonely people, and nobody has asked for one.',
    ],
  ] as const) {
    it(`that ${what} is no offer`, () => assert.ok(!health(text)));
  }
});
