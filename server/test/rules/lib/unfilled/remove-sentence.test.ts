import assert from 'node:assert/strict';
import { withChanges } from '../../../../src/draft';
import { findings } from '../../helpers';

const ABOVE = '# Fees\n\nThe fees were set in 2019, and forty thousand people came last year.\n\n';

/** The way to take a place out that is still to be filled in, and the text without it. */
function out(text: string): readonly [title: string | undefined, after: string] {
  const [finding] = findings('placeholder-unfilled', ABOVE + text);
  const fix = finding!.fixes.find(({ title }) => title.startsWith('Take this'));
  return [fix?.title, withChanges(ABOVE + text, fix?.edits ?? []).slice(ABOVE.length)];
}

describe('What is taken out with a place that nobody filled in', () => {
  const cases: readonly [what: string, text: string, title: string, after: string][] = [
    ['is its sentence', 'It is free. It costs TBC. Come in.\n', 'sentence', 'It is free. Come in.\n'],
    ['is a paragraph of one sentence', 'It costs TBC.\n\nCome in.\n', 'paragraph', 'Come in.\n'],
    [
      'is one of several lettered lines, the last',
      'Cabinet:\n(a) approves the fee;\n(b) thanks the friends;\n(c) notes that the cost in 2027 is TBC.\n',
      'line',
      'Cabinet:\n(a) approves the fee;\n(b) thanks the friends;\n',
    ],
    [
      'is one of several lettered lines, with the line that goes on with it',
      '(a) approves the fee;\n(b) notes that the cost in 2027, as the\nBoard has said, is TBC;\n(c) thanks the friends.\n',
      'line',
      '(a) approves the fee;\n(c) thanks the friends.\n',
    ],
    [
      'is a lettered line that is a sentence',
      '(a) Approve the fee.\n(b) Note that it costs TBC.\n(c) Thank the friends.\n',
      'line',
      '(a) Approve the fee.\n(c) Thank the friends.\n',
    ],
    [
      'is a lettered line of two sentences where it stands in the first',
      '(a) Approve the fee.\n(b) It costs TBC. It is small.\n(c) Thank the friends.\n',
      'line',
      '(a) Approve the fee.\n(c) Thank the friends.\n',
    ],
    [
      'is a later sentence of a lettered line',
      '(a) Approve the fee.\n(b) It is small. It costs TBC.\n(c) Thank the friends.\n',
      'sentence',
      '(a) Approve the fee.\n(b) It is small.\n(c) Thank the friends.\n',
    ],
    [
      'is one of several lines with numbers',
      '1.1 The fee is old.\n1.2 The cost is TBC.\n1.3 Nobody pays.\n',
      'line',
      '1.1 The fee is old.\n1.3 Nobody pays.\n',
    ],
    [
      'is one of several bullets that are characters',
      '• the fee is old\n• the cost is TBC\n• nobody pays\n',
      'line',
      '• the fee is old\n• nobody pays\n',
    ],
    ['is one of several labels', 'Date: May\nCost: TBC\nPlace: Ashby\n', 'line', 'Date: May\nPlace: Ashby\n'],
    [
      'is one of several lines that are kept apart, and what keeps the line above',
      'Ann Moss\\\nHead of Libraries\\\nTelephone: TBC\n',
      'line',
      'Ann Moss\\\nHead of Libraries\n',
    ],
    [
      'is the sentence that leads to lettered lines, without them',
      'The fee is old. The board, which is TBC, is asked:\n(a) to approve it;\n(b) to note it.\n',
      'sentence',
      'The fee is old.\n(a) to approve it;\n(b) to note it.\n',
    ],
    [
      'is a sentence that is broken at a width',
      'The library is free for all who live in\nthe town. It costs TBC in the year that\nbegins in May. Come in.\n',
      'sentence',
      'The library is free for all who live in\nthe town. Come in.\n',
    ],
  ];
  for (const [what, text, title, after] of cases)
    it(what, () => {
      assert.deepEqual(out(text), [`Take this ${title} out`, after]);
      const windows = text.replaceAll('\n', '\r\n');
      assert.deepEqual(out(windows), [`Take this ${title} out`, after.replaceAll('\n', '\r\n')]);
    });
});
