/** Decides what each unit of a draft says on each topic. */
import { directivesOf, isDirective } from '../draft';
import type { Draft, Heading, PlacedBlock } from '../draft/types';
import { builtInFramework } from '../framework';
import type { Framework, Topic } from '../framework/types';
import type { Project } from '../project/types';
import { type Claim, Covered, claimsOf, declaredClaims } from './claims';
import { Columns } from './columns';
import { type Context, contextOf, LineReader } from './document';
import type { Features } from './features';
import { Lexicon } from './lexicon';
import { builtInModel, dot } from './model';
import { cuesOf, headingReason, modelIndex, reason, strengthOf } from './reasons';
import { CONTEXT_SIGNALS, contextSignals, probability } from './signals';
import { type CoveredPassage, type Reason, STATES, type State } from './types';
import { type Unit, UnitReader } from './units';

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
    const units: Unit[] = [];
    const placedUnits: PlacedBlock[] = [];
    const declaredUnits = new Map<number, ReadonlySet<string>>();
    let declared: ReadonlySet<string> | undefined;
    for (const placed of draft.blocks) {
      const { block } = placed;
      const said = declaredBy(placed);
      if (said) declared = said;
      // Another comment in between changes nothing.
      if (said || isDirective(block)) continue;
      for (const unit of this.#units.unitsOf(block)) {
        if (declared) declaredUnits.set(units.length, declared);
        units.push(unit);
        placedUnits.push(placed);
      }
      // It speaks of the block after it, which may be a heading: then of what follows that.
      if (block.node.type !== 'heading') declared = undefined;
    }
    const locals = columns.of(units);
    const context = contextOf(draft, { units, placed: placedUnits, locals }, this.#lines);
    return new Reading(this.framework, this.#units, units, placedUnits, declaredUnits, context);
  }
}

const plainLexicon = new Lexicon();
/** One for all: drafts are read one after another. */
const columns = new Columns();

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

/** How much more a line of a few words outside a list must say for itself. */
const FEW_WORDS_MORE = 0.2;

const logOdds = (p: number) => Math.log(p / (1 - p));
/** What a topic of the model takes to be argued, in log odds. */
const LIMITS = builtInModel.threshold.map(logOdds);
const FEW_LIMITS = builtInModel.threshold.map((p) => logOdds(p + FEW_WORDS_MORE));

/** A unit that argues a topic, mentions it, or is declared to be on it. */
interface Verdict {
  readonly unit: number;
  readonly claims: readonly Claim[];
}

/** A draft as read: the verdict on each unit and topic, worked out for a topic when it is first asked for. */
export class Reading {
  readonly #verdicts: (readonly Verdict[] | undefined)[] = [];

  /**
   * @param placed for each unit its block
   * @param declared for some units the topics of an `advocacy-covers` before them; for the others the engine decides
   */
  constructor(
    readonly framework: Framework,
    private readonly reader: UnitReader,
    readonly units: readonly Unit[],
    readonly placed: readonly PlacedBlock[],
    readonly declared: ReadonlyMap<number, ReadonlySet<string>>,
    readonly context: Context,
  ) {}

  featuresOf(unit: number): Features {
    return this.reader.featuresOf(this.units[unit]!);
  }

  /** Gives the log odds that units make a case on a topic of the model (by its position there). */
  #scale(topic: number): (unit: number) => number {
    const { above, summary } = this.context;
    const locals = columns.of(this.units);
    const base = locals.base[topic]!;
    const weights = builtInModel.document.context;
    return (unit) => {
      contextSignals(locals, unit, above[unit]!.strengths, summary, topic, signals);
      return base[unit]! + dot(weights, signals);
    };
  }

  /** `contextSignals` of a unit. */
  signals(unit: number, topic: number, out: Float64Array): void {
    const { above, summary } = this.context;
    contextSignals(columns.of(this.units), unit, above[unit]!.strengths, summary, topic, out);
  }

  /** Probability that a unit makes a case on a topic of the model. */
  probability(unit: number, topic: number): number {
    if (this.context.gate === 'closed') return 0;
    return probability(this.#scale(topic)(unit));
  }

  threshold(unit: number, topic: number): number {
    return builtInModel.threshold[topic]! + (this.units[unit]!.few ? FEW_WORDS_MORE : 0);
  }

  /** The highest state of the draft's passages on a topic. */
  stateOf(topic: Topic): State {
    let highest = 0;
    for (const { claims } of this.#on(topic)) {
      for (const { state } of claims) highest = Math.max(highest, STATES.indexOf(state));
      if (highest === STATES.length - 1) break;
    }
    return STATES[highest]!;
  }

  /** What the passages of the draft say on a topic, in order. */
  on(topic: Topic): readonly CoveredPassage[] {
    const found: CoveredPassage[] = [];
    for (const { unit, claims } of this.#on(topic)) {
      const features = () => this.featuresOf(unit);
      const around = () => this.#around(unit, topic);
      for (const claim of claims) found.push(new Covered(this.placed[unit]!, claim, topic, features, around));
    }
    return found;
  }

  #on(topic: Topic): readonly Verdict[] {
    const k = this.framework.topics.indexOf(topic);
    if (k < 0) return [];
    this.#verdicts[k] ??= this.#decide(topic, k);
    return this.#verdicts[k];
  }

  #decide(topic: Topic, k: number): readonly Verdict[] {
    const { units, declared, context } = this;
    const shut = context.gate === 'closed' || (context.gate === 'areas' && topic.group !== 'area');
    const model = modelIndex(topic);
    const weigh = model >= 0 && !shut ? this.#scale(model) : undefined;
    const found: Verdict[] = [];
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!;
      const said = declared.size > 0 ? declared.get(i) : undefined;
      if (said) {
        if (said.has(topic.id))
          found.push({ unit: i, claims: declaredClaims(unit, this.placed[i]!.block, k) });
      } else if (!shut) {
        const strong = unit.strong.includes(k);
        const argued = weigh ? weigh(i) > (unit.few ? FEW_LIMITS : LIMITS)[model]! : strong && unit.makesCase;
        if (!argued && !strong) continue;
        const { block } = this.placed[i]!;
        const way = argued ? 'argued' : 'mentioned';
        found.push({ unit: i, claims: claimsOf(unit, block, topic, k, way, () => this.featuresOf(i)) });
      }
    }
    return found;
  }

  /** What a passage without a strong word of its own takes the topic from: its headings, the title, what stands before it. */
  #around(i: number, topic: Topic): readonly Reason[] {
    const speaks = (heading: Heading) =>
      this.context.lines.read(heading.text).cues.some((c) => strengthOf(c, topic) === 'strong');
    const heading = this.context.above[i]!.headings.findLast(speaks);
    if (heading) return [headingReason(heading)];
    const { title } = this.context;
    if (title?.heading && speaks(title.heading)) return [headingReason(title.heading)];
    const k = this.framework.topics.indexOf(topic);
    for (const step of [-1, 1]) {
      for (let at = i + step; at >= 0 && at < this.units.length && Math.abs(at - i) <= 10; at += step) {
        const unit = this.units[at]!;
        if (!unit.strong.includes(k)) continue;
        const features = this.featuresOf(at);
        let offset = 0;
        for (const passage of unit.passages) {
          const cue = cuesOf(topic, passage, features, offset).find((c) => strengthOf(c, topic) === 'strong');
          if (cue) {
            const { start, end } = features.words;
            return [
              reason(
                'context',
                passage,
                this.placed[at]!,
                start[cue.first]! - offset,
                end[cue.last]! - offset,
              ),
            ];
          }
          offset += passage.prose.text.length + 1;
        }
      }
    }
    return [];
  }
}

const signals = new Float64Array(CONTEXT_SIGNALS.length);
