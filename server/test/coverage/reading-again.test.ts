import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cover } from '../../src/coverage';
import { STATES } from '../../src/coverage/types';
import { editDraft, parseDraft } from '../../src/draft';
import { runs } from '../random-runs';
import { HARD_PASSAGES } from './hard-passages';
import { argued, briefing, coverageOf, project, topicsOf } from './support';

const DIGITAL =
  'Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.';
const LONELY =
  'People who live alone come to our coffee mornings to make friends, and eight in ten say that they feel less lonely.';

describe('reading again', () => {
  const blocks = [
    DIGITAL,
    LONELY,
    '## A heading',
    '- One item\n- Another item',
    'Short.',
    '> “Quoted,” said Ann.',
    ...HARD_PASSAGES.slice(0, 30).map((h) => h.text),
  ];
  const block = fc.constantFrom(...blocks);
  const body = fc.array(block, { minLength: 1, maxLength: 8 }).map((b) => b.join('\n\n'));
  const shown = (coverage: ReturnType<typeof coverageOf>) =>
    topicsOf(coverage).map((t) => [
      t.topic.id,
      t.state,
      t.passages.map((p) => [p.placed.start, p.passage.span, p.state, p.reasons]),
    ]);

  it('gives the same result every time', () => {
    fc.assert(
      fc.property(body, (text) =>
        assert.deepEqual(shown(coverageOf(briefing(text))), shown(coverageOf(briefing(text)))),
      ),
      { numRuns: runs(30) },
    );
  });

  it('after an edit gives what reading the whole anew would', () => {
    fc.assert(
      fc.property(body, block, fc.nat(), (text, piece, at) => {
        const draft = parseDraft(briefing(text));
        cover(draft, project);
        const where = 40 + (at % (draft.text.length - 40));
        const edited = editDraft(draft, { span: { start: where, end: where }, text: `\n\n${piece}\n\n` });
        assert.deepEqual(shown(cover(edited, project)), shown(coverageOf(edited.text)));
      }),
      { numRuns: runs(60) },
    );
  });

  it('has a state that is the highest of its passages', () => {
    fc.assert(
      fc.property(body, (text) => {
        for (const { state, passages } of topicsOf(coverageOf(briefing(text)))) {
          const highest = Math.max(0, ...passages.map((p) => STATES.indexOf(p.state)));
          assert.equal(STATES.indexOf(state), highest);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it('does not take a plain case away when an unrelated block is added', () => {
    for (const added of [
      'From 1 April the branch will open at 9.30am on weekdays.',
      'The minutes were agreed.',
      '## Next steps',
    ]) {
      for (const text of [`${DIGITAL}\n\n${added}`, `${added}\n\n${DIGITAL}`]) {
        assert.ok(argued(coverageOf(briefing(text))).includes('digital'), text);
      }
    }
  });

  it('survives any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void coverageOf(`# Library\n\n${text}`)),
      { numRuns: runs(200) },
    );
  });
});
