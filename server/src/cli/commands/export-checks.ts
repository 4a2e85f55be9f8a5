/** The findings that an export reports: those that need no judgement of the draft, which takes as long as the export. */
import { type Draft, positionAt } from '../../draft';
import type { Project } from '../../project/types';
import { frontMatterInvalid } from '../../rules/front-matter-invalid';
import { contextWithoutCoverage } from '../../rules/lib/context';
import { withDescription } from '../../rules/lib/described';
import { isForExport, settingOf, severityOf } from '../../rules/lib/settings/setting';
import { suppressionOf } from '../../rules/lib/settings/suppression';
import { placeholderUnfilled } from '../../rules/placeholder-unfilled';
import type { Rule } from '../../rules/types';
import type { AccessibilityIssue } from '../../word';
import { count } from '../formats/report';
import type { Input } from '../inputs';
import { inShell } from '../shell-quote';

interface ExportFinding {
  readonly message: string;
  /** From 0. */
  readonly line: number;
  /** Undefined for problems of a template, which belong to no rule. */
  readonly severity: string | undefined;
}

/** Rules that take little time. */
const QUICK: readonly Rule[] = [frontMatterInvalid, placeholderUnfilled].map(withDescription);

/**
 * Mistakes in the front matter, places to fill in, and barriers for readers with disabilities, except what the author has
 * switched off or silenced.
 */
export function exportFindings(
  draft: Draft,
  project: Project,
  accessibility: readonly AccessibilityIssue[],
): readonly ExportFinding[] {
  const silenced = suppressionOf(draft);
  const context = contextWithoutCoverage(draft, project);
  const quick = QUICK.flatMap((rule) => {
    const set = settingOf(rule.id, draft, project);
    if ((set ?? rule.severity) === 'off') return [];
    return (rule.inDraft?.(context) ?? [])
      .filter((problem) => isForExport(problem, set) && !silenced(rule.id, problem.span.start))
      .map((problem) => ({
        message: `${problem.message} (${rule.id})`,
        line: positionAt(draft, problem.span.start).line,
        severity: severityOf(problem, rule, set),
      }));
  });
  const barriers = accessibility.map(({ message, line, rule }) => ({
    message: rule === undefined ? message : `${message} (${rule})`,
    line,
    severity: rule === undefined ? undefined : (settingOf(rule, draft, project) ?? 'warning'),
  }));
  return [...quick, ...barriers];
}

/** "At least 1 error and 2 warnings in a.md", with the command that lists them all; undefined for none. */
export function sumOf(findings: readonly ExportFinding[], { shown, stdin }: Input): string | undefined {
  const counts = ['error', 'warning'].flatMap((noun) => {
    const number = findings.filter(({ severity }) => severity === noun).length;
    return number > 0 ? [count(number, noun)] : [];
  });
  if (counts.length === 0) return undefined;
  const path = stdin ? '-' : inShell(shown);
  return `At least ${counts.join(' and ')} in ${shown}: “advocacy check ${path}” lists them all.`;
}
