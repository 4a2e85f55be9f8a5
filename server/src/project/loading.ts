/** The state of loading one configuration and the files that it names. */
import { MOST_PROBLEMS } from '../data-files/limits';
import { didYouMean } from '../data-files/nearest';
import type { FileProblem } from '../data-files/problem';
import type { DataFile, Path } from '../data-files/types';
import { decode, type Files } from '../files';
import { lineNotUtf8 } from '../files/utf8';
import { builtInFramework, loadFramework } from '../framework';
import type { Framework } from '../framework/types';
import { reasonOf } from '../text/error-message';
import { addAll } from '../util/lists';
import { CONFIGURATION_NAME } from './configuration';
import { firstCut } from './glob';
import { locate, resolve, size } from './paths';
import { SHIPPED_TEMPLATES, shippedName } from './shipped';
import type { Configuration, Term, UnusedTemplate } from './types';

/** The most bytes of each kind of file. */
export const LIMITS = {
  configuration: 1024 * 1024,
  framework: 1024 * 1024,
  evidence: 1024 * 1024,
  template: 32 * 1024 * 1024,
} as const;

/** Loaded frameworks by URI: many configurations may name the same one. */
export type ReadFrameworks = Map<
  string,
  { readonly text: string } & Pick<ReturnType<typeof loadFramework>, 'framework' | 'problems'>
>;

export class Loading {
  readonly problems: FileProblem[] = [];
  readonly used: string[] = [];
  readonly texts: string[] = [];
  unusedTemplate: UnusedTemplate | undefined;
  #mistakes = 0;

  constructor(
    readonly files: Files,
    readonly folder: string,
    readonly boundary: string,
    private readonly configuration: Configuration,
    private readonly json: DataFile,
    private readonly frameworks: ReadFrameworks,
  ) {}

  async framework(): Promise<Framework> {
    const { framework: path } = this.configuration;
    if (path === undefined) return builtInFramework;
    const source = await this.text(path, LIMITS.framework);
    if ('problem' in source) {
      this.tell(['framework'], source.problem);
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
    const written = (this.json.value as { readonly terms?: unknown } | undefined)?.terms;
    // A value other than a list is reported where the configuration is read.
    const places = new Map(Array.isArray(written) ? written.map((term: Term, index) => [term, index]) : []);
    return this.configuration.terms.flatMap((term) => {
      const index = places.get(term)!;
      const topics = term.topics.filter((id, i) =>
        this.#isTopic(framework, ids, id, ['terms', index, 'topics', i]),
      );
      return topics.length === 0 ? [] : [{ phrase: term.phrase, topics }];
    });
  }

  /** `asks` without the names that the framework does not know, which are reported. */
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
    this.report(path, () => {
      const suggestion = didYouMean(id, ids) || ` The topics are ${ids.join(', ')}.`;
      return `There is no area or offer “${id}”.${suggestion}`;
    });
    return false;
  }

  async word(): Promise<Configuration['word']> {
    const { template, ...others } = this.configuration.word;
    if (template === undefined) return others;
    if (shippedName(template)) return { ...others, template };
    const unused = (problem: string, missing?: string): Configuration['word'] => {
      const reported = this.tell(['word', 'template'], problem);
      this.unusedTemplate = { path: template, ...(missing && { missing }), problem: reported };
      return others;
    };
    if (!/\.do[ct]x$/i.test(template)) {
      return unused(
        `“${template}” is no Word template.${didYouMean(template, SHIPPED_TEMPLATES)} Name a .docx or .dotx file, or ${SHIPPED_TEMPLATES.join(' or ')}.`,
      );
    }
    const uri = this.#use(template);
    const located = await locate(this.files, this.folder, this.boundary, template, LIMITS.template);
    if (!('problem' in located)) return { ...others, template };
    return unused(located.problem, located.isMissing && uri);
  }

  /** The patterns of a list that do not lead out of the folder. */
  insidePatterns(key: 'drafts' | 'evidence'): readonly string[] {
    const cut = firstCut(this.configuration[key]);
    if (cut !== undefined)
      this.tell(
        this.pathOf(key, cut),
        'From here on, not all choices in braces are looked up, as they stand for too many names. Use * in their place.',
      );
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

  /** The path of a pattern in the configuration. */
  pathOf(key: 'drafts' | 'evidence', source: string): Path {
    const written = (this.json.value as Readonly<Record<string, readonly unknown[]>>)[key]!;
    return [key, written.indexOf(source)];
  }

  async text(path: string, limit: number): Promise<{ text: string; uri: string } | { problem: string }> {
    this.#use(path);
    const read = await readText(this.files, this.folder, this.boundary, path, limit);
    if ('text' in read) this.texts.push(read.text);
    return read;
  }

  #use(path: string): string | undefined {
    const resolved = resolve(this.folder, this.boundary, path);
    if ('problem' in resolved) return undefined;
    this.used.push(resolved.uri);
    return resolved.uri;
  }

  /** Adds a problem for something that is not used. */
  tell(path: Path, message: string): FileProblem {
    const problem = this.json.problem(path, message);
    this.problems.push(problem);
    return problem;
  }

  /** Adds one of possibly many problems of a list, or only counts it. */
  report(path: Path, message: string | (() => string)): void {
    if (++this.#mistakes <= MOST_PROBLEMS) this.tell(path, typeof message === 'string' ? message : message());
  }

  /** Adds a problem that says how many were only counted. */
  finish(): void {
    const more = this.#mistakes - MOST_PROBLEMS;
    if (more <= 0) return;
    const said =
      more === 1 ? 'There is one more mistake' : `There are ${more.toLocaleString('en-GB')} more mistakes`;
    this.tell([], `${said} like these in this file.`);
  }
}

export async function readText(
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

/** A problem at the start of a file. */
export function atStart(uri: string, message: string): FileProblem {
  const start = { line: 0, character: 0 };
  return { uri, message, range: { start, end: start } };
}
