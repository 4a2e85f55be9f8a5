/** The list of names that changed. The build replaces this module by its values, so that they are not computed at start. */
import { byFirstKey } from '../../../words/phrase-keys';
import data from '../../data/names.json';

/** The entries as JSON, without the fields that only people read. */
export const writtenNames: string = JSON.stringify(data.names, (key, value) =>
  key === 'url' || key === 'right' ? undefined : value,
);

/** The old names by their first key, as `Listed` has them; a value is the position of the entry and of the name in it. */
export const oldNames: Readonly<Record<string, string>> = byFirstKey(
  data.names.flatMap(({ old }, entry) => old.map((name, which) => [name, `${entry},${which}`] as const)),
  true,
);
