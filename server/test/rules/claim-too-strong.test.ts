import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import type { PlacedBlock } from '../../src/draft/types';
import { CLAIMS } from '../../src/rules/lib/wording/overclaim-phrases';
import { overclaimsIn } from '../../src/rules/lib/wording/overclaims';
import { findings, marked } from './helpers';

const RULE = 'claim-too-strong';

describe('A claim that is too strong', () => {
  for (const claim of CLAIMS) {
    for (const text of claim.right) {
      it(`${claim.id}: ${text}`, () => {
        const [{ block }] = parseDraft(`${text}\n`).blocks as [PlacedBlock];
        const found = overclaimsIn(block);
        assert.equal(found.length, 1);
        assert.equal(findings(RULE, `${text}\n`).length, 1);
        assert.ok(found[0]!.message.endsWith(claim.say), found[0]!.message);
        assert.match(found[0]!.message, /^[“A-Z].{20,400}[.?]$/);
        assert.equal(found[0]!.severity, undefined);
      });
    }
    for (const text of claim.wrong) {
      it(`not ${claim.id}: ${text}`, () => {
        const [{ block }] = parseDraft(`${text}\n`).blocks as [PlacedBlock];
        assert.deepEqual(overclaimsIn(block), []);
      });
    }
  }

  it('of each kind has examples of what it is and what it is not', () => {
    for (const { id, right, wrong } of CLAIMS) assert.ok(right.length > 0 && wrong.length > 0, id);
  });

  const cases: readonly [text: string, found: readonly string[]][] = [
    ['The club will end loneliness.', ['will end loneliness']],
    ['- The club will *end* loneliness.', ['will *end* loneliness']],
    ['The club will\nend loneliness.', ['will\nend loneliness']],
    // Whoever else says it, and where it is a name.
    ['> The club will end loneliness.', []],
    ['“The club will end loneliness,” says Ann Lee, a member.', []],
    ['# The club will end loneliness', []],
    ['See *How a club will end loneliness*.', []],
    ['See [how a club will end loneliness](https://example.org).', []],
    ['| What | Effect |\n| --- | --- |\n| Club | will end loneliness |', []],
    ['It is so.[^1]\n\n[^1]: The club will end loneliness.', []],
    // What bears it out.
    ['The club will end loneliness.[^1]\n\n[^1]: Jones, 2024.', []],
    ['The club will end loneliness ([Jones](https://example.org/report-on-clubs)).', []],
    ['The club will end loneliness (Jones, 2024).', []],
    // Hopes and denials, but of the claim and not of something else.
    ['We hope that the club will end loneliness.', []],
    ['The club will not end loneliness.', []],
    ['If you ask: the club will end loneliness.', ['will end loneliness']],
    ['We hope so. The club will end loneliness.', ['will end loneliness']],
  ];
  for (const [text, found] of cases) {
    it(`${JSON.stringify(text)}: ${found.length === 0 ? 'nothing' : JSON.stringify(found)}`, () => {
      assert.deepEqual(marked(RULE, `${text}\n`), found);
    });
  }

  for (const [text, said] of [
    [
      'The other options would cost £0 and £9,800, and the desks have therefore kept 141 people out of hospital.',
      'the desks have therefore kept 141 people out of hospital',
    ],
    [
      'If the desks close, the scheme has therefore cost the town 141 businesses and £12.1 million.',
      'If the desks close, the scheme has therefore cost …',
    ],
  ] as const) {
    it(`is quoted by the clause that makes too much of its figures: ${said}`, () => {
      const [problem] = findings(RULE, `# Visits\n\n## Preferred option\n\n${text}\n`);
      assert.equal(
        problem?.message,
        `A reader may doubt “${said}”. Say how that was found, and by whom, or claim less.`,
      );
      const [whole] = marked(RULE, `# Visits\n\n## Preferred option\n\n${text}\n`);
      assert.ok(whole?.startsWith(said.replace(/ …$/, '')), whole);
    });
  }

  it('is quoted without the words that say who speaks', () => {
    const text =
      'Councillor Meena Patel, Cabinet Member for Economy and Skills, said: “Libraries save lives.”';
    const [problem] = findings(RULE, `# A paper\n\n${text}\n`);
    assert.match(problem?.message ?? '', /^Nothing measured stands by “Libraries save lives”, so/);
  });

  it('is no sentence that only names options by their numbers', () => {
    const text = 'Options 1 and 2 were not chosen because they save little and end the company.';
    assert.deepEqual(findings(RULE, `# Visits\n\n## Options considered\n\n${text}\n`), []);
  });

  const fall = (claim: string, after = '27') =>
    `# Reading Friends\n\n- **Result:** ${claim}\n\n## What changed\n\n| Lonely | Before | After |\n| --- | --- | --- |\n| Often | 46 | ${after} |\n| Hardly ever | 26 | 45 |\n| All | 72 | 72 |\n`;
  const lonely = 'readers who often felt lonely fell from 46 of 72 to 27 of 72';

  it('is no fall or rise whose numbers are all in a table of the paper, which a summary tells', () => {
    assert.deepEqual(findings(RULE, fall(lonely)), []);
    assert.equal(findings(RULE, fall(lonely, '29')).length, 1);
  });

  it('is one that says what a fall comes of, whatever a table has', () => {
    const claim = `${lonely}, and calls have therefore kept 27 of 72 out of hospital`;
    assert.equal(findings(RULE, fall(claim)).length, 1);
  });

  it('is told once, in whichever of many sentences it is worded too strongly and unmeasured', () => {
    const [worded, unmeasured] = [
      'The club will end loneliness.',
      'Every child in the county will read better, earn more and live longer.',
    ];
    const paragraphs = [`${worded} ${unmeasured}`, `- ${worded}\n- ${unmeasured} ${worded}`, `> ${worded}`];
    const found = findings(RULE, `# Why\n\n${`${paragraphs.join('\n\n')}\n\nAnd so on.\n\n`.repeat(20)}`);
    assert.equal(found.filter(({ message }) => message.includes('claims too much')).length, 3 * 20);
    assert.equal(
      found.filter(({ message }) =>
        message.startsWith('Nothing measured stands by “Every child in the county'),
      ).length,
      2 * 20,
    );
  });
});

describe('A claim that reports a study', () => {
  const paper = (claim: string, behind = '') => `# Hours\n\n## Equality\n\n${claim}\n\n${behind}\n`;
  const claim = 'Our equality impact assessment found that older residents gain most.';
  const about = (text: string) =>
    ['claim-too-strong', 'source-vague', 'figure-unsourced'].flatMap((rule) => findings(rule, text));

  it('is told with what would settle it', () => {
    assert.match(
      about(paper(claim))[0]!.message,
      /read the equality impact assessment, as in “\(Appendix A\)”/,
    );
  });

  for (const behind of [
    '## Appendices\n\n- Appendix A: Equality impact assessment',
    '## Appendices\n\n1. Map\n2. Full equality impact assessment, May 2026',
    '## Appendix A: Equality impact assessment\n\nOlder residents come most.',
    '## Background papers\n\n- EqIA',
    'Appendices: 1 Map. 2 Equality impact assessment.',
  ])
    it(`is left alone where the paper brings it along: ${behind.replace(/\s+/g, ' ')}`, () => {
      assert.deepEqual(about(paper(claim, behind)), []);
      assert.deepEqual(about(paper('Our EqIA shows that older residents gain most.', behind)), []);
    });

  for (const behind of [
    '## Appendices\n\n- Appendix A: Risk assessment',
    '## Next steps\n\n- Equality impact assessment',
    'An equality impact assessment was made.',
  ])
    it(`is told where it brings another or only speaks of it: ${behind.replace(/\s+/g, ' ')}`, () =>
      assert.equal(about(paper(claim, behind)).length, 1));
});

describe('A sentence that says what a project is for', () => {
  const said = (text: string) => findings(RULE, `# The project\n\n${text}\n`).map(({ severity }) => severity);

  for (const text of [
    'The project is for: reducing isolation, improving health, and strengthening the local economy.',
    'The project aims to reduce isolation among older people and to improve their health and wellbeing.',
    'The project is for the most isolated people in the county: older residents, carers and new parents.',
    'The aim of our project is to reduce isolation, improve health and strengthen the local economy.',
  ])
    it(`claims nothing: ${text}`, () => assert.deepEqual(said(text), []));

  for (const text of [
    'The project has reduced isolation, improved health, and strengthened the local economy.',
    'The project is for older people: it has reduced isolation, improved health and strengthened the local economy.',
    'The project is for older people and reduces isolation, improves health and strengthens the local economy because they meet.',
  ])
    it(`is not one that says what it does: ${text}`, () => assert.deepEqual(said(text), ['warning']));
});
