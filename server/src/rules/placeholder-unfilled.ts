import { type Block, BlockFinder, type Draft, perBlock, type Span } from '../draft';
import { unfilledIn } from '../draft/unfilled';
import type { Project } from '../project/types';
import { untouchedIn } from '../skeleton/untouched';
import { endOfText } from './lib/blocks/insert-block';
import { rule } from './lib/rule';
import { suppressionOf } from './lib/settings/suppression';
import { unlessFollowed } from './lib/unfilled/empty-labels';
import { messageFor, shown } from './lib/unfilled/messages';
import { placesIn } from './lib/unfilled/places';
import { removeBrackets } from './lib/unfilled/remove-brackets';
import { removeSentence } from './lib/unfilled/remove-sentence';
import type { UnfilledPlace } from './lib/unfilled/types';
import type { Problem } from './types';

/** The places to fill in of a block. Offsets count from its start. */
const placesOf = perBlock(placesIn);

const finder = new BlockFinder(placesOf);

/** A place to fill in, in the draft, with its words. */
interface Placeholder {
  readonly span: Span;
  /** Undefined for one in the front matter. */
  readonly block?: Block;
  /** Position of the block in the draft: two blocks may be the same object. */
  readonly at?: number;
  readonly words: string;
  readonly place: UnfilledPlace;
}

/** The blocks between two headings of any level, with their places to fill in. */
interface Section {
  /** Positions in `draft.blocks`; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly placeholders: readonly Placeholder[];
  /** Whether the section is the notes at the end. */
  readonly isNotes: boolean;
}

/** The sections with places to fill in. The front matter and the notes at the end are sections of their own. */
function sectionsWithPlaceholders(draft: Draft): readonly Section[] {
  const { blocks, frontMatter, source } = draft;
  const { span } = frontMatter;
  const head = span ? inFrontMatter(source.slice(span.start, span.end), span.start) : [];
  const sections: Section[] =
    head.length > 0 ? [{ start: 0, end: 0, placeholders: head, isNotes: false }] : [];
  const notes = endOfText(draft);
  const isHeading = (index: number): boolean => blocks[index]!.block.node.type === 'heading';
  for (const { index } of finder.in(draft, undefined)) {
    if (index < (sections.at(-1)?.end ?? 0)) continue;
    let start = index;
    while (start > 0 && !isHeading(start)) start--;
    let end = index + 1;
    while (end < blocks.length && end !== notes && !isHeading(end)) end++;
    if (start < notes && index >= notes) start = notes;
    const placeholders: Placeholder[] = [];
    for (let at = index; at < end; at++) {
      const { block, start: from } = blocks[at]!;
      for (const place of placesOf(block)) {
        if (
          place.unlessLeadsOn &&
          leadsTo(blocks[at + 1]?.block) &&
          !isNextBeside(block, place, blocks[at + 1]!.block)
        )
          continue;
        const lacks = place.unlessFollowed ? unlessFollowed(draft, at, place) : place;
        if (lacks) placeholders.push({ ...placed(block.text, lacks, from), block, at });
      }
    }
    if (placeholders.length > 0) sections.push({ start, end, placeholders, isNotes: start === notes });
  }
  return sections;
}

function placed(text: string, place: UnfilledPlace, offset: number): Placeholder {
  const { start, end } = place;
  return { span: { start: offset + start, end: offset + end }, words: text.slice(start, end), place };
}

/** The places to fill in of the front matter. A list of topics in brackets is not one. */
function inFrontMatter(text: string, offset: number): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (/^\s*#/.test(line)) continue;
    if (EMPTY_KEY.test(text.slice(index, index + 40))) {
      const place: UnfilledPlace = { start: 0, end: line.trimEnd().length, lack: 'label', sure: true };
      found.push(placed(line, place, offset + index));
    }
    for (const { start, end, kind, sure } of unfilledIn(line)) {
      if (kind.name === 'bracket' && /:\s*$/.test(line.slice(0, start))) continue;
      const place = { start, end, lack: kind.lack, sure, fromTemplate: true };
      found.push(placed(line, place, offset + index));
    }
  }
  return found;
}

/** Front matter keys of a paper without a value. */
const EMPTY_KEY = /^(?:audience|authors?|contact|date|from|to):[ \t]{0,9}(?:\r?\n(?![ \t]|-[ \t])|$)/;

/** Whether an unfinished sentence may continue in the next block. “2.1 …” and “(a) …” are lists typed by hand. */
const leadsTo = (block: Block | undefined): boolean =>
  block !== undefined &&
  (LED_TO.has(block.node.type) ||
    (block.node.type !== 'heading' && /^\W{0,4}(?:[a-z\d]{1,4}[.)]|\p{Ll})/u.test(block.text)));

/**
 * Whether the next block is a numbered paragraph of its own: “7.2 …” after “7.1 … and the balance from”. After
 * “7.1 Cabinet is asked to” it may continue the sentence.
 */
const isNextBeside = ({ text }: Block, { end }: UnfilledPlace, next: Block): boolean =>
  NUMBERED.test(text) && NUMBERED.test(next.text) && !/\bto\s*$/.test(text.slice(Math.max(0, end - 4), end));
const NUMBERED = /^\d{1,2}\.\d{1,3}\.?\s+\p{Lu}/u;

const LED_TO: ReadonlySet<string> = new Set(['list', 'table', 'blockquote', 'code', 'html', 'math']);

/**
 * Whether anything in a section is finished: a block with some words besides placeholders that is not from a template.
 */
function isBegun({ blocks }: Draft, { start, end, isNotes }: Section): boolean {
  return blocks.slice(start, end).some(({ block }) => {
    const places = placesOf(block).filter(({ sure }) => sure);
    if (isNotes && block.node.type === 'footnoteDefinition') return places.length === 0;
    if (!WRITTEN.has(block.node.type) || places.some(({ fromTemplate }) => fromTemplate)) return false;
    return saysSomething(without(block.text, places));
  });
}

function without(text: string, places: readonly Span[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of places) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}

/** Types of blocks with text. */
const WRITTEN: ReadonlySet<string> = new Set(['paragraph', 'list', 'table', 'blockquote']);
/** Text with fewer words may be "Yours sincerely", "Ends", or a question in bold from a new draft. */
const LEAST_WORDS = 8;

function saysSomething(text: string): boolean {
  let count = 0;
  for (const [word] of text.matchAll(/\S+/g)) {
    if (/[A-Za-zÀ-ÖØ-ፚḀ-ỹ]/u.test(word) && ++count >= LEAST_WORDS) return true;
  }
  return false;
}

/**
 * Every place to fill in of a draft that is not suppressed. In a section without any written text, and in a block that
 * is unchanged since it was inserted, only the first is more than a hint, so that a new draft does not begin with fifty
 * warnings. Doubtful places are hints, too.
 */
export function unfilled(draft: Draft, project: Project): readonly Problem[] {
  const sections = sectionsWithPlaceholders(draft);
  if (sections.length === 0) return [];
  const silenced = suppressionOf(draft);
  const untouched = new Set(untouchedIn(draft, project).map(({ block }) => block));
  // A footnote that was inserted with a block is reported with that block.
  const labels = new Set([...untouched].filter(({ node }) => node.type !== NOTE).flatMap(labelsOf));
  const isOfBlock = ({ block }: Placeholder): boolean =>
    block?.node.type === NOTE && untouched.has(block) && labelsOf(block).some((label) => labels.has(label));
  return sections.flatMap((section) => {
    const all = section.placeholders.filter(({ span }) => !silenced(ID, span.start));
    const isForm = all.filter(isLineToWriteOn).length >= LEAST_LINES;
    const sure = all.filter((one) => one.place.sure && !isOfBlock(one) && !(isForm && isLineToWriteOn(one)));
    const each = sure.length < 2 || isBegun(draft, section);
    /** The places that one finding reports together with this one. */
    const together = (one: Placeholder): readonly Placeholder[] => {
      if (!each) return sure;
      return one.block && untouched.has(one.block) ? sure.filter(({ at }) => at === one.at) : [one];
    };
    return all.map((one): Problem => {
      const { span, words, place } = one;
      const group = together(one);
      const problem = { span, message: messageFor(words, place) };
      if (isOfBlock(one)) return { ...problem, isToldAlready: true };
      if (!sure.includes(one)) return { ...problem, severity: 'hint' };
      if (group[0] !== one) return { ...problem, isToldAlready: true };
      if (group.length === 1) return problem;
      const more = group.length === 2 ? 'one more' : `${group.length - 1} more`;
      const [where, way] = each ? IN_BLOCK : whereOf(section);
      return {
        span,
        message: `${shown(words, place)} and ${more} ${where} are still to be filled in. ${way}`,
      };
    });
  });
}

/**
 * Whether a place is a line of a form, to be filled in by hand on paper: a long line or a row of dots. A gap in a
 * statement of the service ("We applied to ____ in June") is not one.
 */
const isLineToWriteOn = ({ words, block, place: { start, end } }: Placeholder): boolean =>
  /^[_. …\\]{8,}$/.test(words) &&
  !(
    block &&
    /\b[Ww]e\b(?!,)/.test(block.text.slice(Math.max(0, start - 100), start)) &&
    /\b(?:at|by|for|from|in|of|on|to|with) $/.test(block.text.slice(Math.max(0, start - 6), start)) &&
    !/\b(?:I|my|your?|undersigned)\b/.test(block.text.slice(Math.max(0, start - 200), end + 200))
  );
const LEAST_LINES = 2;

const NOTE = 'footnoteDefinition';
const IN_BLOCK = ['in what was inserted here', 'Fill them in, or take it out.'] as const;

/** The labels of footnotes that a block refers to or defines. */
const labelsOf = ({ text }: Block): readonly string[] =>
  [...text.matchAll(/\[\^([^[\]\s]+)\]/g)].map(([, label]) => label!.toLowerCase());

/** The places that are certainly to be filled in, with their words, in the order of the text. */
export function placesToFill(draft: Draft): readonly { readonly span: Span; readonly words: string }[] {
  const silenced = suppressionOf(draft);
  return sectionsWithPlaceholders(draft).flatMap(({ placeholders }) =>
    placeholders.filter(({ span, place }) => place.sure && !silenced(ID, span.start)),
  );
}

function whereOf({ end, isNotes }: Section): readonly [where: string, way: string] {
  // Only the front matter has no blocks.
  if (end === 0) return ['at the head of the draft', 'Fill them in, or take them out.'];
  if (isNotes) return ['in the footnotes', 'Say where each figure comes from.'];
  return ['in this section', 'Write the section, or take it out.'];
}

const ID = 'placeholder-unfilled';

export const placeholderUnfilled = rule('placeholder-unfilled', {
  inDraft: ({ draft, project }) =>
    unfilled(draft, project).map((problem) => ({
      ...problem,
      fixes: () => [...removeBrackets(draft, problem.span), ...removeSentence(draft, problem.span)],
    })),
});
