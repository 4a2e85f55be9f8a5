import { didYouMean, nearest } from '../data-files/nearest';
import type { Span } from '../draft';
import { DIRECTIVES, directivesOf } from '../draft';
import { RULE_IDS } from '../project/configuration';
import { lostWords } from './lib/suppression';
import type { Problem, Rule } from './types';

export const directiveUnknown: Rule = {
  id: 'directive-unknown',
  group: 'files',
  severity: 'warning',
  also: ['information'],
  what: 'A comment `<!-- advocacy-… -->` that means nothing: a word that is not one of `advocacy-disable`, `advocacy-enable`, `advocacy-disable-next-line`, `advocacy-disable-file` and `advocacy-covers`, or a rule or topic that does not exist; words behind a rule where they narrow nothing, or that what follows does not have (information).',
  why: 'A comment with a slip in it does nothing, and nobody sees it in the paper.',
  example: {
    bad: '<!-- advocacy-disable sentence-lenght -->\n\nA sentence.\n',
    good: '<!-- advocacy-disable sentence-long -->\n\nA sentence.\n',
  },
  inBlock({ block, project }) {
    const problems: Problem[] = [];
    for (const { name, word, values } of directivesOf(block)) {
      if (name === 'unknown') {
        problems.push(
          unknown(
            word.span,
            word.text,
            'a comment that Library Advocacy knows',
            DIRECTIVES.map((known) => `advocacy-${known}`),
          ),
        );
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
};

function unknown(span: Span, text: string, what: string, known: readonly string[]): Problem {
  const meant = nearest(text, known);
  return {
    span,
    message: `“${text}” is not ${what}, so this comment has no effect.${didYouMean(text, known)}`,
    fixes: meant ? [{ title: `Change to “${meant}”`, edits: [{ span, text: meant }], preferred: true }] : [],
  };
}
