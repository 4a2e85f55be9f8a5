/** Which countries of the United Kingdom a draft speaks of, or plainly comes from. */
import type { About } from '../../about';
import { BlockFinder } from '../../draft';
import { headings } from '../../draft/headings';
import type { Draft } from '../../draft/types';

const COUNTRIES: Readonly<Record<string, RegExp>> = {
  'Northern Ireland': /\b(?:Northern\s+Ireland|Libraries\s+NI|Belfast|Ulster|Stormont)\b/,
  Wales: /\b(?:Wales|Welsh|Cymru|Senedd|Cardiff|Estyn)\b/,
  Scotland:
    /\b(?:Scotland|Scottish|Edinburgh|Glasgow|CoSLA|COSLA|SLIC|CILIPS|Aberdeen|Aberdeenshire|Dundee|Fife|Dumfries\s+and\s+Galloway|Renfrewshire|Lanarkshire|Ayrshire|Dunbartonshire|Clackmannanshire|Inverclyde|Midlothian|(?:East|West)\s+Lothian|Perth\s+and\s+Kinross|Argyll\s+and\s+Bute|Orkney|Shetland|High\s+Life\s+Highland|(?:Angus|Falkirk|Highland|Moray|Stirling)\s+Council)\b/,
};

function countriesIn(text: string): readonly string[] {
  const rest = withoutExtent(text);
  return Object.keys(COUNTRIES).filter((country) => COUNTRIES[country]!.test(rest));
}

/** Removes the extent of an Act, which says nothing about the country of the paper. */
function withoutExtent(text: string): string {
  return text.replaceAll('(England and Wales)', '');
}

const countryFinder = new BlockFinder(({ text }) => countriesIn(text));
const englandFinder = new BlockFinder(({ text }) => /\bEngland\b/.test(withoutExtent(text)) || undefined);

/** Countries other than England that a draft speaks of, or comes from. */
export function countriesOf(draft: Draft): ReadonlySet<string> {
  const { title = '', organisation = '' } = draft.frontMatter.data;
  const named = new Set(countriesIn(`${title} ${organisation}`));
  for (const { found } of countryFinder.in(draft, undefined)) for (const country of found) named.add(country);
  return named;
}

/** A country that so many blocks name, and no other, is the paper’s, whatever stands at its top. */
const ENOUGH = 3;

/**
 * The one country other than England that a draft is plainly of, as its title, its details, those of its service or
 * several of its paragraphs say; undefined for one that also speaks of another, England among them.
 */
export function countryOf(draft: Draft, about: About): string | undefined {
  const all = countryFinder.in(draft, undefined);
  const { title, organisation, audience, author } = draft.frontMatter.data;
  const heading = headings(draft).find(({ depth }) => depth === 1)?.text;
  const top = [title, organisation, audience, author, heading, about.organisation, about.place];
  const atTop = countriesIn(top.filter((one) => one !== undefined).join(' '));
  const named = new Set([...atTop, ...all.flatMap(({ found }) => found)]);
  const [only, ...others] = named;
  const isPlain = atTop.length === 1 || all.filter(({ found }) => found.length > 0).length >= ENOUGH;
  if (only === undefined || others.length > 0 || !isPlain) return undefined;
  return englandFinder.in(draft, undefined).length > 0 ? undefined : only;
}
