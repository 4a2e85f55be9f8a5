/** What a block says by itself on figures, sources and speech. Depends on the block alone, so it is kept with it. */
import type { Nodes } from 'mdast';
import { BlockMap, lowerCase, passagesOf, sentences } from '../draft';
import type { Block, Link, Passage, Span } from '../draft/types';
import { dependsOnPlace, kindOf } from './claims';
import {
  ABOUT_A_BODY,
  AT_LARGE,
  BEGINS_WITH_A_QUANTITY,
  BRACKET_NOTE,
  BY_PRONOUN,
  CAPTION,
  CONTINUES,
  GENERAL,
  GOES_ON,
  HAS_THE_FLOOR,
  HERE,
  INDIRECT,
  MAY_BE,
  NAMES_FINDER,
  NATIONWIDE,
  NEW_START,
  OF_USE,
  OPINION,
  OUR_PLACE,
  OWN,
  POINTS_BACK,
  RESUMES,
  TAKES_THE_FLOOR,
  THEIR_OWN,
} from './cues';
import { quantitiesIn } from './quantities';
import {
  isIntroduced,
  isSpeech,
  personIn,
  type Quote,
  quotesIn,
  type Speaker,
  speakerIn,
} from './quotations';
import { keyOf } from './repeated';
import { isSourceLink, type Mention, mentionsIn, touches } from './sources';
import { ANNOUNCES_TARGETS, TARGETS_CELL, tellsWhatIs } from './targets';
import type { FigureKind, Measure, Source } from './types';
import { CHANGE } from './vocabulary';

export interface FigureFacts {
  /** In the passage's prose. */
  readonly span: Span;
  readonly measure: Measure;
  readonly key: string | undefined;
  readonly kind: FigureKind;
  /** What it is where a paper sets out what it asks for and what that costs. */
  readonly kindInProposal: FigureKind;
  /** What it is where a paper sets out what is to be reached. */
  readonly kindAmongTargets: FigureKind;
  readonly quoted: boolean;
  /** Whether "we" or "our" stands in its own clause. */
  readonly ownClause: boolean;
  /** Whether its clause is on people or libraries at large: "children who use libraries". */
  readonly ofPeople: boolean;
  /** Whether its clause is on the whole country. */
  readonly ofNation: boolean;
  /** Whether its clause is on those who are in somebody's care: "its pupils". */
  readonly ofTheirOwn: boolean;
  /** Whether its clause is on the use of a service, and not of all services. */
  readonly ofUse: boolean;
  /** A link on the very words of the figure. */
  readonly link: Source | undefined;
}

export interface SentenceFacts {
  /** In the passage's prose. */
  readonly span: Span;
  readonly figures: readonly FigureFacts[];
  /** Studies, attributions and citations. */
  readonly mentions: readonly Mention[];
  /** Whether it tells what people said or thought, or what share of them did something. */
  readonly opinion: boolean;
  readonly notes: readonly Source[];
  /** Links to where something can be looked up. */
  readonly links: readonly Source[];
  /** Whether it goes on with the results of the sentence before: "This share grew to", "Of these". */
  readonly continues: boolean;
  /** Whether it does so by more than beginning with a quantity: "at least three in ten". */
  readonly refersBack: boolean;
  /** Whether it says of the sentence before where that comes from: "So says a report". */
  readonly pointsBack: boolean;
  /** Whether it is there to do so, with or without figures of its own: "These figures were published by". */
  readonly namesFinder: boolean;
  /** Whether it goes back to a study that was named before: "Other results show", "When asked". */
  readonly resumesStudy: boolean;
  /** Whether it leads in what is to be reached: "By March 2029:". */
  readonly announcesTargets: boolean;
  /** Whether its speaker speaks of what is their own: "we", "our". */
  readonly ownVoice: boolean;
  /** Whether it calls a place or its people "ours". */
  readonly ownPlace: boolean;
  /** Whether it speaks of people in general: "all of us". */
  readonly general: boolean;
  /** A named person with a role who is said to say it, outside quotation marks. */
  readonly reporter: Source | undefined;
  /** Whoever has the floor, where it is the minutes of a meeting: "The treasurer reported", "Shazia said". */
  readonly floor: Source | undefined;
  /** Whether it goes on with what the one before reports: "It would also save". */
  readonly indirect: boolean;
  /** The body, or the person with a role, that it is about, who may be "it" or "she" in the next. */
  readonly body: Source | undefined;
  /** Whether it says what "it", "they" or "she" found or reckon. */
  readonly byPronoun: boolean;
}

export interface PassageFacts {
  readonly passage: Passage;
  readonly sentences: readonly SentenceFacts[];
  readonly speaker: Speaker | undefined;
  /** Begins with a quotation mark. */
  readonly startsQuoted: boolean;
  /** Its last quotation is not closed: the speech goes on in the next paragraph. */
  readonly leavesOpen: boolean;
  readonly hasQuotes: boolean;
  /** A paragraph written as an item of a list: "• 16 schools". */
  readonly bullet: boolean;
  /** What the row of a table gives in its column for sources. */
  readonly rowSource: Source | undefined;
  /** Ends with a colon: leads in a list, a table or a quotation. */
  readonly leadsIn: boolean;
}

export interface BlockFacts {
  readonly passages: readonly PassageFacts[];
  readonly hasFigures: boolean;
  /** Mentions, notes and links in the header row of a table, and a "Source: …" in its last row. */
  readonly header: readonly Source[];
  /** Says where all figures of the draft come from. */
  readonly forAll: Source | undefined;
}

const known = new BlockMap<BlockFacts>();
const NOTHING: BlockFacts = { passages: [], hasFigures: false, header: [], forAll: undefined };

export function factsOf(block: Block): BlockFacts {
  let facts = known.get(block);
  if (!facts) {
    facts = read(block);
    known.set(block, facts);
  }
  return facts;
}

function read(block: Block): BlockFacts {
  const passages = passagesOf(block);
  if (passages.length === 0) return NOTHING;
  const marks = marksOf(block);
  const header = block.node.type === 'table' ? headerOf(block) : NO_HEADER;
  const read = passages.map((passage) => readPassage(passage, marks, header));
  return {
    passages: read,
    hasFigures: read.some((passage) => passage.sentences.some(({ figures }) => figures.length > 0)),
    header: [...header.sources, ...(block.node.type === 'table' ? lastRow(read.at(-1)) : [])],
    forAll: sourceOfAll(read),
  };
}

const ALL =
  /(?:^\W*|\b(?:all|the|unless)\s+(?:\w+\s+)?)(?:figures|statistics|numbers|data)\b[^.]*?\b(?:are|come|were|is)\b[^.]*?\b(?:from|by)\b/i;
const IN_THIS =
  /\b(?:in|of|throughout)\s+this\b|\bunless\b|\ball\s+(?:\w+\s+)?(?:figures|statistics|numbers|data)\b/i;

/** A paragraph of its own that lists them: "Sources: library returns (202 of 206), online survey of families". */
const LISTS_SOURCES = /^\W*(?:data\s+)?sources\s*(?:of\s+(?:the\s+)?(?:data|figures)\s*)?:\s/i;

function sourceOfAll(passages: readonly PassageFacts[]): Source | undefined {
  for (const { passage, sentences: all } of passages) {
    for (const { span, mentions, links } of all) {
      const text = passage.prose.text.slice(span.start, span.end);
      const source = mentions[0] ?? links[0];
      if (source && ((ALL.test(text) && IN_THIS.test(text)) || LISTS_SOURCES.test(passage.prose.text)))
        return source;
    }
  }
  return undefined;
}

/** Footnote references and emphasised titles of a block, by their place in its source. */
interface Marks {
  readonly notes: readonly (Span & { readonly label: string })[];
  readonly titles: readonly Span[];
}

const NO_MARKS: Marks = { notes: [], titles: [] };

function marksOf(block: Block): Marks {
  if (!/\[\^|[*_]/.test(block.text)) return NO_MARKS;
  const notes: (Span & { readonly label: string })[] = [];
  const titles: Span[] = [];
  const rest: Nodes[] = [block.node];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
    if (node.type === 'footnoteReference') notes.push({ ...span, label: node.identifier });
    else if (node.type === 'emphasis' && isTitle(block.text.slice(span.start + 1, span.end - 1)))
      titles.push(span);
    if ('children' in node) rest.push(...node.children);
  }
  return { notes: notes.sort((a, b) => a.start - b.start), titles };
}

/** The title of something published: "Libraries Deliver", "Making a Difference". */
function isTitle(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];
  if (words.length < 2 || words.length > 20 || !/^[\p{Lu}\d]/u.test(words[0]!)) return false;
  return (
    words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length >= Math.ceil(words.length / 3) &&
    !/[.!?]\s/.test(text)
  );
}

interface Header {
  /** What it says, in lower case. */
  readonly lower: string;
  readonly sources: readonly Source[];
  /** Which column says where the numbers of a row come from, or -1. */
  readonly sourceColumn: number;
  /** Which columns say what is to be reached. */
  readonly targetColumns: ReadonlySet<number>;
}

const NO_HEADER: Header = { lower: '', sources: [], sourceColumn: -1, targetColumns: new Set() };

/** A last row that is there to name the source: "Source: Ofcom". */
function lastRow(row: PassageFacts | undefined): readonly Source[] {
  if (!row || !/^\W*(?:data\s+)?sources?\s*:/i.test(row.passage.prose.text)) return [];
  return row.sentences.flatMap(({ mentions }) => mentions).filter(({ kind }) => kind === 'citation');
}

function headerOf(block: Block): Header {
  const node = block.node;
  const row = node.type === 'table' ? node.children[0] : undefined;
  if (!row) return NO_HEADER;
  const text = block.text.slice(row.position!.start.offset!, row.position!.end.offset!);
  const sources: Source[] = [...mentionsIn(text)];
  if (/\[\^[^\]]+\]/.test(text)) sources.push({ kind: 'note', span: { start: 0, end: 0 } });
  const cells = text.split('|').slice(/^\s*\|/.test(text) ? 1 : 0);
  return {
    lower: lowerCase(text),
    sources,
    sourceColumn: cells.findIndex((cell) =>
      /^\W*(?:(?:data\s+)?sources?|references?|evidence|where\s+from)\W*$/i.test(cell),
    ),
    targetColumns: new Set(
      cells.flatMap((cell, column) => (TARGETS_CELL.test(lowerCase(cell)) ? [column] : [])),
    ),
  };
}

/** The cells of a row that say what is to be reached: all of them where the first one says so. */
function targetCells(text: string, { targetColumns }: Header): readonly Span[] {
  if (TARGETS_CELL.test(lowerCase(text))) return [{ start: 0, end: text.length }];
  if (targetColumns.size === 0) return [];
  const found: Span[] = [];
  let start = 0;
  for (const [column, cell] of text.split('\n').entries()) {
    if (targetColumns.has(column)) found.push({ start, end: start + cell.length });
    start += cell.length + 1;
  }
  return found;
}

/** The cell of a row that says where its numbers come from. */
function sourceCell(text: string, column: number): Source | undefined {
  let start = 0;
  for (const [index, cell] of text.split('\n').entries()) {
    if (index === column) {
      // A dash for none.
      return /[\p{L}\d]{2}/u.test(cell)
        ? { kind: 'citation', span: { start, end: start + cell.length } }
        : undefined;
    }
    start += cell.length + 1;
  }
  return undefined;
}

function readPassage(passage: Passage, marks: Marks, header: Header): PassageFacts {
  const { text } = passage.prose;
  const spans = sentences(text);
  const quotes = quotesIn(text);
  const speaker =
    quotes.length > 0 || /:\s*$/.test(text) || isSpeech(text) ? speakerIn(text, quotes) : undefined;
  const caption = CAPTION.test(lowerCase(text));
  const last = quotes.at(-1);
  return {
    passage,
    speaker,
    rowSource: header.sourceColumn >= 0 ? sourceCell(text, header.sourceColumn) : undefined,
    hasQuotes: quotes.length > 0,
    startsQuoted: /^\s*["“]/.test(text),
    leavesOpen: last !== undefined && !last.closed,
    bullet: /^\s*[•·▪●‣–-]\s/.test(text),
    leadsIn: /:\s*["“]?\s*$/.test(text),
    sentences: spans.map((span) => readSentence(passage, span, quotes, marks, header, caption)),
  };
}

/** A sentence that is still to be filled in names no source yet: “figures from [insert organisation]”. */
const STILL_TO_FILL_IN = /\[insert\s/i;

function readSentence(
  passage: Passage,
  span: Span,
  quotes: readonly Quote[],
  marks: Marks,
  header: Header,
  caption: boolean,
): SentenceFacts {
  const { prose } = passage;
  const text = prose.text.slice(span.start, span.end);
  const shift = ({ start, end }: Span): Span => ({ start: start + span.start, end: end + span.start });
  const links = passage.links.filter(({ prose: at }) => at.start < span.end && at.end > span.start);
  const sourceLinks = links.filter((link) => isSourceLink(link, prose.text));
  const mentions: Mention[] = STILL_TO_FILL_IN.test(text)
    ? []
    : mentionsIn(text).map((source) => ({ ...source, span: shift(source.span) }));
  const source = prose.toSource(span.start, span.end);
  for (const title of marks.titles) {
    if (
      title.end > source.start &&
      title.start < source.end &&
      // What is in italics as a whole is a caption or a stand-first.
      title.end - title.start < source.end - source.start
    ) {
      mentions.push({ kind: 'study', span, ofOpinion: false });
    }
  }
  const notes = bracketNotesIn(text, span.start);
  const after = prose.text.slice(span.end);
  const next = span.end + (after.length - after.trimStart().length);
  const until = next < prose.text.length ? prose.toSource(next, next + 1).start : passage.span.end;
  for (const note of marks.notes) {
    if (note.start >= source.start && note.start < until)
      notes.push({ kind: 'note', span: { start: span.end, end: span.end }, label: note.label });
  }
  const lower = lowerCase(text);
  const continues = (CONTINUES.test(lower) && !NEW_START.test(lower)) || GOES_ON.test(lower);
  const unquoted = blank(text, quotes, span.start);
  const own = lower.replace(GENERAL, ' ');
  const figures = caption ? [] : figuresOf(passage, span, text, lower, quotes, links, header);
  return {
    span,
    figures,
    mentions,
    opinion:
      OPINION.test(lower) ||
      (figures.some(({ measure }) => measure === 'percent' || measure === 'share') &&
        !CHANGE.test(lower) &&
        !MAY_BE.test(lower)),
    notes,
    links: sourceLinks.map(({ prose: at }) => ({ kind: 'link', span: at })),
    continues,
    refersBack: continues && !BEGINS_WITH_A_QUANTITY.test(lower),
    pointsBack: POINTS_BACK.test(lower),
    namesFinder: NAMES_FINDER.test(lower),
    resumesStudy: RESUMES.test(lower),
    announcesTargets: /:\s*$/.test(text) && ANNOUNCES_TARGETS.test(lower),
    ownVoice: OWN.test(own.replace(OUR_PLACE, ' ')),
    ownPlace: own.search(OUR_PLACE) !== -1 || HERE.test(own),
    general: own !== lower,
    reporter: reporterIn(unquoted, span.start),
    floor: floorIn(text, span.start),
    indirect: INDIRECT.test(lower),
    body: bodyIn(text, span.start),
    byPronoun: BY_PRONOUN.test(lower),
  };
}

/** Marks of notes that are no footnotes of Markdown: "[3]", "*". */
function bracketNotesIn(text: string, offset: number): Source[] {
  const notes: Source[] = [];
  BRACKET_NOTE.lastIndex = 0;
  for (let match = BRACKET_NOTE.exec(text); match; match = BRACKET_NOTE.exec(text)) {
    const start = offset + match.index;
    notes.push({ kind: 'note', span: { start, end: start + match[0].length } });
  }
  return notes;
}

function figuresOf(
  passage: Passage,
  span: Span,
  text: string,
  lower: string,
  quotes: readonly Quote[],
  links: readonly Link[],
  header: Header,
): readonly FigureFacts[] {
  if (passage.inFootnote) return [];
  const row = passage.kind === 'table-row';
  // What a number in a table counts is said in the first cell of its row and in the head of its column.
  const lead = row
    ? `${header.lower.replace(/[|\d]+|\bvalue\b/g, ' ')} ${lowerCase(/^[^\n]*/.exec(passage.prose.text)?.[0] ?? '')} `
    : '';
  const targets = row ? targetCells(passage.prose.text, header) : [];
  let cell = 0;
  let told: boolean | undefined;
  const figures: FigureFacts[] = [];
  for (const quantity of quantitiesIn(text)) {
    const { start, end } = quantity.span;
    const at = { start: start + span.start, end: end + span.start };
    const placed = row
      ? { ...quantity, span: { start: start + lead.length, end: end + lead.length } }
      : quantity;
    const whole = lead + lower;
    while (cell < targets.length && targets[cell]!.end <= at.start) cell++;
    const inTargets = cell < targets.length && targets[cell]!.start <= at.start;
    const found = kindOf(placed, whole);
    const kind = found === 'claim' && inTargets ? 'own' : found;
    if (kind === 'claim') told ??= tellsWhatIs(lower);
    const clause = clauseOf(lower, start, end);
    const ofNation = NATIONWIDE.test(clause);
    const link = links.find((candidate) => touches(candidate, at));
    figures.push({
      span: at,
      measure: quantity.measure,
      key: keyOf(quantity),
      kind,
      kindInProposal: inTargets || !dependsOnPlace(quantity) ? kind : kindOf(placed, whole, true),
      kindAmongTargets: kind === 'claim' && !told ? 'own' : kind,
      quoted:
        passage.kind === 'quotation' ||
        quotes.some((quote) => quote.start <= at.start && at.end <= quote.end),
      ownClause: OWN.test(clause.replace(GENERAL, ' ').replace(OUR_PLACE, ' ')),
      ofUse: !ofNation && OF_USE.test(clause),
      ofNation,
      ofTheirOwn: THEIR_OWN.test(clause),
      ofPeople: AT_LARGE.test(clause) || AT_LARGE.test(subjectBefore(lower, start)),
      link: link && !/^(?:tel|mailto):/i.test(link.url) ? { kind: 'link', span: link.prose } : undefined,
    });
  }
  return figures;
}

const CLAUSE_BORDER = /[,;:–—(]|\b(?:and|but|so|while|because|which|who|that)\b/g;

/** From the last clause border before a figure to the first one after it. */
function clauseOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - 300);
  const before = text.slice(from, start);
  let border = 0;
  CLAUSE_BORDER.lastIndex = 0;
  for (let match = CLAUSE_BORDER.exec(before); match; match = CLAUSE_BORDER.exec(before))
    border = match.index;
  const after = /^[^,;:–—()]*/.exec(text.slice(end, end + 300))?.[0] ?? '';
  return text.slice(from + border, end) + after;
}

/** What a figure is told of that stands by itself after a comma: "the share of children who …, from 48 per cent". */
function subjectBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 200), start);
  return /[,–—]\s+(?:up\s+|down\s+)?(?:from|to|at|by)\s+(?:[a-z]+\s+){0,2}$/.test(before) ? before : '';
}

/** The text with what is quoted in it blanked out. */
function blank(text: string, quotes: readonly Quote[], offset: number): string {
  let result = text;
  for (const quote of quotes) {
    const start = Math.max(0, quote.start - offset);
    const end = Math.min(text.length, quote.end - offset);
    if (start < end) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}

function floorIn(text: string, offset: number): Source | undefined {
  if (!TAKES_THE_FLOOR.test(text)) return undefined;
  const match = HAS_THE_FLOOR.exec(text);
  return match
    ? {
        kind: 'speaker',
        span: { start: offset + match.index, end: offset + match.index + match[0].length },
      }
    : undefined;
}

function bodyIn(text: string, offset: number): Source | undefined {
  const match = ABOUT_A_BODY.exec(text);
  if (!match) {
    const person = personIn(text.slice(0, 60));
    return person && person.start < 8 && isIntroduced(text, person)
      ? { kind: 'speaker', span: { start: person.start + offset, end: person.end + offset } }
      : undefined;
  }
  const start = offset + match[0].length - match[1]!.length;
  return { kind: 'attribution', span: { start, end: start + match[1]!.length } };
}

function reporterIn(text: string, offset: number): Source | undefined {
  if (!isSpeech(text)) return undefined;
  const person = personIn(text);
  return person && isIntroduced(text, person)
    ? { kind: 'speaker', span: { start: person.start + offset, end: person.end + offset } }
    : undefined;
}
