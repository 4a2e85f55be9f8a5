import { cover } from '../../src/coverage';
import type { Coverage, State } from '../../src/coverage/types';
import { parseDraft } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import type { Framework } from '../../src/framework/types';
import type { Project, Term } from '../../src/project/types';

export function projectWith(terms: readonly Term[] = [], framework: Framework = builtInFramework): Project {
  return {
    folder: undefined,
    configuration: {
      drafts: [],
      terms,
      evidence: [],
      acronyms: {},
      asks: {},
      rules: {},
      about: {},
      word: {},
    },
    framework,
    problems: [],
  };
}

export const project = projectWith();

/** A briefing on libraries with this body. */
export const briefing = (body: string, frontMatter = '') =>
  `---\nkind: briefing\ntitle: Our libraries\n${frontMatter}---\n\n${body}\n`;

export const coverageOf = (text: string, of: Project = project): Coverage => cover(parseDraft(text), of);

export const topicsOf = (coverage: Coverage) => [...coverage.areas, ...coverage.offers, ...coverage.promises];

export function stateOf(coverage: Coverage, id: string): State {
  const found = topicsOf(coverage).find((t) => t.topic.id === id);
  if (!found) throw new Error(`no topic ${id}`);
  return found.state;
}

/** Areas and offers that are argued or evidenced, in the framework's order. */
export const argued = (coverage: Coverage) =>
  [...coverage.areas, ...coverage.offers]
    .filter((t) => t.state === 'argued' || t.state === 'evidenced')
    .map((t) => t.topic.id);

/** What a paper says that is about a lease and nothing else. */
export const LEASE = [
  'The council leases the hall in Ashby that our library has used since 1998, and the lease ends in March.',
  'The landlord has offered the council five more years at a rent of £18,000, which is £3,000 more than now.',
  'The library lent 41,000 books last year, and 9,200 people have used their card at least once.',
  'Members asked in June whether the library could move to the leisure centre instead.',
  'Officers visited the leisure centre, which has no room with daylight and no lift to the first floor.',
  'The roof of the hall was mended in 2019 and has a guarantee of twenty years.',
  'Heating costs rose by a third when the contract ended, and the property team is seeking a new one.',
  'Staff share the car park with the surgery under an agreement that can be ended at a year’s notice.',
  'A survey of the building found that the windows need to be replaced within five years.',
  'The parish council has said that it would pay for the windows if the library stays where it is.',
  'We wrote to all users in September, and most of those who answered want to stay in the hall.',
  'The budget for 2026/27 has £15,000 for rent, so that another £3,000 would have to be found.',
  'If the council does not sign by December, the landlord may let the hall to somebody else.',
  'The library would then close until another building was found, as happened in Thornley.',
  'Cabinet is asked to agree the new lease and to add £3,000 to the budget for rent.',
];
