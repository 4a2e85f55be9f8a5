import assert from 'node:assert/strict';
import { LEASE } from '../../coverage/support';
import { briefing, readme } from '../drafts';
import { Editor } from '../editor';
import { hovered, read } from '../hovered';

describe('Hovering over a passage', () => {
  let editor: Editor;
  let uri: string;
  before(async () => {
    editor = await Editor.start({ ownProcess: true, settings: {} });
  });
  beforeEach(async () => {
    uri = await editor.open('ashby.md', briefing);
  });
  afterEach(() => editor.close(uri));
  after(() => editor.stop());

  const hoverOn = (words: string) => hovered(editor, uri, words);

  it('says on words that count what they count for, and nothing on the words beside them', async () => {
    const { hover, text } = await hoverOn('digital skills');
    assert.match(text, /Digital inclusion\*\*: argued and evidenced \(what it is about: “digital skills”\)/);
    assert.equal(editor.wordsIn(uri, hover!.range!), 'digital skills');
    for (const words of ['from Ashby', 'and staff', 'last year'])
      assert.equal((await hoverOn(words)).hover, null, words);
  });

  it('is a few lines, so that it covers little of the text, and says where the rest is in an editor with a Coverage view', async () => {
    const { text } = await hoverOn('digital skills');
    assert.ok(text.split('\n').length <= 4, text);
    const own = await Editor.start({ settings: {}, initializationOptions: { ownCommands: true } });
    const open = await own.open('ashby.md', briefing);
    const shown = await hovered(own, open, 'digital skills');
    assert.ok(shown.text.split('\n').length <= 5, shown.text);
    assert.match(shown.text, /\nThe Coverage view has all on this\.$/);
    await own.stop();
  });

  it('says of what is only mentioned what would make it an argument', async () => {
    const { text } = await hoverOn('isolation and');
    assert.match(text, /isolation.*: only mentioned/i);
    assert.match(text, /To argue Isolation and reconnection, say/);
  });

  const ISOLATION =
    'Older people who live alone can go for days without speaking to anyone. The library brings lonely residents together at the Tuesday Club, and visits those who cannot leave home.';

  for (const [what, rest, expected] of [
    [
      'the placeholders',
      ' In 2025, [insert number] people came, and 83% of them had made a friend.',
      /only mentioned[\s\S]*Fill in the placeholders, and it counts/,
    ],
    [
      'the footnote',
      ' In 2025, 120 people came, and 83% of them had made a friend.[^isolation]\n\n[^isolation]: [insert organisation], *[insert title]*.',
      /argued, not evidenced yet[\s\S]*Fill in the footnote, and it counts/,
    ],
  ] as const) {
    it(`says to fill in ${what}, where nothing else is wanting`, async () => {
      await editor.change(uri, {
        text: `---\nkind: briefing\nareas: [isolation]\n---\n\n# Ashby\n\n${ISOLATION}${rest}\n`,
      });
      const { text } = await hoverOn('brings lonely');
      assert.match(text, expected);
      assert.doesNotMatch(text, /To argue|To give it evidence/);
    });
  }

  it('says of a case in a paper that is about something else how it comes to count, and does not ask for it again', async () => {
    const club = 'The job club meets on Tuesdays, and helps unemployed people to write a CV.';
    await editor.change(uri, {
      text: `---\nkind: report\n---\n\n# The lease\n\n${[...LEASE, club].join('\n\n')}\n`,
    });
    const { text } = await hoverOn('job club');
    assert.match(
      text,
      /argued here, and only mentioned by the paper[\s\S]*This passage argues it[\s\S]*says too little of it[\s\S]*the pin beside it in the Coverage view/,
    );
    assert.doesNotMatch(text, /To argue Economic/);
  });

  it('says of a promise that a paper makes by the way that it is only by the way', async () => {
    const children =
      'School holidays bring families to our library: children join the Summer Reading Challenge, and our staff help each of them to choose books.';
    await editor.change(uri, {
      text: `---\nkind: report\n---\n\n# The lease of Ashby library\n\n${[...LEASE.slice(0, 7), children, ...LEASE.slice(7)].join('\n\n')}\n`,
    });
    const { text } = await hoverOn('children join');
    assert.match(text, /Promise.*only mentioned[\s\S]*The paper says this only by the way/);
    assert.doesNotMatch(text, /says too little of it/);
  });

  it('says nothing where nothing is argued, and nothing in other Markdown', async () => {
    assert.equal((await hoverOn('What we ask')).hover, null);
  });

  it('says of a comment that silences something that it is not printed, and of what and where it does', async () => {
    for (const [comment, said] of [
      [
        'disable-next-line figure-unsourced link-text-vague -- our own count',
        'In the paragraph, list or table below, and nowhere else, nothing is said of: a figure without a source; a link whose words do not say where it leads.',
      ],
      [
        'disable-next-line figure-unsourced “40%” “It cost” link-text-vague -- our own count',
        'In the paragraph, list or table below, and nowhere else, nothing is said of: a figure without a source (only “40%” and “It cost”); a link whose words do not say where it leads.',
      ],
      ['disable-file', 'In this paper, nothing is said of: anything.'],
      ['covers none', 'It says what the passage below argues, whatever was concluded on it.'],
    ] as const) {
      await editor.change(uri, {
        text: `---\nkind: letter\n---\n\n# Ashby\n\n<!-- advocacy-${comment} -->\nIt cost 40%.\n`,
      });
      const { text } = await hoverOn('advocacy-');
      assert.equal(read(text).value, `This comment is not printed. ${said}`);
    }
    await editor.change(uri, {
      text: '---\nkind: letter\n---\n\n# Ashby\n\n<!-- advocacy-nonsense -->\nIt cost 40%.\n',
    });
    assert.equal((await hoverOn('advocacy-')).hover, null);
    const other = await editor.open('README.md', `${readme}\n${briefing.split('---\n')[2]}`);
    const hover = await editor.request('textDocument/hover', {
      textDocument: { uri: other },
      position: editor.rangeOf(other, 'tablet').start,
    });
    assert.equal(hover, null);
    await editor.close(other);
  });

  it('shows the words of a draft as words, never as a link or an image', async () => {
    await editor.replace(uri, 'Residents who have', 'Residents ![x](http://a.example) <img src=x> who have');
    const { text } = await hoverOn('tablet from');
    assert.ok(text.length > 0);
    assert.doesNotMatch(text, /(?<!\\)!\[|(?<!\\)<img/);
  });

  it('shows what would not be seen, or turns the direction of writing, here and in what is found', async () => {
    await editor.replace(uri, 'Residents who have', 'Residents [insert \u001b[2J\u202ename] who have');
    const { text } = await hoverOn('tablet from');
    assert.ok(!text.includes('\u001b') && !text.includes('\u202e'));
    const found = (await editor.diagnostics(uri)).map(({ message }) => message).join('\n');
    assert.match(found, /\[insert \\u001b\[2J\\u202ename\]/);
  });

  it('shows it in the light bulb and in what is suggested, too', async () => {
    await editor.writeFile('sub/.advocacy.json', '{ "framework": "ours.yaml" }');
    const title = 'title: "Digital \\u202eskills"';
    await editor.writeFile(
      'sub/ours.yaml',
      `topics:\n  - id: digital\n    ${title}\n  - id: information-digital\n    ${title}\n`,
    );
    await editor.close(uri);
    uri = await editor.open('sub/ashby.md', briefing.replace('kind:', 'areas: \nkind:'));
    const { line } = editor.rangeOf(uri, 'areas: ').start;
    const places = [editor.rangeOf(uri, 'tablet from').start, { line, character: 7 }] as const;
    const shown = JSON.stringify([
      await editor.actions(uri, { start: places[0], end: places[0] }),
      await editor.request('textDocument/completion', { textDocument: { uri }, position: places[1] }),
    ]);
    assert.equal(shown.match(/Digital \\\\u202eskills/g)!.length >= 2, true, shown);
    assert.doesNotMatch(shown, /\u202e/);
  });

  for (const address of ['https://a.example/x', 'HTTP://a.example', 'www.a.example', 'jo@a.example']) {
    it(`shows the words of a framework as words: ${address} does not become a link`, async () => {
      await editor.writeFile('sub/.advocacy.json', '{ "framework": "ours.yaml" }');
      await editor.writeFile(
        'sub/ours.yaml',
        `id: ours\ntitle: Ours\ntopics:\n  - id: digital\n    group: area\n    title: Digital, see ${address}\n`,
      );
      await editor.close(uri);
      uri = await editor.open('sub/ashby.md', briefing);
      const { text } = await hoverOn('tablet from');
      const { value, links } = read(text);
      assert.deepEqual(links, []);
      assert.ok(value.replaceAll('\u2060', '').includes(`Digital, see ${address}`), value);
    });
  }
});
