import type { Merging } from './merging';
import type { Added, Group } from './types';

/**
 * Reports drawings that reviewers added, which Markdown cannot hold. Documents of ours have drawings only in their
 * template, whose paragraphs belong to no block of the draft.
 */
export function loseDrawn(groups: readonly (Group | Added)[], { imports, hasChanges }: Merging): void {
  for (const group of hasChanges ? groups : []) {
    const isOurs = 'block' in group && group.block !== undefined;
    for (const { heading, inlines } of 'paragraph' in group ? [group.paragraph] : group.paragraphs) {
      if (heading !== undefined)
        imports.losses.heading = inlines.map((one) => (one.type === 'text' ? one.text : '')).join('');
      for (const one of inlines) {
        if (one.type === 'other' && one.deleted === undefined && (isOurs || one.inserted !== undefined))
          imports.lose(one.what);
      }
    }
  }
}
