import type { Examples } from './examples';
import { BY } from './reviewer';

/** What comes home of lines that the export keeps apart, and of line breaks. */
export const LINES: Examples = {
  'words above the salutation of a letter, in it, and below its close': [
    '---\nkind: letter\nauthor: Ann Moss\n---\n\nAshby Library\nQuay Street\n\n3 May 2026\n\nJo Hill\nLeader of the Council\n\nDear Councillor\n\nWe lend books.\n\nYours sincerely\n\nAnn Moss\nHead of Libraries\n\ncc: Sam Lee\n',
    (r) =>
      r
        .replace('Quay Street', 'Weir Street')
        .replace('Leader', 'Deputy Leader')
        .replace('Councillor', 'Jo')
        .insertAfter('Head of', ' Ashby')
        .insertAfter('Sam Lee', ', Dee Roy'),
    `---\nkind: letter\nauthor: Ann Moss\n---\n\nAshby Library\n{~~Quay Street~>Weir Street~~}${BY}\n\n3 May 2026\n\nJo Hill\n{~~Leader~>Deputy Leader~~}${BY} of the Council\n\nDear {~~Councillor~>Jo~~}${BY}\n\nWe lend books.\n\nYours sincerely\n\nAnn Moss\nHead of{++ Ashby++}${BY} Libraries\n\ncc: Sam Lee{++, Dee Roy++}${BY}\n`,
  ],
  'a line that was added to the address of a letter, without tracking': [
    '---\nkind: letter\n---\n\nAshby Library\nQuay Street\nLE65 1AA\n\nDear Jo\n\nWe lend books.\n\nYours\n',
    (r) =>
      r.change(
        'Quay Street</w:t></w:r>',
        'Quay Street</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>Ashby</w:t></w:r>',
      ),
    '---\nkind: letter\n---\n\nAshby Library\nQuay Street\n{++Ashby<br>++}{>>Word, undated<<}LE65 1AA\n\nDear Jo\n\nWe lend books.\n\nYours\n',
  ],
  'words of lines that the export keeps apart': [
    'Report to: Cabinet\nDate: May\nAuthor: Ann Holt\n',
    (r) => r.replace('Cabinet', 'Council').retype('Ann', 'Bea').insertAfter('May', ' 2026'),
    `Report to: {~~Cabinet~>Council~~}${BY}\nDate: May{++ 2026++}${BY}\nAuthor: {~~Ann~>Bea~~}{>>Word, undated<<} Holt\n`,
  ],
  'a line that was added to such lines, without tracking': [
    'Report to: Cabinet\nDate: May\nAuthor: Ann Holt\n',
    (r) =>
      r.change(
        'Cabinet</w:t></w:r>',
        'Cabinet</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>Ward: all of them</w:t></w:r>',
      ),
    'Report to: Cabinet\n{++Ward: all of them<br>++}{>>Word, undated<<}Date: May\nAuthor: Ann Holt\n',
  ],
  'words of lettered lines, of which each is a paragraph in the document': [
    'We ask you:\n(a) to note it;\n(b) to act.\n',
    (r) => r.replace('note', 'read').retype('act', 'vote'),
    `We ask you:\n(a) to {~~note~>read~~}${BY} it;\n(b) to {~~act~>vote~~}{>>Word, undated<<}.\n`,
  ],
  'a lettered line that was deleted without tracking': [
    'We ask you:\n(a) to note it;\n(b) to act.\n',
    (r) => r.change(r.paragraph('to act.'), ''),
    'We ask you:\n(a) to note it;{--\n(b) to act.--}{>>Word, undated<<}\n',
  ],
  'a line break that was added without tracking, in a paragraph of several lines': [
    'We lend books and games\nto all who come\nin person.\n',
    (r) => r.change('and games', '</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>and games'),
    'We lend books {++<br>++}{>>Word, undated<<}and games\nto all who come\nin person.\n',
  ],
  'a line break that was taken out without tracking, with a space in its place or without one': [
    'We lend books\\\nand games,<br>and maps.\n',
    (r) => r.change('<w:r><w:br/></w:r>', '<w:r><w:t> </w:t></w:r>').change('<w:r><w:br/></w:r>', ''),
    'We lend books{~~\\\n~> ~~}{>>Word, undated<<}and games,{--<br>--}{>>Word, undated<<}and maps.\n',
  ],
  'lines of an address that were joined without tracking, with a space or a comma in place of the break': [
    'Ashby Library\nQuay Street\nLE65 1AA\n',
    (r) =>
      r
        .change('<w:r><w:br/></w:r>', '<w:r><w:t> </w:t></w:r>')
        .change('<w:r><w:br/></w:r>', '<w:r><w:t>, </w:t></w:r>'),
    'Ashby Library{~~\n~> ~~}{>>Word, undated<<}Quay Street{~~\n~>, ~~}{>>Word, undated<<}LE65 1AA\n',
  ],
  'a line of such lines that was deleted without tracking, and one that was joined to the next': [
    'Report to: Cabinet\nDate: May\nAuthor: Ann Holt\nWard: all of them\n',
    (r) =>
      r
        .change('<w:r><w:t xml:space="preserve">Date: May</w:t></w:r><w:r><w:br/></w:r>', '')
        .change('Ann Holt</w:t></w:r><w:r><w:br/></w:r>', 'Ann Holt</w:t></w:r>'),
    'Report to: Cabinet\n{--Date: May\n--}{>>Word, undated<<}Author: Ann {~~Holt\nWard~>HoltWard~~}{>>Word, undated<<}: all of them\n',
  ],
  'lettered lines of which two were joined to one paragraph without tracking': [
    'We ask you:\n(a) to note it;\n(b) to act.\n',
    (r) => r.change(r.paragraph('to act.'), '').change('to note it;', 'to note it; (b) to act.'),
    'We ask you:\n(a) to note it;{~~\n~> ~~}{>>Word, undated<<}(b) to act.\n',
  ],
};
