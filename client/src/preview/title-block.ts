import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { asLine } from '../../../server/src/text/as-line';
import { displayDate } from '../../../server/src/text/dates';
import { detailsIn, printedWords } from './details';

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
    const { details: labels, months } = printedWords(details);
    const rows = [
      [details.kind === 'report' ? labels.reportTo : labels.audience, details.audience],
      [
        details.kind === 'press-release' ? labels.issuedBy : labels.from,
        [details.author, details.organisation].filter(Boolean).join(', '),
      ],
      [labels.date, details.date && displayDate(details.date, months)],
      [labels.status, details.status],
    ]
      .filter(([, value]) => value)
      .map(([label, value]) => `<tr><th scope="row">${label}</th><td>${escapeHtml(asLine(value!))}</td></tr>`)
      .join('');
    const block = new Token('html_block', '', 0);
    block.content =
      (title !== undefined && !isRepeated ? `<p class="advocacy-title">${escapeHtml(title)}</p>\n` : '') +
      (rows === '' ? '' : `<table class="advocacy-details"><tbody>${rows}</tbody></table>\n`);
    // A heading is three tokens.
    tokens.splice(isRepeated ? tokens.indexOf(open!) + 3 : 0, 0, block);
  });
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
