/** Names that are out of use, or never were right: those of `data/names.json`, and retired names of a framework's topics. */

import type { Framework, RetiredName, Topic } from '../../../framework/types';
import type { Month } from '../../../text/dates';
import { groupBy } from '../../../util/lists';
import { memoized } from '../../../util/memoize';
import { Matcher } from '../../../words/matcher';
import { type Words, wordsOf } from '../../../words/tokenize';
import { monthOf } from '../dates/months';
import { oldNames, writtenNames } from './names-source';

/** An entry of `data/names.json`, as far as the program uses it. */
interface WrittenName {
  /** The old names, exactly as they are written, capitals included. */
  readonly old: readonly string[];
  /** The name of the same thing today; missing where no single name replaces the old one. */
  readonly now?: string;
  /** By country other than England: its own name there, where that is not `now`. */
  readonly nowIn?: Readonly<Record<string, string>>;
  /** By old name: what replaces it, where that is not `now`. */
  readonly forms?: Readonly<Record<string, string>>;
  /** When the name changed: a year, or a year and month ("2019-01"). Misnomers and laws of another country have none. */
  readonly since?: string;
  /** Whether it never was the name: “Department of Work and Pensions”. */
  readonly misnomer?: boolean;
  /** The first year in which the old name was in use; 1900 where missing. */
  readonly from?: number;
  /** Those of `old` that mean other things, too. They count only in a draft that also has another one of `old`. */
  readonly letters?: readonly string[];
  /** Other current names. Whoever writes one in the same sentence knows of the change. */
  readonly also?: readonly string[];
  /** Longer names that contain an old name and are right. */
  readonly within?: readonly string[];
  /** Places where the name is still right; a draft that mentions one has no finding. */
  readonly stillIn?: readonly string[];
  /**
   * By country in which it does not hold: what does there. Only a draft that is plainly of one of these countries has a
   * finding.
   */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** False where the current name is written without “the”. */
  readonly article?: boolean;
  /** Whether local bodies may have kept the name: “Ashby Connexions” has no finding. */
  readonly local?: boolean;
  /** Whether it is a fund or scheme that is closed. Only a sentence that relies on its money has a finding. */
  readonly closed?: boolean;
  /** Whether a closed fund still pays what it agreed to. Then only a sentence that asks for more has a finding. */
  readonly paysOn?: boolean;
  /** A sentence on what there is now. */
  readonly note?: string;
  /** False where many who write the name are right. Findings are hints then. */
  readonly sure?: boolean;
  /** False where no page was found that confirms the change. Findings are hints then. */
  readonly checked?: boolean;
  readonly source?: { readonly publisher: string; readonly year: number };
}

/** An entry of `data/names.json` as it is in the file, with what only people read. */
export interface ListedName extends WrittenName {
  /** Says when the old name is right. */
  readonly right?: string;
  readonly source?: { readonly publisher: string; readonly year: number; readonly url: string };
}

/** Names of one thing that are out of use. */
export interface FormerName {
  /** When the name changed; undefined where that is not known. */
  readonly since: Month | undefined;
  /** The first year in which the old name was in use. */
  readonly from: number;
  readonly isSure: boolean;
  /** Whether it is one of a framework's topics: “Ashby’s Culture Offer” may be another thing. */
  readonly isTopic?: boolean;
  readonly written: Omit<WrittenName, 'since'>;
  /** Of a topic without a single successor: the topics that may be meant today. */
  readonly choices?: readonly Topic[];
}

/** A place in a text with an old or a current name, in UTF-16 code units. */
export interface Found {
  readonly name: FormerName;
  /** The old name as listed; empty for a current name. */
  readonly old: string;
  readonly start: number;
  readonly end: number;
}

/** What a phrase of a matcher stands for. */
interface Value {
  readonly name: FormerName;
  /** The old name as listed; undefined for a current name. */
  readonly old: string | undefined;
}

/** The names of `data/names.json`, parsed when first needed. */
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

/** @param place a value of `oldNames`: the position of an entry and of one of its old names, such as "12,0" */
function valueAt(place: string): Value {
  const [entry = 0, which = 0] = place.split(',').map(Number);
  const name = builtIn()[entry]!;
  return { name, old: name.written.old[which] };
}

/** Finds the names that are out of use in drafts with this framework. */
export const formerNames = memoized(
  (framework: Framework) => new FormerNames(retired(framework), titles(framework)),
);

class FormerNames {
  readonly #old = new Matcher<() => Value>({
    phrasesOf: (key) => (Object.hasOwn(oldNames, key) ? oldNames[key] : undefined),
    read: (place) => () => valueAt(place),
  });
  /** Finds current names. Made when a text has an old name, as most have none. */
  #today: Matcher<Value> | undefined;

  /** @param titles current names of the framework's topics */
  constructor(
    private readonly topics: readonly FormerName[],
    private readonly titles: readonly string[],
  ) {
    for (const name of topics)
      for (const phrase of name.written.old) this.#old.add(phrase, () => ({ name, old: phrase }), true);
  }

  /**
   * The old names in a text that are not part of a longer name, and the current names in it that are not part of an
   * old one, both in order; undefined without an old name.
   */
  in(text: string): { readonly old: readonly Found[]; readonly today: readonly Found[] } | undefined {
    const words = wordsOf(text);
    const former = this.#old.match(words);
    if (former.length === 0) return undefined;
    this.#today ??= namesOfToday([...builtIn(), ...this.topics], this.titles);
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
    /** The last word of the names found so far: a name that ends before it is part of a longer one. */
    let reach = -1;
    /** The last word of the old names found so far. */
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
        // “A & B” and “A and B” are the same to the matcher, and would be found twice.
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

/** Its brackets, colons and the like, which must agree: “Race Relations: Amendment Act” is not “Race Relations (Amendment) Act”. */
function breaksOf(text: string): string {
  return text.replace(/[^():;!?]/g, '');
}

function namesOfToday(names: readonly FormerName[], titles: readonly string[]): Matcher<Value> {
  const matcher = new Matcher<Value>();
  for (const name of names) {
    const { now, also = [], within = [] } = name.written;
    for (const phrase of now === undefined ? also : [now, ...also])
      matcher.add(phrase, { name, old: undefined });
    for (const phrase of within) matcher.add(phrase, SHIELD, true);
  }
  for (const phrase of titles) matcher.add(phrase, SHIELD, true);
  return matcher;
}

/** The value of a longer name: an old name inside it is not meant. */
const SHIELD: Value = {
  name: { since: undefined, from: 0, isSure: false, written: { old: [] } },
  old: undefined,
};

/** The span of some words, without a possessive ending, which stays when the name is replaced. */
function place(words: Words, text: string, first: number, last: number): { start: number; end: number } {
  const end = words.end[last]!;
  const isOf = /['’][sS]$/.test(text.slice(Math.max(0, end - 2), end)) && !/'s$/i.test(words.form[last]!);
  return { start: words.start[first]!, end: isOf ? end - 2 : end };
}

/** The retired names of a framework's topics, also with “offer” in small letters for “Offer”. */
function retired({ topics }: Framework): readonly FormerName[] {
  const groups = groupBy(topics, ({ group }) => group);
  return topics.flatMap((topic) =>
    topic.retiredNames.map((name): FormerName => {
      const old = [...new Set([name.name, name.name.replace(/ Offer$/, ' offer')])];
      return {
        since: name.until === undefined ? undefined : name.until * 100,
        from: 1900,
        isSure: true,
        isTopic: true,
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

/** A topic's title with the “Universal” and “Offer” of its old name: “Universal Information and Digital Offer”. */
export function inItsWords(old: string, { title }: Topic): string {
  const first = /^Universal\s+/.exec(old)?.[0] ?? '';
  const last = /(?<!\s)\s+[Oo]ffer$/.exec(old.slice(first.length))?.[0] ?? '';
  return `${first}${title}${last}`;
}

/** The current names of topics, so that “Information and Digital Offer” is not read as “Digital Offer”. */
function titles({ topics }: Framework): readonly string[] {
  const retiredToo = new Set(topics.flatMap(({ retiredNames }) => retiredNames.map(({ name }) => name)));
  return topics
    .flatMap(({ title, names }) => [title, ...names])
    .filter((name) => name.includes(' '))
    .flatMap((name) => [name, `${name} Offer`, `${name} offer`])
    .filter((name) => !retiredToo.has(name));
}
