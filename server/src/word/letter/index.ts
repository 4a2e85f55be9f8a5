import type { Heading, Paragraph, RootContent } from 'mdast';
import { isShort, isSubject, letterEnds } from '../../framework/letter-ends';
import { linesOf, textIn } from '../../mdast/plain-text';
import type { Project } from '../../project/types';
import { typedAs } from '../../rules/lib/lines/separate-lines';
import { asLine } from '../../text/as-line';
import { comparable } from '../../text/comparable';
import { addAll } from '../../util/lists';
import { isPicture } from '../captions';
import type { Properties } from '../properties';
import type { Source, SourceBlock } from '../source';
import type { STYLE } from '../styles';
import { plainText } from '../xml-text';
import { type Before, defined, paragraphOf, runningText, type WriteLines, writer } from './details';

/** The role of a paragraph of a letter: the key of its style. `figure` is the picture of a signature. */
export type LetterRole = Extract<
  keyof typeof STYLE,
  'letterAddress' | 'letterDate' | 'salutation' | 'subject' | 'closing' | 'signature' | 'figure'
>;

/** One block of a letter, in order. Without a role it is written as in any paper. */
export interface LetterPiece {
  readonly node: RootContent;
  /** The block of the draft that it is, or that it stands next to. */
  readonly block: SourceBlock;
  /** Whether it is that block in other lines, all of it and nothing else, so that a review of it comes home. */
  readonly isAll?: true;
  readonly role?: LetterRole;
}

export interface Letter {
  readonly pieces: readonly LetterPiece[];
  /** Position in the draft of the heading that is the subject. */
  readonly heading: number | undefined;
}

const DATE =
  /^(?:date:\s*)?(?:[a-z]{3,9},?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,10},?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/i;

/**
 * Lays out a draft of the kind "letter" as a letter: addresses and date above the salutation, the subject below it, and
 * space for a signature below the close. The front matter provides what the text does not say.
 *
 * Undefined where the draft is no letter (`letterEnds`) or has no salutation: a response to a consultation is laid out as
 * a paper.
 *
 * @param elsewhere names of what a template prints itself
 * @param before front matter of the earlier version, where changes since then are shown
 */
export function letterOf(
  source: Source,
  given: Properties,
  project: Project,
  elsewhere: ReadonlySet<string> = new Set(),
  before?: Before,
): Letter | undefined {
  const properties = before === undefined ? given : { ...before.properties, ...defined(given) };
  const textOf = writer(given, before);
  if (given.kind !== undefined && given.kindId !== 'letter') return undefined;
  const { blocks } = source;
  const ends = letterEnds(
    blocks.map(({ node }) => node),
    project.framework,
    given.kind !== undefined,
  );
  if (ends === undefined) return undefined;
  const at = ends.salutation;
  const head = blocks.slice(0, at);
  const body = closed(blocks.slice(at), ends.close === undefined ? -1 : ends.close - at);
  const signed = ends.close !== undefined;
  const { pieces: below, heading } = withSubject(head, body, properties, elsewhere, textOf);
  const above = head.filter((block) => block.node !== heading).map(headPiece);
  const fill: Fill = (name) => (elsewhere.has(name) ? undefined : properties[name]);
  const names = [properties.organisation, properties.author?.split(',')[0]];
  return {
    pieces: [...addressed(above, blocks[at]!, fill, signed, names, textOf), ...signedBy(below, fill, textOf)],
    heading: heading === undefined ? undefined : blocks.findIndex(({ node }) => node === heading),
  };
}

/**
 * The blocks from the salutation on, with the roles of the salutation, the close and what follows the close.
 *
 * @param end position of the close; -1 where there is none
 */
function closed(blocks: readonly SourceBlock[], end: number): LetterPiece[] {
  const out: LetterPiece[] = [];
  // The first paragraph after the close, above which the space for the signature goes.
  let unsigned = false;
  for (const [at, block] of blocks.entries()) {
    const { node } = block;
    if (at === 0 || at === end) {
      const [first = [], ...rest] = linesOf(node as Paragraph);
      const role = at === 0 ? 'salutation' : 'closing';
      out.push({ node: paragraphOf([first]), block, role, ...(rest.length === 0 && { isAll: true }) });
      if (at === 0 && rest.length > 0) {
        const isApart = typedAs(rest.map((line) => ({ text: textIn(line), single: true }))) !== undefined;
        out.push({ node: isApart ? paragraphOf(rest) : runningText(rest), block });
      }
      if (at === end && rest.length > 0) out.push({ node: paragraphOf(rest), block, role: 'signature' });
      unsigned = at === end && rest.length === 0;
    } else if (end < 0 || at < end || node.type !== 'paragraph') {
      out.push({ node, block });
    } else if (isPicture(node)) {
      out.push(unsigned ? { node, block, role: 'figure' } : { node, block });
      unsigned = false;
    } else if (isShort(node)) {
      const role = unsigned ? 'signature' : 'letterAddress';
      out.push({ node: paragraphOf(linesOf(node)), block, isAll: true, role });
      unsigned = false;
    } else out.push({ node, block });
  }
  return out;
}

/** Puts the subject below the salutation: the first heading of the draft, a subject line, or else its title. */
function withSubject(
  head: readonly SourceBlock[],
  body: readonly LetterPiece[],
  properties: Properties,
  elsewhere: ReadonlySet<string>,
  textOf: WriteLines,
): { readonly pieces: readonly LetterPiece[]; readonly heading: Heading | undefined } {
  const [salutation, first, ...rest] = body as [LetterPiece, ...LetterPiece[]];
  const top = head.find(({ node }) => node.type === 'heading');
  const heading = top?.node as Heading | undefined;
  const own = first !== undefined && isSubject(first.node);
  const repeats = (node: RootContent): boolean =>
    (elsewhere.has('title') && comparable(plainText(node)) === comparable(properties.title ?? '')) ||
    (own && node !== first.node && comparable(plainText(node)) === comparable(plainText(first.node)));
  const pieces = [salutation];
  if (top !== undefined && heading !== undefined && !repeats(heading))
    pieces.push({ node: heading, block: top, role: 'subject' });
  if (own && (first.node.type !== 'heading' || !repeats(first.node)))
    pieces.push({ ...first, role: 'subject' });
  if (heading === undefined && !own && properties.title !== undefined && !elsewhere.has('title'))
    pieces.push({ node: textOf([properties.title]), block: salutation.block, role: 'subject' });
  if (properties.subtitle !== undefined && !elsewhere.has('subtitle'))
    pieces.push({ node: textOf([properties.subtitle]), block: salutation.block });
  if (!own && first !== undefined) pieces.push(first);
  const subject = heading ?? (own && first.node.type === 'heading' ? first.node : undefined);
  return { pieces: [...pieces, ...rest], heading: subject };
}

/** A block above the salutation. */
function headPiece(block: SourceBlock): LetterPiece {
  const { node } = block;
  if (node.type !== 'paragraph' || isPicture(node) || !isShort(node)) return { node, block };
  const role = isDate(node) ? 'letterDate' : 'letterAddress';
  return { node: paragraphOf(linesOf(node)), block, isAll: true, role };
}

/** Returns a paragraph from the front matter; undefined where it says nothing, or a template prints it. */
type Fill = (name: 'author' | 'organisation' | 'audience' | 'date' | 'status') => string | undefined;

/**
 * Adds what the text above the salutation lacks: sender, date and recipient, in this order.
 *
 * @param isSigned whether the writer's name stands at the end
 * @param names by which the sender's own address is recognised
 */
function addressed(
  head: readonly LetterPiece[],
  beside: SourceBlock,
  fill: Fill,
  isSigned: boolean,
  names: readonly (string | undefined)[],
  textOf: WriteLines,
): LetterPiece[] {
  const lines = head.flatMap(({ node, role }) =>
    role === undefined ? [] : linesOf(node as Paragraph).map(textIn),
  );
  const headText = comparable(lines.join(' '));
  const isInHead = (text: string | undefined): boolean =>
    text !== undefined && comparable(text) !== '' && headText.includes(comparable(text));
  const piece = (role: LetterRole, ...texts: readonly (string | undefined)[]): LetterPiece[] => {
    const given = texts.filter((text) => text !== undefined && !isInHead(text)) as string[];
    return given.length === 0 ? [] : [{ node: textOf(given.map(asLine)), block: beside, role }];
  };
  const addresses = head.filter(({ role }) => role === 'letterAddress');
  const isOwn =
    addresses.length === 1 &&
    names.some((name) => name !== undefined && isInHead(name)) &&
    !isInHead(fill('audience')?.split(',')[0]);
  const recipient = isOwn ? undefined : addresses.at(-1);
  const sender = addresses[0] === recipient ? undefined : addresses[0];
  const dated =
    head.some(({ role }) => role === 'letterDate') || lines.some((line) => DATE.test(line.trim()));
  const date = dated ? [] : piece('letterDate', fill('date'));
  const out: LetterPiece[] = piece('letterAddress', fill('status'));
  const from = piece(
    'letterAddress',
    isSigned ? undefined : fill('author'),
    sender && namesSender(sender) ? undefined : fill('organisation'),
  );
  for (const one of head) {
    if (one === sender && from.length > 0) {
      const above = linesOf(from[0]!.node as Paragraph);
      const { isAll: _, ...rest } = one;
      out.push({ ...rest, node: paragraphOf([...above, ...linesOf(one.node as Paragraph)]) });
      continue;
    }
    if (one === recipient) {
      addAll(out, sender === undefined ? from : []);
      addAll(out, date);
    }
    out.push(one);
  }
  if (recipient !== undefined) return out;
  if (sender === undefined) addAll(out, from);
  return [...out, ...date, ...piece('letterAddress', fill('audience'))];
}

/** Whether an address begins with who lives there: “Ashby Library Service, County Hall”. */
const namesSender = ({ node }: LetterPiece): boolean =>
  /\b(?:librar(?:y|ies)|council|trust|association|friends|service)\b/i.test(
    textIn(linesOf(node as Paragraph)[0] ?? []),
  );

/** Signs a letter without a name below its close. */
function signedBy(pieces: readonly LetterPiece[], fill: Fill, textOf: WriteLines): LetterPiece[] {
  const at = pieces.findIndex(({ role }) => role === 'closing');
  const below = pieces.slice(at + 1);
  const names = [...(fill('author')?.split(/,\s+/) ?? []), fill('organisation')].filter(
    (name) => name !== undefined,
  );
  if (at < 0 || names.length === 0 || below.some(({ node }) => node.type === 'paragraph')) return [...pieces];
  const signature: LetterPiece = {
    node: textOf(names.map(asLine)),
    block: pieces[at]!.block,
    role: 'signature',
  };
  return [...pieces.slice(0, at + 1), signature, ...below];
}

/** Whether a piece stays on the page of the next: a signature has text above it, and copies are named below it. */
export function staysWithNext(piece: LetterPiece, next: LetterPiece | undefined): boolean {
  if (next?.role === 'closing') return piece.role === undefined && piece.node.type === 'paragraph';
  return next?.role === 'letterAddress' && (piece.role === 'signature' || piece.role === 'letterAddress');
}

function isDate(node: Paragraph): boolean {
  const lines = linesOf(node);
  return lines.length === 1 && DATE.test(textIn(lines[0]!).trim());
}
