import { holdsTo, type Right, type Wrong } from '../cases';

const paper = (title: string, heading: string): string => `---\ntitle: ${title}\n---\n\n# ${heading}\n`;

const wrong: Wrong = {
  'A paper that was copied from one on another library': [
    [
      paper('Relocation of Dinas Lane Library', 'Relocation of Harbour Street Library'),
      'Harbour Street Library',
    ],
    [paper('Dinas Lane Library: business case', 'Harbour Street Library'), 'Harbour Street Library'],
    [paper('The future of Dinas Lane Library', '**Ellerby Library**: options'), 'Ellerby Library'],
  ],
};

const right: Right = {
  'Two titles of one paper': [
    paper('Relocation of Dinas Lane Library', 'Moving Dinas Lane Library'),
    paper('Relocation of Dinas Lane Library', 'Dinas Library is to move'),
    paper('Relocation of Dinas Lane Library', 'A library for everybody'),
    paper('Relocation of Dinas Lane Library', 'Dinas Lane Library and Ellerby Library as one'),
  ],
  'Libraries of a kind': [
    paper('Dinas Lane: the Seed Library', 'Harbour Street Library'),
    paper('A Public Library for Ellerby', 'Ellerby Library'),
    paper('Home Library Service in Ellerby', 'Ellerby Library'),
    paper('Dinas Library Service', 'Ellerby Library'),
  ],
};

describe('A heading and the title among the details', () => holdsTo(wrong, right));
