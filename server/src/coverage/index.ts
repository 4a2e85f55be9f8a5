/** What a draft argues, only mentions and never touches, and the words that led there. */
import type { Draft } from '../draft/types';
import type { Topic } from '../framework/types';
import type { Project } from '../project/types';
import { isAsked, kindOf } from './held-to';
import { judgeOf } from './judge';
import { type Coverage, STATES, type State, type TopicCoverage } from './types';

/**
 * Judges a draft against the project's framework. `kind` is what to take it for when its front matter names none.
 *
 * What a block says by itself is kept with the block, so that after an edit only the blocks that changed are read
 * again; what the rest of the document adds is a sum over all blocks.
 */
export function cover(draft: Draft, project: Project, options: { readonly kind?: string } = {}): Coverage {
  const { framework } = project;
  const kind = kindOf(draft, framework, options.kind);
  const reading = judgeOf(project).read(draft);
  const gather = (group: Topic['group']): TopicCoverage[] =>
    framework.topics
      .filter((topic) => topic.group === group)
      .map((topic) => {
        const passages = reading.on(topic);
        let state: State = 'missing';
        for (const p of passages) {
          if (STATES.indexOf(p.state) > STATES.indexOf(state)) state = p.state;
        }
        return { topic, state, asked: isAsked(draft, kind, topic), passages };
      });
  return { kind, areas: gather('area'), offers: gather('offer'), promises: gather('promise') };
}

export { explainPassage, type PassageDerivation, type TopicDerivation } from './explain';
export { type Guess, guessKind } from './guess';
