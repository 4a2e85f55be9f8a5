import { type Change, type Draft, type Heading, headings, type PlacedBlock } from '../../../draft';
import type { DocumentKind, Part, Topic } from '../../../framework/types';
import { withLaw } from '../../../nations';
import { asSection, plainText, snippet, withoutHeading } from '../../../snippets';
import { type About, withDeciders } from '../../../snippets/about';
import { least, words } from '../../../util/lists';
import { endOfText } from '../blocks/insert-block';
import { footnoteLabels, insertBlocks } from '../footnotes/append';
import { nationOf } from '../nation';
import { type LetterBody, letterBody } from './letter';
import { beforeNotes, placeOfPart } from './place-of-part';
import { endOfSection, presentParts, sectionDepth, sectionDepthAt } from './present';

/** Parts that an argument belongs into, the best first. */
const HOMES = ['reasons', 'facts', 'evidence', 'impact'];
/** Parts that it may stand in where the paper has no other argument that it could stand beside, the best first. */
const SHELTERS = ['context', 'background', 'proposal'];
/** Parts that an argument goes before, where none of those exists. */
const TAIL = words(
  'ask next-steps contact notes-to-editors ends about-the-service appendices background-papers implications legal equality risks consultation costs why-us lines-to-take sign-off action-plan measures after-funding sustaining lessons',
);

/**
 * The edits that insert a part of the kind with placeholders, in the order of the kind's parts among those that the
 * draft has.
 *
 * @param about what the draft’s service says of itself: the law is that of its nation
 */
export function insertPart(
  draft: Draft,
  kind: DocumentKind,
  part: Part,
  about: About = {},
): readonly Change[] {
  const present = presentParts(draft, kind);
  const depth = sectionDepth(present);
  const body = partToFillIn(draft, part, about);
  const letter = letterBody(draft, kind, present);
  if (letter) return insertBlocks(draft, placeInLetter(letter, part), withoutHeading(body));
  const place = placeOfPart(draft, kind, part, present, depth);
  const text =
    part.sign === 'line'
      ? withoutHeading(body)
      : asSection(body, part.title, sectionDepthAt(draft, present, place));
  return insertBlocks(draft, place, text);
}

/** The text of a part with placeholders, as its snippet has it: mostly with a heading. */
export function partToFillIn(draft: Draft, part: Part | undefined, about: About): string {
  const text = plainText(snippet(part?.snippet ?? '')?.body ?? '[insert text]', footnoteLabels(draft));
  return withDeciders(withLaw(text, nationOf(draft, about)), draft.frontMatter.data.organisation);
}

/** The place of a part in a letter, which has no headings. */
function placeInLetter({ start, leave, courtesy, end }: LetterBody, { id }: Part): number {
  switch (id) {
    case 'who-we-are':
      return start;
    case 'position':
      return Math.min(start + 1, leave);
    case 'ask':
      return courtesy;
    case 'sign-off':
      return end;
    default:
      return leave;
  }
}

/** What an inserted argument should stand next to. */
interface Beside {
  /** Position of the block that mentions the topic. */
  readonly near?: number | undefined;
  /** The blocks that argue an area. */
  readonly argued?: ReadonlySet<PlacedBlock>;
}

/**
 * The edits that insert a paragraph which argues a topic, with placeholders: after the block at `near`, where the draft
 * mentions the topic in its own words; or else at the end of the reasons, facts or the like; or else after the last
 * block that argues an area; or else at the end of the background or proposal. Always before what is asked, next steps,
 * contacts and footnotes; in a letter, before the closing request.
 */
export function insertArgument(
  draft: Draft,
  kind: DocumentKind,
  topic: Topic,
  { near, argued = new Set() }: Beside = {},
): readonly Change[] {
  const body = plainText(
    snippet(topic.snippet)?.body ?? `[insert how the library helps ${topic.beneficiaries}]`,
    footnoteLabels(draft),
  );
  const letter = letterBody(draft, kind, presentParts(draft, kind));
  if (letter) {
    // A place name in an address, or a word in a request, is no place for an argument.
    const isIn = near !== undefined && near >= letter.start && near < letter.leave;
    return insertBlocks(draft, isIn ? near + 1 : letter.leave, withoutHeading(body));
  }
  return insertBlocks(
    draft,
    near === undefined || voicesBefore(draft, near) ? placeOfArgument(draft, kind, argued) : near + 1,
    withoutHeading(body),
  );
}

/**
 * Where an argument goes that stands next to nothing, as a position in `draft.blocks`.
 *
 * @param argued the blocks that argue an area
 */
export function placeOfArgument(draft: Draft, kind: DocumentKind, argued: ReadonlySet<PlacedBlock>): number {
  const present = presentParts(draft, kind);
  const letter = letterBody(draft, kind, present);
  if (letter) return letter.leave;
  const depth = sectionDepth(present);
  const endOfFirst = (ids: readonly string[]): number | undefined => {
    const section = ids
      .map((id) => present.find(({ part, depth: level }) => part.id === id && level <= 6))
      .find((found) => found !== undefined);
    if (section === undefined) return undefined;
    const end = beforeNotes(draft, endOfSection(draft, section.index, Math.max(section.depth, depth)));
    return beforeVoices(draft, end, section.index);
  };
  const home = endOfFirst(HOMES);
  if (home !== undefined) return home;
  const recommendsFirst = present.find(({ part }) => part.id === 'recommendations')?.index ?? -1;
  const tail = present
    .filter(({ part, index }) => TAIL.has(part.id) && index > recommendsFirst && index > 0)
    .map(({ index }) => index);
  // A paper may begin with its request, and give reasons in the section below.
  const [first, second] = headings(draft).filter(({ depth: level }) => level === depth);
  const saysWhy = second !== undefined && !tail.includes(second.index);
  const closing = saysWhy ? tail.filter((index) => index !== first?.index) : tail;
  const end = least(closing, endOfText(draft));
  return afterArguments(draft, argued, end) ?? endOfFirst(SHELTERS) ?? beforeVoices(draft, end, 0);
}

/** Headings over quotations or the story of a person: "What people say", "Case study: Maya". */
const VOICES =
  /\b(?:(?:what|how) (?:[\w’'-]+ ){1,4}(?:say|says|said|think|thinks|feel|tell us|told us)|in (?:\w+ ){1,2}words|voices?|testimonials?|quot(?:es?|ations?)|feedback|comments?|stor(?:y|ies)|case stud(?:y|ies))\b/i;

/** The heading over quotations that the block before `end` stands under, at any level; undefined where it is none. */
function voicesBefore(draft: Draft, end: number): Heading | undefined {
  let depth = 7;
  for (const heading of headings(draft)
    .filter(({ index }) => index < end)
    .reverse()) {
    if (heading.depth >= depth) continue;
    depth = heading.depth;
    if (depth === 1) return undefined;
    if (VOICES.test(heading.text)) return heading;
  }
  return undefined;
}

/** `end`; where quotations stand right before it, the place before these, if that is after the block at `start`. */
function beforeVoices(draft: Draft, end: number, start: number): number {
  let at = end;
  for (;;) {
    const index = voicesBefore(draft, at)?.index ?? start;
    if (index <= start) return at;
    at = index;
  }
}

/** Whether a block stands elsewhere than in a summary, in what is recommended and among quotations. */
export function standsAmongArguments(draft: Draft, index: number): boolean {
  const section = headings(draft).findLast((heading) => heading.index < index)?.text ?? '';
  return !/\b(?:summary|recommendations?|purpose|options)\b/i.test(section) && !voicesBefore(draft, index);
}

/** The place after the last block that argues an area, before `end` and among arguments; undefined where there is none. */
function afterArguments(draft: Draft, argued: ReadonlySet<PlacedBlock>, end: number): number | undefined {
  const { blocks } = draft;
  for (let index = end - 1; index >= 0; index--) {
    if (!argued.has(blocks[index]!) || !standsAmongArguments(draft, index)) continue;
    // A paragraph that introduces a list stays with it.
    const leads = blocks[index]!.block.text.trimEnd().endsWith(':');
    return leads && blocks[index + 1]?.block.node.type === 'list' ? index + 2 : index + 1;
  }
  return undefined;
}
