/** Finds in a block the names that are out of use, where they are out of place. */
import { type Block, BlockFinder, passagesOf, sentences } from '../../draft';
import { perBlockFor } from '../../draft/block-map';
import type { Draft, Passage, Span } from '../../draft/types';
import { quotesIn } from '../../evidence/quotations';
import type { Framework } from '../../framework/types';
import { History } from './history';
import { type FormerName, type Found, formerNames } from './names';
import { reliesOnFund } from './reliance-on-fund';
import { isIn, isInTitle, italicsOf, lastFrom } from './stretches';

/** An old name where it is out of place, counted from its block. */
export interface Use {
  readonly name: FormerName;
  readonly old: string;
  readonly words: string;
  readonly span: Span;
  /** Word before it, with the space: what an article has to agree with. */
  readonly article: string;
  /** What stands before and behind it, as written, a few words of each. */
  readonly before: string;
  readonly behind: string;
  /** Whether its source is just these words, so that others can take their place. */
  readonly isPlain: boolean;
}

/** What a block says of names. */
interface Naming {
  readonly uses: readonly Use[];
  /** Names that stand in it in full, in whatever place: their letters are known then. */
  readonly inFull: readonly FormerName[];
}

/** The blocks of a draft that name something out of use. */
export const namings = new BlockFinder(
  perBlockFor((block, framework: Framework): Naming | undefined => {
    const naming = read(block, framework);
    return naming.uses.length + naming.inFull.length > 0 ? naming : undefined;
  }),
);

/** Values of the front matter that a reader sees. */
const SHOWN = ['title', 'audience', 'organisation'];

/** What a draft's front matter says of names, counted from the draft. */
export function namingAbove({ frontMatter, source }: Draft, framework: Framework): Naming {
  const naming = new Reading(framework);
  for (const key of SHOWN) {
    const place = frontMatter.places.get(key)?.value;
    if (!place) continue;
    const written = source.slice(place.start, place.end);
    // YAML's quotation marks make it nobody's words.
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
   * @param source a stretch of what the spans of the text's `look` count in
   * @param italics what is in italics there
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
      // “Six Steps to a Better Library” is something else.
      if (/\b(?:steps|promise)$/i.test(old) && /^\s(?:to|towards)\s/.test(text.slice(end, end + 10)))
        continue;
      const span = toSource(start, end);
      if (isInTitle(source, italics(), span)) continue;
      const words = text.slice(start, end);
      this.uses.push({
        name,
        old,
        words,
        span,
        article: articleIn(source(Math.max(0, span.start - 5), span.start)),
        before: source(Math.max(0, span.start - 20), span.start),
        behind: source(span.end, span.end + 20),
        isPlain: source(span.start, span.end) === words,
      });
    }
  }
}

/** By sentence, what is called by its name of today in it. */
function knownIn(spans: readonly Span[], today: readonly Found[]): ReadonlyMap<number, Set<FormerName>> {
  const known = new Map<number, Set<FormerName>>();
  for (const { name, start } of today) {
    const index = lastFrom(spans, start);
    const names = known.get(index) ?? new Set();
    known.set(index, names.add(name));
  }
  return known;
}

/** By sentence, of which names it tells a time when they were in use, or their end: “The LEP’s hubs closed when the LEP did”. */
function pastIn(
  text: string,
  spans: readonly Span[],
  old: readonly Found[],
): ReadonlyMap<number, Set<FormerName>> {
  const past = new Map<number, Set<FormerName>>();
  const history = new History(text);
  for (const one of old) {
    const index = lastFrom(spans, one.start);
    const sentence = spans[index];
    const names = past.get(index) ?? new Set();
    if (sentence && !names.has(one.name) && history.has(sentence, one)) past.set(index, names.add(one.name));
  }
  return past;
}

/** The article that words end with, with the space. */
function articleIn(before: string): string {
  return /(?<![\w'’-])(?:the|an?)\s$/i.exec(before)?.[0] ?? '';
}

/** A text with names in it. What is asked of a name is looked up: a hostile paragraph has tens of thousands of them. */
interface Look {
  /** Whether it is somebody else's, or a note. */
  readonly isOthers: boolean;
  /** Stretches in which a name is left as it is: links, and titles of works. */
  readonly titles: readonly Span[];
  readonly sentences: readonly Span[];
  toSource(start: number, end: number): Span;
}

interface Text {
  readonly text: string;
  /** More of it, for when there is a name in it. */
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
  // The cells of a row go together: the year stands in one of its own.
  const whole = kind === 'table-row' || kind === 'quotation' || inFootnote;
  return {
    isOthers: kind === 'quotation' || inFootnote,
    titles: links.map((link) => link.prose),
    sentences: whole ? [{ start: 0, end: prose.text.length }] : sentences(prose.text),
    toSource: (start, end) => prose.toSource(start, end),
  };
}

/** Words with a capital that begin a sentence, and no name. */
const NO_NAME =
  /^(?:The|An?|Our|Your|Their|Its|His|Her|This|That|Local|National|At|In|On|By|To|From|With|Through|For|And|But|Or|If|When|While|As|Both|Like|Unlike|Ask|Call|Contact|See|Visit|Join|Tell|Use|Try|Is|Are|Does|Will|Can)$/;

/** “Ashby Connexions”, “Age Concern Luton”: a name of its own, which may have stayed. */
function isPartOfAName(text: string, start: number, end: number): boolean {
  const before = /(\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{0,30})\s$/u.exec(
    text.slice(Math.max(0, start - 30), start),
  )?.[1];
  if (before !== undefined && !NO_NAME.test(before)) return true;
  return /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}
