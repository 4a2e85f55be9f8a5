import assert from 'node:assert/strict';
import { analyse } from '../../../../src/analysis';
import { parseDraft } from '../../../../src/draft';
import { builtInProject } from '../../../../src/project';
import { findings, marked } from '../../helpers';

const ID = 'placeholder-unfilled';
/** So that the section is begun, and each place in it is told of by itself. */
const paper = (text: string): string =>
  `# Ashby library\n\n## Key facts\n\nThe library is open six days a week, and 312 people came in on the last Saturday.\n\n${text}\n`;

describe('A label with nothing behind it', () => {
  const empty: readonly (readonly [string, string, readonly string[]])[] = [
    ['before the next one', '**Wards:** All\n**Date:**\n**Author:** Jo Holt', ['**Date:**']],
    ['before the next one in a list', '- **Wards:** All\n- **Date:**\n- **Author:** Jo Holt', ['**Date:**']],
    ['first in a list', '- **Equality:**\n- **Risk:** none.', ['**Equality:**']],
    ['last in a list, before a heading', '- **Risk:** none.\n- **Cost:**\n\n## Next\n\nText.', ['**Cost:**']],
    ['in a numbered list', '1. **Risk:** none.\n2. **Cost:**\n3. **Date:** May', ['**Cost:**']],
    ['with Windows line ends', '**Wards:** All\r\n**Date:**\r\n**Author:** Jo Holt', ['**Date:**']],
    ['before one in a paragraph of its own', '**Equality:**\n\n**Risk:** none.', ['**Equality:**']],
    ['with a dash', '**Equalities** –\n\n**Risk** – none.', ['**Equalities** –']],
    ['with a dash, in the line before', '**Equalities** –\n**Risk** – none.', ['**Equalities** –']],
    ['with a number', '**7.0 Equality:**\n\n**8.0 Risk:** none.', ['**7.0 Equality:**']],
    ['at the end of the paper', '**Equalities:**', ['**Equalities:**']],
    ['at the end of a section', 'Contact:\n\n## Next\n\nText.', ['Contact:']],
    ['in bold at the end of a section', '**Equalities:**\n\n## Next\n\nText.', ['**Equalities:**']],
    [
      'before a comment and the end',
      '**Equalities:**\n\n<!-- as of May -->\n\n## Next\n\nText.',
      ['**Equalities:**'],
    ],
    ['before the sources of the paper', '**Equalities:**\n\n[^1]: Ashby Council, 2025.', ['**Equalities:**']],
    ['before the addresses of links', '**Equalities:**\n\n[a]: https://ashby.example', ['**Equalities:**']],
    ['before a line across', '**Equalities:**\n\n---\n\nText.', ['**Equalities:**']],
    ['behind another one in its line', '**Author:** Jo Holt  **Tel:**', ['**Tel:**']],
    ['behind another one, above the next', '**By:** Jo  **Seen by:**  \n**Date:** May', ['**Seen by:**']],
    ['to sign at', '**Signed off by:**\n\n**Appendices:** A and B', ['**Signed off by:**']],
  ];
  for (const [what, text, words] of empty)
    it(`is told of once, ${what}: ${JSON.stringify(text)}`, () => {
      const draft = parseDraft(paper(text));
      const all = analyse(draft, builtInProject).findings.filter(
        ({ rule, severity }) => ['section-empty', ID].includes(rule) && severity === 'warning',
      );
      assert.deepEqual(
        all.map(({ span }) => draft.source.slice(span.start, span.end)),
        words,
      );
    });

  const followed: readonly (readonly [string, string])[] = [
    ['a date', 'Our ref: LIB/7\nDate:\n\n4 May 2026'],
    ['an address', 'Contact: Jo\nEmail:\n\njo@ashby.example'],
    ['text in a form', 'Name:\nDate:\n\nPlease give it to us.'],
    ['text in its line', '**Author:** Jo Holt  **Tel:** 01632 960 014'],
    ['a list behind two labels', '**Author:** Jo  **We offer:**\n\n- books'],
    ['a list', '**We offer:**\n\n- books\n- toys'],
    ['a list that begins with a label', '**Reasons:**\n\n- **Health:** readers live longer.'],
    ['a list in its item', '- **Costs:**\n  - **Staff:** none\n- **Risk:** none.'],
    ['items in its own list', '- **Costs:**\n- staff, £3\n- books, £2'],
    ['a paragraph', '**Contact:**\n\nJo Marsh'],
    ['the next line', '**Contact:**\nJo Marsh'],
    ['a quotation', 'Ann Holt, chair:\n\n> It is ours.'],
    ['a table', '**Opening hours:**\n\n| Day | Hours |\n| --- | --- |\n| Monday | 9 to 5 |'],
    ['a table behind a list', '- **Opening hours:**\n\n| Day | Hours |\n| --- | --- |\n| Monday | 9 to 5 |'],
    ['text behind a list', '- **Risk:** none.\n- **Staff:**\n\nTwo people work here.'],
    ['text behind a numbered list', '1. **Opening hours:**\n\nFrom nine to five.'],
    ['a paragraph of its item', '- **Staff:**\n\n  Two people work here.\n\n- **Risk:** none.'],
    ['a table in HTML', '**Hours:**\n\n<table><tr><td>9 to 5</td></tr></table>'],
    ['a comment and text behind it', '**Hours:**\n\n<!-- as of May -->\n\nFrom nine to five.'],
    [
      'a directive and text behind it',
      '**Background:**\n\n<!-- advocacy-covers none -->\n\nIt opened in 1968.',
    ],
    ['a directive in the next line', '**Background:**\n<!-- advocacy-covers none -->\nIt opened in 1968.'],
    ['a comment on its own line', '**Background:**\n\n<!--\nas of May\n--> It opened in 1968.'],
    ['an address of a link, and text', '**Hours:**\n\n[a]: https://ashby.example\n\nFrom [nine][a].'],
    ['a sentence in bold', '**Recommendations:**\n\n**Keep Saturdays.** The Board asked for it.'],
    ['bold with a colon in it', '**Recommendations:**\n\n**Recommendation 1: keep Saturdays**'],
    ['an address in bold', '**Ashby Library**:\n\n**12 High Street**\n\n**Ashby**'],
    ['an address in bold, by line', '**Ashby Library**:\n**12 High Street**\n**Ashby**'],
    ['labels that are not in bold', '**Contact:**\nPhone: 01632 960101\nEmail: jo@ashby.example'],
    ['a picture', '**Map:**\n\n![The streets round the library](map.png)'],
    ['code', '**Search:**\n\n```\nsubject:libraries\n```'],
    ['a lower heading', '**Hours:**\n\n### Monday\n\nFrom nine to five.'],
    ['what it says is below', 'The options are:\n\n### One\n\nText.'],
    ['the notes', 'So it is.[^1]\n\n**Notes:**\n\n[^1]: Ashby Council, 2025.'],
    ['nothing, as at the end of a press release', '**ENDS** –'],
    ['nothing, to be signed by hand', 'Signed:\n\n## Next\n\nText.'],
    ['a place to be filled in', '**Hours:**\n\n[insert hours]'],
  ];
  for (const [what, text] of followed)
    it(`is none before ${what}: ${JSON.stringify(text)}`, () => {
      const source = paper(text);
      for (const rule of ['section-empty', ID])
        assert.deepEqual(
          marked(rule, source).filter((words) => words !== '[insert hours]'),
          [],
          rule,
        );
    });

  const group: readonly (readonly [string, string])[] = [
    ['in the next lines', '**Opening hours:**\n**Monday:** 9 to 5\n**Tuesday:** 9 to 1'],
    ['in the next paragraphs', '**Options:**\n\n**Option A:** keep it.\n\n**Option B:** close it.'],
    ['in its list', '- **Contact:**\n- **Phone:** 01632 960101'],
  ];
  for (const [what, text] of group)
    it(`may stand above a group of them, ${what}, and is a hint then: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        findings(ID, paper(text)).map(({ severity }) => severity),
        ['hint'],
      ));
  it('is no such group among labels that are filled in', () =>
    assert.deepEqual(
      findings(ID, paper('**Wards:** All\n**Costs:**\n**Author:** Jo Holt')).map(({ severity }) => severity),
      ['warning'],
    ));

  it('is judged by the level of the heading below it', () => {
    const under = (below: string) => marked(ID, `# Ashby library\n\n**Hours:**\n\n${below}\n\nText.\n`);
    assert.deepEqual(under('### Monday'), []);
    assert.deepEqual(under('## Costs'), ['**Hours:**']);
  });
});
