import type { Examples } from './examples';
import { BY } from './reviewer';

/** What comes home of items with a box to tick. */
export const TASKS: Examples = {
  'an item that was ticked, without tracking, with the items in it': [
    '- [ ] ask Finance\n  - by May\n- [x] book\n',
    (r) => r.change('>☐<', '>☒<'),
    '- [ ] {--ask Finance--}{>>Word, undated<<}\n- [x] {++ask Finance++}{>>Word, undated<<}\n  - by May\n- [x] book\n',
  ],
  'a tick that was taken away': [
    '- [ ] ask Finance\n- [x] book\n',
    (r) => r.replace('☒', '☐'),
    `- [ ] ask Finance\n- [x] {--book--}${BY}\n- [ ] {++book++}${BY}\n`,
  ],
  'a new item to tick': [
    '- [ ] ask Finance\n- [x] book\n',
    (r) => r.paragraphAfter('ask Finance', '☒ tell all', { like: true }),
    `- [ ] ask Finance\n- [x] {++tell all++}${BY}\n- [x] book\n`,
  ],
  'an item that was ticked and reworded, in a comment': [
    '- [ ] ask Finance\n',
    (r) => r.change('>☐<', '>☒<').replace('Finance', 'Legal'),
    `- [ ] ask {~~Finance~>Legal~~}${BY}{>>Word, undated: In Word, this item is ticked.<<}\n`,
  ],
  'words of an item to tick, typed without tracking': [
    '- [x] ask Finance\n',
    (r) => r.retype('ask', 'ask the'),
    '- [x] ask {++the ++}{>>Word, undated<<}Finance\n',
  ],
};
