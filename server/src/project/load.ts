/** Loads a configuration and what it names. Nothing here throws: what is wrong becomes a problem. */

import type { FileProblem } from '../data-files/problem';
import type { Files } from '../files';
import { builtInFramework } from '../framework';
import { CONFIGURATION_NAME, defaultConfiguration, readConfiguration } from './configuration';
import { librariesOf } from './libraries';
import { atStart, LIMITS, Loading, type ReadFrameworks, readText } from './loading';
import { join, normalise, relativePath } from './paths';
import type { Project } from './types';

/** What drafts are held against where nothing is configured. */
export const builtInProject: Project = {
  folder: undefined,
  configuration: defaultConfiguration,
  framework: builtInFramework,
  problems: [],
};

const sources = new WeakMap<Project, readonly string[]>();

/** The texts that a project was made from: two projects with the same ones judge every draft alike. */
export function sourcesOf(project: Project): readonly string[] {
  return sources.get(project) ?? [];
}

export interface Loaded {
  readonly project: Project;
  /** URIs whose change, appearance or disappearance makes another project. */
  readonly files: readonly string[];
  /** Patterns of more such files, relative to the project's folder. */
  readonly patterns: readonly string[];
}

/** Loads the configuration that lies in a folder. */
export async function loadFolder(
  files: Files,
  folder: string,
  workspaceFolder?: string,
  frameworks: ReadFrameworks = new Map(),
): Promise<Loaded> {
  const boundary =
    workspaceFolder !== undefined && relativePath(workspaceFolder, folder) !== undefined
      ? normalise(workspaceFolder)
      : folder;
  const uri = join(folder, CONFIGURATION_NAME);
  const source = await readText(files, folder, boundary, CONFIGURATION_NAME, LIMITS.configuration);
  if ('problem' in source) {
    const project: Project = { ...builtInProject, folder, problems: [atStart(uri, source.problem)] };
    return { project, files: [uri], patterns: [] };
  }
  const { configuration, json, problems } = readConfiguration(source.text, uri);
  const loading = new Loading(files, folder, boundary, configuration, json, frameworks);
  const framework = await loading.framework();
  const evidencePatterns = loading.insidePatterns('evidence');
  const evidence = await librariesOf(loading, evidencePatterns);
  const word = await loading.word();
  const drafts = loading.insidePatterns('drafts');
  const terms = loading.terms(framework);
  const asks = loading.asks(framework);
  loading.finish();
  const project: Project = {
    folder,
    framework,
    configuration: {
      drafts,
      ...(configuration.framework !== undefined && { framework: configuration.framework }),
      terms,
      evidence: evidencePatterns,
      acronyms: configuration.acronyms,
      asks,
      rules: configuration.rules,
      about: configuration.about,
      word,
    },
    ...(evidence && { evidence }),
    problems: [...problems, ...loading.problems].sort(byPlace(uri)),
    ...(loading.unusedTemplate && { unusedTemplate: loading.unusedTemplate }),
  };
  // What is missing decides, too: a framework that cannot be read leaves the built-in one.
  sources.set(project, [source.text, ...loading.texts, JSON.stringify(project.problems)]);
  return { project, files: [uri, ...loading.used], patterns: project.configuration.evidence };
}

/** By the order of the text, the configuration's own problems first. */
function byPlace(first: string): (a: FileProblem, b: FileProblem) => number {
  return (a, b) =>
    Number(b.uri === first) - Number(a.uri === first) ||
    a.uri.localeCompare(b.uri) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character;
}
