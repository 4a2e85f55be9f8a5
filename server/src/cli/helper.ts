import { parentPort } from 'node:worker_threads';
import { nodeFiles } from '../disk/files';
import { ProjectStore } from '../project';
import type { Answer, Task } from './crew';
import { judge } from './judge';
import { picturesOf, recording } from './pictures';
import { projectOf } from './session';

/** A thread of its own that judges drafts for the main one. It loads their projects itself: they are no plain data. */
export function help(): void {
  const projects = new ProjectStore(nodeFiles);
  parentPort?.on('message', async ({ id, text, path, isFile, shown, question }: Task) => {
    const project = await projectOf(projects, path);
    const seen = isFile ? recording(picturesOf(path, project, process.cwd())) : undefined;
    const verdict = judge(text, project, shown, question, seen?.pictures);
    parentPort?.postMessage({ id, verdict, asked: seen?.asked() ?? [] } satisfies Answer);
  });
}
