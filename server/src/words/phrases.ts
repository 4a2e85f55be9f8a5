/**
 * Phrases as data: a short way to write down which words stand in which order, and how far apart.
 *
 *   `a b`        one word and then the next, whatever white space parts them
 *   `(a|b)?`     one of several; none or one
 *   `…3 `        up to three words, whichever, and what parts them from the next
 *   `~`, `~40`   anything in the same clause, up to so many characters where a number is given
 *   `<`, `>`     the beginning and the end of a word
 *   `#`, `’`     a digit; an apostrophe of either shape
 *   `_the`       with or without a capital
 *   `@people`    one of the words of a class; `@by` a name, which is kept as `by`
 *
 * All else is as in a regular expression. What a phrase looks for takes linear time, as gaps have a longest length and
 * none stands in another.
 */
import classes from './classes.json';

/** Classes of words that phrases speak of as `@name`, each in the notation of phrases. */
const CLASSES: Readonly<Record<string, { readonly words: string } | undefined>> = classes;

/** The source of the pattern of a name in capitals: "Arts Council England", "the Trust for the North". */
export const NAME = classes.name.words;

/** What a word is made of. */
const WORD = "[\\w’'-]+";

/** The source of the regular expression that a phrase stands for. */
export function sourceOf(phrase: string): string {
  return phrase.replace(
    /\\.|\[(?:\\.|[^[\]\\])*\]|\(\?<[a-z]+>|\(\?<?|@by\b|…(\d+) ?|~(\d+)?|_([a-z])|@([a-z]+)|[ (<>#’]/gi,
    (sign, words?: string, letters?: string, capital?: string, name?: string) => {
      if (sign === '@by') return `(?<by>${NAME})`;
      if (words) return `(?:${WORD}\\s+){0,${words}}?`;
      if (capital) return `[${capital.toUpperCase()}${capital}]`;
      if (name) return `(?:${sourceOf(CLASSES[name]!.words)})`;
      switch (sign[0]) {
        case '~':
          return letters ? `[^.;]{0,${letters}}` : '[^.;]*';
        case ' ':
          return '\\s+';
        case '(':
          return sign === '(' ? '(?:' : sign;
        case '<':
        case '>':
          return '\\b';
        case '#':
          return '\\d';
        case '’':
          return "['’]";
        default:
          return sign;
      }
    },
  );
}

/** A phrase that something goes by, and the way to put another in its place. */
export interface Entry {
  /** "kinds.saves". */
  readonly name: string;
  readonly pattern: RegExp;
  set(pattern: RegExp): void;
}

/** All of them by name, for what measures what each is worth. */
export const ENTRIES = new Map<string, Entry>();

/** Keeps something in `table` as an entry: its pattern is made when it is first asked for. */
export function keepEntry<Key extends string>(
  name: string,
  table: Record<Key, RegExp>,
  key: Key,
  make: () => RegExp,
): void {
  const set = (value: RegExp) =>
    Object.defineProperty(table, key, { value, writable: true, configurable: true, enumerable: true });
  Object.defineProperty(table, key, {
    get: () => {
      const pattern = make();
      set(pattern);
      return pattern;
    },
    configurable: true,
    enumerable: true,
  });
  ENTRIES.set(name, {
    name,
    get pattern() {
      return table[key];
    },
    set,
  });
}

/**
 * Phrases by name as regular expressions.
 * @param group What the names belong to.
 */
export function phrases<Name extends string>(
  group: string,
  table: Readonly<Record<Name, string>>,
): Readonly<Record<Name, RegExp>> {
  const compiled = {} as Record<Name, RegExp>;
  for (const key of Object.keys(table) as Name[])
    keepEntry(`${group}.${key}`, compiled, key, () => new RegExp(sourceOf(table[key])));
  return compiled;
}
