/** The nations of the United Kingdom: which of them a text names, and the law on libraries that holds in each. */
export type Nation = 'England' | 'Wales' | 'Scotland' | 'Northern Ireland';

/** Names and bodies of which each tells of its nation wherever it stands. */
const NAMED: Readonly<Record<Nation, RegExp>> = {
  'Northern Ireland': /\b(?:Northern\s+Ireland|Libraries\s+NI|Belfast|Ulster|Stormont)\b/,
  Wales: /\b(?:Wales|Welsh|Cymru|Senedd|Cardiff|Estyn)\b/,
  Scotland:
    /\b(?:Scotland|Scottish|Edinburgh|Glasgow|CoSLA|COSLA|SLIC|CILIPS|Aberdeen|Aberdeenshire|Dundee|Fife|Dumfries\s+and\s+Galloway|Renfrewshire|Lanarkshire|Ayrshire|Dunbartonshire|Clackmannanshire|Inverclyde|Midlothian|(?:East|West)\s+Lothian|Perth\s+and\s+Kinross|Argyll\s+and\s+Bute|Orkney|Shetland|High\s+Life\s+Highland|(?:Angus|Falkirk|Highland|Moray|Stirling)\s+Council)\b/,
  England: /\bEngland\b/,
};

/** Where councils and their libraries are in England: its counties and largest cities. */
const IN_ENGLAND =
  /\b(?:English|London|Manchester|Birmingham|Leeds|Liverpool|Sheffield|Bristol|Newcastle\s+upon\s+Tyne|Metropolitan\s+Borough|Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset|County\s+Durham|Durham\s+County|(?:East|West)\s+Sussex|Essex|Gloucestershire|Hampshire|Herefordshire|Hertfordshire|Kent|Lancashire|Leicestershire|Lincolnshire|Norfolk|Northamptonshire|Northumberland|Nottinghamshire|Oxfordshire|Rutland|Shropshire|Somerset|Staffordshire|Suffolk|Surrey|Warwickshire|Wiltshire|Worcestershire|Yorkshire)\b/;

/** What only a paper of the nation has to do with: its government, and how things are there. */
const PLAINLY: Readonly<Partial<Record<Nation, RegExp>>> = {
  'Northern Ireland':
    /\b(?:Libraries\s+NI|Stormont|Northern\s+Ireland\s+(?:Executive|Assembly)|(?:in|across)\s+Northern\s+Ireland|Northern\s+Ireland[’']s)\b/,
  Wales: /\b(?:Senedd|Welsh\s+(?:Government|Ministers?)|(?:in|across)\s+Wales|Wales[’']s?)\b/,
  Scotland:
    /\b(?:Scottish\s+(?:Government|Parliament|Ministers?)|CoSLA|COSLA|MSPs?|\(Scotland\)\s+Act|(?:in|across)\s+Scotland|Scotland[’']s)\b/,
};

const NATIONS = Object.keys(NAMED) as Nation[];

/** Where an Act holds, as lawyers add it, says nothing of where the paper is from. */
const withoutExtent = (text: string): string => text.replaceAll('(England and Wales)', '');

/** The nations that a text names. */
export function nationsIn(text: string): readonly Nation[] {
  const said = withoutExtent(text);
  return NATIONS.filter((nation) => NAMED[nation].test(said));
}

/** The nations of which a text plainly comes. */
export function nationsPlainIn(text: string): readonly Nation[] {
  const said = withoutExtent(text);
  return NATIONS.filter((nation) => PLAINLY[nation]?.test(said));
}

/**
 * The nations that some details are of: who writes, and for which place. A county or city of England tells of it where
 * no nation is named, as “London Road” is in many towns.
 */
export function nationsOfDetails(details: readonly (string | undefined)[]): readonly Nation[] {
  const text = details.filter((one) => one !== undefined).join('\n');
  const named = nationsIn(text);
  return named.length === 0 && IN_ENGLAND.test(text) ? ['England'] : named;
}

/** The one nation that some details are of. Undefined where they name none or several. */
export function nationOfDetails(details: readonly (string | undefined)[]): Nation | undefined {
  const [only, ...others] = nationsOfDetails(details);
  return others.length === 0 ? only : undefined;
}

interface WhoWrites {
  readonly nation?: Nation;
  readonly organisation?: string;
  readonly place?: string;
  readonly author?: string;
}

/** The nation of a service: the one that it says, or else that of who writes and for which place. */
export function nationOfAbout({ nation, organisation, place, author }: WhoWrites): Nation | undefined {
  return nation ?? nationOfDetails([organisation, place, author]);
}

/** Sentences of our snippets on a law, and what stands in their place where another holds. */
const LAWS: readonly { readonly sentence: RegExp; readonly of: Readonly<Partial<Record<Nation, string>>> }[] =
  [
    {
      sentence: /The council must provide public libraries under \[insert the Act [^\]]{1,300}\]\./g,
      of: {
        England:
          'The council must provide a comprehensive and efficient library service under the Public Libraries and Museums Act 1964 (England and Wales).',
        Wales:
          'The council must provide a comprehensive and efficient library service under the Public Libraries and Museums Act 1964 (England and Wales).',
        Scotland:
          'The council must secure adequate library facilities for all who live in its area under the Local Government (Scotland) Act 1973, section 163.',
        'Northern Ireland':
          'Libraries NI must provide a comprehensive and efficient public library service under the Libraries Act (Northern Ireland) 2008, section 2.',
      },
    },
    {
      sentence:
        /The council must have due regard to the public sector equality duty in the Equality Act 2010\./g,
      of: {
        'Northern Ireland':
          'Libraries NI must have due regard to the need to promote equality of opportunity under the Northern Ireland Act 1998, section 75.',
      },
    },
  ];

/** A text of our snippets with the law of a nation, where that is known. */
export function withLaw(text: string, nation: Nation | undefined): string {
  if (nation === undefined) return text;
  return LAWS.reduce((said, { sentence, of }) => {
    const law = of[nation];
    return law === undefined ? said : said.replace(sentence, () => law);
  }, text);
}

/** A text of our snippets as it is in each nation, without those where it is the same. */
export function withEachLaw(text: string): readonly string[] {
  return [...new Set([text, ...NATIONS.map((nation) => withLaw(text, nation))])];
}
