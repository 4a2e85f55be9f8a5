import assert from 'node:assert/strict';
import { editDraft, parseDraft } from '../../src/draft';
import { isOpenIn, tell } from './tell';

const NOTE = '\n\n[^1]: Health Corner evaluation, Ulster University, May 2026.';

tell('A summary repeats a figure that has its source elsewhere in the draft', false, [
  `**Key facts**\n\n- Reach: 940 people\n\n## The impact\n\nBy the end of March 2026, 940 people had used the corner.[^1]${NOTE}`,
  `## Summary\n\nThe corner helped 67% of its regulars to sleep better.\n\n## The impact\n\nOf the regulars, 67% slept better.[^1]${NOTE}`,
  `Sleep was better for 67% of them.[^1]\n\n## In short\n\n67% slept better.${NOTE}`,
  `## Key figures\n\n- The corner saves the NHS £31,400 a year.\n\n## Value\n\nAccording to Ulster University, it saves the NHS £31,400 a year.`,
]);

tell('A figure is no repetition because it looks alike', true, [
  // Round and small numbers are told of many things.
  `Half of them live alone. Some 50% of them are over 75.\n\nOf the regulars, 50% slept better.[^1]${NOTE}`,
  `The group has helped 100 people.\n\nThe corner had helped 100 people.[^1]${NOTE}`,
  `We lost 3% of our visits.\n\nSleep was better for 3% of them.[^1]${NOTE}`,
  // Another measure, another sort of thing.
  `In all 940 jobs were saved.\n\nThe corner helped 940 people.[^1]${NOTE}`,
  `Loans rose by 67%.\n\nIn all 67 people slept better.[^1]${NOTE}`,
  // Neither of them has a source.
  'Reach: 940 people.\n\n## The impact\n\nBy March 940 people had used the corner.',
  // A speaker is a source for their own words.
  'Loans rose by 67%.\n\n“Our visits rose by 67%,” said Ann Reed, manager of Ashby Library.',
]);

describe('A figure whose source stands far from it', () => {
  const far = 'The library is open.\n\n'.repeat(200);
  const text = `Reach: 940 people.\n\n${far}By March 940 people had used the corner.[^1]\n\n[^1]: Ulster University.\n`;
  it('wants one again when that is taken away, and has one when it is put back', () => {
    const whole = parseDraft(text);
    assert.equal(isOpenIn(whole), false);
    const start = text.indexOf('[^1]\n');
    const without = editDraft(whole, { span: { start, end: start + 4 }, text: '' });
    assert.equal(isOpenIn(without), true);
    assert.equal(isOpenIn(editDraft(without, { span: { start, end: start }, text: '[^1]' })), false);
  });
});
