import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentences } from '../../src/draft';

describe('sentences', () => {
  for (const [why, ...expected] of [
    ['end with a full stop, a question mark or an exclamation mark', 'We lend books.', 'Do you?', 'Come in!'],
    ['need no mark at their end', 'We lend books.', 'Come in'],
    ['keep their quotation marks and brackets', '“It helped me.”', '(So said Ann.)', "'Me too!'"],
    ['go on after a quotation', '“Is it free?” she asked.', 'It is.'],
    ['go on after an abbreviation', 'Dr. Ann Lee, Cllr. Ben Roe and St. Mary’s came.', 'They stayed.'],
    ['go on after e.g., i.e. and vs.', 'We lend more, e.g. laptops, i.e. what people need.', 'It works.'],
    ['go on after an initial', 'J. K. Lowe opened it.', 'Many came.'],
    ['may end with the letter of a part', 'The costs are in Appendix C.', 'The assessment is not.'],
    ['go on within a figure', 'It cost £3.5 million in 2.5 years.', 'It saved 4.1 per cent.'],
    ['may end with a figure', 'We had 1,200 visits in 2023.', 'In 2024 we had more.'],
    ['may end with “etc.”', 'We lend books, films, etc.', 'They are free.'],
    ['go on after “etc.” before a small letter', 'Books, films, etc. are free.', 'Come in.'],
    ['go on after the number of a list', '1. Buy more books.', 'Lend them.'],
    ['may begin with a figure or a currency', 'It was cheap.', '£3 each.', '20 people came.'],
    ['may end with dots', 'And then …', 'Nothing.'],
    ['are not ended by an address', 'See example.org/a.b for more.', 'Or ask.'],
    ['go on after “No.” before a number', 'The van calls at No. 5 on Fridays.', 'Wait there.'],
    ['may be the word “No.”', 'Did it help?', 'No.', 'It did not.'],
    [
      'may end with a word that is an abbreviation elsewhere',
      'There they sat.',
      'It was a clear no.',
      'The sun shone.',
    ],
  ] as const) {
    it(why, () => {
      const text = expected.join(' ');
      assert.deepEqual(
        sentences(text).map(({ start, end }) => text.slice(start, end)),
        expected,
      );
    });
  }

  it('end at a line end, such as the border of two cells', () => {
    const text = 'Number of visits\n1,200\n \nRising';
    assert.deepEqual(
      sentences(text).map(({ start, end }) => text.slice(start, end)),
      ['Number of visits', '1,200', 'Rising'],
    );
  });

  it('are in order, do not overlap, and leave out nothing but space', () => {
    const piece = fc.constantFrom(
      'a',
      'Mr',
      'I',
      'No',
      '.',
      '!',
      '?',
      '…',
      '"',
      '”',
      '(',
      ')',
      ' ',
      '\n',
      '3',
      'É',
      '\u00A0',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          let last = 0;
          for (const { start, end } of sentences(text)) {
            assert.equal(text.slice(last, start).trim(), '');
            assert.ok(end > start);
            assert.equal(text.slice(start, end).trim(), text.slice(start, end));
            last = end;
          }
          assert.equal(text.slice(last).trim(), '');
        },
      ),
    );
  });
});
