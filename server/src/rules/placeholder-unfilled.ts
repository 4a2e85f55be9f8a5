import { SOURCE_TO_COME } from '../coverage/empty-notes';
import { BlockFinder, BlockMap } from '../draft';
import type { Block, Draft, Span } from '../draft/types';
import { mayBeUnfilled, unfilledIn } from '../draft/unfilled';
import { suppressionOf } from '../suppression';
import { endOfText } from './lib/insert';
import { nodesOf, spanOf } from './lib/nodes';
import type { Problem, Rule } from './types';

interface Placeholder {
  readonly span: Span;
  readonly words: string;
}

function foundIn(text: string, offset: number, skip: readonly Span[]): readonly Placeholder[] {
  return unfilledIn(text)
    .filter(({ start }) => !skip.some((span) => span.start <= start && start < span.end))
    .map(({ start, end }) => ({
      span: { start: offset + start, end: offset + end },
      words: text.slice(start, end),
    }));
}

const NONE: readonly Placeholder[] = [];
const known = new BlockMap<readonly Placeholder[]>();

/** Those of a block, counted from its start. */
function placeholdersOf(block: Block): readonly Placeholder[] {
  let found = known.get(block);
  if (!found) {
    found = NONE;
    if (block.node.type === 'footnoteDefinition') {
      found = [...block.text.matchAll(SOURCE_TO_COME)].map(({ index, 0: words }) => ({
        span: { start: index, end: index + words.length },
        words,
      }));
    }
    if (mayBeUnfilled(block.text)) {
      const skip = nodesOf(block)
        .filter(({ type }) => type === 'code' || type === 'inlineCode' || type === 'html')
        .map(spanOf);
      found = [...found, ...foundIn(block.text, 0, skip)];
    }
    known.set(block, found);
  }
  return found;
}

const finder = new BlockFinder((block) => {
  const found = placeholdersOf(block);
  return found.length > 0 ? found : undefined;
});

/** What stands between one heading and the next, whatever their levels, with its placeholders in the draft. */
interface Section {
  /** Positions in `draft.blocks`; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly placeholders: readonly Placeholder[];
  /** Whether it is the notes at the end. */
  readonly isNotes: boolean;
}

/** The sections with a placeholder. The front matter is one by itself, and so are the notes at the end. */
function sectionsWithPlaceholders(draft: Draft): readonly Section[] {
  const { blocks, frontMatter, source } = draft;
  const { span } = frontMatter;
  const head = span ? foundIn(source.slice(span.start, span.end), span.start, []) : NONE;
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
      for (const { span: place, words } of placeholdersOf(block))
        placeholders.push({ span: { start: from + place.start, end: from + place.end }, words });
    }
    sections.push({ start, end, placeholders, isNotes: start === notes });
  }
  return sections;
}

/** Whether anything in a section is finished: a block of some words without a placeholder. */
function isBegun({ blocks }: Draft, { start, end, isNotes }: Section): boolean {
  return blocks.slice(start, end).some(({ block }) => {
    if (isNotes && block.node.type === 'footnoteDefinition') return placeholdersOf(block).length === 0;
    return WRITTEN.has(block.node.type) && placeholdersOf(block).length === 0 && saysSomething(block.text);
  });
}

/** Blocks that somebody writes a section with. */
const WRITTEN: ReadonlySet<string> = new Set(['paragraph', 'list', 'table', 'blockquote']);
/** Fewer words are "Yours sincerely", "Ends", or a question in bold that a new draft brings along. */
const LEAST_WORDS = 8;

function saysSomething(text: string): boolean {
  let count = 0;
  for (const [word] of text.matchAll(/\S+/g)) {
    if (/\p{L}/u.test(word) && ++count >= LEAST_WORDS) return true;
  }
  return false;
}

const messageFor = (words: string): string =>
  `“${words}” is still to be filled in, and a paper that goes out like this looks unfinished. Fill it in, or take out what it belongs to.`;

/**
 * Every placeholder of a draft that is not silenced. In a section of which nothing is written yet, the first one
 * speaks for all, and the others are hints: each is marked in the text, but a new draft does not begin with fifty
 * warnings.
 */
export function unfilled(draft: Draft): readonly Problem[] {
  const sections = sectionsWithPlaceholders(draft);
  if (sections.length === 0) return [];
  const silenced = suppressionOf(draft);
  return sections.flatMap((section) => {
    const open = section.placeholders.filter(({ span }) => !silenced(ID, span.start));
    const each = open.length < 2 || isBegun(draft, section);
    return open.map(({ span, words }, index): Problem => {
      if (each) return { span, message: messageFor(words) };
      if (index > 0) return { span, message: messageFor(words), severity: 'hint' };
      const more = open.length === 2 ? 'one more' : `${open.length - 1} more`;
      const [where, way] = whereOf(section);
      return { span, message: `“${words}” and ${more} ${where} are still to be filled in. ${way}` };
    });
  });
}

function whereOf({ end, isNotes }: Section): readonly [where: string, way: string] {
  // Only the front matter has no blocks.
  if (end === 0) return ['at the head of the draft', 'Fill them in, or take them out.'];
  if (isNotes) return ['in the footnotes', 'Say where each figure comes from.'];
  return ['in this section', 'Write the section, or take it out.'];
}

const ID = 'placeholder-unfilled';

export const placeholderUnfilled: Rule = {
  id: ID,
  group: 'structure',
  severity: 'warning',
  what: 'A placeholder of a snippet or a template (`[insert …]`), `XX`, `TBC`, `TBD`, `TK`, or filler text, in the draft or its front matter. Where nothing of a section is written yet, the first one speaks for all of it, and the others are hints, whatever the rule is set to.',
  why: 'Nothing costs a paper more trust than “[insert number]” in front of a committee.',
  example: {
    bad: 'Last year [insert number of people] people came, and XX% of them came back.\n',
    good: 'Last year 312 people came, and a third of them came back.\n',
  },
  inDraft: ({ draft }) => unfilled(draft),
};
