import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Change, type Draft, editDraft, parseDraft } from '../../src/draft';
import { Source } from '../../src/draft/source';
import { runs, seeds } from '../random-runs';
import { hostileChange, hostileText, PIECES, random, written } from './hostile';

/** Puts `text` where `mark` stands, and takes the mark away. */
function typeAt(draft: Draft, mark: string, text: string): Draft {
  const start = draft.text.indexOf(mark);
  assert.notEqual(start, -1);
  return editDraft(draft, { span: { start, end: start + mark.length }, text });
}

function assertWhole(edited: Draft): void {
  assert.equal(written(edited), written(parseDraft(edited.text)), JSON.stringify(edited.text));
}

/** Positions of the blocks that are not the same objects as before. */
function changed(before: Draft, after: Draft): number[] {
  const old = new Set(before.blocks.map(({ block }) => block));
  return after.blocks.flatMap(({ block }, index) => (old.has(block) ? [] : [index]));
}

const paper = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} of the paper.`).join('\n\n');

describe('an edit', () => {
  it('gives the same draft as reading the whole, after any sequence of edits', () => {
    for (const seed of seeds(12)) {
      const next = random(seed);
      let draft = parseDraft(hostileText(next, 20 + next() * 500), 1 + Math.floor(next() * 60));
      for (let count = 0; count < 80; count++) {
        const change = hostileChange(next, draft.text);
        const edited = editDraft(draft, change);
        const { start, end } = change.span;
        assert.equal(edited.text, draft.text.slice(0, start) + change.text + draft.text.slice(end));
        const context = `seed ${seed}: ${JSON.stringify({ text: draft.text, change })}`;
        assert.equal(written(edited), written(parseDraft(edited.text)), context);
        draft = edited.text.length > 900 ? parseDraft(hostileText(next, 200)) : edited;
      }
    }
  });

  it('gives the same draft for pieces of Markdown in any order', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((some) => some.join(''));
    fc.assert(
      fc.property(pieces, pieces, pieces, fc.constantFrom(...PIECES), (before, replaced, after, text) => {
        const change: Change = { span: { start: before.length, end: before.length + replaced.length }, text };
        assertWhole(editDraft(parseDraft(before + replaced + after), change));
      }),
      { numRuns: runs(300) },
    );
  });

  for (const indent of ['\t', '    ', ' \t', '   ', '']) {
    it(`knows a definition for what it is when the line before it becomes one, after ${JSON.stringify(indent)}`, () => {
      const draft = parseDraft(
        `Some plain words.\n\n# [b]: /u\n${indent}[two words]: /v\n\n![b] [two words]\n`,
      );
      const edited = typeAt(draft, '# ', '');
      assert.deepEqual(
        edited.blocks.slice(1, 3).map(({ block }) => block.node.type),
        ['definition', 'definition'],
      );
      assertWhole(edited);
      assertWhole(typeAt(edited, '[b]: ', '# [b]: '));
    });
  }

  it('leaves every other block the same object', () => {
    const draft = parseDraft(paper);
    const edited = typeAt(draft, 'Paragraph 20 ', 'Paragraph twenty ');
    assert.deepEqual(changed(draft, edited), [20]);
    assert.equal(edited.blocks[39]!.start, draft.blocks[39]!.start + 4);
    assertWhole(edited);
  });

  /** What of the text is looked at while somebody types in the place of a mark. */
  function lookedAt(draft: Draft, at: number): { readonly from: number; readonly length: number } {
    const { slice } = Source.prototype;
    const looks: { readonly start: number; readonly text: string }[] = [];
    Source.prototype.slice = function (start, end) {
      const text = slice.call(this, start, end);
      looks.push({ start, text });
      return text;
    };
    try {
      editDraft(draft, { span: { start: at, end: at }, text: 'x' });
    } finally {
      Source.prototype.slice = slice;
    }
    return {
      from: Math.min(...looks.map(({ start }) => start)),
      length: looks.reduce((sum, { text }) => sum + text.length, 0),
    };
  }

  it('looks at no more of a long draft than stands around it', () => {
    const draft = parseDraft(`${paper}\n\n`.repeat(50));
    for (const at of [10, draft.text.length / 2, draft.text.length - 10]) {
      const { length } = lookedAt(draft, at);
      assert.ok(length > 0 && length < 1_000, `${length} of ${draft.text.length} characters`);
    }
  });

  it('looks at no more where code in fences is all that stands between, headings right below lists, or lists right below words', () => {
    for (const unit of [
      '![a](b) ```\na\n```\n\n',
      'Words\n~~~\na\n~~~\nWords\n```\n\n```\n',
      '- b\n- a\n## C\n\n> a\n# a\n',
      '- b\n\nWords\n- a\n\nMore words\n',
      '- - b\n\nWords\n- - a\n\nMore words\n',
    ]) {
      const draft = parseDraft(unit.repeat(500));
      const at = draft.text.indexOf('a\n', draft.text.length / 2) - 1;
      const { length } = lookedAt(draft, at);
      assert.ok(length > 0 && length < 1_000, `${length} of ${draft.text.length} characters`);
      assertWhole(editDraft(draft, { span: { start: at, end: at }, text: 'x' }));
      assertWhole(editDraft(draft, { span: { start: at + 1, end: at + 1 }, text: '```\n' }));
    }
  });

  it('behind the first two lines of a block looks at nothing before it, where no title of a definition may begin', () => {
    for (const [before, line, from] of [
      ['One.\n\nTwo.\n\n', 'second', 'One.'],
      ['One.\n\nTwo.\n\n', 'third', '- first'],
      ['One.\n\nTwo.\n\n', 'fourth', '- first'],
      ['One.\n\n[a]: /u\n\n', 'third', 'One.'],
    ] as const) {
      const draft = parseDraft(`Zero.\n\n${before}- first\n- second\n- third\n- fourth\n\nEnd.\n`);
      const { text } = draft;
      assert.equal(lookedAt(draft, text.indexOf(line) + 1).from, text.indexOf(from), before + line);
    }
  });

  it('moves what follows by the lines that it adds', () => {
    const draft = parseDraft(paper);
    const edited = typeAt(draft, 'Paragraph 20 ', 'One\n\n> Two\n\nParagraph 20 ');
    assert.deepEqual(changed(draft, edited), [20, 21]);
    assert.equal(edited.blocks[41]!.line, draft.blocks[39]!.line + 4);
    assert.equal(edited.lineCount, draft.lineCount + 4);
    assertWhole(edited);
  });

  it('changes all that follows where a fence or a comment is opened, and gives it back where it is closed', () => {
    const draft = parseDraft(paper);
    for (const [open, close] of [
      ['```\n', '```\n\n'],
      ['<!--\n\n', '-->\n\n'],
    ]) {
      const opened = typeAt(draft, 'Paragraph 20 ', `${open}Paragraph 20 `);
      assert.equal(opened.blocks.length, 21);
      assertWhole(opened);
      const closed = typeAt(opened, 'Paragraph 22 ', `${close}Paragraph 22 `);
      assert.equal(closed.blocks.length, 39);
      assertWhole(closed);
    }
  });

  it('makes references of what refers to a label that it defines, and of nothing else', () => {
    const draft = parseDraft(
      `See [it][a] and[^1].\n\n${paper}\n\nNo [link](u).\n\n> On [two\n> lines] too.\n\nHERE\n`,
    );
    for (const [definition, expected] of [
      ['[a]: https://example.org', [0, 43]],
      ['[^1]: Note', [0, 43]],
      ['[Two  lines]: https://example.org', [42, 43]],
    ] as const) {
      const edited = typeAt(draft, 'HERE', definition);
      assert.deepEqual(changed(draft, edited), expected, definition);
      assertWhole(edited);
      const back = typeAt(edited, definition, 'HERE');
      assert.deepEqual(changed(edited, back), expected, definition);
      assertWhole(back);
    }
  });

  it('that repeats a definition changes no other block', () => {
    const draft = parseDraft(`See [a].\n\n[a]: /u\n\n${paper}\n\nHERE\n`);
    assert.deepEqual(changed(draft, typeAt(draft, 'HERE', '[a]: /v')), [42]);
  });

  it('in front matter reads the front matter again, and no block', () => {
    const draft = parseDraft(`---\ntitle: One\n---\n${paper}`);
    for (const [typed, data] of [
      ['Two\nkind: report', { title: 'Two', kind: 'report' }],
      ['Two', { title: 'Two' }],
      ['', {}],
    ] as const) {
      const edited = typeAt(draft, 'One', typed);
      assert.deepEqual(edited.frontMatter.data, data);
      assert.deepEqual(changed(draft, edited), []);
      assertWhole(edited);
    }
  });

  it('in the text leaves the front matter the same object', () => {
    const draft = parseDraft(`---\ntitle: One\n---\n${paper}`);
    assert.equal(typeAt(draft, 'Paragraph 0', 'Paragraph zero').frontMatter, draft.frontMatter);
  });

  it('that closes front matter, opens it or takes it away reads the whole', () => {
    for (const [text, mark, typed] of [
      ['---\ntitle: One\nHERE\n\n# Two', 'HERE', '---'],
      ['HERE\ntitle: One\n---\n\n# Two', 'HERE', '---'],
      ['---\ntitle: One\n---\n\n# Two', '---\ntitle', 'title'],
      ['---\ntitle: One\n---\n\n# Two', '---\n\n', '\n'],
      ['---\ntitle: One\n\nHERE', 'HERE', 'A paragraph'],
      ['---\ntitle: One\n\nHERE', 'HERE', 'Here'],
      ['---\ntitle: One\n---\nHere', 'One\n---\nHere', 'Two\n---\n# We'],
      ['---\ntitle: One\n---\nHere', '---\ntitle: One\n---\n', ''],
      ['---\r\ntitle: One\r\n---\r\n# Two', '\r\n# Two', '\n# Two'],
    ] as const) {
      assertWhole(typeAt(parseDraft(text), mark, typed));
    }
  });

  it('at a fence without an end keeps what is said of it in its place', () => {
    for (const [text, start, end, typed] of [
      ['---\ntitle: x\n', 3, 3, ' '],
      ['---  \ntitle: x\n', 3, 5, ''],
      ['\uFEFF---\ntitle: x\n', 4, 4, '\t'],
      ['---\ntitle: x\n', 13, 13, 'kind: report\n'],
      ['---\nkind: x\n\nText.\n', 9, 10, 'report'],
    ] as const)
      assertWhole(editDraft(parseDraft(text), { span: { start, end }, text: typed }));
  });

  it('may split a line end, or join one', () => {
    for (const [text, mark, typed] of [
      ['one\r\n\r\ntwo\r\n\r\nthree', '\ntwo', 'x\ntwo'],
      ['one\r\n\r\ntwo\r\n\r\nthree', '\n\r\nthree', '\r\nthree'],
      ['one\r\rtwo\r\rthree', '\rtwo', '\r\ntwo'],
    ] as const) {
      assertWhole(typeAt(parseDraft(text), mark, typed));
    }
  });

  it('outside the text is moved to its end', () => {
    const edited = editDraft(parseDraft('one'), { span: { start: 10, end: 20 }, text: ' two' });
    assert.equal(edited.text, 'one two');
    assert.equal(editDraft(edited, { span: { start: -5, end: 3 }, text: '1' }).text, '1 two');
  });

  it('of nothing changes nothing', () => {
    const draft = parseDraft(paper);
    assert.deepEqual(changed(draft, editDraft(draft, { span: { start: 50, end: 50 }, text: '' })), []);
  });

  it('of a label reads again what refers to it, and not what has a number like it', () => {
    const lines = Array.from(
      { length: 30 },
      (_, n) => `In 20${10 + n} see [${n}].\n\n[${n}]: https://a.example/${n}\n`,
    );
    const draft = parseDraft(lines.join('\n'));
    const edited = typeAt(draft, '[2]: ', '[3x]: ');
    assert.deepEqual(changed(draft, edited), [4, 5]);
    assertWhole(edited);
  });

  it('reads the references to many labels again at once', () => {
    const labels = Array.from({ length: 200 }, (_, i) => i);
    const references = labels.map((i) => `Text[^n${i}] and [r${i}].`).join('\n\n');
    const definitions = labels.map((i) => `[^n${i}]: Note.\n\n[r${i}]: /url`).join('\n\n');
    const draft = parseDraft(`${references}\n\n`);
    const change = { span: { start: draft.text.length, end: draft.text.length }, text: definitions };
    const edited = editDraft(draft, change);
    assert.equal(JSON.stringify(edited.blocks), JSON.stringify(parseDraft(edited.text).blocks));
    const back = editDraft(edited, {
      span: { start: draft.text.length, end: edited.text.length },
      text: '',
    });
    assert.equal(JSON.stringify(back.blocks), JSON.stringify(draft.blocks));
  });
});
