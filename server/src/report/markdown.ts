import { harmless } from '../text/plain-output';
import { withinQuotes } from '../text/shorten';
import { addAll, greatest } from '../util/lists';
import { earned, excerpt, groupsOf, linesOf, nextSteps, signOf, summaryOf, sumsOf, whereOf } from './advice';
import type { CoverageDescription, DescribedTopic } from './index';
import { emptyCells, isArgued, isEmptyCell } from './labels';

/** Coverage as a Markdown document: a summary if there are several drafts, then each draft. */
export function coverageMarkdown(descriptions: readonly CoverageDescription[]): string {
  const parts = ['# Coverage'];
  if (descriptions.length === 0) parts.push('No drafts were found.');
  if (descriptions.length > 1) parts.push(summary(descriptions));
  addAll(parts, descriptions.map(section));
  return `${parts.join('\n\n')}\n`;
}

function summary(descriptions: readonly CoverageDescription[]): string {
  const { areas, rows, note } = summaryOf(descriptions);
  const lines = rows.map(({ description, cells }) => [
    code(description.file),
    ...cells.map((topic) => (topic ? stateOf(topic) : '')),
  ]);
  const summary = table(['Draft', ...areas.map(asText)], lines);
  return note === '' ? summary : `${summary}\n\n${note}`;
}

function section(description: CoverageDescription): string {
  const { file, title, kind } = description;
  const groups = groupsOf(description);
  const parts = [
    `## ${asText(title || file)}`,
    `${code(file)}: ${asText(kind.title)}, ${asText(sumsOf(description))}.`,
  ];
  if (description.language !== undefined) return parts.join('\n\n');
  for (const { title, topics } of groups) {
    parts.push(`### ${title}`);
    const rows = topics.map((topic) => [
      asText(topic.title),
      stateOf(topic),
      whereOf(topic) || (isEmptyCell(topic) ? '' : '–'),
    ]);
    parts.push(table(['Topic', 'State', 'Where'], rows));
    // Passages that only mention a topic are not listed.
    const passages = topics.filter(isArgued).flatMap((topic) =>
      earned(topic)
        .slice(0, 3)
        .map(
          (passage) =>
            `- ${asText(topic.title)}, ${linesOf([passage])}: “${asText(withinQuotes(excerpt(passage.text, 160)))}”`,
        ),
    );
    if (passages.length > 0) parts.push('In these words:', passages.join('\n'));
  }
  const note = emptyCells(groups.flatMap(({ topics }) => topics));
  if (note !== '') parts.push(note);
  parts.push(
    '### What to do next',
    nextSteps(description)
      .map((step) => `- ${asText(step)}`)
      .join('\n'),
  );
  return parts.join('\n\n');
}

function stateOf(topic: DescribedTopic): string {
  return isEmptyCell(topic) ? '' : `${signOf(topic)} ${topic.state}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Escapes text so that nothing in it is markup. Addresses, names and numbers of issues become code, because backslashes
 * do not prevent all links, and GitHub notifies the people that it finds.
 */
function asText(text: string): string {
  return visible(text)
    .split(' ')
    .map((word) => (LINKED.test(word) ? code(word) : word.replace(/[\\`*_[\]<>&|#~$]/g, '\\$&')))
    .join(' ');
}

const LINKED = /:\/\/|www\.|@|#\d|GH-\d/i;

/** A file name or word as code. A backtick in it does not end the code, nor a bar the cell of a table around it. */
function code(text: string): string {
  const longest = greatest(
    (text.match(/`+/g) ?? []).map((run) => run.length),
    0,
  );
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  const shown = visible(text);
  // In a table, two backslashes before a bar would be one, and the bar would end the cell.
  const whole = shown.includes('|') ? shown.replace(/[\\|]/g, '\\$&') : shown;
  return `${fence}${padding}${whole}${padding}${fence}`;
}

/** Text on one line, with single spaces: more spaces or lines could begin code or cells. */
function visible(text: string): string {
  return harmless(text).replace(/\s+/g, ' ');
}
