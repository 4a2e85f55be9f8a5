import { unreadIn } from '../draft/size-limit';
import type { Draft } from '../draft/types';
import { getOrInsert } from '../util/memoize';
import { appendFootnote } from './lib/footnotes/append';
import { danglingReferences } from './lib/footnotes/dangling';
import { rule } from './lib/rule';
import type { Problem } from './types';

/** Labels of footnotes that stand in what is too long to be read. */
function unreadLabels({ blocks }: Draft): ReadonlySet<string> {
  const text = unreadIn(blocks)?.block.text ?? '';
  return new Set([...text.matchAll(/^\[\^([^\][\s^]{1,200})\]:/gm)].map(([, label]) => label!.toLowerCase()));
}

/** What is said of all references to a footnote. */
function said(draft: Draft, label: string): Required<Pick<Problem, 'message' | 'fixes'>> {
  return {
    message: `There is no footnote “${label}” in this draft. Write it (a line that begins with “[^${label}]:”), or correct the label.`,
    fixes: () => [{ title: 'Write the footnote', edits: [appendFootnote(draft, label)] }],
  };
}

export const footnoteMissing = rule('footnote-missing', {
  inDraft({ draft }) {
    const unread = unreadLabels(draft);
    // A generated draft may have ten thousand references to one footnote.
    const saidOf = new Map<string, ReturnType<typeof said>>();
    return danglingReferences(draft).flatMap(({ label, span }) => {
      if (unread.has(label.toLowerCase())) return [];
      const { message, fixes } = getOrInsert(saidOf, label, () => said(draft, label));
      return { span, message, fixes };
    });
  },
});
