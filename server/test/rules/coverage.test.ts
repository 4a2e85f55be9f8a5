import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import type { Project } from '../../src/project/types';
import { begunIn } from '../../src/rules/lib/topics';
import { idsOf } from '../framework/ids';
import { findings, fixed, marked } from './helpers';

const ISOLATION =
  'Older people who live alone are less lonely because the library brings them together: volunteers help 40 of them to come to the Tuesday coffee morning, where they make friends.';
const draft = (frontMatter: string, body: string): string => `---\n${frontMatter}\n---\n\n${body}\n`;

describe('An argument that has been begun', () => {
  const text = draft(
    'kind: briefing\nareas: [digital]',
    '# Ashby\n\nOne.\n\nResidents learn to [insert what].',
  );
  it('is looked for once in a draft, whichever of its topics asks', () => {
    const parsed = parseDraft(text);
    const begun = begunIn(parsed);
    assert.deepEqual(
      [...begun].map(({ text }) => text),
      ['Residents learn to [insert what].'],
    );
    assert.equal(begunIn(parsed), begun);
    assert.equal(begunIn(parseDraft(text.replace('[insert what]', 'read'))).size, 0);
  });
});

/** A configuration that asks topics of papers. */
const asking = (asks: Project['configuration']['asks']): Project => ({
  ...builtInProject,
  configuration: { ...builtInProject.configuration, asks },
});

describe('The line that sums up what a draft argues', () => {
  it('stands on the title, and says what is argued, named and left out', () => {
    const text = draft('kind: briefing', `# Ashby\n\n${ISOLATION}`);
    assert.deepEqual(marked('coverage-summary', text), ['# Ashby']);
    const [summary] = findings('coverage-summary', text);
    assert.equal(summary!.severity, 'information');
    assert.match(summary!.message, /^Areas (?:argued|evidenced): Isolation and reconnection; .*not argued: /);
    assert.match(summary!.message, / (?:Offers |None of the 4 offers is argued\.)/);
  });
  it('calls missing only what the paper is held to', () => {
    const held = draft('kind: briefing\nareas: [isolation, digital]', `# Ashby\n\n${ISOLATION}`);
    const [summary] = findings('coverage-summary', held);
    assert.match(summary!.message, /; missing: Digital inclusion; not argued: Economic recovery, /);
    const [none] = findings('coverage-summary', held.replace(/areas: .*/, 'areas: none'));
    assert.doesNotMatch(none!.message, /missing/);
  });
  it('says only that a topic is not argued, as a sentence may name it all the same', () => {
    const list = 'Libraries are also important for education, culture and the economy.';
    const text = draft('kind: briefing', `# Ashby\n\n${ISOLATION}\n\n${list}`);
    const [summary] = findings('coverage-summary', text);
    assert.doesNotMatch(summary!.message, /nothing/i);
    assert.match(summary!.message, /not argued: .*Cultural partnership/);
  });
  it('is not there before anything is written', () => {
    assert.deepEqual(findings('coverage-summary', '---\nkind: briefing\n---\n\n# Ashby\n'), []);
  });
  it('is there for a paper that names no topic at all, which needs it most', () => {
    const hours = 'Opening times at Ashby were last changed in 2017, and would be shorter from April.';
    assert.deepEqual(findings('coverage-summary', draft('kind: report', `# Hours\n\n${hours}`)), []);
    const paper = Array.from({ length: 6 }, () => hours).join('\n\n');
    const [summary] = findings('coverage-summary', draft('kind: report', `# Hours\n\n${paper}`));
    assert.equal(summary!.message, 'None of the 5 areas is argued. None of the 4 offers is argued.');
    const begun = draft('kind: report', '# Hours\n\n## Background\n\n[insert what has changed]');
    assert.deepEqual(findings('coverage-summary', begun), []);
  });
  it('offers to hold the paper to what it argues, beside what it is held to already', () => {
    const end = `# Ashby\n\n${ISOLATION}`;
    const after = fixed('coverage-summary', draft('kind: briefing\nareas: [digital]', end));
    assert.match(after, /^areas: \[isolation, digital\]$/m);
    const fresh = fixed('coverage-summary', draft('kind: briefing', end));
    assert.match(fresh, /^---\nkind: briefing\nareas: \[isolation\]\n(?:offers: .*\n)?---\n/);
    const bare = fixed('coverage-summary', `${end}\n`);
    assert.match(bare, /^---\nareas: \[isolation\]\n(?:offers: .*\n)?---\n\n# Ashby/);
    const listed = fixed('coverage-summary', draft('areas:\n- digital\nkind: briefing', end));
    assert.match(listed, /^---\nareas: \[isolation, digital\]\nkind: briefing\n/);
  });
  it('does not offer so in front matter that must be mended first', () => {
    const titles = (text: string) =>
      findings('coverage-summary', text).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    const text = draft('kind: briefing', `# Ashby\n\n${ISOLATION}`);
    assert.ok(titles(text).some((title) => title.startsWith('Hold')));
    assert.ok(!titles(text.replace('\n---\n', '\n')).some((title) => title.startsWith('Hold')));
  });
});

describe('An area that is missing', () => {
  it('is reported once, at its id in the front matter', () => {
    const text = draft('kind: briefing\nareas: [digital, isolation]', `# Ashby\n\n${ISOLATION}`);
    assert.deepEqual(marked('area-missing', text), ['digital']);
  });
  it('is reported at the kind where the configuration asks it of papers of that kind', () => {
    const text = draft('kind: briefing', `# Ashby\n\n${ISOLATION}`);
    const project = asking({ briefing: 'all' });
    assert.deepEqual([...new Set(marked('area-missing', text, project))], ['briefing']);
    assert.equal(findings('area-missing', text, project).length, idsOf('area').length - 1);
    assert.deepEqual(findings('area-missing', text, asking({ report: 'all' })), []);
  });
  it('is reported at the title where there is no front matter', () => {
    assert.deepEqual(
      [...new Set(marked('area-missing', `# Ashby library\n\n${ISOLATION}\n`, asking({ briefing: 'all' })))],
      ['# Ashby library'],
    );
  });
  it('is no fault where neither the paper nor its service has promised it', () => {
    assert.deepEqual(findings('area-missing', draft('kind: report', `# Ashby\n\n${ISOLATION}`)), []);
    assert.deepEqual(findings('area-missing', draft('kind: press-release', `# Ashby\n\n${ISOLATION}`)), []);
    assert.deepEqual(findings('area-missing', draft('kind: briefing\nareas: none', '# Ashby\n\nText.')), []);
  });

  const home: readonly [string, string, RegExp][] = [
    [
      'at the end of the facts of a briefing',
      '# Ashby\n\n## The facts\n\nOne.\n\n## The ask\n\nGive us money.',
      /One\.\n\nResidents who have no internet[\s\S]*## The ask/,
    ],
    [
      'before what is asked, where there are no facts',
      '# Ashby\n\nOne.\n\n## The ask\n\nGive us money.',
      /One\.\n\nResidents who have no internet[\s\S]*## The ask/,
    ],
    [
      'before the contact, where nothing is asked',
      '# Ashby\n\nOne.\n\n## Contact\n\nJo.',
      /One\.\n\nResidents[\s\S]*## Contact/,
    ],
    [
      'at the end, before the notes',
      '# Ashby\n\nOne.[^a]\n\n[^a]: A note.',
      /One\.\[\^a\]\n\nResidents[\s\S]*\n\n\[\^a\]: A note\./,
    ],
    ['after the only line', 'One.', /One\.\n\nResidents/],
  ];
  for (const [where, body, expected] of home) {
    it(`gets its paragraph ${where}`, () => {
      const text = draft('kind: briefing\nareas: [digital]', body);
      const after = fixed('area-missing', text);
      assert.match(after, expected);
      assert.deepEqual(findings('area-missing', after), []);
    });
  }
  it('gets its paragraph among the reasons of a report, not before its recommendations', () => {
    const text = draft(
      'kind: report\nareas: [digital]',
      '# Ashby\n\n## Recommendations\n\nThat cabinet agrees.\n\n## Reasons\n\nOne.\n\n### More\n\nTwo.\n\n## Options\n\nNone.',
    );
    assert.match(fixed('area-missing', text), /Two\.\n\nResidents[\s\S]*\n\n## Options/);
  });
  it('keeps the line ends of the draft', () => {
    const text = draft('kind: briefing\nareas: [digital]', '# Ashby\n\nOne.\n\n## Contact\n\nJo.').replaceAll(
      '\n',
      '\r\n',
    );
    const after = fixed('area-missing', text);
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.deepEqual(findings('area-missing', after), []);
  });
  it('gets a footnote of its own where its label is taken', () => {
    const text = draft('kind: briefing\nareas: [digital]', 'One.[^digital]\n\n[^digital]: A note.');
    assert.match(fixed('area-missing', text), /\[\^digital-2\][\s\S]*\[\^digital-2\]: /);
  });
});

describe('An area that is only mentioned', () => {
  const text = draft(
    'kind: briefing\nareas: [isolation]',
    '# Ashby\n\nLibraries tackle isolation and do much more.\n\n## Contact\n\nJo.',
  );
  it('is reported at the words that mention it', () => {
    const [words] = marked('area-mentioned', text);
    assert.match(words!, /isolation/);
    assert.deepEqual(findings('area-missing', text), []);
  });
  it('says which words mention it, and how to leave it out', () => {
    const [finding] = findings('area-mentioned', text);
    assert.match(
      finding!.message,
      /^Isolation and reconnection is only mentioned here \(“(?:tackle )?isolation”\), not argued\. Show how .* If this paper need not argue it, take it out of “areas” in the details at the top\.$/,
    );
    const offer = draft(
      'kind: pitch\nareas: none\noffers: [reading]',
      '# A van\n\nThe van also has a reading group.',
    );
    assert.match(
      findings('offer-mentioned', offer)[0]!.message,
      /^Reading is only mentioned here \(“reading group”\), not argued\. Show how .* take it out of “offers” in the details at the top\.$/,
    );
  });
  it('gets its argument after the mention', () => {
    const after = fixed('area-mentioned', text);
    assert.match(after, /much more\.\n\nOlder people[\s\S]*\n\n## Contact/);
    assert.deepEqual(findings('area-mentioned', after), []);
  });
});

describe('An area that is argued without evidence', () => {
  it('is reported, and no longer when a figure has a source', () => {
    const text = draft(
      'kind: briefing\nareas: [isolation]',
      `# Ashby\n\n${ISOLATION.replace('help 40 of them', 'help them')}`,
    );
    assert.equal(findings('area-unevidenced', text).length, 1);
    const sourced = text.replace(
      'make friends.',
      'make friends, said 78% of them.[^1]\n\n[^1]: Ashby Council, *Survey*, 2026.',
    );
    assert.deepEqual(findings('area-unevidenced', sourced), []);
  });
  it('is not reported where a finding on its passage asks for the same', () => {
    const argued = (passage: string, more = '') =>
      draft(`kind: briefing\nareas: [isolation]\n${more}`, `# Ashby\n\n${passage}`);
    const plain = ISOLATION.replace('help 40 of them', 'help them');
    const unsourced = argued(`${plain} Half of all adults in the county are lonely.`);
    assert.equal(findings('figure-unsourced', unsourced).length, 1);
    assert.deepEqual(findings('area-unevidenced', unsourced), []);
    const dangling = argued(`${plain} Half of all adults in the county are lonely.[^gone]`);
    assert.equal(findings('footnote-missing', dangling).length, 1);
    assert.deepEqual(findings('area-unevidenced', dangling), []);
    // One that nobody sees asks for nothing.
    const off = unsourced.replace('areas:', 'rules:\n  figure-unsourced: off\nareas:');
    assert.equal(findings('area-unevidenced', off).length, 1);
    const silenced = unsourced.replace(
      'Ashby\n\n',
      'Ashby\n\n<!-- advocacy-disable-next-line figure-unsourced -->\n',
    );
    assert.equal(findings('area-unevidenced', silenced).length, 1);
    // Nor one on another passage.
    const elsewhere = argued(`${plain}\n\n## More\n\nCrime fell by 12% last year.`);
    assert.equal(findings('figure-unsourced', elsewhere).length, 1);
    assert.equal(findings('area-unevidenced', elsewhere).length, 1);
  });
  it('says to fill in the footnote, where its figure has one that is empty', () => {
    const text = draft(
      'kind: briefing\nareas: [isolation]',
      `# Ashby\n\n${ISOLATION.replace('make friends.', 'make friends, said 78% of them.[^1]\n\n[^1]: [insert source].')}`,
    );
    const message = findings('area-unevidenced', text)[0]!.message;
    assert.match(message, /Fill in the footnote/);
    assert.doesNotMatch(message, /Add a figure/);
  });
});

describe('An area whose proof stands beside its argument', () => {
  const ARGUED = ISOLATION.replace('help 40 of them', 'help them');
  const found = (behind: string, argued = ARGUED): number =>
    findings(
      'area-unevidenced',
      draft('kind: briefing\nareas: [isolation]', `# Ashby\n\n${argued}\n\n${behind}`),
    ).length;
  const proofs: readonly [string, string, string?][] = [
    [
      'a named voice',
      'Edna Marsh, who is 84, said: “It is the first time that I have laughed since I lost Ted.”',
    ],
    [
      'a figure with a footnote',
      'Of those who came, 78% made a friend.[^1]\n\n[^1]: Ashby Council, *Survey*, 2026.',
    ],
    [
      'a table with its source',
      '| Year | Made a friend |\n| --- | --- |\n| 2025 | 78% |\n\nSource: Ashby Council, survey of users, 2026.',
    ],
    [
      'a quotation with the name below',
      '> It is the first time that I have laughed since I lost Ted.\n>\n> Edna Marsh, 84, Hawkby',
    ],
    [
      'a list of what a register says',
      '- 78% made a friend\n- 112 came more than once',
      `${ARGUED} According to the club’s register for 2025/26:`,
    ],
  ];
  const LONELY = 'In the ward 44% of residents over 60 are lonely (Ashby Council, household survey, 2026).';
  const elsewhere: readonly [string, string, string?][] = [
    ['a figure on the area two paragraphs on', `The roof is new.\n\n## Need\n\n${LONELY}`],
    [
      'a figure of its own, and where all figures are from',
      'All figures in this paper are from the Ashby Library Return 2025/26.',
      `${ARGUED} Of those who come, 78% have made a friend.`,
    ],
  ];
  for (const [what, behind, argued] of [...proofs, ...elsewhere]) {
    it(`is not reported: ${what}`, () => assert.equal(found(behind, argued), 0));
  }
  const none: readonly [string, string][] = [
    ['a figure without a source', 'Of those who came, 78% made a friend.'],
    ['a footnote to fill in', 'Of those who came, 78% made a friend.[^1]\n\n[^1]: [insert source]'],
    ['a voice without a name', '> It is the first time that I have laughed since I lost Ted.'],
    ['a figure on the area without a source', '## Need\n\nIn the ward 44% of residents over 60 are lonely.'],
    [
      'what it costs',
      'The lunch club meets on Thursdays.\n\n## Budget\n\nThe lunch club has a budget of £4,000 (Ashby Council, 2026).',
    ],
    ['a proof below the next heading', '## Roads\n\nRoads cost 12% more (ONS, 2026).'],
    ['a proof of the next point', '**Roads.** They cost 12% more (ONS, 2026).'],
    [
      'a proof of another area',
      'Residents without the internet get online because staff help them to use a tablet: 62% now shop online (Ashby Council, survey, 2026).',
    ],
  ];
  for (const [what, behind] of none) {
    it(`is reported all the same: ${what}`, () => assert.equal(found(behind), 1));
  }
});

describe('An offer or a promise that the front matter names', () => {
  it('is reported when it is missing, and not when the front matter does not name it', () => {
    const body = `# Ashby\n\n${ISOLATION}`;
    assert.deepEqual(marked('offer-missing', draft('kind: pitch\nareas: none\noffers: [reading]', body)), [
      'reading',
    ]);
    assert.deepEqual(
      marked('offer-missing', draft('kind: pitch\nareas: none\noffers: [childrens-promise]', body)),
      ['childrens-promise'],
    );
    assert.deepEqual(findings('offer-missing', draft('kind: pitch\nareas: none', body)), []);
  });
  it('gets its paragraph', () => {
    const text = draft('kind: pitch\nareas: none\noffers: [reading]', `# Ashby\n\n${ISOLATION}`);
    assert.deepEqual(findings('offer-missing', fixed('offer-missing', text)), []);
  });
});
