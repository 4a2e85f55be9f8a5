import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { findFrontMatter } from '../../../server/src/draft/front-matter/extent';
import { displayDate } from '../../../server/src/text/dates';

/** Shows the details of a draft's front matter below its title, as the export does. The preview itself hides them. */
export function titleBlock(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.core.ruler.after('inline', 'advocacy_title_block', ({ src, tokens, Token }) => {
    const { content } = findFrontMatter(src);
    if (content === undefined) return;
    const details = detailsIn(src.slice(content.start, content.end));
    // Without a kind, the front matter may be for other tools.
    if (details.kind === undefined) return;
    const [open, inline] = tokens.filter(({ type, hidden }) => !hidden && type !== 'html_block');
    const heading = open?.type === 'heading_open' && open.tag === 'h1' ? inline!.children : undefined;
    const { title } = details;
    const isTitle = (words: string): boolean => title === undefined || plain(title) === plain(words);
    // A review may change the title.
    const isRepeated = heading && (isTitle(words(heading, 'del')) || isTitle(words(heading, 'ins')));
    const rows = [
      [details.kind === 'report' ? 'Report to' : 'For', details.audience],
      ['From', [details.author, details.organisation].filter(Boolean).join(', ')],
      ['Date', details.date && displayDate(details.date)],
      ['Status', details.status],
    ]
      .filter(([, value]) => value)
      .map(([label, value]) => `<tr><th scope="row">${label}</th><td>${escapeHtml(value!)}</td></tr>`)
      .join('');
    const block = new Token('html_block', '', 0);
    block.content =
      (title !== undefined && !isRepeated ? `<p class="advocacy-title">${escapeHtml(title)}</p>\n` : '') +
      (rows === '' ? '' : `<table class="advocacy-details"><tbody>${rows}</tbody></table>\n`);
    // A heading is three tokens.
    tokens.splice(isRepeated ? tokens.indexOf(open!) + 3 : 0, 0, block);
  });
}

type Details = Partial<
  Record<'title' | 'kind' | 'audience' | 'author' | 'organisation' | 'date' | 'status', string>
>;

/**
 * The values in front matter that a paper shows. Each is on the line of its key, with or without quotation marks; those
 * of a list stand there in brackets, or below it.
 */
function detailsIn(lines: string): Details {
  const found = lines.matchAll(
    /^(title|kind|audience|author|organisation|date|status)[ \t]*:(?:[ \t]+(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'|\[([^\],\r\n]*,[^\]\r\n]*)\](?=[ \t]*(?:#|$))|([^\s"'|>#][^\r\n]*))|[ \t]*((?:\r?\n[ \t]*-[ \t][^\r\n]*)+))/gm,
  );
  return Object.fromEntries(
    [...found].map(([, key, double, single, inBrackets, bare, below]) => [
      key,
      (
        double?.replace(/\\(.)/g, '$1') ??
        single?.replaceAll("''", "'") ??
        bare?.replace(/[ \t]#.*/s, '') ??
        namesIn(inBrackets?.split(',') ?? below!.split('\n'))
      ).trim(),
    ]),
  );
}

/** The entries of a list in one line, as the export writes them. */
function namesIn(entries: readonly string[]): string {
  return entries
    .map((entry) =>
      entry
        .trim()
        .replace(/^-[ \t]/, '')
        .trim()
        .replace(/^name:[ \t]/, '')
        .trim()
        .replace(/^["']|["']$/g, ''),
    )
    .filter((entry) => entry !== '')
    .join(', ');
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
