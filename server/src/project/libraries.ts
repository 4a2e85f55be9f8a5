/** The evidence libraries that a configuration names. */
import type { EvidenceLibrary } from '../evidence';
import { loadEvidence, mergeEvidence } from '../evidence/library';
import { MOST_FACTS, MOST_NAMES } from '../evidence/library-source';
import { reasonOf } from '../text/error-message';
import { addAll } from '../util/lists';
import { PatternSearch, stoppedMessage, tooManyMessage } from './expand-patterns';
import { matchesPatterns, patterns as readPatterns } from './glob';
import { atStart, LIMITS, type Loading } from './loading';
import { join, locate, relativePath, size } from './paths';

/** The most evidence libraries that are read, and the most characters of them all. */
const MOST_LIBRARIES = 200;
const MOST_EVIDENCE = 2 * 1024 * 1024;

/** Reads the libraries that the patterns mean, each once, in the order of their names. */
export async function librariesOf(
  loading: Loading,
  patterns: readonly string[],
): Promise<EvidenceLibrary | undefined> {
  const paths = await libraryPaths(loading, patterns);
  if (paths.length > MOST_LIBRARIES) {
    loading.tell(['evidence'], `These are ${paths.length} files. Only the first ${MOST_LIBRARIES} are read.`);
  }
  const libraries: EvidenceLibrary[] = [];
  let length = 0;
  let facts = 0;
  let names = 0;
  for (const [index, path] of paths.slice(0, MOST_LIBRARIES).entries()) {
    const read = await loading.text(path, LIMITS.evidence);
    if ('problem' in read) {
      loading.problems.push(atStart(join(loading.folder, path), read.problem));
      continue;
    }
    length += read.text.length;
    if (length > MOST_EVIDENCE) {
      const rest = paths.length - index;
      loading.tell(
        ['evidence'],
        `These files are larger than ${size(MOST_EVIDENCE)} together. From “${path}” on, ${rest === 1 ? 'one file is' : `${rest} files are`} left out.`,
      );
      break;
    }
    const { library, problems } = loadEvidence(read.text, read.uri);
    addAll(loading.problems, problems);
    const room = MOST_FACTS - facts;
    if (library.facts.length > room) {
      const message = `Only ${MOST_FACTS.toLocaleString('en-GB')} facts count in all. Of this file, ${(library.facts.length - room).toLocaleString('en-GB')} are left out.`;
      loading.problems.push(atStart(read.uri, message));
    }
    const used = library.facts.slice(0, room);
    for (const source of new Set(used.map((fact) => fact.source))) names += source.names.length;
    if (names > MOST_NAMES) {
      const most = MOST_NAMES.toLocaleString('en-GB');
      loading.problems.push(
        atStart(
          read.uri,
          `This file and those before it have more than ${most} names of sources. It is left out.`,
        ),
      );
      break;
    }
    libraries.push({ ...library, facts: used });
    facts += used.length;
  }
  return libraries.length === 0 ? undefined : mergeEvidence(libraries);
}

/** The libraries that the patterns mean, by name, relative to the folder. */
async function libraryPaths(loading: Loading, patterns: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const search = new PatternSearch(loading.files, loading.folder, loading.boundary);
  const wanted = readPatterns(patterns);
  for (const [at, source] of patterns.entries()) {
    if (source.startsWith('!')) continue;
    const path = loading.pathOf('evidence', source);
    if (!/[*?{]/.test(source)) {
      const located = await locate(loading.files, loading.folder, loading.boundary, source, LIMITS.evidence);
      if ('problem' in located) loading.report(path, located.problem);
      else found.add(located.uri);
      continue;
    }
    try {
      const { uris, complete } = await search.filesLike(source, wanted[at]!);
      for (const uri of uris) found.add(uri);
      if (search.isSpent) {
        loading.tell(['evidence'], tooManyMessage());
        break;
      }
      if (!complete) loading.report(path, stoppedMessage(source));
      else if (uris.length === 0) loading.report(path, `No file fits “${source}”.`);
    } catch (error) {
      loading.report(path, `“${source}” cannot be looked up: ${reasonOf(error)}`);
    }
  }
  return [...found]
    .map((uri) => relativePath(loading.folder, uri)!)
    .filter((path) => matchesPatterns(wanted, path))
    .sort();
}
