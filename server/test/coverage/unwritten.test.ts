import assert from 'node:assert/strict';
import { explainPassage } from '../../src/coverage';
import { parseDraft } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import { plainText, snippet } from '../../src/snippets';
import { coverageOf, LEASE, project, stateOf, topicsOf } from './support';

const NEAR =
  'A third of our members have no internet at home, and asked us to consult them on paper as well.';
const paper = (details: string, behind = ''): string =>
  `---\nkind: report\n${details}---\n\n# The lease of the hall\n\n${NEAR}\n\n${LEASE.join('\n\n')}\n${behind}`;

describe('The paragraph to be filled in that is inserted for a topic', () => {
  for (const { id, group, snippet: argument } of builtInFramework.topics) {
    const body = plainText(snippet(argument)!.body);
    const held = `${group === 'area' ? 'areas' : 'offers'}: [${id}]\n`;
    const before = coverageOf(paper(held));
    const after = coverageOf(paper(held, `\n${body}\n`));

    it(`does not argue ${id}, nor any other topic`, () => {
      for (const { topic, state } of topicsOf(before)) {
        const now = stateOf(after, topic.id);
        if (state === 'argued' || state === 'evidenced') assert.equal(now, state, topic.id);
        else assert.ok(now === 'missing' || now === 'mentioned', `${topic.id}: ${now}`);
      }
    });

    it(`leaves what the rest of the paper says on ${id} as it is`, () => {
      const odds = (text: string) =>
        explainPassage(parseDraft(text), project, text.split('\n').indexOf(NEAR))!.topics.map(
          ({ topic, probability }) => `${topic.id} ${probability.toFixed(6)}`,
        );
      assert.deepEqual(odds(paper(held, `\n${body}\n`)), odds(paper(held)));
    });
  }
});
