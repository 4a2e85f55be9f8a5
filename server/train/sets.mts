/**
 * The labelled papers in the arguments of commands: `--set NAME FOLDER LABELS`, `--own FILE`, `--retold FILE`, and
 * `--lines FILE` for invented lists of short lines.
 */
import { basename } from 'node:path';
import { type LabelledDocument, loadOwn, loadSet } from './corpus.mts';

export type Sets = ReadonlyMap<string, readonly LabelledDocument[]>;

/** Reads the sets in the arguments, when `load` is called, and returns the other arguments. */
export function setsIn(argv: readonly string[]): {
  readonly load: () => Sets;
  readonly rest: readonly string[];
} {
  const loaders: { readonly name: string; readonly load: () => LabelledDocument[] }[] = [];
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '--set') {
      const [name = '', folder = '', labels = ''] = argv.slice(i + 1, i + 4);
      i += 3;
      loaders.push({ name, load: () => loadSet(name, folder, labels) });
    } else if (arg === '--own' || arg === '--retold' || arg === '--lines') {
      const path = argv[++i] ?? '';
      const source = arg === '--retold' ? 'retold-by-us' : arg.slice(2);
      loaders.push({ name: basename(path, '.txt'), load: () => loadOwn(path, source) });
    } else rest.push(arg);
  }
  return { load: () => new Map(loaders.map(({ name, load }) => [name, load()])), rest };
}
