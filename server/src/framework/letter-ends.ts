/** What tells a letter: whom it greets, and how it closes. */
import type { Paragraph, RootContent } from 'mdast';
import type { Draft } from '../draft/types';
import { firstLine, linesOf, plainText, textIn } from '../plain-text';
import { comparable } from '../text/comparable';
import type { Framework } from './types';

/** Positions among the blocks of a draft. */
export interface LetterEnds {
  readonly salutation: number;
  /** Undefined where it has no close. */
  readonly close: number | undefined;
}

const SALUTATION = /^(?:dear\b|annwyl\b|to whom it may concern\b|(?:sirs?|madam|hello)\b[^.]{0,40}$)/i;
const LONGEST_SALUTATION = 120;

/** The closes where the framework has none. */
const CLOSES = ['Yours sincerely', 'Yours faithfully'];

/** Lines of an address are at most this long, in characters. */
const LONGEST_LINE = 72;

/** Below a close stand a name, an office, an address, how to reach its writer, a postscript, enclosures and copies. */
const MOST_BELOW = 7;
const BELOW = /^(?:(?:p\.?\s?){1,2}s\b|encl?\b|enclos|cc\b|cop(?:y|ies)\b|attach)/i;
const LONGEST_BELOW = 400;
const NO_TEXT: ReadonlySet<string> = new Set(['html', 'definition', 'footnoteDefinition', 'thematicBreak']);

/** The blocks of a draft as its document has them: with what a review changed. */
export function nodesIn({ blocks }: Pick<Draft, 'blocks'>): readonly RootContent[] {
  return blocks.map(({ block }) => (block.review ?? block).node);
}

/**
 * The ends of a letter.
 *
 * @param isSaid whether the draft says that it is a letter: else it takes both ends, and nothing below but what goes with
 *   a signature, as a guide that has a letter in it is none
 */
export function letterEnds(
  nodes: readonly RootContent[],
  framework: Framework,
  isSaid: boolean,
): LetterEnds | undefined {
  const salutation = salutationAt(nodes);
  if (salutation < 0) return undefined;
  const closes = closesOf(framework);
  const close = nodes.findLastIndex(
    (node) => node.type === 'paragraph' && closes.has(comparable(firstLine(node))),
  );
  if (close > salutation)
    return isSaid || isSigned(nodes.slice(close + 1)) ? { salutation, close } : undefined;
  return isSaid ? { salutation, close: undefined } : undefined;
}

/** Whether a draft that does not say what it is, is a letter by its ends. */
export function isLetterByEnds(draft: Draft, framework: Framework): boolean {
  return (
    draft.frontMatter.data.kind === undefined && letterEnds(nodesIn(draft), framework, false) !== undefined
  );
}

/** Whether all lines of a paragraph are as short as those of an address. */
export function isShort(node: Paragraph): boolean {
  return linesOf(node).every((line) => textIn(line).trim().length <= LONGEST_LINE);
}

/** Position of the salutation; -1 where there is none, or a section begins before it. */
function salutationAt(nodes: readonly RootContent[]): number {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'heading' && node.depth > 1) return -1;
    if (isSalutation(node)) return at;
  }
  return -1;
}

/** Whether a block greets whom a letter is written to. */
export function isSalutation(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const line = firstLine(node);
  return SALUTATION.test(line) && line.length < LONGEST_SALUTATION;
}

function closesOf(framework: Framework): ReadonlySet<string> {
  const part = framework.kind('letter')?.parts.find(({ id }) => id === 'sign-off');
  return new Set((part === undefined ? CLOSES : [part.title, ...part.aliases]).map(comparable));
}

/** Whether what stands below a close goes with a signature. */
function isSigned(nodes: readonly RootContent[]): boolean {
  const said = nodes.filter(({ type }) => !NO_TEXT.has(type));
  return said.length <= MOST_BELOW && said.every(isOfSignature);
}

function isOfSignature(node: RootContent): boolean {
  if (node.type === 'list') return node.children.every((item) => plainText(item).length <= LONGEST_LINE);
  if (node.type !== 'paragraph') return false;
  const text = plainText(node).trim();
  if (BELOW.test(text)) return text.length <= LONGEST_BELOW;
  // Running text whose lines are broken in an editor ends as sentences do.
  return isShort(node) && (text.length <= LONGEST_LINE || !/[.!?][”"’')]?$/.test(text));
}
