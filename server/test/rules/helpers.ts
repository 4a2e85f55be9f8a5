import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft, withChanges } from '../../src/draft';
import { builtInProject } from '../../src/project';
import type { Severity } from '../../src/project/severity';
import type { Project } from '../../src/project/types';
import { rules } from '../../src/rules';
import type { Finding } from '../../src/rules/types';

/** When drafts without a date are judged. */
export const NOW = 202612;

/** What `rule` finds in a text, in order; the rule is switched on where its default is off. */
export function findings(rule: string, text: string, project: Project = builtInProject): readonly Finding[] {
  // Files are not read here: a picture is missing whose name says so.
  const pictures = { isMissing: (address: string): boolean => address.includes('lost') };
  const analysis = analyse(parseDraft(text), project, { pictures, now: NOW });
  const found = analysis.findings.filter((finding) => finding.rule === rule);
  const isSet = project !== builtInProject || /^rules:/m.test(text);
  if (!isSet) for (const { severity } of found) assertOwn(rule, severity);
  return found;
}

/** Settings and pages say what severities the findings of a rule have. */
function assertOwn(id: string, severity: Severity): void {
  const rule = rules.find((one) => one.id === id)!;
  const own: readonly string[] = [rule.severity, ...(rule.also ?? [])];
  assert.ok(own.includes(severity), `${id} has a finding that is ${severity}, which its list does not say`);
}

/** The words that each finding of `rule` marks. */
export function marked(rule: string, text: string, project?: Project): readonly string[] {
  return findings(rule, text, project).map(({ span }) => text.slice(span.start, span.end));
}

/** The text after a fix of the finding at `at`. */
export function fixed(
  rule: string,
  text: string,
  { at = 0, fix = 0, project }: { at?: number; fix?: number; project?: Project } = {},
): string {
  const edits = findings(rule, text, project)[at]?.fixes[fix]?.edits;
  if (!edits) throw new Error(`no such fix of ${rule}`);
  return withChanges(text, edits);
}
