import { nearest } from '../data-files/nearest';
import { plainName } from './plain-name';
import type { DocumentKind, Framework } from './types';

/**
 * The kind of document that was meant by a text that is not exactly its name: one with a similar id or name, or one whose
 * name the text contains. Undefined if that is not clear.
 */
export function meantKind(written: string, framework: Framework): DocumentKind | undefined {
  const same = framework.kindNamed(written);
  if (same !== undefined) return same;
  const { kinds } = framework;
  const near =
    written.trim().length >= LEAST_MISSPELT
      ? nearest(
          written.trim(),
          kinds.map(({ id }) => id),
        )
      : undefined;
  if (near !== undefined) return framework.kind(near);
  const words = plainName(written);
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
    // Ids may be words for other things as well: an “annual report” is not a report to a committee.
    only(
      ({ title, names }) => [title, ...names],
      (name) => ` ${words} `.includes(` ${name} `),
    )
  );
}

/** The shortest word that may be misspelt, in characters; a shorter one may be another word: "bed" for "bid". */
const LEAST_MISSPELT = 4;

/** Whether each word is that of a name or similar: "library blog" is not nearly "library plan". */
function isNearly(written: string, name: string): boolean {
  const words = written.split(' ');
  const wanted = name.split(' ');
  return (
    words.length === wanted.length &&
    words.every(
      (word, i) =>
        word === wanted[i] || (word.length >= LEAST_MISSPELT && nearest(word, [wanted[i]!]) !== undefined),
    )
  );
}

/** A name of a kind as the framework spells it; its title for its id, undefined for a text that is no name of it. */
export function nameAsListed({ id, title, names }: DocumentKind, written: string): string | undefined {
  const words = plainName(written);
  return plainName(id) === words ? title : [title, ...names].find((name) => plainName(name) === words);
}
