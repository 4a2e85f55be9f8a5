import assert from 'node:assert/strict';
import type { Code, Image, Link, Nodes } from 'mdast';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft, passagesOf } from '../../src/draft';
import { readBlocks } from '../../src/draft/blocks';
import type { Block, Draft } from '../../src/draft/types';
import { builtInProject } from '../../src/project';
import { random, written } from './hostile';

const SIZE = 30_000;
/** Of what is read again and again: some times what is read of the marks of a line. */
const LINE = 7_000;

const repeated = (unit: string, size = SIZE): string => unit.repeat(size / unit.length);

const LINES: readonly (readonly [what: string, line: string])[] = [
  ['links', repeated('[a](b) ', LINE)],
  ['emphasis', repeated('*a* ', LINE)],
  ['escapes', repeated('\\*', LINE)],
  ['entities', repeated('&amp; ', LINE)],
  ['code', repeated('`a` ', LINE)],
  ['references to notes', repeated('[^1] ', LINE)],
  ['open brackets', repeated('[', LINE)],
  ['addresses', repeated('https://a.uk ', LINE)],
  ['changes', repeated('{++a++} ', LINE)],
  ['an item', `- ${repeated('*a* b ', LINE)}`],
  ['a quotation', `> ${repeated('*a* b ', LINE)}\n> more *of* it`],
  ['a row', `| a | b |\n| - | - |\n| ${repeated('*a* b ', LINE)} | c |`],
  ['two of them', `${repeated('*a* &amp; ', LINE)}\n${repeated('b &amp; ', LINE)}\n*c*`],
  ['Windows line ends', `${repeated('*a* &amp; ', LINE)}\r\n${repeated('b &amp; ', LINE)}\r\n*c*\r\n`],
  ['a label', `x [${repeated('*a* ', LINE)}\nb](c)`],
];

/** All nodes of a type. */
function all<T extends Nodes['type']>(block: Block, type: T): Extract<Nodes, { type: T }>[] {
  const found: Nodes[] = [];
  const rest: Nodes[] = [block.node];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.type === type) found.push(next);
    if ('children' in next) rest.push(...next.children.slice().reverse());
  }
  return found as Extract<Nodes, { type: T }>[];
}

const IS_LEFT = /is not checked/;

const told = (draft: Draft) =>
  analyse(draft, builtInProject).findings.filter(({ message }) => IS_LEFT.test(message));

describe('A line longer than anybody writes', () => {
  for (const [what, line] of LINES) {
    it(`is whole in its nodes, each of which stands where it says: ${what}`, () => {
      const text = `Before.\n\n${line}\n\n*After*.\n\n[^1]: b\n`;
      const { blocks } = parseDraft(text);
      for (const { block, start } of blocks) {
        const own = block.review ?? block;
        assert.equal(text.slice(start, start + own.text.length), own.text);
        for (const node of all(own, 'text')) {
          const { start: from, end: to } = node.position!;
          if (!node.data?.pieces) assert.equal(node.value, own.text.slice(from.offset, to.offset));
          else {
            let done = 0;
            for (let at = 0; at < node.data.pieces.length; at += 3) {
              const [value, first, last] = node.data.pieces.slice(at, at + 3) as [number, number, number];
              if (value - done === last - first)
                assert.equal(
                  node.value.slice(done, value).replace('\r\n', '\n'),
                  own.text.slice(from.offset! + first, from.offset! + last).replace('\r\n', '\n'),
                );
              done = value;
            }
            assert.equal(done, node.value.length);
          }
          const before = own.text.slice(0, to.offset).split(/\r\n|\n/);
          assert.deepEqual([to.line, to.column], [before.length, before.at(-1)!.length + 1]);
        }
      }
      assert.equal(all(blocks.at(-2)!.block, 'emphasis').length, 1);
    });

    it(`is read the same with and without the parser, and after edits: ${what}`, () => {
      const text = `Before.\n\n${line}\n\nAfter.\n\n[^1]: b\n`;
      const labels = new Map([['^1', 1]]);
      const read = (plain: boolean): string => JSON.stringify(readBlocks(text, 0, 0, { plain, labels }));
      assert.ok(read(true) === read(false));
      const next = random(line.length);
      let draft = parseDraft(text);
      for (const added of ['*', ' b ', '\n', '[', '\n\n']) {
        const start = Math.floor(next() * draft.text.length);
        draft = editDraft(draft, { span: { start, end: start + Math.floor(next() * 3) }, text: added });
        assert.ok(written(draft) === written(parseDraft(draft.text)), JSON.stringify(added));
      }
    }).timeout(60_000);
  }

  it('has marks in its beginning and text behind it', () => {
    const { block } = parseDraft(`${repeated('*a* ')}*b*\n`).blocks[0]!;
    const marked = all(block, 'emphasis').length;
    assert.ok(marked > 200 && marked < 1500, String(marked));
    const last = all(block, 'text').at(-1)!.value;
    assert.ok(last.endsWith('*a* *b*'), last.slice(-20));
  });

  it('is judged in its beginning, and a finding says so where that ends', () => {
    const draft = parseDraft(`${repeated('The library lends books. ')}\n\nMore.\n`);
    const [passage] = passagesOf(draft.blocks[0]!.block);
    const read = passage!.prose.text.length;
    assert.ok(read > 15_000 && read < 30_000, String(read));
    const [finding, ...more] = told(draft);
    assert.equal(more.length, 0);
    assert.equal(finding!.rule, 'paragraphs-run-together');
    assert.equal(finding!.span.start, passage!.prose.toSource(0, read).end);
    assert.equal(finding!.span.end, draft.blocks[0]!.block.text.length);
  });

  it('has no finding behind that: neither a note that is missed nor a place to fill in', () => {
    for (const text of [
      `${repeated('So.[^1] ')}\n\n[^1]: b\n`,
      repeated('[insert name] '),
      repeated('Ask XX. '),
    ]) {
      const { findings } = analyse(parseDraft(text), builtInProject);
      const end = findings.find(({ message }) => IS_LEFT.test(message))!.span.start;
      const behind = findings.filter(({ span }) => span.start > end && span.end <= SIZE);
      assert.deepEqual(behind, []);
    }
  });

  it('has an end sooner where it has an amount for every word', () => {
    const readOf = (unit: string): number => told(parseDraft(`${repeated(unit)}\n`))[0]!.span.start;
    assert.ok(readOf('£5 million ') < readOf('ab million ') / 1.5);
  });

  it('is judged as a whole up to the length of a chapter', () => {
    const chapter = 'The library lends books to people of all ages. '.repeat(300);
    assert.equal(told(parseDraft(`${chapter}\n`)).length, 0);
  });

  it('may be a long picture, which is one word', () => {
    const picture = `data:image/png;base64,${'iVBORw0KGgo+/AAA='.repeat(20_000)}`;
    const { block } = parseDraft(`Before ![Chart](${picture}) and *after*.\n`).blocks[0]!;
    assert.equal(all(block, 'image')[0]!.url, picture);
    assert.equal(all(block, 'emphasis').length, 1);
  });

  it('ends each field of a picture, a link and code with its own words', () => {
    const [first, second] = [repeated('a b '), repeated('c d ')];
    const title = `${second}\ne`;
    const node = (text: string, type: 'image' | 'link' | 'code') =>
      all(parseDraft(`${text}\n`).blocks[0]!.block, type)[0]!;
    const same = (value: string | null | undefined, words: string): void =>
      assert.ok(value?.replace(/\s+/g, ' ').trim() === words.replace(/\s+/g, ' ').trim(), value?.slice(-20));
    const image = node(`![${first}\nx](u "${title}")`, 'image') as Image;
    same(image.alt, `${first}\nx`);
    same(image.title, title);
    same((node(`[${first}\nx](u "${title}")`, 'link') as Link).title, title);
    const code = node(`\`\`\`js ${first}\n${second}\n\`\`\``, 'code') as Code;
    same(code.meta, first);
    same(code.value, second);
  });

  it('may be a comment, or code, which end where they do', () => {
    const { blocks } = parseDraft(
      `<!-- ${repeated('a, ')} -->\n\n\`\`\`\n${repeated('{"a": 1}, ')}\n\`\`\`\n\n*B*\n`,
    );
    assert.deepEqual(
      blocks.map(({ block }) => block.node.type),
      ['html', 'code', 'paragraph'],
    );
    assert.equal((blocks[1]!.block.node as { value: string }).value, repeated('{"a": 1}, '));
    assert.equal(told(parseDraft(blocks.map(({ block }) => block.text).join('\n\n'))).length, 0);
  });
});
