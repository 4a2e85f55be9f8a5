import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft, withChanges } from '../../src/draft';
import { resolved, resolveText, reviewMarks } from '../../src/reviews';
import { runs } from '../random-runs';
import { paper } from './papers';

describe('A draft under review', () => {
  it('is the old text when all is rejected, and the new one when all is accepted', () => {
    fc.assert(
      fc.property(paper, fc.constantFrom('', '\n'), ({ old, now, both }, end) => {
        const drop = { comments: 'drop' } as const;
        assert.equal(resolveText(both + end, 'reject', drop), old + end);
        assert.equal(resolveText(both + end, 'accept', drop), now + end);
        assert.equal(resolveText(old + end, 'reject', drop), old + end);
      }),
      { numRuns: runs(300) },
    );
  });

  for (const [text, accepted, rejected] of [
    ['A\n\n{++B++}\n\nC\n', 'A\n\nB\n\nC\n', 'A\n\nC\n'],
    ['A\n\n{++B++}\n', 'A\n\nB\n', 'A\n'],
    ['{--A--}\n\nB\n', 'B\n', 'A\n\nB\n'],
    ['- a\n- {++b++}\n\nText\n', '- a\n- b\n\nText\n', '- a\n\nText\n'],
    ['- a\n\n- {--b--}\n\n- c\n', '- a\n\n- c\n', '- a\n\n- b\n\n- c\n'],
    ['- a\n- {++b++}\n  - c\n- d\n', '- a\n- b\n  - c\n- d\n', '- a\n  - c\n- d\n'],
    ['> - a\n>\n> - {--b--}\n>\n>   c\n', '> - a\n>\n>   c\n', '> - a\n>\n> - b\n>\n>   c\n'],
    ['- {++a++}\n- {++b++}\n\nText\n', '- a\n- b\n\nText\n', 'Text\n'],
    ['- a\n    - {--b--}\n    - c\n', '- a\n    - c\n', '- a\n    - b\n    - c\n'],
    ['> - {++a++}\n> - b\n', '> - a\n> - b\n', '> - b\n'],
    ['- a\n  1. {--b--}\n  2. c\n  3. d\n', '- a\n  1. c\n  3. d\n', '- a\n  1. b\n  2. c\n  3. d\n'],
    ['| a |\n| - |\n| {++b++} |\n| c |\n', '| a |\n| - |\n| b |\n| c |\n', '| a |\n| - |\n| c |\n'],
    ['| {++a++} |\n| - |\n| {++b++} |\n\nText\n', '| a |\n| - |\n| b |\n\nText\n', 'Text\n'],
    [
      '| a | {--b--} | c |\n| - | :-: | - |\n| 1 | {--2--} | 3 |\n| 4 | | 6 |\n',
      '| a | c |\n| - | - |\n| 1 | 3 |\n| 4 | 6 |\n',
      '| a | b | c |\n| - | :-: | - |\n| 1 | 2 | 3 |\n| 4 | | 6 |\n',
    ],
    [
      '> | {--a--} | {--b--} |\n> |:-|--|\n> | {--1--} | {--2--} |\n> | 3 | {--4--} |\n',
      '> | 3 |  |\n> |:-|--|\n',
      '> | a | b |\n> |:-|--|\n> | 1 | 2 |\n> | 3 | 4 |\n',
    ],
    ['> {--a--} | b\n> --|--\n> {--1--} | {++2++}\n', '> | b\n> |--\n> | 2\n', '> a | b\n> --|--\n> 1 | \n'],
    [
      '| a | {--b--} | |\n| - | - | - |\n| 1 | 2 | |\n',
      '| a |  | |\n| - | - | - |\n| 1 | 2 | |\n',
      '| a | b | |\n| - | - | - |\n| 1 | 2 | |\n',
    ],
    ['> a\n>\n> {++b++}\n>\n> c\n', '> a\n>\n> b\n>\n> c\n', '> a\n>\n> c\n'],
    [
      'Text[^1]{--[^2]--}\n\n[^1]: a\n[^2]: {--b--}\n',
      'Text[^1]\n\n[^1]: a\n',
      'Text[^1][^2]\n\n[^1]: a\n[^2]: b\n',
    ],
    [
      '---\ntitle: "{++a++}"\n---\n\n`{++b++}` {++c++}\n',
      '---\ntitle: "{++a++}"\n---\n\n`{++b++}` c\n',
      '---\ntitle: "{++a++}"\n---\n\n`{++b++}` \n',
    ],
    ['- {--**Total.**--} For £48,000\n', '- For £48,000\n', '- **Total.** For £48,000\n'],
    ['a **{--b--} c** d\n', 'a **c** d\n', 'a **b c** d\n'],
    ['a **b {--c--}{>>Lee, 3 Oct 2026<<}** d\n', 'a **b** d\n', 'a **b c** d\n'],
    ['a(**{--b--} c {--d--}**)\n', 'a( **c** )\n', 'a(**b c d**)\n'],
    ['a ***{--b--} c*** d\n', 'a ***c*** d\n', 'a ***b c*** d\n'],
    ['a **{--b--}{>>Lee, 3 Oct 2026<<} {--c--}** d\n', 'a  d\n', 'a **b c** d\n'],
    ['a [{--b--}{-- c--}](x) d\n', 'a  d\n', 'a [b c](x) d\n'],
    [
      'We {~~may~>will~~}{>>Lee, 3 Oct 2026<<}{>>Sure?<<}{====}{>>When?<<} open.\n',
      'We will{>>Sure?<<}{====}{>>When?<<} open.\n',
      'We may{>>Sure?<<}{====}{>>When?<<} open.\n',
    ],
    [
      'We {++will ++}{>>Lee, 3 Oct 2026<<}{====}{>>When?<<}open.\n',
      'We will {>>When?<<}open.\n',
      'We {>>When?<<}open.\n',
    ],
    [
      'We {=={++will ++}{>>Lee, 3 Oct 2026<<}==}{>>When?<<}open.\n',
      'We {==will ==}{>>When?<<}open.\n',
      'We {>>When?<<}open.\n',
    ],
    [
      '{>>Ann: So?<<}{=={--We--}{>>Lee, 3 Oct 2026<<}==}{>>When?<<} open.\n',
      '{>>Ann: So?<<}{====}{>>When?<<} open.\n',
      '{>>Ann: So?<<}{==We==}{>>When?<<} open.\n',
    ],
    // A line break needs lines on both sides.
    ['One\\\n{--Two--}\n', 'One\n', 'One\\\nTwo\n'],
    ['One  \n{++Two++}\n', 'One  \nTwo\n', 'One\n'],
    ['> {--One--}\\\n> Two\n', '> Two\n', '> One\\\n> Two\n'],
    ['- **One\\\n  {--Two--}** x\n', '- **One** x\n', '- **One\\\n  Two** x\n'],
    ['One\\\n*{--Two--}*\n', 'One\n', 'One\\\n*Two*\n'],
    ['One\\\n{--Two--}{====}{>>Why?<<}\n', 'One{>>Why?<<}\n', 'One\\\nTwo{>>Why?<<}\n'],
    ['One\\\n{--Two--}\\\nThree\n', 'One\\\n\\\nThree\n', 'One\\\nTwo\\\nThree\n'],
    ['| A |\n| - |\n| one<br>{--two--} |\n', '| A |\n| - |\n| one |\n', '| A |\n| - |\n| one<br>two |\n'],
    ['{++a {--b--} c++}{>>Lee, 3 Oct 2026<<}{>>kept<<}', 'a  c{>>kept<<}', '{>>kept<<}'],
  ] as const) {
    it(`settles ${JSON.stringify(text)}`, () => {
      assert.equal(resolveText(text, 'accept', { comments: 'keep' }), accepted);
      assert.equal(resolveText(text, 'reject', { comments: 'keep' }), rejected);
    });
  }
});

describe('The title in the details at the top', () => {
  const paper = (title: string, heading: string): string =>
    `---\nkind: briefing\ntitle: ${title}\n---\n\n${heading}\n\nText.\n`;
  const BY = '{>>Lee, 3 Oct 2026<<}';
  const both = `# Open {~~late~>later~~}${BY}{>>Ann: Sure?<<}, *every*{++ Saturday++}${BY} day`;

  it('is changed with the heading that says the same, so that the paper has one title', () => {
    assert.equal(
      resolveText(paper('Open late, every day', both), 'accept', { comments: 'drop' }),
      paper('Open later, every Saturday day', '# Open later, *every* Saturday day'),
    );
  });

  it('stays as the heading is without what is not accepted yet', () => {
    const text = paper('Open late, every day', both);
    const draft = parseDraft(text);
    const changes = reviewMarks(draft).changes.slice(0, 1);
    assert.equal(
      withChanges(text, resolved(draft, { changes }, 'accept')),
      paper('Open later, every day', both.replace(`{~~late~>later~~}${BY}`, 'later')),
    );
  });

  for (const [what, title, heading, how] of [
    ['where the heading says something else', 'Saturdays', both, 'accept'],
    ['where the change is rejected', 'Open late, every day', both, 'reject'],
    ['where the heading goes', 'Open late', `# {--Open late--}${BY}`, 'accept'],
    ['where another heading is changed', 'Open late', `# Open late\n\n## Open{++ late++}${BY}`, 'accept'],
  ] as const) {
    it(`stays ${what}`, () => {
      assert.match(
        resolveText(paper(title, heading), how, { comments: 'drop' }),
        new RegExp(`^---\\nkind: briefing\\ntitle: ${title}\\n---\\n`),
      );
    });
  }
});

describe('The list of changes and comments', () => {
  const text =
    'We {~~may~>will~~}{>>Lee, 3 Oct 2026<<}{>>Ann, 4 Oct 2026: sure?<<}{>>Lee, 5 Oct 2026: yes<<} open {++a *few*++}.\n\n- {==40%==}{>>Ann, 4 Oct 2026 (resolved): Source?<<} of{>>here<<} {--it--}\n';

  it('says of each change where it is, what was and is there, and whose it is', () => {
    const { changes } = reviewMarks(parseDraft(text));
    const of = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    assert.deepEqual(
      changes.map(({ kind, span, by, old, now }) => [kind, of(span), by, of(old), of(now)]),
      [
        [
          'substitution',
          '{~~may~>will~~}{>>Lee, 3 Oct 2026<<}',
          { author: 'Lee', date: '2026-10-03' },
          'may',
          'will',
        ],
        ['insertion', '{++a *few*++}', undefined, undefined, 'a *few*'],
        ['deletion', '{--it--}', undefined, 'it', undefined],
      ],
    );
  });

  it('says of each comment what it is on, who replied, and whether it is resolved', () => {
    const { threads } = reviewMarks(parseDraft(text));
    assert.deepEqual(
      threads.map(({ on, comments, resolved }) => [
        on && text.slice(on.start, on.end),
        comments.map(({ comment }) => `${comment.author}: ${comment.text}`),
        resolved,
      ]),
      [
        ['{~~may~>will~~}{>>Lee, 3 Oct 2026<<}', ['Ann: sure?', 'Lee: yes'], false],
        ['40%', ['Ann: Source?'], true],
        [undefined, [': here'], false],
      ],
    );
  });
});
