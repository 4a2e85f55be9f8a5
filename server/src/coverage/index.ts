/** What a draft argues, only mentions and never touches, and the words that led there. */
import { type Languages, languagesOf } from '../draft/language';
import type { Draft } from '../draft/types';
import type { Topic } from '../framework/types';
import { greatest } from '../lists';
import type { Project } from '../project/types';
import { classifierOf } from './classifier';
import { isAsked, kindOf, standingIn } from './held-to';
import type { Reading } from './reading';
import { type Coverage, type CoveredPassage, STATES, type State, type TopicCoverage } from './types';

/**
 * Judges a draft against the project's framework. `kind` is what to take it for when its front matter names none.
 *
 * What a block says by itself is kept with the block, so that after an edit only the blocks that changed are read
 * again; what the rest of the document adds is a sum over all blocks. What is not in English is not judged: its cues and
 * the model are of English.
 */
export function cover(draft: Draft, project: Project, options: { readonly kind?: string } = {}): Coverage {
  const { framework } = project;
  const { asks } = project.configuration;
  const kind = kindOf(draft, framework, options.kind);
  const languages = languagesOf(draft);
  let reading: Reading | undefined;
  const read = (): Reading => {
    reading ??= classifierOf(project).read(draft, standingIn(draft, project, options.kind));
    return reading;
  };
  const gather = (group: Topic['group']): TopicCoverage[] =>
    framework.topics
      .filter((topic) => topic.group === group)
      .map((topic) =>
        languages.whole === undefined
          ? new ReadTopic(read, topic, isAsked(draft, kind, topic, framework, asks), languages)
          : { topic, asked: false, state: 'missing', passages: [] },
      );
  return {
    ...(languages.whole !== undefined && { language: languages.whole }),
    kind,
    areas: gather('area'),
    offers: gather('offer'),
    promises: gather('promise'),
  };
}

/** A topic of a draft, worked out as far as it is asked for: a key in a long draft asks for little. */
class ReadTopic implements TopicCoverage {
  #state: State | undefined;
  #passages: readonly CoveredPassage[] | undefined;

  constructor(
    private readonly read: () => Reading,
    readonly topic: Topic,
    readonly asked: boolean,
    readonly languages: Languages,
  ) {}

  get state(): State {
    this.#state ??= this.languages.hasParts ? strongest(this.passages) : this.read().stateOf(this.topic);
    return this.#state;
  }

  get passages(): readonly CoveredPassage[] {
    if (!this.#passages) {
      const all = this.read().on(this.topic);
      this.#passages = this.languages.hasParts
        ? all.filter(({ placed, passage }) => !this.languages.at(placed.start + passage.span.start))
        : all;
    }
    return this.#passages;
  }
}

function strongest(passages: readonly CoveredPassage[]): State {
  return STATES[
    greatest(
      passages.map(({ state }) => STATES.indexOf(state)),
      0,
    )
  ]!;
}

export { explainPassage, type PassageDerivation, type TopicDerivation } from './explain';
export { guessKind } from './guess';
export { called, clearGuess, likelyKind } from './likely';
