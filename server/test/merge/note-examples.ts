import type { Examples } from './examples';
import type { Reviewer } from './reviewer';

const WORD = '{>>Word, undated<<}';

/** The first reference to a note, as XML. */
const referenceIn = ({ xml }: Reviewer): string =>
  /<w:r><w:rPr>(?:(?!<w:rPr>).)*<w:footnoteReference [^>]*><\/w:r>/.exec(xml)![0];

/** What comes home of references to notes. */
export const WITH_NOTES: Examples = {
  'a reference to a note that was added without tracking': [
    'We lend books.[^a]\n\nWe lend games.\n\n[^a]: N.\n',
    (r) => r.change('We lend games.</w:t></w:r>', `We lend games.</w:t></w:r>${referenceIn(r)}`),
    `We lend books.[^a]\n\nWe lend games.{++[^a]++}${WORD}\n\n[^a]: N.\n`,
  ],
  'a reference to a note that was deleted without tracking': [
    'We lend books,[^a] and games.[^b] More.\n\n[^a]: N.\n[^b]: M.\n',
    (r) => r.change(referenceIn(r), ''),
    `We lend books,{--[^a]--}${WORD} and games.[^b] More.\n\n[^a]: N.\n[^b]: M.\n`,
  ],
  'one of two references beside each other to notes that are cited again': [
    'Books,[^a] games.[^b]\n\nMaps,[^a][^b] and *more*.[^c]\n\n[^a]: N.\n[^b]: M.\n[^c]: L.\n',
    (r) => {
      const paragraph = r.paragraph('Maps');
      const last = paragraph.lastIndexOf('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/>');
      return r.change(paragraph, `${paragraph.slice(0, last)}</w:p>`);
    },
    `Books,[^a] games.[^b]\n\nMaps,[^a][^b] and *more*.{--[^c]--}${WORD}\n\n[^a]: N.\n[^b]: M.\n[^c]: L.\n`,
  ],
  'the first reference to a note that is cited again, deleted without tracking': [
    'Books[^a] and games.\n\nMaps.[^a] More.[^a]\n\n[^a]: N.\n',
    (r) => r.change(referenceIn(r), ''),
    `Books{--[^a]--}${WORD} and games.\n\nMaps.[^a] More.[^a]\n\n[^a]: N.\n`,
  ],
  'words changed without tracking beside a note that is cited again': [
    'Books.[^a]\n\nWe lend maps.[^a]\n\n[^a]: N.\n',
    (r) => r.retype('We lend maps.', 'We lend games.'),
    `Books.[^a]\n\nWe lend {~~maps~>games~~}${WORD}.[^a]\n\n[^a]: N.\n`,
  ],
  'a note that was added in a word without tracking': [
    'We lend books.[^a]\n\nWe lend games.\n\n[^a]: N.\n',
    (r) => r.change('games.', `ga</w:t></w:r>${referenceIn(r)}<w:r><w:t>mes.`),
    `We lend books.[^a]\n\nWe lend ga{++[^a]++}${WORD}mes.\n\n[^a]: N.\n`,
  ],
};
