import { dirname, resolve } from 'node:path';
import { explain, nodeFiles, pathOf, toUri } from '../../disk/node-files';
import { writeTogether } from '../../disk/writes';
import { MARKDOWN_ENDING } from '../../files/endings';
import { skeleton } from '../../skeleton';
import { draftName } from '../../skeleton/draft-name';
import { localDate } from '../../text/dates';
import { harmless } from '../../text/plain-output';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun, checkKind } from '../command-run';
import { inShell } from '../shell-quote';
import { foldersAround } from './allowed-folders';
import { leadingOut } from './write-all';

/**
 * `advocacy new`: writes a draft of a kind with placeholders, or prints it with `-o -`. Never overwrites a file; without
 * `-o`, the draft is named after its title or kind, with a number if needed.
 */
export async function newDraft(given: Arguments, io: CommandIo): Promise<number> {
  const run = new CommandRun(io);
  // A kind of several words, such as “press release”, need not be in quotation marks.
  const name = given.paths.join(' ');
  const output = given.text('output');
  if (output !== undefined && output !== '-' && !MARKDOWN_ENDING.test(output)) {
    throw new UsageError(`The file to write must end in .md, not “${output}”.`);
  }
  const folder = io.cwd;
  const project = await run.projectOf(
    output === undefined || output === '-' ? resolve(folder, 'draft.md') : resolve(folder, output),
  );
  if (name === '') {
    const ids = project.framework.kinds.map(({ id }) => id);
    throw new UsageError(`Name the type of paper: advocacy new KIND. There are ${ids.join(', ')}.`);
  }
  checkKind(name, project);
  const kind = project.framework.kindNamed(name)!;
  const title = given.text('title') ?? '';
  const text = skeleton(kind, title, {
    about: project.configuration.about,
    today: localDate(new Date()),
  });
  if (output === '-') {
    await run.print(text);
    return run.troubled ? 2 : 0;
  }
  const isThere = async (name: string): Promise<boolean> =>
    (await nodeFiles.stat(toUri(resolve(folder, `${name}.md`)))) !== undefined;
  const path = resolve(folder, output ?? `${await draftName(title || kind.id, isThere)}.md`);
  const shown = run.show(toUri(path));
  try {
    const around = foldersAround(path, toUri(dirname(path)), folder);
    const out = await leadingOut(run, toUri(path), around);
    if (out !== undefined) {
      run.complain(shown, out);
    } else if (await nodeFiles.stat(toUri(path))) {
      run.complain(shown, 'there is a file of this name already, which was left as it is. Give another name');
    } else {
      await writeTogether([[path, new TextEncoder().encode(text), true]], around.map(pathOf));
      const next = `advocacy check ${harmless(inShell(shown))}`;
      await run.print(
        `Wrote ${harmless(shown)}\nNext: replace each “[insert …]” in it, then run “${next}”.\n`,
      );
    }
  } catch (error) {
    run.complain(shown, `it could not be written: ${explain(error)}`);
  }
  return run.troubled ? 2 : 0;
}
