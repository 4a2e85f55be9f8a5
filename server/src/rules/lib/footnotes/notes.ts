import { BlockFinder, type Draft, firstWhere, type Passage, passagesOf, type Span } from '../../../draft';
import { addAll, addTo, words as wordSet } from '../../../util/lists';
import { memoized } from '../../../util/memoize';
import { wordsOf } from '../../../words/tokenize';
import { nodesOf, spanOf } from '../blocks/nodes';

/** The text of a footnote. */
export interface Note {
  readonly label: string;
  /** The label in the form in which labels are compared. */
  readonly identifier: string;
  readonly text: string;
  /** In its top-level block, which may be a list or a quotation. */
  readonly span: Span;
}

/** The footnotes that a draft defines, in the order of the text. */
export const notes = new BlockFinder((block): readonly Note[] => {
  if (!block.text.includes(']:')) return [];
  return nodesOf(block).flatMap((node): Note[] => {
    if (node.type !== 'footnoteDefinition') return [];
    const { label, identifier, children } = node;
    const span = spanOf(node);
    const source = children.length > 0 ? block.text.slice(spanOf(children[0]!).start, span.end) : '';
    // Inside another block, there are no passages for the footnote alone.
    const words = node === block.node ? passagesOf(block).map(asRead) : [source];
    return [
      { label: label ?? identifier, identifier, text: words.join(' ').replace(/\s+/g, ' ').trim(), span },
    ];
  });
});

/** The prose of a passage with the bare addresses that a reader sees, which prose leaves out. */
function asRead({ prose, links }: Passage): string {
  let read = '';
  let from = 0;
  for (const { prose: at, url } of links) {
    if (at.start !== at.end || at.start < from) continue;
    read += prose.text.slice(from, at.start) + url.replace(/^mailto:/i, '');
    from = at.start;
  }
  return read + prose.text.slice(from);
}

/** Where a footnote is referred to. */
interface Reference {
  readonly identifier: string;
  /** In its block. */
  readonly start: number;
  /** Those of the words before it, as `numbersIn` has them. */
  readonly numbers: readonly string[];
  /** What its sentence is about. */
  readonly subject: ReadonlySet<string>;
}

const references = new BlockFinder((block): readonly Reference[] => {
  if (!block.text.includes('[^')) return [];
  const found: Reference[] = [];
  let from = 0;
  for (const node of nodesOf(block)) {
    if (node.type !== 'footnoteReference') continue;
    const { start, end } = spanOf(node);
    const before = block.text.slice(from, start);
    found.push({
      identifier: node.identifier,
      start,
      numbers: numbersIn(before),
      subject: subjectOf(lastSentence(before)),
    });
    from = end;
  }
  return found;
});

/** The complete footnotes of a draft, with the places where they are referred to. Looked through once, not for each fix. */
interface NoteIndex {
  /** Those that nothing refers to yet. */
  readonly unused: readonly Note[];
  readonly byIdentifier: ReadonlyMap<string, readonly Note[]>;
  /** References to them, in the order of the text. */
  readonly places: readonly { readonly identifier: string; readonly at: number }[];
  /** By number, the positions in `places` of the references that stand behind it. */
  readonly byNumber: ReadonlyMap<string, readonly number[]>;
  /** By word, the positions of those whose sentence has it. */
  readonly bySubject: ReadonlyMap<string, readonly number[]>;
}

/** How many references are looked at for one finding, of those that could do equally: a draft may have thousands. */
const MOST_PLACES = 50;

const indexOf = memoized((draft: Draft): NoteIndex => {
  const all: Note[] = [];
  const byIdentifier = new Map<string, Note[]>();
  notes.each(draft, undefined, (found) => {
    for (const note of found) {
      if (note.text === '' || note.text.includes('[')) continue;
      all.push(note);
      addTo(byIdentifier, note.identifier, note);
    }
  });
  const places: NoteIndex['places'][number][] = [];
  const byNumber = new Map<string, number[]>();
  const bySubject = new Map<string, number[]>();
  references.each(draft, undefined, (found, placed) => {
    for (const { identifier, start, numbers, subject } of found) {
      if (!byIdentifier.has(identifier)) continue;
      for (const number of numbers) addTo(byNumber, number, places.length);
      for (const word of subject) addTo(bySubject, word, places.length);
      places.push({ identifier, at: placed.start + start });
    }
  });
  const used = new Set(places.map(({ identifier }) => identifier));
  const unused = all.filter(({ identifier }) => !used.has(identifier));
  return { unused, byIdentifier, places, byNumber, bySubject };
});

interface NotesWanted {
  readonly most: number;
  readonly words?: string | undefined;
  /** Whether a footnote with a text may be meant at all. */
  readonly suits: (text: string) => boolean;
}

/**
 * At most so many of the complete footnotes: first those behind a number of `words`, then those of sentences that have
 * other words with the one at `offset` in common, then the last ones before `offset`, then those that nothing refers to. One
 * that is first referred to further down, for something else, would be a wrong one.
 */
export function notesNear(
  draft: Draft,
  offset: number,
  { most, words = '', suits }: NotesWanted,
): readonly Note[] {
  const { unused, byIdentifier, places, byNumber, bySubject } = indexOf(draft);
  const near = new Set<Note>();
  const add = (place: number): void => {
    for (const note of byIdentifier.get(places[place]!.identifier)!) if (suits(note.text)) near.add(note);
  };
  const same = numbersIn(words).flatMap((number) => (byNumber.get(number) ?? []).slice(-MOST_PLACES));
  for (const place of same.sort((one, other) => other - one)) if (near.size < most) add(place);
  const behind = firstWhere(places, ({ at }) => at >= offset);
  const own = subjectOf(lastSentence(draft.source.slice(Math.max(0, offset - LONGEST), offset)));
  const [above, below]: [number[], number[]] = [[], []];
  for (const word of own) {
    const suiting = bySubject.get(word) ?? [];
    const next = firstWhere(suiting, (place) => place >= behind);
    addAll(above, suiting.slice(Math.max(0, next - MOST_PLACES), next));
    addAll(below, suiting.slice(next, next + MOST_PLACES));
  }
  for (const place of above.sort((one, other) => other - one)) if (near.size < most) add(place);
  for (const place of below.sort((one, other) => one - other)) if (near.size < most) add(place);
  const last = Math.max(0, behind - MOST_PLACES);
  for (let place = behind - 1; place >= last && near.size < most; place--) add(place);
  for (const note of unused.slice(0, MOST_PLACES)) if (near.size < most && suits(note.text)) near.add(note);
  return [...near].slice(0, most);
}

/** The most characters of a sentence that are looked at. */
const LONGEST = 400;
/** Words of any sentence on libraries. */
const ANYWHERE = wordSet(
  'librari library public servic service council year people more than each every their they that this with from have were which would will about after when where also been into over most some such only other',
);
const FEWEST_LETTERS = 4;

/** What is behind the last end of a sentence or paragraph in a text, apart from the one at its own end. */
function lastSentence(text: string): string {
  const end = text.slice(-LONGEST).trimEnd();
  const from = Math.max(...['. ', '! ', '? ', '\n'].map((sign) => end.lastIndexOf(sign)));
  return end.slice(from + 1);
}

/** The stems of a sentence's words that tell what it is about. */
function subjectOf(sentence: string): ReadonlySet<string> {
  return new Set(
    wordsOf(sentence).stem.filter(
      (one) => one.length >= FEWEST_LETTERS && /^\p{L}/u.test(one) && !ANYWHERE.has(one),
    ),
  );
}

/** The numbers of a text, except years and single digits, which occur by chance. */
const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d[\d,.]*\d/g) ?? []).filter((number) => !/^(?:19|20)\d\d$/.test(number));

/**
 * The label of an existing footnote with the same text as a new one; undefined for none.
 *
 * @param note the new footnote in Markdown: `[^label]: text`
 */
export function sameNote(draft: Draft, note: string): string | undefined {
  const text = sourceOf(note);
  return draft.blocks.flatMap(({ block }) =>
    block.node.type === 'footnoteDefinition' && !block.review && sourceOf(block.text) === text
      ? [block.node.label ?? block.node.identifier]
      : [],
  )[0];
}

/** The text of a footnote in Markdown, with single spaces. */
const sourceOf = (note: string): string =>
  note
    .slice(note.indexOf(']:') + 2)
    .replace(/\s+/g, ' ')
    .trim();
