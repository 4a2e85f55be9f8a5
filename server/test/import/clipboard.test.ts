import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clipboardMarkdown } from '../../src/import';
import { runs } from '../random-runs';
import { cases, item, note, noteList, noteText, plain, word } from './pasted';

describe('What is pasted becomes Markdown', () => {
  describe('only where plain text would lose something', () => {
    cases([
      { name: 'not one sentence', html: word(plain('Open *later*.')), expected: undefined },
      {
        name: 'not one that is copied from a web page',
        html: '<span>Open later.</span>',
        expected: undefined,
      },
      {
        name: 'not an address',
        html: '<a href="https://a.example/">https://a.example/</a>',
        expected: undefined,
      },
      { name: 'not code of an editor', html: '<pre><span>a = 1</span>\nb = 2</pre>', expected: undefined },
      {
        name: 'not lines of an editor',
        html: '<div style="font-family: monospace;white-space: pre;"><div><span style="font-weight: bold;"># a</span></div><div><span>b</span></div></div>',
        expected: undefined,
      },
      { name: 'not nothing', html: word(''), expected: undefined },
      { name: 'but a list of a web page', html: '<ul><li>a</li><li>b</li></ul>', expected: '- a\n- b' },
    ]);
  });

  it('counts notes on from those of the draft', () => {
    const made = clipboardMarkdown(word(plain(`Rose.${note(1)}`) + noteList(noteText(1, 'Return.'))), 4);
    assert.equal(made?.blocks, 'Rose.[^5]');
    assert.deepEqual(made?.notes, ['[^5]: Return.']);
  });

  it('reads code of very many lines', () => {
    const made = clipboardMarkdown(`<h1>Code</h1><pre>${'a\n'.repeat(300_000)}</pre>`);
    assert.ok(made!.blocks.startsWith('# Code\n\n```\na\na\n'));
  });

  it('says whether its ends may stand in a line with other text', () => {
    const made = clipboardMarkdown(word(plain('a') + item('·', 'b')));
    assert.deepEqual(made?.flows, { first: true, last: false });
  });

  it('never fails, and takes no long for what nobody has written', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td rowspan=9 colspan=9>',
      '</table>',
      '<b>',
      'a',
      ' ',
      '<a href="#x" name=y>1</a>',
      '<p><a href="#y" name=x>1</a>',
      '<h1>',
      '<!--',
      '<style>p.a{',
      '<pre>',
      '\n',
      '<br>',
      '&nbsp;',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        clipboardMarkdown(pieces.join(''));
      }),
      { numRuns: runs(100) },
    );
    for (const one of [
      '<div>',
      '<ul><li>a',
      '<table><tr><td>',
      '<a name=x href="#x">1</a>',
      '<style>',
      '<p style="a:b;">a',
      '<b>a',
      '<ul><li>a<constructor>',
    ])
      assert.doesNotThrow(() => clipboardMarkdown(one.repeat(20_000)), one);
  });
});
