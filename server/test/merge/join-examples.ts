import type { Examples } from './examples';
import { BY } from './reviewer';

/** What comes home of paragraphs that somebody joined or divided. */
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
  'words that were deleted from one paragraph into the next': [
    'One and two.\n\nThree and four.\n',
    (r) => r.delete(' two.').delete('Three and').join('One and'),
    `One and{~~ two.~> four.~~}${BY}\n\n{--Three and four.--}${BY}\n`,
  ],
  'a paragraph that was joined to the one above it and divided': [
    'One.\n\nTwo three.\n\nFour.\n',
    (r) => r.join('One').split('three'),
    `One.{++Two ++}${BY}\n\n{--Two --}${BY}{--three.--}${BY}\n\n{++three.++}${BY}\n\nFour.\n`,
  ],
  'a paragraph that was divided, and then joined to the one below it': [
    'One two.\n\nThree.\n',
    (r) => r.split('two').join('two'),
    `One {--two.--}${BY}\n\n{++two.Three.++}${BY}\n\n{--Three.--}${BY}\n`,
  ],
  'a heading that was joined to the paragraph above it': [
    '# T\n\nText.\n\n## Need\n\nNext.\n',
    (r) => r.join('Text'),
    `# T\n\nText.{++Need++}${BY}\n\n## {--Need--}${BY}\n\nNext.\n`,
  ],
  'an item that was joined to the paragraph above it': [
    'Text: \n\n- one\n- two\n',
    (r) => r.join('Text'),
    `Text:{++one++}${BY} \n\n- {--one--}${BY}\n- two\n`,
  ],
  'a paragraph that was joined to the item above it': [
    '- one\n- two\n\nText.\n',
    (r) => r.join('two'),
    `- one\n- two{++Text.++}${BY}\n\n{--Text.--}${BY}\n`,
  ],
  'a paragraph with an open change that was joined': [
    'One.\n\nTwo {++very ++}{>>Tom, 3 Oct 2026<<}big.\n',
    (r) => r.join('One'),
    `One.{++Two very big.++}${BY}\n\n{--Two --}${BY}{++{--very --}${BY}++}{>>Tom, 3 Oct 2026<<}{--big.--}${BY}\n`,
    'One.\n\nTwo big.\n',
  ],
  'a cell that was divided': [
    '| A | B |\n| --- | --- |\n| one two | 2 |\n',
    (r) => r.split('two'),
    `| A | B |\n| --- | --- |\n| one {++<br>++}${BY}two | 2 |\n`,
  ],
};
