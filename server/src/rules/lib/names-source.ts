/**
 * The list of names that changed, as the matcher takes it. The build replaces this file by what it exports: few texts have
 * one of the names, and none is to wait until thousands are taken apart.
 */
import { byFirstKey } from '../../words/phrase-keys';
import data from '../data/names.json';

/** The entries as JSON, without what is there for whoever reads the list. */
export const writtenNames: string = JSON.stringify(data.names, (key, value) =>
  key === 'url' || key === 'right' ? undefined : value,
);

/** The old names by the key that they begin with, as `Listed` has them: of which entry each is, and which of it. */
export const oldNames: Readonly<Record<string, string>> = byFirstKey(
  data.names.flatMap(({ old }, entry) => old.map((name, which) => [name, `${entry},${which}`] as const)),
  true,
);
