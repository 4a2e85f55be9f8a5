import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { changeBetween, parseDraft } from '../../../src/draft';
import { Documents, edit } from '../../../src/features/workspace/documents';
import { Folders } from '../../../src/features/workspace/folders';

const letters = fc.array(
  fc.constantFrom('a', 'b', '# ', '- ', '\n', '\r\n', '\r', '\n\n', '😀', '[^1]', '```\n', '---\n'),
  {
    maxLength: 40,
  },
);
const text = letters.map((pieces) => pieces.join(''));

describe('Following the edits of a client', () => {
  it('gives the text that the client has, however many changes come in one message', () => {
    const place = fc.record({ line: fc.nat(12), character: fc.nat(20) });
    const change = fc.oneof(
      { weight: 9, arbitrary: fc.record({ a: place, b: place, text }) },
      { weight: 1, arbitrary: fc.record({ text }) },
    );
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 24 }), (before, given) => {
        const changes = given.map((one) =>
          'a' in one ? { range: { start: one.a, end: one.b }, text: one.text } : { text: one.text },
        );
        const draft = edit(parseDraft(before), changes);
        let expected = before;
        for (const change of changes) {
          const document = TextDocument.create('file:///a.md', 'markdown', 0, expected);
          expected = TextDocument.update(document, [structuredClone(change)], 1).getText();
        }
        assert.equal(draft.text, expected);
      }),
    );
  });

  it('finds one replacement that turns a text into another', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { span, text: inserted } = changeBetween(before, after);
        assert.equal(before.slice(0, span.start) + inserted + before.slice(span.end), after);
      }),
    );
    const change = { span: { start: 4, end: 7 }, text: '2' };
    assert.deepEqual(changeBetween('one two three', 'one 2 three'), change);
  });

  it('reads a document anew when an edit could not be followed, and says so', () => {
    const failures: string[] = [];
    const documents = new Documents(
      (uri) => failures.push(uri),
      () => {
        throw new Error('lost');
      },
    );
    const uri = 'file:///a.md';
    documents.open({ textDocument: { uri, languageId: 'markdown', version: 1, text: '# One\n' } });
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } };
    documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ range, text: 'Two' }] });
    assert.equal(documents.get(uri)?.draft.text, '# Two\n');
    assert.equal(documents.get(uri)?.version, 2);
    assert.deepEqual(failures, [uri]);
  });
});

describe('The workspace folder of a document', () => {
  const open = (uris: readonly string[]): Folders => {
    const opened = new Folders();
    const workspaceFolders = uris.map((uri) => ({ uri, name: uri }));
    opened.start({ processId: null, rootUri: null, capabilities: {}, workspaceFolders });
    return opened;
  };
  const folders = open(['file:///w', 'file:///w/inner']);
  for (const [uri, folder] of [
    ['file:///w/a.md', 'file:///w'],
    ['file:///w/inner/a.md', 'file:///w/inner'],
    ['file:///w/inner/deep/a.md', 'file:///w/inner'],
    ['file:///w/innermost/a.md', 'file:///w'],
    ['file:///elsewhere/a.md', undefined],
    ['untitled:Untitled-1', undefined],
  ] as const) {
    it(`of ${uri} is ${folder ?? 'none'}`, () => assert.equal(folders.around(uri), folder));
  }

  for (const [what, folder, uri] of [
    ['the spelling of a drive', 'file:///C%3A/w', 'file:///c:/w/a.md'],
    ['a slash at its end', 'file:///w/', 'file:///w/a.md'],
    ['no path', 'vscode-vfs://GitHub', 'vscode-vfs://github/a.md'],
    ['the folder itself', 'file:///w', 'file:///w'],
  ] as const) {
    it(`is found whatever it is written like: ${what}`, () =>
      assert.equal(open([folder]).around(uri), folder));
  }

  it('is none of another scheme or host, and no text that is no URI', () => {
    const folders = open(['file:////', 'vscode-vfs://github/w', 'file://host/w']);
    assert.equal(folders.around('file:///w/a.md'), undefined);
  });

  it('is found in as many steps among two thousand folders as among twenty', () => {
    const steps = (count: number): number => {
      const many = open(Array.from({ length: count }, (_, i) => `file:///w/${i}`));
      const parse = URI.parse;
      let parsed = 0;
      URI.parse = (...given) => {
        parsed++;
        return parse(...given);
      };
      try {
        assert.equal(many.around('file:///w/7/a.md'), 'file:///w/7');
        assert.equal(many.outermostAround('file:///w/7/a.md'), 'file:///w/7');
      } finally {
        URI.parse = parse;
      }
      return parsed;
    };
    assert.equal(steps(2_000), steps(20));
  });

  it('follows folders that come and go', () => {
    const changing = new Folders();
    changing.start({ processId: null, rootUri: 'file:///old', capabilities: {}, workspaceFolders: null });
    assert.deepEqual(changing.all(), ['file:///old']);
    changing.change({
      added: [{ uri: 'file:///new', name: 'new' }],
      removed: [{ uri: 'file:///old', name: 'old' }],
    });
    assert.deepEqual(changing.all(), ['file:///new']);
  });
});
