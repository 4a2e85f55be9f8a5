import { cover } from '../../src/coverage';
import type { Coverage, State } from '../../src/coverage/types';
import { parseDraft } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import type { Framework } from '../../src/framework/types';
import type { Project, Term } from '../../src/project/types';

export function projectWith(terms: readonly Term[] = [], framework: Framework = builtInFramework): Project {
  return {
    folder: undefined,
    configuration: {
      drafts: [],
      terms,
      evidence: [],
      acronyms: {},
      asks: {},
      rules: {},
      about: {},
      word: {},
    },
    framework,
    problems: [],
  };
}

export const project = projectWith();

/** A briefing on libraries with this body. */
export const briefing = (body: string, frontMatter = '') =>
  `---\nkind: briefing\ntitle: Our libraries\n${frontMatter}---\n\n${body}\n`;

export const coverageOf = (text: string, of: Project = project): Coverage => cover(parseDraft(text), of);

export const topicsOf = (coverage: Coverage) => [...coverage.areas, ...coverage.offers, ...coverage.promises];

export function stateOf(coverage: Coverage, id: string): State {
  const found = topicsOf(coverage).find((t) => t.topic.id === id);
  if (!found) throw new Error(`no topic ${id}`);
  return found.state;
}

/** Areas and offers that are argued or evidenced, in the framework's order. */
export const argued = (coverage: Coverage) =>
  [...coverage.areas, ...coverage.offers]
    .filter((t) => t.state === 'argued' || t.state === 'evidenced')
    .map((t) => t.topic.id);
