import { parseDraft } from '../../draft';
import { type CoverageDescription, reportOf } from '../../report';
import { withHeadings } from '../../report/headings-above';
import { coverageHtml } from '../../report/html';
import { coverageMarkdown } from '../../report/markdown';
import type { Arguments } from '../arguments';
import { type CommandIo, CommandRun } from '../command-run';
import { prettyCoverage } from '../formats/coverage-pretty';
import { JsonList } from '../formats/report';

/** `advocacy coverage`: what each draft argues. */
export async function coverage(given: Arguments, io: CommandIo): Promise<number> {
  const run = new CommandRun(io);
  const format = given.text('format') ?? 'pretty';
  const list = new JsonList();
  // Reports in Markdown and HTML begin with a table of all drafts.
  const all: CoverageDescription[] = [];
  let count = 0;
  const drafts = run.drafts(given.paths, 'Reading', { withWord: true });
  for await (const { opened, verdict } of run.verdicts(drafts, { what: 'coverage' }, given)) {
    if ('problem' in verdict) {
      run.complain(opened.input.shown, verdict.problem);
      continue;
    }
    const description = opened.isWord ? headed(verdict, opened.text) : verdict;
    if (format === 'json') await run.print(list.item(reportOf(description)));
    else if (format === 'pretty') {
      await run.print(`${count > 0 ? '\n' : ''}${prettyCoverage(description, run.style)}`);
    } else all.push(description);
    count++;
  }
  if (format === 'json') await run.print(list.end());
  else if (format === 'markdown') await run.print(coverageMarkdown(all));
  else if (format === 'html') await run.print(coverageHtml(all));
  if (count === 0) run.adviseOnDrafts(given.paths);
  return run.troubled ? 2 : 0;
}

/** A description with the headings above its passages. */
function headed(description: CoverageDescription, text: string): CoverageDescription {
  const draft = parseDraft(text);
  const topics = description.topics.map((topic) => ({
    ...topic,
    passages: withHeadings(draft, topic.passages),
  }));
  return { ...description, topics };
}
