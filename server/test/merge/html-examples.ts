import type { Examples } from './examples';
import { BY } from './reviewer';

const TABLE =
  'Before.\n\n<table>\n<tr><th>Branch</th><th>Hours</th></tr>\n<tr><td>Central</td><td>Longer here</td></tr>\n</table>\n\nAfter.\n';
const IN_ITEM = '1. one\n   <ul>\n   <li>alpha</li>\n   <li>beta words</li>\n   </ul>\n2. three\n\nEnd.\n';

const told = (text: string): string => BY.replace('<<', `: ${text}<<`);

/** What was changed in blocks of HTML, in which there are no marks: comments below them tell of it. */
export const IN_HTML: Examples = {
  'words of a table of HTML, in a comment below it': [
    TABLE,
    (r) => r.replace('Longer', 'Shorter'),
    TABLE.replace(
      'After.',
      `${told('Changed in the table above: “Longer here” is now “Shorter here”.')}\n\nAfter.`,
    ),
  ],
  'a comment on a cell of a table of HTML': [
    TABLE,
    (r) => r.comment('Central', 'Which?'),
    TABLE.replace(
      'After.',
      '{>>Dana Petrie, 3 Oct 2026 10:00: Which?<<}{>>Library Advocacy, undated: This was on “Central”.<<}\n\nAfter.',
    ),
  ],
  'an item that was deleted in a list of HTML': [
    '<ul>\n<li>alpha</li>\n<li>beta</li>\n</ul>\n',
    (r) => r.deleteParagraph('alpha'),
    `<ul>\n<li>alpha</li>\n<li>beta</li>\n</ul>\n\n${told('Deleted in the list above: “alpha”.')}\n`,
  ],
  'words of a list of HTML in an item, and of the item behind it': [
    IN_ITEM,
    (r) => r.replace('beta', 'gamma').replace('three', 'four'),
    IN_ITEM.replace(
      '2. three',
      `\n   ${told('Changed in the list above: “beta words” is now “gamma words”.')}\n2. {~~three~>four~~}${BY}`,
    ),
  ],
  'words of a list of HTML in a quotation': [
    '> one\n>\n> <ul><li>alpha</li></ul>\n>\n> three\n',
    (r) => r.replace('alpha', 'beta'),
    `> one\n>\n> <ul><li>alpha</li></ul>\n>\n> ${told('Changed in the list above: “alpha” is now “beta”.')}\n>\n> three\n`,
  ],
};
