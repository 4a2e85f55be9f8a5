import {
  type Block,
  BlockFinder,
  type Draft,
  headingAbove,
  headings,
  perBlock,
  type Span,
  shifted,
} from '../draft';
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

/** A place to fill in, with what is said of it. Its offsets count from the start of its block. */
interface ReadPlace {
  readonly place: UnfilledPlace;
  readonly words: string;
  readonly message: string;
  readonly isLine: boolean;
}

/** The places to fill in of a block. */
const placesOf = perBlock((block): readonly ReadPlace[] =>
  placesIn(block).map((place) => readPlace(block.text, place, block)),
);

const finder = new BlockFinder(placesOf);

function readPlace(text: string, place: UnfilledPlace, block?: Block): ReadPlace {
  const words = text.slice(place.start, place.end);
  return { place, words, message: messageFor(words, place), isLine: isLineToWriteOn(words, place, block) };
}

/** A place to fill in, in the draft. */
interface Placeholder extends ReadPlace {
  readonly span: Span;
  /** Undefined for one in the front matter. */
  readonly block?: Block;
  /** Position of the block in the draft: two blocks may be the same object. */
  readonly at?: number;
}

/** The blocks between two headings of any level, with their places to fill in. */
interface Section {
  /** Positions in `draft.blocks`; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly placeholders: Placeholder[];
  /** Whether the section is the notes at the end. */
  readonly isNotes: boolean;
}

/** The sections with places to fill in. The front matter and the notes at the end are sections of their own. */
function sectionsWithPlaceholders(draft: Draft): readonly Section[] {
  const { blocks } = draft;
  const head = inFrontMatter(draft);
  const sections: Section[] =
    head.length > 0 ? [{ start: 0, end: 0, placeholders: head, isNotes: false }] : [];
  const found = finder.in(draft, undefined);
  if (found.length === 0) return sections;
  const all = headings(draft);
  const notes = endOfText(draft);
  let section: Section | undefined;
  for (const {
    found: places,
    placed: { block, start: from },
    index: at,
  } of found) {
    for (const { place, words, message, isLine } of places) {
      const next = blocks[at + 1]?.block;
      if (place.unlessLeadsOn && leadsTo(next) && !isNextBeside(block, place, next!)) continue;
      const lacks = place.unlessFollowed ? unlessFollowed(draft, at, place) : place;
      if (!lacks) continue;
      if (!section || at >= section.end) {
        const above = headingAbove(all, at);
        const isNotes = at >= notes;
        section = {
          start: Math.max(all[above]?.index ?? 0, isNotes ? notes : 0),
          end: Math.min(all[above + 1]?.index ?? blocks.length, isNotes ? blocks.length : notes),
          placeholders: [],
          isNotes,
        };
        sections.push(section);
      }
      const span = { start: from + lacks.start, end: from + lacks.end };
      section.placeholders.push({ span, block, at, place: lacks, words, message, isLine });
    }
  }
  return sections;
}

/** The places to fill in of the front matter. A list of topics in brackets is not one. */
function inFrontMatter({ frontMatter: { span }, source }: Draft): Placeholder[] {
  const found: Placeholder[] = [];
  if (!span) return found;
  const text = source.slice(span.start, span.end);
  const add = (line: string, from: number, place: UnfilledPlace): unknown =>
    found.push({ ...readPlace(line, place), span: shifted(place, from) });
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (/^\s*#/.test(line)) continue;
    const from = span.start + index;
    if (EMPTY_KEY.test(text.slice(index, index + 40)))
      add(line, from, { start: 0, end: line.trimEnd().length, lack: 'label', sure: true });
    for (const { start, end, kind, sure } of unfilledIn(line)) {
      if (kind.name === 'bracket' && /:\s*$/.test(line.slice(0, start))) continue;
      add(line, from, { start, end, lack: kind.lack, sure, fromTemplate: true });
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

/** Whether anything in a section is finished. */
function isBegun({ blocks }: Draft, { start, end, isNotes }: Section): boolean {
  for (let at = start; at < end; at++) {
    const { block } = blocks[at]!;
    const isNote = isNotes && block.node.type === 'footnoteDefinition';
    if (isNote ? !placesOf(block).some(({ place }) => place.sure) : isWritten(block)) return true;
  }
  return false;
}

/** Whether a block has some words besides placeholders and is not from a template. */
const isWritten = perBlock((block): boolean => {
  const places = placesOf(block).flatMap(({ place }) => (place.sure ? [place] : []));
  if (!WRITTEN.has(block.node.type) || places.some(({ fromTemplate }) => fromTemplate)) return false;
  return saysSomething(without(block.text, places));
});

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
    const isForm = all.filter(({ isLine }) => isLine).length >= LEAST_LINES;
    const sure = all.filter((one) => one.place.sure && !isOfBlock(one) && !(isForm && one.isLine));
    const each = sure.length < 2 || isBegun(draft, section);
    /** The places that one finding reports together with this one. */
    const together = (one: Placeholder): readonly Placeholder[] => {
      if (!each) return sure;
      return one.block && untouched.has(one.block) ? sure.filter(({ at }) => at === one.at) : [one];
    };
    return all.map((one): Problem => {
      const { span, words, place, message } = one;
      const group = together(one);
      const problem = { span, message };
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
const isLineToWriteOn = (words: string, { start, end }: Span, block: Block | undefined): boolean =>
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
