import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyse } from '../../src/analysis';
import { type Draft, editDraft, parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';

describe('earlier versions of a draft', () => {
  /** A table in which each row argues and proves a topic. */
  const rows = Array.from(
    { length: 12 },
    (_, n) =>
      `| In 202${n % 5} the library helped ${n + 300} residents to get online, and 4${n % 10}% of them have found work since (ONS, 2023). | ${n} |\n`,
  );
  const text = `---\nkind: briefing\n---\n\n# Ashby\n\n| What | Row |\n| --- | --- |\n${rows.join('')}`;

  const judged = (draft: Draft): Draft => {
    const { coverage } = analyse(draft, builtInProject);
    for (const { passages } of coverage.areas) for (const { reasons } of passages) assert(reasons);
    return draft;
  };

  it('leave the memory when their table has been typed in', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    let draft = judged(parseDraft(text));
    const earlier: WeakRef<object>[] = [];
    const start = text.indexOf(' helped');
    for (let key = 0; key < 6; key++) {
      const block = draft.blocks.find(({ block: { node } }) => node.type === 'table')!.block;
      earlier.push(new WeakRef(block));
      draft = judged(editDraft(draft, { span: { start, end: start }, text: 'a' }));
    }
    // A reference that was just made holds its object until the next task.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    const left = earlier.filter((block) => block.deref() !== undefined).length;
    assert(left <= 1, `${left} of ${earlier.length} earlier tables are still there`);
  });
});
