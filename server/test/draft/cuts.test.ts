import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { random, written } from './hostile';

const PART = /^From here on, this text is read as another paragraph/;

const typesOf = (text: string): string[] => parseDraft(text).blocks.map(({ block }) => block.node.type);
const parted = (text: string) =>
  analyse(parseDraft(text), builtInProject).findings.filter(({ message }) => PART.test(message));

/** Blocks that go on without an end, and what is as long as somebody may write. */
const KINDS: readonly (readonly [what: string, type: string, line: string, short: number, long: number])[] = [
  ['text that nobody divides', 'paragraph', 'The library lends books to people of all ages.\n', 200, 1_000],
  ['lines with markup', 'paragraph', 'a [b] <i>c</i> d\n', 100, 1_000],
  ['a quotation', 'blockquote', '> The library <b>lends</b> books.\n', 150, 1_000],
  ['a list', 'list', '- The library lends books to people of all ages.\n', 200, 1_000],
  ['a list with breaks in its items', 'list', '- The library<br>lends books.\n  To all.\n', 60, 1_000],
  ['a numbered list', 'list', '1. The library lends books.\n', 200, 1_000],
];

describe('A block that has no end', () => {
  for (const [what, type, line, short, long] of KINDS) {
    it(`is several, and one as long as somebody may write is one: ${what}`, () => {
      assert.deepEqual(typesOf(line.repeat(short)), [type]);
      const { blocks } = parseDraft(line.repeat(long));
      assert.ok(blocks.length > 1);
      for (const { block, start } of blocks) {
        assert.equal(block.node.type, type);
        assert.ok(block.text.length < 20_100);
        assert.equal(start % line.length, 0);
      }
    });

    it(`is after an edit what it is from the beginning: ${what}`, () => {
      const next = random(long);
      let draft = parseDraft(`# Libraries\n\n${line.repeat(long / 2)}\nMore.\n`);
      for (const text of ['a', '\n', '*', '\n\n', '- b\n', '> c\n', '']) {
        const start = Math.floor(next() * draft.text.length);
        draft = editDraft(draft, { span: { start, end: start + Math.floor(next() * 40) }, text });
        assert.ok(written(draft) === written(parseDraft(draft.text)), JSON.stringify(text));
      }
    }).timeout(60_000);
  }

  it('is divided between items of a list, whatever they hold', () => {
    const item = '- The library:\n  - lends books;\n\n    ```\n- not code\n  - has computers.\n\n';
    const { blocks } = parseDraft(item.repeat(300));
    assert.ok(blocks.length > 1);
    for (const { block } of blocks) assert.match(block.text, /^- (?:The|not)/);
  });

  it('has a finding where it is parted, once', () => {
    const line = 'The library lends books to people of all ages.\n';
    const text = `${line.repeat(1_000)}\n${line.repeat(3)}`;
    const [finding, ...more] = parted(text);
    assert.equal(more.length, 0);
    assert.equal(finding!.rule, 'paragraphs-run-together');
    assert.equal(finding!.span.start, parseDraft(text).blocks[1]!.start);
    assert.equal(parted(line.repeat(200)).length, 0);
    assert.equal(parted(`- ${line}`.repeat(1_000)).length, 0);
  });
});
