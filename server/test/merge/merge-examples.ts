import { EMPHASISED } from './emphasis-examples';
import type { Examples } from './examples';
import { IN_HTML } from './html-examples';
import { JOINED } from './join-examples';
import { LINES } from './line-examples';
import { WITH_NOTES } from './note-examples';
import { BY, type Reviewer, who } from './reviewer';
import { STYLED } from './style-examples';
import { IN_TABLES } from './table-examples';
import { TASKS } from './task-examples';

export const DANA = who('Dana Petrie', '31');

/** What comes home, by what was done. */
export const SHOWN: Examples = {
  ...IN_TABLES,
  ...EMPHASISED,
  ...IN_HTML,
  ...JOINED,
  ...LINES,
  ...TASKS,
  ...WITH_NOTES,
  ...STYLED,
  'words that were added': [
    'We lend books.\n',
    (r) => r.insertAfter('We lend ', 'many '),
    `We lend {++many ++}${BY}books.\n`,
  ],
  'words beside a telephone number, which Word keeps on one line': [
    'Ring 01632 960 118, or 01632\u00a0960\u00a0119, to book.\n',
    (r) => r.replace('book', 'join'),
    `Ring 01632 960 118, or 01632\u00a0960\u00a0119, to {~~book~>join~~}${BY}.\n`,
  ],
  ...Object.fromEntries(
    [
      ['12', '19'],
      ['January', 'March'],
      ['million', 'billion'],
      ['3', '4'],
    ].map(([was, is]) => [
      `“${was}” in a date or a sum, which Word keeps on one line`,
      [
        'Open by 12 January 2027, or 5\u00a0May, for £3 million.\n',
        (r: Reviewer) => r.replace(was!, is!),
        'Open by 12 January 2027, or 5\u00a0May, for £3 million.\n'.replace(was!, `{~~${was}~>${is}~~}${BY}`),
      ],
    ]),
  ),
  'words of what a term means, untracked': [
    'Branch\n: A library of its own.\n\nHub\n: A shared one.\n',
    (r) => r.retype('A library of', 'One of'),
    'Branch\n: {~~A library~>One~~}{>>Word, undated<<} of its own.\n\nHub\n: A shared one.\n',
  ],
  'a term, untracked, and what is added to its meanings': [
    'Branch\n: A library of its own.\n: A part of a bank.\n',
    (r) => r.retype('Branch', 'Site').insertAfter('of a bank', ' or a tree'),
    `{~~Branch~>Site~~}{>>Word, undated<<}\n: A library of its own.\n: A part of a bank{++ or a tree++}${BY}.\n`,
  ],
  'words in a list that stands in a cell': [
    '| Branch | Plans |\n| --- | --- |\n| Central | <ul><li>longer hours</li><li>2,000 events a year</li></ul> |\n',
    (r) => r.replace('2,000 events', '2,500 events').insertAfter('longer hours', ' on Sundays'),
    `| Branch | Plans |\n| --- | --- |\n| Central | <ul><li>longer hours{++ on Sundays++}${BY}</li><li>{~~2,000 events~>2,500 events~~}${BY} a year</li></ul> |\n`,
  ],
  'words in a heading, and a row, that LibreOffice says are bold': [
    '# Our books\n\n| A | B |\n| --- | --- |\n| xx | yy |\n',
    (r) => {
      const bold = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
      r.insertAfter('Our', ' many').rowAfter('yy', 'One', 'Two');
      r.xml = r.xml.replace(
        /<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>( many|One|Two)<\/w:t><\/w:r>/gs,
        (_, text: string) => bold(text).replace('<w:t>', '<w:t xml:space="preserve">'),
      );
      return r;
    },
    `# Our{++ many++}${BY} books\n\n| A | B |\n| --- | --- |\n| xx | yy |\n| {++One++}${BY} | {++Two++}${BY} |\n`,
  ],
  'a column that was added to a table': [
    'Hours:\n\n| A | B |\n| --- | --: |\n| xx | 11 |\n| zz | 22 |\n\nEnd.\n',
    (r) => {
      const cell = (text: string): string =>
        `<w:tc><w:p>${text === '' ? '' : `<w:r><w:t>${text}</w:t></w:r>`}</w:p></w:tc>`;
      const texts = ['Note', '', 'New'];
      r.xml = r.xml.replace(/<\/w:tr>/g, () => `${cell(texts.shift()!)}</w:tr>`);
      return r;
    },
    'Hours:\n\n| A | B | {++Note++}{>>Word, undated<<} |\n| --- | --: | --- |\n| xx | 11 |   |\n| zz | 22 | {++New++}{>>Word, undated<<} |\n\nEnd.\n',
  ],
  'a paragraph that was copied with its footnote': [
    'We lend books.[^a]\n\nWe lend games.\n\n[^a]: Ashby Council, *Loans*, 2026.\n',
    (r) => {
      const paragraph = r.paragraph('We lend books.');
      const copied = paragraph.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
      const below = r.paragraph('We lend games.');
      const runs = copied.replace(/<w:pPr>.*?<\/w:pPr>/gs, '').replace(/^<w:p>|<\/w:p>$/g, '');
      const mark = `<w:pPr><w:rPr><w:ins w:id="9500" ${DANA}/></w:rPr></w:pPr>`;
      return r.change(below, `${below}<w:p>${mark}<w:ins w:id="9501" ${DANA}>${runs}</w:ins></w:p>`);
    },
    `We lend books.[^a]\n\nWe lend games.\n\n{++We lend books.[^a]++}${BY}\n\n[^a]: Ashby Council, *Loans*, 2026.\n`,
  ],
  'words that were deleted': [
    'We lend old books.\n',
    (r) => r.delete('old '),
    `We lend {--old --}${BY}books.\n`,
  ],
  'words typed without tracking among words in runs of their own': [
    'Nether Pellow on Thursdays.\n',
    (r) =>
      r
        .retype('Pellow', 'Pellow, twice')
        .change(', twice<', ',</w:t></w:r><w:r><w:t xml:space="preserve"> twice<'),
    'Nether Pellow{++, twice++}{>>Word, undated<<} on Thursdays.\n',
  ],
  'a word typed without tracking in a run of its own': [
    'Nether Pellow on Thursdays.\n',
    (r) => r.retype('Pellow', 'Pellow now'),
    'Nether Pellow {++now ++}{>>Word, undated<<}on Thursdays.\n',
  ],
  'words that were struck out with tildes': [
    'We lend books.\n',
    (r) => r.insertAfter('books', ' ~~and~~ or ~games~'),
    `We lend books{++ \\~\\~and\\~\\~ or ~games\\~++}${BY}.\n`,
  ],
  'words that end in a brace': [
    'Fill in the {name} here.\n',
    (r) => r.delete('the {'),
    `Fill in {--the \\{--}${BY}name} here.\n`,
    'Fill in the \\{name} here.\n',
  ],
  'words in the place of others that end in a brace': [
    'Fill in the {name} here.\n',
    (r) => r.replace('the {', 'your {'),
    `Fill in {~~the \\{~>your \\{~~}${BY}name} here.\n`,
    'Fill in the \\{name} here.\n',
  ],
  'a comment on words that end in a brace, of which some are deleted': [
    'Fill in the {name} here.\n',
    (r) => r.comment('the {', 'Whose?').delete('{'),
    `Fill in {==the {--\\{--}${BY}==}{>>Dana Petrie, 3 Oct 2026 10:00: Whose?<<}name} here.\n`,
    'Fill in the \\{name} here.\n',
  ],
  'words in the place of others': [
    'We lend books.\n',
    (r) => r.replace('books', 'e-books'),
    `We lend {~~books~>e-books~~}${BY}.\n`,
  ],
  'words in front of those whose place they take, as LibreOffice writes them': [
    'We lend books.\n',
    (r) => r.replaceBy('books', DANA, [['e-books', DANA]]),
    `We lend {~~books~>e-books~~}${BY}.\n`,
  ],
  'words in front of and behind others that go': [
    'We lend books.\n',
    (r) =>
      r.replaceBy('books', DANA, [
        ['new ', DANA],
        ['e-books', DANA],
      ]),
    `We lend {++new ++}${BY}{~~books~>e-books~~}${BY}.\n`,
  ],
  'a part of a word': [
    'The color is red.\n',
    (r) => r.replace('or', 'our'),
    `The col{~~or~>our~~}${BY} is red.\n`,
  ],
  'words at the beginning and at the end': [
    'We lend books\n',
    (r) => r.insertBefore('We lend books', 'Today ').insertAfter('We lend books', ' to all.'),
    `{++Today ++}${BY}We lend books{++ to all.++}${BY}\n`,
  ],
  'signs of Markdown in what was added': [
    'We lend books.\n',
    (r) => r.insertAfter('We lend ', '*all* [new] <b> {++'),
    `We lend {++\\*all\\* \\[new\\] \\<b> \\{++++}${BY}books.\n`,
  ],
  'a deletion that begins in bold and ends behind it': [
    'We **lend many** books here.\n',
    (r) => r.delete('many').delete(' books'),
    `We **lend {--many--}${BY}**{-- books--}${BY} here.\n`,
  ],
  'what was added in bold stays in it': [
    'We **lend** books.\n',
    (r) => r.insertAfter('lend', ' out'),
    `We **lend{++ out++}${BY}** books.\n`,
  ],
  'a link that was kept': [
    'See [the plan of ours](https://example.org) first.\n',
    (r) => r.delete('of ours'),
    `See [the plan {--of ours--}${BY}](https://example.org) first.\n`,
  ],
  'code, which is replaced whole': [
    'Run `make all now` today.\n',
    (r) => r.replace('all', 'none'),
    `Run {~~\`make all now\`~>\`make none now\`~~}${BY} today.\n`,
  ],
  'words that are bold now': [
    'We lend books.\n',
    (r) => r.bold('lend'),
    `We {~~lend~>**lend**~~}${BY} books.\n`,
  ],
  'a heading': [
    '# Our plan\n\nText.\n',
    (r) => r.replace('plan', 'offer'),
    `# Our {~~plan~>offer~~}${BY}\n\nText.\n`,
  ],
  'a list item, whatever its bullet': [
    '*   one thing\n*   two things\n',
    (r) => r.insertAfter('two ', 'good '),
    `*   one thing\n*   two {++good ++}${BY}things\n`,
  ],
  'a cell': [
    '| Branch | Visits |\n|:--|--:|\n| Ashby  | 1,200 |\n',
    (r) => r.replace('1,200', '1,300'),
    `| Branch | Visits |\n|:--|--:|\n| Ashby  | {~~1,200~>1,300~~}${BY} |\n`,
  ],
  'a quotation over lines': [
    '> Said one\n> thing and\n> another.\n',
    (r) => r.delete('thing and '),
    `> Said one\n> {--thing and\n> --}${BY}another.\n`,
  ],
  'a footnote': [
    'Text.[^a]\n\n[^a]: The old source.\n',
    (r) => r.replace('old', 'new', 'word/footnotes.xml'),
    `Text.[^a]\n\n[^a]: The {~~old~>new~~}${BY} source.\n`,
  ],
  'a new paragraph': [
    '# A\n\nFirst.\n\nSecond.\n',
    (r) => r.paragraphAfter('First.', 'Between.'),
    `# A\n\nFirst.\n\n{++Between.++}${BY}\n\nSecond.\n`,
  ],
  'a new paragraph below a heading without an empty line': [
    '# A\nFirst.\n',
    (r) => r.paragraphAfter('A', 'Between.'),
    `# A\n\n{++Between.++}${BY}\n\nFirst.\n`,
  ],
  'a new heading': [
    '# A\n\n## B\n\nText.\n',
    (r) => r.paragraphAfter('B', 'C', { like: true }),
    `# A\n\n## B\n\n## {++C++}${BY}\n\nText.\n`,
  ],
  'a new item': [
    '1. one\n2. two\n\nText.\n',
    (r) => r.paragraphAfter('two', 'three', { like: true }),
    `1. one\n2. two\n3. {++three++}${BY}\n\nText.\n`,
  ],
  'a new paragraph in an item': [
    '1. one\n2. two\n',
    (r) => r.paragraphAfter('one', 'New.'),
    `1. one\n\n   {++New.++}${BY}\n2. two\n`,
  ],
  'a new item in a list inside a list': [
    '- a\n  - b\n- c\n',
    (r) => r.paragraphAfter('b', 'new', { like: true }),
    `- a\n  - b\n  - {++new++}${BY}\n- c\n`,
  ],
  'a new item above the first of a list inside a list': [
    '* One\n    1. Two\n    2. Three\n* Four\n',
    (r) => r.paragraphBefore('Two', 'New', { like: true }),
    `* One\n    1. {++New++}${BY}\n    1. Two\n    2. Three\n* Four\n`,
  ],
  'a new item above a list that was in the one before it': [
    '- a\n  - b\n- c\n',
    (r) => r.paragraphAfter('a', 'new', { like: true }),
    `- a\n- {++new++}${BY}\n  - b\n- c\n`,
  ],
  'a new paragraph in a quotation': [
    '> One.\n>\n> Two.\n',
    (r) => r.paragraphAfter('One.', 'More.', { like: true }),
    `> One.\n>\n> {++More.++}${BY}\n>\n> Two.\n`,
  ],
  'a paragraph that was deleted': [
    'First.\n\nSecond.\n\nThird.\n',
    (r) => r.deleteParagraph('Second.'),
    `First.\n\n{--Second.--}${BY}\n\nThird.\n`,
  ],
  'a paragraph that was divided': [
    'First part. Second part.\n\nMore.\n',
    (r) => r.split('Second part.'),
    `First part. {--Second part.--}${BY}\n\n{++Second part.++}${BY}\n\nMore.\n`,
  ],
  'a new row': [
    '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
    (r) => r.rowAfter('1', 'x', 'y'),
    `| A | B |\n|---|---|\n| 1 | 2 |\n| {++x++}${BY} | {++y++}${BY} |\n| 3 | 4 |\n`,
  ],
  'a new row below the head': [
    '| A | B |\n|---|---|\n| 1 | 2 |\n',
    (r) => r.rowAfter('A', 'x', 'y'),
    `| A | B |\n|---|---|\n| {++x++}${BY} | {++y++}${BY} |\n| 1 | 2 |\n`,
  ],
  'a row that was deleted': [
    '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
    (r) => r.deleteRow('1'),
    `| A | B |\n|---|---|\n| {--1--}${BY} | {--2--}${BY} |\n| 3 | 4 |\n`,
  ],
  'text in an empty cell': [
    '| A | B |\n|---|---|\n| one | |\n',
    (r) =>
      r.change(
        '<w:pStyle w:val="TableText"/></w:pPr><w:bookmarkEnd w:id="1"/></w:p>',
        '<w:pStyle w:val="TableText"/></w:pPr><w:bookmarkEnd w:id="1"/><w:ins w:id="1" w:author="Dana Petrie" w:date="2026-10-03T09:31:00Z"><w:r><w:t>two</w:t></w:r></w:ins></w:p>',
      ),
    `| A | B |\n|---|---|\n| one | {++two++}${BY}|\n`,
  ],
  'a comment on words': [
    'We lend books.\n',
    (r) => r.comment('books', 'Only books?'),
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Only books?<<}.\n',
  ],
  'a comment of two paragraphs, a reply, and that it is resolved': [
    'We lend books.\n',
    (r) => r.comment('books', 'Only books?\nAnd games.', { replies: ['Games too.'], resolved: true }),
    'We lend {==books==}{>>Dana Petrie, 3 Oct 2026 10:00 (resolved): Only books? ¶ And games.<<}{>>R. Shah, 3 Oct 2026 10:00: Games too.<<}.\n',
  ],
  'a comment that begins behind the last word of a paragraph, and means the next': [
    'We lend books.\n\nAnd games too.\n',
    (r) => {
      const start = '<w:commentRangeStart w:id="500"/>';
      return r.comment('games', 'Which?').change(start, '').change('</w:p>', `${start}</w:p>`);
    },
    'We lend books.\n\n{==And games==}{>>Dana Petrie, 3 Oct 2026 10:00: Which?<<} too.\n',
  ],
  'a comment on words of two paragraphs, at the first of them': [
    'We lend books.\n\nAnd games too.\n',
    (r) => {
      const start = '<w:commentRangeStart w:id="500"/>';
      return r
        .comment('games', 'Which?')
        .change(start, '')
        .change('<w:r><w:t xml:space="preserve">We', `${start}<w:r><w:t xml:space="preserve">We`);
    },
    '{==We lend books.==}{>>Dana Petrie, 3 Oct 2026 10:00: Which?<<}\n\nAnd games too.\n',
  ],
  'a comment on words in bold and others': [
    'We **lend** books.\n',
    (r) => r.comment('lend', 'Or rent?'),
    'We {==**lend**==}{>>Dana Petrie, 3 Oct 2026 10:00: Or rent?<<} books.\n',
  ],
  'what Word adds of its own is no change': [
    'We *lend* many books.\n\n- one two\n',
    (r) => r.noisy(),
    'We *lend* many books.\n\n- one two\n',
  ],
  'words typed without tracking': [
    'We lend books here.\n',
    (r) => r.retype('books', 'e-books and games'),
    'We lend {~~books~>e-books and games~~}{>>Word, undated<<} here.\n',
  ],
  'a paragraph typed without tracking': [
    'First.\n\nSecond.\n',
    (r) => r.paragraphAfter('First.', 'Between.', { tracked: false }),
    'First.\n\n{++Between.++}{>>Word, undated<<}\n\nSecond.\n',
  ],
  'a paragraph taken out without tracking': [
    'First one.\n\nSecond two.\n\nThird three.\n',
    (r) => r.change(r.paragraph('Second two.'), ''),
    'First one.\n\n{--Second two.--}{>>Word, undated<<}\n\nThird three.\n',
  ],
  'a paragraph that was typed above the label of an alert, in its style': [
    '> [!NOTE]\n> Take care.\n>\n> More.\n\nEnd.\n',
    (r) => r.paragraphBefore('Note', 'New.', { like: true }),
    `{++New.++}${BY}\n\n> [!NOTE]\n> Take care.\n>\n> More.\n\nEnd.\n`,
  ],
  'a paragraph between the label of an alert and its text': [
    'First.\n\n> [!TIP]\n> Take care.\n',
    (r) => r.paragraphAfter('Tip', 'New.', { like: true }),
    `First.\n\n> [!TIP]\n>\n> {++New.++}${BY}\n>\n> Take care.\n`,
    'First.\n\n> [!TIP]\n>\n> Take care.\n',
  ],
  'a paragraph between the label of an alert and its list': [
    '> [!TIP]\n> - one\n> - two\n',
    (r) => r.paragraphAfter('Tip', 'New.'),
    `> [!TIP]\n>\n> {++New.++}${BY}\n> - one\n> - two\n`,
    '> [!TIP]\n>\n> - one\n> - two\n',
  ],
  'words of an alert, typed without tracking': [
    '> [!NOTE]\n> Take **care** now.\n\nEnd.\n',
    (r) => r.retype('Take', 'Give'),
    '> [!NOTE]\n> {~~Take~>Give~~}{>>Word, undated<<} **care** now.\n\nEnd.\n',
  ],
  'the label of an alert, for which there is no mark': [
    'First.\n\n> [!NOTE]\n> Take care.\n',
    (r) => r.replace('Note', 'Warning'),
    `First.\n\n> [!NOTE]\n> ${BY.replace('<<', ': Changed in what the export writes by itself: “Note” is now “Warning”.<<')}Take care.\n`,
  ],
  'a comment on the label of an alert': [
    'First.\n\n> [!NOTE]\n> Take care.\n',
    (r) => r.comment('Note', 'Why?'),
    'First.\n\n> [!NOTE]\n> {>>Dana Petrie, 3 Oct 2026 10:00: Why?<<}Take care.\n',
  ],
};
