import assert from 'node:assert/strict';
import { importDocument } from '../../src/import';
import { exported, Reviewer } from '../merge/reviewer';

const REPORT = 'title: Books\nkind: report\ndate: 2026-10-01';

interface Paper {
  readonly what: string;
  /** What stands at the top. */
  readonly front?: string;
  /** The Markdown below the title, as an import writes it. */
  readonly body: string;
}

const PAPERS: readonly Paper[] = [
  {
    what: 'contents, which the export writes by itself',
    front: `${REPORT}\nword: { contents: true }`,
    body: '## Purpose\n\nWe ask.\n\n## Costs\n\nTen.',
  },
  {
    what: 'a list of sources, which the export writes by itself',
    front: `${REPORT}\nword: { contents: true, sources: true }`,
    body: '## Purpose\n\nWe ask.[^1]\n\nIt costs ten.[^2]\n\n[^1]: The council, 2026.\n\n[^2]: *Figures*, 2025.',
  },
  {
    what: 'appendices with one lettered paragraph and with several',
    front: REPORT,
    body: '## Purpose\n\nWe ask.\n\n## Appendix A: Figures\n\nOne.\n\n## Appendix B: More\n\nTwo.\n\nThree.\n\n- an item',
  },
  {
    what: 'sentences listed below a heading, which count as paragraphs',
    front: REPORT,
    body: '## Purpose\n\n1. First.\n2. Second.\n\nThird.\n\n## Costs\n\nTen.\n\n1. An item.\n2. Another.',
  },
  {
    what: 'a table, a quotation, code and a paragraph in items',
    body: `1. One

   | Year | Visits |
   | --- | --: |
   | 2025 | 12 |
2. Two

   > They read.
   >
   > They talk.
3. Three

   \`\`\`
   code
     more
   \`\`\`

   After it.`,
  },
  {
    what: 'the same in items of a numbered report',
    front: REPORT,
    body: `## Purpose

We ask.

- One

  | Year | Visits |
  | --- | --: |
  | 2025 | 12 |

  | Year | Loans |
  | --- | --: |
  | 2025 | 7 |
- Two

  > They read.

> They talk.

\`\`\`
code
\`\`\`

| Year | Visits |
| --- | --: |
| 2025 | 12 |`,
  },
  {
    what: 'blocks in items of lists in lists, and behind these',
    body: `- One
  - Inner

    | A | B |
    | --- | --- |
    | a | b |

    > They read.

  > They talk.

  More of one.

  - Inner again
    1. Deep

       Deeper.
- Two`,
  },
  {
    what: 'an item that begins with a table',
    body: `- | A | B |
  | --- | --- |
  | a | b |
- Text`,
  },
  {
    what: 'lists in callouts and quotations',
    body: `> [!NOTE]
> Do this:
>
> - first
> - second
>   1. inner
>
>   More of second.
>
> 1. one
> 2. two
>
> Then rest.

> They said:
>
> - first
>
> — Aisha, 9

- no quotation`,
  },
  {
    what: 'a callout in a numbered report, and in an item',
    front: REPORT,
    body: `## Purpose

> [!TIP]
> - first
> - second

We ask.

1. One

   > [!WARNING]
   > Mind the step:
   >
   > - here
   > - there
2. Two`,
  },
  {
    what: 'code and a table in a quotation',
    body: `> They wrote:
>
> \`\`\`
> code
> \`\`\`
>
> | A | B |
> | --- | --- |
> | a | b |
>
> Done.

\`\`\`
code
\`\`\``,
  },
  {
    what: 'pages that begin anew and are turned',
    body: `One.

<!-- pagebreak -->

## Two

- an item

<!-- landscape -->

### Wide

| Year | Visits |
| --- | --: |
| 2025 | 12 |

<!-- portrait -->

Upright.

<!-- landscape -->

- turned to the end`,
  },
  {
    what: 'words, paragraphs and lists in other languages',
    front: REPORT,
    body: `## Purpose

We say <span lang="cy">bore **da**</span> to all.[^1]

<div lang="cy">

## Pwrpas

Bore da.

- un
- dau

> Diolch.

> Croeso.

</div>

- one
- <span lang="pt-PT">dois</span>

<div lang="fr">

Merci.

</div>

<!-- pagebreak -->

<div lang="fr">

Au revoir.

</div>

[^1]: Or <span lang="cy">prynhawn da</span>.`,
  },
  {
    what: 'page breaks and turned pages before the lists that the export writes by itself',
    front: `${REPORT}\nword: { sources: true }`,
    body: '## Purpose\n\nWe ask.[^1]\n\n<!-- landscape -->\n\nWide.\n\n<!-- portrait -->\n\n[^1]: The council, 2026.',
  },
];

describe('A draft that is exported and imported again', () => {
  for (const { what, front = 'title: Books\nkind: briefing\ndate: 2026-10-01', body } of PAPERS) {
    it(`is as it was, with ${what}`, async () => {
      const draft = `---\n${front}\n---\n\n# Books\n\n${body}\n`;
      const { markdown, losses } = importDocument(await exported(draft, 'always'));
      assert.equal(markdown, draft);
      assert.deepEqual(losses, []);
    });

    it(`has the same text, with ${what}, where the document does not carry it`, async () => {
      const draft = `---\n${front}\n---\n\n# Books\n\n${body}\n`;
      const { markdown } = importDocument(await exported(draft, false));
      assert.equal(markdown.replace(/^---\n[\s\S]*?\n---\n\n/, ''), `# Books\n\n${body}\n`);
    });
  }

  const SOURCES =
    '---\ntitle: A\nword: { sources: true }\n---\n\n# A\n\n## Use\n\nOne.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n';

  it('says that the list of sources is left out, where the document does not carry the draft', async () => {
    const { losses } = importDocument(await exported(SOURCES, false));
    assert.deepEqual(
      losses.map(({ message }) => message).filter((message) => !/header or footer/.test(message)),
      [
        'The list of sources is left out; the export to Word makes it anew with “sources: true” below “word:” at the top',
      ],
    );
  });

  it('names no languages where another program has saved it without the draft, as Word guesses them', async () => {
    const reviewer = new Reviewer(await exported('# A\n\nWe say <span lang="cy">bore da</span>.\n', false));
    reviewer.xml = reviewer.xml.replace('We say', 'I say');
    assert.match(importDocument(reviewer.bytes).markdown, /I say bore da\./);
  });

  it('has the contents and the sources where the draft puts them', async () => {
    const draft =
      '---\ntitle: A\n---\n\n# A\n\nWe ask.[^1]\n\n<!-- pagebreak -->\n\n<!-- contents -->\n\n## Use\n\n- One\n\n<!-- sources -->\n\n- Two\n\n[^1]: First.\n';
    const { markdown, losses } = importDocument(await exported(draft, 'always'));
    assert.equal(markdown, draft);
    assert.deepEqual(losses, []);
  });

  it('keeps what somebody has changed in the list of sources, below its heading', async () => {
    const reviewer = await Reviewer.of(SOURCES);
    reviewer.xml = reviewer.xml.replace('>Second.<', '>Second, in May.<');
    const { markdown } = importDocument(reviewer.bytes);
    assert.match(markdown, /\n## Sources\n\n2\. Second, in May\.\n\n\[\^1\]: First\./);
  });
});
