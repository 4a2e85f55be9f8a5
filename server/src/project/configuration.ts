/** Reads and checks `.advocacy.json`. */

import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import schema from '../../../schemas/configuration.schema.json';
import { readJson } from '../data-files/json';
import { MOST_PROBLEMS, shortKey, TOO_MANY } from '../data-files/limits';
import { didYouMean } from '../data-files/nearest';
import { pathOf, valueAt } from '../data-files/paths';
import type { FileProblem } from '../data-files/problem';
import type { DataFile, Path } from '../data-files/types';
import { isRecord } from '../data-files/types';
import { listed } from '../text/listed';
import type { RuleSetting } from './severity';
import type { Configuration, Term, WordSetup } from './types';

/** Name of the configuration file. */
export const CONFIGURATION_NAME = '.advocacy.json';

/** The ids of all rules that can be set. */
export const RULE_IDS: readonly string[] = Object.keys(schema.properties.rules.properties);

const DESCRIPTIONS: Readonly<Record<string, { readonly description: string }>> =
  schema.properties.rules.properties;

/** What a rule finds, in words that fit into a sentence: “a figure without a source”. */
export function plainRule(id: string): string {
  const { description = id } = Object.hasOwn(DESCRIPTIONS, id) ? DESCRIPTIONS[id]! : {};
  return description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, '');
}

/** The configuration where nothing is configured. */
export const defaultConfiguration: Configuration = {
  drafts: [],
  terms: [],
  evidence: [],
  acronyms: {},
  asks: {},
  rules: {},
  about: {},
  word: {},
};

interface ReadConfiguration {
  /** The configuration, with defaults in place of mistakes. */
  readonly configuration: Configuration;
  readonly problems: readonly FileProblem[];
  /** The file with positions, for problems that show only when other files are read. */
  readonly json: DataFile;
}

/**
 * Reads the text of a configuration. Never throws: each mistake becomes a problem at its position, and the rest of the
 * configuration is used.
 */
export function readConfiguration(text: string, uri: string): ReadConfiguration {
  const json = readJson(text, uri);
  if (json.value === undefined) {
    const problems = json.problems.length > 0 ? json.problems : [json.problem([], EMPTY)];
    return { configuration: defaultConfiguration, problems, json };
  }
  let errors: readonly OutputUnit[];
  try {
    errors = validator()
      .validate(json.value)
      .errors.filter(
        ({ keyword, keywordLocation }) => !WRAPPERS.has(keyword) && !OF_A_CHOICE.test(keywordLocation),
      );
  } catch {
    // The validator passes its errors as arguments, of which there cannot be a hundred thousand.
    const problem = json.problem([], TOO_MANY);
    return { configuration: defaultConfiguration, problems: [problem], json };
  }
  const wrong = errors.map((error) => ({ path: pathOf(error.instanceLocation, json.value), error }));
  const problems = [
    ...[...json.problems, ...json.repeated].slice(0, MOST_PROBLEMS),
    ...wrong
      .slice(0, MOST_PROBLEMS)
      .map(({ path, error }) =>
        error.keyword === 'false'
          ? json.problem(path, unknownKey(path), 'key')
          : json.problem(path, explain(json.value, path, error)),
      ),
  ];
  // The paths of values that contain a mistake.
  const spoiled = new Set(
    wrong.flatMap(({ path }) => path.map((_, i) => JSON.stringify(path.slice(0, i + 1).map(String)))),
  );
  const usable = (path: Path): boolean => !spoiled.has(JSON.stringify(path.map(String)));
  return { configuration: gather(json.value, usable), problems, json };
}

const EMPTY = 'The file is empty. Write {} for a configuration that changes nothing.';

let compiled: Validator | undefined;
function validator(): Validator {
  compiled ??= new Validator(schema as unknown as Schema, '7', false);
  return compiled;
}

/** Keywords whose errors only say that there is an error further inside. */
const WRAPPERS = new Set(['properties', 'items', 'additionalProperties', 'propertyNames', '$ref']);

/** Each branch of an `anyOf` has errors of its own; that none fits is an error by itself. */
const OF_A_CHOICE = /\/anyOf\//;

interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
}

/** The schema of the value at a path. */
function shapeOf(path: Path): Shape {
  let shape = schema as unknown as Shape;
  for (const step of path) {
    const { additionalProperties: other } = shape;
    const named =
      shape.properties && Object.hasOwn(shape.properties, step) ? shape.properties[step] : undefined;
    shape = named ?? shape.items ?? (typeof other === 'object' ? other : {});
  }
  return shape;
}

function unknownKey(path: Path): string {
  const key = String(path.at(-1));
  const known = Object.keys(shapeOf(path.slice(0, -1)).properties ?? {}).filter((name) => name !== '$schema');
  const what = path[0] === 'rules' ? 'rule' : 'setting';
  const suggestion = didYouMean(key, known);
  const list = what === 'rule' ? ' “advocacy rules” lists them all.' : ` Here there are ${quoted(known)}.`;
  return `There is no ${what} “${shortKey(key)}”.${suggestion || list}`;
}

/** A message for an error of the validator: what is wrong, and what to write instead. */
function explain(value: unknown, path: Path, { keyword }: OutputUnit): string {
  const shape = shapeOf(path);
  const name = path.length === 0 ? 'The configuration' : `“${nameOf(path)}”`;
  const example = shape.examples?.[0];
  const suchAs = example === undefined ? '' : `, such as ${JSON.stringify(example)}`;
  switch (keyword) {
    case 'type':
      return `${name} must be ${TYPES[shape.type ?? ''] ?? 'something else'}${suchAs}.`;
    case 'enum': {
      const written = valueAt(value, path);
      const suggestion = typeof written === 'string' ? didYouMean(written, shape.enum ?? []) : '';
      return `${name} must be one of ${quoted(shape.enum ?? [])}.${suggestion}`;
    }
    case 'anyOf': {
      const words = shape.anyOf!.flatMap((one) => one.enum ?? []).map((word) => `“${word}”`);
      return `${name} must be ${words.join(', ')}, or a list of names in brackets: [ … ].`;
    }
    case 'required': {
      const missing = (shape.required ?? []).filter(
        (key) => !Object.hasOwn(valueAt(value, path) as object, key),
      );
      return `Here ${quoted(missing)} ${missing.length > 1 ? 'are' : 'is'} missing.`;
    }
    case 'minLength':
      return `${name} is too short: at least ${characters(shape.minLength)}.`;
    case 'maxLength':
      return `${name} is too long: at most ${characters(shape.maxLength)}.`;
    case 'minItems':
      return `${name} is empty. Write at least one.`;
    case 'maxItems':
      return `${name} has too many entries: at most ${shape.maxItems} are read.`;
    case 'maxProperties':
      return `${name} has too many entries: at most ${shape.maxProperties} are read.`;
    default:
      return `${name} is not as the schema of ${CONFIGURATION_NAME} says.`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  array: 'a list in brackets: [ … ]',
  object: 'a group of settings in braces: { … }',
  boolean: 'true or false',
};

/** `rules.sentence-long`, `terms[0].phrase` */
function nameOf(path: Path): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${shortKey(step)}`,
    '',
  );
}

const characters = (count = 0): string => `${count} character${count === 1 ? '' : 's'}`;
const quoted = (words: readonly string[]): string => listed(words.map((word) => `“${word}”`));

/** The configuration without its mistakes. */
function gather(source: unknown, usable: (path: Path) => boolean): Configuration {
  if (!isRecord(source)) return defaultConfiguration;
  const list = <T>(key: string): T[] => {
    const items = source[key];
    if (!Array.isArray(items)) return [];
    return (items as T[]).slice(0, shapeOf([key]).maxItems).filter((_, i) => usable([key, i]));
  };
  const record = <T>(key: string): Record<string, T> => {
    const entries = source[key];
    if (!isRecord(entries)) return {};
    // Without a prototype, so that looking up "constructor" finds nothing.
    const kept: Record<string, T> = Object.create(null);
    for (const [name, entry] of Object.entries(entries).slice(0, shapeOf([key]).maxProperties))
      if (usable([key, name])) kept[name] = entry as T;
    return kept;
  };
  return {
    drafts: list<string>('drafts'),
    ...(typeof source.framework === 'string' && usable(['framework']) && { framework: source.framework }),
    terms: list<Term>('terms'),
    evidence: list<string>('evidence'),
    acronyms: record<string>('acronyms'),
    asks: record<Configuration['asks'][string]>('asks'),
    rules: record<RuleSetting>('rules'),
    about: record<string>('about'),
    word: isRecord(source.word) ? gatherWord(source.word, usable) : {},
  };
}

/** The valid part of the settings for Word. */
function gatherWord({ styles, ...rest }: WordSetup, usable: (path: Path) => boolean): WordSetup {
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => usable(['word', key])));
  if (typeof styles !== 'object' || styles === null) return kept;
  const right = Object.entries(styles).filter(([role]) => usable(['word', 'styles', role]));
  return { ...kept, styles: Object.fromEntries(right) };
}
