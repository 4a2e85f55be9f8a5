/**
 * The context of a unit: a summary of its document, recomputed after each change from numbers that are cached with the
 * blocks.
 */
import { BlockFinder, BlockMap, headings } from '../draft';
import type { Block, Draft, Heading, PlacedBlock } from '../draft/types';
import { getOrInsert } from '../util/memoize';
import type { Locals, Summary } from './context-signals';
import { type Features, featuresOf } from './features';
import { type Lexicon, TOPIC_COUNT } from './lexicon';
import { type Spoken, spokenIn, type Unit } from './units';

/** The units of a draft in order, with their blocks and numbers: three lists of the same length. */
interface DraftUnits {
  readonly units: readonly Counted[];
  readonly placed: readonly PlacedBlock[];
  readonly locals: Locals;
}

/** Which topics a document may argue: none, areas only (it shows need, or a partner's work), or all. */
type Gate = 'closed' | 'areas' | 'open';

export interface Context {
  readonly summary: Summary;
  readonly gate: Gate;
  readonly title: Title | undefined;
  readonly lines: LineReader;
  /** The headings above each unit, the title among them. */
  readonly above: readonly Path[];
}

interface Title {
  readonly features: Features;
  /** The heading that is the title; undefined where the front matter has the title. */
  readonly heading: Heading | undefined;
}

/** How many lines have their features cached: more than a paper has headings. */
const FEATURES_KEPT = 200;
/** Caches how strongly a heading speaks of each topic, for the reader that computed it. */
const known = new BlockMap<{ readonly lines: LineReader; readonly strengths: readonly number[] }>();

/** Computes and caches the features of headings and titles. */
export class LineReader {
  readonly #features = new Map<string, Features>();

  constructor(readonly lexicon: Lexicon) {}

  read(text: string): Features {
    return getOrInsert(this.#features, text, () => {
      if (this.#features.size >= FEATURES_KEPT) this.#features.clear();
      return featuresOf(text, false, this.lexicon);
    });
  }

  /** How strongly a heading speaks of each topic of the model; empty where it has no cue of any. */
  strengths(block: Block, text: string): readonly number[] {
    let found = known.get(block);
    if (found?.lines !== this) {
      const { strong, weak } = featuresOf(text, false, this.lexicon);
      const strengths = Array.from(strong, (value, t) => Math.min(2, value + 0.3 * weak[t]!));
      found = {
        lines: this,
        strengths: strengths.some((strength) => strength > 0) ? strengths : NO_STRENGTHS,
      };
      known.set(block, found);
    }
    return found.strengths;
  }
}

const NO_STRENGTHS: readonly number[] = [];

/** A unit, as far as it is counted. */
type Counted = Spoken & Partial<Pick<Unit, 'unwritten'>>;

const SPOKEN = ['library', 'partner', 'software', 'publicLibrary'] as const;

/** How many units are written, and how many of them speak of libraries, partners and software. */
export type Counts = Readonly<Record<'units' | (typeof SPOKEN)[number], number>>;

const NONE: Counts = { units: 0, library: 0, partner: 0, software: 0, publicLibrary: 0 };

export function countsOf(units: readonly Counted[]): Counts {
  const counts = { ...NONE };
  for (const unit of units) {
    if (unit.unwritten) continue;
    counts.units++;
    for (const what of SPOKEN) if (unit[what]) counts[what]++;
  }
  return counts;
}

/** Adds the counts of several runs. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = { ...NONE };
  for (const one of all) for (const what of ['units', ...SPOKEN] as const) sum[what] += one[what];
  return sum;
}

export function contextOf(
  draft: Draft,
  of: DraftUnits,
  lines: LineReader,
  counts: Counts = countsOf(of.units),
): Context {
  const title = titleOf(draft, lines);
  return {
    summary: summarise(of.locals, counts, title?.features),
    gate: gateOf(draft, counts, title?.features, lines),
    title,
    lines,
    above: pathsAbove(draft, of, lines),
  };
}

/** The title: the front matter's, or else the first heading of level 1, or else the first heading. */
export function titleOf(draft: Draft, lines: LineReader): Title | undefined {
  const given = draft.frontMatter.data.title;
  if (given !== undefined) return { features: lines.read(given), heading: undefined };
  const found = headings(draft);
  const heading = found.find((h) => h.depth === 1) ?? found[0];
  return heading && { features: lines.read(heading.text), heading };
}

function summarise(locals: Locals, counts: Counts, title: Features | undefined): Summary {
  const { count, top } = locals;
  const sum = new Float64Array(TOPIC_COUNT);
  const first = new Float64Array(TOPIC_COUNT);
  const second = new Float64Array(TOPIC_COUNT);
  const lead = new Float64Array(TOPIC_COUNT);
  for (let t = 0; t < TOPIC_COUNT; t++) {
    const column = locals.p[t]!;
    let total = 0;
    let most = 0;
    let next = 0;
    for (let i = 0; i < count; i++) {
      const p = column[i]!;
      total += p;
      if (i < 3) lead[t]! += p;
      if (p > most) {
        next = most;
        most = p;
      } else if (p > next) next = p;
    }
    sum[t] = total;
    first[t] = most;
    second[t] = next;
  }
  let topSum = 0;
  for (let i = 0; i < count; i++) topSum += top[i]!;
  let all = 0;
  let main = 0;
  for (const s of sum) {
    all += s;
    main = Math.max(main, s);
  }
  const inTitle = title !== undefined && spokenIn(title).library ? 0.5 : 0;
  return {
    units: counts.units,
    sum,
    first,
    second,
    all,
    main,
    topSum,
    lead,
    titleStrong: title?.strong ?? new Float64Array(TOPIC_COUNT),
    titleWeak: title?.weak ?? new Float64Array(TOPIC_COUNT),
    library: Math.min(1, (counts.library / Math.max(1, counts.units)) * 2) + inTitle,
  };
}

/** The least share of units that speak of libraries; of fewer, the draft is not about them. */
const ENOUGH = 0.08;
const ENOUGH_PARTNERS = 0.2;
/**
 * From this share of units on that speak of software, the draft is about a code library, unless it mentions a public
 * one.
 */
const ENOUGH_SOFTWARE = 0.25;

const htmlBlocks = new BlockFinder((block) => (block.node.type === 'html' ? block.text : undefined));

/** Decides whether a draft is about libraries, by its units, title, front matter and comments. */
export function gateOf(draft: Draft, counts: Counts, title: Features | undefined, lines: LineReader): Gate {
  const named = title && spokenIn(title);
  if (isSoftware(counts, named)) return 'closed';
  if (named?.library) return 'open';
  const { kind, organisation, audience } = draft.frontMatter.data;
  // A draft with a kind was written with this tool, so for a library.
  if (kind !== undefined) return 'open';
  for (const line of [organisation, audience]) {
    if (line !== undefined && spokenIn(lines.read(line)).library) return 'open';
  }
  const count = Math.max(1, counts.units);
  if (counts.library / count >= ENOUGH) return 'open';
  for (const { found: comment } of htmlBlocks.in(draft, undefined)) {
    // A comment may name the origin of a text: "originally published by Anytown Libraries".
    if (spokenIn(lines.read(comment)).library) return 'open';
  }
  return counts.partner / count >= ENOUGH_PARTNERS ? 'areas' : 'closed';
}

function isSoftware(counts: Counts, title: Spoken | undefined): boolean {
  if (title?.publicLibrary || counts.publicLibrary > 0) return false;
  const software = counts.software + (title?.software ? 1 : 0);
  return software > 0 && software >= ENOUGH_SOFTWARE * counts.units;
}

/** The headings above a unit, the nearest last. */
interface Path {
  readonly headings: readonly Heading[];
  /** By topic, how strongly these headings speak of it; undefined where there are none. */
  readonly strengths: ArrayLike<number> | undefined;
}

const NO_PATH: Path = { headings: [], strengths: undefined };

/** A heading and those above it. The list is built only when it is read, which a key seldom needs. */
class HeadingPath implements Path {
  constructor(
    readonly heading: Heading,
    readonly parent: HeadingPath | undefined,
    readonly strengths: ArrayLike<number>,
  ) {}

  get headings(): readonly Heading[] {
    return this.parent ? [...this.parent.headings, this.heading] : [this.heading];
  }
}

/** The headings above each unit. Units under the same heading share one path. */
function pathsAbove(draft: Draft, { placed }: DraftUnits, lines: LineReader): readonly Path[] {
  const found = headings(draft);
  const above = new Array<Path>(placed.length);
  let path: HeadingPath | undefined;
  let next = 0;
  for (let unit = 0; unit < placed.length; unit++) {
    const { start } = placed[unit]!;
    while (next < found.length && found[next]!.span.start <= start) {
      const heading = found[next++]!;
      while (path && path.heading.depth >= heading.depth) path = path.parent;
      const { block } = draft.blocks[heading.index]!;
      const strengths = lines.strengths(block, heading.text);
      path = new HeadingPath(heading, path, together(block, path?.strengths ?? NOUGHT, strengths));
    }
    above[unit] = path ?? NO_PATH;
  }
  return above;
}

const NOUGHT = new Float64Array(TOPIC_COUNT);

/** Caches the last result of `together` with the heading's block. */
const sums = new BlockMap<{
  readonly above: ArrayLike<number>;
  readonly own: readonly number[];
  readonly sum: ArrayLike<number>;
}>();

/** Adds how strongly a heading speaks of each topic to what the headings above it say. */
function together(block: Block, above: ArrayLike<number>, own: readonly number[]): ArrayLike<number> {
  if (own.length === 0) return above;
  let last = sums.get(block);
  if (last?.above !== above || last.own !== own) {
    last = { above, own, sum: Float64Array.from(own, (strength, t) => above[t]! + strength) };
    sums.set(block, last);
  }
  return last.sum;
}
