import { parseDraft } from '../../draft';
import type { FindingReport } from '../../report';
import { withHeadings } from '../../report/headings-above';
import { pageOf } from '../../rules/pages';
import { type Arguments, UsageError } from '../arguments';
import { githubFormat } from '../formats/github';
import { jsonFormat } from '../formats/json';
import { junitFormat } from '../formats/junit';
import { prettyFormat } from '../formats/pretty';
import type { CheckFormat } from '../formats/report';
import { sarifFormat } from '../formats/sarif';
import { CONFIGURATION_RULE, checkKind, type OpenedDraft, Session, type Surroundings } from '../session';

/** `advocacy check`: prints findings; the exit status says whether any of them fails the check. */
export async function check(given: Arguments, surroundings: Surroundings): Promise<number> {
  const session = new Session(surroundings);
  const most = mostWarnings(given.text('max-warnings'));
  const kind = given.text('kind');
  const format = formatFor(given.text('format'), given.on('all'), session);
  const counts = { files: 0, errors: 0, warnings: 0, notes: 0, fixable: 0 };
  let begun = false;
  const begin = async (): Promise<void> => {
    if (!begun) await session.print(format.start(), format.own);
    begun = true;
  };
  const report = async (file: string, findings: readonly FindingReport[]): Promise<void> => {
    for (const { severity, fixes } of findings) {
      counts[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'notes']++;
      if (fixes?.some(({ mends }) => mends)) counts.fixable++;
    }
    await begin();
    await session.print(format.file({ file, findings }), format.own);
  };
  const question = { what: 'findings', kind } as const;
  const stdinName = given.text('stdin-filename');
  const drafts = session.drafts(given.paths, 'Checking', { stdinName, withWord: true });
  for await (const { opened, verdict } of session.judge(withKind(drafts, kind, session), question, given)) {
    if ('problem' in verdict) session.complain(opened.input.shown, verdict.problem);
    else {
      counts.files++;
      await report(
        opened.input.shown,
        opened.isWord ? withHeadings(parseDraft(opened.text), verdict) : verdict,
      );
    }
  }
  // For people, the lines on standard error have said it already.
  if ((given.text('format') ?? 'pretty') !== 'pretty') {
    for (const [file, findings] of configurationFindings(session)) await report(file, findings);
  }
  const failed = counts.errors > 0 || (most !== undefined && counts.warnings > most);
  await begin();
  await session.print(format.end({ ...counts, failed, troubles: session.troubles }), format.own);
  if (counts.files === 0) session.adviseOnDrafts(given.paths);
  return session.troubled ? 2 : failed ? 1 : 0;
}

/**
 * The drafts that are held against a framework with the kind; each other one gets its line.
 *
 * @throws UsageError where the first has none, as a mistyped kind is no matter of one draft
 */
async function* withKind(
  drafts: AsyncGenerator<OpenedDraft>,
  kind: string | undefined,
  session: Session,
): AsyncGenerator<OpenedDraft> {
  let known = false;
  for await (const opened of drafts) {
    try {
      checkKind(kind, opened.project);
    } catch (error) {
      if (!known || !(error instanceof UsageError)) throw error;
      session.complain(opened.input.shown, error.message);
      continue;
    }
    known = true;
    yield opened;
  }
}

function mostWarnings(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written)) {
    throw new UsageError(`--max-warnings is a number from 0 up, not “${written}”.`);
  }
  return Number(written);
}

function formatFor(name: string | undefined, all: boolean, { style, surroundings }: Session): CheckFormat {
  switch (name) {
    case 'json':
      return jsonFormat();
    case 'sarif':
      return sarifFormat(surroundings.cwd);
    case 'github':
      return githubFormat(surroundings.cwd);
    case 'junit':
      return junitFormat();
    default:
      return prettyFormat(style, all);
  }
}

/** Mistakes in configurations as findings in those files, so that they show where the others do. */
function configurationFindings(session: Session): ReadonlyMap<string, readonly FindingReport[]> {
  const byFile = new Map<string, FindingReport[]>();
  for (const { problem, severity } of session.problems) {
    const { uri, message, range } = problem;
    const file = session.show(uri);
    const findings = byFile.get(file) ?? [];
    byFile.set(file, findings);
    findings.push({
      rule: CONFIGURATION_RULE,
      severity,
      message,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      url: pageOf(CONFIGURATION_RULE),
    });
  }
  return byFile;
}
