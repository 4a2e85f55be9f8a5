/** The nations of the United Kingdom: which of them a text names, and the law on libraries that holds in each. */
import laws from '../../../snippets/laws.json';
import { escapeRegExp } from '../text/escape-regexp';
import names from './names.json';

export type Nation = 'England' | 'Wales' | 'Scotland' | 'Northern Ireland';

/** Matches one of some names of `names.json` as a whole, over the end of a line as well. */
function oneOf(some: readonly string[]): RegExp {
  const patterns = some.map((name) => escapeRegExp(name).replaceAll(' ', '\\s+').replaceAll('’', "[’']"));
  return new RegExp(`\\b(?:${patterns.join('|')})\\b`);
}

/** Names and bodies of which each tells of its nation wherever it stands. */
const NAMED: Readonly<Record<Nation, RegExp>> = {
  'Northern Ireland': oneOf(names.named['Northern Ireland']),
  Wales: oneOf(names.named.Wales),
  Scotland: oneOf(names.named.Scotland),
  England: oneOf(names.named.England),
};

/** Where councils and their libraries are in England: its counties and largest cities. */
const IN_ENGLAND = oneOf(names.inEngland);

/** What only a paper of the nation has to do with: its government, and how things are there. */
const PLAINLY: Readonly<Partial<Record<Nation, RegExp>>> = {
  'Northern Ireland': oneOf(names.plainly['Northern Ireland']),
  Wales: oneOf(names.plainly.Wales),
  Scotland: oneOf(names.plainly.Scotland),
};

/** Laws on councils and their libraries, which only a paper of the nation goes by. */
const LAW: Readonly<Partial<Record<Nation, RegExp>>> = {
  'Northern Ireland': oneOf(names.law['Northern Ireland']),
  Wales: oneOf(names.law.Wales),
  Scotland: oneOf(names.law.Scotland),
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

/** The nation by whose law a text goes; undefined where it names none, or laws of several. */
export function nationOfLaw(text: string): Nation | undefined {
  const [only, ...others] = NATIONS.filter((nation) => LAW[nation]?.test(text));
  return others.length === 0 ? only : undefined;
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
function nationOfDetails(details: readonly (string | undefined)[]): Nation | undefined {
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

/**
 * Sentences of our snippets on a law, and what stands in their place where another holds; “…” is the rest of a
 * placeholder.
 */
const LAWS = (laws as readonly ({ readonly sentence: string } & Partial<Record<Nation, string>>)[]).map(
  ({ sentence, ...of }) => ({
    sentence: new RegExp(escapeRegExp(sentence).replace('…', '[^\\]]{1,300}'), 'g'),
    of: of as Readonly<Partial<Record<Nation, string>>>,
  }),
);

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
