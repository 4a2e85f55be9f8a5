/** A library of evidence as a workspace's file has it, how much of it counts, and what no schema sees in it. */

import { Allowances } from '../data-files/limits';
import type { FileProblem } from '../data-files/problem';
import type { Path } from '../data-files/types';
import type { Usable } from '../data-files/usable';
import { danger } from '../text/addresses';
import type { Confusion, Fact, NotFound, Publication } from './types';

/** A library as written; the schema holds. */
export interface Source {
  readonly sources?: Readonly<Record<string, PublicationSource>>;
  readonly evidence: readonly FactSource[];
  readonly notFound?: readonly NotFound[];
}

export type PublicationSource = Omit<Publication, 'names'> & { readonly names?: readonly string[] };
type FactSource = Omit<Fact, 'about' | 'source' | 'topics' | 'confusions'> & {
  readonly about?: readonly string[];
  readonly source: string | PublicationSource;
  readonly topics?: readonly string[];
  readonly confusions?: readonly Confusion[];
};

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
export function limited(
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

/** Mistakes that no schema sees: ids that are given twice, sources that are named and not there, confusions with nothing. */
export function check(written: Source, data: Usable<Source>, whole: Source): readonly FileProblem[] {
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
export function dangerIn({ url }: { readonly url?: string }): string | undefined {
  return url === undefined || isWords(url) ? undefined : danger(url);
}

/** Whether it says in words where a copy is to be had. */
export function isWords(url: string): boolean {
  return /\s/.test(url.trim());
}
