/**
 * Reads a data file that a person writes (YAML or JSON with comments), checks it against a JSON Schema, and
 * says what is wrong in plain words at the line and column where it stands. Nothing in the file can make this throw.
 */

import type { OutputUnit, Schema } from '@cfworker/json-schema';
import {
  getNodeValue,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type Node as YamlNode,
} from 'yaml';
import { rangesIn } from '../data-files/json';
import { didYouMean } from '../data-files/nearest';
import type { FileProblem } from '../data-files/problem';
import type { Span } from '../draft/types';
import { tooDeep } from '../draft/yaml-depth';
import { reasonOf } from '../text/reason';

export type Path = readonly (string | number)[];

/** A file's value, and where each piece of it stands. */
export interface Data {
  /** Undefined where the file is empty or cannot be read at all. */
  readonly value: unknown;
  /** In UTF-16 offsets of the source; the nearest thing around where there is nothing at the path. */
  spanOf(path: Path, part?: 'key' | 'value'): Span;
  /** A problem at a path, with lines and columns. */
  problem(path: Path, message: string, part?: 'key' | 'value'): FileProblem;
  readonly problems: readonly FileProblem[];
}

const TOO_DEEP = 'This file is nested too deeply to be read.';
const SECOND_DOCUMENT =
  'Nothing is read from this line on, as “---” and “...” end what a file says: take that line out, or move what follows to a file of its own.';

const JSON_ERRORS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: put text between double quotes',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a key between double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing before this',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'nothing may follow the end of the value',
  InvalidCommentToken: 'this is no comment',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a text is not closed: its double quote is missing',
  UnexpectedEndOfNumber: 'a number is not finished',
  InvalidUnicode: 'this is no valid \\u escape',
  InvalidEscapeCharacter: 'this escape is not known in JSON: write \\\\ for a backslash',
  InvalidCharacter: 'this character is not allowed here',
};

/** Parses `source`; `uri` decides between JSON (`.json`, `.jsonc`) and YAML, and stands in the problems. */
export function readData(source: string, uri: string): Data {
  const text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  const rangeOf = rangesIn(text);
  const toProblem = (span: Span, message: string): FileProblem => ({
    uri,
    message,
    range: rangeOf(span.start, Math.max(0, span.end - span.start)),
  });
  const whole: Span = { start: 0, end: text.indexOf('\n') < 0 ? text.length : text.indexOf('\n') };
  try {
    const parsed = /\.jsonc?$/i.test(uri) ? parseJson(text) : parseYaml(text);
    const spanOf: Data['spanOf'] = (path, part = 'value') => parsed.spanOf(path, part) ?? whole;
    return {
      value: parsed.value,
      spanOf,
      problem: (path, message, part) => toProblem(spanOf(path, part), message),
      problems: parsed.problems.map((p) => toProblem(p.span, p.message)),
    };
  } catch {
    // Both parsers are recursive: thousands of nested brackets overflow the stack.
    return {
      value: undefined,
      spanOf: () => whole,
      problem: (_path, message) => toProblem(whole, message),
      problems: [toProblem(whole, TOO_DEEP)],
    };
  }
}

interface Parsed {
  readonly value: unknown;
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
  spanOf(path: Path, part: 'key' | 'value'): Span | undefined;
}

/** What has each key of a mapping, looked up once for all of its keys: a file may have ten thousand, and as many mistakes. */
class ByKey<Node extends object, Entry> {
  readonly #known = new WeakMap<Node, ReadonlyMap<string, Entry>>();

  constructor(private readonly entries: (node: Node) => Iterable<readonly [string, Entry]>) {}

  get(node: Node, key: string): Entry | undefined {
    let known = this.#known.get(node);
    if (!known) {
      const made = new Map<string, Entry>();
      for (const [name, entry] of this.entries(node)) if (!made.has(name)) made.set(name, entry);
      known = made;
      this.#known.set(node, known);
    }
    return known.get(key);
  }
}

function parseJson(text: string): Parsed {
  const pairs = new ByKey((node: JsonNode) =>
    (node.children ?? []).map((pair) => [String(pair.children?.[0]?.value).toWellFormed(), pair] as const),
  );
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return {
    value: root && getNodeValue(root),
    problems: errors.slice(0, 1).map((error) => ({
      span: { start: error.offset, end: error.offset + error.length },
      message: `This is not valid JSON: ${JSON_ERRORS[printParseErrorCode(error.error)] ?? 'it cannot be read from here on'}.`,
    })),
    spanOf(path, part) {
      let node: JsonNode | undefined = root;
      let key: JsonNode | undefined;
      for (const step of path) {
        let next: JsonNode | undefined;
        let nextKey: JsonNode | undefined;
        if (typeof step === 'number') next = node?.type === 'array' ? node.children?.[step] : undefined;
        else {
          const pair = node?.type === 'object' ? pairs.get(node, step) : undefined;
          nextKey = pair?.children?.[0];
          next = pair?.children?.[1];
        }
        if (!next) break;
        node = next;
        key = nextKey;
      }
      const found = part === 'key' && key ? key : node;
      return found && { start: found.offset, end: found.offset + found.length };
    },
  };
}

function parseYaml(text: string): Parsed {
  const pairs = new ByKey((map: { readonly items: readonly Pair[] }) =>
    map.items
      .filter((pair) => isPair(pair))
      .map((pair) => [String((pair.key as { value?: unknown })?.value).toWellFormed(), pair] as const),
  );
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const span = { start: deep, end: deep + 1 };
    return { value: undefined, problems: [{ span, message: TOO_DEEP }], spanOf: () => span };
  }
  // The parser's own look for keys that are written twice takes quadratic time.
  const document = withoutStacks(() =>
    parseDocument(text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: false,
    }),
  );
  const problems = document.errors
    .filter((error) => error.code !== 'MULTIPLE_DOCS' || saysMore(text.slice(error.pos[0])))
    .slice(0, 1)
    .map((error) => ({
      span: { start: error.pos[0], end: error.pos[1] },
      message: /call stack/.test(error.message)
        ? TOO_DEEP
        : error.code === 'MULTIPLE_DOCS'
          ? SECOND_DOCUMENT
          : `This is not valid YAML: ${error.message.replace(/\.?$/, '.')}`,
    }));
  const circle = problems.length === 0 ? selfReference(document) : undefined;
  if (circle) return { value: undefined, problems: [circle], spanOf: () => circle.span };
  const repeated = problems.length === 0 ? repeatedKey(document.contents) : undefined;
  if (repeated) problems.push(repeated);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? undefined;
  } catch (error) {
    problems.push({
      span: { start: 0, end: 0 },
      message: `This is not valid YAML: ${(reasonOf(error)).replace(/\.?$/, '.')}`,
    });
  }
  return {
    value,
    problems,
    spanOf(path, part) {
      let node: YamlNode | null | undefined = document.contents ?? undefined;
      let key: YamlNode | undefined;
      for (const step of path) {
        let next: YamlNode | null | undefined;
        let nextKey: YamlNode | undefined;
        if (isSeq(node)) next = node.items[Number(step)] as YamlNode | undefined;
        else if (isMap(node)) {
          const pair = pairs.get(node, String(step));
          nextKey = (pair?.key as YamlNode | undefined) ?? undefined;
          next = (pair?.value as YamlNode | null | undefined) ?? nextKey;
        }
        if (!next) break;
        node = next;
        key = nextKey;
      }
      const range = (part === 'key' && key ? key : node)?.range;
      return range ? { start: range[0], end: range[1] } : undefined;
    },
  };
}

/** Whether anything stands behind the first document but marks of documents, comments and empty lines. */
function saysMore(rest: string): boolean {
  return rest.split(/\r\n|\r|\n/).some((line) => !/^(?:---|\.\.\.)?[ \t]*(?:#.*)?$/.test(line));
}

/** Runs something that makes an error for each mistake in a file, of which there may be a million: most of the work is their stacks. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The first alias that stands in what it stands for: such a value has no end, and whoever walks it has none. */
function selfReference(document: Document): Parsed['problems'][number] | undefined {
  const meant = new Map<string, unknown>();
  let found: Parsed['problems'][number] | undefined;
  visit(document, (_, node, ancestors) => {
    if (isAlias(node)) {
      const target = meant.get(node.source);
      if (!target || !ancestors.some((ancestor) => ancestor === target)) return undefined;
      const [start, end] = node.range ?? [0, 0];
      const message = `“*${shorten(node.source)}” stands for something that it is a part of, so it has no end.`;
      found = { span: { start, end }, message };
      return visit.BREAK;
    }
    if (isNode(node) && 'anchor' in node && node.anchor) meant.set(node.anchor, node);
    return undefined;
  });
  return found;
}

/** The first key of a mapping that the mapping has above already. */
function repeatedKey(root: unknown): Parsed['problems'][number] | undefined {
  const left: unknown[] = [root];
  while (left.length > 0) {
    const node = left.pop();
    if (isSeq(node)) for (let i = node.items.length - 1; i >= 0; i--) left.push(node.items[i]);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key)) continue;
      if (seen.has(key.value) && key.range) {
        const message = `“${shorten(String(key.value))}” is written above already: keep one of them.`;
        return { span: { start: key.range[0], end: key.range[1] }, message };
      }
      seen.add(key.value);
    }
    for (let i = node.items.length - 1; i >= 0; i--) left.push(node.items[i]!.value);
  }
  return undefined;
}

/** The steps of a validator's pointer (`#/topics/0/id`) into a value. */
export function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  let current = value;
  for (const raw of pointer.split('/').slice(1)) {
    const step = decodeURIComponent(raw).replace(/~1/g, '/').replace(/~0/g, '~');
    path.push(Array.isArray(current) ? Number(step) : step);
    current = (current as Record<string, unknown> | undefined)?.[step];
  }
  return path;
}

/** The keyword's value in the schema, following `$ref`s into `$defs`. */
function schemaAt(schema: Schema, location: string): unknown {
  let current: unknown = schema;
  for (const step of location.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    if (current === null || typeof current !== 'object') return undefined;
    // What a `$ref` points at is followed as soon as it is met.
    if (step === '$ref') continue;
    current = (current as Record<string, unknown>)[
      decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~')
    ];
    const ref = (current as { $ref?: unknown } | undefined)?.$ref;
    if (typeof ref === 'string' && ref.startsWith('#/')) {
      current = schemaAt(schema, ref);
    }
  }
  return current;
}

/** The keys that a schema knows where it met one that it does not: `location` of the keyword that forbade it. */
function keysAt(schema: Schema, location: string): readonly string[] {
  const owner = schemaAt(schema, location.replace(/\/additionalProperties$/, ''));
  return Object.keys((owner as { properties?: object } | undefined)?.properties ?? {}).filter(
    (key) => key !== '$schema',
  );
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const TYPES: Readonly<Record<string, string>> = {
  object: 'a set of keys and values',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

/**
 * What is wrong, for a person who does not know what a schema is; undefined for an error that only gathers what is
 * wrong further in.
 *
 * @param forbidding location in the schema of the keyword that forbids a key
 */
export function explain(
  { keyword, error, keywordLocation }: OutputUnit,
  path: Path,
  schema: Schema,
  forbidding: string,
): string | undefined {
  const value = schemaAt(schema, keywordLocation);
  const last = path.at(-1);
  const name = typeof last === 'string' ? `“${last}”` : last === undefined ? 'The file' : 'This entry';
  switch (keyword) {
    case 'required':
      return `${name} has no ${error.match(/"([^"]*)"/)?.[1] ? `“${error.match(/"([^"]*)"/)?.[1]}”` : 'value'}, which it needs.`;
    case 'type':
      return `${name} must be ${TYPES[String(value)] ?? 'something else'}.`;
    case 'enum':
      return Array.isArray(value)
        ? `${name} must be ${value
            .map(String)
            .join(', ')
            .replace(/, ([^,]*)$/, ' or $1')}.`
        : `${name} has a value that is not known.`;
    case 'pattern':
      return value === '\\S'
        ? `${name} must not be empty.`
        : `${name} must be lower-case letters, digits and single hyphens, such as “digital-skills”.`;
    case 'minimum':
    case 'maximum':
      return `${name} must be ${keyword === 'minimum' ? 'at least' : 'at most'} ${String(value)}.`;
    case 'minItems':
      return `${name} must not be empty.`;
    case 'anyOf':
    case 'oneOf':
      return `${name} has a value that is not allowed here.`;
    case 'false':
      return `“${shorten(String(last))}” is no key that is known here.${didYouMean(String(last), keysAt(schema, forbidding))}`;
    default:
      // The keywords that only gather what failed below them.
      return undefined;
  }
}
