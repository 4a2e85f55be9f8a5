/** Loads a configuration and what it names. Nothing here throws: what is wrong becomes a problem. */

import { didYouMean } from '../data-files/nearest';
import type { FileProblem } from '../data-files/problem';
import type { DataFile, Path } from '../data-files/types';
import {
  type EvidenceLibrary,
  loadEvidence,
  MOST_FACTS,
  MOST_NAMES,
  mergeEvidence,
} from '../evidence/library';
import { decode, type Files } from '../files';
import { lineNotUtf8 } from '../files/utf8';
import { builtInFramework, loadFramework } from '../framework';
import type { Framework } from '../framework/types';
import { addAll } from '../lists';
import { reasonOf } from '../text/reason';
import { CONFIGURATION_NAME, defaultConfiguration, readConfiguration } from './configuration';
import { PatternSearch, stoppedMessage, tooManyMessage } from './files-like';
import { findConfiguration } from './find';
import { matchesPatterns, pattern } from './glob';
import { join, locate, normalise, relativePath, resolve, size } from './paths';
import { SHIPPED_TEMPLATES, shippedName } from './shipped';
import type { Configuration, Project, Term, UnusedTemplate } from './types';

/** The most bytes of each kind of file that are read. */
export const LIMITS = {
  configuration: 1024 * 1024,
  framework: 1024 * 1024,
  evidence: 1024 * 1024,
  template: 32 * 1024 * 1024,
} as const;

/** The most evidence libraries that are read, and the most characters of them all. */
const MOST_LIBRARIES = 200;
const MOST_EVIDENCE = 2 * 1024 * 1024;

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

/** Frameworks that were read, by their URIs: many configurations may name one. */
export type ReadFrameworks = Map<
  string,
  { readonly text: string } & Pick<ReturnType<typeof loadFramework>, 'framework' | 'problems'>
>;

/** The project of a draft: see `findConfiguration` for the arguments. */
export async function loadProject(files: Files, uri: string, workspaceFolder?: string): Promise<Project> {
  const folder = await findConfiguration(files, uri, workspaceFolder);
  return folder === undefined ? builtInProject : (await loadFolder(files, folder, workspaceFolder)).project;
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
  const evidence = await loading.evidence(evidencePatterns);
  const word = await loading.word();
  const project: Project = {
    folder,
    framework,
    configuration: {
      drafts: loading.insidePatterns('drafts'),
      ...(configuration.framework !== undefined && { framework: configuration.framework }),
      terms: loading.terms(framework),
      evidence: evidencePatterns,
      acronyms: configuration.acronyms,
      asks: loading.asks(framework),
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

/** One configuration while what it names is looked up. */
class Loading {
  readonly problems: FileProblem[] = [];
  readonly used: string[] = [];
  readonly texts: string[] = [];
  unusedTemplate: UnusedTemplate | undefined;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly boundary: string,
    private readonly configuration: Configuration,
    private readonly json: DataFile,
    private readonly frameworks: ReadFrameworks,
  ) {}

  async framework(): Promise<Framework> {
    const { framework: path } = this.configuration;
    if (path === undefined) return builtInFramework;
    const source = await this.text(path, LIMITS.framework);
    if ('problem' in source) {
      this.report(['framework'], source.problem);
      return builtInFramework;
    }
    let read = this.frameworks.get(source.uri);
    if (read?.text !== source.text) {
      read = { text: source.text, ...loadFramework(source.text, source.uri, builtInFramework) };
      this.frameworks.set(source.uri, read);
    }
    addAll(this.problems, read.problems);
    return read.framework;
  }

  terms(framework: Framework): readonly Term[] {
    const ids = framework.topics.map((topic) => topic.id);
    const written = this.json.value as { readonly terms?: readonly Term[] };
    return this.configuration.terms.flatMap((term) => {
      const index = written.terms!.indexOf(term);
      const topics = term.topics.filter((id, i) =>
        this.#isTopic(framework, ids, id, ['terms', index, 'topics', i]),
      );
      return topics.length === 0 ? [] : [{ phrase: term.phrase, topics }];
    });
  }

  /** What papers are held to, without what the framework does not know, which is reported. */
  asks(framework: Framework): Configuration['asks'] {
    const kinds = framework.kinds.map(({ id }) => id);
    const topics = framework.topics.map(({ id }) => id);
    return Object.fromEntries(
      Object.entries(this.configuration.asks).flatMap(([kind, asked]): [string, typeof asked][] => {
        if (!framework.kind(kind)) {
          const there = kinds.length === 0 ? 'The framework has none.' : `There are ${kinds.join(', ')}.`;
          const suggestion = didYouMean(kind, kinds) || ` ${there}`;
          this.report(['asks', kind], `There is no type of paper “${kind}”.${suggestion}`);
          return [];
        }
        if (typeof asked === 'string') return [[kind, asked]];
        return [[kind, asked.filter((id, i) => this.#isTopic(framework, topics, id, ['asks', kind, i]))]];
      }),
    );
  }

  #isTopic(framework: Framework, ids: readonly string[], id: string, path: Path): boolean {
    if (framework.topic(id)) return true;
    const suggestion = didYouMean(id, ids) || ` The topics are ${ids.join(', ')}.`;
    this.report(path, `There is no area or offer “${id}”.${suggestion}`);
    return false;
  }

  /** Reads the libraries that the patterns mean, each once, in the order of their names. */
  async evidence(patterns: readonly string[]): Promise<EvidenceLibrary | undefined> {
    const paths = await this.#libraryPaths(patterns);
    if (paths.length > MOST_LIBRARIES) {
      this.report(
        ['evidence'],
        `These are ${paths.length} files. Only the first ${MOST_LIBRARIES} are read.`,
      );
    }
    const libraries: EvidenceLibrary[] = [];
    let length = 0;
    let facts = 0;
    let names = 0;
    for (const [index, path] of paths.slice(0, MOST_LIBRARIES).entries()) {
      const read = await this.text(path, LIMITS.evidence);
      if ('problem' in read) {
        this.problems.push(atStart(join(this.folder, path), read.problem));
        continue;
      }
      length += read.text.length;
      if (length > MOST_EVIDENCE) {
        const rest = paths.length - index;
        this.report(
          ['evidence'],
          `These files are larger than ${size(MOST_EVIDENCE)} together. From “${path}” on, ${rest === 1 ? 'one file is' : `${rest} files are`} left out.`,
        );
        break;
      }
      const { library, problems } = loadEvidence(read.text, read.uri);
      addAll(this.problems, problems);
      const room = MOST_FACTS - facts;
      if (library.facts.length > room) {
        const message = `Only ${MOST_FACTS.toLocaleString('en-GB')} facts count in all. Of this file, ${(library.facts.length - room).toLocaleString('en-GB')} are left out.`;
        this.problems.push(atStart(read.uri, message));
      }
      const used = library.facts.slice(0, room);
      for (const source of new Set(used.map((fact) => fact.source))) names += source.names.length;
      if (names > MOST_NAMES) {
        const most = MOST_NAMES.toLocaleString('en-GB');
        this.problems.push(
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
  async #libraryPaths(patterns: readonly string[]): Promise<readonly string[]> {
    const found = new Set<string>();
    const search = new PatternSearch(this.files, this.folder, this.boundary);
    for (const source of patterns) {
      if (source.startsWith('!')) continue;
      const path = this.pathOf('evidence', source);
      if (!/[*?{]/.test(source)) {
        const located = await locate(this.files, this.folder, this.boundary, source, LIMITS.evidence);
        if ('problem' in located) this.report(path, located.problem);
        else found.add(located.uri);
        continue;
      }
      try {
        const { uris, complete } = await search.filesLike(source);
        for (const uri of uris) found.add(uri);
        if (search.isSpent) {
          this.report(['evidence'], tooManyMessage());
          break;
        }
        if (!complete) this.report(path, stoppedMessage(source));
        else if (uris.length === 0) this.report(path, `No file fits “${source}”.`);
      } catch (error) {
        this.report(path, `“${source}” cannot be looked up: ${reasonOf(error)}`);
      }
    }
    const wanted = patterns.map(pattern);
    return [...found]
      .map((uri) => relativePath(this.folder, uri)!)
      .filter((path) => matchesPatterns(wanted, path))
      .sort();
  }

  async word(): Promise<Configuration['word']> {
    const { template, ...others } = this.configuration.word;
    if (template === undefined) return others;
    if (shippedName(template)) return { ...others, template };
    const unused = (problem: string, isMissing = false): Configuration['word'] => {
      const reported = this.report(['word', 'template'], problem);
      this.unusedTemplate = { path: template, isMissing, problem: reported };
      return others;
    };
    if (!/\.do[ct]x$/i.test(template)) {
      return unused(
        `“${template}” is no Word template.${didYouMean(template, SHIPPED_TEMPLATES)} Name a .docx or .dotx file, or ${SHIPPED_TEMPLATES.join(' or ')}.`,
      );
    }
    this.use(template);
    const located = await locate(this.files, this.folder, this.boundary, template, LIMITS.template);
    if (!('problem' in located)) return { ...others, template };
    return unused(located.problem, located.isMissing);
  }

  /** The patterns of a list that stay in the folder. */
  insidePatterns(key: 'drafts' | 'evidence'): readonly string[] {
    return this.configuration[key].filter((source) => {
      const resolved = resolve(this.folder, this.folder, source.replace(/^!/, ''));
      if (!('problem' in resolved)) return true;
      const message = /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(source)
        ? `“${source}” leads out of the folder of this file. Put a ${CONFIGURATION_NAME} in the other folder.`
        : resolved.problem;
      this.report(this.pathOf(key, source), message);
      return false;
    });
  }

  private pathOf(key: 'drafts' | 'evidence', source: string): Path {
    const written = (this.json.value as Readonly<Record<string, readonly unknown[]>>)[key]!;
    return [key, written.indexOf(source)];
  }

  private async text(
    path: string,
    limit: number,
  ): Promise<{ text: string; uri: string } | { problem: string }> {
    this.use(path);
    const read = await readText(this.files, this.folder, this.boundary, path, limit);
    if ('text' in read) this.texts.push(read.text);
    return read;
  }

  private use(path: string): void {
    const resolved = resolve(this.folder, this.boundary, path);
    if ('uri' in resolved) this.used.push(resolved.uri);
  }

  private report(path: Path, message: string): FileProblem {
    const problem = this.json.problem(path, message);
    this.problems.push(problem);
    return problem;
  }
}

async function readText(
  files: Files,
  folder: string,
  boundary: string,
  path: string,
  limit: number,
): Promise<{ text: string; uri: string } | { problem: string }> {
  const located = await locate(files, folder, boundary, path, limit);
  if ('problem' in located) return located;
  try {
    const bytes = await files.read(located.uri, limit, boundary);
    if (!bytes) return { problem: `There is no file “${path}”. Check the name, or remove this line.` };
    if (bytes.length > limit)
      return { problem: `“${path}” is larger than ${size(limit)}, the most that is read.` };
    const text = decode(bytes);
    if (text.includes('\0')) return { problem: `“${path}” is not a text file.` };
    const line = lineNotUtf8(bytes);
    return line === undefined
      ? { text, uri: located.uri }
      : { problem: `Line ${line} of “${path}” is not UTF-8. Save the file as UTF-8 and try again.` };
  } catch (error) {
    return { problem: `“${path}” cannot be read: ${reasonOf(error)}` };
  }
}

function atStart(uri: string, message: string): FileProblem {
  const start = { line: 0, character: 0 };
  return { uri, message, range: { start, end: start } };
}

/** By the order of the text, the configuration's own problems first. */
function byPlace(first: string): (a: FileProblem, b: FileProblem) => number {
  return (a, b) =>
    Number(b.uri === first) - Number(a.uri === first) ||
    a.uri.localeCompare(b.uri) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character;
}
