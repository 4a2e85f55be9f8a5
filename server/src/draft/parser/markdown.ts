import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { CompileContext, Handle, Extension as TreeExtension } from 'mdast-util-from-markdown';
import type {
  Construct,
  Extension,
  ParseContext,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { criticMarkup, mayHaveMarks } from '../../criticmarkup/syntax';
import { exceptBesideMarks } from '../../criticmarkup/syntax-addresses';
import { criticMarkupTree } from '../../criticmarkup/tree';
import { getOrInsert } from '../../util/memoize';
import type { Labels } from '../labels';
import { BRACKET, exceptNotes, shortSighted } from './bare-addresses';
import { patchEditMap } from './edit-map';
import { hideExcess, limits, showHidden, unlessTooMany } from './limits';
import { putBack, shorten } from './long-lines';

/** Labels that the text being parsed may refer to although they are defined elsewhere in the draft. */
let outside: Labels | undefined;

/** The stretches of each text node, with source offsets as the parser counts them. */
const recorded = new Map<Text, number[]>();

/**
 * Parses Markdown (CommonMark, GFM and CriticMarkup, without front matter) into top-level nodes whose positions count from
 * the start of `text`.
 *
 * @param labels what references may refer to besides the definitions in `text`.
 */
export function parseMarkdown(text: string, labels: Labels | undefined): RootContent[] {
  outside = labels;
  recorded.clear();
  try {
    // micromark shows NUL as U+FFFD; where NUL follows `![^` it would go round for ever. U+FFFF stands for ends of lines.
    const shown = text.replace(/[\0\uFFFF]/g, '\uFFFD');
    const long = shorten(shown);
    const short = long?.text ?? shown;
    const safe = hideExcess(short);
    // The parser takes one byte order mark off, wherever in the draft the text comes from.
    const root = processorFor(short).parse(text.startsWith('\uFEFF') ? `\uFEFF${safe}` : safe) as Root;
    if (safe !== short) showHidden(root.children);
    if (long) putBack(root.children, long.tails, recorded);
    return root.children;
  } finally {
    outside = undefined;
  }
}

/** The stretches of a text node that `parseMarkdown` returned last, counted from the start of its text. */
export function piecesOf(node: Text): number[] | undefined {
  return recorded.get(node);
}

/** Labels as a parser asks for them: what it found itself, and those elsewhere in the draft, of which there may be many. */
class Known {
  readonly #own: Set<string>;

  /** @param mark before the labels of `elsewhere` that are of this sort. */
  constructor(
    own: readonly string[],
    private readonly mark: string,
    private readonly elsewhere: Labels,
  ) {
    this.#own = new Set(own);
  }

  push(label: string): void {
    this.#own.add(label);
  }

  includes(label: string): boolean {
    // With an empty label among the footnotes, micromark would read `![^]` for ever.
    return this.#own.has(label) || (label !== '' && this.elsewhere.has(this.mark + label));
  }
}

/** Hands the labels over to a parser that has not got them yet. */
function seedLabels(context: TokenizeContext): void {
  const parser = context.parser as ParseContext & { gfmFootnotes?: string[]; seeded?: boolean };
  if (outside === undefined || parser.seeded === true) return;
  parser.seeded = true;
  parser.defined = new Known(parser.defined, '=', outside) as unknown as string[];
  parser.gfmFootnotes = new Known(parser.gfmFootnotes ?? [], '^', outside) as unknown as string[];
}

/** Does so when a parser meets its first bracket; never matches anything itself. */
const seed: Tokenizer = function (_effects, _ok, nok) {
  seedLabels(this);
  return nok;
};

const syntax: Extension = { text: { [BRACKET]: { tokenize: seed }, 93: { tokenize: seed } } };

function record(node: Text, start: number, end: number): void {
  const pieces = recorded.get(node);
  if (pieces === undefined) recorded.set(node, [node.value.length, start, end]);
  else pieces.push(node.value.length, start, end);
}

function leaveData(this: CompileContext, token: Token): undefined {
  const node = this.stack.pop() as Text;
  node.value += this.sliceSerialize(token);
  node.position!.end = pointOf(token);
  // An escape's token is the character alone, and that of a line end that was looked past has the next line's prefix.
  const backslash = token.type === 'characterEscapeValue' ? 1 : 0;
  const end =
    token.type === 'lineEnding' ? token.start.offset + this.sliceSerialize(token).length : token.end.offset;
  record(node, token.start.offset - backslash, end);
}

function pointOf(token: Token): { line: number; column: number; offset: number } {
  return { line: token.end.line, column: token.end.column, offset: token.end.offset };
}

const leaveReference: Handle = function (token) {
  const node = this.stack.pop() as Text;
  node.position!.end = pointOf(token);
  record(node, token.start.offset, token.end.offset);
};

/** As mdast-util-from-markdown does it, with a record of where the line end was. */
const leaveLineEnding: Handle = function (token) {
  const parent = this.stack.at(-1)!;
  if (this.data.atHardBreak === true) {
    (parent as Root).children.at(-1)!.position!.end = pointOf(token);
    this.data.atHardBreak = undefined;
  } else if (
    this.data.setextHeadingSlurpLineEnding !== true &&
    this.config.canContainEols.includes(parent.type)
  ) {
    this.config.enter.data!.call(this, token);
    this.config.exit.data!.call(this, token);
  }
};

const tree: TreeExtension = {
  exit: {
    characterEscapeValue: leaveData,
    characterReference: leaveReference,
    data: leaveData,
    lineEnding: leaveLineEnding,
  },
};

patchEditMap();

const transforms: ((tree: Root) => unknown)[] = [];

/**
 * What a text becomes when the addresses in it that the parser left (`[see https://example.org]`) are made
 * links as GFM wants it: nodes without positions whose values together are `value`.
 */
export function findAddresses(value: string): PhrasingContent[] {
  const root: Root = { type: 'root', children: [{ type: 'text', value }] };
  if (transforms.length === 0) processor();
  for (const transform of transforms) transform(root);
  return root.children as PhrasingContent[];
}

interface Wanted {
  /** Whether to look for CriticMarkup. */
  readonly marks: boolean;
  /** Names of constructs to leave out. */
  readonly unneeded: readonly string[];
}

function extend(this: Processor, { marks, unneeded }: Wanted): undefined {
  const data = this.data();
  data.micromarkExtensions = [
    ...data.micromarkExtensions!.map((gfm) => changed(gfm, marks, unneeded)),
    limits,
    syntax,
    ...(marks ? [criticMarkup] : []),
  ];
  // Transforms make nodes without positions; `findAddresses` is asked for a text at a time instead.
  const own = (data.fromMarkdownExtensions as (TreeExtension | TreeExtension[])[]).flat();
  if (transforms.length === 0) transforms.push(...own.flatMap((extension) => extension.transforms ?? []));
  data.fromMarkdownExtensions = [
    ...own.map(({ transforms: _, ...extension }) => extension),
    tree,
    ...(marks ? [criticMarkupTree] : []),
  ];
}

const ADDRESSES = ['emailAutolink', 'protocolAutolink', 'wwwAutolink'];

function changed(extension: Extension, marks: boolean, unneeded: readonly string[]): Extension {
  const note = [extension.text?.[BRACKET]].flat().find((construct) => construct?.name === 'gfmFootnoteCall');
  const text: Record<string, (Construct | undefined)[]> = {};
  for (const [code, constructs] of Object.entries(extension.text ?? {})) {
    const all: (Construct | undefined)[] = [constructs].flat();
    const kept = all.filter(
      (construct) => construct !== undefined && !unneeded.includes(construct.name ?? ''),
    );
    if (kept.length > 0)
      text[code] = kept.map((construct) => {
        if (construct!.name === 'strikethrough') return unlessTooMany(construct!);
        if (!ADDRESSES.includes(construct!.name ?? '')) return construct;
        const near = exceptNotes(shortSighted(construct!), note, seedLabels);
        return marks ? exceptBesideMarks(near) : near;
      });
  }
  return { ...extension, text: text as NonNullable<Extension['text']> };
}

const processorWith = (wanted: Wanted) =>
  unified().use(remarkParse).use(remarkGfm).use(extend, wanted).freeze();

/** Parsers by what they look for; each is made when a text first needs it, as the plainest drafts need none. */
const processors = new Map<string, ReturnType<typeof processorWith>>();

function processor(marks = false, unneeded: readonly string[] = []) {
  return getOrInsert(processors, `${marks} ${unneeded.join()}`, () => processorWith({ marks, unneeded }));
}

/**
 * Looking for bare addresses takes a third of the time of parsing, as every letter may begin one; few texts
 * have any, and none is without these signs. Fewer still have CriticMarkup.
 */
function processorFor(text: string) {
  const marks = mayHaveMarks(text);
  if (text.includes('@')) return processor(marks);
  if (/:\/\/|www\./i.test(text)) return processor(marks, ['emailAutolink']);
  return processor(marks, ADDRESSES);
}
