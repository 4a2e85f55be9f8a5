/** What the section of a paper sets out, as its heading says. All texts here are in lower case. */
import { REACH_HEADING, TARGETS_HEADING } from './targets';

/**
 * Under “Who will benefit”, counts are of those who are to be reached, and shares tell of the need; under “The year in
 * numbers”, counts are a service's own.
 */
export type Section = 'proposal' | 'targets' | 'reach' | 'year';

/** Sections whose numbers are the paper's own: what it asks for, what that costs, when, and who is writing. */
const PROPOSAL =
  /^\W*(?:\d[\d.]*\W+)?(?:(?:the|our|what)\s+)?(?:recommend\w*|decisions?|financ\w+|costs?(?!\s+of)|budgets?|funding|resources?|asks?|we\s+(?:need|ask|want)|it\s+(?:will\s+)?costs?|timetable|timeline|timescales?|next\s+steps|implementation|options?|(?:financial\s+|legal\s+)?implications?|(?:media\s+|press\s+)?contacts?|(?:action|delivery|implementation)\s+plan|investment|notes\s+(?:to|for)\s+editors|about\s+(?:us|the|our))\b/;

/** Headings over the plain totals of a year. */
const YEAR_HEADING =
  /^\W*(?:\d[\d.]*\W+)?(?:(?:our|the|a|your)\s+)?(?:\w+\s+)?(?:year|20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|library|libraries|service)(?:\s+20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?)?\s+(?:in\s+(?:numbers|figures)|by\s+numbers|at\s+a\s+glance)\b/;

/** @param heading in lower case */
export function sectionOf(heading: string): Section | undefined {
  if (PROPOSAL.test(heading)) return 'proposal';
  if (TARGETS_HEADING.test(heading)) return 'targets';
  if (REACH_HEADING.test(heading)) return 'reach';
  return YEAR_HEADING.test(heading) ? 'year' : undefined;
}
