import { analyse } from '../analysis';
import { called, cover, likelyKind } from '../coverage';
import { parseDraft } from '../draft';
import type { Project } from '../project/types';
import { type CoverageDescription, describeCoverage, type FindingReport, findingReport } from '../report';
import type { Pictures } from '../rules/types';

/** What is asked of each draft. Plain data: it goes to other threads and into the key of the cache. */
export type Question =
  | { readonly what: 'findings'; readonly kind: string | undefined }
  | { readonly what: 'coverage' };

/** The answer of each question, as plain data. */
export interface Answers {
  readonly findings: readonly FindingReport[];
  readonly coverage: CoverageDescription;
}

/** An answer, or what is wrong with the draft: a text that the parser was not made for. */
export type Verdict<Q extends Question> = Answers[Q['what']] | { readonly problem: string };

/**
 * Answers a question on a draft. Never throws.
 *
 * @param shown what the draft is called in the answer
 * @param pictures what is known of its pictures’ files
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
      // A misspelt kind says what it is; what it looks like would only confuse.
      const isClear = description.saidKind !== undefined && !coverage.kind.unknown;
      const likely = isClear ? undefined : likelyKind(draft, project, coverage.kind)?.kind;
      return likely ? { ...description, likely: { id: likely.id, called: called(likely) } } : description;
    }
    const { kind } = question;
    const { findings } = analyse(draft, project, {
      ...(kind !== undefined && { kind }),
      ...(pictures && { pictures }),
    });
    return findings.map((finding) => findingReport(draft, finding));
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'this is nested too deeply to be read' };
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `this could not be judged, which is a mistake in advocacy itself (${reason})` };
  }
}
