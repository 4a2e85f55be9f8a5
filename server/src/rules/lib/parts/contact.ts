import type { Block } from '../../../draft/types';

/** The longest block that is read, in characters. */
const LONGEST = 4000;

/** A British telephone number, also with “x” or “_” for digits that are still to be filled in. */
export const TELEPHONE = /(?:\+44[\s(]|\b\(?0)[\dx_][\dx_\s()-]{6,13}[\dx_]/i;
const ADDRESS = /\w@[\w-]{1,63}\.[a-z]/i;
const TO_FILL_IN = /\b(?:telephone|phone|call|ring|e-?mail)\b[^.\n]{0,20}\[insert /i;

/** Whether a block says how somebody can be reached. */
export function hasContact({ node, text }: Block): boolean {
  return (
    text.length <= LONGEST &&
    node.type !== 'heading' &&
    (TELEPHONE.test(text) || ADDRESS.test(text) || TO_FILL_IN.test(text))
  );
}
