import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { lineEnd, lineStart } from '../lines';
import type { Change, FrontMatter, FrontMatterData, FrontMatterProblem, Span } from '../types';
import { tooDeep } from '../yaml-depth';
import { plainly, UNQUOTED } from './mistakes';
import { quotedValue, withoutQuotes } from './quoted-value';
import { wrongWords } from './word-values';

type Values = Omit<FrontMatter, 'span'>;
type Places = Map<string, { readonly key: Span; readonly value: Span }>;
const MOST_PROBLEMS = 20;

/** What a rule can be set to. */
const SEVERITIES: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

type Raw = Readonly<Record<string, unknown>>;
type Writable = { -readonly [Key in keyof FrontMatterData]: FrontMatterData[Key] };

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
const LISTS = [
  ['areas', 'digital, isolation'],
  ['offers', 'reading, culture-creativity'],
] as const;

/**
 * Reads front matter.
 *
 * @param written what stands between the fences; a mistake in it takes nothing away from its other lines.
 * @param offset of `written` in the draft.
 */
export function readValues(written: string, offset: number): Values {
  // A lone carriage return ends a line, which the parser does not know.
  return new Reader(written.replace(/\r(?!\n)/g, '\n'), offset).read();
}

class Reader {
  readonly #problems: FrontMatterProblem[] = [];
  /** The line of the last mistake: a long one may have thousands. */
  #line: Span | undefined;

  constructor(
    private readonly source: string,
    private readonly offset: number,
  ) {}

  read(): Values {
    const deep = tooDeep(this.source);
    if (deep !== undefined) {
      this.#problem(deep, deep + 1, 'This is nested too deeply to be read.');
      return this.#lineByLine({}, new Map());
    }
    const document = parseDocument(this.source, {
      prettyErrors: false,
      logLevel: 'error',
      resolveKnownTags: false,
    });
    const mistakes = [...document.errors, ...document.warnings];
    for (const mistake of mistakes) this.#mistake(mistake);
    const map = document.contents;
    if (mistakes.length === 0 && map !== null && !isMap(map) && !(isScalar(map) && map.value === null)) {
      this.#problem(
        map.range[0],
        Math.max(map.range[1], map.range[0] + 1),
        'The details at the top are a name, a colon and a value on each line, such as "title: Our summer".',
      );
    }
    const raw = this.#raw(document);
    const places = isMap(map) ? this.#places(map) : new Map();
    if (mistakes.length > 0 || raw === undefined) {
      const values = this.#lineByLine(raw ?? {}, places);
      if (raw && values.data.rules && isMap(map)) this.#severities(map, raw);
      return values;
    }
    const data = isMap(map) ? this.#data(map, raw, places) : {};
    return { data, raw, places, problems: this.#problems };
  }

  /** @param start in the source, as `end` */
  #problem(start: number, end: number, message: string, quoted?: Change, isValueKept = false): void {
    this.#problems.push({
      span: { start: this.offset + start, end: this.offset + end },
      message,
      ...(isValueKept && { isValueKept }),
      ...(quoted && { fix: { title: 'Put it in quotation marks', change: quoted } }),
    });
  }

  /** Reports a mistake, one for a line: what follows the first on a line mostly follows from it. */
  #mistake(mistake: YAMLError): void {
    const { source, offset } = this;
    if (this.#problems.length === MOST_PROBLEMS) return;
    let at = Math.min(mistake.pos[0], source.length);
    // What is found at the end of a line is wrong with that line.
    while (at > 0 && mistake.code !== 'TAB_AS_INDENT' && /\s/.test(source[at] ?? '\n')) at--;
    if (this.#line !== undefined && at >= this.#line.start && at <= this.#line.end) return;
    const line = lineStart(source, at);
    const end = lineEnd(source, at);
    this.#line = { start: line, end };
    if (this.#problems.some(({ span }) => span.start >= offset + line && span.start <= offset + end)) return;
    const quoted = UNQUOTED.has(mistake.code) ? quotedValue(source, line, offset) : undefined;
    // Its own quotation marks end too early.
    const isQuoted = quoted !== undefined && /["']/.test(source[quoted.span.start - offset] ?? '');
    const indented = line + (/^\s*/.exec(source.slice(line, end))?.[0].length ?? 0);
    const start = isQuoted ? quoted.span.start - offset : at < mistake.pos[0] ? indented : at;
    const key = source.slice(line, source.indexOf(':', line)).trim();
    const message = plainly(mistake, quoted && `${key}: ${quoted.text}`);
    const isValueKept =
      quoted !== undefined &&
      (isQuoted || mistake.code === 'BLOCK_AS_IMPLICIT_KEY') &&
      TEXTS.some((name) => name === key);
    this.#problem(start, Math.max(start + 1, end), message, quoted, isValueKept);
  }

  /** What the mapping says; undefined where its references cannot be followed. */
  #raw(document: Document.Parsed): Raw | undefined {
    if (!isMap(document.contents)) return {};
    try {
      return document.toJS({ maxAliasCount: 20 }) as Raw;
    } catch {
      // Aliases that multiply, or that there are no anchors for.
      const message = 'References (& and *) are not read among the details at the top: write each value out.';
      if (this.#problems.length === 0) this.#problem(0, this.source.length, message);
      return undefined;
    }
  }

  #places(map: YAMLMap): Places {
    const { source, offset } = this;
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
  #data(map: YAMLMap, raw: Raw, places: Places): FrontMatterData {
    const { source, offset } = this;
    const data: Writable = {};
    const wrong = (key: string, message: string, quoted?: Change, place = places.get(key)) => {
      const { key: name, value } = place ?? {};
      const span = value === undefined || value.start === value.end ? name : value;
      if (span !== undefined) this.#problem(span.start - offset, span.end - offset, message, quoted);
    };
    for (const key of TEXTS) {
      if (!isGiven(raw, key)) continue;
      const node = map.get(key, true) as unknown;
      const value = raw[key];
      const inBrackets = isCollection(node) && node.flow === true;
      const authors = key === 'author' ? namesIn(value, inBrackets) : undefined;
      if (typeof value === 'string') data[key] = value.trim();
      // 2024 or 1.10 is meant as it is written.
      else if (isScalar(node) && node.range != null) data[key] = source.slice(node.range[0], node.range[1]);
      else if (authors !== undefined) data[key] = authors;
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
    for (const [key, example] of LISTS) {
      if (!isGiven(raw, key)) continue;
      const topics = topicsOf(raw[key]);
      if (topics !== undefined) data[key] = topics;
      else wrong(key, `\`${key}\` is a list of ids, such as [${example}], or all, or none.`);
    }
    const word = map.get('word', true) as unknown;
    const inWord = isMap(word) ? this.#places(word) : undefined;
    for (const { key, message } of isGiven(raw, 'word') ? wrongWords(raw.word) : [])
      wrong('word', message, undefined, inWord?.get(key ?? ''));
    if (isGiven(raw, 'rules')) {
      const rules = rulesOf(raw.rules);
      if (rules !== undefined) {
        data.rules = rules;
        this.#severities(map, raw);
      } else
        wrong('rules', '`rules` has a line for each rule with its severity, such as "sentence-long: off".');
    }
    return data;
  }

  /** Reports each rule that is set to no severity, at what is written in its place. */
  #severities(map: YAMLMap, raw: Raw): void {
    const rules = map.get('rules', true) as unknown;
    if (!isMap(rules)) return;
    const places = this.#places(rules);
    for (const [rule, written] of Object.entries(raw.rules as Readonly<Record<string, unknown>>)) {
      const place = places.get(rule);
      if (!place || severityOf(written) !== undefined) continue;
      if (this.#problems.length === MOST_PROBLEMS) return;
      const { key, value } = place;
      const span = value.start === value.end ? key : value;
      const [start, end] = [span.start - this.offset, span.end - this.offset];
      const shown = this.source.slice(start, end);
      const what = span === key ? `“${shown}” has no severity` : `“${shown}” is no severity`;
      this.#problem(start, end, `${what}: write ${SEVERITIES.slice(0, -1).join(', ')} or error.`);
    }
  }

  /** What can be read in spite of mistakes: texts and lists that stand on the line of their key. */
  #lineByLine(raw: Raw, places: Places): Values {
    const data: Writable = {};
    for (const match of this.source.matchAll(/^([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*)$/gm)) {
      const [line, key, written] = match as unknown as [string, string, string];
      const value = written.trimEnd();
      const keyStart = this.offset + match.index;
      const valueStart = keyStart + line.length - written.length;
      const known = places.get(key)?.key.start ?? keyStart;
      if (known !== keyStart) continue;
      places.set(key, {
        key: { start: keyStart, end: keyStart + key.length },
        value: { start: valueStart, end: valueStart + value.length },
      });
      const name = TEXTS.find((own) => own === key);
      const text = (name === 'author' && namesIn(raw[key], true)) || withoutQuotes(value);
      if (name !== undefined) data[name] ??= text;
      else if (key === 'areas' || key === 'offers')
        data[key] ??= topicsOf(text.replace(/^\[|\]$/g, '')) ?? [];
    }
    for (const [key] of LISTS) {
      const topics = isGiven(raw, key) ? topicsOf(raw[key]) : undefined;
      if (topics !== undefined) data[key] = topics;
    }
    const authors = data.author ?? namesIn(raw.author, false);
    if (authors !== undefined) data.author = authors;
    const rules = rulesOf(raw.rules);
    if (rules !== undefined) data.rules = rules;
    return { data, raw, places, problems: this.#problems };
  }
}

function isGiven(raw: Raw, key: string): boolean {
  return Object.hasOwn(raw, key) && raw[key] !== null && raw[key] !== '';
}

/**
 * Several names in one line, as documents show them; undefined for no list of names.
 *
 * @param inBrackets whether it is written so: one thing in brackets is a text that is still to be written
 */
function namesIn(value: unknown, inBrackets: boolean): string | undefined {
  if (!Array.isArray(value) || (value.length < 2 && inBrackets)) return undefined;
  const names = value.map((one: unknown) =>
    typeof one === 'object' && one !== null ? (one as { readonly name?: unknown }).name : one,
  );
  const isName = (one: unknown): boolean =>
    (typeof one === 'string' || typeof one === 'number') && String(one).trim() !== '';
  if (names.length === 0 || !names.every(isName)) return undefined;
  return names.map((one) => String(one).trim()).join(', ');
}

function topicsOf(value: unknown): FrontMatterData['areas'] | undefined {
  if (typeof value === 'string') {
    const alone = EVERY_OR_NO.exec(value)?.[1]?.toLowerCase();
    if (alone === 'all' || alone === 'none') return alone;
    return value
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
  }
  if (!Array.isArray(value) || !value.every((id): id is string => typeof id === 'string')) return undefined;
  return value.length === 1 && EVERY_OR_NO.test(value[0]!) ? topicsOf(value[0]) : value;
}

/** What stands for all topics or for none, also as the only item of a list. */
const EVERY_OR_NO = /^\s*(all|none)\s*$/i;

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
