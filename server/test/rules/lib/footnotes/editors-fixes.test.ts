import assert from 'node:assert/strict';
import { findings, fixed } from '../../helpers';

const CLAIM = 'Nationally 62% of lonely people felt less lonely after a year at their library.';
const SOURCE =
  '[insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].';
const NOTED = `62% of lonely people: ${SOURCE}`;
const release = (notes: string, claim = CLAIM): string =>
  `---\nkind: press-release\n---\n\n# Less lonely\n\n${claim}\n\nENDS\n\n${notes}`;

describe('A figure without a source in a press release', () => {
  it('is to get one in a note to editors, as releases have no footnotes', () => {
    const [finding] = findings(
      'figure-unsourced',
      release('## Notes to editors\n\n1. Ashby has six libraries.\n'),
    );
    assert.match(finding!.message, /Say where it comes from: a note to editors, a link, or/);
    assert.deepEqual(
      finding!.fixes.map(({ title }) => title),
      ['Insert a note to editors for the source'],
    );
  });

  for (const [notes, after] of [
    ['## Notes to editors\n\n1. One.\n2. Two.\n', `## Notes to editors\n\n1. One.\n2. Two.\n3. ${NOTED}\n`],
    ['**Notes to editors**\n\n- One.\n- Two.\n', `**Notes to editors**\n\n- One.\n- Two.\n- ${NOTED}\n`],
    ['## Notes to editors\n\nAshby is a town.\n', `## Notes to editors\n\nAshby is a town.\n\n${NOTED}\n`],
    ['## Notes to editors\n', `## Notes to editors\n\n1. ${NOTED}\n`],
    [
      '## Note for editors\n\n4) One.\n\n## Contact\n\nAnn.\n',
      `## Note for editors\n\n4) One.\n5) ${NOTED}\n\n## Contact\n\nAnn.\n`,
    ],
  ] as const)
    it(`has its note behind the others: ${JSON.stringify(notes)}`, () =>
      assert.equal(fixed('figure-unsourced', release(notes)), release(after)));

  it('has the evidence cited there, where that has its source', () => {
    const claim = 'Libraries generate £3.4 billion a year in England.';
    const text = release('## Notes to editors\n\n1. One.\n', claim);
    const [, cites] = findings('figure-unsourced', text)[0]!.fixes;
    assert.match(cites?.title ?? '', /^Cite the evidence/);
    assert.match(
      fixed('figure-unsourced', text, { fix: 1 }),
      /\n2\. £3\.4 billion a year in England: [A-Z].*\*\.?.*\n$/,
    );
  });

  it('is told no more once the note is there, to be filled in or filled in', () => {
    const after = fixed('figure-unsourced', release('## Notes to editors\n\n1. One.\n'));
    assert.deepEqual(findings('figure-unsourced', after), []);
    const filled = after.replace(SOURCE, 'Ashby Trust, *Company*, May 2026, ashby.example.');
    assert.deepEqual(findings('figure-unsourced', filled), []);
  });

  it('is told where a note has the number, and not where it is from', () => {
    const [finding] = findings(
      'figure-unsourced',
      release('## Notes to editors\n\n1. That is 62% of them.\n'),
    );
    assert.match(finding!.message, /^“62% of lonely people/);
  });

  it('is told where the number stands in the next section, and not in a note', () => {
    const next = (depth: string): readonly unknown[] =>
      findings(
        'figure-unsourced',
        release(
          `## Notes to editors\n\n1. One.\n\n${depth} Halls\n\nA hall for 62% of lonely people: May 2026.\n`,
        ),
      );
    assert.equal(next('##').length, 1);
    assert.equal(next('###').length, 0);
  });

  it('keeps footnotes where its author writes them', () => {
    const note = '[^1]: Ashby Council, *Opening*, May 2026, ashby.example.\n';
    const [finding] = findings(
      'figure-unsourced',
      release(`## Notes to editors\n\n1. It opened in May.[^1]\n\n${note}`),
    );
    assert.match(finding!.message, /Say where it comes from: a footnote, a link, or/);
    assert.equal(finding!.fixes[0]!.title, 'Insert a footnote for the source');
  });
});
