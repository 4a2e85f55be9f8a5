import { harmless } from '../plain-output';
import {
  earned,
  excerpt,
  groupsOf,
  linesOf,
  nextSteps,
  signOf,
  sumsOf,
  whereOf,
  withinQuotes,
} from './advice';
import type { CoverageDescription, DescribedTopic } from './index';
import { stateName } from './words';

/**
 * Coverage as one HTML page that needs nothing else: no script, no font, no picture. Contrast is at least 4.5 to 1,
 * and every state is told by its word.
 */
export function coverageHtml(descriptions: readonly CoverageDescription[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Coverage</title>
<style>
:root { color-scheme: light dark }
a { color: #0645ad } a:visited { color: #6b2fa0 }
body { font: 1rem/1.5 Arial, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; padding: 0 1rem; max-width: 70rem }
h2 { margin-top: 2.5rem; border-top: 1px solid #767676; padding-top: 1.5rem }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold; padding: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #c8c8c8 }
code { overflow-wrap: anywhere }
.missing { color: #a4000f } .mentioned { color: #7a4a00 } .argued { color: #0b5394 } .evidenced { color: #0a6b2d }
.state span { white-space: nowrap; font-weight: bold }
th[scope=row] { min-width: 9rem }
.unasked { color: #595959 } .unasked span { font-weight: normal }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #1e1e1e }
  a { color: #8ec5ff } a:visited { color: #d3b3ff }
  .missing { color: #ff9c9c } .mentioned { color: #f0c060 } .argued { color: #8ec5ff } .evidenced { color: #8fdc9f }
  .unasked { color: #b5b5b5 }
}
</style>
</head>
<body>
<main>
<h1>Coverage</h1>
${descriptions.length === 0 ? '<p>No drafts were found.</p>' : ''}${descriptions.length > 1 ? summary(descriptions) : ''}${descriptions.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function summary(descriptions: readonly CoverageDescription[]): string {
  const columns = new Map<string, string>();
  for (const { topics } of descriptions) {
    for (const { id, group, title } of topics) if (group === 'area') columns.set(id, title);
  }
  const rows = descriptions.map(({ file, title, topics, language }, i) => {
    const cells = [...columns.keys()].map((id) => {
      const topic = topics.find((candidate) => candidate.id === id);
      return topic && language === undefined ? stateCell(topic) : '<td></td>';
    });
    return `<tr><th scope="row"><a href="#draft-${i + 1}">${asText(title || file)}</a></th>${cells.join('')}</tr>`;
  });
  return table('All drafts', ['Draft', ...columns.values()], rows);
}

function section(description: CoverageDescription, index: number): string {
  const { file, title, kind } = description;
  const groups = groupsOf(description);
  const head = `<h2 id="draft-${index + 1}">${asText(title || file)}</h2>
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
      const where = topic.passages.length > 0 ? asText(whereOf(topic)) : 'nowhere';
      // Each place once: what is quoted says where it stands.
      const cell = topic.passages.length > quoted.length ? [where, ...passages] : passages;
      return `<tr><th scope="row">${asText(topic.title)}</th>${stateCell(topic)}<td>${(cell.length > 0 ? cell : [where]).join('<br>')}</td></tr>`;
    });
    return table(title, ['Topic', 'State', 'Where'], rows);
  });
  const steps = nextSteps(description).map((step) => `<li>${asText(step)}</li>`);
  return `<section aria-labelledby="draft-${index + 1}">
${head}
${tables.join('\n')}
<h3>What to do next</h3>
<ul>
${steps.join('\n')}
</ul>
</section>`;
}

function stateCell(topic: DescribedTopic): string {
  const { state, asked } = topic;
  const sign = `<span><span aria-hidden="true">${signOf(topic)}</span> ${stateName(topic)}</span>`;
  // What nobody asks for is no gap.
  const look = asked || state !== 'missing' ? state : 'unasked';
  return `<td class="state ${look}">${sign}${asked ? '' : ' (not asked)'}</td>`;
}

function table(caption: string, head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((text) => `<th scope="col">${asText(text)}</th>`).join('');
  return `<div class="table"><table>
<caption>${asText(caption)}</caption>
<thead><tr>${cells}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function asText(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
