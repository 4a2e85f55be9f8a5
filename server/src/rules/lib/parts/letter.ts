import { toString as textOf } from 'mdast-util-to-string';
import type { Block, Draft } from '../../../draft';
import { isSalutation } from '../../../framework/letter-ends';
import type { DocumentKind } from '../../../framework/types';
import { endOfText } from '../blocks/insert-block';
import { asks } from './asks';
import type { PresentPart } from './present';

/** The body of a letter without headings, as positions in `draft.blocks`. */
export interface LetterBody {
  /** The first block below the salutation. */
  readonly start: number;
  /** The first of the last paragraphs, which make requests or are courtesies. An argument goes before it. */
  readonly leave: number;
  /** The first of the last paragraphs that are only courtesies. */
  readonly courtesy: number;
  /** The close, or the block after the text. */
  readonly end: number;
}

/** Words of a courtesy at the end of a letter. */
const COURTESY =
  /\b(?:look(?:ing)? forward|thank you|thanks|grateful|glad|delighted|happy to|pleased to|welcome|hope|please (?:contact|call|ring|do not|let me|let us|get in touch)|invite you|hear from you)\b/i;

/** The body of a letter; undefined for a draft of another kind, or one that has a heading for a part. */
export function letterBody(
  draft: Draft,
  kind: DocumentKind,
  present: readonly PresentPart[],
): LetterBody | undefined {
  if (!kind.parts.some(({ id }) => id === 'sign-off') || present.some(({ depth }) => depth <= 6))
    return undefined;
  const { blocks } = draft;
  const end = present.find(({ part }) => part.id === 'sign-off')?.index ?? endOfText(draft);
  const salutation = blocks.slice(0, end).findIndex(({ block }) => isSalutation(block.node));
  const title = blocks[0]?.block.node;
  const start = salutation >= 0 ? salutation + 1 : title?.type === 'heading' && title.depth === 1 ? 1 : 0;
  /** The first of the last blocks that all pass. The first paragraph never counts, as it is the opening. */
  const before = (passes: (block: Block) => boolean): number => {
    let at = end;
    while (at > start + 1 && passes(blocks[at - 1]!.block)) at--;
    return at;
  };
  return {
    start: Math.min(start, end),
    leave: before((block) => isCourtesy(block) || asks(block)),
    courtesy: before(isCourtesy),
    end,
  };
}

/** Whether a block is a courtesy. A long paragraph that hopes for something is an argument. */
function isCourtesy({ node, text }: Block): boolean {
  return node.type === 'paragraph' && text.length < 400 && COURTESY.test(textOf(node));
}
