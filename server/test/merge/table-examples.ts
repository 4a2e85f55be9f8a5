import { BY, type Examples, type Reviewer } from './reviewer';

const HOURS = 'Hours:\n\n| A | B |\n| --- | --: |\n| xx | 11 |\n| zz | 22 |\n\nEnd.\n';

/** Changes the rows of tables that have some XML. */
function eachRow(reviewer: Reviewer, having: string, change: (row: string) => string): Reviewer {
  reviewer.xml = reviewer.xml.replace(/<w:tr>.*?<\/w:tr>/gs, (row) =>
    row.includes(having) ? change(row) : row,
  );
  return reviewer;
}

/** Adds a column in front of another, without tracking: Word cannot track that. */
function columnBefore(reviewer: Reviewer, column: number, texts: readonly string[]): Reviewer {
  let at = 0;
  return eachRow(reviewer, '', (row) => {
    const run = texts[at] ? `<w:r><w:t>${texts[at]}</w:t></w:r>` : '';
    at++;
    let cell = 0;
    return row.replace(/<w:tc>/g, (tag) =>
      cell++ === column ? `<w:tc><w:p>${run}</w:p></w:tc>${tag}` : tag,
    );
  });
}

/** Adds a column at the right, without tracking. */
function columnBehind(reviewer: Reviewer, texts: readonly string[]): Reviewer {
  let at = 0;
  return eachRow(reviewer, '', (row) =>
    row.replace(/<\/w:tr>/, (end) => `<w:tc><w:p><w:r><w:t>${texts[at++]}</w:t></w:r></w:p></w:tc>${end}`),
  );
}

export const IN_TABLES: Examples = {
  'a column that was added in the middle of a table, and a word that was changed beside it': [
    HOURS,
    (r) => columnBefore(r, 1, ['Note', '', 'New']).retype('22', '23'),
    'Hours:\n\n| A | {++Note++}{>>Word, undated<<} | B |\n| --- | --- | --: |\n| xx |   | 11 |\n| zz | {++New++}{>>Word, undated<<} | {~~22~>23~~}{>>Word, undated<<} |\n\nEnd.\n',
  ],
  'a column that was added at the right of a table whose lines end in blanks': [
    '| A | B |  \n| --- | --: | \t\n| xx | 11 | \n',
    (r) => columnBehind(r, ['C', 'cc']),
    '| A | B | {++C++}{>>Word, undated<<} |  \n| --- | --: | --- | \t\n| xx | 11 | {++cc++}{>>Word, undated<<} | \n',
    '| A | B |  \n| --- | --: | \t\n| xx | 11 | \n',
  ],
  'a column that was added in front of a table, and a row': [
    'A | B\n--- | --:\nxx | 11\n',
    (r) => columnBefore(r, 0, ['No', '1']).rowAfter('xx', '2', 'yy', '12'),
    `{++No++}{>>Word, undated<<} | A | B\n--- | --- | --:\n{++1++}{>>Word, undated<<} | xx | 11\n| {++2++}${BY} | {++yy++}${BY} | {++12++}${BY} |\n`,
    '| A | B\n| --- | --:\n| xx | 11\n',
  ],
  'no change where cells were merged beside each other, which Markdown cannot': [
    HOURS,
    (r) =>
      eachRow(r, 'xx', (row) =>
        row
          .replace('</w:tc><w:tc>', '')
          .replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>')
          .replace(/(<\/w:p>)<w:tcPr>.*?<\/w:tcPr>/s, '$1'),
      ),
    HOURS,
  ],
  'no change where cells were merged below each other, with the texts of both in the first': [
    HOURS,
    (r) => {
      const [paragraph] = [r.paragraph('zz')];
      r.change(paragraph, '<w:p></w:p>');
      eachRow(r, '<w:t xml:space="preserve">22', (row) => row.replace('<w:tcPr>', '<w:tcPr><w:vMerge/>'));
      return eachRow(r, 'xx', (row) =>
        row
          .replace('<w:tcPr>', '<w:tcPr><w:vMerge w:val="restart"/>')
          .replace('</w:p>', () => `</w:p>${paragraph}`),
      );
    },
    HOURS,
  ],
};
