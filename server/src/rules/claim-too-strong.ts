import { unsourcedClaims } from './lib/claims';
import { footnoteFix } from './lib/footnote-fix';
import type { Rule } from './types';

export const claimTooStrong: Rule = {
  id: 'claim-too-strong',
  group: 'evidence',
  severity: 'warning',
  readsEnglish: true,
  what: 'A claim that a reader would challenge, by which nothing measured stands: what works, what is needed, what is the best or the first, what everybody knows.',
  why: 'One claim that cannot be shown makes a sceptical reader doubt those that can.',
  example: {
    bad: 'Research has proved beyond doubt that every child who joins a library does better at school than those who do not.\n',
    good: 'Children who joined the library read more often, their teachers told us.\n',
  },
  inDraft({ draft }) {
    const fix = footnoteFix(draft);
    return unsourcedClaims(draft)
      .filter(({ lacks }) => lacks === 'measure')
      .map(({ span, words, noteAt }) => ({
        span,
        message: `Nothing measured stands by “${words}”, so a reader may doubt it. Give a figure with its source, or claim less.`,
        fixes: () => [fix(noteAt)],
      }));
  },
};
