/** What a unit knows of its document: a summary, made anew after each change from the numbers kept with the blocks. */
import { headings } from '../draft';
import type { Draft, Heading, PlacedBlock } from '../draft/types';
import { type Features, featuresOf } from './features';
import { classIndex, type Lexicon, TOPIC_COUNT } from './lexicon';
import type { Local, Place, Summary } from './signals';

const LIBRARY = classIndex('library');
const PARTNER = classIndex('partner');
const SOFTWARE = classIndex('software');
const PUBLIC_LIBRARY = classIndex('public-library');

/** A unit where it stands. */
export interface Standing {
  readonly placed: PlacedBlock;
  readonly features: Features;
  readonly local: Local;
}

/** How much a document may claim: nothing, areas alone (need, or a partner's work), or all. */
export type Gate = 'closed' | 'areas' | 'open';

export interface Context {
  readonly summary: Summary;
  readonly gate: Gate;
  readonly title: Title | undefined;
  readonly lines: LineReader;
  /** What stands around the unit at `index`. */
  place(index: number): Place;
  /** The headings above it, the nearest last; the title is none of them. */
  headingsAbove(index: number): readonly Heading[];
}

export interface Title {
  readonly text: string;
  readonly features: Features;
  /** The heading that is the title; undefined where the front matter gives it. */
  readonly heading: Heading | undefined;
}

/** Features of headings and titles, which are few and seldom change. */
export class LineReader {
  #known = new Map<string, Features>();

  constructor(readonly lexicon: Lexicon) {}

  read(text: string): Features {
    let features = this.#known.get(text);
    if (!features) {
      if (this.#known.size > 5000) this.#known = new Map();
      features = featuresOf(text, false, this.lexicon);
      this.#known.set(text, features);
    }
    return features;
  }
}

export function contextOf(draft: Draft, units: readonly Standing[], lines: LineReader): Context {
  const title = titleOf(draft, lines);
  const above = headingsAbove(units, headings(draft), title?.heading);
  const strengths = new Map<readonly Heading[], Float64Array>();
  const summary = summarise(units, title?.features);
  return {
    summary,
    gate: gateOf(draft, units, title?.features, lines),
    title,
    lines,
    headingsAbove: (index) => above[index]!,
    place(index) {
      const path = above[index]!;
      let inHeadings: Float64Array | undefined;
      if (path.length > 0) {
        inHeadings = strengths.get(path);
        if (!inHeadings) {
          inHeadings = new Float64Array(TOPIC_COUNT);
          for (const h of path) {
            const { strong, weak } = lines.read(h.text);
            for (let t = 0; t < TOPIC_COUNT; t++) inHeadings[t]! += Math.min(2, strong[t]! + 0.3 * weak[t]!);
          }
          strengths.set(path, inHeadings);
        }
      }
      return {
        index,
        previous: units[index - 1]?.local,
        beforePrevious: units[index - 2]?.local,
        next: units[index + 1]?.local,
        headings: inHeadings,
      };
    },
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

function summarise(units: readonly Standing[], title: Features | undefined): Summary {
  const sum = new Float64Array(TOPIC_COUNT);
  const first = new Float64Array(TOPIC_COUNT);
  const second = new Float64Array(TOPIC_COUNT);
  const lead = new Float64Array(TOPIC_COUNT);
  let topSum = 0;
  let withLibrary = 0;
  for (let i = 0; i < units.length; i++) {
    const { local, features } = units[i]!;
    topSum += local.top;
    if (features.classes[LIBRARY]! > 0) withLibrary++;
    for (let t = 0; t < TOPIC_COUNT; t++) {
      const p = local.p[t]!;
      sum[t]! += p;
      if (i < 3) lead[t]! += p;
      if (p > first[t]!) {
        second[t] = first[t]!;
        first[t] = p;
      } else if (p > second[t]!) second[t] = p;
    }
  }
  let all = 0;
  let main = 0;
  for (const s of sum) {
    all += s;
    main = Math.max(main, s);
  }
  const inTitle = title !== undefined && title.classes[LIBRARY]! > 0 ? 0.5 : 0;
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
  units: readonly Pick<Standing, 'features'>[],
  title: Features | undefined,
  lines: LineReader,
): Gate {
  if (isSoftware(units, title)) return 'closed';
  if (title && title.classes[LIBRARY]! > 0) return 'open';
  const { kind, organisation, audience } = draft.frontMatter.data;
  // Whoever gives a draft its kind writes it with this tool, for a library.
  if (kind !== undefined) return 'open';
  for (const line of [organisation, audience]) {
    if (line !== undefined && lines.read(line).classes[LIBRARY]! > 0) return 'open';
  }
  let library = 0;
  let partner = 0;
  for (const { features } of units) {
    if (features.classes[LIBRARY]! > 0) library++;
    if (features.classes[PARTNER]! > 0) partner++;
  }
  const count = Math.max(1, units.length);
  if (library / count >= ENOUGH) return 'open';
  for (const { block } of draft.blocks) {
    // A comment may say where a text comes from: "originally published by Anytown Libraries".
    if (block.node.type === 'html' && lines.read(block.text).classes[LIBRARY]! > 0) return 'open';
  }
  return partner / count >= ENOUGH_PARTNERS ? 'areas' : 'closed';
}

function isSoftware(units: readonly Pick<Standing, 'features'>[], title: Features | undefined): boolean {
  let software = 0;
  for (const { classes } of [...units.map((u) => u.features), ...(title ? [title] : [])]) {
    if (classes[PUBLIC_LIBRARY]! > 0) return false;
    if (classes[SOFTWARE]! > 0) software++;
  }
  return software > 0 && software >= ENOUGH_SOFTWARE * units.length;
}

/** For each unit the headings that it stands under; units under the same heading share one list. */
function headingsAbove(
  units: readonly Standing[],
  found: readonly Heading[],
  title: Heading | undefined,
): readonly (readonly Heading[])[] {
  const above: (readonly Heading[])[] = [];
  let path: readonly Heading[] = [];
  let next = 0;
  for (const { placed } of units) {
    while (next < found.length && found[next]!.span.start <= placed.start) {
      const heading = found[next++]!;
      if (heading === title) continue;
      path = [...path.filter((h) => h.depth < heading.depth), heading];
    }
    above.push(path);
  }
  return above;
}
