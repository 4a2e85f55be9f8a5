import assert from 'node:assert/strict';
import { builtInEvidence } from '../../../src/evidence';
import {
  type Catalogue,
  type CoverageResult,
  catalogueRequest,
  coverageRequest,
  type InsertResult,
} from '../../../src/protocol';
import { Editor } from '../editor';

const LIBRARY = `
sources:
  survey: { publisher: Wexmoor Council, title: Library user survey, date: March 2026 }
evidence:
  - id: wexmoor-tablets
    statement: In 2025/26, 214 residents of Wexmoor got online with a tablet from their library.
    source: survey
    topics: [digital]
`;
const DRAFT = '---\nkind: briefing\n---\n\n# Getting online\n\nFirst.\n\nLast.\n';

describe('Evidence for a draft', () => {
  let editor: Editor;
  beforeEach(async () => {
    const files = { '.advocacy.json': '{ "evidence": ["evidence.yaml"] }', 'evidence.yaml': LIBRARY };
    editor = await Editor.start({ settings: {}, files });
  });
  afterEach(() => editor.stop());

  const insert = (uri: string, position: object | null, id: string) =>
    editor.execute<InsertResult>('advocacy.server.insert', uri, position, `evidence:${id}`);

  it('is listed with its source and what it supports, the own before the national', async () => {
    const uri = await editor.open('draft.md', DRAFT);
    const { evidence } = await editor.request<Catalogue>(catalogueRequest, { uri });
    assert.deepEqual(evidence[0], {
      id: 'wexmoor-tablets',
      statement: 'In 2025/26, 214 residents of Wexmoor got online with a tablet from their library.',
      source: 'Wexmoor Council, Library user survey, March 2026',
      topics: ['Digital inclusion'],
    });
    assert.ok(evidence.length > 10);
    // A title that ends with its date says it for both.
    const statistics = evidence.find(({ source }) => source.includes('Public library statistics 2022/23'));
    assert.doesNotMatch(statistics!.source, /2022\/23.*2022\/23/);
    assert.ok(evidence.some(({ source }) => source.endsWith('Participation Survey 2024/25, 2025')));
    assert.equal(new Set(evidence.map(({ id }) => id)).size, evidence.length);
  });

  for (const [country, details] of [
    ['Scotland', 'organisation: Fife Council'],
    ['Scotland', 'author: Ann Moss, Head of Libraries, Scottish Borders'],
    ['Northern Ireland', 'organisation: Libraries NI'],
    ['England', 'organisation: Essex County Council'],
    ['Wales', 'organisation: Cardiff Council'],
  ] as const)
    it(`is listed with that of the paper’s own country first, then of the United Kingdom: ${details}`, async () => {
      const uri = await editor.open(
        'nation.md',
        DRAFT.replace('kind: briefing', `kind: briefing\n${details}`),
      );
      const { evidence } = await editor.request<Catalogue>(catalogueRequest, { uri });
      const holds = new Map(builtInEvidence.facts.map((fact) => [fact.id, fact]));
      const places = evidence.flatMap(({ id }) => {
        const fact = holds.get(id);
        return fact === undefined || fact.newer !== undefined || fact.trust?.startsWith('History')
          ? []
          : [fact.holds ?? 'United Kingdom'];
      });
      const isOwn = (place: string) =>
        place.includes(country) || (place === 'Great Britain' && country !== 'Northern Ireland');
      const bands = places.map((place) => (isOwn(place) ? 0 : place === 'United Kingdom' ? 1 : 2));
      assert.deepEqual(bands, [...bands].sort());
      assert.equal(places[0], country);
    });

  it('is listed with history after all that is newer and suits as well, but before what is of elsewhere', async () => {
    const uri = await editor.open(
      'wales.md',
      DRAFT.replace('kind: briefing', 'kind: briefing\norganisation: Cardiff Council'),
    );
    const { evidence } = await editor.request<Catalogue>(catalogueRequest, { uri });
    const order = [
      'wales-2022-23-offline',
      'good-things-2024-skills',
      'wales-2019-20-lonely',
      'uea-2023-value',
    ];
    const places = order.map((id) => evidence.findIndex((fact) => fact.id === id));
    assert.ok(places.every((place) => place >= 0));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('is listed with that of the paper’s own county before all other that is not its own', async () => {
    const uri = await editor.open(
      'kent.md',
      DRAFT.replace('kind: briefing', 'kind: briefing\norganisation: Kent County Council'),
    );
    const { evidence } = await editor.request<Catalogue>(catalogueRequest, { uri });
    const holds = (id: string) => builtInEvidence.facts.find((fact) => fact.id === id)?.holds;
    const own = evidence.filter(({ distance }) => distance === 1).map(({ id }) => holds(id));
    assert.ok(own.includes('Kent') && own.includes('England') && !own.includes('Suffolk'));
  });

  it('is inserted where the cursor is, and cites the footnote again that says the same', async () => {
    const uri = await editor.open('draft.md', DRAFT);
    const position = { line: 5, character: 0 };
    assert.equal((await insert(uri, position, 'wexmoor-tablets')).applied, true);
    assert.equal((await insert(uri, position, 'wexmoor-tablets')).applied, true);
    const text = editor.text(uri);
    assert.match(
      text,
      /online\n\nIn 2025\/26, 214 residents .*\[\^wexmoor-tablets\]\n\nIn 2025.*\[\^wexmoor-tablets\]\n\nFirst\./,
    );
    assert.match(
      text,
      /Last\.\n\n\[\^wexmoor-tablets\]: Wexmoor Council, \*Library user survey\*, March 2026\.\n$/,
    );
  });

  it('has one footnote with all facts of its source, whatever that is called in the draft', async () => {
    const uri = await editor.open(
      'draft.md',
      `${DRAFT}\n[^1]: Wexmoor Council, *Library user\n    survey*, March 2026.\n`,
    );
    await insert(uri, { line: 6, character: 2 }, 'wexmoor-tablets');
    assert.match(editor.text(uri), /First\. In 2025\/26, .*library\.\[\^1\]\n\nLast\./);
    assert.equal(editor.text(uri).match(/^\[\^/gm)!.length, 1);
    const position = () => editor.positionAfter(uri, 'Last.');
    await insert(uri, position(), 'participation-2024-25-use');
    await insert(uri, position(), 'participation-2024-25-borrowing');
    assert.match(
      editor.text(uri),
      /borrowed from it\.\[\^participation-2024-25-use\] Three in ten .*\[\^participation-2024-25-use\]\n/,
    );
    assert.equal(editor.text(uri).match(/^\[\^/gm)!.length, 2);
  });

  it('is listed as said where the draft has it, also in other words with its source, and nowhere else', async () => {
    const said = async (draft: string, id: string) => {
      const uri = await editor.open('draft.md', draft);
      const { evidence } = await editor.request<Catalogue>(catalogueRequest, { uri });
      await editor.close(uri);
      return evidence.find((one) => one.id === id)?.said === true;
    };
    const note = '[^w]: Wexmoor Council, *Library user survey*, March 2026.';
    const inserted = `${DRAFT}\nIn 2025/26, 214 residents of\nWexmoor got online with a tablet from their library.[^w]\n\n${note}\n`;
    const retold = `${DRAFT}\nTablets brought 214 residents online in 2025/26.[^w]\n\n${note}\n`;
    assert.equal(await said(inserted, 'wexmoor-tablets'), true);
    assert.equal(await said(retold, 'wexmoor-tablets'), true);
    assert.equal(await said(retold, 'participation-2024-25-use'), false);
    assert.equal(await said(retold.replace('214', '215'), 'wexmoor-tablets'), false);
    assert.equal(await said(retold.replace('online in 2025/26.[^w]', 'online.'), 'wexmoor-tablets'), false);
    assert.equal(await said(DRAFT, 'wexmoor-tablets'), false);
  });

  it('has a footnote of its own where another says something else, or has its label', async () => {
    const note = '[^wexmoor-tablets]: Wexmoor Council, *Library user survey*, March 2025.';
    const uri = await editor.open('draft.md', `${DRAFT}\n${note}\n`);
    await insert(uri, { line: 6, character: 2 }, 'wexmoor-tablets');
    assert.ok(editor.text(uri).includes(note));
    assert.match(editor.text(uri), /^\[\^wexmoor-tablets-2\]: .* March 2026\.$/m);
  });

  const ARGUMENT =
    'Residents who have no internet at home cannot apply for jobs online. Library staff help them to get online, so that they can apply.';

  it('gives the argument at the end of whose paragraph the cursor is its evidence', async () => {
    const uri = await editor.open(
      'draft.md',
      `---\nkind: briefing\nareas: [digital]\n---\n\n# Getting online\n\n${ARGUMENT}\n`,
    );
    const digital = async () => {
      const { areas } = await editor.request<CoverageResult>(coverageRequest, { textDocument: { uri } });
      return areas.find(({ id }) => id === 'digital')!.state;
    };
    assert.equal(await digital(), 'argued');
    await insert(uri, editor.positionAfter(uri, ARGUMENT), 'wexmoor-tablets');
    assert.equal(await digital(), 'evidenced');
  });

  const FACT =
    'In 2025/26, 214 residents of Wexmoor got online with a tablet from their library.[^wexmoor-tablets]';
  const NOTE = '[^wexmoor-tablets]: Wexmoor Council, *Library user survey*, March 2026.';
  for (const [where, before, expected] of [
    ['in the last paragraph, at its end', 'One.|\n', `One. ${FACT}\n\n${NOTE}\n`],
    ['behind words without a full stop', 'One|\n\nTwo.\n', `One. ${FACT}\n\nTwo.\n\n${NOTE}\n`],
    ['behind a space at its end', 'One. |\n\nTwo.\n', `One. ${FACT}\n\nTwo.\n\n${NOTE}\n`],
    ['inside a sentence: at the end', 'O|ne. Two.\n\nLast.\n', `One. Two. ${FACT}\n\nLast.\n\n${NOTE}\n`],
    ['between two sentences', 'One. |Two.\n', `One. ${FACT} Two.\n\n${NOTE}\n`],
    [
      'between two, the first of them with a footnote',
      'One.|[^1] *Two.*\n\n[^1]: A.\n',
      `One.[^1] ${FACT} *Two.*\n\n[^1]: A.\n${NOTE}\n`,
    ],
    [
      'in the text of a link: at the end',
      'A [big. |Big](b.md) one.\n\nTwo.\n',
      `A [big. Big](b.md) one. ${FACT}\n\nTwo.\n\n${NOTE}\n`,
    ],
    ['in CRLF text', 'One.|\r\n\r\nTwo.\r\n', `One. ${FACT}\r\n\r\nTwo.\r\n\r\n${NOTE}\r\n`],
    [
      'in an item of a list: in that item, which it is to prove',
      '- O|ne.\n- Two.\n\nLast.\n',
      `- One. ${FACT}\n- Two.\n\nLast.\n\n${NOTE}\n`,
    ],
    [
      'behind the last item, which has no full stop',
      '1. One\n2. Two |\n\nLast.\n',
      `1. One\n2. Two. ${FACT}\n\nLast.\n\n${NOTE}\n`,
    ],
    [
      'before the marker of an item that has others below it',
      '- One.\n|- Two.\n  - Three.\n\nLast.\n',
      `- One.\n- Two. ${FACT}\n  - Three.\n\nLast.\n\n${NOTE}\n`,
    ],
    ['in an item that is still empty', '- One.\n- |\n\nLast.\n', `- One.\n- ${FACT}\n\nLast.\n\n${NOTE}\n`],
    ['in the only item', 'Facts:\n\n-|\n', `Facts:\n\n- ${FACT}\n\n${NOTE}\n`],
    [
      'in words of an item that lead on to a list: below it all',
      '- One:|\n  - Two.\n\nLast.\n',
      `- One:\n  - Two.\n\n${FACT}\n\nLast.\n\n${NOTE}\n`,
    ],
    [
      'in HTML: below it',
      '<div>\nO|ne.\n</div>\n\nLast.\n',
      `<div>\nOne.\n</div>\n\n${FACT}\n\nLast.\n\n${NOTE}\n`,
    ],
    [
      'in the details at the top: at the end of the text, and not between the title and the first section',
      '---\nki|nd: briefing\n---\n\n# One\n\nLast.\n',
      `---\nkind: briefing\n---\n\n# One\n\nLast.\n\n${FACT}\n\n${NOTE}\n`,
    ],
    [
      'in the details at the top: in the paragraph that argues what it supports',
      `---\nki|nd: briefing\n---\n\n# One\n\n## Key messages\n\n${ARGUMENT}\n\n## Contact\n\nAnn Moss\n`,
      `---\nkind: briefing\n---\n\n# One\n\n## Key messages\n\n${ARGUMENT} ${FACT}\n\n## Contact\n\nAnn Moss\n\n${NOTE}\n`,
    ],
    [
      'in the details at the top: not in a summary, but in the section with the facts',
      `---\nki|nd: briefing\n---\n\n# One\n\n## Summary\n\n${ARGUMENT}\n\n## The facts\n\nTwo.\n\n## Contact\n\nAnn Moss\n`,
      `---\nkind: briefing\n---\n\n# One\n\n## Summary\n\n${ARGUMENT}\n\n## The facts\n\nTwo.\n\n${FACT}\n\n## Contact\n\nAnn Moss\n\n${NOTE}\n`,
    ],
    [
      'above the title: where it belongs, too',
      '---\nkind: briefing\n---\n|\n# One\n\nLast.\n',
      `---\nkind: briefing\n---\n\n# One\n\nLast.\n\n${FACT}\n\n${NOTE}\n`,
    ],
    [
      'in the details of a letter: above its close',
      '---\nkind: le|tter\n---\n\nThe Library\n\nDear Ann\n\nLast.\n\nYours sincerely\n',
      `---\nkind: letter\n---\n\nThe Library\n\nDear Ann\n\nLast.\n\n${FACT}\n\nYours sincerely\n\n${NOTE}\n`,
    ],
    [
      'among the notes at the end: above them',
      'One.[^1]\n\n[^1]: A| source.\n',
      `One.[^1]\n\n${FACT}\n\n[^1]: A source.\n${NOTE}\n`,
    ],
    [
      'below the notes at the end: above them',
      'One.[^1]\n\n[^1]: A source.\n|',
      `One.[^1]\n\n${FACT}\n\n[^1]: A source.\n${NOTE}\n`,
    ],
    [
      'in a place of a skeleton for a figure: in its stead, and its note in that of the other',
      '- Across Wexmoor, [insert |national figure, what it counts and its year].[^national]\n- Two.[^two]\n\n[^two]: B.\n\n[^national]: [insert organisation, title, date and web address of the source].\n',
      `- ${FACT}\n- Two.[^two]\n\n[^two]: B.\n\n${NOTE}\n`,
    ],
    [
      'in such a place, when another sentence has the same note, which stays',
      'In Wexmoor, [insert |local figure, what it counts and its year].[^a]\n\nTwo.[^a]\n\n[^a]: [insert organisation].\n',
      `${FACT}\n\nTwo.[^a]\n\n[^a]: [insert organisation].\n${NOTE}\n`,
    ],
    [
      'in such a place beside a figure of one’s own: behind that',
      'In 2025, 40 people, compared with [insert |national or earlier figure].\n\nTwo.\n',
      `In 2025, 40 people, compared with [insert national or earlier figure]. ${FACT}\n\nTwo.\n\n${NOTE}\n`,
    ],
    [
      'in such a place in a sentence of one’s own: behind that',
      'Mrs Khan’s group has counted since Easter: [insert |figure] people came, and all asked us to stay.\n',
      `Mrs Khan’s group has counted since Easter: [insert figure] people came, and all asked us to stay. ${FACT}\n\n${NOTE}\n`,
    ],
    [
      'in such a place in a sentence that begins like one of a skeleton: behind that',
      'In all our years, [insert |local figure, what it counts and its year].\n',
      `In all our years, [insert local figure, what it counts and its year]. ${FACT}\n\n${NOTE}\n`,
    ],
    [
      'elsewhere in a sentence with such a place: behind that',
      'In Wexmoor, [insert local figure, what it counts and its year].|\n',
      `In Wexmoor, [insert local figure, what it counts and its year]. ${FACT}\n\n${NOTE}\n`,
    ],
    [
      'in such a place of which all else is to be filled in, too',
      'In [insert year], [insert number and what it counts, such as 512 people joined] in [insert place], compared with [insert |national or earlier figure].\n',
      `${FACT}\n\n${NOTE}\n`,
    ],
    [
      'in such a place where a reviewer has added words: behind them',
      'In Wexmoor, [insert |local figure, what it counts and its year]. We ask {++every ward++}.\n',
      `In Wexmoor, [insert local figure, what it counts and its year]. We ask {++every ward++}. ${FACT}\n\n${NOTE}\n`,
    ],
    [
      'in a place for anything else: behind it',
      'We ask [insert |who] to agree.\n\nTwo.\n',
      `We ask [insert who] to agree. ${FACT}\n\nTwo.\n\n${NOTE}\n`,
    ],
    [
      'in a place of a skeleton when its footnote is there: that is cited, and what was to be filled in for it goes',
      `Across Wexmoor, [insert |national figure, what it counts and its year].[^national]\n\n${NOTE}\n[^national]: [insert organisation].\n`,
      `${FACT}\n\n${NOTE}\n`,
    ],
    ...(
      [
        ['apart', '[^a]: [insert A].\n\n[^b]: [insert B].\n', '\n'],
        ['one below the other', '[^a]: [insert A].\n[^b]: [insert B].\n', ''],
        ['the other first', '[^b]: [insert B].\n\n[^a]: [insert A].\n', ''],
      ] as const
    ).flatMap(
      ([order, notes, between]) =>
        [
          [
            `in a place of a skeleton with two notes to fill in, ${order}: for both, and no line of theirs is left`,
            `In Wexmoor, [insert |local figure, what it counts and its year].[^a][^b]\n\nTwo.[^c]\n\n${notes}[^c]: C.\n`,
            `${FACT}\n\nTwo.[^c]\n\n${NOTE}\n${between}[^c]: C.\n`,
          ],
          [
            `in such a place at the end, ${order}`,
            `In Wexmoor, [insert |local figure, what it counts and its year].[^a][^b]\n\nTwo.\n\n${notes}`,
            `${FACT}\n\nTwo.\n\n${NOTE}\n`,
          ],
          [
            `in such a place when its footnote is there, ${order}`,
            `In Wexmoor, [insert |local figure, what it counts and its year].[^a][^b]\n\n${NOTE}\n${notes}`,
            `${FACT}\n\n${NOTE}\n`,
          ],
        ] as const,
    ),
    ['in a heading: below it', '# O|ne\n\nLast.\n', `# One\n\n${FACT}\n\nLast.\n\n${NOTE}\n`],
    ['in a quotation: below it', '> One.|\n\nLast.\n', `> One.\n\n${FACT}\n\nLast.\n\n${NOTE}\n`],
  ] as const) {
    it(`is a sentence of the paragraph, with the cursor behind it: ${where}`, async () => {
      const uri = await editor.open('draft.md', before.replace('|', ''));
      const position = editor.positionAt(uri, before.indexOf('|'));
      const { selection } = await insert(uri, position, 'wexmoor-tablets');
      assert.equal(editor.text(uri), expected);
      assert.deepEqual(selection.start, editor.positionAfter(uri, FACT));
      assert.deepEqual(selection.end, selection.start);
    });
  }

  it('that there is not is refused by name', async () => {
    const uri = await editor.open('draft.md', DRAFT);
    await assert.rejects(insert(uri, null, 'nothing'), /nothing/);
  });
});
