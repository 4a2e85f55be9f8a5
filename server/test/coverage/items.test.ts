import assert from 'node:assert/strict';
import type { CoveredPassage } from '../../src/coverage/types';
import { briefing, coverageOf, topicsOf } from './support';

/** What the items of a list say on a topic, each with its state. */
function on(topic: string, items: readonly string[]): readonly [string, string][] {
  const text = briefing(
    `# Our library\n\nWhat the library did last year:\n\n${items.map((i) => `- ${i}\n`).join('')}`,
  );
  const { passages } = topicsOf(coverageOf(text)).find((t) => t.topic.id === topic)!;
  return passages.map(({ passage, state }: CoveredPassage) => [passage.prose.text, state]);
}

describe('Short items of a list, which are judged together', () => {
  const HOMEWORK = 'The homework club helped 30 children who now do better at school.';
  const DANCE = 'The tea dance brought together 40 older people who live alone.';

  it('argue each for itself, whatever the others are about', () => {
    const items = [
      'Job club every Tuesday',
      'Reading group',
      HOMEWORK,
      'New carpet',
      'Tablet loans',
      DANCE,
      'Local artists',
    ];
    assert.deepEqual(on('education', items), [[HOMEWORK, 'argued']]);
    assert.deepEqual(on('isolation', items), [[DANCE, 'argued']]);
  });

  it('argue nothing with a word near a topic and nobody in them', () => {
    assert.deepEqual(on('digital', ['they cannot come in the week', 'they need the computers.']), []);
    assert.deepEqual(on('digital', ['the computers are old and slow']), []);
    const NEED = 'Pensioners who are not online need the computers to fill in their forms.';
    assert.deepEqual(on('digital', ['they cannot come in the week', NEED]), [[NEED, 'argued']]);
  });

  it('only mention a topic that they name and nothing more, beside others that make a case', () => {
    const found = on('information-digital', ['Job club every Tuesday', 'Tablet loans', HOMEWORK, DANCE]);
    assert.deepEqual(
      found.map(([, state]) => state),
      ['mentioned', 'mentioned'],
    );
    assert.deepEqual(
      on('childrens-promise', ['Rhymetimes are full.', 'The job club helped 40 residents find work.']),
      [['Rhymetimes are full.', 'mentioned']],
    );
  });

  it('argue it where they say who gains, what is done or what comes of it', () => {
    const items = [
      'Tablets are lent to people who have no device at home.',
      'Volunteers teach residents to go online.',
    ];
    assert.deepEqual(
      on('digital', items).map(([, state]) => state),
      ['argued', 'argued'],
    );
  });

  it('give the words of their own item for reasons', () => {
    const text = briefing(
      `# Our library\n\n- Job club every Tuesday\n- ${HOMEWORK}\n- Reading group\n- ${DANCE}\n`,
    );
    const { passages } = topicsOf(coverageOf(text)).find((t) => t.topic.id === 'education')!;
    for (const { text: words } of passages[0]!.reasons) assert.ok(HOMEWORK.includes(words), words);
    assert.ok(passages[0]!.reasons.some(({ why }) => why === 'cue'));
  });
});
