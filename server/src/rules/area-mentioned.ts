import { mentionedProblems } from './lib/topics';
import type { Rule } from './types';

export const areaMentioned: Rule = {
  id: 'area-mentioned',
  group: 'coverage',
  severity: 'warning',
  readsEnglish: true,
  what: 'A recovery area that the draft is held to, and that it only mentions: a passage has words for it, but none says who benefits and what changes for them.',
  why: 'A list of themes persuades nobody. A reader who is asked for money wants to know who is helped, what the library does for them and what comes of it.',
  example: {
    bad: `---
kind: briefing
areas: [isolation]
---

# Keep Ashby library open

Libraries tackle isolation and do much more.
`,
    good: `---
kind: briefing
areas: [isolation]
---

# Keep Ashby library open

Older people who live alone are less lonely because the library brings them together: volunteers help 40 of them to come to the Tuesday coffee morning, where they make friends.
`,
  },
  inDraft(context) {
    return mentionedProblems(context, context.coverage.areas);
  },
};
