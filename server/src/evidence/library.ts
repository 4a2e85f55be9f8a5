/** Libraries of evidence: the built-in one of national facts, and those that a workspace brings along. */
import type { Schema } from '@cfworker/json-schema';
import evidenceSchema from '../../../schemas/evidence.schema.json';
import { danger } from '../addresses';
import { Allowances, firstOf } from '../data-files/limits';
import type { FileProblem } from '../data-files/problem';
import { readData } from '../data-files/read';
import type { Path } from '../data-files/types';
import { type Usable, usable } from '../data-files/usable';
import { keptFor } from '../kept-for';
import national from './national.json';
import type { Measure } from './types';

/** Where a fact was published. */
export interface Publication {
  readonly publisher: string;
  readonly title: string;
  /** As a reader would write it: "2025", "March 2025", "2024/25". */
  readonly date: string;
  /** A safe address, or words on where to ask for a copy. */
  readonly url?: string;
  /** How drafts name it. */
  readonly names: readonly string[];
}

/** A fact with a figure and a source. */
export interface Fact {
  readonly id: string;
  /** A sentence that can stand in a paper. */
  readonly statement: string;
  readonly figure?: { readonly value: number; readonly unit: string };
  /** Words that a sentence on it has, all of them; each a choice of beginnings of words. */
  readonly about: readonly (readonly string[])[];
  readonly source: Publication;
  readonly holds?: string;
  readonly period?: string;
  /** From which year on it is too old to speak of the present; undefined for history. */
  readonly stale?: number;
  /** Id of the fact that has taken its place. */
  readonly newer?: string;
  /** Ids of topics. */
  readonly topics: readonly string[];
  /** Other words by which authors look for it. */
  readonly keywords?: readonly string[];
  readonly trust?: string;
  readonly confusions: readonly Confusion[];
}

/** What a fact is taken for. */
interface Confusion {
  /** Names that do not belong beside its source's own. */
  readonly with?: readonly string[];
  /** Words of which one stands beside its figure where that is used for what it is. */
  readonly without?: readonly string[];
  readonly say: string;
}

/** A title that goes round and that nobody has found. */
interface NotFound {
  readonly names: readonly string[];
  readonly say: string;
}

export interface EvidenceLibrary {
  readonly facts: readonly Fact[];
  readonly notFound: readonly NotFound[];
}

/** A library as written; the schema holds. */
interface Source {
  readonly sources?: Readonly<Record<string, PublicationSource>>;
  readonly evidence: readonly FactSource[];
  readonly notFound?: readonly NotFound[];
}

type PublicationSource = Omit<Publication, 'names'> & { readonly names?: readonly string[] };
type FactSource = Omit<Fact, 'about' | 'source' | 'topics' | 'confusions'> & {
  readonly about?: readonly string[];
  readonly source: string | PublicationSource;
  readonly topics?: readonly string[];
  readonly confusions?: readonly Confusion[];
};

/** National facts that were checked at their source; each says how far to trust it. */
export const builtInEvidence: EvidenceLibrary = build(national as Source);

/**
 * Reads a library from the text of a YAML or JSON file (`uri` decides which). What is wrong is reported at its
 * line and column (from 0, UTF-16) and left out; the rest is used. Never throws.
 */
export function loadEvidence(
  source: string,
  uri: string,
): { readonly library: EvidenceLibrary; readonly problems: readonly FileProblem[] } {
  const empty: EvidenceLibrary = { facts: [], notFound: [] };
  const data = readData(source, uri);
  if (data.problems.length > 0) return { library: empty, problems: data.problems };
  if (data.value === undefined || data.value === null) {
    return { library: empty, problems: [data.problem([], 'The evidence file is empty.')] };
  }
  const file = usable<Source>(data, evidenceSchema as Schema);
  const { value: written, problems } = file;
  if (written === undefined) return { library: empty, problems };
  const within = limited(written, file);
  return {
    library: build(within.written),
    problems: [
      ...problems,
      ...firstOf(within.problems),
      ...firstOf(check(within.written, file, data.value as Source)),
    ],
  };
}

/** The most facts that a draft is held against, besides the built-in ones. */
export const MOST_FACTS = 2_000;

/** The most names of sources that are looked for. */
export const MOST_NAMES = 5_000;

const MOST = {
  facts: MOST_FACTS,
  names: MOST_NAMES,
  'choices of words': 20_000,
  confusions: 2_000,
  studies: 1_000,
};

/** A file without what is more than anybody writes: each sentence is held against all of it. */
function limited(
  written: Source,
  data: Usable<Source>,
): { readonly written: Source; readonly problems: readonly FileProblem[] } {
  const allowed = new Allowances<keyof typeof MOST>(MOST, (path, message) => data.problem(path, message));
  const named = <P extends { readonly names?: readonly string[] }>(path: Path, publication: P): P => {
    const names = allowed.take('names', [...path, 'names'], publication.names);
    return names === undefined ? publication : { ...publication, names };
  };
  const { sources, notFound } = written;
  const within: Source = {
    ...(sources && {
      sources: Object.fromEntries(
        Object.entries(sources).map(([name, publication]) => [name, named(['sources', name], publication)]),
      ),
    }),
    evidence: allowed.take('facts', ['evidence'], written.evidence).map((fact, i) => {
      const path = ['evidence', i] as const;
      const about = allowed.take('choices of words', [...path, 'about'], fact.about);
      const confusions = allowed.take('confusions', [...path, 'confusions'], fact.confusions);
      const { source } = fact;
      return {
        ...fact,
        ...(about && { about }),
        ...(confusions && { confusions }),
        source: typeof source === 'string' ? source : named([...path, 'source'], source),
      };
    }),
    ...(notFound && {
      notFound: allowed
        .take('studies', ['notFound'], notFound)
        .map((study, i) => named(['notFound', i], study)),
    }),
  };
  return { written: within, problems: allowed.problems };
}

/** Several libraries as one; of two facts with one id the later counts, so that a workspace can correct one. */
export function mergeEvidence(libraries: readonly EvidenceLibrary[]): EvidenceLibrary {
  const facts = new Map(
    libraries.flatMap((library) => library.facts.map((fact) => [fact.id, fact] as const)),
  );
  return { facts: [...facts.values()], notFound: libraries.flatMap(({ notFound }) => notFound) };
}

const withBuiltIn = keptFor((own: EvidenceLibrary) => mergeEvidence([builtInEvidence, own]));

/** What a draft of the project can cite: the built-in facts and the workspace's own. */
export function evidenceOf({
  evidence,
}: {
  readonly evidence?: EvidenceLibrary | undefined;
}): EvidenceLibrary {
  return evidence ? withBuiltIn(evidence) : builtInEvidence;
}

/** Mistakes that no schema sees: ids that are given twice, sources that are named and not there, confusions with nothing. */
function check(written: Source, data: Usable<Source>, whole: Source): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  const address = (path: readonly (string | number)[], publication: { readonly url?: string }): void => {
    const reason = dangerIn(publication);
    if (reason !== undefined)
      problems.push(data.problem([...path, 'url'], `The address is left out: ${reason}.`));
  };
  for (const [name, publication] of Object.entries(written.sources ?? {}))
    address(['sources', name], publication);
  written.evidence.forEach(({ id, source, confusions = [] }, index) => {
    if (typeof source !== 'string') address(['evidence', index, 'source'], source);
    if (seen.has(id))
      problems.push(data.problem(['evidence', index, 'id'], `The fact “${id}” is given twice.`));
    seen.add(id);
    // A source in which there is a mistake has been told of.
    if (typeof source === 'string' && !Object.hasOwn(whole.sources ?? {}, source)) {
      problems.push(data.problem(['evidence', index, 'source'], `There is no “${source}” under “sources”.`));
    }
    confusions.forEach((confusion, at) => {
      if (confusion.with || confusion.without) return;
      const path = ['evidence', index, 'confusions', at];
      problems.push(
        data.problem(path, 'This has no effect: say “with” which names, or “without” which words.'),
      );
    });
  });
  return problems;
}

/** Why what a source gives as its address must not become a link; words on where to ask for a copy never do. */
function dangerIn({ url }: { readonly url?: string }): string | undefined {
  return url === undefined || isWords(url) ? undefined : danger(url);
}

function isWords(url: string): boolean {
  return /\s/.test(url.trim());
}

function build(written: Source): EvidenceLibrary {
  const facts: Fact[] = [];
  const sources = new Map<string, Publication>();
  const choices = new Map<string, Fact['about']>();
  for (const { about = [], source, topics = [], confusions = [], ...rest } of written.evidence) {
    const publication = typeof source === 'string' ? written.sources?.[source] : source;
    if (!publication) continue;
    // Facts of one source, and those with the same words, share them: a sentence is held against each once.
    facts.push({
      ...rest,
      about: shared(choices, about, wordsIn),
      source: shared(sources, publication, published),
      topics,
      confusions,
    });
  }
  return { facts, notFound: written.notFound ?? [] };
}

/** What is made of something, once for all that are written alike. */
function shared<W, T>(made: Map<string, T>, written: W, make: (written: W) => T): T {
  const key = JSON.stringify(written);
  const known = made.get(key) ?? make(written);
  made.set(key, known);
  return known;
}

function wordsIn(about: readonly string[]): Fact['about'] {
  return about.map((words) =>
    words
      .toLowerCase()
      .split('|')
      .map((word) => word.trim()),
  );
}

function published(publication: PublicationSource): Publication {
  const { url, ...unlinked } = publication;
  const kept = url === undefined || dangerIn(publication) !== undefined ? unlinked : publication;
  return { ...kept, names: publication.names ?? [publication.title] };
}

/** How the figure of a fact is expressed. */
export function measureOf({ unit }: { readonly unit: string }): Measure {
  if (/^(?:per ?cent|%)/i.test(unit)) return 'percent';
  return unit.startsWith('£') ? 'money' : 'count';
}

/**
 * A publication as a reader names it: publisher, title and date, which is not said twice where the title ends with it.
 *
 * @param shown The title as it is to stand there.
 */
export function citationOf({ publisher, title, date }: Publication, shown = title): string {
  return [publisher, shown, ...(title.endsWith(` ${date}`) ? [] : [date])].join(', ');
}

/**
 * A fact as Markdown to insert: its sentence with a footnote, and the footnote's text.
 * @param label Of the footnote; free in the draft.
 */
export function factText(
  { statement, source }: Fact,
  label: string,
): { readonly sentence: string; readonly note: string } {
  const { title, url } = source;
  const address = url === undefined ? '.' : isWords(url) ? ` ${asWords(url)}.` : ` <${encoded(url.trim())}>.`;
  return {
    sentence: `${statement}[^${label}]`,
    note: `[^${label}]: ${citationOf(source, `*${title}*`)}${url ? ',' : ''}${address}`,
  };
}

/** Words as Markdown that shows them and links to nothing. */
function asWords(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** An address that nothing in it ends before its bracket does. */
function encoded(url: string): string {
  return url.replace(/[<>]/g, (bracket) => (bracket === '<' ? '%3C' : '%3E'));
}
