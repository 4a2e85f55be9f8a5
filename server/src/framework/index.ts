/** Loads the framework that drafts are checked by: the built-in one, or one that a workspace makes of it. */
import type { Schema } from '@cfworker/json-schema';
import frameworkSchema from '../../../schemas/framework.schema.json';
import { firstOf } from '../data-files/limits';
import type { FileProblem } from '../data-files/problem';
import { readData } from '../data-files/read';
import { type Usable, usable } from '../data-files/usable';
import builtInSource from './local-recovery.json';
import { plainName } from './plain-name';
import {
  type KindSource,
  limited,
  type PartSource,
  type SignSource,
  type Source,
  type TopicSource,
} from './source';
import type { Cue, DocumentKind, Framework, Part, Sign, Topic } from './types';

const NOTHING = frameworkOf('empty', '', { title: '', url: '' }, [], [], []);

/** Libraries Connected's local recovery framework with the Universal Library Offers. */
export const builtInFramework: Framework = build(builtInSource as Source, NOTHING, true);

/**
 * Reads a workspace's framework from the text of a YAML or JSON file.
 *
 * It adds to `base`, and changes what it names by id, unless it says `extends: null`. What is wrong is reported
 * at its line and column (UTF-16, from 0) and left out; the rest is used. Never throws.
 */
export function loadFramework(
  source: string,
  uri: string,
  base: Framework,
): { readonly framework: Framework; readonly problems: readonly FileProblem[] } {
  const data = readData(source, uri);
  if (data.problems.length > 0) return { framework: base, problems: data.problems };
  if (data.value === undefined) {
    return { framework: base, problems: [data.problem([], 'The framework file is empty.')] };
  }
  const file = usable<Source>(data, frameworkSchema as Schema);
  const { value: written, problems } = file;
  if (written === undefined) return { framework: base, problems };
  const start = written.extends === null ? NOTHING : base;
  const within = limited(written, file);
  return {
    framework: build(within.written, start, false),
    problems: [...problems, ...firstOf(within.problems), ...firstOf(check(within.written, file, start))],
  };
}

/** Mistakes that a schema cannot find: duplicate or unknown ids, new topics without a title. */
function check(written: Source, data: Usable<Source>, base: Framework): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const merged = build(written, base, false);
  written.without?.forEach((id, i) => {
    if (!base.topic(id) && !base.kind(id)) {
      problems.push(data.problem(['without', i], `There is no built-in topic or kind “${id}” to leave out.`));
    }
  });
  const seen = new Set<string>();
  written.topics?.forEach((topic, i) => {
    if (seen.has(topic.id))
      problems.push(data.problem(['topics', i, 'id'], `The topic “${topic.id}” is given twice.`));
    seen.add(topic.id);
    if (!base.topic(topic.id) && topic.title === undefined) {
      problems.push(data.problem(['topics', i, 'id'], `The new topic “${topic.id}” needs a “title”.`));
    }
    if (!base.topic(topic.id) && !topic.judgedAs && !topic.cues?.length) {
      problems.push(
        data.problem(
          ['topics', i, 'id'],
          `The new topic “${topic.id}” needs “cues”, or no passage can be about it.`,
        ),
      );
    }
  });
  const kinds = new Set<string>();
  written.kinds?.forEach((kind, i) => {
    if (kinds.has(kind.id))
      problems.push(data.problem(['kinds', i, 'id'], `The kind “${kind.id}” is given twice.`));
    kinds.add(kind.id);
    if (!base.kind(kind.id) && kind.title === undefined) {
      problems.push(data.problem(['kinds', i, 'id'], `The new kind “${kind.id}” needs a “title”.`));
    }
    const named = kind.title === undefined ? undefined : merged.kindNamed(kind.title);
    if (named !== undefined && named.id !== kind.id) {
      problems.push(
        data.problem(
          ['kinds', i, 'title'],
          `“${kind.title}” is the kind “${named.id}” already: a draft that says so is held to that one, and to this one only by “${kind.id}”.`,
        ),
      );
    }
    kind.names?.forEach((name, j) => {
      const owner = merged.kindNamed(name);
      if (owner === undefined || owner.id === kind.id) return;
      problems.push(
        data.problem(
          ['kinds', i, 'names', j],
          `“${name}” is the kind “${owner.id}” already, so it is no other name for “${kind.id}”.`,
        ),
      );
    });
    for (const [field, what] of [
      ['areas', 'area'],
      ['offers', 'offer or promise'],
    ] as const) {
      const ids = kind[field];
      if (typeof ids !== 'object') continue;
      ids.forEach((id, j) => {
        const topic = merged.topic(id);
        if (topic && (topic.group === 'area') === (field === 'areas')) return;
        problems.push(data.problem(['kinds', i, field, j], `There is no ${what} “${id}” in this framework.`));
      });
    }
    const parts = new Set<string>();
    kind.parts?.forEach((part, j) => {
      if (parts.has(part.id)) {
        problems.push(data.problem(['kinds', i, 'parts', j, 'id'], `The part “${part.id}” is given twice.`));
      }
      parts.add(part.id);
      if (part.when !== undefined && !Object.hasOwn(merged.kind(kind.id)?.cases ?? {}, part.when)) {
        problems.push(
          data.problem(
            ['kinds', i, 'parts', j, 'when'],
            `There is no case “${part.when}” among the “cases” of this kind.`,
          ),
        );
      }
    });
  });
  if (merged.topics.length === 0)
    problems.push(data.problem([], 'This framework has no topics to hold a draft against.'));
  if (merged.kinds.length === 0) problems.push(data.problem([], 'This framework has no document kinds.'));
  return problems;
}

function build(written: Source, base: Framework, builtIn: boolean): Framework {
  const without = new Set(written.without ?? []);
  const topics = new Map(base.topics.filter((t) => !without.has(t.id)).map((t) => [t.id, t]));
  for (const topic of written.topics ?? [])
    topics.set(topic.id, topicOf(topic, topics.get(topic.id), builtIn));
  const kinds = new Map(base.kinds.filter((k) => !without.has(k.id)).map((k) => [k.id, k]));
  for (const kind of written.kinds ?? []) kinds.set(kind.id, kindOf(kind, kinds.get(kind.id)));
  const taken = namesTaken(written.kinds ?? []);
  return frameworkOf(
    written.id ?? (base.id === 'empty' ? 'workspace' : base.id),
    written.title ?? (base.title || 'This workspace’s framework'),
    written.source ? { title: written.source.title, url: written.source.url ?? '' } : base.source,
    [...topics.values()],
    [...kinds.values()].map((kind) => withoutNames(kind, taken)),
    [...base.ignore, ...(written.ignore ?? [])],
  );
}

function topicOf(written: TopicSource, old: Topic | undefined, builtIn: boolean): Topic {
  const title = written.title ?? old?.title ?? written.id;
  const judgedAs = written.judgedAs ?? old?.judgedAs ?? (builtIn ? written.id : undefined);
  const cues = (written.cues ?? []).map(
    (cue): Cue =>
      typeof cue === 'string'
        ? { phrase: cue, strength: 'strong', caseSensitive: false }
        : {
            phrase: cue.phrase,
            strength: cue.strength ?? 'strong',
            caseSensitive: cue.caseSensitive ?? false,
          },
  );
  return {
    id: written.id,
    group: written.group ?? old?.group ?? 'area',
    title,
    names: written.names ?? old?.names ?? [],
    retiredNames: written.retiredNames ?? old?.retiredNames ?? [],
    argue:
      written.argue ??
      old?.argue ??
      `Show what the library does on “${title}”: who benefits, what is done for them, and what changes.`,
    beneficiaries: written.beneficiaries ?? old?.beneficiaries ?? 'the people who benefit',
    snippet: written.snippet ?? old?.snippet ?? `argue-${written.id}`,
    ...(judgedAs === undefined ? {} : { judgedAs }),
    cues: [...(old?.cues ?? []), ...cues],
  };
}

/** The id of the kind that a file gives each name to; the first of several. */
function namesTaken(kinds: readonly KindSource[]): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const { id, title = id, names = [] } of kinds) {
    for (const name of [id, title, ...names].map(plainName)) if (!taken.has(name)) taken.set(name, id);
  }
  return taken;
}

/** A kind without the names that now belong to another one. */
function withoutNames(kind: DocumentKind, taken: ReadonlyMap<string, string>): DocumentKind {
  const names = kind.names.filter((name) => (taken.get(plainName(name)) ?? kind.id) === kind.id);
  return names.length === kind.names.length ? kind : { ...kind, names };
}

function kindOf(written: KindSource, old: DocumentKind | undefined): DocumentKind {
  const title = written.title ?? old?.title ?? written.id;
  return {
    id: written.id,
    title,
    names: written.names ?? old?.names ?? [],
    description: written.description ?? old?.description ?? '',
    parts: written.parts?.map((part) => partOf(part, title)) ?? old?.parts ?? [],
    areas: written.areas ?? old?.areas ?? 'none',
    offers: written.offers ?? old?.offers ?? 'none',
    asks: written.asks ?? old?.asks ?? false,
    cases: written.cases
      ? Object.fromEntries(Object.entries(written.cases).map(([id, signs]) => [id, signs.flatMap(signsOf)]))
      : (old?.cases ?? {}),
    unless: written.unless?.flatMap(signsOf) ?? old?.unless ?? [],
  };
}

function signsOf(written: SignSource): readonly Sign[] {
  if (typeof written === 'string') return [{ phrase: written, in: 'paper' }];
  const { phrases = [], content, in: place = 'paper' } = written;
  return [
    ...phrases.map((phrase) => ({ phrase, in: place })),
    ...(content === undefined ? [] : [{ content, in: place }]),
  ];
}

function partOf(written: PartSource, kind: string): Part {
  return {
    id: written.id,
    title: written.title,
    aliases: written.aliases ?? [],
    required: written.required ?? true,
    ...(written.tells === undefined ? {} : { tells: written.tells }),
    signs: (written.signs ?? []).flatMap(signsOf),
    ...(written.when === undefined ? {} : { when: written.when }),
    why: written.why ?? `Readers of a ${kind.toLowerCase()} look for it.`,
    snippet: written.snippet ?? written.id,
    ...(written.sign ? { sign: written.sign } : {}),
  };
}

function frameworkOf(
  id: string,
  title: string,
  source: Framework['source'],
  topics: readonly Topic[],
  kinds: readonly DocumentKind[],
  ignore: readonly string[],
): Framework {
  const topicById = new Map(topics.map((t) => [t.id, t]));
  const kindById = new Map(kinds.map((k) => [k.id, k]));
  let kindByName: ReadonlyMap<string, DocumentKind> | undefined;
  return {
    id,
    title,
    source,
    topics,
    kinds,
    ignore,
    topic: (wanted) => topicById.get(wanted),
    kind: (wanted) => kindById.get(wanted),
    kindNamed: (name) => {
      const kind = kindById.get(name);
      if (kind) return kind;
      kindByName ??= byName(kinds);
      return kindByName.get(plainName(name));
    },
  };
}

/** The kinds by their plain names. Ids take precedence over titles, and titles over other names. */
function byName(kinds: readonly DocumentKind[]): ReadonlyMap<string, DocumentKind> {
  const found = new Map<string, DocumentKind>();
  for (const namesOf of [
    ({ id }: DocumentKind) => [id],
    ({ title }: DocumentKind) => [title],
    ({ names }: DocumentKind) => names,
  ]) {
    for (const kind of kinds) {
      for (const name of namesOf(kind).map(plainName)) if (!found.has(name)) found.set(name, kind);
    }
  }
  return found;
}
