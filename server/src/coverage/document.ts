/** What a unit knows of its document: a summary, made anew after each change from the numbers kept with the blocks. */
import { BlockFinder, BlockMap, headings } from '../draft';
import type { Block, Draft, Heading, PlacedBlock } from '../draft/types';
import type { Locals, Summary } from './context-signals';
import { type Features, featuresOf } from './features';
import { type Lexicon, TOPIC_COUNT } from './lexicon';
import { type Spoken, spokenIn } from './units';

/** The units of a draft in order, the blocks that they stand in, and their numbers: all of one length. */
interface Standing {
  readonly units: readonly Spoken[];
  readonly placed: readonly PlacedBlock[];
  readonly locals: Locals;
}

/** How much a document may claim: nothing, areas alone (need, or a partner's work), or all. */
type Gate = 'closed' | 'areas' | 'open';

export interface Context {
  readonly summary: Summary;
  readonly gate: Gate;
  readonly title: Title | undefined;
  readonly lines: LineReader;
  /** For each unit the headings that it stands under, the title among them. */
  readonly above: readonly Path[];
}

interface Title {
  readonly features: Features;
  /** The heading that is the title; undefined where the front matter gives it. */
  readonly heading: Heading | undefined;
}

/** Lines whose features are kept: more than a paper has headings. */
const FEATURES_KEPT = 200;
/** How strongly headings speak of each topic, and who read them. */
const known = new BlockMap<{ readonly lines: LineReader; readonly strengths: readonly number[] }>();

/** Features of headings and titles, which are few and seldom change. */
export class LineReader {
  #features = new Map<string, Features>();

  constructor(readonly lexicon: Lexicon) {}

  read(text: string): Features {
    let features = this.#features.get(text);
    if (!features) {
      if (this.#features.size >= FEATURES_KEPT) this.#features = new Map();
      features = featuresOf(text, false, this.lexicon);
      this.#features.set(text, features);
    }
    return features;
  }

  /** How strongly a heading speaks of each topic: empty where it speaks of none. */
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

/** How many units there are, and how many of them speak of what tells a document. */
export interface Counts {
  readonly units: number;
  readonly library: number;
  readonly partner: number;
  readonly software: number;
  readonly publicLibrary: number;
}

export function countsOf(units: readonly Spoken[]): Counts {
  const counts = { units: units.length, library: 0, partner: 0, software: 0, publicLibrary: 0 };
  for (const unit of units) {
    if (unit.library) counts.library++;
    if (unit.partner) counts.partner++;
    if (unit.software) counts.software++;
    if (unit.publicLibrary) counts.publicLibrary++;
  }
  return counts;
}

/** Counts of units that follow each other. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = { units: 0, library: 0, partner: 0, software: 0, publicLibrary: 0 };
  for (const one of all) {
    sum.units += one.units;
    sum.library += one.library;
    sum.partner += one.partner;
    sum.software += one.software;
    sum.publicLibrary += one.publicLibrary;
  }
  return sum;
}

export function contextOf(
  draft: Draft,
  standing: Standing,
  lines: LineReader,
  counts: Counts = countsOf(standing.units),
): Context {
  const title = titleOf(draft, lines);
  return {
    summary: summarise(standing.locals, counts, title?.features),
    gate: gateOf(draft, counts, title?.features, lines),
    title,
    lines,
    above: pathsAbove(draft, standing, lines),
  };
}

/** The front matter's title, else the first heading of the first level, else the first heading. */
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

/** A draft that speaks of libraries nowhere, or in passing, makes no case for them. */
const ENOUGH = 0.08;
const ENOUGH_PARTNERS = 0.2;
/** A “library” of code: this share of units speaks of software, and none of a library with books. */
const ENOUGH_SOFTWARE = 0.25;

const htmlBlocks = new BlockFinder((block) => (block.node.type === 'html' ? block.text : undefined));

/** Whether a draft is about libraries, from the words of its units, title, front matter and comments. */
export function gateOf(draft: Draft, counts: Counts, title: Features | undefined, lines: LineReader): Gate {
  const named = title && spokenIn(title);
  if (isSoftware(counts, named)) return 'closed';
  if (named?.library) return 'open';
  const { kind, organisation, audience } = draft.frontMatter.data;
  // Whoever gives a draft its kind writes it with this tool, for a library.
  if (kind !== undefined) return 'open';
  for (const line of [organisation, audience]) {
    if (line !== undefined && spokenIn(lines.read(line)).library) return 'open';
  }
  const count = Math.max(1, counts.units);
  if (counts.library / count >= ENOUGH) return 'open';
  for (const { found: comment } of htmlBlocks.in(draft, undefined)) {
    // A comment may say where a text comes from: "originally published by Anytown Libraries".
    if (spokenIn(lines.read(comment)).library) return 'open';
  }
  return counts.partner / count >= ENOUGH_PARTNERS ? 'areas' : 'closed';
}

function isSoftware(counts: Counts, title: Spoken | undefined): boolean {
  if (title?.publicLibrary || counts.publicLibrary > 0) return false;
  const software = counts.software + (title?.software ? 1 : 0);
  return software > 0 && software >= ENOUGH_SOFTWARE * counts.units;
}

/** The headings that a unit stands under, the nearest last. */
interface Path {
  readonly headings: readonly Heading[];
  /** By topic: cues in the headings. Undefined where there are no headings. */
  readonly strengths: ArrayLike<number> | undefined;
}

const NO_PATH: Path = { headings: [], strengths: undefined };

/** A heading and those above it, which are listed when they are asked for: after a key, seldom. */
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

/** For each unit the headings that it stands under; units under the same heading share them. */
function pathsAbove(draft: Draft, { placed }: Standing, lines: LineReader): readonly Path[] {
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

/** What headings and the ones above them came to the last time. */
const sums = new BlockMap<{
  readonly above: ArrayLike<number>;
  readonly own: readonly number[];
  readonly sum: ArrayLike<number>;
}>();

/** The sum of how strongly a heading and those above it speak of each topic. */
function together(block: Block, above: ArrayLike<number>, own: readonly number[]): ArrayLike<number> {
  if (own.length === 0) return above;
  let last = sums.get(block);
  if (last?.above !== above || last.own !== own) {
    last = { above, own, sum: Float64Array.from(own, (strength, t) => above[t]! + strength) };
    sums.set(block, last);
  }
  return last.sum;
}
