/** What the section of a paper sets out, as its heading says. */
import { phrases } from '../english/phrases';

const NUMBERED = '^\\W*(?:\\d(?:\\.*\\d)*\\W+)?';

/** Headings under which numbers are what a paper asks for, what that costs, when, and who is writing. In lower case. */
const HEADINGS = phrases('sections', {
  proposal: `${NUMBERED}((the|our|what) )?(recommend\\w*|decisions?|financ\\w+|costs?(?! of)|budgets?|funding|resources?|asks?|we (need|ask|want)|it (will )?costs?|timetable|timeline|timescales?|next steps|implementation|options?|((financial|legal) )?implications?|((media|press) )?contacts?|(action|delivery|implementation) plan|investment|notes (to|for) editors|about (us|the|our))>`,
});

/** @param heading in lower case */
export function isOfProposal(heading: string): boolean {
  return HEADINGS.proposal.test(heading);
}
