/** What a unit knows of its document: a summary, made anew after each change from the numbers kept with the blocks. */
import { BlockMap, headings } from '../draft';
import type { Block, Draft, Heading, PlacedBlock } from '../draft/types';
import { type Features, featuresOf } from './features';
import { type Lexicon, TOPIC_COUNT } from './lexicon';
import type { Locals, Summary } from './signals';
import { type Spoken, spokenIn } from './units';

/** The units of a draft in order, the blocks that they stand in, and their numbers: all of one length. */
export interface Standing {
  readonly units: readonly Spoken[];
  readonly placed: readonly PlacedBlock[];
  readonly locals: Locals;
}

/** How much a document may claim: nothing, areas alone (need, or a partner's work), or all. */
export type Gate = 'closed' | 'areas' | 'open';

export interface Context {
  readonly summary: Summary;
  readonly gate: Gate;
  readonly title: Title | undefined;
  readonly lines: LineReader;
  /** For each unit the headings that it stands under, the title among them. */
  readonly above: readonly Path[];
}

export interface Title {
  readonly text: string;
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

export function contextOf(draft: Draft, standing: Standing, lines: LineReader): Context {
  const title = titleOf(draft, lines);
  return {
    summary: summarise(standing, title?.features),
    gate: gateOf(draft, standing.units, title?.features, lines),
    title,
    lines,
    above: pathsAbove(draft, standing, lines),
  };
}

/** The front matter's title, else the first heading of the first level, else the first heading. */
export function titleOf(draft: Draft, lines: LineReader): Title | undefined {
  const given = draft.frontMatter.data.title;
  if (given !== undefined) return { text: given, features: lines.read(given), heading: undefined };
  const found = headings(draft);
  const heading = found.find((h) => h.depth === 1) ?? found[0];
  return heading && { text: heading.text, features: lines.read(heading.text), heading };
}

function summarise({ units, locals }: Standing, title: Features | undefined): Summary {
  const { count, top } = locals;
  const sum = new Float64Array(TOPIC_COUNT);
  const first = new Float64Array(TOPIC_COUNT);
  const second = new Float64Array(TOPIC_COUNT);
  const lead = new Float64Array(TOPIC_COUNT);
  for (let t = 0; t < TOPIC_COUNT; t++) {
    const column = locals.p[t]!;
    let [total, most, next] = [0, 0, 0];
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
  let withLibrary = 0;
  for (const { library } of units) if (library) withLibrary++;
  let all = 0;
  let main = 0;
  for (const s of sum) {
    all += s;
    main = Math.max(main, s);
  }
  const inTitle = title !== undefined && spokenIn(title).library ? 0.5 : 0;
  return {
    units: units.length,
    sum,
    first,
    second,
    all,
    main,
    topSum,
    lead,
    titleStrong: title?.strong ?? new Float64Array(TOPIC_COUNT),
    titleWeak: title?.weak ?? new Float64Array(TOPIC_COUNT),
    library: Math.min(1, (withLibrary / Math.max(1, units.length)) * 2) + inTitle,
  };
}

/** A draft that speaks of libraries nowhere, or in passing, makes no case for them. */
const ENOUGH = 0.08;
const ENOUGH_PARTNERS = 0.2;
/** A “library” of code: this share of units speaks of software, and none of a library with books. */
const ENOUGH_SOFTWARE = 0.25;

/** Whether a draft is about libraries, from the words of its units, title, front matter and comments. */
export function gateOf(
  draft: Draft,
  units: readonly Spoken[],
  title: Features | undefined,
  lines: LineReader,
): Gate {
  const named = title && spokenIn(title);
  if (isSoftware(units, named)) return 'closed';
  if (named?.library) return 'open';
  const { kind, organisation, audience } = draft.frontMatter.data;
  // Whoever gives a draft its kind writes it with this tool, for a library.
  if (kind !== undefined) return 'open';
  for (const line of [organisation, audience]) {
    if (line !== undefined && spokenIn(lines.read(line)).library) return 'open';
  }
  let library = 0;
  let partner = 0;
  for (const unit of units) {
    if (unit.library) library++;
    if (unit.partner) partner++;
  }
  const count = Math.max(1, units.length);
  if (library / count >= ENOUGH) return 'open';
  for (const { block } of draft.blocks) {
    // A comment may say where a text comes from: "originally published by Anytown Libraries".
    if (block.node.type === 'html' && spokenIn(lines.read(block.text)).library) return 'open';
  }
  return partner / count >= ENOUGH_PARTNERS ? 'areas' : 'closed';
}

function isSoftware(units: readonly Spoken[], title: Spoken | undefined): boolean {
  if (title?.publicLibrary) return false;
  let software = title?.software ? 1 : 0;
  for (const unit of units) {
    if (unit.publicLibrary) return false;
    if (unit.software) software++;
  }
  return software > 0 && software >= ENOUGH_SOFTWARE * units.length;
}

/** The headings that a unit stands under, the nearest last. */
export interface Path {
  readonly headings: readonly Heading[];
  /** By topic: cues in the headings. Undefined where there are no headings. */
  readonly strengths: ArrayLike<number> | undefined;
}

const NO_PATH: Path = { headings: [], strengths: undefined };

/** For each unit the headings that it stands under; units under the same heading share them. */
function pathsAbove(draft: Draft, { placed }: Standing, lines: LineReader): readonly Path[] {
  const found = headings(draft);
  const above: Path[] = [];
  let path = NO_PATH;
  let next = 0;
  for (const { start } of placed) {
    let changed = false;
    let here = path.headings;
    while (next < found.length && found[next]!.span.start <= start) {
      const heading = found[next++]!;
      here = [...here.filter((h) => h.depth < heading.depth), heading];
      changed = true;
    }
    if (changed) path = { headings: here, strengths: strengthsOf(draft, here, lines) };
    above.push(path);
  }
  return above;
}

function strengthsOf(draft: Draft, path: readonly Heading[], lines: LineReader): ArrayLike<number> {
  const sum = new Float64Array(TOPIC_COUNT);
  for (const { text, index } of path) {
    const strengths = lines.strengths(draft.blocks[index]!.block, text);
    for (let t = 0; t < strengths.length; t++) sum[t]! += strengths[t]!;
  }
  return sum;
}
