/** What a block says on figures, sources and speech. Depends on the block alone, so it is cached with it. */

import { isPlainItem, lowerCase, passagesOf, sentences, shifted } from '../draft';
import { firstWhere } from '../draft/binary-search';
import { perBlock } from '../draft/block-map';
import type { Block, Passage, Span } from '../draft/types';
import { hasInsert } from '../draft/unfilled';
import { RecentTexts } from '../words/recent-texts';
import { CUES, GENERAL, HAS_THE_FLOOR, OUR_PLACE, OWN_BILLS } from './cues';
import { type FigureFacts, figuresOf } from './figure-facts';
import { SAYS } from './kinds';
import { bracketNotesIn, type Marks, marksOf } from './marks';
import { type Quote, quotesIn } from './quotations';
import { saysSourceOfAll } from './source-of-all';
import { isSourceLink, type Mention, mentionsIn } from './sources';
import { isIntroduced, isSpeech, personIn, type Speaker, speakerIn } from './speakers';
import { type Header, headerOf, leadOf, NO_HEADER, sourceCell } from './table-facts';
import type { Source } from './types';

export interface SentenceFacts {
  /** Counts in the passage's prose. */
  readonly span: Span;
  readonly figures: readonly FigureFacts[];
  /** The studies, attributions and citations that it names. */
  readonly mentions: readonly Mention[];
  /** Whether it reports what people said or thought, or what share of them did something. */
  readonly opinion: boolean;
  readonly notes: readonly Source[];
  /** Links that count as sources. */
  readonly links: readonly Source[];
  /** Whether it continues the results of the sentence before: "This share grew to", "Of these". */
  readonly continues: boolean;
  /** Whether it does so other than by beginning with a quantity: "at least three in ten". */
  readonly refersBack: boolean;
  /** Whether it names the source of the sentence before: "So says a report". */
  readonly pointsBack: boolean;
  /** Whether its purpose is to name a source, with or without figures of its own: "These figures were published by". */
  readonly namesFinder: boolean;
  /** Whether it returns to a study that was named before: "Other results show", "When asked". */
  readonly resumesStudy: boolean;
  /** Whether the speaker speaks of their own organisation: "we", "our". */
  readonly ownVoice: boolean;
  /** Whether it tells what the writers pay: “our gas bill”, “the electricity bills”. */
  readonly ofOwnBills: boolean;
  /** Whether it calls a place or its people "ours". */
  readonly ownPlace: boolean;
  /** Whether it speaks of people in general: "all of us". */
  readonly general: boolean;
  /** The named person with a role who is said to say it, outside quotation marks. */
  readonly reporter: Source | undefined;
  /** The speaker in the minutes of a meeting: "The treasurer reported", "Shazia said". */
  readonly floor: Source | undefined;
  /** Whether it says what "it", "they" or "she" found or estimate. */
  readonly byPronoun: boolean;
}

export interface PassageFacts {
  readonly passage: Passage;
  readonly sentences: readonly SentenceFacts[];
  readonly speaker: Speaker | undefined;
  /** Whether it begins with a quotation mark. */
  readonly startsQuoted: boolean;
  /** Whether its last quotation is not closed, so that the speech continues in the next paragraph. */
  readonly leavesOpen: boolean;
  readonly hasQuotes: boolean;
  /** Whether it is a paragraph written as a list item: "• 16 schools". */
  readonly bullet: boolean;
  /** What a table row has in its column for sources. */
  readonly rowSource: Source | undefined;
  /** Whether it ends with a colon, and so introduces a list, a table or a quotation. */
  readonly leadsIn: boolean;
}

export interface BlockFacts {
  readonly passages: readonly PassageFacts[];
  readonly hasFigures: boolean;
  /** The sources in the header row of a table, and in a last row "Source: …". */
  readonly header: readonly Source[];
  /** The source that the block names for all figures of the draft. */
  readonly forAll: Source | undefined;
}

type KnownFacts = Omit<PassageFacts, 'passage'>;
/**
 * Caches the facts of plain items and rows by their words, without their passages, which would keep an old draft in
 * memory.
 */
const known = new RecentTexts<KnownFacts>();
const keyOf = ({ kind, prose }: Passage, header: string): string => `${kind}\n${header}\n${prose.text}`;

const NOTHING: BlockFacts = { passages: [], hasFigures: false, header: [], forAll: undefined };

export const factsOf = perBlock(read);

function read(block: Block): BlockFacts {
  const passages = passagesOf(block);
  if (passages.length === 0) return NOTHING;
  const marks = marksOf(block);
  const header = block.node.type === 'table' ? headerOf(block) : NO_HEADER;
  const read = passages.map((passage) =>
    isPlainItem(passage) && marks.titles.length === 0
      ? { passage, ...known.get(keyOf(passage, header.lower), () => factsIn(passage, marks, header)) }
      : { passage, ...factsIn(passage, marks, header) },
  );
  return {
    passages: read,
    hasFigures: read.some((passage) => passage.sentences.some(({ figures }) => figures.length > 0)),
    header: [...header.sources, ...(block.node.type === 'table' ? lastRow(read.at(-1)) : [])],
    forAll: sourceOfAll(read),
  };
}

function sourceOfAll(passages: readonly PassageFacts[]): Source | undefined {
  for (const { passage, sentences: all } of passages) {
    for (const { span, mentions, links } of all) {
      const source = mentions[0] ?? links[0];
      if (source && saysSourceOfAll(passage.prose.text.slice(span.start, span.end), passage))
        return { ...source, isOfAll: true };
    }
  }
  return undefined;
}

/** The sources in a last row that only names the source: "Source: Ofcom". */
function lastRow(row: PassageFacts | undefined): readonly Source[] {
  if (!row || !/^\W*(?:data\s+)?sources?\s*:/i.test(row.passage.prose.text)) return [];
  return row.sentences.flatMap(({ mentions }) => mentions).filter(({ kind }) => kind === 'citation');
}

function factsIn(passage: Passage, marks: Marks, header: Header): KnownFacts {
  const { text } = passage.prose;
  const spans = sentences(text);
  const quotes = quotesIn(text);
  const speaker =
    quotes.length > 0 || /:\s*$/.test(text) || isSpeech(text) ? speakerIn(text, quotes) : undefined;
  const last = quotes.at(-1);
  const lead = passage.kind === 'table-row' ? leadOf(text, header) : '';
  return {
    speaker,
    rowSource: header.sourceColumn >= 0 ? sourceCell(text, header.sourceColumn) : undefined,
    hasQuotes: quotes.length > 0,
    startsQuoted: /^\s*["“]/.test(text),
    leavesOpen: last !== undefined && !last.closed,
    bullet: /^\s*[•·▪●‣–-]\s/.test(text),
    leadsIn: /:(?:\s*["“])?\s*$/.test(text),
    sentences: spans.map((span) => readSentence(passage, span, quotes, marks, lead)),
  };
}

function readSentence(
  passage: Passage,
  span: Span,
  quotes: readonly Quote[],
  marks: Marks,
  lead: string,
): SentenceFacts {
  const { prose } = passage;
  const text = prose.text.slice(span.start, span.end);
  const links = passage.links.filter(({ prose: at }) => at.start < span.end && at.end > span.start);
  const sourceLinks = links.filter((link) => isSourceLink(link, prose.text));
  // A sentence that is still to be filled in names no source yet: “figures from [insert organisation]”.
  const mentions: Mention[] = hasInsert(text)
    ? []
    : mentionsIn(text).map((source) => ({ ...source, span: shifted(source.span, span.start) }));
  const source = prose.toSource(span.start, span.end);
  for (const title of marks.titles) {
    if (
      title.end > source.start &&
      title.start < source.end &&
      // A sentence that is in italics as a whole is a caption or a stand-first.
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
  const continues = CUES.continues.test(lower);
  const unquoted = blank(text, quotes, span.start);
  const own = lower.replace(GENERAL, ' ');
  const figures = figuresOf(passage, span, text, lower, quotes, links, lead);
  return {
    span,
    figures,
    mentions,
    opinion:
      CUES.opinion.test(lower) ||
      (figures.some(({ measure }) => measure === 'percent' || measure === 'share') &&
        !SAYS.change.test(lower)),
    notes,
    links: sourceLinks.map(({ prose: at }) => ({ kind: 'link', span: at })),
    continues,
    refersBack: continues && !CUES.beginsWithAQuantity.test(lower),
    pointsBack: CUES.pointsBack.test(lower),
    namesFinder: CUES.namesFinder.test(lower),
    resumesStudy: CUES.resumes.test(lower),
    ownVoice: CUES.own.test(own.replace(OUR_PLACE, ' ')),
    ofOwnBills: OWN_BILLS.test(lower),
    ownPlace: own.search(OUR_PLACE) !== -1 || CUES.here.test(own),
    general: own !== lower,
    reporter: reporterIn(unquoted, span.start),
    floor: floorIn(text, span.start),
    byPronoun: CUES.byPronoun.test(lower),
  };
}

/** The text with quotations replaced by spaces. Their offsets count from `offset` before the text. */
function blank(text: string, quotes: readonly Quote[], offset: number): string {
  let result = '';
  let done = 0;
  for (let k = firstWhere(quotes, ({ end }) => end > offset); k < quotes.length; k++) {
    const start = Math.max(0, quotes[k]!.start - offset);
    const end = Math.min(text.length, quotes[k]!.end - offset);
    if (start >= text.length) break;
    result += text.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

function floorIn(text: string, offset: number): Source | undefined {
  if (!CUES.takesTheFloor.test(text)) return undefined;
  const match = HAS_THE_FLOOR.exec(text);
  return match
    ? {
        kind: 'speaker',
        span: { start: offset + match.index, end: offset + match.index + match[0].length },
      }
    : undefined;
}

function reporterIn(text: string, offset: number): Source | undefined {
  if (!isSpeech(text)) return undefined;
  const person = personIn(text);
  return person && isIntroduced(text, person)
    ? { kind: 'speaker', span: shifted(person, offset) }
    : undefined;
}
