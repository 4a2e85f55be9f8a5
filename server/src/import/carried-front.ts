import { isoDate } from '../dates';
import type { WordDocument } from '../docx/model';
import { findFrontMatter } from '../draft/front-matter-extent';
import { yamlText } from '../draft/yaml-text';
import { readCarried } from '../word/carried/read';
import { CARRIED } from '../word/package/origin';
import type { Head } from './front-matter';

/**
 * The front matter of the draft that a document of ours carries, with its fences and a line end, and with what the title
 * block says otherwise now.
 *
 * @param said what the title block says
 * @returns undefined where the document carries none
 */
export function carriedFrontMatter(
  { customXml }: Pick<WordDocument, 'customXml'>,
  said: Head,
): string | undefined {
  for (const part of customXml(CARRIED)) {
    const lines = linesIn(part);
    if (lines !== undefined) return `${withSaid(lines, said).join('\n')}\n`;
  }
  return undefined;
}

function linesIn(part: string): string[] | undefined {
  try {
    const { source } = readCarried(part);
    const { span } = findFrontMatter(source);
    return span && source.slice(span.start, span.end).split(/\r\n|\n|\r/);
  } catch {
    // A part that somebody damaged carries nothing.
    return undefined;
  }
}

/** A key of front matter with its value on the same line: anything else stays as it is written. */
const LINE = /^(\w+):[ \t]+(?![|>&*!#[{])(\S.*)$/;

function withSaid(lines: readonly string[], said: Head): string[] {
  const written = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const [, key, value] = LINE.exec(line) ?? [];
    const isWhole = /^(?:[^\s#-]|---)/.test(lines[at + 1] ?? '');
    if (key !== undefined && isWhole) written.set(key, scalar(value!));
  }
  const organisation = written.get('organisation');
  const out = [...lines];
  for (const [key, given] of Object.entries(said) as [keyof Head, string][]) {
    const own = written.get(key);
    // Who wrote a paper stands in it with the organisation.
    const end = key === 'author' && organisation !== undefined ? `, ${organisation}` : '';
    const value = given.endsWith(end) ? given.slice(0, given.length - end.length) : given;
    const isThere = out.some((line) => line.startsWith(`${key}:`));
    if (value === '' || (isThere && own === undefined) || (own !== undefined && isSame(own, value))) continue;
    // A title may stand in the text alone, and an organisation where the author does.
    if (own === undefined && (key === 'title' || value === organisation)) continue;
    const line = `${key}: ${yamlText(value)}`;
    if (own === undefined) out.splice(out.length - 1, 0, line);
    else out[out.findIndex((one) => one.startsWith(`${key}:`))] = line;
  }
  return out;
}

/** A value as YAML writes it on one line, without quotation marks and what is remarked behind it. */
function scalar(value: string): string {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*(?:#.*)?$/.exec(value);
  if (quoted === null) return value.split(/[ \t]#/, 1)[0]!.trim();
  if (quoted[2] !== undefined) return quoted[2].replaceAll("''", "'");
  try {
    return String(JSON.parse(`"${quoted[1]}"`));
  } catch {
    return quoted[1]!;
  }
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => (isoDate(text) ?? text).replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
