import assert from 'node:assert/strict';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { directivesOf, editDraft, headings, parseDraft, passagesOf } from '../../src/draft';
import { readBlocks } from '../../src/draft/blocks';
import type { ReadDraft } from '../../src/draft/parse';
import { LONGEST_BLOCK } from '../../src/draft/slices';
import { seeds } from '../random-runs';
import { hostileText, random, written } from './hostile';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

/** A tree as remark has it: without what is ours, and without what the two are known to differ in. */
function comparable(node: Nodes): unknown {
  const { data: _data, position: _position, ...fields } = node as Nodes & { data?: unknown };
  return 'children' in node ? { ...fields, children: node.children.map(comparable) } : fields;
}

/** Reads everything that there is to read in a draft. */
function readAll(text: string): ReturnType<typeof parseDraft> {
  const draft = parseDraft(text);
  for (const { block } of draft.blocks) {
    passagesOf(block);
    directivesOf(block);
  }
  headings(draft);
  return draft;
}

function depthOf(node: Nodes): number {
  let deepest = 0;
  const rest: [Nodes, number][] = [[node, 1]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [inner, depth] = next;
    deepest = Math.max(deepest, depth);
    if ('children' in inner) for (const child of inner.children) rest.push([child, depth + 1]);
  }
  return deepest;
}

describe('Markdown of every sort', () => {
  it('is read as remark reads it', () => {
    for (const seed of seeds(150)) {
      // Of CriticMarkup, remark knows nothing; it takes a note right behind a bare address for a part of that, and reads
      // a mark before NUL twice.
      const text = hostileText(random(seed), 300)
        .replaceAll('\0', '')
        .replace(/\{/g, '(')
        .replace(/((?:www\.|https?:\/\/)\S*?)\[\^/gi, '$1 [^');
      const draft = parseDraft(text);
      const body = text.slice(draft.frontMatter.span === undefined ? 0 : draft.frontMatter.span.end);
      const expected = (remark.parse(body) as Root).children.map(comparable);
      assert.deepEqual(
        draft.blocks.map(({ block }) => comparable(block.node)),
        expected,
        `seed ${seed}`,
      );
    }
  });

  it('is read the same in slices of any length', () => {
    for (const seed of seeds(50)) {
      const text = hostileText(random(seed), 500);
      const { blocks, labels } = parseDraft(text) as ReadDraft;
      const first = blocks[0];
      if (first === undefined) continue;
      for (const slice of [1, 20, 70]) {
        const again = readBlocks(text, first.start, first.line, { labels, slice });
        assert.equal(JSON.stringify(again), JSON.stringify(blocks), `seed ${seed}, slices of ${slice}`);
      }
    }
  });
});

describe('a text that nobody would write', () => {
  const repeated = (piece: string) => piece.repeat(Math.ceil(3_000 / piece.length));

  it('is read, however much there is of it', () => {
    for (const piece of [
      ...[
        '> ',
        '>',
        '- ',
        '> - 1. ',
        '[^a]: ',
        '[',
        '![',
        '[a',
        'a]',
        '[a](b',
        '[a](<b',
        '[a][b]',
        ']',
        '](',
        '[^a',
      ],
      ...[
        '*a ',
        'a**b',
        '*a **b ',
        '_a __b ',
        '~~a ',
        '`a',
        '<!-- ',
        'a <![CDATA[ ',
        'a <? ',
        'a <!A ',
        'a <b c="',
        '<a ',
      ],
      ...[
        'a@b.',
        'http://a.b/(',
        '(http://-.',
        'www.',
        '!',
        '&amp;',
        '&',
        '\\*',
        'a',
        '-',
        '=',
        ' ',
        '\t',
        '\n',
        '\r',
        '\0',
      ],
      ...[
        '\uD800',
        '\uFEFF',
        '|a',
        '|\n',
        '[a\n',
        "[a]: b 'c\n",
        '[a]: b\n',
        '```\n',
        '<div>\n\n',
        '- a\n> b\n',
        'word ',
      ],
    ]) {
      const text = repeated(piece);
      assert.equal(readAll(text).text.length, text.length, JSON.stringify(piece));
      readAll(`# Title\n\n${text}\n\nText`);
    }
    readAll(`> a\n${repeated('b\n')}`);
    readAll(`http://a.b/${repeated('!')}a`);
    readAll(`${repeated('[a')}${repeated(']')}`);
    readAll(`${repeated('*a **b ')}${repeated('c* d**')}`);
    let nested = '';
    for (let depth = 0; nested.length < 20_000; depth++) nested += `${' '.repeat(2 * depth)}- a\n`;
    readAll(nested);
  });

  it('nests no deeper than can be walked through, and keeps its characters', () => {
    for (const mark of ['> ', '- ', '1. ', '> - ']) {
      const [placed] = readAll(`${mark.repeat(700)}text`).blocks;
      assert.ok(depthOf(placed!.block.node) < 120, mark);
      const [passage] = passagesOf(placed!.block);
      assert.ok(passage!.prose.text.endsWith(`${mark.repeat(500)}text`), mark);
    }
  });

  it('with a thousand quotations around a word still has the word', () => {
    const [placed] = readAll(`${'>'.repeat(1_000)} word\n\nAfter.`).blocks;
    assert.match(passagesOf(placed!.block)[0]!.prose.text, /> word$/);
  });

  it('keeps wide space in code, and a long thematic break', () => {
    const wide = `${' '.repeat(300)}x`;
    const [code, line] = readAll(`\`\`\`\n${wide}\n\`\`\`\n\n${'- '.repeat(200)}\n`).blocks;
    assert.ok(code?.block.node.type === 'code' && code.block.node.value === wide);
    assert.equal(line!.block.node.type, 'thematicBreak');
  });

  it('has NUL, lone surrogates and a byte order mark where they stand', () => {
    const draft = readAll('\uFEFF# A\0\uD800\n\n\uFEFFb\uDC00\n');
    assert.deepEqual(
      draft.blocks.map(({ block, start }) => [block.text, start]),
      [
        ['# A\0\uD800', 1],
        ['\uFEFFb\uDC00', 8],
      ],
    );
    assert.equal(headings(draft)[0]!.text, 'A\uFFFD\uD800');
    assert.equal(headings(draft)[0]!.span.start, 1);
  });

  it('ends where micromark would go round for ever', () => {
    for (const text of [
      '[^]: x\n\n![^]',
      '[^\0]: x\n\n![^\0]',
      '[^\0a]: x\n\n![^\0a]',
      '[ ]: x\n\n[^ ]: y\n\n![^ ] ![ ]',
    ]) {
      assert.equal(readAll(text).blocks.at(-1)!.block.node.type, 'paragraph', JSON.stringify(text));
    }
  });

  it('of one block that never ends is cut where the longest block may end', () => {
    const text = `\`\`\`\n${'code that never ends, line after line\n'.repeat(7_000)}`;
    const draft = parseDraft(text);
    assert.ok(draft.blocks.length > 1);
    assert.ok(draft.blocks.every(({ block }) => block.text.length <= LONGEST_BLOCK));
    const edited = editDraft(draft, { span: { start: text.length, end: text.length }, text: 'x' });
    assert.equal(written(edited), written(parseDraft(edited.text)));
  });

  it('with a picture in it is as quick as any', () => {
    const data = 'aB3/'.repeat(100_000);
    const [placed] = readAll(`![chart](data:image/png;base64,${data})`).blocks;
    assert.ok(placed?.block.node.type === 'paragraph' && placed.block.node.children[0]!.type === 'image');
  });
});
