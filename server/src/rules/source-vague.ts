import { reportedOnce, unsourcedClaims } from './lib/claims';
import { footnoteFixes } from './lib/footnote-fix';
import { askedFor } from './lib/named-sources';
import type { Rule } from './types';

export const sourceVague: Rule = {
  id: 'source-vague',
  group: 'evidence',
  severity: 'warning',
  readsEnglish: true,
  what: 'A claim for which a body or a study is named, and no publication, year or link by which a reader could look it up.',
  why: '“Research shows” is what everybody says. A reader who is to be convinced wants to know which research, and an opponent will ask.',
  example: {
    bad: 'Research by the Ashby Reading Trust shows that children who use a library are twice as likely to read above the level of their age.\n',
    good: 'Research by the Ashby Reading Trust shows that children who use a library are twice as likely to read above the level of their age.[^1]\n\n[^1]: Ashby Reading Trust, *Reading and libraries*, 2025, https://reading.ashby.example/libraries\n',
  },
  inDraft({ draft }) {
    const fixes = footnoteFixes(draft);
    return unsourcedClaims(draft)
      .filter(({ lacks }) => lacks === 'place')
      .map((claim) => ({
        span: claim.span,
        message: `Nobody can look this up: “${claim.words}”. ${askedFor(claim.saying)}`,
        fixes: () => fixes(claim.noteAt),
        ...reportedOnce(claim),
      }));
  },
};
