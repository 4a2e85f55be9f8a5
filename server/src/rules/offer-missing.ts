import { groupName, missingProblems } from './lib/topics';
import type { Rule } from './types';

export const offerMissing: Rule = {
  id: 'offer-missing',
  group: 'coverage',
  severity: 'warning',
  readsEnglish: true,
  what: 'A Universal Library Offer or a promise that the front matter names, and on which no passage says anything.',
  why: 'Funders and Libraries Connected read a paper for the offers that it serves. An offer that is promised and does not come up looks like an oversight.',
  example: {
    bad: `---
kind: pitch
areas: none
offers: [reading]
---

# A van for the villages

Residents of the villages can ask for health information at the van, and staff help them to find it.
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
    return missingProblems(
      context,
      [...offers, ...promises],
      (found) => `though the draft is to cover this ${groupName(found)}`,
    );
  },
};
