/** Recognises a letter by its salutation and its close, for rules and for the export. */
import type { Paragraph, RootContent } from 'mdast';
import type { Draft } from '../draft/types';
import { firstLine, isBold, linesOf, plainText, textIn } from '../mdast/plain-text';
import { comparable } from '../text/comparable';
import { memoized } from '../util/memoize';
import { meantKind } from './meant-kind';
import { salutes } from './salutation';
import type { Framework } from './types';

/** Positions among the blocks of a draft. */
interface LetterEnds {
  readonly salutation: number;
  readonly close: number | undefined;
}

/** The closes if the framework names none. */
const CLOSES = ['Yours sincerely', 'Yours faithfully'];

/** The longest line of an address, in characters. */
const LONGEST_LINE = 72;

/** The most blocks below a close: name, office, address, contact, postscript, enclosures and copies. */
const MOST_BELOW = 7;
const BELOW = /^(?:(?:p\.?\s?){1,2}s\b|encl?\b|enclos|cc\b|cop(?:y|ies)\b|attach)/i;
const LONGEST_BELOW = 400;
const NO_TEXT: ReadonlySet<string> = new Set(['html', 'definition', 'footnoteDefinition', 'thematicBreak']);

/** The nodes of a draft's blocks, with the changes of a review. */
export function nodesIn({ blocks }: Pick<Draft, 'blocks'>): readonly RootContent[] {
  return blocks.map(({ block }) => (block.review ?? block).node);
}

/**
 * The ends of a letter; undefined if it is not one.
 *
 * @param isDeclared whether the draft says that it is a letter. Otherwise it must have both ends and nothing but a
 *   signature below, as a guide may contain a letter.
 */
export function letterEnds(
  nodes: readonly RootContent[],
  framework: Framework,
  isDeclared: boolean,
): LetterEnds | undefined {
  const salutation = salutationAt(nodes);
  if (salutation < 0) return undefined;
  const closes = closesOf(framework);
  const close = nodes.findLastIndex(
    (node) => node.type === 'paragraph' && closes.has(comparable(firstLine(node))),
  );
  if (close > salutation)
    return isDeclared || isSigned(nodes.slice(close + 1)) ? { salutation, close } : undefined;
  return isDeclared ? { salutation, close: undefined } : undefined;
}

/** Whether a draft that does not say its kind has the ends of a letter. */
export function isLetterByEnds(draft: Draft, framework: Framework): boolean {
  return (
    draft.frontMatter.data.kind === undefined && letterEnds(nodesIn(draft), framework, false) !== undefined
  );
}

/** Whether all lines of a paragraph are as short as those of an address. */
export function isShort(node: Paragraph): boolean {
  return linesOf(node).every((line) => textIn(line).trim().length <= LONGEST_LINE);
}

/** The ends of a draft that says that it is a letter, or says no kind and has both; undefined for any other. */
export function letterEndsIn(draft: Draft, framework: Framework): LetterEnds | undefined {
  const { kind } = draft.frontMatter.data;
  if (kind !== undefined && meantKind(kind, framework)?.id !== 'letter') return undefined;
  return letterEnds(nodesIn(draft), framework, kind !== undefined);
}

const SUBJECT = /^(?:re|ref|subject|in respect of)\s*:\s+/i;

/** Whether a node can be the subject of a letter: a heading of level 1, a paragraph in bold, or a line "Re: …". */
export function isSubject(node: RootContent): boolean {
  if (node.type === 'heading') return node.depth === 1;
  if (node.type !== 'paragraph' || linesOf(node).length > 1) return false;
  return SUBJECT.test(plainText(node)) || isBold(node);
}

/** The words of the line right below the salutation that is the subject of a letter; undefined for none. */
export function letterSubject(draft: Draft, framework: Framework): string | undefined {
  const ends = letterEndsIn(draft, framework);
  const line = ends && nodesIn(draft)[ends.salutation + 1];
  return line !== undefined && isSubject(line) ? plainText(line).replace(SUBJECT, '').trim() : undefined;
}

/** Position of the salutation; -1 for none, or if a section begins before it. */
function salutationAt(nodes: readonly RootContent[]): number {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'heading' && node.depth > 1) return -1;
    if (isSalutation(node)) return at;
  }
  return -1;
}

export const isSalutation = memoized((node: RootContent): boolean => {
  return node.type === 'paragraph' && salutes(firstLine(node));
});

function closesOf(framework: Framework): ReadonlySet<string> {
  const part = framework.kind('letter')?.parts.find(({ id }) => id === 'sign-off');
  return new Set((part === undefined ? CLOSES : [part.title, ...part.aliases]).map(comparable));
}

/** Whether only a signature and the like stand below a close. */
function isSigned(nodes: readonly RootContent[]): boolean {
  const printed = nodes.filter(({ type }) => !NO_TEXT.has(type));
  return printed.length <= MOST_BELOW && printed.every(isOfSignature);
}

function isOfSignature(node: RootContent): boolean {
  if (node.type === 'list') return node.children.every((item) => plainText(item).length <= LONGEST_LINE);
  if (node.type !== 'paragraph') return false;
  const text = plainText(node).trim();
  if (BELOW.test(text)) return text.length <= LONGEST_BELOW;
  // Running text that is wrapped at a width also has short lines, but ends as a sentence does.
  return isShort(node) && (text.length <= LONGEST_LINE || !/[.!?][”"’')]?$/.test(text));
}
