/** Libraries of evidence: the built-in one of national facts, and those that a workspace brings along. */
import type { Schema } from '@cfworker/json-schema';
import evidenceSchema from '../../../schemas/evidence.schema.json';
import { firstOf } from '../data-files/limits';
import type { FileProblem } from '../data-files/problem';
import { readData } from '../data-files/read';
import { usable } from '../data-files/usable';
import { getOrInsert, memoized } from '../util/memoize';
import { check, dangerIn, limited, type PublicationSource, type Source } from './library-source';
import national from './national.json';
import type { EvidenceLibrary, Fact, Measure, Publication } from './types';

/** A publication as text: once for all facts that name it, as it may have thousands of names. */
const textOf = memoized((publication: PublicationSource) => JSON.stringify(publication));

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

/** Several libraries as one; of two facts with one id the later counts, so that a workspace can correct one. */
export function mergeEvidence(libraries: readonly EvidenceLibrary[]): EvidenceLibrary {
  const facts = new Map(
    libraries.flatMap((library) => library.facts.map((fact) => [fact.id, fact] as const)),
  );
  return { facts: [...facts.values()], notFound: libraries.flatMap(({ notFound }) => notFound) };
}

const withBuiltIn = memoized((own: EvidenceLibrary) => mergeEvidence([builtInEvidence, own]));

/** What a draft of the project can cite: the built-in facts and the workspace's own. */
export function evidenceOf({
  evidence,
}: {
  readonly evidence?: EvidenceLibrary | undefined;
}): EvidenceLibrary {
  return evidence ? withBuiltIn(evidence) : builtInEvidence;
}

function build(written: Source): EvidenceLibrary {
  const facts: Fact[] = [];
  const sources = new Map<string, Publication>();
  const choices = new Map<string, Fact['about']>();
  for (const { about = [], source, topics = [], confusions = [], ...rest } of written.evidence) {
    const publication =
      typeof source !== 'string'
        ? source
        : Object.hasOwn(written.sources ?? {}, source)
          ? written.sources?.[source]
          : undefined;
    if (!publication) continue;
    // Facts of one source, and those with the same words, share them: a sentence is held against each once.
    facts.push({
      ...rest,
      about: getOrInsert(choices, JSON.stringify(about), () => wordsIn(about)),
      source: getOrInsert(sources, textOf(publication), () => published(publication)),
      topics,
      confusions,
    });
  }
  return { facts, notFound: written.notFound ?? [] };
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
