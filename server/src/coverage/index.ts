/** What a draft argues, what it only mentions, and the words that led to each verdict. */

import type { Run } from '../draft';
import { type Languages, languagesOf } from '../draft/language';
import type { Draft } from '../draft/types';
import type { Topic } from '../framework/types';
import type { Project } from '../project/types';
import { greatest } from '../util/lists';
import { classifierOf } from './classifier';
import type { DraftReadings } from './draft-readings';
import { genreIn, isAsked, kindOf } from './held-to';
import { type Coverage, type CoveredPassage, STATES, type State, type TopicCoverage } from './types';

/**
 * Judges what a draft argues, against the project's framework.
 *
 * What depends on a block alone is cached with the block, so that an edit re-reads only the blocks that changed; the
 * document's share is a sum over cached numbers. Text in other languages than English is not judged, as the cues and
 * the model are English.
 *
 * @param options `kind`: the kind of document that it is judged as where its front matter names none
 */
export function cover(draft: Draft, project: Project, options: { readonly kind?: string } = {}): Coverage {
  const { framework } = project;
  const { asks } = project.configuration;
  const kind = kindOf(draft, framework, options.kind);
  const languages = languagesOf(draft);
  let reading: DraftReadings | undefined;
  const read = (): DraftReadings => {
    reading ??= classifierOf(project).read(draft, genreIn(draft, project, options.kind));
    return reading;
  };
  const gather = (group: Topic['group']): TopicCoverage[] =>
    framework.topics
      .filter((topic) => topic.group === group)
      .map((topic) =>
        languages.whole === undefined
          ? new LazyTopicCoverage(read, topic, isAsked(draft, kind, topic, framework, asks), languages)
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

/** Reads a run of blocks ahead of its draft. */
export function readAhead(run: Run, project: Project): void {
  classifierOf(project).readAhead(run);
}

/** The coverage of one topic, computed when it is first read: a key in a long draft reads few. */
class LazyTopicCoverage implements TopicCoverage {
  #state: State | undefined;
  #passages: readonly CoveredPassage[] | undefined;

  constructor(
    private readonly read: () => DraftReadings,
    readonly topic: Topic,
    readonly asked: boolean,
    readonly languages: Languages,
  ) {}

  get state(): State {
    const isRead = this.#passages !== undefined || this.languages.hasParts;
    this.#state ??= isRead ? strongest(this.passages) : this.read().stateOf(this.topic);
    return this.#state;
  }

  get passages(): readonly CoveredPassage[] {
    if (!this.#passages) {
      const all = this.read().passagesOn(this.topic);
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

export { clearGuess, guessKind, likelyKind, titleWithArticle } from './kind-guess';
