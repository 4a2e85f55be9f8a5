import { withinQuotes } from '../text/shorten';
import { tally } from '../util/lists';
import { earned, excerpt, groupsOf, linesOf, nextSteps, signOf, summaryOf, sumsOf, whereOf } from './advice';
import { asText, htmlPage, table } from './html-page';
import type { CoverageDescription, DescribedTopic } from './index';
import { emptyCells, isEmptyCell } from './labels';

/** Coverage as one HTML page, which gives every state in words. */
export function coverageHtml(descriptions: readonly CoverageDescription[]): string {
  const none = descriptions.length === 0 ? '<p>No drafts were found.</p>' : '';
  const names = namesOf(descriptions);
  const all = descriptions.length > 1 ? summary(descriptions, names) : '';
  const sections = descriptions.map((description, index) => section(description, index, names[index]!));
  return htmlPage('Coverage', `${none}${all}${sections.join('\n')}`);
}

/** What each draft is called: by its title, and by its file, too, where others have the same title. */
function namesOf(descriptions: readonly CoverageDescription[]): readonly string[] {
  const times = tally(descriptions.map(({ title }) => title));
  return descriptions.map(({ title, file }) => {
    if (title === '') return file;
    return times.get(title)! > 1 ? `${title} (${file})` : title;
  });
}

function summary(descriptions: readonly CoverageDescription[], names: readonly string[]): string {
  const { areas, rows, note: emptyNote } = summaryOf(descriptions);
  const html = rows.map(({ cells }, i) => {
    const states = cells.map((topic) => (topic ? stateCell(topic) : '<td></td>'));
    return `<tr><th scope="row"><a href="#draft-${i + 1}">${asText(names[i]!)}</a></th>${states.join('')}</tr>`;
  });
  return table('All drafts', ['Draft', ...areas], html) + note(emptyNote);
}

function section(description: CoverageDescription, index: number, name: string): string {
  const { file, kind } = description;
  const groups = groupsOf(description);
  const head = `<h2 id="draft-${index + 1}">${asText(name)}</h2>
<p><code>${asText(file)}</code>: ${asText(kind.title)}, ${asText(sumsOf(description))}.</p>`;
  if (description.language !== undefined)
    return `<section aria-labelledby="draft-${index + 1}">\n${head}\n</section>`;
  const tables = groups.map(({ title, topics }) => {
    const rows = topics.map((topic) => {
      const quoted = earned(topic).slice(0, 3);
      const passages = quoted.map(
        (passage) =>
          `${asText(linesOf([passage]))}: <q>${asText(withinQuotes(excerpt(passage.text, 240)))}</q>`,
      );
      const where = topic.passages.length > 0 ? asText(whereOf(topic)) : isEmptyCell(topic) ? '' : '–';
      // Lists the lines only if not all passages are quoted, because quotations give their lines.
      const cell = topic.passages.length > quoted.length ? [where, ...passages] : passages;
      return `<tr><th scope="row">${asText(topic.title)}</th>${stateCell(topic)}<td>${(cell.length > 0 ? cell : [where]).join('<br>')}</td></tr>`;
    });
    return table(title, ['Topic', 'State', 'Where'], rows);
  });
  const steps = nextSteps(description).map((step) => `<li>${asText(step)}</li>`);
  return `<section aria-labelledby="draft-${index + 1}">
${head}
${tables.join('\n')}${note(emptyCells(groups.flatMap(({ topics }) => topics)))}
<h3>What to do next</h3>
<ul>
${steps.join('\n')}
</ul>
</section>`;
}

function stateCell(topic: DescribedTopic): string {
  if (isEmptyCell(topic)) return '<td></td>';
  const { state } = topic;
  return `<td class="state ${state}"><span><span aria-hidden="true">${signOf(topic)}</span> ${state}</span></td>`;
}

function note(words: string): string {
  return words === '' ? '' : `\n<p class="unasked">${asText(words)}</p>`;
}
