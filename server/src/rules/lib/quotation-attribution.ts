/** Whose words a quotation is, by what stands beside it. */
import { type Block, type Draft, passagesOf } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { quotesIn } from '../../evidence/quotations';
import { isSpeech, personIn, speakerIn } from '../../evidence/speakers';
import {
  isAttribution,
  isSource,
  isToFillIn,
  isVoice,
  namesSomeone,
  quotationsOf,
  wordsIn,
} from './quotation-speakers';

const PRONOUN = /\b(?:he|she|they)\s+(?:\w+\s+)?(?:said|says|added|went\s+on|told|explained|continued)\b/i;

/** What a block says on who speaks beside it. */
interface SpeechAround {
  readonly attribution: boolean;
  readonly pronoun: boolean;
  /** Its last passage names a speaker or a document, so that what follows is theirs. */
  readonly leads: boolean;
  /** Its last passage names a person. */
  readonly person: boolean;
  readonly announces: boolean;
  /** It is speech itself. */
  readonly quoted: boolean;
  /** It ends in speech that is not closed. */
  readonly open: boolean;
  /** Its first passage tells who spoke before. */
  readonly tells: boolean;
}

const speechAround = perBlock((block: Block): SpeechAround => {
  const passages = passagesOf(block);
  const first = passages[0]?.prose.text ?? '';
  const last = passages.at(-1);
  const text = last?.prose.text ?? '';
  return {
    attribution: isAttribution(block),
    pronoun: PRONOUN.test(block.text),
    leads:
      last !== undefined && (speakerIn(text)?.named === true || isSource(last) || /\b[A-Z]{3,}\b/.test(text)),
    person: personIn(text) !== undefined,
    announces: isSpeech(text) || /:\s*$/.test(text),
    quoted: block.node.type === 'blockquote' || /^\s*["“]/.test(text),
    open: isOpen(text),
    tells:
      (wordsIn(first) <= 20 && namesSomeone(first)) ||
      (isSpeech(first) && (personIn(first) !== undefined || /^(?:he|she|they)\s/i.test(first))),
  };
});

/** Whether a text ends in speech whose closing mark is still to come. */
function isOpen(text: string): boolean {
  const last = quotesIn(text).at(-1);
  return last?.closed === false && isVoice(text.slice(last.start));
}

/** Whether a block goes on with the speech that the one before it leaves open. */
export function goesOn(draft: Draft, index: number): boolean {
  const before = draft.blocks[index - 1]?.block;
  return (
    before !== undefined &&
    speechAround(before).open &&
    /^\s*["“]/.test(draft.blocks[index]!.block.text) &&
    draft.blocks[index]!.block.node.type === 'paragraph'
  );
}

/** Whether what stands beside the quotation names its speaker or the document that it is from. */
export function isAttributedBeside(draft: Draft, index: number): boolean {
  const next = draft.blocks[index + 1]?.block;
  if (next && next.node.type !== 'heading') {
    if (/^\W*\[insert/i.test(next.text) && isToFillIn(next.text.slice(0, 100))) return true;
    const { attribution, tells } = speechAround(next);
    if (attribution || tells) return true;
  }
  const { pronoun } = speechAround(draft.blocks[index]!.block);
  for (let at = index - 1, paragraphs = 0; at >= 0 && at >= index - 10; at--) {
    const { block } = draft.blocks[at]!;
    if (block.node.type === 'heading') return false;
    // Speech goes on past a list in it.
    if (block.node.type !== 'paragraph' && block.node.type !== 'blockquote') continue;
    const { leads, person, announces, quoted } = speechAround(block);
    if (leads || (person && (pronoun || announces))) return true;
    if (!quoted && ++paragraphs > (pronoun ? 3 : 0)) return false;
  }
  return false;
}

/** Whether a block is somebody's words, set apart, and it or what stands beside it says whose. */
export function isAttributedQuotation(draft: Draft, index: number): boolean {
  const { block } = draft.blocks[index]!;
  const [quotation] = block.node.type === 'blockquote' ? quotationsOf(block) : [];
  return quotation !== undefined && (!quotation.needs || isAttributedBeside(draft, index));
}
