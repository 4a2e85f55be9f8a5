import assert from 'node:assert/strict';
import { marked } from '../../helpers';

const paper = (text: string, kind = 'report') => `---\nkind: ${kind}\n---\n\n# Paper\n\n${text}\n`;

describe('Equality in name only', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['## Equality\n\nAn EqIA has been done. Neutral.', ['## Equality']],
    [
      '## 9 EQUALITY IMPACT ASSESSMENT\n\n9.1 See EIA (Appendix D). Overall positive.',
      ['## 9 EQUALITY IMPACT ASSESSMENT'],
    ],
    [
      '## Equality\n\nOlder people lose most: 312 of the 480 who come on foot are over 75. A bus will run on Tuesdays.',
      [],
    ],
    ['## Equality\n\n| Group | Effect |\n| --- | --- |\n| Age | Some |', []],
    ['## Equality\n\n[EqIA awaited]', []],
    ['## Climate\n\nNone.', []],
    [
      '## Equality\n\n<!-- ask Sam, who has done the assessment and will send us all that was found in it by Friday -->\n\nEIA done. Neutral.',
      ['## Equality'],
    ],
    ['## Equality\n\nSee [the assessment of 3 March](a.md).', []],
    ['## Equality\n\nDisabled readers lose the lift.', []],
    [
      '**7.0 EQUALITY**\n\nOlder people lose most: 312 of the 480 who come on foot are over 75, and will have a bus.',
      [],
    ],
    ['## Appendices\n\nA. Equality impact assessment', []],
    ['## Background papers\n\nNone.\n\n## Equality\n\nEIA done. Neutral.', ['## Equality']],
    ['## Appendices\n\nA. Map\n\nB. Equality impact assessment', []],
    ['**7.0 EQUALITY**\n\nNeutral overall.\n\n**8.0 LEGAL**\n\nNothing else.', ['**7.0 EQUALITY**']],
  ];
  for (const [text, words] of cases)
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(
        marked('section-empty', paper(text)).map((one) => one.trim()),
        words,
      ));
  it('is asked of what is decided on, and not of a letter or a briefing', () => {
    const text = '## Equality\n\nEIA done. Neutral.';
    for (const kind of ['letter', 'briefing', 'press-release'])
      assert.deepEqual(marked('section-empty', paper(text, kind)), [], kind);
    assert.equal(marked('section-empty', paper(text, 'strategy')).length, 1);
  });
});
