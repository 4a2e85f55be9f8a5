/** Decides what each unit of a draft says on each topic. */
import { directivesOf, isDirective } from '../draft';
import type { Draft, Heading, Passage, PlacedBlock } from '../draft/types';
import { builtInFramework } from '../framework';
import type { Framework, Topic } from '../framework/types';
import type { Project } from '../project/types';
import { type Context, contextOf, LineReader } from './document';
import { SIGNS } from './features';
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
    if (lexicon.plain && project.framework === builtInFramework) {
      this.#units = plain.units;
      this.#lines = plain.lines;
    } else {
      this.#units = new UnitReader(lexicon, project.framework);
      this.#lines = new LineReader(lexicon);
    }
  }

  read(draft: Draft): Reading {
    const units: PlacedUnit[] = [];
    let declared: ReadonlySet<string> | undefined;
    for (const placed of draft.blocks) {
      const said = declaredBy(placed);
      if (said) declared = said;
      // Another comment in between changes nothing.
      if (said || isDirective(placed.block)) continue;
      const found = this.#units.unitsOf(placed.block);
      for (const unit of found) units.push({ ...unit, placed, declared });
      // It speaks of the block after it, which may be a heading: then of what follows that.
      if (placed.block.node.type !== 'heading') declared = undefined;
    }
    return new Reading(this.framework, units, contextOf(draft, units, this.#lines));
  }
}

const plainLexicon = new Lexicon();
/** Shared by all projects that keep to the built-in framework and terms. */
const plain = { units: new UnitReader(plainLexicon, builtInFramework), lines: new LineReader(plainLexicon) };

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
/** A topic that rests on its cues alone is not argued in fewer words. */
const LEAST_WORDS = 8;

/** A draft as read: the verdict on each unit and topic. */
export class Reading {
  /** Log odds by unit and topic of the model; empty where the gate is closed. */
  readonly #z: Float64Array;
  /** By topic of the framework: units that argue or mention it, in order. */
  readonly #verdicts: readonly { readonly unit: number; readonly argued: boolean }[][];

  constructor(
    readonly framework: Framework,
    readonly units: readonly PlacedUnit[],
    readonly context: Context,
  ) {
    const { topics } = framework;
    const open = context.gate !== 'closed';
    this.#z = new Float64Array(open ? units.length * TOPIC_COUNT : 0);
    this.#verdicts = topics.map(() => []);
    const models = topics.map(modelIndex);
    const shut = topics.map((topic) => !open || (context.gate === 'areas' && topic.group !== 'area'));
    const limits = builtInModel.threshold.map(logOdds);
    const fewLimits = builtInModel.threshold.map((p) => logOdds(p + FEW_WORDS_MORE));
    const signals = new Float64Array(CONTEXT_SIGNALS.length);
    // Unit by unit and not topic by topic: a long draft does not fit into the processor's cache.
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!;
      if (open) this.#weigh(i, unit, signals);
      const least = isFew(unit) ? fewLimits : limits;
      for (let k = 0; k < topics.length; k++) {
        const model = models[k]!;
        if (unit.declared) {
          if (unit.declared.has(topics[k]!.id)) this.#verdicts[k]!.push({ unit: i, argued: true });
        } else if (!shut[k]) {
          const strong = unit.strong[k] === 1;
          const argued =
            model >= 0 ? this.#z[i * TOPIC_COUNT + model]! > least[model]! : strong && makesCase(unit);
          if (argued || strong) this.#verdicts[k]!.push({ unit: i, argued });
        }
      }
    }
  }

  #weigh(i: number, { base, local }: PlacedUnit, signals: Float64Array): void {
    const place = this.context.place(i);
    for (let t = 0; t < TOPIC_COUNT; t++) {
      contextSignals(local, place, this.context.summary, t, signals);
      this.#z[i * TOPIC_COUNT + t] = base[t]! + dot(builtInModel.document.context, signals);
    }
  }

  /** Probability that a unit makes a case on a topic of the model (by its position there). */
  probability(unit: number, topic: number): number {
    return this.#z.length === 0 ? 0 : probability(this.#z[unit * TOPIC_COUNT + topic]!);
  }

  threshold(unit: number, topic: number): number {
    return builtInModel.threshold[topic]! + (isFew(this.units[unit]!) ? FEW_WORDS_MORE : 0);
  }

  /** What the passages of the draft say on a topic, in order. */
  on(topic: Topic): readonly CoveredPassage[] {
    const found: CoveredPassage[] = [];
    for (const { unit: i, argued } of this.#verdicts[this.framework.topics.indexOf(topic)] ?? []) {
      const unit = this.units[i]!;
      if (unit.declared) {
        for (const passage of unit.passages) found.push(declaredPassage(unit, passage));
      } else this.#add(found, i, unit, topic, argued);
    }
    return found;
  }

  #add(found: CoveredPassage[], i: number, unit: PlacedUnit, topic: Topic, argued: boolean): void {
    const { passages, features } = unit;
    const stateOf = (passage: Passage): Claimed => {
      // What is still to be filled in argues nothing yet, however well the words around it do.
      if (!argued || isUnfilled(passage)) return 'mentioned';
      return proofOf(unit.placed.block, passage).length > 0 ? 'evidenced' : 'argued';
    };
    if (passages.length === 1) {
      found.push(this.#covered(i, unit, passages[0]!, 0, topic, stateOf(passages[0]!)));
      return;
    }
    // Of several short ones those count that have a word on the topic.
    const before = found.length;
    let offset = 0;
    for (const passage of passages) {
      if (cuesOf(topic, passage, features, offset).length > 0) {
        found.push(this.#covered(i, unit, passage, offset, topic, stateOf(passage)));
      }
      offset += passage.prose.text.length + 1;
    }
    if (found.length === before)
      found.push(this.#covered(i, unit, passages[0]!, 0, topic, stateOf(passages[0]!)));
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
    return new Covered(placed, passage, state, () =>
      this.#reasons(i, placed, passage, features, offset, topic, state),
    );
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

const logOdds = (p: number) => Math.log(p / (1 - p));

function isFew({ features }: Unit): boolean {
  return features.words.stem.length < FEW_WORDS && features.signs[SIGNS.length - 1] === 0;
}

/** For a topic that rests on its cues alone. */
function makesCase({ local, features }: Unit): boolean {
  return local.making > CASE && features.words.stem.length >= LEAST_WORDS;
}

/** Works its reasons out when they are asked for: most passages are only counted. */
class Covered implements CoveredPassage {
  #find: (() => readonly Reason[]) | undefined;
  #reasons: readonly Reason[] = [];

  constructor(
    readonly placed: PlacedBlock,
    readonly passage: Passage,
    readonly state: Claimed,
    find: () => readonly Reason[],
  ) {
    this.#find = find;
  }

  get reasons(): readonly Reason[] {
    if (this.#find) {
      this.#reasons = this.#find();
      this.#find = undefined;
    }
    return this.#reasons;
  }
}

/** Whether a placeholder of a snippet is left in a passage. */
function isUnfilled({ prose }: Passage): boolean {
  return /\[insert\s/i.test(prose.text);
}

function declaredPassage({ placed }: PlacedUnit, passage: Passage): CoveredPassage {
  const proof = proofOf(placed.block, passage);
  return {
    placed,
    passage,
    state: proof.length > 0 ? 'evidenced' : 'argued',
    reasons: [
      { why: 'author', text: passage.prose.text, span: shift(passage.span, placed.start) },
      ...proof.map(({ why, start, end }) => reason(why, passage, placed, start, end)),
    ],
  };
}
