/** Reads JSON with comments as a person wrote it: values with the place of each, mistakes in plain words. */
import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { memoized } from '../util/memoize';
import mistakes from './json-mistakes.json';
import type { FileProblem } from './problem';
import { rangesIn } from './ranges';
import type { DataFile, Path } from './types';

/** Nesting that no configuration needs; the parser calls itself for each level. */
const DEEPEST = 50;

interface JsonFile extends DataFile {
  /** Keys that an object has twice. They are no reason not to use it: the last one counts. */
  readonly repeated: readonly FileProblem[];
}

/**
 * @param text the file's text; never throws, whatever it is
 * @param uri where it came from, for the problems
 */
export function readJson(text: string, uri: string): JsonFile {
  const range = rangesIn(text);
  const tooDeep = placeOfDeepest(text);
  if (tooDeep !== undefined) {
    const message = `This is nested more than ${DEEPEST} levels deep, which cannot be meant.`;
    const problem = { uri, message, range: range(tooDeep, 1) };
    return {
      value: undefined,
      problems: [problem],
      repeated: [],
      problem: (_, text) => ({ ...problem, message: text }),
    };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const problems: FileProblem[] = [];
  const bracketMissing = errors.findLastIndex(({ error }) => error === 8);
  for (const [index, { error, offset, length }] of errors.entries()) {
    const mayBeList = index < Math.min(bracketMissing, MOST_LOOKED_AT);
    const unclosed = mayBeList ? unclosedList(text, errors[index]!) : undefined;
    if (unclosed) {
      // The parser takes all that follows for entries of the list.
      problems.push({
        uri,
        message: NO_BRACKET,
        range: range(unclosed.start, unclosed.end - unclosed.start),
      });
      break;
    }
    const problem = { uri, message: explain(error, text[offset]), range: range(offset, length) };
    // One slip makes several errors; those after the first on a line only puzzle.
    if (problem.range.start.line !== problems.at(-1)?.range.start.line) problems.push(problem);
  }
  const repeated: FileProblem[] = [];
  if (tree) findRepeated(tree, (node, message) => repeated.push(at(node, message)));
  function at(node: Node, message: string): FileProblem {
    return { uri, message, range: range(node.offset, node.length) };
  }
  return {
    value: tree && plain(tree),
    problems,
    repeated,
    problem(path, message, place = 'value') {
      if (!tree) return { uri, message, range: range(0, 0) };
      const node = nodeAt(tree, path);
      return at(
        place === 'key' && node.parent?.type === 'property' ? node.parent.children![0]! : node,
        message,
      );
    },
  };
}

/** Mistakes that are looked at twice: a file with more is no configuration, and may be anything. */
const MOST_LOOKED_AT = 20;
const NO_BRACKET = 'A closing bracket ] is missing before this.';

/**
 * Finds a name with a colon, or a brace, in the place of a missing end of a list. The parser reports only a missing
 * comma or value there, and the missing bracket at the end of the file.
 */
function unclosedList(
  text: string,
  { error, offset, length }: ParseError,
): { readonly start: number; readonly end: number } | undefined {
  if ((error !== 6 && error !== 4) || !isInList(text, offset)) return undefined;
  const end = offset + length;
  if (error === 6 && text[offset] === ':') {
    const [name] = /"[^"\r\n]*"\s*$/.exec(text.slice(Math.max(0, offset - 200), offset)) ?? [''];
    return { start: offset - name.length, end: offset - name.length + Math.max(name.trimEnd().length, 1) };
  }
  const isName = text[offset] === '"' && /^\s*:/.test(text.slice(end, end + 20));
  return isName || text[offset] === '}' ? { start: offset, end } : undefined;
}

/** Whether the innermost bracket that is open at an offset is that of a list. */
function isInList(text: string, offset: number): boolean {
  const scanner = createScanner(text, true);
  const open: number[] = [];
  for (let token: number = scanner.scan(); token !== 17; token = scanner.scan()) {
    if (scanner.getTokenOffset() >= offset) break;
    if (token === 1 || token === 3) open.push(token);
    else if (token === 2 || token === 4) open.pop();
  }
  return open.at(-1) === 3;
}

function placeOfDeepest(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  // The numbers are jsonc-parser's SyntaxKind, a const enum, which no bundler can import.
  for (let token: number = scanner.scan(); token !== 17; token = scanner.scan()) {
    if (token === 1 || token === 3) {
      if (++depth > DEEPEST) return scanner.getTokenOffset();
    } else if (token === 2 || token === 4) depth--;
  }
  return undefined;
}

/** As jsonc-parser numbers its ParseErrorCode. */
const EXPLANATIONS: Readonly<Record<string, string>> = mistakes;

function explain(code: number, character: string | undefined): string {
  if (code === 1 && character === "'") return 'Write texts and names in double quotation marks: "…".';
  return EXPLANATIONS[code] ?? 'This is not JSON.';
}

/** The value of a tree. A key such as `__proto__` is a key like any other. */
function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type === 'string') return (node.value as string).toWellFormed();
  if (node.type !== 'object') return node.value as unknown;
  const object: Record<string, unknown> = Object.create(null);
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key && value) object[(key.value as string).toWellFormed()] = plain(value);
  }
  return object;
}

/** What has each key of an object, of which there may be ten thousand, and as many mistakes; the last of a name counts, as in `plain`. */
const propertiesOf = memoized(
  ({ children = [] }: Node) =>
    new Map(children.map((property) => [String(property.children?.[0]?.value).toWellFormed(), property])),
);

/** The value at a path, or the nearest around it. */
function nodeAt(tree: Node, path: Path): Node {
  let node = tree;
  for (const step of path) {
    const next =
      node.type === 'array'
        ? node.children?.[Number(step)]
        : node.type === 'object' && propertiesOf(node).get(String(step))?.children?.[1];
    if (!next) break;
    node = next;
  }
  return node;
}

function findRepeated(node: Node, report: (node: Node, message: string) => void): void {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      if (!key) continue;
      if (seen.has(key.value as string))
        report(key, `“${key.value}” is written twice. Only this one counts.`);
      seen.add(key.value as string);
    }
  }
  for (const child of node.children ?? []) findRepeated(child, report);
}
