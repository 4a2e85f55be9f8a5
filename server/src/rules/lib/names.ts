/**
 * Names that programmes, bodies, laws and offers no longer have, or never had: those of `data/names.json`, and the retired names of a
 * framework's topics.
 */

import type { Framework, RetiredName, Topic } from '../../framework/types';
import { addTo } from '../../lists';
import { memoized } from '../../memoize';
import { Matcher } from '../../words/matcher';
import { type Words, wordsOf } from '../../words/words';
import { type Month, monthOf } from './months';
import { oldNames, writtenNames } from './names-source';

/** An entry of `data/names.json`, as the program takes it. */
interface WrittenName {
  /** Exactly as they are written, capitals included. */
  readonly old: readonly string[];
  /** What the same thing is called today; missing where nothing simply takes the name's place. */
  readonly now?: string;
  /** What takes the place of one of the old names, where it is not `now`. */
  readonly forms?: Readonly<Record<string, string>>;
  /** A year, or a year and month: "2019-01"; missing only of a misnomer. */
  readonly since?: string;
  /** Whether it never was the name: “Department of Work and Pensions”. */
  readonly misnomer?: boolean;
  /** Year from which it had the name. */
  readonly from?: number;
  /** Old names that mean other things too, and count where one of the others stands in the draft. */
  readonly letters?: readonly string[];
  /** Other names of what there is today: whoever writes one in the same sentence knows. */
  readonly also?: readonly string[];
  /** Names of today, or of others, that an old one is a part of. */
  readonly within?: readonly string[];
  /** Where the name is right to this day; a draft that speaks of the place is left alone. */
  readonly stillIn?: readonly string[];
  /** False where the name of today has no “the”. */
  readonly article?: boolean;
  /** Whether local bodies may have kept it: “Ashby Connexions” is left alone. */
  readonly local?: boolean;
  /** Whether it is a fund or scheme that is closed: what it paid for stays, so only who counts on it is told. */
  readonly closed?: boolean;
  /** Of one that is closed: whether it still pays for what it agreed to, so that only who asks for more is told. */
  readonly paysOn?: boolean;
  /** A sentence on what there is now. */
  readonly note?: string;
  /** False where many who write it are right: then it is a hint. */
  readonly sure?: boolean;
  /** False where no page was found that says so: then it is a hint too. */
  readonly checked?: boolean;
  readonly source?: { readonly publisher: string; readonly year: number };
}

/** An entry with what is there for whoever reads the list, which the program goes without. */
export interface ListedName extends WrittenName {
  /** When the old name is right. */
  readonly right?: string;
  readonly source?: { readonly publisher: string; readonly year: number; readonly url: string };
}

/** A name that is out of use. */
export interface FormerName {
  readonly since: Month | undefined;
  readonly from: number;
  readonly isSure: boolean;
  readonly written: Omit<WrittenName, 'since'>;
  /** Of a topic: what may be meant today, where no one name takes its place. */
  readonly choices?: readonly Topic[];
}

/** Where an old name stands in a text. */
export interface Found {
  readonly name: FormerName;
  /** The old name as listed. */
  readonly old: string;
  readonly start: number;
  readonly end: number;
}

/** What a phrase is: an old name, or a name of today of the same thing. */
interface Value {
  readonly name: FormerName;
  readonly old: string | undefined;
}

/** Those of the list, read when a text has one of their names. */
let listed: readonly FormerName[] | undefined;

function builtIn(): readonly FormerName[] {
  listed ??= (JSON.parse(writtenNames) as readonly WrittenName[]).map((written) => ({
    written,
    since: written.since === undefined ? undefined : monthOf(written.since),
    from: written.from ?? 1900,
    isSure: written.sure !== false && written.checked !== false,
  }));
  return listed;
}

/** What a place of `oldNames` is. */
function valueAt(place: string): Value {
  const [entry = 0, which = 0] = place.split(',').map(Number);
  const name = builtIn()[entry]!;
  return { name, old: name.written.old[which] };
}

/** The names that are out of use where a framework holds. */
export const formerNames = memoized(
  (framework: Framework) => new FormerNames(retired(framework), titles(framework)),
);

class FormerNames {
  readonly #old = new Matcher<() => Value>({
    phrasesOf: (key) => (Object.hasOwn(oldNames, key) ? oldNames[key] : undefined),
    read: (place) => () => valueAt(place),
  });
  /** Names of today and of others, made when a text has an old one: most have none. */
  #today: Matcher<Value> | undefined;

  /** @param topics those of a framework's topics, beside the list */
  constructor(
    private readonly topics: readonly FormerName[],
    private readonly shields: readonly string[],
  ) {
    for (const name of topics)
      for (const phrase of name.written.old) this.#old.add(phrase, () => ({ name, old: phrase }), true);
  }

  /** Old names in a text, in order, and where names of today stand in it that are no part of an old one. */
  in(text: string): { readonly old: readonly Found[]; readonly today: readonly Found[] } | undefined {
    const words = wordsOf(text);
    const former = this.#old.match(words);
    if (former.length === 0) return undefined;
    this.#today ??= namesOfToday([...builtIn(), ...this.topics], this.shields);
    const matches = [
      ...former.map(({ values, first, last }) => {
        const breaks = breaksOf(text.slice(words.start[first], words.end[last]));
        const all = values.map((value) => value());
        return { first, last, values: all.filter(({ old = '' }) => breaksOf(old) === breaks) };
      }),
      ...this.#today.match(words),
    ].sort((one, other) => one.first - other.first || one.last - other.last);
    const old: Found[] = [];
    const today: Found[] = [];
    /** Up to which word a longer name reaches that began before: one inside it is a part of it. */
    let reach = -1;
    /** The same of old names alone. */
    let oldReach = -1;
    for (let k = 0; k < matches.length; ) {
      const { first } = matches[k]!;
      let next = k;
      let last = first;
      for (; next < matches.length && matches[next]!.first === first; next++)
        last = Math.max(last, matches[next]!.last);
      const isLonger = last > reach;
      for (let i = k; i < next; i++) {
        const { last: end, values } = matches[i]!;
        // “A & B” and “A and B” are one name to the matcher, and stand here once.
        const here = new Set<FormerName>();
        for (const { name, old: phrase } of values) {
          if (phrase === undefined || end < last || !isLonger || here.has(name)) continue;
          here.add(name);
          old.push({ name, old: phrase, ...place(words, text, first, end) });
          oldReach = end;
        }
      }
      for (let i = k; i < next; i++) {
        const { last: end, values } = matches[i]!;
        if (end <= oldReach) continue;
        for (const { name, old: phrase } of values)
          if (phrase === undefined) today.push({ name, old: '', ...place(words, text, first, end) });
      }
      reach = Math.max(reach, last);
      k = next;
    }
    return old.length > 0 ? { old, today } : undefined;
  }
}

/** Its brackets, colons and the like: “Race Relations (Amendment) Act” is not meant by “Race Relations. Amendment: Act”. */
function breaksOf(text: string): string {
  return text.replace(/[^():;!?]/g, '');
}

function namesOfToday(names: readonly FormerName[], shields: readonly string[]): Matcher<Value> {
  const matcher = new Matcher<Value>();
  for (const name of names) {
    const { now, also = [], within = [] } = name.written;
    for (const phrase of now === undefined ? also : [now, ...also])
      matcher.add(phrase, { name, old: undefined });
    for (const phrase of within) matcher.add(phrase, SHIELD, true);
  }
  for (const phrase of shields) matcher.add(phrase, SHIELD, true);
  return matcher;
}

/** What an old name may stand in, and is not meant then. */
const SHIELD: Value = {
  name: { since: undefined, from: 0, isSure: false, written: { old: [] } },
  old: undefined,
};

/** Without a possessive ending, which stays as it is whatever the name. */
function place(words: Words, text: string, first: number, last: number): { start: number; end: number } {
  const end = words.end[last]!;
  const isOf = /['’][sS]$/.test(text.slice(Math.max(0, end - 2), end)) && !/'s$/i.test(words.form[last]!);
  return { start: words.start[first]!, end: isOf ? end - 2 : end };
}

/** Names of a framework's topics that are out of use. “Learning offer” is “Learning Offer”. */
function retired({ topics }: Framework): readonly FormerName[] {
  const groups = new Map<string, Topic[]>();
  for (const topic of topics) {
    addTo(groups, topic.group, topic);
  }
  return topics.flatMap((topic) =>
    topic.retiredNames.map((name): FormerName => {
      const old = [...new Set([name.name, name.name.replace(/ Offer$/, ' offer')])];
      return {
        since: name.until === undefined ? undefined : { year: name.until, month: 0 },
        from: 1900,
        isSure: true,
        written: { old, also: [topic.title], ...instead(name, old, topic) },
        ...(name.note !== undefined && { choices: groups.get(topic.group)! }),
      };
    }),
  );
}

function instead(
  { note }: RetiredName,
  old: readonly string[],
  topic: Topic,
): Pick<WrittenName, 'note' | 'forms'> {
  if (note !== undefined) return { note };
  return { forms: Object.fromEntries(old.map((name) => [name, inItsWords(name, topic)])) };
}

/** A topic's title in the words of an old name: “Universal Digital Offer” is “Universal Information and Digital Offer”. */
export function inItsWords(old: string, { title }: Topic): string {
  const first = /^Universal\s+/.exec(old)?.[0] ?? '';
  const last = /(?<!\s)\s+[Oo]ffer$/.exec(old.slice(first.length))?.[0] ?? '';
  return `${first}${title}${last}`;
}

/** Names of today, so that “Information and Digital Offer” is not read as “Digital Offer”. */
function titles({ topics }: Framework): readonly string[] {
  const retiredToo = new Set(topics.flatMap(({ retiredNames }) => retiredNames.map(({ name }) => name)));
  return topics
    .flatMap(({ title, names }) => [title, ...names])
    .filter((name) => name.includes(' '))
    .flatMap((name) => [name, `${name} Offer`, `${name} offer`])
    .filter((name) => !retiredToo.has(name));
}
