/** Finds whether the blocks beside a quotation say who speaks. */

import { type Block, blockBeside, type Draft, passagesOf, perBlock } from '../../../draft';
import { quotesIn } from '../../../evidence/quotations';
import { isSpeech, personIn, speakerIn } from '../../../evidence/speakers';
import { wordCount } from '../../../text/word-count';
import {
  isAttribution,
  isLedByNobody,
  isSource,
  isToFillIn,
  isVoice,
  namesSomeone,
  quotationsOf,
} from './speakers';

const PRONOUN = /\b(?:he|she|they)\s+(?:\w+\s+)?(?:said|says|added|went\s+on|told|explained|continued)\b/i;

/** What a block says about speech in it or beside it. */
interface SpeechAround {
  /** It is a line that names the speaker of the quotation above. */
  readonly attribution: boolean;
  /** It has “he said” or the like. */
  readonly pronoun: boolean;
  /** Its last passage names a speaker, to whom a quotation below belongs. */
  readonly leads: boolean;
  /** Its last passage names a document or a body, from which a quotation below may be. */
  readonly cites: boolean;
  /** Its last passage names a person. */
  readonly person: boolean;
  /** Its last passage has a verb of speech, or ends in a colon. */
  readonly announces: boolean;
  /** Its last passage ends in a colon, and somebody without a name speaks below. */
  readonly nobody: boolean;
  /** It is a quotation. */
  readonly quoted: boolean;
  /** It ends in speech without a closing quotation mark. */
  readonly open: boolean;
  /** Its first passage says who spoke above. */
  readonly tells: boolean;
  /** Its first passage has a verb of speech. */
  readonly speaks: boolean;
}

const speechAround = perBlock((block: Block): SpeechAround => {
  const passages = passagesOf(block);
  const first = passages[0]?.prose.text ?? '';
  const last = passages.at(-1);
  const text = last?.prose.text ?? '';
  return {
    attribution: isAttribution(block),
    pronoun: PRONOUN.test(block.text),
    leads: last !== undefined && speakerIn(text)?.named === true,
    cites: last !== undefined && (isSource(last) || /\b[A-Z]{3,}\b/.test(text)),
    person: personIn(text) !== undefined,
    announces: isSpeech(text) || /:\s*$/.test(text),
    nobody: /:\s*$/.test(text) && isLedByNobody(text),
    quoted: block.node.type === 'blockquote' || /^\s*["“]/.test(text),
    open: isOpen(text),
    speaks: isSpeech(first),
    tells:
      (wordCount(first) <= 20 && namesSomeone(first)) ||
      (isSpeech(first) && (personIn(first) !== undefined || /^(?:he|she|they)\s/i.test(first))),
  };
});

/** Whether a text ends in speech without a closing quotation mark. */
function isOpen(text: string): boolean {
  const last = quotesIn(text).at(-1);
  return last?.closed === false && isVoice(text.slice(last.start));
}

/** Whether a block continues the speech that the block before it leaves open. */
export function goesOn(draft: Draft, index: number): boolean {
  const before = blockBeside(draft, index, -1);
  return (
    before !== undefined &&
    draft.blocks[index]!.block.node.type === 'paragraph' &&
    /^\s*["“]/.test(draft.blocks[index]!.block.text) &&
    speechAround(before).open
  );
}

/**
 * Whether the blocks beside the quotation at `index` name its speaker or the document that it is from.
 *
 * @param bare whether it is signed by somebody without a name: then it is from no document that stands above
 */
export function isAttributedBeside(draft: Draft, index: number, bare = false): boolean {
  const next = blockBeside(draft, index, 1);
  if (next && next.node.type !== 'heading' && next.node.type !== 'footnoteDefinition') {
    if (/^\W*\[insert/i.test(next.text) && isToFillIn(next.text.slice(0, 100))) return true;
    const { attribution, tells, speaks, quoted } = speechAround(next);
    // Somebody with a name who speaks below is not the one who signs without; who signs the next quotation said that one.
    if (attribution || (tells && !(bare ? speaks || quoted : quoted && !speaks))) return true;
  }
  const { pronoun } = speechAround(draft.blocks[index]!.block);
  for (let at = index - 1, paragraphs = 0; at >= 0 && at >= index - 10; at--) {
    const { block } = draft.blocks[at]!;
    if (block.node.type === 'heading') return false;
    // Speech may have a list in it.
    if (block.node.type !== 'paragraph' && block.node.type !== 'blockquote') continue;
    const { leads, cites, person, announces, quoted } = speechAround(block);
    if (leads || (cites && (!bare || announces)) || (person && (pronoun || announces))) return true;
    if (!quoted && ++paragraphs > (pronoun ? 3 : 0)) return false;
  }
  return false;
}

/** Whether a quotation that is set apart, or a paragraph of its own, is led up to by somebody without a name. */
export function isOfNobodyAbove(draft: Draft, index: number): boolean {
  const before = blockBeside(draft, index, -1);
  const next = blockBeside(draft, index, 1);
  return (
    before !== undefined &&
    speechAround(before).nobody &&
    !(next !== undefined && speechAround(next).attribution)
  );
}

/** Whether a block is a block quotation with a speaker named in it or beside it. */
export function isAttributedQuotation(draft: Draft, index: number): boolean {
  const { block } = draft.blocks[index]!;
  const [quotation] = block.node.type === 'blockquote' ? quotationsOf(block) : [];
  return quotation !== undefined && (!quotation.needs || isAttributedBeside(draft, index));
}
