import { parentPort } from 'node:worker_threads';
import { nodeFiles } from '../disk/node-files';
import { ProjectStore } from '../project';
import { projectOf } from './command-run';
import { picturesOf, recording } from './pictures';
import type { Answer, Task } from './thread-pool';
import { verdictOn } from './verdict';

/** A thread that judges drafts for the main one. It loads their projects itself, as these cannot be sent to it. */
export function serveThread(): void {
  const projects = new ProjectStore(nodeFiles);
  parentPort?.on('message', async ({ id, text, path, isFile, shown, question }: Task) => {
    const project = await projectOf(projects, path);
    const recorded = isFile ? recording(picturesOf(path, project, process.cwd())) : undefined;
    const verdict = verdictOn(text, project, shown, question, recorded?.pictures);
    parentPort?.postMessage({ id, verdict, asked: recorded?.asked() ?? [] } satisfies Answer);
  });
}
