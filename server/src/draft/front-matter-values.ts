import { type Document, isMap, isPair, isScalar, parseDocument, type YAMLError, type YAMLMap } from 'yaml';
import { lineEnd, lineStart } from './lines';
import { quotedValue } from './quoted';
import type { Change, FrontMatter, FrontMatterData, FrontMatterProblem, Span } from './types';
import { wrongWord } from './word-values';
import { tooDeep } from './yaml-depth';

type Values = Omit<FrontMatter, 'span'>;
type Places = Map<string, { readonly key: Span; readonly value: Span }>;
const MOST_PROBLEMS = 20;

/** What a rule can be set to. */
const SEVERITIES: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

type Raw = Readonly<Record<string, unknown>>;

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

/**
 * Reads front matter.
 *
 * @param written what stands between the fences; a mistake in it takes nothing away from its other lines.
 * @param offset of `written` in the draft.
 */
export function readValues(written: string, offset: number): Values {
  // A lone carriage return ends a line, which the parser does not know.
  const source = written.replace(/\r(?!\n)/g, '\n');
  const problems: FrontMatterProblem[] = [];
  const deep = tooDeep(source);
  if (deep !== undefined) {
    const span = { start: offset + deep, end: offset + deep + 1 };
    problems.push({ span, message: 'This is nested too deeply to be read.' });
    return { ...lineByLine(source, offset, {}, new Map()), problems };
  }
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  const mistakes = [...document.errors, ...document.warnings];
  for (const mistake of mistakes) report(mistake, source, offset, problems);
  const map = document.contents;
  if (mistakes.length === 0 && map !== null && !isMap(map) && !(isScalar(map) && map.value === null)) {
    problems.push({
      span: { start: offset + map.range[0], end: offset + Math.max(map.range[1], map.range[0] + 1) },
      message:
        'The details at the top are a name, a colon and a value on each line, such as "title: Our summer".',
    });
  }
  const raw = rawOf(document, offset, source, problems);
  const places = isMap(map) ? placesOf(map, source, offset) : new Map();
  if (mistakes.length > 0 || raw === undefined) {
    const values = lineByLine(source, offset, raw ?? {}, places);
    if (raw && values.data.rules && isMap(map)) reportSeverities(map, raw, source, offset, problems);
    return { ...values, problems };
  }
  return {
    data: isMap(map) ? dataOf(map, raw, source, offset, places, problems) : {},
    raw,
    places,
    problems,
  };
}

/** Reports a mistake, one for a line: what follows the first on a line mostly follows from it. */
function report(mistake: YAMLError, source: string, offset: number, problems: FrontMatterProblem[]): void {
  if (problems.length === MOST_PROBLEMS) return;
  let at = Math.min(mistake.pos[0], source.length);
  // What is found at the end of a line is wrong with that line.
  while (at > 0 && mistake.code !== 'TAB_AS_INDENT' && /\s/.test(source[at] ?? '\n')) at--;
  const line = lineStart(source, at);
  const end = lineEnd(source, at);
  if (problems.some(({ span }) => span.start >= offset + line && span.start <= offset + end)) return;
  const start = at < mistake.pos[0] ? line + (/^\s*/.exec(source.slice(line, end))?.[0].length ?? 0) : at;
  const quoted = UNQUOTED.has(mistake.code) ? quotedValue(source, line, offset) : undefined;
  problems.push({
    span: { start: offset + start, end: offset + Math.max(start + 1, end) },
    message: plainly(mistake, quoted && `${keyOn(source, line)}: ${quoted.text}`),
    ...(quoted && { fix: inQuotes(quoted) }),
  });
}

function inQuotes(change: Change): NonNullable<FrontMatterProblem['fix']> {
  return { title: 'Put it in quotation marks', change };
}

/** Mistakes that quotation marks may mend. */
const UNQUOTED = new Set<string>(['BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'UNEXPECTED_TOKEN']);

function keyOn(source: string, line: number): string {
  return source.slice(line, source.indexOf(':', line)).trim();
}

/** What to do, in plain words, about the mistakes that people make. */
function plainly({ code, message }: YAMLError, quoted: string | undefined): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key is written above already: keep one of them.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `A value with a colon in it needs quotation marks: write ${quoted ?? 'title: "Libraries: what next"'}.`;
    case 'MULTILINE_IMPLICIT_KEY':
      return 'There is no colon after a key here: write "title: Our summer".';
    case 'BAD_SCALAR_START':
      return `A value that begins with this character needs quotation marks${quoted === undefined ? '' : `: write ${quoted}`}.`;
    case 'TAB_AS_INDENT':
      return 'Indent this line with spaces: tabs do not count here.';
    default:
      if (message.includes('"quote') || message.includes("'quote")) {
        return 'A quotation mark is opened before this and not closed.';
      }
      if (/end with a [\]}]|and end with/.test(message))
        return 'A bracket is opened before this and not closed.';
      if (quoted !== undefined) return `This value needs quotation marks: write ${quoted}.`;
      return code === 'BAD_INDENT'
        ? 'This line begins further left or right than those that it belongs with.'
        : `This cannot be read: write one key with its value on each line, such as "title: Our summer". (${message})`;
  }
}

/** What the mapping says; undefined where its references cannot be followed. */
function rawOf(
  document: Document.Parsed,
  offset: number,
  source: string,
  problems: FrontMatterProblem[],
): Raw | undefined {
  if (!isMap(document.contents)) return {};
  try {
    return document.toJS({ maxAliasCount: 20 }) as Raw;
  } catch {
    // Aliases that multiply, or that there are no anchors for.
    if (problems.length === 0) {
      problems.push({
        span: { start: offset, end: offset + source.length },
        message: 'References (& and *) are not read among the details at the top: write each value out.',
      });
    }
    return undefined;
  }
}

function placesOf(map: YAMLMap, source: string, offset: number): Places {
  const places: Places = new Map();
  for (const item of map.items) {
    if (!isPair(item) || !isScalar(item.key) || item.key.range == null) continue;
    const name = String(item.key.value);
    const [keyStart, keyEnd] = item.key.range;
    const value = item.value as { range?: readonly number[] | null } | null;
    const [from, to] = value?.range ?? [keyEnd, keyEnd];
    if (places.has(name)) continue;
    places.set(name, {
      key: { start: offset + keyStart, end: offset + keyEnd },
      value: { start: offset + from!, end: offset + from! + source.slice(from, to).trimEnd().length },
    });
  }
  return places;
}

/** Picks out the values that are ours, and reports those of a wrong type. */
function dataOf(
  map: YAMLMap,
  raw: Raw,
  source: string,
  offset: number,
  places: Places,
  problems: FrontMatterProblem[],
): FrontMatterData {
  const data: { -readonly [Key in keyof FrontMatterData]: FrontMatterData[Key] } = {};
  const wrong = (key: string, message: string, quoted?: Change) => {
    const { key: name, value } = places.get(key) ?? {};
    const span = value === undefined || value.start === value.end ? name : value;
    if (span !== undefined) problems.push({ span, message, ...(quoted && { fix: inQuotes(quoted) }) });
  };
  for (const key of TEXTS) {
    if (!isGiven(raw, key)) continue;
    const node = map.get(key, true) as unknown;
    const value = raw[key];
    if (typeof value === 'string') data[key] = value.trim();
    // 2024 or 1.10 is meant as it is written.
    else if (isScalar(node) && node.range != null) data[key] = source.slice(node.range[0], node.range[1]);
    else {
      const place = places.get(key)?.value;
      const oneLine = place && !source.slice(place.start - offset, place.end - offset).includes('\n');
      const quoted = oneLine ? quotedValue(source, place.start - offset, offset) : undefined;
      const what =
        quoted === undefined
          ? 'without brackets'
          : `and in quotation marks what begins with “[” or “{”: ${quoted.text}`;
      wrong(key, `\`${key}\` is text: write it on the same line, ${what}.`, quoted);
    }
  }
  for (const [key, example] of [
    ['areas', 'digital, isolation'],
    ['offers', 'reading, culture-creativity'],
  ] as const) {
    if (!isGiven(raw, key)) continue;
    const topics = topicsOf(raw[key]);
    if (topics !== undefined) data[key] = topics;
    else wrong(key, `\`${key}\` is a list of ids, such as [${example}], or all, or none.`);
  }
  const word = isGiven(raw, 'word') ? wrongWord(raw.word) : undefined;
  if (word !== undefined) wrong('word', word);
  if (isGiven(raw, 'rules')) {
    const rules = rulesOf(raw.rules);
    if (rules !== undefined) {
      data.rules = rules;
      reportSeverities(map, raw, source, offset, problems);
    } else
      wrong('rules', '`rules` has a line for each rule with its severity, such as "sentence-long: off".');
  }
  return data;
}

function isGiven(raw: Raw, key: string): boolean {
  return Object.hasOwn(raw, key) && raw[key] !== null && raw[key] !== '';
}

function topicsOf(value: unknown): FrontMatterData['areas'] | undefined {
  if (value === 'all' || value === 'none') return value;
  if (typeof value === 'string') {
    return value
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
  }
  return Array.isArray(value) && value.every((id): id is string => typeof id === 'string')
    ? value
    : undefined;
}

/** The rules that are set to a severity; undefined for a value that sets no rules. */
function rulesOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([rule, written]) => {
      const severity = severityOf(written);
      return severity === undefined ? [] : [[rule, severity]];
    }),
  );
}

function severityOf(written: unknown): string | undefined {
  // Tools that write YAML 1.1 take off for false.
  if (written === false) return 'off';
  return SEVERITIES.find((severity) => severity === written);
}

/** Reports each rule that is set to no severity, at what is written in its place. */
function reportSeverities(
  map: YAMLMap,
  raw: Raw,
  source: string,
  offset: number,
  problems: FrontMatterProblem[],
): void {
  const rules = map.get('rules', true) as unknown;
  if (!isMap(rules)) return;
  const places = placesOf(rules, source, offset);
  for (const [rule, written] of Object.entries(raw.rules as Readonly<Record<string, unknown>>)) {
    const place = places.get(rule);
    if (!place || severityOf(written) !== undefined) continue;
    if (problems.length === MOST_PROBLEMS) return;
    const { key, value } = place;
    const span = value.start === value.end ? key : value;
    const shown = source.slice(span.start - offset, span.end - offset);
    const what = span === key ? `“${shown}” has no severity` : `“${shown}” is no severity`;
    problems.push({ span, message: `${what}: write ${SEVERITIES.slice(0, -1).join(', ')} or error.` });
  }
}

/** What can be read in spite of mistakes: texts and lists that stand on the line of their key. */
function lineByLine(source: string, offset: number, raw: Raw, places: Places): Omit<Values, 'problems'> {
  const data: { -readonly [Key in keyof FrontMatterData]: FrontMatterData[Key] } = {};
  for (const match of source.matchAll(/^([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*)$/gm)) {
    const [line, key, written] = match as unknown as [string, string, string];
    const value = written.trimEnd();
    const keyStart = offset + match.index;
    const valueStart = keyStart + line.length - written.length;
    const known = places.get(key)?.key.start ?? keyStart;
    if (known !== keyStart) continue;
    places.set(key, {
      key: { start: keyStart, end: keyStart + key.length },
      value: { start: valueStart, end: valueStart + value.length },
    });
    const text = value.replace(/^(["'])(.*)\1$/, '$2');
    const name = TEXTS.find((own) => own === key);
    if (name !== undefined) data[name] ??= text;
    else if (key === 'areas' || key === 'offers') data[key] ??= topicsOf(text.replace(/^\[|\]$/g, '')) ?? [];
  }
  for (const key of ['areas', 'offers'] as const) {
    const topics = isGiven(raw, key) ? topicsOf(raw[key]) : undefined;
    if (topics !== undefined) data[key] = topics;
  }
  const rules = rulesOf(raw.rules);
  if (rules !== undefined) data.rules = rules;
  return { data, raw, places };
}
