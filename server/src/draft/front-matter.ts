import { isMap, isPair, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { afterLineEnd, lineEnd } from './lines';
import type { FrontMatter, FrontMatterData, FrontMatterProblem, Span } from './types';

/** Front matter is a few lines; what is longer is read no further than its fences. */
const LONGEST = 100_000;

const TEXTS = [
  'title',
  'kind',
  'audience',
  'author',
  'organisation',
  'date',
  'status',
  'language',
  'template',
] as const;

type Places = ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;

/** Where a draft's front matter stands, and where its Markdown begins. */
export interface FrontMatterExtent {
  /** From the opening fence to the end of the closing one. */
  readonly span: Span | undefined;
  /** What stands between the fences. */
  readonly content: Span | undefined;
  /** The line after the closing fence; without front matter, the start of the draft (after a byte order mark). */
  readonly body: number;
  /** An opening fence that has keys after it and no closing fence. */
  readonly unclosed: Span | undefined;
}

/**
 * Finds the front matter: the first line is `---`, and so is a later one, and what stands between can be YAML.
 *
 * A draft may also begin with a thematic break, or with front matter whose end is still to be written; then
 * nothing of the draft may be swallowed up to the next `---` in it. So lines that no mapping has, a
 * paragraph after a blank line, end the search.
 */
export function findFrontMatter(text: string): FrontMatterExtent {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none = { span: undefined, content: undefined, body: start, unclosed: undefined };
  const openingEnd = lineEnd(text, start);
  if (!isFence(text, start, openingEnd)) return none;
  const content = afterLineEnd(text, openingEnd);
  if (content === openingEnd) return none;
  let keys = false;
  let afterBlank = false;
  for (let from = content; from < text.length; ) {
    const end = lineEnd(text, from);
    const next = afterLineEnd(text, end);
    if (isFence(text, from, end)) {
      return {
        span: { start, end },
        content: { start: content, end: from },
        body: next,
        unclosed: undefined,
      };
    }
    const line = text.slice(from, Math.min(end, from + 200));
    if (afterBlank && !/^(?:[\s#"'[\]{}?-]|[^\s:]+ ?:(?:\s|$))/.test(line)) break;
    if (/^[A-Za-z][\w-]*:(?:\s|$)/.test(line)) keys = true;
    else if (!keys && !/^(?:\s|#|$)/.test(line)) break;
    afterBlank = line.trim() === '';
    if (next === end) break;
    from = next;
  }
  return keys ? { ...none, unclosed: { start, end: openingEnd } } : none;
}

function isFence(text: string, start: number, end: number): boolean {
  if (!text.startsWith('---', start)) return false;
  for (let at = start + 3; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** Reads the front matter that `extent` found in `text`. Never throws: whatever is wrong is a problem at its place. */
export function readFrontMatter(text: string, extent: FrontMatterExtent): FrontMatter {
  const problems: FrontMatterProblem[] = [];
  if (extent.unclosed !== undefined) {
    problems.push({
      span: extent.unclosed,
      message:
        'The front matter that begins here is not closed: add a line of three hyphens (---) after its last line.',
    });
  }
  const nothing = { span: extent.span, data: {}, raw: {}, places: new Map(), problems };
  if (extent.content === undefined) return nothing;
  const { start, end } = extent.content;
  if (end - start > LONGEST) {
    problems.push({
      span: extent.span!,
      message: `The front matter is longer than ${LONGEST.toLocaleString('en-GB')} characters and was not read.`,
    });
    return nothing;
  }
  try {
    return { ...nothing, ...readYaml(text.slice(start, end), start, problems) };
  } catch {
    // The parser runs out of stack on thousands of nested brackets, and refuses aliases that multiply.
    problems.push({
      span: extent.span!,
      message: 'The front matter could not be read: it is nested too deeply.',
    });
    return nothing;
  }
}

function readYaml(
  source: string,
  offset: number,
  problems: FrontMatterProblem[],
): Pick<FrontMatter, 'data' | 'raw' | 'places'> {
  // YAML has no lone surrogates and no NUL; neither is worth more than the character that stands for them.
  const document = parseDocument(source, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    logLevel: 'silent',
  });
  for (const error of [...document.errors, ...document.warnings]) {
    const [from, to] = error.pos;
    const at = Math.min(from, Math.max(0, source.length - 1));
    problems.push({
      span: { start: offset + at, end: offset + Math.max(at + 1, Math.min(to, source.length)) },
      message: plainly(error.code, error.message),
    });
  }
  const map = document.contents;
  if (!isMap(map)) {
    if (map !== null && !(isScalar(map) && map.value === null)) {
      const [from, to] = map.range ?? [0, source.length];
      problems.push({
        span: { start: offset + from, end: offset + Math.max(to, from + 1) },
        message: 'Front matter is a list of keys with their values, such as "title: Our summer".',
      });
    }
    return { data: {}, raw: {}, places: new Map() };
  }
  const places = placesOf(map, source, offset);
  let raw: Record<string, unknown> = {};
  try {
    const value: unknown = map.toJS(document, { maxAliasCount: 20 });
    if (typeof value === 'object' && value !== null) raw = value as Record<string, unknown>;
  } catch {
    problems.push({
      span: { start: offset, end: offset + source.length },
      message: 'The front matter repeats itself too often (&, *).',
    });
  }
  return { data: dataOf(map, raw, source, places, problems), raw, places };
}

/** What to do, in plain words, for the mistakes that people make. */
function plainly(code: string, message: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key is already written above: keep one of them.';
    case 'MISSING_CHAR':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return `This line cannot be read: write "key: value", and put the value in quotation marks when it has a colon in it. (${message})`;
    case 'TAB_AS_INDENT':
      return 'Indent with spaces here: YAML does not allow tabs.';
    case 'BAD_INDENT':
      return 'This line is indented differently from the lines that it belongs with.';
    default:
      return `This line cannot be read. (${message})`;
  }
}

function placesOf(map: YAMLMap, source: string, offset: number): Places {
  const places = new Map<string, { key: Span; value: Span }>();
  for (const item of map.items) {
    if (!isPair(item) || !isScalar(item.key) || item.key.range == null) continue;
    const name = String(item.key.value);
    if (places.has(name)) continue;
    const [keyStart, keyEnd] = item.key.range;
    const range =
      item.value !== null && typeof item.value === 'object' && 'range' in item.value
        ? item.value.range
        : undefined;
    const [from, to] = Array.isArray(range) ? (range as number[]) : [keyEnd, keyEnd];
    const valueEnd = from! + source.slice(from, to).trimEnd().length;
    places.set(name, {
      key: { start: offset + keyStart, end: offset + keyEnd },
      value: { start: offset + from!, end: offset + valueEnd },
    });
  }
  return places;
}

/** Picks out the values that are ours, and reports those of a wrong type. */
function dataOf(
  map: YAMLMap,
  raw: Readonly<Record<string, unknown>>,
  source: string,
  places: Places,
  problems: FrontMatterProblem[],
): FrontMatterData {
  const data: { -readonly [Key in keyof FrontMatterData]: FrontMatterData[Key] } = {};
  const wrong = (key: string, message: string) => {
    const place = places.get(key);
    if (place === undefined) return;
    const empty = place.value.start === place.value.end;
    problems.push({ span: empty ? place.key : place.value, message });
  };
  const given = (key: string) => Object.hasOwn(raw, key) && raw[key] !== null && raw[key] !== '';
  for (const key of TEXTS) {
    if (!given(key)) continue;
    const node = map.get(key, true) as unknown;
    if (isScalar(node)) {
      // 2024 or 1.10 is meant as it is written.
      data[key] =
        typeof node.value === 'string' || node.range == null
          ? String(node.value)
          : source.slice(node.range[0], node.range[1]);
    } else if (typeof raw[key] === 'string') {
      data[key] = raw[key];
    } else {
      wrong(key, `\`${key}\` is text: write it on one line, in quotation marks when it has a colon in it.`);
    }
  }
  for (const key of ['areas', 'offers'] as const) {
    if (!given(key)) continue;
    const topics = topicsOf(raw[key]);
    if (topics === undefined)
      wrong(
        key,
        `\`${key}\` is a list of ids, such as [${key === 'areas' ? 'digital, isolation' : 'reading'}], or all, or none.`,
      );
    else data[key] = topics;
  }
  if (given('rules')) {
    const rules = raw.rules;
    if (
      typeof rules === 'object' &&
      !Array.isArray(rules) &&
      Object.values(rules as object).every((value) => typeof value === 'string')
    ) {
      data.rules = rules as Record<string, string>;
    } else {
      wrong('rules', '`rules` has one rule on each line with its severity, such as "sentence-long: off".');
    }
  }
  return data;
}

function topicsOf(value: unknown): readonly string[] | 'all' | 'none' | undefined {
  if (value === 'all' || value === 'none') return value;
  if (typeof value === 'string')
    return value
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
  if (Array.isArray(value) && value.every((id): id is string => typeof id === 'string')) return value;
  return undefined;
}
