// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { hasPlaceholder, snippetsOf } from '../../src/editor/placeholders';

describe('What is inserted, as a snippet', () => {
  it('has a tab stop for each placeholder, whose text it keeps, and ends where its first text does', () => {
    assert.deepEqual(
      snippetsOf(['\n\nIn [insert year], [insert number] came.[^1]\n', '\n[^1]: [insert source].']),
      ['\n\nIn ${1:[insert year]}, ${2:[insert number]} came.[^1]$0\n', '\n[^1]: ${3:[insert source]}.'],
    );
  });

  it('leads from a footnote back to its reference', () => {
    assert.deepEqual(snippetsOf(['[^1]', '\n[^1]: [insert organisation], [insert year].']), [
      '[^1]$0',
      '\n[^1]: ${1:[insert organisation]}, ${2:[insert year]}.',
    ]);
  });

  it('fills one and all that are like it, and others one by one', () => {
    assert.deepEqual(
      snippetsOf(['In [insert place], [insert number] of [insert number] read.', '[insert place] reads.']),
      [
        'In ${1:[insert place]}, ${2:[insert number]} of ${3:[insert number]} read.$0',
        '${1:[insert place]} reads.',
      ],
    );
  });

  it('goes on from what is inserted to what is to be filled in round it', () => {
    assert.deepEqual(snippetsOf(['\n\nIt is [insert year].\n'], ['[insert date]', '[insert place]']), [
      '\n\nIt is ${1:[insert year]}.\n',
      '${2:[insert date]}',
      '${3:[insert place]}$0',
    ]);
  });

  it('goes on from behind a sentence in which nothing is to be filled in, and not from below its footnote', () => {
    assert.deepEqual(snippetsOf([' It is so.[^a]\n\n[^a]: B.\n'], ['[insert place]', '[insert place]']), [
      ' It is so.[^a]$1\n\n[^a]: B.\n',
      '${2:[insert place]}',
      '${2:[insert place]}$0',
    ]);
    assert.deepEqual(snippetsOf([' It is so.[^a]', '\n[^a]: B.'], ['[insert date]']), [
      ' It is so.[^a]$1',
      '\n[^a]: B.',
      '${2:[insert date]}$0',
    ]);
  });

  it('takes no other text for snippet syntax', () => {
    assert.deepEqual(snippetsOf(['It costs $5, {so} \\ [insert $x}].']), [
      'It costs \\$5, {so\\} \\\\ ${1:[insert \\$x\\}]}.$0',
    ]);
  });

  it('is none where nothing is to be filled in', () => {
    assert.equal(hasPlaceholder('See [insert](x.md) and [this].'), false);
    assert.equal(hasPlaceholder('By [insert date].'), true);
    assert.equal(hasPlaceholder('By [insert date].'), true);
  });
});
