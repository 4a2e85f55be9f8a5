import assert from 'node:assert/strict';
import { findings } from '../rules/helpers';

const said = (sentence: string) => findings('source-vague', `# A\n\n## Why it matters\n\n${sentence}\n`);

describe('Who names a source is asked for what the sentence does not have', () => {
  for (const [sentence, asked] of [
    [
      'Research by the Thornley Trust shows that half of our adults live alone.',
      /^Nobody can look up “Research by the Thornley Trust shows”: neither the publication nor its year is named\. Name both, or give a link\.$/,
    ],
    [
      'The Thornley Trust reported in 2024 that half of the adults in England live alone.',
      /: the publication is not named\. Name it, or give a link\.$/,
    ],
    [
      'The Thornley Trust found in its 2023 report that half of the adults in England live alone.',
      /”: where to find the report is missing\. Give a link, or say where to ask for a copy\.$/,
    ],
    [
      'The Thornley Trust’s annual survey shows that half of the adults in England live alone.',
      /”: the year of the survey is missing, and where to find it\. Say which year it is from, and give a link or say where to ask for a copy\.$/,
    ],
    [
      'The Thornley Trust says that half of the adults in England live alone (May 2023 to April 2024).',
      /: the publication is not named\. Name it, or give a link\.$/,
    ],
    [
      'The Thornley Trust says that half of the adults in England live alone (year to June 2024).',
      /: the publication is not named\. Name it, or give a link\.$/,
    ],
    [
      'Shelter UK report that half of the adults in England live alone.',
      /neither the publication nor its year is named/,
    ],
    [
      'Thornley Trusts report half of the adults in England to live alone.',
      /neither the publication nor its year is named/,
    ],
    [
      'Research shows that libraries return around £6 for every £1 that is spent.',
      /neither the publication nor its year is named/,
    ],
    [
      'The report that the Thornley Trust wrote shows that half of the adults in England live alone.',
      /the year of the report is missing, and where to find it/,
    ],
    [
      'In its report the Thornley Trust says that half of the adults in England live alone.',
      /the year of the report is missing, and where to find it/,
    ],
    [
      'One in five of the people who live here has no broadband, our residents’ survey found.',
      /^“our residents’ survey found” lacks only a year\. Say which year the survey is from\.$/,
    ],
    [
      'The Thornley Trust’s *Living alone in England* found that half of the adults live alone.',
      /lacks only a year\. Say which year the publication is from\.$/,
    ],
  ] as const)
    it(sentence, () => {
      const found = said(sentence);
      assert.equal(found.length, 1);
      assert.match(found[0]!.message, asked);
    });

  it('is shown the words for the source, and not a number', () => {
    for (const number of ['three in ten', 'two thirds'])
      assert.match(
        said(`Research by the Thornley Trust shows that ${number} of the adults live alone.`)[0]!.message,
        /“Research by the Thornley Trust shows”/,
      );
  });

  for (const sentence of [
    'Some 3,100 adults in the town have never been online, according to the council’s 2025 residents’ survey.',
    'Our register of carers for 2026 shows that one in five residents looks after somebody.',
    'A review of the county’s libraries, published in January 2024, found that half of the roofs leak.',
    'Half of the adults in England live alone (household audit, Thornley Trust, April 2025).',
    'The Thornley Trust’s *Living alone in England* (2024) found that half of the adults live alone.',
  ])
    it(`is told enough by this: ${sentence}`, () => assert.deepEqual(said(sentence), []));
});

describe('The footnote of a figure that only names a body', () => {
  const noted = (note: string, sentence = 'The libraries lent 412,000 books in a year') =>
    findings('source-vague', `# A\n\n## Why it matters\n\n${sentence}.[^1]\n\n[^1]: ${note}\n`);

  it('is told, at the footnote', () => {
    const [found, ...more] = noted('CIPFA.');
    assert.deepEqual(more, []);
    assert.match(found!.message, /“CIPFA” alone\. Name the publication and its year, or give a link\./);
    assert.equal(noted('National Literacy Trust website').length, 1);
  });

  it('is not where its source is still to be filled in, which is told as that alone', () => {
    for (const note of ['TBC', 'TBC.', 'TBA', 'Source TBC']) assert.deepEqual(noted(note), [], note);
  });

  it('is the first of several with one label, which is the one that is shown', () => {
    assert.deepEqual(noted('CIPFA, *Public library statistics*, 2024.\n\n[^1]: CIPFA.'), []);
    assert.equal(noted('CIPFA.\n\n[^1]: CIPFA, *Public library statistics*, 2024.').length, 1);
    assert.match(noted('CIPFA....')[0]!.message, /by “CIPFA” alone/);
  });

  it('is not where it says what it is, or where no figure rests on it', () => {
    for (const note of ['CIPFA, 2024.', 'CIPFA, *Public library statistics*.', 'Library management system.'])
      assert.deepEqual(noted(note), [], note);
    assert.deepEqual(noted('CIPFA.', 'The libraries have a standard for their accounts'), []);
  });
});

describe('A publication of the evidence library', () => {
  const SAID =
    'SLIC’s Library Data show that public libraries in Scotland had 14.5 million visits in 2023/24, 18% more than the year before.';
  it('is named where its name and year stand there', () => {
    assert.equal(said(SAID).length, 0);
    assert.equal(said(SAID.replace(' in 2023/24', '')).length, 1);
    assert.equal(said(SAID.replace('Library Data', 'figures')).length, 1);
  });
});
