/** What the section of a paper sets out, as its heading or its lead-in says. All texts here are in lower case. */
import { phrases } from '../english/phrases';

/**
 * Under “Who will benefit”, counts are of those who are to be reached, and shares tell of the need; under “The year in
 * numbers”, counts are a service's own.
 */
export type Section = 'proposal' | 'targets' | 'reach' | 'year';

const NUMBERED = '^\\W*(?:\\d(?:\\.*\\d)*\\W+)?';

/** Headings; under those of a proposal, numbers are what it asks for, what that costs, when, and who is writing. */
const HEADINGS = phrases('sections', {
  proposal: `${NUMBERED}((the|our|what) )?(recommend\\w*|decisions?|financ\\w+|costs?(?! of)|budgets?|funding|resources?|asks?|we (need|ask|want)|it (will )?costs?|timetable|timeline|timescales?|next steps|implementation|options?|((financial|legal) )?implications?|((media|press) )?contacts?|(action|delivery|implementation) plan|investment|notes (to|for) editors|about (us|the|our))>`,
  targets: `${NUMBERED}((the|our|key|main) )*(targets?>|milestones>|kpis?>|(key )?performance indicators>|measures>|measuring (success|progress|impact|our)|(outcomes|delivery|success|outputs?|objectives?|aims?|goals?) (and|&) (measures|targets|indicators|outcomes|outputs)|(expected|intended|planned|proposed|anticipated|target) (outcomes?|outputs?|results|benefits|impacts?|reach)|how (will we|we will|we’ll|we shall) (know|measure|tell)|what (success|good|next year|20##) (will look|looks|will be) like|plans? for (next year|the (coming|next) year|20##)|year ahead|what (we|the (project|programme|scheme|grant|money|funding)) (will|would) (do|deliver|achieve|fund|pay for|make possible)|what will (change|be different|have changed)|success (measures|criteria|indicators))`,
  reach: `${NUMBERED}(who ((it|this|the \\w+|we) )?(will|would|is to) (be (helped|reached)|benefit|gain|help|reach|serve|use it)|who benefits|who (it|this|the project) is for|(our |the )?(beneficiaries|target (group|audience)s?))>`,
  year: `${NUMBERED}((our|the|a|your) )?(\\w+ )?(year|20##(\\s?[/–-]\\s?#{2,4})?|library|libraries|service)( 20##(\\s?[/–-]\\s?#{2,4})?)? (in (numbers|figures)|by numbers|at a glance)>`,
});

/** @param heading in lower case */
export function sectionOf(heading: string): Section | undefined {
  return (['proposal', 'targets', 'reach', 'year'] as const).find((section) =>
    HEADINGS[section].test(heading),
  );
}

export const LEADS = phrases('leads', {
  /** How things are for those whom a project is for: their need, and not how many are to be reached. */
  isSo: '<(are|is|have|has|live|lives|cannot|can’t|do not|don’t|does not|feel|struggle|lack|need|report)>',
  /** Heads of columns, and first cells of rows, in which targets stand. */
  targetsCell: '^\\W*(our |the )?(targets?|goals?|aims?|ambition|milestones?|planned|by 20##)>',
  /** What leads in a list of them: "By March 2029:", "Our targets for 2030 are:", "Over two years we will reach:". */
  targets:
    '(^|[.!?]\\s)\\W{0,40}by (the (end|spring|summer|autumn|winter|close) (of )?)?…3(20##([/–-]#{2,4})?|then|the end|year \\w+)\\W*:\\s*$|<(targets?|aims?|goals?|ambitions?|objectives?|milestones?)>[^.:;]{0,40}:\\s*$|<(will|(aim|plan|want|intend|hope) to|would|we expect)>[^.:;]{0,60}:\\s*$',
  /** What has come about, even where targets stand: "last year loans rose", "had found work". */
  cameAbout:
    '<(was|were|had|has|have …1\\w+(ed|en|wn|ne|un)|rose|fell|grew|went|came|took|told|said|found|reached|increased|decreased|doubled|helped|last (year|month|autumn|spring|summer|winter)|since|so far|already|currently|now|today|at present)>',
});

/** Whether a sentence among targets tells what is already so. */
export function tellsWhatIs(text: string): boolean {
  return LEADS.cameAbout.test(text.replace(/\b(?:will|would|shall|to)\s+have\s+(?:been\s+)?\w+/g, ' '));
}
