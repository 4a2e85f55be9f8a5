import type { Draft } from '../draft/types';
import { unreadIn } from '../draft/weight';
import { danglingReferences } from './lib/dangling';
import { appendFootnote } from './lib/insert';
import type { Rule } from './types';

/** Labels of footnotes that stand in what is too long to be read. */
function unreadLabels({ blocks }: Draft): ReadonlySet<string> {
  const text = unreadIn(blocks)?.block.text ?? '';
  return new Set([...text.matchAll(/^\[\^([^\][\s^]{1,200})\]:/gm)].map(([, label]) => label!.toLowerCase()));
}

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
    const unread = unreadLabels(draft);
    const missing = danglingReferences(draft).filter(({ label }) => !unread.has(label.toLowerCase()));
    return missing.map(({ label, span }) => ({
      span,
      message: `There is no footnote “${label}” in this draft. Write it (a line that begins with “[^${label}]:”), or correct the label.`,
      fixes: () => [{ title: 'Write the footnote', edits: [appendFootnote(draft, label)] }],
    }));
  },
};
