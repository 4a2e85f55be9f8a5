import assert from 'node:assert/strict';
import { type Catalogue, catalogueRequest, type InsertResult } from '../../src/protocol';
import { Editor } from './editor';

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
    assert.equal(new Set(evidence.map(({ id }) => id)).size, evidence.length);
  });

  it('is inserted where the cursor is, with a footnote that no other has', async () => {
    const uri = await editor.open('draft.md', DRAFT);
    const position = { line: 6, character: 3 };
    assert.equal((await insert(uri, position, 'wexmoor-tablets')).applied, true);
    assert.equal((await insert(uri, position, 'wexmoor-tablets')).applied, true);
    const text = editor.text(uri);
    assert.match(text, /First\.\n\nIn 2025\/26, 214 residents .*\[\^wexmoor-tablets-2\]\n\nIn 2025/);
    assert.match(
      text,
      /Last\.\n\n\[\^wexmoor-tablets\]: .*\n\[\^wexmoor-tablets-2\]: Wexmoor Council, \*Library user survey\*, March 2026\.\n$/,
    );
  });

  it('that there is not is refused by name', async () => {
    const uri = await editor.open('draft.md', DRAFT);
    await assert.rejects(insert(uri, null, 'nothing'), /nothing/);
  });
});
