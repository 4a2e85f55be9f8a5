import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { salutes } from '../../../server/src/framework/salutation';
import { asLine } from '../../../server/src/text/as-line';
import { comparable } from '../../../server/src/text/comparable';
import { displayDate } from '../../../server/src/text/dates';
import { type Details, detailsIn, printedWords } from './details';

type Escape = (text: string) => string;

/** Shows the details of a draft's front matter below its title, as the export does. The preview itself hides them. */
export function titleBlock(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.core.ruler.after('inline', 'advocacy_title_block', ({ src, tokens, Token }) => {
    const details = detailsIn(src);
    // Without a kind, the front matter may be for other tools.
    if (details.kind === undefined) return;
    const [open, inline] = tokens.filter(({ type, hidden }) => !hidden && type !== 'html_block');
    const heading = open?.type === 'heading_open' && open.tag === 'h1' ? inline!.children : undefined;
    const { title } = details;
    const isTitle = (words: string): boolean => title === undefined || plain(title) === plain(words);
    // A review may change the title.
    const isRepeated = heading && (isTitle(words(heading, 'del')) || isTitle(words(heading, 'ins')));
    const above = details.kind === 'letter' ? aboveSalutation(tokens) : undefined;
    const shown =
      above === undefined ? detailsTable(details, escapeHtml) : address(details, above, escapeHtml);
    const block = new Token('html_block', '', 0);
    block.content =
      (title !== undefined && !isRepeated ? `<p class="advocacy-title">${escapeHtml(title)}</p>\n` : '') +
      shown;
    // A heading is three tokens.
    tokens.splice(isRepeated ? tokens.indexOf(open!) + 3 : 0, 0, block);
  });
}

/** The details as lines with a label. A press release names neither whom it is for nor who wrote it, as it goes to all. */
function detailsTable(details: Details, escapeHtml: Escape): string {
  const { details: labels, months } = printedWords(details);
  const { kind, audience, author, organisation, date, status } = details;
  const isReleased = kind === 'press-release';
  const rows = [
    [kind === 'report' ? labels.reportTo : labels.audience, isReleased ? undefined : audience],
    isReleased
      ? [labels.issuedBy, organisation]
      : [labels.from, [author, organisation].filter(Boolean).join(', ')],
    [labels.date, date && displayDate(date, months)],
    [labels.status, status],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => `<tr><th scope="row">${label}</th><td>${escapeHtml(asLine(value!))}</td></tr>`)
    .join('');
  return rows === '' ? '' : `<table class="advocacy-details"><tbody>${rows}</tbody></table>\n`;
}

/** The sender, the date and the recipient of a letter, each a paragraph, where the text above its salutation lacks them. */
function address(details: Details, above: string, escapeHtml: Escape): string {
  const { status, organisation, date, audience } = details;
  const stated = comparable(above);
  return [status, organisation, date && displayDate(date, printedWords(details).months), audience]
    .filter((line) => line && !stated.includes(comparable(line)))
    .map((line) => `<p>${escapeHtml(asLine(line!))}</p>\n`)
    .join('');
}

/** The text of the paragraphs above a letter's salutation; undefined where there is none before the first section. */
function aboveSalutation(tokens: readonly Token[]): string | undefined {
  const lines: string[] = [];
  for (const [at, { type, tag, content }] of tokens.entries()) {
    if (type === 'heading_open' && tag !== 'h1') return undefined;
    if (type !== 'inline' || tokens[at - 1]?.type !== 'paragraph_open') continue;
    if (salutes(content.split('\n')[0]!)) return lines.join(' ');
    lines.push(content);
  }
  return undefined;
}

/** The text of a heading with the changes of a review accepted (without `del`), or rejected (without `ins`). */
function words(tokens: readonly Token[], without: 'del' | 'ins'): string {
  let depth = 0;
  let text = '';
  for (const { type, content } of tokens) {
    if (type === `advocacy_${without}_open`) depth++;
    else if (type === `advocacy_${without}_close`) depth--;
    else if (depth === 0) text += type === 'softbreak' ? ' ' : content;
  }
  return text;
}

function plain(text: string): string {
  return text
    .replace(/[\\*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
