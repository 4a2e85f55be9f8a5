import { resolve } from 'node:path';
import { explain, nodeFiles, toUri } from '../../disk/node-files';
import { CONFIGURATION_NAME } from '../../project/configuration';
import { builtInProject } from '../../project/load';
import { leadsOut } from '../../project/paths';
import { configurationTemplate } from '../../project/template';
import { skeleton } from '../../skeleton';
import { harmless } from '../../text/plain-output';
import { type Arguments, UsageError } from '../arguments';
import { CommandRun, type Surroundings } from '../command-run';

const EXAMPLE = 'briefings/first-briefing.md';

/** `advocacy init`: writes a configuration with explanations and a first draft; what exists is left alone. */
export async function init(given: Arguments, surroundings: Surroundings): Promise<number> {
  if (given.paths.length > 1) throw new UsageError('Name one folder at most: advocacy init [FOLDER].');
  const run = new CommandRun(surroundings);
  const folder = resolve(surroundings.cwd, given.paths[0] ?? '.');
  const kind = builtInProject.framework.kind('briefing');
  const wanted: [string, string][] = [[CONFIGURATION_NAME, configurationTemplate]];
  if (kind) wanted.push([EXAMPLE, skeleton(kind, 'What our libraries do for this place')]);
  for (const [name, text] of wanted) {
    const path = resolve(folder, name);
    const shown = run.show(toUri(path));
    const named = harmless(shown);
    try {
      if (await leadsOut(nodeFiles, toUri(folder), toUri(path))) {
        run.complain(shown, 'this is a link that leads out of the folder, and was left alone');
        continue;
      }
      if (await nodeFiles.stat(toUri(path))) {
        await run.print(`${named} is there already and was left as it is.\n`);
        continue;
      }
      await nodeFiles.write(toUri(path), new TextEncoder().encode(text), [toUri(folder)]);
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
