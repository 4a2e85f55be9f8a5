import { nearest } from '../data-files/nearest';
import { plainName } from './plain-name';
import type { DocumentKind, Framework } from './types';

/**
 * The kind of document that somebody meant who wrote a word that is none: one whose id or name is spelt nearly so, or
 * one that is named in it. Undefined where that is not clear.
 */
export function meantKind(said: string, framework: Framework): DocumentKind | undefined {
  const same = framework.kindNamed(said);
  if (same !== undefined) return same;
  const { kinds } = framework;
  const near =
    said.trim().length >= LEAST_MISSPELT
      ? nearest(
          said.trim(),
          kinds.map(({ id }) => id),
        )
      : undefined;
  if (near !== undefined) return framework.kind(near);
  const words = plainName(said);
  const only = (
    namesOf: (kind: DocumentKind) => readonly string[],
    fits: (name: string) => boolean,
  ): DocumentKind | undefined => {
    const [kind, ...others] = kinds.filter((one) => namesOf(one).map(plainName).some(fits));
    return others.length === 0 ? kind : undefined;
  };
  return (
    only(
      ({ id, title, names }) => [id, title, ...names],
      (name) => isNearly(words, name),
    ) ??
    // An id may be a word for more than its kind: an annual report goes to no committee.
    only(
      ({ title, names }) => [title, ...names],
      (name) => ` ${words} `.includes(` ${name} `),
    )
  );
}

/** A shorter word may be another one as well as a slip: "bid" is not "bed". */
const LEAST_MISSPELT = 4;

/** Whether each word is one of a name's, or spelt nearly so: "library blog" is no "library plan". */
function isNearly(said: string, name: string): boolean {
  const words = said.split(' ');
  const wanted = name.split(' ');
  return (
    words.length === wanted.length &&
    words.every(
      (word, i) =>
        word === wanted[i] || (word.length >= LEAST_MISSPELT && nearest(word, [wanted[i]!]) !== undefined),
    )
  );
}

/** The name that somebody has for a kind, as the framework spells it; its title for its id, undefined for any other word. */
export function nameSaid({ id, title, names }: DocumentKind, said: string): string | undefined {
  const words = plainName(said);
  return plainName(id) === words ? title : [title, ...names].find((name) => plainName(name) === words);
}
