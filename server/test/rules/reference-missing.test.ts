import assert from 'node:assert/strict';
import { findings, fixed, marked } from './helpers';

const RULE = 'reference-missing';
const APPENDICES = '\n\n## Appendices\n\n- Appendix A: Survey of borrowers\n';
const TABLES =
  '\n\nTable 1: Visits\n\n| Year | Visits |\n| --- | --- |\n| 2025 | 12 |\n\nTable 2: Loans\n\n| Year | Loans |\n| --- | --- |\n| 2025 | 19 |\n';
const OPTIONS =
  '\n\n| Option | Saving |\n| --- | --- |\n| Option 1: do nothing | £0 |\n| Option 2: close Ash | £118,000 |\n| Option 3: fewer hours | £89,400 |\n';
const RECOMMENDATIONS =
  '\n\n## Recommendations\n\nThat Cabinet:\n\n1. agrees the hours\n2. approves the money\n3. notes the risks\n';
const SECTIONS =
  '\n\n## 1. Purpose\n\nText.\n\n## 2. Background\n\nText.\n\n## 3. Proposal\n\nText.\n\n## 4. Money\n\nText.\n';
const PARAGRAPHS =
  '\n\n4.1 Visits rose.\n\n4.2 Loans fell.\n\n5.1 Staff agree.\n\n5.2 The parish agrees.\n\n5.3 The school agrees.\n\n6.1 The money is there.\n';
const GOES_ON =
  '\n\n1. Visits rose.\n2. Loans fell.\n\n## Staff\n\n3. Staff agree.\n4. The parish agrees.\n5. The school agrees.\n6. The money is there.\n';

const wrong: readonly (readonly [text: string, ...marked: string[]])[] = [
  [`The assessment is at Appendix B.${APPENDICES}`, 'Appendix B'],
  [`The assessment (Appendix B) found little. See also Appendix A.${APPENDICES}`, 'Appendix B'],
  ['See Annex 3.\n\nAnnex 1: survey. Annex 2: letter.\n', 'Annex 3'],
  ['See Appendix C.\n\n## Appendix A: Hours\n\nText.\n\n## Appendix B: Money\n\nText.\n', 'Appendix C'],
  [`The map is in Appendices A and B.${APPENDICES}`, 'Appendices A and B'],
  [`The savings in Table 3 are recurring.${TABLES}`, 'Table 3'],
  [`Cabinet approves the savings in tables 2 and 3.${TABLES}`, 'tables 2 and 3'],
  [`Option 4 is preferred because it keeps both.${OPTIONS}`, 'Option 4'],
  [`Recommendation 5 needs a decision by Council.${RECOMMENDATIONS}`, 'Recommendation 5'],
  [`The cost is in section 6 below.${SECTIONS}`, 'section 6'],
  [`The cost is set out at section 5.${SECTIONS}`, 'section 5'],
  [`As paragraph 4.3 says, loans fell.${PARAGRAPHS}`, 'paragraph 4.3'],
  [`See paragraph 7.1.${PARAGRAPHS}`, 'paragraph 7.1'],
  [`See paragraph 9.${GOES_ON}`, 'paragraph 9'],
];

const right: Readonly<Record<string, readonly string[]>> = {
  'what is there': [
    `The survey is at Appendix A.${APPENDICES}`,
    `See Appendix A1.${APPENDICES}`,
    `See Tables 1 and 2.${TABLES}`,
    `Option 3 is preferred.${OPTIONS}`,
    `Recommendation 3 is for Council.${RECOMMENDATIONS}`,
    `See section 4 below.${SECTIONS}`,
    `See paragraph 4.2.${PARAGRAPHS}`,
    `See section 4.${PARAGRAPHS}`,
  ],
  'what stands elsewhere': [
    `The report attached as Appendix B has more.${APPENDICES}`,
    `Appendix B (exempt) has the tenders.${APPENDICES}`,
    `The plan is at Appendix B, on the council’s website.${APPENDICES}`,
    `See [Appendix B](b.docx).${APPENDICES}`,
    'See Appendix B and Appendix C.\n\n## Appendix A: Hours\n\nText.\n',
    'See Appendix B.\n\n## Appendix A: Hours\n\nText.\n\nAppendices: A Hours, B Money.\n',
    'See Appendix C.\n\n## Appendices\n\nA. Survey\nB. Visits by hour\nC. Equality impact assessment\n',
    'See Appendix 2.\n\n## Appendices\n\n1. Survey\n2. Map\n',
    'See Appendix B.\n\nEnc: Annex A (titles); Annex B (quotations)\n',
    'An assessment is at Appendix B.\n',
    'See Appendix B. See Appendix D.\n\n## Appendix A: Hours\n\nText.\n',
    'See Appendix C.\n\n## Appendix B: Hours\n\nText.\n',
  ],
  'another document': [
    `Appendix B of the strategy says so.${APPENDICES}`,
    `Appendix B to the lease says so.${APPENDICES}`,
    `The backlog is £2m (Survey, January 2025, Table 4).${TABLES}`,
    `Table 5 of the return has more.${TABLES}`,
    `We closed recommendation 6 of the audit.${RECOMMENDATIONS}`,
    `Recommendation 4 of the review asks for more. We meet recommendation 7.${RECOMMENDATIONS}`,
    `Table 2 of the return has visits.\n\nTable 5 has loans.${TABLES}`,
    `> See Table 4.\n${TABLES}`,
  ],
  'a law': [
    `This meets the section 7 duty.${SECTIONS}`,
    `The service is due under section 7.${SECTIONS}`,
    `The money comes from section 106.${SECTIONS}`,
    `A section 26 request is served.${SECTIONS}`,
    `Under section 6 of the Act, the council may lend.${SECTIONS}`,
    `The lease ends under paragraph 4.3.${PARAGRAPHS}`,
  ],
  'other numbers': [
    `We asked for recommendations. 5 came.${RECOMMENDATIONS}`,
    `We have the option a trust gave us.${OPTIONS}`,
    'See paragraph 9.\n\n1. agrees\n2. notes\n3. asks\n4. goes\n5. comes\n6. waits\n',
  ],
};

describe('A reference to what the paper has not', () => {
  for (const [text, ...words] of wrong) {
    it(`is told: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(marked(RULE, text), words);
      for (const { message } of findings(RULE, text)) assert.match(message, /^There is no “.+[^,]\.$/);
    });
  }
  for (const [kind, texts] of Object.entries(right)) {
    for (const text of texts) {
      it(`is left alone where it is ${kind}: ${text.slice(0, 60).replace(/\s+/g, ' ')}`, () => {
        assert.deepEqual(marked(RULE, text), []);
      });
    }
  }

  it('can be made the only one that there is', () => {
    assert.match(
      fixed(RULE, `The assessment is at Appendix B.${APPENDICES}`),
      /^The assessment is at Appendix A\./,
    );
  });

  it('is mended in its letter alone, and not where there is markup in it', () => {
    const capitals = `See APPENDIX D.${APPENDICES}`;
    assert.match(fixed(RULE, capitals), /^See APPENDIX A\./);
    assert.match(fixed(RULE, `See **Appendix B**.${APPENDICES}`), /^See \*\*Appendix A\*\*\./);
    for (const text of [`See Appendix **D**.${APPENDICES}`, `See **Appendix** D.${APPENDICES}`])
      assert.deepEqual(findings(RULE, text)[0]!.fixes, [], text);
  });

  it('says what there is', () => {
    const said = (text: string): string => /whose .*?(?=\. Put)/.exec(findings(RULE, text)[0]!.message)![0];
    assert.equal(said(`See Appendix B.${APPENDICES}`), 'whose only appendix is A');
    assert.equal(said(`See Table 3.${TABLES}`), 'whose tables are 1 and 2');
    assert.equal(said(`See section 5.${SECTIONS}`), 'whose sections are 1 to 4');
    assert.equal(said(`See paragraph 4.3.${PARAGRAPHS}`), 'whose paragraphs are 4.1 and 4.2');
  });
});
