import assert from 'node:assert/strict';
import type { PastedMarkdown } from '../../../src/protocol';
import { Editor } from '../editor';

const WORD = 'xmlns:o="urn:schemas-microsoft-com:office:office"';
const paste = (body: string): string => `<html ${WORD}><body>${body}</body></html>`;
const LIST = paste('<ul><li>Books</li><li>Films</li></ul>');
const TEXT = paste('<p class=MsoNormal>Open <b>later</b>.</p><p class=MsoNormal>Please.</p>');
const NOTE = paste(
  '<p>Rose.<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Return.</p></div>',
);
const HEAD = '---\nkind: letter\n---\n\n# Saturdays\n\n';

interface Case {
  readonly name: string;
  readonly html: string;
  /** The draft, with `|` where the cursor is. */
  readonly draft: string;
  readonly expected: string | null;
}

const CASES: readonly Case[] = [
  {
    name: 'text goes into the line',
    html: TEXT,
    draft: `${HEAD}We ask: | Thanks.\n`,
    expected: `${HEAD}We ask: Open **later**.\n\nPlease. Thanks.\n`,
  },
  {
    name: 'a list stands apart from the line that it is pasted in',
    html: LIST,
    draft: `${HEAD}We lend|these.\n`,
    expected: `${HEAD}We lend\n\n- Books\n- Films\n\nthese.\n`,
  },
  {
    name: 'a list stands apart from the lines around it',
    html: LIST,
    draft: `${HEAD}We lend\n|\nthese.\n`,
    expected: `${HEAD}We lend\n\n- Books\n- Films\n\nthese.\n`,
  },
  {
    name: 'no blank lines are added where there are some',
    html: LIST,
    draft: `${HEAD}We lend\n\n|\n\nthese.\n`,
    expected: `${HEAD}We lend\n\n- Books\n- Films\n\nthese.\n`,
  },
  {
    name: 'notes go to the end, and are counted on',
    html: NOTE,
    draft: `${HEAD}Loans fell.[^3] |\n\nMore.\n\n[^3]: Old.\n`,
    expected: `${HEAD}Loans fell.[^3] Rose.[^4]\n\nMore.\n\n[^3]: Old.\n[^4]: Return.\n`,
  },
  {
    name: 'notes stand below the text that ends the draft',
    html: NOTE,
    draft: `${HEAD}Loans fell. |`,
    expected: `${HEAD}Loans fell. Rose.[^1]\n\n[^1]: Return.\n`,
  },
  { name: 'nothing in code', html: LIST, draft: `${HEAD}\`\`\`\na|\n\`\`\`\n`, expected: null },
  {
    name: 'nothing in front matter',
    html: LIST,
    draft: '---\nkind: letter\nx: |\n---\n\nText.\n',
    expected: null,
  },
  { name: 'nothing where it is no draft', html: LIST, draft: 'Notes: |\n', expected: null },
  { name: 'nothing of a plain sentence', html: paste('<p>Open.</p>'), draft: `${HEAD}|`, expected: null },
];

describe('Pasting into a draft what a word processor copied', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start({ ownProcess: true, settings: {} });
  });
  after(() => editor.stop());

  for (const [index, { name, html, draft, expected }] of CASES.entries())
    it(name, async () => {
      const text = draft.replace('|', '');
      const at = draft.indexOf('|');
      const lines = draft.slice(0, at).split('\n');
      const place = { line: lines.length - 1, character: lines.at(-1)!.length };
      const uri = await editor.open(`${index}.md`, text);
      const range = { start: place, end: place };
      const made = await editor.execute<PastedMarkdown | null>('advocacy.server.pasted', uri, range, html);
      if (made === null) {
        assert.equal(expected, null);
        return;
      }
      const offset = (line: number, character: number): number =>
        text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
      const { notes } = made;
      const end = notes ? offset(notes.range.start.line, notes.range.start.character) : text.length;
      const rest = notes ? text.slice(at, end) + notes.newText + text.slice(end) : text.slice(at);
      assert.equal(text.slice(0, at) + made.text + rest, expected);
    });

  it('refuses a document that is not open', async () => {
    await assert.rejects(editor.execute('advocacy.server.pasted', 'file:///none.md', {}, LIST), /not open/);
  });
});
