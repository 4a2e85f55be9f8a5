import { missingProblems } from './lib/topics';
import type { Rule } from './types';

export const areaMissing: Rule = {
  id: 'area-missing',
  group: 'coverage',
  severity: 'warning',
  readsEnglish: true,
  what: 'A recovery area that the draft is held to, and on which no passage says anything.',
  why: 'A councillor looks in the paper for the thing that they care about: jobs, schools, loneliness, getting online, the arts. What is not in the paper is taken as something that the library does not do.',
  example: {
    bad: `---
kind: briefing
areas: [digital, isolation]
---

# Keep Ashby library open

Older people who live alone are less lonely because the library brings them together: volunteers help 40 of them to come to the Tuesday coffee morning, where they make friends.
`,
    good: `---
kind: briefing
areas: [digital, isolation]
---

# Keep Ashby library open

Older people who live alone are less lonely because the library brings them together: volunteers help 40 of them to come to the Tuesday coffee morning, where they make friends.

Residents who have no internet at home borrow a tablet from the library, and staff teach them the digital skills to apply for a job online.
`,
  },
  inDraft(context) {
    return missingProblems(
      context,
      context.coverage.areas,
      () => 'so readers will think that the library does nothing for it',
    );
  },
};
