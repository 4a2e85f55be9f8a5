import assert from 'node:assert/strict';
import type { missingTopic as MissingTopic } from '../../src/commands/missing-topic';
import { requireWithout } from './without-vscode';

interface Shown {
  readonly labels: readonly string[];
  readonly detail: string;
  readonly title: string;
  readonly prompt?: string;
}

/** What is offered about a topic on which a draft says nothing. */
async function offered(version: string, argue: string | undefined, asked = true): Promise<Shown> {
  let shown: Shown | undefined;
  const { missingTopic } = requireWithout<{ missingTopic: typeof MissingTopic }>(
    '../../src/commands/missing-topic',
    {
      version,
      window: {
        async showQuickPick(
          items: readonly { readonly label: string; readonly detail: string }[],
          options: Pick<Shown, 'title' | 'prompt'>,
        ) {
          shown = { labels: items.map(({ label }) => label), detail: items[0]!.detail, ...options };
        },
      },
    },
  );
  const topic = { id: 'digital', title: 'Digital inclusion', state: 'missing', asked, passages: [] };
  await missingTopic({} as never, [{ node: 'topic', group: 'area', topic }, argue]);
  return shown!;
}

const ARGUE =
  'Show how residents without skills, a device or a connection get online through the library: who they are, the help or equipment that they get, and what they can do now.';

describe('Whoever selects a topic that is missing', () => {
  it('reads in whole what to say on it, where VS Code has the room', async () => {
    const { title, prompt, labels } = await offered('1.110.0', ARGUE);
    assert.equal(title, 'Digital inclusion: nothing in this paper is about it yet.');
    assert.equal(prompt, ARGUE);
    assert.deepEqual(labels, ['Insert an Argument']);
  });

  it('reads it in the row of an older one', async () => {
    const { detail, prompt } = await offered('1.100.3', ARGUE);
    assert.equal(detail, ARGUE);
    assert.equal(prompt, undefined);
  });

  it('can hold the paper to it, where it is not held to it', async () => {
    const { labels, detail } = await offered('1.110.0', undefined, false);
    assert.match(detail, /where it belongs in the paper, which is then held to it\.$/);
    assert.match((await offered('1.110.0', undefined)).detail, /where it belongs in the paper\.$/);
    assert.deepEqual(labels, ['Insert an Argument', 'Hold This Paper to It']);
  });

  it('finds no link and no icon in what a framework of somebody else says', async () => {
    for (const version of ['1.100.3', '1.110.0']) {
      const { detail, prompt = '' } = await offered(version, '$(star) [Read this](command:a.b)');
      assert.doesNotMatch(`${detail} ${prompt}`, /\]\(|\$\(/);
    }
  });
});
