import { BlockMap } from '../../draft/block-map';
import type { Block } from '../../draft/types';

/** The longest block that is looked at, in characters. */
const LONGEST = 4000;

const WORD =
  /\b(?:contacts?|call|ring|tel|telephone|phone|mobile|e-?mail|enquir(?:y|ies)|press office|media|information|interviews?)\b/i;
/** A telephone number as people write it here, or an address for e-mail; or what is still to be filled in for one. */
const NUMBER = /(?:\+44[\s(]|\b\(?0)\d[\d\s()-]{7,13}\d\b/;
const ADDRESS = /\w@[\w-]{1,63}\.[a-z]/i;
const TO_FILL_IN = /\b(?:telephone|phone|call|ring|e-?mail)\b[^.\n]{0,20}\[insert /i;

const known = new BlockMap<boolean>();

/** Whether a block says how somebody can be reached. */
export function hasContact(block: Block): boolean {
  let found = known.get(block);
  if (found === undefined) {
    const { text } = block;
    found =
      text.length <= LONGEST &&
      block.node.type !== 'heading' &&
      WORD.test(text) &&
      (NUMBER.test(text) || ADDRESS.test(text) || TO_FILL_IN.test(text));
    known.set(block, found);
  }
  return found;
}
