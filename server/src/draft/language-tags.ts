import { getOrInsert } from '../util/memoize';

/** The simple forms of a BCP 47 tag. */
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;
/** Names of languages that authors may write instead of a tag. */
const NAMED: Readonly<Record<string, string>> = { welsh: 'cy', cymraeg: 'cy', english: 'en' };

/** The tag for a language as an author writes it: "cy", "en-GB", "Welsh"; undefined if it is not a language. */
export function languageTag(written: string): string | undefined {
  const text = written.trim();
  return NAMED[text.toLowerCase()] ?? (TAG.test(text) ? text : undefined);
}

/**
 * Adds the country to a tag without one, as Word expects: “cy-GB” for “cy”. Some programs take “en” for American
 * English, and others check no spelling without a country.
 */
export function withCountry(tag: string): string {
  if (tag.includes('-')) return tag;
  if (/^en$/i.test(tag)) return 'en-GB';
  return getOrInsert(countries, tag, () => {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region === undefined ? tag : `${language}-${region}`;
  });
}

const countries = new Map<string, string>();
