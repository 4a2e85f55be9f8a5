/**
 * The list of names that changed, as the matcher takes it. The build replaces this file by what it exports: few texts have
 * one of the names, and none is to wait until thousands are taken apart.
 */
import { pathOf } from '../../words/matcher';
import data from '../data/names.json';

/** The entries as JSON, without what is there for whoever reads the list. */
export const writtenNames: string = JSON.stringify(data.names, (key, value) =>
  key === 'url' || key === 'right' ? undefined : value,
);

/** The old names by the key that they begin with, as `Listed` has them: of which entry each is, and which of it. */
export const oldNames: Readonly<Record<string, string>> = byFirstKey();

function byFirstKey(): Record<string, string> {
  const lines = new Map<string, string[]>();
  for (const [entry, { old }] of data.names.entries()) {
    for (const [which, name] of old.entries()) {
      const path = pathOf(name, true);
      const [first = ''] = path.split(' ', 1);
      lines.set(first, [...(lines.get(first) ?? []), `${path.slice(first.length + 1)}\t${entry},${which}`]);
    }
  }
  return Object.fromEntries([...lines].map(([first, of]) => [first, of.join('\n')]));
}
