import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetAt, parseDraft, positionAt } from '../../src/draft';
import { seeds } from '../random-runs';
import { hostileText, random } from './hostile';

describe('positions', () => {
  it('are those of LSP, at every offset and back', () => {
    const texts = [
      '',
      '\uFEFFa\n\nb',
      'a\r\nb\rc\n\n',
      '---\ntitle: x\r\n---\r\ntext\n\n- a\n\n\n',
      '\n\n\n',
      '😀\n\n😀😀',
    ];
    for (const seed of seeds(100)) texts.push(hostileText(random(seed), 200));
    for (const text of texts) {
      const draft = parseDraft(text);
      const document = TextDocument.create('file:///d.md', 'markdown', 1, text);
      assert.equal(draft.lineCount, document.lineCount, JSON.stringify(text));
      for (let offset = -1; offset <= text.length + 1; offset++) {
        assert.deepEqual(
          positionAt(draft, offset),
          document.positionAt(offset),
          `${offset} in ${JSON.stringify(text)}`,
        );
      }
      for (let line = -1; line <= document.lineCount; line++) {
        for (const character of [0, 1, 3, 1000]) {
          const position = { line, character };
          assert.equal(
            offsetAt(draft, position),
            document.offsetAt(position),
            `${line}:${character} in ${JSON.stringify(text)}`,
          );
        }
      }
    }
  });

  it('of blocks are where the text of the block is', () => {
    for (const seed of seeds(200)) {
      const text = hostileText(random(seed), 400);
      const draft = parseDraft(text);
      let end = 0;
      for (const { block, start, line } of draft.blocks) {
        assert.ok(start >= end, `seed ${seed}: blocks do not overlap`);
        end = start + (block.review ?? block).text.length;
        assert.equal(text.slice(start, end), (block.review ?? block).text);
        assert.equal(positionAt(draft, start).line, line);
        assert.ok(positionAt(draft, start).character === 0 || text[0] === '\uFEFF');
      }
    }
  });
});
