import { didYouMean, nearest } from '../data-files/nearest';
import { DIRECTIVES, directivesOf, type Span } from '../draft';
import { RULE_IDS } from '../project/configuration';
import { changeTo } from './lib/fix';
import { rule } from './lib/rule';
import { lostWords } from './lib/settings/suppression';
import type { Problem } from './types';

export const directiveUnknown = rule('directive-unknown', {
  inBlock({ block, project }) {
    const problems: Problem[] = [];
    for (const { name, word, values } of directivesOf(block)) {
      if (name === 'unknown') {
        const all = DIRECTIVES.map((known) => `advocacy-${known}`);
        problems.push(unknown(word.span, word.text, 'a comment that Library Advocacy knows', all));
        continue;
      }
      const topics = project.framework.topics.map(({ id }) => id);
      const known = name === 'covers' ? [...topics, 'none'] : RULE_IDS;
      for (const { text, span } of values) {
        if (!known.includes(text)) {
          problems.push(unknown(span, text, name === 'covers' ? 'an area or an offer' : 'a rule', known));
        }
      }
      if (name !== 'disable-next-line')
        for (const { span } of values.flatMap(({ words }) => words ?? []))
          problems.push({
            span,
            message: `Words have no effect in “${word.text}”: only “advocacy-disable-next-line” can silence a rule for some words.`,
          });
      if (name === 'covers' && values.length === 0) {
        problems.push({
          span: word.span,
          message:
            'This comment names nothing, so it has no effect. Name the areas and offers that the next block argues, or none.',
        });
      }
    }
    return problems;
  },
  inDraft({ draft }) {
    return lostWords(draft).map(({ words, span }) => ({
      span,
      severity: 'information',
      message: `“${words}” stands nowhere in the paragraph below: nothing is silenced.`,
    }));
  },
});

function unknown(span: Span, text: string, what: string, known: readonly string[]): Problem {
  return {
    span,
    message: `“${text}” is not ${what}, so this comment has no effect.${didYouMean(text, known)}`,
    fixes: changeTo(nearest(text, known), span),
  };
}
