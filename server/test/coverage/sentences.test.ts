import assert from 'node:assert/strict';
import { Lexicon, TOPICS } from '../../src/coverage/lexicon';
import { bestSentence, numbersOfSentences } from '../../src/coverage/sentences';
import { argued, briefing, coverageOf } from './support';

const t = TOPICS.indexOf('isolation');
const only = (topic: number, odds: number) => TOPICS.map((_, i) => (i === topic ? odds : -9));

describe('Two topics in one paragraph', () => {
  const JOBS =
    'On Mondays a coach helps people who are looking for work to fill in applications and get ready for interviews.';
  const HOMEWORK =
    'On Wednesdays a retired teacher helps children with their homework and their reading aloud.';
  const LONELY =
    'Forty others joined the tea and games afternoon, and told us that it had made them less lonely.';
  const LAPTOPS =
    'In the last quarter 75 residents who could not afford broadband were lent a laptop and a router.';

  const arguedIn = (text: string) => argued(coverageOf(briefing(`# Our libraries\n\n${text}`)));

  for (const [first, second, topics] of [
    [JOBS, HOMEWORK, ['economic', 'education']],
    [HOMEWORK, JOBS, ['economic', 'education']],
    [LAPTOPS, LONELY, ['digital', 'isolation']],
  ] as const) {
    it(`are both argued where each of two sentences argues one: ${topics.join(' and ')}`, () => {
      const found = arguedIn(`${first} ${second}`);
      for (const topic of topics) assert.ok(found.includes(topic), `${topic} in ${found.join(', ')}`);
    });
  }
});

describe('A sentence by itself', () => {
  const lexicon = new Lexicon();
  const numbers = (text: string) => numbersOfSentences(text, lexicon, () => only(t, 0));

  it('is not looked at where it is all that there is', () => {
    assert.deepEqual(numbers('People who live alone come to make friends and feel less lonely.'), []);
  });

  it('says something where it has a strong cue and enough words', () => {
    const text =
      'They come on Mondays. People who live alone make friends here and feel less lonely. The room has been painted twice since the spring.';
    const found = numbers(text);
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['People who live alone make friends here and feel less lonely.'],
    );
    assert.equal(found[0]!.strong[t], true);
  });

  it('is taken that says most, in the place of the whole', () => {
    const span = (start: number) => ({ start, end: start + 10 });
    const strong = TOPICS.map((_, i) => i === t);
    const sentences = [
      { span: span(0), strong, base: only(t, -1) },
      { span: span(10), strong, base: only(t, 1) },
      { span: span(20), strong: TOPICS.map(() => false), base: only(t, 5) },
    ];
    const best = bestSentence(sentences, t, 0.5);
    assert.equal(best?.span.start, 10);
    assert.equal(best?.probability.toFixed(3), (1 / (1 + Math.exp(-1.5))).toFixed(3));
    assert.equal(bestSentence(sentences, (t + 1) % TOPICS.length, 0.5), undefined);
  });
});

describe('Loneliness', () => {
  const arguedIn = (text: string) => argued(coverageOf(briefing(`# Our libraries\n\n${text}`)));

  it('that a library meets is a matter of health and wellbeing as well as of isolation', () => {
    const found = arguedIn(
      'Six libraries set out tables and soup each afternoon. People came to be warm and stayed for the company, and most said that they felt less lonely.',
    );
    assert.ok(found.includes('isolation') && found.includes('health-wellbeing'), found.join(', '));
  });

  it('that nobody meets is a need, and no offer', () => {
    const found = arguedIn(
      'One older person in four in the borough is lonely most of the time, and for those who live by themselves it is one in two.',
    );
    assert.deepEqual(found, ['isolation']);
  });
});
