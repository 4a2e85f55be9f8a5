import type { Severity } from '../project/severity';
import { excerpt } from './advice';
import { asText, htmlPage, table } from './html-page';

/** A finding on a Word document, in which lines mean nothing to users. */
interface PlacedFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** The heading above it; none before the first heading. */
  readonly heading?: string;
  /** The words in the document that it is about, as Markdown. */
  readonly words: string;
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'To consider',
  hint: 'Hint',
};
const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The findings on a Word document as one HTML page, grouped by the heading above them. */
export function findingsHtml(name: string, findings: readonly PlacedFinding[]): string {
  const sum = ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${SEVERITIES[severity]}: ${count}`];
  }).join(', ');
  if (findings.length === 0) return htmlPage(name, '<p>There is nothing to change.</p>');
  const parts: PlacedFinding[][] = [];
  for (const finding of findings) {
    const last = parts.at(-1);
    if (last?.[0]?.heading === finding.heading) last?.push(finding);
    else parts.push([finding]);
  }
  const tables = parts.map((part) => {
    const rows = part.map(({ severity, message, rule, words }) => {
      const quote = words.trim() === '' ? '' : `<q>${asText(excerpt(words.slice(0, 1000), 120))}</q>`;
      const described = `${asText(message)} <code>${asText(rule)}</code>`;
      return `<tr><th scope="row">${SEVERITIES[severity]}</th><td>${described}</td><td>${quote}</td></tr>`;
    });
    const heading = part[0]?.heading;
    const caption = heading === undefined ? 'Before the first heading' : `Below “${heading}”`;
    return table(caption, ['How serious', 'Finding', 'Words'], rows);
  });
  return htmlPage(name, `<p>${sum}.</p>\n${tables.join('\n')}`);
}
