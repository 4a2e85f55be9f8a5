import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Typist } from '../../../bench/keys';
import { draft, readMaterial, spots } from '../../../bench/texts';
import { parseDraft } from '../../src/draft';

const material = readMaterial(join(__dirname, '../../..'));

describe('The texts of the bench', () => {
  it('are the same for the same seed, and others for another', () => {
    assert.equal(draft(material, 20_000, 1), draft(material, 20_000, 1));
    assert.notEqual(draft(material, 20_000, 1), draft(material, 20_000, 2));
  });

  it('are as long as asked for, to a paragraph', () => {
    for (const bytes of [10_000, 100_000, 1_000_000]) {
      const length = Buffer.byteLength(draft(material, bytes, 1));
      assert.ok(length <= bytes && length > bytes - 1_500, `${length} of ${bytes}`);
    }
  });

  it('have no block twice, so that remembering blocks does not help', () => {
    const text = draft(material, 300_000, 1);
    const blocks = text
      .trim()
      .split('\n\n')
      .filter((block) => !block.startsWith('[^'));
    assert.ok(blocks.length > 500);
    assert.equal(new Set(blocks).size, blocks.length);
  });

  it('are drafts with all that a paper has, and every footnote is there', () => {
    const { blocks } = parseDraft(draft(material, 60_000, 1));
    const types = new Set(blocks.map(({ block }) => block.node.type));
    for (const type of ['heading', 'paragraph', 'list', 'table', 'blockquote', 'footnoteDefinition'] as const)
      assert.ok(types.has(type), type);
    const text = draft(material, 60_000, 1);
    for (const [, label] of text.matchAll(/\[\^([\w-]+)\](?!:)/g))
      assert.ok(text.includes(`\n[^${label}]: `), label);
  });
});

describe('The keys of the bench', () => {
  const text = draft(material, 50_000, 1);

  it('are typed all over the text, each in a line of its own, in the middle of prose', () => {
    const places = spots(text, 40);
    assert.equal(places.length, 40);
    assert.equal(new Set(places.map(({ line }) => line)).size, 40);
    for (const { offset, line, character } of places) {
      assert.equal(text[offset], ' ');
      assert.equal(
        text.split('\n')[line]!.slice(0, character),
        text.slice(text.lastIndexOf('\n', offset) + 1, offset),
      );
    }
    const jumps = places.slice(1).map(({ offset }, index) => Math.abs(offset - places[index]!.offset));
    assert.ok(Math.min(...jumps) > text.length / 20, 'one jumps far from one place to the next');
  });

  it('arrive at the same place by offset and by line, whatever was typed before', () => {
    let typed = text;
    const server = {
      press(letter: string, offset: number, { line, character }: { line: number; character: number }) {
        const start = typed.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
        assert.equal(start + character, offset);
        typed = typed.slice(0, offset) + letter + typed.slice(offset);
        return { version: 1, at: 0 };
      },
    };
    const typist = new Typist(text, 7);
    for (let index = 0; index < 20; index++) {
      typist.elsewhere();
      for (let times = 0; times <= index % 4; times++) typist.press(server);
    }
    assert.equal(typed.length, text.length + 50);
  });
});
