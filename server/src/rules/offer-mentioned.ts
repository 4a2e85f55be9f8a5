import { mentionedProblems } from './lib/topics';
import type { Rule } from './types';

export const offerMentioned: Rule = {
  id: 'offer-mentioned',
  group: 'coverage',
  severity: 'warning',
  readsEnglish: true,
  what: 'A Universal Library Offer or a promise that the front matter names, and that the draft only mentions: no passage says what the library does and for whom.',
  why: 'The name of an offer tells a reader outside the profession nothing. What the library does, and for whom, does.',
  example: {
    bad: `---
kind: pitch
areas: none
offers: [reading]
---

# A van for the villages

The van also has a reading group.
`,
    good: `---
kind: pitch
areas: none
offers: [reading]
---

# A van for the villages

Children in the villages borrow books from the van every week, and staff help those who do not like reading to find a book that they will finish.
`,
  },
  inDraft(context) {
    const { offers, promises } = context.coverage;
    return mentionedProblems(context, [...offers, ...promises]);
  },
};
