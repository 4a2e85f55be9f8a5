import { BlockFinder, shifted } from '../draft';
import { unsourcedClaims } from './lib/claims';
import { footnoteFixes } from './lib/footnote-fix';
import { overclaimsIn } from './lib/overclaims';
import { lastFrom } from './lib/stretches';
import type { Problem, Rule } from './types';

const worded = new BlockFinder(overclaimsIn);

export const claimTooStrong: Rule = {
  id: 'claim-too-strong',
  group: 'evidence',
  severity: 'warning',
  readsEnglish: true,
  what: 'A claim that nothing bears out: that something is proven, or will end loneliness or close a gap, that it saves the NHS money, that nobody else does it, that it is the best or the only one in the country; and any other of which editors ask what it rests on and by which no figure stands. Quotations, titles, headings, tables, questions and what is denied or only hoped for are left alone, and so is what has its source in the sentence. Kinds of which an editor lets many pass give hints.',
  why: 'The sceptical reader stops at the one claim that cannot stand, and doubts the nine that can.',
  example: {
    bad: 'Reading aloud is proven to prevent dementia.\n',
    good: 'In a trial of 2023, people who read aloud each day remembered more after a year.\n',
  },
  inDraft({ draft }) {
    const fixes = footnoteFixes(draft);
    const said = worded.in(draft, undefined).flatMap(({ found, placed: { start } }) =>
      found.map(
        (problem): Problem => ({
          ...problem,
          span: shifted(problem.span, start),
        }),
      ),
    );
    // What claims too much by its wording is told as that, and once.
    const spans = said.map(({ span }) => span);
    const doubtful = unsourcedClaims(draft).filter(({ lacks, sentence: { start, end } }) => {
      const before = spans[lastFrom(spans, end - 1)];
      return (lacks === 'measure' || lacks === 'proof') && (!before || before.end <= start);
    });
    return [
      ...said,
      ...doubtful.map(
        ({ span, words, lacks, study, noteAt }): Problem => ({
          span,
          message:
            lacks === 'measure'
              ? `Nothing measured stands by “${words}”, so a reader may doubt it. ${whatSettles(study)}, or claim less.`
              : `“${words}” may say more than its figures bear out. Say how that was found, and by whom, or claim less.`,
          fixes: () => fixes(noteAt),
        }),
      ),
    ];
  },
};

/** A study that is named settles it where it can be read. */
const whatSettles = (study: string | undefined): string =>
  study === undefined
    ? 'Give a figure with its source'
    : `Say where to read the ${study.split(' ').slice(-3).join(' ')}, as in “(Appendix A)”, give a figure with its source`;
