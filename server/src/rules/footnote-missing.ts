import { unreadIn } from '../draft/size-limit';
import type { Draft } from '../draft/types';
import { appendFootnote } from './lib/footnotes/append';
import { danglingReferences } from './lib/footnotes/dangling';
import { rule } from './lib/rule';

/** Labels of footnotes that stand in what is too long to be read. */
function unreadLabels({ blocks }: Draft): ReadonlySet<string> {
  const text = unreadIn(blocks)?.block.text ?? '';
  return new Set([...text.matchAll(/^\[\^([^\][\s^]{1,200})\]:/gm)].map(([, label]) => label!.toLowerCase()));
}

export const footnoteMissing = rule('footnote-missing', {
  inDraft({ draft }) {
    const unread = unreadLabels(draft);
    const missing = danglingReferences(draft).filter(({ label }) => !unread.has(label.toLowerCase()));
    return missing.map(({ label, span }) => ({
      span,
      message: `There is no footnote “${label}” in this draft. Write it (a line that begins with “[^${label}]:”), or correct the label.`,
      fixes: () => [{ title: 'Write the footnote', edits: [appendFootnote(draft, label)] }],
    }));
  },
});
