import type { By } from '../criticmarkup/types';
import type { Paragraph } from '../docx/model';
import { paragraphsIn } from '../docx/plain-text';
import type { Added, Group } from './groups';
import type { Merging } from './merging';

/**
 * Names what somebody drew in a review and Markdown cannot hold. A document of ours has such things in its template
 * alone, and none of the template's paragraphs is in a block of the draft.
 */
export function loseDrawn(groups: readonly (Group | Added)[], { around, hasChanges }: Merging): void {
  for (const group of hasChanges ? groups : []) {
    const isOurs = 'block' in group && group.block !== undefined;
    for (const { heading, inlines } of 'paragraph' in group ? [group.paragraph] : group.paragraphs) {
      if (heading !== undefined)
        around.losses.heading = inlines.map((one) => (one.type === 'text' ? one.text : '')).join('');
      for (const one of inlines) {
        if (one.type === 'other' && one.deleted === undefined && (isOurs || one.inserted !== undefined))
          around.lose(one.what);
      }
    }
  }
}

/** The paragraphs in what somebody added with tracking that holds text of its own. */
export function paragraphsInBoxes({ inlines }: Paragraph): readonly (readonly [Paragraph, By])[] {
  return inlines.flatMap((one) => {
    if (one.type !== 'box' || one.inserted === undefined || one.deleted !== undefined) return [];
    const by = one.inserted;
    return paragraphsIn(one.blocks).map((paragraph) => [paragraph, by] as const);
  });
}
