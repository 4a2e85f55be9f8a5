import { allIn, BlockFinder } from '../draft';
import { evidenceOf } from '../evidence';
import { unsourcedClaims } from '../support/unsourced';
import { lastFrom } from './lib/blocks/spans';
import { footnoteFixes } from './lib/footnotes/fixes';
import { rule } from './lib/rule';
import { overclaimsIn } from './lib/wording/overclaims';
import type { Problem } from './types';

const worded = new BlockFinder(overclaimsIn);

export const claimTooStrong = rule('claim-too-strong', {
  readAhead: (run) => worded.readAhead(run, undefined),
  inDraft({ draft, project }) {
    const fixes = footnoteFixes(draft, evidenceOf(project).facts);
    const said = allIn(worded, draft, undefined);
    // What claims too much by its wording is told as that, and once.
    const spans = said.map(({ span }) => span);
    const doubtful = unsourcedClaims(draft).filter(({ lacks, sentence: { start, end } }) => {
      const before = spans[lastFrom(spans, end - 1)];
      return (lacks === 'measure' || lacks === 'proof') && (!before || before.end <= start);
    });
    return [
      ...said,
      ...doubtful.map(
        ({ span, words, lacks, study, noteAt, saying }): Problem => ({
          span,
          message:
            lacks === 'measure'
              ? `Nothing measured stands by “${words}”, so a reader may doubt it. ${whatSettles(study)}, or claim less.`
              : `A reader may doubt “${words}”. Say how that was found, and by whom, or claim less.`,
          fixes: () => fixes(noteAt, saying),
        }),
      ),
    ];
  },
});

/** A study that is named settles it where it can be read. */
const whatSettles = (study: string | undefined): string =>
  study === undefined
    ? 'Give a figure with its source'
    : `Say where to read the ${study.split(' ').slice(-3).join(' ')}, as in “(Appendix A)”, give a figure with its source`;
