import assert from 'node:assert/strict';
import { marked } from './helpers';

const paper = (text: string): string => `---\nkind: briefing\n---\n\n# Reading and health\n\n${text}\n`;
const named = (text: string): readonly string[] => marked('name-changed', paper(text));

describe('An old name is right where a publication is cited that came out under it', () => {
  for (const text of [
    'It helps.[^1]\n\n[^1]: Public Health England, Health literacy, 2015. Accessed 3 March 2026.',
    'It helps.[^1]\n\n[^1]: Public Health England, Health literacy, accessed 3 March 2026.',
    'It helps (Public Health England, Health literacy, accessed 3 March 2026).',
    '1. Society of Chief Librarians, The Universal Library Offers. Accessed 3 March 2026.',
    '## Endnotes\n\n1. Society of Chief Librarians, The Universal Library Offers',
    'Public Health England’s report *Improving health literacy* says what helps.',
    'Public Health England’s guidance on health literacy, *Local action*, says what helps.',
    'It says so in *Improving health literacy* by Public Health England.',
    'The Society of Chief Librarians brought out *Libraries for the Nation*.',
    'The *Universal Health Offer: two years on* says what helps.',
  ])
    it(text, () => assert.deepEqual(named(text), []));
});

describe('An old name is none beside a title of something else', () => {
  for (const text of [
    'Public Health England has recognised *Pictures to Borrow* as good practice.',
    'Here is *Loom and Page*, our application to Public Health England.',
    'We work with Public Health England. The page was accessed in March 2026.',
    'Public Health England helps us. It is well known. See the page (accessed 3 March 2026).',
  ])
    it(text, () => assert.deepEqual(named(text), ['Public Health England']));
});
