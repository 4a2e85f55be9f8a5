/** Decides what each unit of a draft says on each topic. */
import { directivesOf } from '../draft';
import type { Draft, Heading, Passage, PlacedBlock } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import type { Project } from '../project/types';
import { type Context, contextOf, LineReader } from './document';
import { Lexicon, TOPIC_COUNT } from './lexicon';
import { builtInModel, dot } from './model';
import { proofOf } from './proof';
import { cuesOf, headingReason, modelIndex, reason, reasonsIn, shift, strengthOf } from './reasons';
import { CONTEXT_SIGNALS, contextSignals, probability } from './signals';
import type { CoveredPassage, Reason } from './types';
import { type Unit, UnitReader } from './units';

type Claimed = CoveredPassage['state'];

/** A unit where it stands, with what its author declared of it. */
export interface PlacedUnit extends Unit {
  readonly placed: PlacedBlock;
  /** Topics of an `advocacy-covers` before it; undefined where the engine decides. */
  readonly declared: ReadonlySet<string> | undefined;
}

/** Everything that judging needs of a project, made once for it. */
export class Judge {
  readonly #units: UnitReader;
  readonly #lines: LineReader;
  readonly framework: Framework;

  constructor(project: Project) {
    this.framework = project.framework;
    const lexicon = new Lexicon(project.framework, project.configuration.terms);
    const shared = lexicon.plain ? plain : { units: new UnitReader(lexicon), lines: new LineReader(lexicon) };
    this.#units = shared.units;
    this.#lines = shared.lines;
  }

  read(draft: Draft): Reading {
    const units: PlacedUnit[] = [];
    let declared: ReadonlySet<string> | undefined;
    for (const placed of draft.blocks) {
      const said = declaredBy(placed);
      if (said) {
        declared = said;
        continue;
      }
      const found = this.#units.unitsOf(placed.block);
      for (const unit of found) units.push({ ...unit, placed, declared });
      // It speaks of the block after it, which may be a heading: then of what follows that.
      if (placed.block.node.type !== 'heading') declared = undefined;
    }
    return new Reading(this.framework, units, contextOf(draft, units, this.#lines));
  }
}

const plainLexicon = new Lexicon();
const plain = { units: new UnitReader(plainLexicon), lines: new LineReader(plainLexicon) };

const judges = new WeakMap<Project, Judge>();

export function judgeOf(project: Project): Judge {
  let judge = judges.get(project);
  if (!judge) {
    judge = new Judge(project);
    judges.set(project, judge);
  }
  return judge;
}

/** The topics of an `advocacy-covers` directive, where the block is one and nothing else. */
function declaredBy({ block }: PlacedBlock): ReadonlySet<string> | undefined {
  if (block.node.type !== 'html') return undefined;
  const directive = directivesOf(block).find((d) => d.name === 'covers');
  return directive && new Set(directive.values.map((v) => v.text));
}

/** Topics that rest on the cues alone are argued when a case is being made about them. */
const CASE = 0.5;
/** A line of a few words outside a list must say more for itself. */
const FEW_WORDS = 15;
const FEW_WORDS_MORE = 0.2;

/** A draft as read: the verdict on each unit and topic, worked out when asked for. */
export class Reading {
  readonly #scores: readonly Float64Array[];

  constructor(
    readonly framework: Framework,
    readonly units: readonly PlacedUnit[],
    readonly context: Context,
  ) {
    const signals = new Float64Array(CONTEXT_SIGNALS.length);
    this.#scores =
      context.gate === 'closed'
        ? []
        : units.map((unit, i) => {
            const place = context.place(i);
            const z = new Float64Array(TOPIC_COUNT);
            for (let t = 0; t < TOPIC_COUNT; t++) {
              contextSignals(unit.local, place, context.summary, t, signals);
              z[t] = unit.base[t]! + dot(builtInModel.document.context, signals);
            }
            return z;
          });
  }

  /** Probability that a unit makes a case on a topic of the model (by its position there), the gate apart. */
  probability(unit: number, topic: number): number {
    const z = this.#scores[unit];
    return z ? probability(z[topic]!) : 0;
  }

  threshold(unit: number, topic: number): number {
    const { features } = this.units[unit]!;
    const few = features.words.stem.length < FEW_WORDS && features.signs.at(-1) === 0;
    return builtInModel.threshold[topic]! + (few ? FEW_WORDS_MORE : 0);
  }

  /** What the passages of the draft say on a topic, in order. */
  on(topic: Topic): readonly CoveredPassage[] {
    const found: CoveredPassage[] = [];
    const model = modelIndex(topic);
    for (const [i, unit] of this.units.entries()) {
      if (unit.declared) {
        if (!unit.declared.has(topic.id)) continue;
        for (const passage of unit.passages) found.push(declaredPassage(unit, passage));
        continue;
      }
      const state = this.#state(i, unit, topic, model);
      if (!state) continue;
      let offset = 0;
      let any = false;
      for (const passage of unit.passages) {
        if (unit.passages.length === 1 || cuesOf(topic, passage, unit.features, offset).length > 0) {
          found.push(this.#covered(i, unit, passage, offset, topic, state));
          any = true;
        }
        offset += passage.prose.text.length + 1;
      }
      if (!any) found.push(this.#covered(i, unit, unit.passages[0]!, 0, topic, state));
    }
    return found;
  }

  #state(i: number, unit: PlacedUnit, topic: Topic, model: number): Claimed | undefined {
    const { gate } = this.context;
    if (gate === 'closed' || (gate === 'areas' && topic.group !== 'area')) return undefined;
    const strong = unit.features.cues.some((cue) => strengthOf(cue, topic) === 'strong');
    const argued =
      model >= 0
        ? this.probability(i, model) > this.threshold(i, model)
        : strong && unit.local.making > CASE && unit.features.words.stem.length >= 8;
    if (!argued) return strong ? 'mentioned' : undefined;
    return unit.passages.some((p) => proofOf(p).length > 0) ? 'evidenced' : 'argued';
  }

  #covered(
    i: number,
    unit: PlacedUnit,
    passage: Passage,
    offset: number,
    topic: Topic,
    state: Claimed,
  ): CoveredPassage {
    const { placed, features } = unit;
    let known: readonly Reason[] | undefined;
    const own = state === 'evidenced' && proofOf(passage).length === 0 ? 'argued' : state;
    const reading = this;
    return {
      placed,
      passage,
      state: own,
      get reasons() {
        known ??= reading.#reasons(i, placed, passage, features, offset, topic, own);
        return known;
      },
    };
  }

  #reasons(
    i: number,
    placed: PlacedBlock,
    passage: Passage,
    features: PlacedUnit['features'],
    offset: number,
    topic: Topic,
    state: Claimed,
  ): readonly Reason[] {
    const reasons = reasonsIn(topic, placed, passage, features, offset, state);
    if (
      reasons.some((r) => r.why === 'cue') &&
      cuesOf(topic, passage, features, offset).some((c) => strengthOf(c, topic) === 'strong')
    ) {
      return reasons;
    }
    return [...this.#around(i, topic), ...reasons];
  }

  /** What a passage without a strong word of its own takes the topic from: its headings, the title, what stands before it. */
  #around(i: number, topic: Topic): readonly Reason[] {
    const speaks = (heading: Heading) =>
      this.context.lines.read(heading.text).cues.some((c) => strengthOf(c, topic) === 'strong');
    const heading = this.context.headingsAbove(i).findLast(speaks);
    if (heading) return [headingReason(heading)];
    const { title } = this.context;
    if (title?.heading && speaks(title.heading)) return [headingReason(title.heading)];
    for (const step of [-1, 1]) {
      for (let k = i + step; k >= 0 && k < this.units.length && Math.abs(k - i) <= 10; k += step) {
        const unit = this.units[k]!;
        let offset = 0;
        for (const passage of unit.passages) {
          const cue = cuesOf(topic, passage, unit.features, offset).find(
            (c) => strengthOf(c, topic) === 'strong',
          );
          if (cue) {
            const { start, end } = unit.features.words;
            return [
              reason('context', passage, unit.placed, start[cue.first]! - offset, end[cue.last]! - offset),
            ];
          }
          offset += passage.prose.text.length + 1;
        }
      }
    }
    return [];
  }
}

function declaredPassage(unit: PlacedUnit, passage: Passage): CoveredPassage {
  return {
    placed: unit.placed,
    passage,
    state: 'argued',
    reasons: [{ why: 'author', text: passage.prose.text, span: shift(passage.span, unit.placed.start) }],
  };
}
