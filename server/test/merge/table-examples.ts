import type { Examples } from './examples';
import { BY, type Reviewer } from './reviewer';

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

const HTML = 'Hours:\n\n<table>\n<tr><th>A<th>B\n<tr><td>xx<td>11\n<tr><td>zz<td>22\n</table>\n\nEnd.\n';

const MERGED =
  'Hours:\n\n<table>\n<tr><th rowspan="2">A<th colspan="2">B\n<tr><th>C<th>D\n<tr><td>xx<td>11<td>12\n</table>\n\nEnd.\n';

/** A row with other words behind the one that has some XML. */
function rowBehind(
  reviewer: Reviewer,
  having: string,
  now: readonly (readonly [string, string])[],
): Reviewer {
  return eachRow(reviewer, having, (row) => {
    const bare = row.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
    return row + now.reduce((text, [from, to]) => text.replace(`>${from}<`, `>${to}<`), bare);
  });
}

export const IN_TABLES: Examples = {
  'a row that was added to a table of HTML, in a comment': [
    HTML,
    (r) =>
      rowBehind(r, '>xx<', [
        ['xx', 'yy'],
        ['11', '15'],
      ]),
    HTML.replace(
      'End.',
      '{>>Word, undated: Added to a table in Word, which the draft cannot show: “yy / 15”.<<}\n\nEnd.',
    ),
  ],
  'a paragraph that was added above the words of a cell': [
    HOURS,
    (r) => r.paragraphBefore('xx', 'Open'),
    HOURS.replace('xx', `{++Open<br>++}${BY}xx`),
  ],
  'a cell that was divided without tracking, with most of its words below': [
    HOURS.replace('xx', 'First and many more words'),
    (r) => {
      const paragraph = r.paragraph('First and');
      const above = paragraph.replace(' and many more words', '');
      return r.change(paragraph, above + paragraph.replace('First ', '').replace(/<w:bookmark[^>]*>/g, ''));
    },
    HOURS.replace(
      'xx',
      '{--First --}{>>Word, undated<<}{++First<br>++}{>>Word, undated<<}and many more words',
    ),
  ],
  'a row that was taken out without tracking, below one with the same words in a cell': [
    'So[^a] and so.[^a]\n\n| A | B |\n| --- | --- |\n| xx | High |\n| yy | High |\n\nEnd.\n\n[^a]: N.\n',
    (r) => eachRow(r, 'yy', () => ''),
    'So[^a] and so.[^a]\n\n| A | B |\n| --- | --- |\n| xx | High |\n| {--yy--}{>>Word, undated<<} | {--High--}{>>Word, undated<<} |\n\nEnd.\n\n[^a]: N.\n',
  ],
  'a row that was added to a table of HTML with merged cells, and what was written into one of these': [
    MERGED,
    (r) =>
      eachRow(
        rowBehind(r, '>xx<', [
          ['xx', 'yy'],
          ['11', '15'],
          ['12', '16'],
        ]),
        '>C<',
        (row) => row.replace('</w:p>', '<w:r><w:t>new</w:t></w:r></w:p>'),
      ),
    MERGED.replace(
      'End.',
      '{>>Word, undated: Added to a table in Word, which the draft cannot show: “new”.<<}\n\n{>>Word, undated: Added to a table in Word, which the draft cannot show: “yy / 15 / 16”.<<}\n\nEnd.',
    ),
  ],
  'a table that was added to a paper with one of HTML, as a table': [
    HTML,
    (r) => {
      const end = r.paragraph('End.');
      return r.change(
        end,
        `${end}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>New</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
      );
    },
    HTML.replace('End.', 'End.\n\n| {++New++}{>>Word, undated<<} |\n| --- |'),
  ],
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
