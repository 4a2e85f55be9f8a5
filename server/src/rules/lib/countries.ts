/** Which countries of the United Kingdom a draft speaks of, or plainly comes from. */
import type { About } from '../../about';
import { BlockFinder, type Draft } from '../../draft';

const COUNTRIES: Readonly<Record<string, RegExp>> = {
  'Northern Ireland': /\b(?:Northern\s+Ireland|Libraries\s+NI|Belfast|Ulster|Stormont)\b/,
  Wales: /\b(?:Wales|Welsh|Cymru|Senedd|Cardiff|Estyn)\b/,
  Scotland:
    /\b(?:Scotland|Scottish|Edinburgh|Glasgow|CoSLA|COSLA|SLIC|CILIPS|Aberdeen|Aberdeenshire|Dundee|Fife|Dumfries\s+and\s+Galloway|Renfrewshire|Lanarkshire|Ayrshire|Dunbartonshire|Clackmannanshire|Inverclyde|Midlothian|(?:East|West)\s+Lothian|Perth\s+and\s+Kinross|Argyll\s+and\s+Bute|Orkney|Shetland|High\s+Life\s+Highland|(?:Angus|Falkirk|Highland|Moray|Stirling)\s+Council)\b/,
};

function countriesIn(text: string): readonly string[] {
  const said = withoutExtent(text);
  return Object.keys(COUNTRIES).filter((country) => COUNTRIES[country]!.test(said));
}

/** Where an Act holds, as lawyers add it, says nothing of where the paper is from. */
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

/**
 * The one country other than England that a draft is plainly of: the one that its own details, or those of its service,
 * say it comes from. A title or a text may be about another country. Undefined where the draft also speaks of a second
 * one, England among them.
 */
export function countryOf(draft: Draft, about: About): string | undefined {
  const { organisation, author } = draft.frontMatter.data;
  const from = [organisation, author, about.organisation, about.place].filter((one) => one !== undefined);
  const [only, ...others] = countriesIn(from.join('\n'));
  if (only === undefined || others.length > 0) return undefined;
  const isAlone = countryFinder.in(draft, undefined).every(({ found }) => found.every((one) => one === only));
  return isAlone && englandFinder.in(draft, undefined).length === 0 ? only : undefined;
}
