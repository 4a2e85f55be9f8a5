import { resolve } from 'node:path';
import { explain, nodeFiles, pathOf, toUri } from '../../disk/node-files';
import { writeTogether } from '../../disk/writes';
import { CONFIGURATION_NAME } from '../../project/configuration';
import { builtInProject } from '../../project/load';
import { configurationTemplate } from '../../project/template';
import { skeleton } from '../../skeleton';
import { harmless } from '../../text/plain-output';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun } from '../command-run';
import { foldersAround } from './allowed-folders';
import { leadingOut } from './write-all';

const EXAMPLE = 'briefings/first-briefing.md';

/** `advocacy init`: writes a configuration with explanations, and a first draft. Leaves existing files alone. */
export async function init(given: Arguments, io: CommandIo): Promise<number> {
  if (given.paths.length > 1) throw new UsageError('Name one folder at most: advocacy init [FOLDER].');
  const run = new CommandRun(io);
  const folder = resolve(io.cwd, given.paths[0] ?? '.');
  const kind = builtInProject.framework.kind('briefing');
  const wanted: [string, string][] = [[CONFIGURATION_NAME, configurationTemplate]];
  if (kind) wanted.push([EXAMPLE, skeleton(kind, 'What our libraries do for this place')]);
  for (const [name, text] of wanted) {
    const path = resolve(folder, name);
    const shown = run.show(toUri(path));
    const named = harmless(shown);
    try {
      const around = foldersAround(path, toUri(folder), io.cwd);
      const out = await leadingOut(run, toUri(path), around);
      if (out !== undefined) {
        run.complain(shown, out);
        continue;
      }
      if (await nodeFiles.stat(toUri(path))) {
        await run.print(`${named} is there already and was left as it is.\n`);
        continue;
      }
      await writeTogether([[path, new TextEncoder().encode(text), true]], around.map(pathOf));
      await run.print(`Wrote ${named}
`);
    } catch (error) {
      run.complain(shown, `it could not be written: ${explain(error)}`);
    }
  }
  if (!run.troubled) {
    await run.print(
      `Next: fill in ${harmless(run.show(toUri(resolve(folder, EXAMPLE))))}, then run “advocacy coverage”.\n`,
    );
  }
  return run.troubled ? 2 : 0;
}
