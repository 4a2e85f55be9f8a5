/** Reads the units of a draft, and what is known of all of them together: see `reading.ts` for what they say. */

import { directivesOf, isDirective, RunMap, runsOf } from '../draft';
import type { Block, Draft, PlacedBlock } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import { addTo } from '../lists';
import { memoized } from '../memoize';
import type { Project, Term } from '../project/types';
import { type Counts, contextOf, countsOf, LineReader, sumOf } from './document';
import { emptyNotes } from './empty-notes';
import type { Standing } from './focus';
import { Lexicon } from './lexicon';
import { columns } from './odds';
import { Reading } from './reading';
import { type Unit, UnitReader } from './units';

/** Everything that judging needs of a project, made once for it. */
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

  /** @param standing how the draft as a whole decides on a topic: `standingIn` */
  read(draft: Draft, standing: (topic: Topic) => Standing | undefined): Reading {
    const runs = runsOf(draft);
    const read = runs.map(({ run }) => unitsIn.of(run, this.#units));
    const sum = sumOf(read.map(({ counts }) => counts));
    // Lists of their full length from the start: growing ones are copied several times over in a long draft.
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
      for (const { at, unit } of here.standing) {
        units[from] = unit;
        placedUnits[from++] = draft.blocks[index + at]!;
      }
    }
    const locals = columns.of(units);
    const context = contextOf(draft, { units, placed: placedUnits, locals }, this.#lines, sum);
    return new Reading({
      framework: this.framework,
      reader: this.#units,
      units,
      placed: placedUnits,
      strong,
      declared: declaredUnits,
      context,
      empty: emptyNotes(draft),
      standing,
    });
  }
}

function readers(framework: Framework, terms?: readonly Term[]): { units: UnitReader; lines: LineReader } {
  const lexicon = new Lexicon(framework, terms);
  return { units: new UnitReader(lexicon, framework), lines: new LineReader(lexicon) };
}
/** Shared by all projects that keep to a framework, and have no terms of their own. */
const readersOf = memoized((framework: Framework) => readers(framework));

export const classifierOf = memoized((project: Project): Classifier => new Classifier(project));

/** The units of some blocks that follow each other. */
interface RunUnits {
  /** Each with the position of its block among them. */
  readonly standing: readonly { readonly at: number; readonly unit: Unit }[];
  readonly counts: Counts;
  /** By position in the framework's topics: positions of the units that have a strong cue of it. */
  readonly strong: ReadonlyMap<number, readonly number[]>;
  /** Whether there is an `advocacy-covers` among them. */
  readonly declares: boolean;
}

const unitsIn = new RunMap((blocks, reader: UnitReader): RunUnits => {
  const standing = blocks.flatMap((block, at) =>
    isDirective(block) ? [] : reader.unitsOf(block).map((unit) => ({ at, unit })),
  );
  const strong = new Map<number, number[]>();
  for (const [position, { unit }] of standing.entries()) {
    for (const k of unit.strong) {
      addTo(strong, k, position);
    }
  }
  return {
    standing,
    strong,
    counts: countsOf(standing.map(({ unit }) => unit)),
    declares: blocks.some((block) => declaredBy(block) !== undefined),
  };
});

/**
 * Notes for units of some blocks which topics are declared before them.
 *
 * @param from the number of units before
 * @param declared what is declared before
 * @returns what is declared for the blocks after
 */
function declare(
  blocks: readonly Block[],
  { standing }: RunUnits,
  from: number,
  declared: ReadonlySet<string> | undefined,
  units: Map<number, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  let next = 0;
  for (const [at, block] of blocks.entries()) {
    const said = declaredBy(block);
    if (said) declared = said;
    // Another comment in between changes nothing.
    if (said || isDirective(block)) continue;
    for (; standing[next]?.at === at; next++) if (declared) units.set(from + next, declared);
    // It speaks of the block after it, which may be a heading: then of what follows that.
    if (block.node.type !== 'heading') declared = undefined;
  }
  return declared;
}

/** The topics of an `advocacy-covers` directive, where the block is one and nothing else. */
function declaredBy(block: Block): ReadonlySet<string> | undefined {
  if (block.node.type !== 'html') return undefined;
  const directive = directivesOf(block).find((d) => d.name === 'covers');
  return directive && new Set(directive.values.map((v) => v.text));
}
