import data from '../../../snippets/advocacy.json';
import { getOrInsert } from '../util/memoize';

/** A piece of text to start from. The one source is `snippets/advocacy.json`. */
export interface Snippet {
  /** The prefix without `advocacy-`. */
  readonly id: string;
  /** For a list to choose from: "Argue: digital inclusion". */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /**
   * In VS Code's snippet syntax, lines joined with `\n`, without a line end at the end. Placeholders are
   * `${1:[insert …]}`, choices `${1|one,two|}`. Labels of footnotes end in `-$CURRENT_SECONDS_UNIX`: whoever
   * inserts it calls {@link freshFootnotes} or {@link plainText}, which make them those of the draft.
   */
  readonly body: string;
  /** Id of the topic that it argues, for the snippets `argue-…`. */
  readonly topic?: string;
}

const PREFIX = 'advocacy-';
const ARGUE = 'argue-';

/** Every snippet, in the order of the file. */
export const snippets: readonly Snippet[] = Object.entries(data).map(
  ([name, { prefix, description, body }]) => {
    const id = prefix.slice(PREFIX.length);
    const snippet = { id, name, description, body: body.join('\n') };
    return id.startsWith(ARGUE) ? { ...snippet, topic: id.slice(ARGUE.length) } : snippet;
  },
);

const byId = new Map(snippets.map((snippet) => [snippet.id, snippet]));

/** The snippet with the id, or undefined. */
export function snippet(id: string): Snippet | undefined {
  return byId.get(id);
}

/**
 * A snippet's body with footnote labels that stand nowhere in `used`: `digital`, else `digital-2`, `digital-3`, …
 * A reference and its note keep the same label. The rest stays VS Code snippet syntax.
 *
 * @param body A {@link Snippet.body}.
 * @param used The labels of the draft that receives it; compared without case, as Markdown does.
 */
export function freshFootnotes(body: string, used: Iterable<string> = []): string {
  const taken = new Set([...used].map((label) => label.toLowerCase()));
  const fresh = new Map<string, string>();
  return body.replace(/\[\^([a-z-]+)-\$CURRENT_SECONDS_UNIX\]/g, (_, stem: string) => {
    const label = getOrInsert(fresh, stem, () => {
      let free = stem;
      for (let count = 2; taken.has(free); count++) free = `${stem}-${count}`;
      taken.add(free);
      return free;
    });
    return `[^${label}]`;
  });
}

/**
 * A snippet's body as plain Markdown: placeholders stay as `[insert …]`, a choice becomes its first value,
 * and footnotes get labels that stand nowhere in `used` (see {@link freshFootnotes}).
 */
export function plainText(body: string, used: Iterable<string> = []): string {
  const syntax = /\\([\\$}])|\$\{\d+:([^{}]*)\}|\$\{\d+\|([^,|]*)(?:,[^|]*)?\|\}|\$\d+|\$\{\d+\}/g;
  return freshFootnotes(body, used).replace(
    syntax,
    (_, escaped?: string, placeholder?: string, choice?: string) => escaped ?? placeholder ?? choice ?? '',
  );
}

/**
 * A snippet as a section with a heading of its own: the heading it brings, if any, gives way to `title`,
 * and headings inside follow `depth`.
 *
 * @param body A {@link Snippet.body}, or what {@link plainText} made of it.
 * @param title Text of the heading, without `#`.
 * @param depth Level of the heading, 1 to 6.
 */
export function asSection(body: string, title: string, depth = 2): string {
  const { heading, rest } = splitHeading(body);
  const shift = depth - (heading?.depth ?? depth);
  const inner = rest.replace(/^#+(?= )/gm, (marks) =>
    '#'.repeat(Math.min(Math.max(marks.length + shift, 1), 6)),
  );
  return `${'#'.repeat(depth)} ${title}\n\n${inner}`;
}

/** A snippet's body without the heading that it starts with, for a place that has one already. */
export function withoutHeading(body: string): string {
  return splitHeading(body).rest;
}

function splitHeading(body: string): { heading?: { depth: number }; rest: string } {
  const match = /^(#{1,6}) [^\n]*\n+/.exec(body);
  return match ? { heading: { depth: match[1]!.length }, rest: body.slice(match[0].length) } : { rest: body };
}

/** Markdown without the footnotes in it, and these, each on a line. */
export function withNotesApart(markdown: string): {
  readonly text: string;
  readonly notes: readonly string[];
} {
  const isNote = (line: string): boolean => /^\[\^[^\]\s]+\]:/.test(line);
  const blocks = markdown.trim().split(/\n{2,}/);
  const notes = blocks.filter((block) => block.split('\n').every(isNote));
  return {
    text: blocks.filter((block) => !notes.includes(block)).join('\n\n'),
    notes: notes.flatMap((block) => block.split('\n')),
  };
}

/** Where a text ends that may have footnotes below it, without the white space before them. */
export function endBeforeNotes(text: string): number {
  const note = text.search(/^\[\^[^\]\s]+\]:/m);
  return (note > 0 ? text.slice(0, note) : text).trimEnd().length;
}
