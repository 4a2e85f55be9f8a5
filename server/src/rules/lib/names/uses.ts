/** Finds names that are out of use, except where they are right: in quotations, titles and sentences on the past. */
import { type Block, BlockFinder, passagesOf, sentences } from '../../../draft';
import { perBlockFor } from '../../../draft/block-map';
import type { Draft, Passage, Span } from '../../../draft/types';
import { quotesIn } from '../../../evidence/quotations';
import type { Framework } from '../../../framework/types';
import { getOrInsert } from '../../../util/memoize';
import { isIn, isInTitle, italicsOf, lastFrom } from '../blocks/spans';
import { isCited, REACH } from './citations';
import { type FormerName, type Found, formerNames } from './former-names';
import { historyIn } from './history';
import { reliesOnFund } from './reliance-on-fund';

/** An old name that should be replaced. */
export interface Use {
  readonly name: FormerName;
  /** The old name as listed. */
  readonly old: string;
  /** The old name as written. */
  readonly words: string;
  /** In the block, or in the draft for front matter. */
  readonly span: Span;
  /** The article before it, with the space; empty without one. */
  readonly article: string;
  /** Up to 20 characters of source before and behind it. */
  readonly before: string;
  readonly behind: string;
  /** Whether its source is `words`, so that it can be replaced. */
  readonly isPlain: boolean;
}

/** The old names of a block or of front matter. */
interface Naming {
  readonly uses: readonly Use[];
  /** Names that it has in full, also where they are right. Their abbreviations count in the whole draft. */
  readonly inFull: readonly FormerName[];
}

/** The blocks of a draft that have an old name. */
export const namings = new BlockFinder(
  perBlockFor((block, framework: Framework): Naming | undefined => {
    const naming = read(block, framework);
    return naming.uses.length + naming.inFull.length > 0 ? naming : undefined;
  }),
);

/** Keys of the front matter that readers see the values of. */
const SHOWN = ['title', 'audience', 'organisation'];

/** The old names in a draft's front matter; spans count in the draft. */
export function namingAbove({ frontMatter, source }: Draft, framework: Framework): Naming {
  const naming = new Reading(framework);
  for (const key of SHOWN) {
    const place = frontMatter.places.get(key)?.value;
    if (!place) continue;
    const written = source.slice(place.start, place.end);
    // Quotation marks of YAML do not make it a quotation.
    const text = written.replace(/^(["'])(.*)\1$/s, ' $2 ');
    const look = (): Look => ({
      isOthers: false,
      titles: [],
      sentences: [{ start: 0, end: text.length }],
      toSource: (start, end) => ({ start: place.start + start, end: place.start + end }),
    });
    naming.read(
      { text, look },
      (start, end) => source.slice(start, end),
      () => [],
    );
  }
  return naming;
}

function read(block: Block, framework: Framework): Naming {
  const naming = new Reading(framework);
  let known: readonly Span[] | undefined;
  const italics = (): readonly Span[] => {
    known ??= italicsOf(block);
    return known;
  };
  for (const text of textsOf(block, passagesOf(block)))
    naming.read(text, (start, end) => block.text.slice(start, end), italics);
  return naming;
}

class Reading implements Naming {
  readonly uses: Use[] = [];
  readonly inFull: FormerName[] = [];

  constructor(private readonly framework: Framework) {}

  /**
   * Adds the old names of a text.
   *
   * @param source returns a piece of the text that `toSource` maps to
   * @param italics the spans in it that are in italics
   */
  read(
    { text, look }: Text,
    source: (start: number, end: number) => string,
    italics: () => readonly Span[],
  ): void {
    const found = formerNames(this.framework).in(text);
    if (!found) return;
    const { isOthers, titles, sentences: spans, toSource } = look();
    const quotes = quotesIn(text);
    const known = knownIn(spans, found.today);
    const past = pastIn(text, spans, found.old);
    for (const one of found.old) {
      const { name, old, start, end } = one;
      if (!name.written.letters?.includes(old)) this.inFull.push(name);
      if (isOthers || isIn(titles, start, end) || isIn(quotes, start, end)) continue;
      const index = lastFrom(spans, start);
      const sentence = spans[index];
      if (!sentence || known.get(index)?.has(name) || past.get(index)?.has(name)) continue;
      if (name.written.closed && !reliesOnFund(text, sentence, one, name.written.paysOn === true)) continue;
      if (name.written.local && isPartOfAName(text, start, end)) continue;
      if (name.isTopic && isOffered(text, start)) continue;
      // “Six Steps to a Better Library” is another name.
      if (/\b(?:steps|promise)$/i.test(old) && /^\s(?:to|towards)\s/.test(text.slice(end, end + 10)))
        continue;
      const span = toSource(start, end);
      if (isInTitle(source, italics(), span)) continue;
      const before = source(Math.max(0, span.start - REACH), span.start);
      const behind = source(span.end, span.end + REACH);
      if (isCited(before, behind, text.slice(end, end + 2 * REACH))) continue;
      const words = text.slice(start, end);
      this.uses.push({
        name,
        old,
        words,
        span,
        article: articleIn(before.slice(-5)),
        before: before.slice(-20),
        behind: behind.slice(0, 20),
        isPlain: source(span.start, span.end) === words,
      });
    }
  }
}

/** By the position of a sentence: the names whose current form stands in it. */
function knownIn(spans: readonly Span[], today: readonly Found[]): ReadonlyMap<number, Set<FormerName>> {
  const known = new Map<number, Set<FormerName>>();
  for (const { name, start } of today) {
    getOrInsert(known, lastFrom(spans, start), () => new Set()).add(name);
  }
  return known;
}

/** By the position of a sentence: the names that it speaks of in the past: “The LEP’s hubs closed when the LEP did”. */
function pastIn(
  text: string,
  spans: readonly Span[],
  old: readonly Found[],
): ReadonlyMap<number, Set<FormerName>> {
  const past = new Map<number, Set<FormerName>>();
  const isPast = historyIn(text);
  for (const one of old) {
    const index = lastFrom(spans, one.start);
    const sentence = spans[index];
    const names = past.get(index) ?? new Set();
    if (sentence && !names.has(one.name) && isPast(sentence, one)) past.set(index, names.add(one.name));
  }
  return past;
}

/** The article that a text ends with, with its space; empty without one. */
function articleIn(before: string): string {
  return /(?<![\w'’-])(?:the|an?)\s$/i.exec(before)?.[0] ?? '';
}

/** What else is known of a text. */
interface Look {
  /** Whether it is a quotation or a footnote. */
  readonly isOthers: boolean;
  /** Spans in which names stay as they are, such as links. */
  readonly titles: readonly Span[];
  readonly sentences: readonly Span[];
  /** From a span of the text to one of the source. */
  toSource(start: number, end: number): Span;
}

interface Text {
  readonly text: string;
  /** Called only if the text has an old name, as few have. */
  look(): Look;
}

function textsOf({ node, text }: Block, passages: readonly Passage[]): readonly Text[] {
  if (node.type !== 'heading')
    return passages.map((passage) => ({ text: passage.prose.text, look: () => lookAt(passage) }));
  const whole = [{ start: 0, end: text.length }];
  const look = (): Look => ({
    isOthers: false,
    titles: text.includes('](') ? whole : [],
    sentences: whole,
    toSource: (start, end) => ({ start, end }),
  });
  return [{ text, look }];
}

function lookAt({ kind, inFootnote, prose, links }: Passage): Look {
  // The cells of a row are one sentence, as its year has a cell of its own.
  const whole = kind === 'table-row' || kind === 'quotation' || inFootnote;
  return {
    isOthers: kind === 'quotation' || inFootnote,
    titles: links.map((link) => link.prose),
    sentences: whole ? [{ start: 0, end: prose.text.length }] : sentences(prose.text),
    toSource: (start, end) => prose.toSource(start, end),
  };
}

/** Words with a capital that begin a sentence and not a name. */
const NO_NAME =
  /^(?:The|An?|Our|Your|Their|Its|His|Her|This|That|Local|National|At|In|On|By|To|From|With|Through|For|And|But|Or|If|When|While|As|Both|Like|Unlike|Ask|Call|Contact|See|Visit|Join|Tell|Use|Try|Is|Are|Does|Will|Can)$/;

/** Those whose offers have such names: “Libraries Connected’s Health Offer”. */
const OF_LIBRARIES = /^(?:Connected|Librarians|Libraries|Library)$/;

/** Whether an offer is that of a town or council, which is another: “Ashby’s Culture Offer”, “Kent Health Offer”. */
function isOffered(text: string, start: number): boolean {
  const [, name, owns] =
    /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ-])(\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]{0,30}|council|county|borough|city|town)([’']s?)?\s$/u.exec(
      text.slice(Math.max(0, start - 40), start),
    ) ?? [];
  if (name === undefined || OF_LIBRARIES.test(name)) return false;
  return owns !== undefined || (/^\p{Lu}/u.test(name) && !NO_NAME.test(name));
}

/** Whether it is part of a local body's name, which may not have changed: “Ashby Connexions”, “Age Concern Luton”. */
function isPartOfAName(text: string, start: number, end: number): boolean {
  const before = /(\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{0,30})\s$/u.exec(
    text.slice(Math.max(0, start - 30), start),
  )?.[1];
  if (before !== undefined && !NO_NAME.test(before)) return true;
  return /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}
