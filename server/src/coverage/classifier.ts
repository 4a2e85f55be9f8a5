/** Collects the units of a draft and their context, from which `draft-readings.ts` decides what they say. */

import { directivesOf, isDirective, type Run, RunMap, runsOf } from '../draft';
import type { Block, Draft, PlacedBlock } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import type { Project, Term } from '../project/types';
import { lookUpIn } from '../support/look-up';
import { addTo } from '../util/lists';
import { memoized } from '../util/memoize';
import { type Counts, contextOf, countsOf, LineReader, sumOf } from './document';
import { DraftReadings } from './draft-readings';
import type { Genre } from './focus';
import { Lexicon } from './lexicon';
import { columns } from './odds';
import { type Unit, UnitReader } from './units';

/** The readers for a project: its lexicon, with the framework's and the configuration's own terms. */
class Classifier {
  readonly #units: UnitReader;
  readonly #lines: LineReader;
  readonly framework: Framework;

  constructor(project: Project) {
    this.framework = project.framework;
    const { terms } = project.configuration;
    const { units, lines } =
      terms.length === 0 ? readersOf(project.framework) : readers(project.framework, terms);
    this.#units = units;
    this.#lines = lines;
  }

  /** Reads a run of blocks ahead of the draft. */
  readAhead(run: Run): void {
    unitsIn.of(run, this.#units);
  }

  /**
   * Reads a draft.
   *
   * @param genre whether the draft counts as a paper or a page for a topic: see `genreIn`
   */
  read(draft: Draft, genre: (topic: Topic) => Genre | undefined): DraftReadings {
    const runs = runsOf(draft);
    const read = runs.map(({ run }) => unitsIn.of(run, this.#units));
    const sum = sumOf(read.map(({ counts }) => counts));
    // Allocated at full length: arrays that grow are copied several times in a long draft.
    const units = new Array<Unit>(sum.units);
    const placedUnits = new Array<PlacedBlock>(sum.units);
    const declaredUnits = new Map<number, ReadonlySet<string>>();
    const strong: number[][] = this.framework.topics.map(() => []);
    let declared: ReadonlySet<string> | undefined;
    let from = 0;
    for (const [position, here] of read.entries()) {
      const { run, index } = runs[position]!;
      if (here.declares || declared) declared = declare(run.blocks, here, from, declared, declaredUnits);
      here.strong.forEach((positions, k) => {
        for (const position of positions) strong[k]!.push(from + position);
      });
      for (const { at, unit } of here.units) {
        units[from] = unit;
        placedUnits[from++] = draft.blocks[index + at]!;
      }
    }
    const locals = columns.of(units);
    const context = contextOf(draft, { units, placed: placedUnits, locals }, this.#lines, sum);
    return new DraftReadings({
      framework: this.framework,
      reader: this.#units,
      units,
      placed: placedUnits,
      strong,
      declared: declaredUnits,
      context,
      lookUp: lookUpIn(draft),
      genre,
    });
  }
}

function readers(framework: Framework, terms?: readonly Term[]): { units: UnitReader; lines: LineReader } {
  const lexicon = new Lexicon(framework, terms);
  return { units: new UnitReader(lexicon, framework), lines: new LineReader(lexicon) };
}
/** Shared by all projects with the same framework and no terms of their own. */
const readersOf = memoized((framework: Framework) => readers(framework));

export const classifierOf = memoized((project: Project): Classifier => new Classifier(project));

interface RunUnits {
  /** Each unit with the position of its block in the run. */
  readonly units: readonly { readonly at: number; readonly unit: Unit }[];
  readonly counts: Counts;
  /** By position of the topic in the framework: the positions of the units with a strong cue of it. */
  readonly strong: ReadonlyMap<number, readonly number[]>;
  /** Whether the run has an `advocacy-covers` comment. */
  readonly declares: boolean;
}

const unitsIn = new RunMap((blocks, reader: UnitReader): RunUnits => {
  const units = blocks.flatMap((block, at) =>
    isDirective(block) ? [] : reader.unitsOf(block).map((unit) => ({ at, unit })),
  );
  const strong = new Map<number, number[]>();
  for (const [position, { unit }] of units.entries()) {
    for (const k of unit.strong) {
      addTo(strong, k, position);
    }
  }
  return {
    units,
    strong,
    counts: countsOf(units.map(({ unit }) => unit)),
    declares: blocks.some((block) => declaredBy(block) !== undefined),
  };
});

/**
 * Records which topics an `advocacy-covers` comment declares for the units of a run.
 *
 * @param from the number of units before the run
 * @param declared topics that a comment before the run declares for its first block
 * @returns topics that are declared for the first block after the run
 */
function declare(
  blocks: readonly Block[],
  { units: read }: RunUnits,
  from: number,
  declared: ReadonlySet<string> | undefined,
  units: Map<number, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  let next = 0;
  for (const [at, block] of blocks.entries()) {
    const here = declaredBy(block);
    if (here) declared = here;
    // Other comments may stand between the comment and its block.
    if (here || isDirective(block)) continue;
    for (; read[next]?.at === at; next++) if (declared) units.set(from + next, declared);
    // The comment applies to the next block; where that is a heading, also to the block after it.
    if (block.node.type !== 'heading') declared = undefined;
  }
  return declared;
}

/** The topics that a block declares, where it is an `advocacy-covers` comment. */
function declaredBy(block: Block): ReadonlySet<string> | undefined {
  if (block.node.type !== 'html') return undefined;
  const directive = directivesOf(block).find((d) => d.name === 'covers');
  return directive && new Set(directive.values.map((v) => v.text));
}
