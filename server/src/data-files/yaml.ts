/** Reads YAML: its value, the span of each part, and a message for users on the first mistake. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Span } from '../draft/types';
import { tooDeep } from '../draft/yaml-depth';
import { reasonOf } from '../text/error-message';
import { memoized } from '../util/memoize';
import { shortKey } from './limits';
import { rangesIn } from './ranges';
import type { DataFile, Path } from './types';

const TOO_DEEP = 'This file is nested too deeply to be read.';
const SECOND_DOCUMENT =
  'Nothing is read from this line on, as “---” and “...” end what a file says: take that line out, or move what follows to a file of its own.';

interface Mistake {
  readonly span: Span;
  readonly message: string;
}

interface Parsed {
  readonly value: unknown;
  readonly mistake: Mistake | undefined;
  /** Undefined if there is nothing at the path. */
  spanOf(path: Path, part: 'key' | 'value'): Span | undefined;
}

/**
 * @param text of the file; no text makes this function throw
 * @param uri of the file, for the problems
 */
export function readYaml(text: string, uri: string): DataFile {
  const rangeOf = rangesIn(text);
  const toProblem = ({ span, message }: Mistake) => ({
    uri,
    message,
    range: rangeOf(span.start, Math.max(0, span.end - span.start)),
  });
  const firstLine: Span = { start: 0, end: text.includes('\n') ? text.indexOf('\n') : text.length };
  const { value, mistake, spanOf } = parse(text, firstLine);
  return {
    value,
    problems: mistake ? [toProblem(mistake)] : [],
    problem: (path, message, at = 'value') => toProblem({ span: spanOf(path, at) ?? firstLine, message }),
  };
}

/** @param firstLine span of problems with the whole file, such as too deep nesting */
function parse(text: string, firstLine: Span): Parsed {
  const deep = tooDeep(text);
  if (deep !== undefined) return unread({ span: { start: deep, end: deep + 1 }, message: TOO_DEEP });
  try {
    return parseShallow(text);
  } catch {
    // The parser is recursive: thousands of nested brackets overflow the stack.
    return unread({ span: firstLine, message: TOO_DEEP });
  }
}

function unread(mistake: Mistake): Parsed {
  return { value: undefined, mistake, spanOf: () => mistake.span };
}

/** The pairs of a mapping by key, cached: ten thousand mistakes may be looked up in as many pairs. */
const pairsOf = memoized(
  ({ items }: { readonly items: readonly Pair[] }) =>
    new Map(
      items
        .filter((pair) => isPair(pair))
        .map((pair) => [String((pair.key as { value?: unknown } | null)?.value).toWellFormed(), pair]),
    ),
);

function parseShallow(text: string): Parsed {
  // The parser's own check for duplicate keys takes quadratic time.
  const document = withoutStacks(() =>
    parseDocument(text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: false,
      // Sets and ordered maps would take quadratic time, because each key is searched for.
      resolveKnownTags: false,
    }),
  );
  const error = document.errors.find(
    ({ code, pos }) => code !== 'MULTIPLE_DOCS' || hasMore(text.slice(pos[0])),
  );
  let mistake = error && { span: { start: error.pos[0], end: error.pos[1] }, message: explain(error) };
  const wrong = mistake ? undefined : wrongReference(document);
  if (wrong) return unread(wrong);
  mistake ??= repeatedKey(document.contents);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: -1 }) ?? undefined;
  } catch (thrown) {
    mistake ??= { span: { start: 0, end: 0 }, message: notValid(reasonOf(thrown)) };
  }
  return {
    value,
    mistake,
    spanOf(path, part) {
      let node: Node | null | undefined = document.contents ?? undefined;
      let key: Node | undefined;
      for (const step of path) {
        let next: Node | null | undefined;
        let nextKey: Node | undefined;
        if (isSeq(node)) next = node.items[Number(step)] as Node | undefined;
        else if (isMap(node)) {
          const pair = pairsOf(node).get(String(step));
          nextKey = (pair?.key as Node | undefined) ?? undefined;
          next = (pair?.value as Node | null | undefined) ?? nextKey;
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

function explain({ code, message }: YAMLError): string {
  if (/call stack/.test(message)) return TOO_DEEP;
  return code === 'MULTIPLE_DOCS' ? SECOND_DOCUMENT : notValid(message);
}

const notValid = (why: string): string => `This is not valid YAML: ${why.replace(/\.?$/, '.')}`;

/** Whether there is content after the first document: more than document marks, comments and empty lines. */
function hasMore(rest: string): boolean {
  return rest.split(/\r\n|\r|\n/).some((line) => !/^(?:---|\.\.\.)?[ \t]*(?:#.*)?$/.test(line));
}

/** Runs a function without stack traces, because most of the time for a million parse errors goes into them. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The most references (`*`) in a file, and the most nodes that they may stand for together. */
const MOST_REFERENCES = 1000;
const MOST_REFERRED_TO = 100_000;

/** The first alias that refers to a node around itself, which has no end, or that exceeds one of the limits above. */
function wrongReference(document: Document): Mistake | undefined {
  const anchors = new Map<string, Node>();
  const sizes = new Map<Node, number>();
  let count = 0;
  let size = 0;
  let found: Mistake | undefined;
  visit(document, (_, node, ancestors) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) return undefined;
      const stop = (message: string): symbol => {
        const [start, end] = node.range ?? [0, 0];
        found = {
          span: { start, end },
          message: `“*${shortKey(node.source)}” ${message}`,
        };
        return visit.BREAK;
      };
      if (ancestors.some((ancestor) => ancestor === target))
        return stop('stands for something that it is a part of, so it has no end.');
      const own = sizeOf(target, anchors, sizes);
      // Remembered by alias, because a later anchor may have the same name.
      sizes.set(node, own);
      size += own;
      return ++count > MOST_REFERENCES || size > MOST_REFERRED_TO
        ? stop('is not followed, as the references of this file stand for too much: write the values out.')
        : undefined;
    }
    if (isNode(node) && 'anchor' in node && node.anchor) anchors.set(node.anchor, node);
    return undefined;
  });
  return found;
}

/** The number of nodes in a node, including those that its references stand for. */
function sizeOf(node: unknown, anchors: ReadonlyMap<string, Node>, sizes: Map<Node, number>): number {
  if (isPair(node)) return sizeOf(node.key, anchors, sizes) + sizeOf(node.value, anchors, sizes);
  if (!isNode(node)) return 1;
  const cached = sizes.get(node);
  if (cached !== undefined) return cached;
  let size = 1;
  if (isAlias(node)) size = sizeOf(anchors.get(node.source), anchors, sizes);
  else if (isMap(node) || isSeq(node)) for (const item of node.items) size += sizeOf(item, anchors, sizes);
  sizes.set(node, size);
  return size;
}

/** The first key that occurs twice in a mapping. */
function repeatedKey(root: unknown): Mistake | undefined {
  const remaining: unknown[] = [root];
  while (remaining.length > 0) {
    const node = remaining.pop();
    if (isSeq(node)) for (let i = node.items.length - 1; i >= 0; i--) remaining.push(node.items[i]);
    if (!isMap(node)) continue;
    const keys = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key)) continue;
      if (keys.has(key.value) && key.range) {
        const message = `“${shortKey(String(key.value))}” is written above already: keep one of them.`;
        return { span: { start: key.range[0], end: key.range[1] }, message };
      }
      keys.add(key.value);
    }
    for (let i = node.items.length - 1; i >= 0; i--) remaining.push(node.items[i]!.value);
  }
  return undefined;
}
