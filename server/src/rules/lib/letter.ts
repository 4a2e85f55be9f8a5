import { toString as textOf } from 'mdast-util-to-string';
import type { Draft } from '../../draft';
import type { Block } from '../../draft/types';
import { isSalutation } from '../../framework/letter-ends';
import type { DocumentKind } from '../../framework/types';
import { asks } from './asks';
import { endOfText } from './insert';
import type { PresentPart } from './parts';

/** A letter written as running text: positions in `draft.blocks`. */
export interface LetterBody {
  /** Of what stands first below the salutation. */
  readonly start: number;
  /** Of the first of the paragraphs that ask or take leave at its end: an argument goes before it. */
  readonly leave: number;
  /** The same, without those that ask. */
  readonly courtesy: number;
  /** Of the close, or of what follows the text. */
  readonly end: number;
}

/** How people take leave of a reader. */
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
  /** From the end back over what `passes`; the first paragraph is the opening, whatever it says. */
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

/** A last word is short: a long paragraph that hopes for something argues. */
function isCourtesy({ node, text }: Block): boolean {
  return node.type === 'paragraph' && text.length < 400 && COURTESY.test(textOf(node));
}
