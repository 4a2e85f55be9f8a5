import { parseDraft } from '../../draft';
import { type FindingReport, isMendedByFix } from '../../report';
import { withHeadings } from '../../report/headings-above';
import { configurationInvalid } from '../../rules/configuration-invalid';
import { pageOf } from '../../rules/lib/pages';
import { addTo } from '../../util/lists';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun, checkKind } from '../command-run';
import { githubFormat } from '../formats/github';
import { jsonFormat } from '../formats/json';
import { junitFormat } from '../formats/junit';
import { prettyFormat } from '../formats/pretty';
import type { CheckFormat } from '../formats/report';
import { sarifFormat } from '../formats/sarif';
import type { OpenedDraft } from '../opened-draft';

/** `advocacy check`: prints findings; the exit status says whether any of them fails the check. */
export async function check(given: Arguments, io: CommandIo): Promise<number> {
  const run = new CommandRun(io);
  const most = mostWarnings(given.text('max-warnings'));
  const kind = given.text('kind');
  const format = formatFor(given.text('format'), given.on('all'), run);
  const counts = { files: 0, errors: 0, warnings: 0, notes: 0, fixable: 0 };
  let begun = false;
  const begin = async (): Promise<void> => {
    if (!begun) await run.print(format.start(), format.own);
    begun = true;
  };
  const report = async (file: string, findings: readonly FindingReport[]): Promise<void> => {
    for (const finding of findings) {
      for (const [severity, count] of Object.entries(finding.unlisted ?? { [finding.severity]: 1 }))
        counts[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'notes'] += count;
      if (isMendedByFix(finding)) counts.fixable++;
    }
    await begin();
    await run.print(format.file({ file, findings }), format.own);
  };
  const question = { what: 'findings', kind, titles: given.text('format') === 'json' } as const;
  const stdinName = given.text('stdin-filename');
  const drafts = run.drafts(given.paths, 'Checking', { stdinName, withWord: true, kind });
  for await (const { opened, verdict } of run.verdicts(withKind(drafts, kind, run), question, given)) {
    if ('problem' in verdict) run.complain(opened.input.shown, verdict.problem);
    else {
      counts.files++;
      await report(
        opened.input.shown,
        opened.isWord ? withHeadings(parseDraft(opened.text), verdict) : verdict,
      );
    }
  }
  // People have seen these mistakes on standard error.
  if ((given.text('format') ?? 'pretty') !== 'pretty') {
    for (const [file, findings] of configurationFindings(run)) await report(file, findings);
  }
  const failed = counts.errors > 0 || (most !== undefined && counts.warnings > most);
  await begin();
  await run.print(format.end({ ...counts, failed, troubles: run.troubles }), format.own);
  if (counts.files === 0) run.adviseOnDrafts(given.paths);
  return run.troubled ? 2 : failed ? 1 : 0;
}

/**
 * The drafts whose framework has the kind. Complains about the others.
 *
 * @throws UsageError if the first one's has not, as the kind is probably mistyped then
 */
async function* withKind(
  drafts: AsyncGenerator<OpenedDraft>,
  kind: string | undefined,
  run: CommandRun,
): AsyncGenerator<OpenedDraft> {
  let known = false;
  for await (const opened of drafts) {
    try {
      checkKind(kind, opened.project);
    } catch (error) {
      if (!known || !(error instanceof UsageError)) throw error;
      run.complain(opened.input.shown, error.message);
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

function formatFor(name: string | undefined, all: boolean, { style, io }: CommandRun): CheckFormat {
  switch (name) {
    case 'json':
      return jsonFormat();
    case 'sarif':
      return sarifFormat(io.cwd);
    case 'github':
      return githubFormat(io.cwd);
    case 'junit':
      return junitFormat();
    default:
      return prettyFormat(style, all);
  }
}

/** Mistakes in configurations as findings in their files, so that they are shown with the others. */
function configurationFindings(run: CommandRun): ReadonlyMap<string, readonly FindingReport[]> {
  const byFile = new Map<string, FindingReport[]>();
  for (const { problem, severity } of run.problems) {
    const { uri, message, range } = problem;
    const file = run.show(uri);
    addTo(byFile, file, {
      rule: configurationInvalid.id,
      severity,
      message,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      url: pageOf(configurationInvalid.id),
    });
  }
  return byFile;
}
