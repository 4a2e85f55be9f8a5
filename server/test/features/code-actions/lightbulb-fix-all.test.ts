import assert from 'node:assert/strict';
import { Bulb } from '../bulb';
import { rulesOf } from '../editor';

describe('The light bulb fixes all that needs no question (source.fixAll.advocacy)', () => {
  const bulb = Bulb.each();

  it('is announced', () => {
    const provider = bulb.editor.capabilities.codeActionProvider;
    assert.ok(typeof provider === 'object' && provider.codeActionKinds?.includes('source.fixAll.advocacy'));
  });

  it('mends every such finding in one edit', async () => {
    const text =
      '---\nkind: letter\n---\n\n# Dear all\n\n### The library\n\nCome in.\n\n## Our hours\n\n#### On Sundays\n\nWe are open.\n';
    await bulb.editor.change(bulb.uri, { text });
    const found = rulesOf(await bulb.editor.diagnostics(bulb.uri)).filter((rule) => rule === 'heading-order');
    assert.equal(found.length, 2);
    const [action, ...others] = await bulb.at('Dear', ['source.fixAll']);
    assert.ok(action);
    assert.deepEqual(others, []);
    await bulb.editor.choose([action], action.title);
    assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('heading-order'));
  });

  it('does not come where only quick fixes are asked for', async () => {
    const actions = await bulb.at('[here]', ['quickfix']);
    assert.ok(actions.length > 0);
    assert.ok(!actions.some(({ kind }) => kind?.startsWith('source')));
  });
});
