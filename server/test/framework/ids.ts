import { builtInFramework } from '../../src/framework';

/** The ids of the built-in topics of some groups, in their order: no test but that of the framework itself lists them. */
export const idsOf = (...groups: readonly ('area' | 'offer' | 'promise')[]): string[] =>
  groups.flatMap((group) => builtInFramework.topics.filter((t) => t.group === group).map(({ id }) => id));
