import { parentPort } from 'node:worker_threads';
import { ProjectStore } from '../project';
import type { Answer, Task } from './crew';
import { nodeFiles } from './files';
import { judge } from './judge';
import { projectOf } from './session';

/** A thread of its own that judges drafts for the main one. It loads their projects itself: they are no plain data. */
export function help(): void {
  const projects = new ProjectStore(nodeFiles);
  parentPort?.on('message', async ({ id, text, path, shown, question }: Task) => {
    const verdict = judge(text, await projectOf(projects, path), shown, question);
    parentPort?.postMessage({ id, verdict } satisfies Answer);
  });
}
