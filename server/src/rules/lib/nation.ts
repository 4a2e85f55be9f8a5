/** Which nations of the United Kingdom a draft speaks of, or plainly comes from. */

import { BlockFinder, type Draft, perBlock } from '../../draft';
import {
  type Nation,
  nationOfAbout,
  nationOfLaw,
  nationsIn,
  nationsOfDetails,
  nationsPlainIn,
} from '../../nations';
import type { About } from '../../snippets/about';

const namedFinder = new BlockFinder(perBlock(({ text }) => nationsIn(text)));
const plainFinder = new BlockFinder(perBlock(({ text }) => nationsPlainIn(text)));
const lawFinder = new BlockFinder(perBlock(({ text }) => nationOfLaw(text)));

/** Nations other than England that a draft speaks of, or comes from. */
export function countriesOf(draft: Draft, { nation }: About): ReadonlySet<string> {
  const { title = '', organisation = '' } = draft.frontMatter.data;
  const named = new Set(nationsIn(`${title} ${organisation} ${nation ?? ''}`));
  for (const { found } of namedFinder.in(draft, undefined)) for (const nation of found) named.add(nation);
  named.delete('England');
  return named;
}

/** In how many blocks it is said how things are in a nation before a draft without details is of it. */
const PLAIN_ENOUGH = 2;

/**
 * The nation that a draft is of: the one that its service has set, or else the one that its own details, or those of
 * its service, say it comes from. Where they name none, the one by whose law on councils it goes, or whose government and
 * state of things it speaks of, if it speaks of no other. A title may be about another one. Undefined where that is not
 * sure.
 */
export function nationOf(draft: Draft, about: About): Nation | undefined {
  if (about.nation) return about.nation;
  const { organisation, author } = draft.frontMatter.data;
  const details = [organisation, author, about.organisation, about.place];
  const [ofDetails, ...others] = nationsOfDetails(details);
  if (ofDetails) return others.length === 0 ? ofDetails : undefined;
  const [law] = lawFinder.in(draft, undefined);
  if (law && speaksOnlyOf(draft, law.found)) return law.found;
  const plain = plainFinder.in(draft, undefined);
  const only = plain[0]?.found[0];
  return only !== undefined && plain.length >= PLAIN_ENOUGH && speaksOnlyOf(draft, only) ? only : undefined;
}

/** The nation other than England that a draft is plainly of; undefined where it also speaks of another one. */
export function countryOf(draft: Draft, about: About): string | undefined {
  const nation = nationOf(draft, about);
  return nation !== undefined && nation !== 'England' && speaksOnlyOf(draft, nation) ? nation : undefined;
}

function speaksOnlyOf(draft: Draft, nation: Nation): boolean {
  return namedFinder.in(draft, undefined).every(({ found }) => found.every((one) => one === nation));
}

/** Where a draft is from. */
interface Home {
  readonly nation: Nation | undefined;
  /** The details of the draft and of its service, as words with a space on either side. */
  readonly named: string;
}

export function homeOf(draft: Draft | undefined, about: About): Home {
  const { organisation, author } = draft?.frontMatter.data ?? {};
  const details = [organisation, author, about.organisation, about.place];
  const named = details.filter((one) => one !== undefined).join(' ');
  return {
    nation: draft ? nationOf(draft, about) : nationOfAbout(about),
    named: ` ${named.replace(/[^A-Za-zÀ-ÖØ-öø-ÿ]+/g, ' ')} `,
  };
}

/** How near the place where a fact holds is to a draft’s: first that place, then it with others, the whole, elsewhere. */
export function nearness(holds: string | undefined, { nation, named }: Home): 0 | 1 | 2 | 3 {
  if (holds === undefined || holds === 'United Kingdom') return 2;
  if (holds === nation || named.includes(` ${holds} `)) return 0;
  if (nation === undefined) return 2;
  return holds.includes(nation) || (holds === 'Great Britain' && nation !== 'Northern Ireland') ? 1 : 3;
}
