import type { Examples } from './examples';
import { BY } from './reviewer';

/** What comes home of paragraphs that somebody joined. */
export const JOINED: Examples = {
  'a paragraph that was joined to the one above it': [
    'We lend books.\n\nWe lend games.\n\nEnd.\n',
    (r) => r.join('We lend books.'),
    `We lend books.{++We lend games.++}${BY}\n\n{--We lend games.--}${BY}\n\nEnd.\n`,
  ],
  'a paragraph that was joined, and changed': [
    'We lend books.\n\nAnd lend old *games*.[^a]\n\nEnd.\n\n[^a]: N.\n',
    (r) => r.delete('old ').insertBefore('And', ' ').join('We lend books.'),
    `We lend books.{++ And lend *games*.[^a]++}${BY}\n\n{--And lend old *games*.[^a]--}${BY}\n\nEnd.\n\n[^a]: N.\n`,
  ],
  'three paragraphs that were joined': [
    'We lend books.\n\nAnd games.\n\nAnd maps.\n',
    (r) => r.join('We lend books.').join('And games.'),
    `We lend books.{++And games.And maps.++}${BY}\n\n{--And games.--}${BY}\n\n{--And maps.--}${BY}\n`,
  ],
  'an item that was joined to the one above it': [
    '- Books\n- Games\n- Maps\n',
    (r) => r.join('Books'),
    `- Books{++Games++}${BY}\n- {--Games--}${BY}\n- Maps\n`,
  ],
  'a paragraph that was joined to its heading': [
    '# Books\n\nWe lend them.\n',
    (r) => r.join('Books'),
    `# Books{++We lend them.++}${BY}\n\n{--We lend them.--}${BY}\n`,
  ],
  'a deleted paragraph, and the end of the one above it': [
    'We lend books.\n\nWe lend games.\n\nEnd.\n',
    (r) => r.delete('We lend games.').join('We lend books.'),
    `We lend books.\n\n{--We lend games.--}${BY}\n\nEnd.\n`,
  ],
};
