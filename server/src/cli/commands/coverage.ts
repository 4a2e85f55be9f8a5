import { parseDraft } from '../../draft';
import { type CoverageDescription, reportOf } from '../../report';
import { withHeadings } from '../../report/headings-above';
import { coverageHtml } from '../../report/html';
import { coverageMarkdown } from '../../report/markdown';
import type { Arguments } from '../arguments';
import { prettyCoverage } from '../formats/coverage-pretty';
import { JsonList } from '../formats/report';
import { Session, type Surroundings } from '../session';

/** `advocacy coverage`: what each draft argues. */
export async function coverage(given: Arguments, surroundings: Surroundings): Promise<number> {
  const session = new Session(surroundings);
  const format = given.text('format') ?? 'pretty';
  const list = new JsonList();
  // The reports for people begin with a table of all drafts, so they wait for the last one.
  const all: CoverageDescription[] = [];
  let count = 0;
  const drafts = session.drafts(given.paths, 'Reading', { withWord: true });
  for await (const { opened, verdict } of session.judge(drafts, { what: 'coverage' }, given)) {
    if ('problem' in verdict) {
      session.complain(opened.input.shown, verdict.problem);
      continue;
    }
    const description = opened.isWord ? headed(verdict, opened.text) : verdict;
    if (format === 'json') await session.print(list.item(reportOf(description)));
    else if (format === 'pretty') {
      await session.print(`${count > 0 ? '\n' : ''}${prettyCoverage(description, session.style)}`);
    } else all.push(description);
    count++;
  }
  if (format === 'json') await session.print(list.end());
  else if (format === 'markdown') await session.print(coverageMarkdown(all));
  else if (format === 'html') await session.print(coverageHtml(all));
  if (count === 0) session.adviseOnDrafts(given.paths);
  return session.troubled ? 2 : 0;
}

/** A description whose passages say which heading they stand below. */
function headed(description: CoverageDescription, text: string): CoverageDescription {
  const draft = parseDraft(text);
  const topics = description.topics.map((topic) => ({
    ...topic,
    passages: withHeadings(draft, topic.passages),
  }));
  return { ...description, topics };
}
