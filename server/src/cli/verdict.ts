import { analyse } from '../analysis';
import { cover, likelyKind, titleWithArticle } from '../coverage';
import { type Draft, parseDraft } from '../draft';
import type { Severity } from '../project/severity';
import type { Project } from '../project/types';
import { type CoverageDescription, describeCoverage, type FindingReport, findingReport } from '../report';
import { coverageSummary } from '../rules/coverage-summary';
import type { Finding, Pictures } from '../rules/types';
import { localMonth } from '../text/dates';
import { reasonOf } from '../text/error-message';
import { getOrInsert } from '../util/memoize';

/** What is asked of each draft. Plain data: it is sent to other threads, and part of the cache key. */
export type Question =
  | {
      readonly what: 'findings';
      readonly kind: string | undefined;
      /** Whether the titles of all fixes are printed. Else fixes are only counted, and those of the summary are not. */
      readonly titles: boolean;
    }
  | { readonly what: 'coverage' };

/** The answer to each question, as plain data. */
interface Answers {
  readonly findings: readonly FindingReport[];
  readonly coverage: CoverageDescription;
}

/** An answer, or the problem of a draft that the parser cannot handle. */
export type Verdict<Q extends Question> = Answers[Q['what']] | { readonly problem: string };

/**
 * Answers a question on a draft. Never throws.
 *
 * @param shown the name of the draft in the answer
 * @param pictures which picture files are missing
 */
export function verdictOn<Q extends Question>(
  text: string,
  project: Project,
  shown: string,
  question: Q,
  pictures?: Pictures,
): Verdict<Q>;
export function verdictOn(
  text: string,
  project: Project,
  shown: string,
  question: Question,
  pictures?: Pictures,
): Verdict<Question> {
  try {
    const draft = parseDraft(text);
    if (question.what === 'coverage') {
      const coverage = cover(draft, project);
      const description = describeCoverage(draft, coverage, shown);
      // A misspelt kind shows which one is meant, so a guess would only confuse.
      const isClear = description.saidKind !== undefined && !coverage.kind.unknown;
      const likely = isClear ? undefined : likelyKind(draft, project, coverage.kind)?.kind;
      return likely
        ? { ...description, likely: { id: likely.id, called: titleWithArticle(likely) } }
        : description;
    }
    const { kind, titles } = question;
    const { findings } = analyse(draft, project, {
      ...(kind !== undefined && { kind }),
      ...(pictures && { pictures }),
      now: localMonth(new Date()),
    });
    return listed(
      draft,
      titles
        ? findings
        : findings.map((one) => (one.rule === coverageSummary.id ? { ...one, fixes: [] } : one)),
    );
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'this is nested too deeply to be read' };
    const reason = reasonOf(error);
    return { problem: `this could not be judged, which is a mistake in advocacy itself (${reason})` };
  }
}

/** The most findings of one rule that are listed for a draft: a megabyte may have half a million. */
const MOST_OF_A_RULE = 1_000;

/** Findings of a rule beyond those: where the report stands that says so, and how many have each severity. */
interface Unlisted {
  readonly at: number;
  readonly of: Partial<Record<Severity, number>>;
}

/**
 * The findings of a draft. Of each rule, those after the first thousand are left out, and the next one says how many.
 */
function listed(draft: Draft, findings: readonly Finding[]): readonly FindingReport[] {
  const reports: FindingReport[] = [];
  const counts = new Map<string, number>();
  const left = new Map<string, Unlisted>();
  for (const finding of findings) {
    const { rule, severity } = finding;
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count <= MOST_OF_A_RULE) {
      reports.push(findingReport(draft, finding));
      continue;
    }
    const { of } = getOrInsert(left, rule, (): Unlisted => {
      const more: Finding = { ...finding, severity: 'information', fixes: [] };
      return { at: reports.push(findingReport(draft, more)) - 1, of: {} };
    });
    of[severity] = (of[severity] ?? 0) + 1;
  }
  left.forEach(({ at, of }, rule) => {
    const more = counts.get(rule)! - MOST_OF_A_RULE;
    const them = more === 1 ? 'One more finding' : `${more} more findings`;
    const message = `${them} of this rule from here on: the first ${MOST_OF_A_RULE} are listed, and others as these are dealt with.`;
    reports[at] = { ...reports[at]!, message, unlisted: of };
  });
  return reports;
}
