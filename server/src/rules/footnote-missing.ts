import { BlockFinder, type Span } from '../draft';
import { appendFootnote, SOURCE_TO_FILL_IN } from './lib/insert';
import { nodesOf, spanOf } from './lib/nodes';
import type { Rule } from './types';

/** What would be a reference, were there a footnote of that label: the parser leaves it in the text. */
const REFERENCE = /(?<!\\)\[\^([^\][\s^]+)\](?![(:])/g;

interface Dangling {
  readonly label: string;
  /** In the block. */
  readonly span: Span;
}

const finder = new BlockFinder((block): readonly Dangling[] | undefined => {
  if (!block.text.includes('[^')) return undefined;
  const found: Dangling[] = [];
  for (const node of nodesOf(block)) {
    if (node.type !== 'text') continue;
    const { start, end } = spanOf(node);
    for (const { 0: mark, 1: label, index } of block.text.slice(start, end).matchAll(REFERENCE))
      found.push({ label: label!, span: { start: start + index, end: start + index + mark.length } });
  }
  return found.length > 0 ? found : undefined;
});

export const footnoteMissing: Rule = {
  id: 'footnote-missing',
  group: 'evidence',
  severity: 'warning',
  what: 'A reference to a footnote that is not in the draft: a misspelt label, or a note that was cut. Labels are compared without regard to capitals.',
  why: 'The Word document shows the mark as it is written, and the figure beside it has no source.',
  example: {
    bad: 'Four in ten residents are not online.[^survey]\n\n[^survay]: Ashby Council, *Residents’ survey*, 2026.\n',
    good: 'Four in ten residents are not online.[^survey]\n\n[^survey]: Ashby Council, *Residents’ survey*, 2026.\n',
  },
  inDraft({ draft }) {
    return finder.in(draft, undefined).flatMap(({ found, placed: { start } }) =>
      found.map(({ label, span }) => ({
        span: { start: start + span.start, end: start + span.end },
        message: `There is no footnote “${label}” in this draft. Write it (a line that begins with “[^${label}]:”), or correct the label.`,
        fixes: () => [
          { title: 'Write the footnote', edits: [appendFootnote(draft, label, SOURCE_TO_FILL_IN)] },
        ],
      })),
    );
  },
};

/** Whether what stands behind a sentence, or in it, refers to a footnote that is not there: this rule tells so. */
export function refersToNothing(text: string, { start, end }: Span): boolean {
  const behind = /^(?:\s*\[\^[^\][\s^]+\])*/.exec(text.slice(end, end + 200))![0].length;
  return text.slice(start, end + behind).search(REFERENCE) !== -1;
}
