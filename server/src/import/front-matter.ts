import type { Block, Inline, Paragraph, Properties, WordDocument } from '../docx/model';
import { inlineText } from '../docx/plain-text';
import { hasContent } from '../docx/review';
import { findFrontMatter } from '../draft/front-matter/extent';
import { yamlText } from '../draft/yaml-text';
import { comparable } from '../text/comparable';
import { oneLine } from '../text/shorten';
import { embeddedDraftsIn } from '../word/embedded-draft/read';
import { dateAlone, dateOf } from './dates';

/** The keys of the front matter, in the order in which they are written. */
const KEYS = [
  'title',
  'subtitle',
  'audience',
  'author',
  'organisation',
  'date',
  'status',
  'language',
  'subject',
  'keywords',
  'description',
] as const;

type Key = (typeof KEYS)[number];

/** The values of the front matter. */
export type Head = { readonly [Name in Key]?: string };

/** A document with its title block apart. */
interface Headed {
  readonly head: Head;
  /** Those values that are from the title block, and not from the file's properties. */
  readonly settled: Head;
  /** The paragraphs that are its title: the draft's first heading. */
  readonly title: readonly Paragraph[];
  readonly blocks: readonly Block[];
}

type Written = { [Name in Key]?: string };

/** Names of the styles of a title block, in small letters. */
const TITLE = 'title';
const STYLES = ['subtitle', 'author', 'date'] as const;

/** The labels in a title block, of exported drafts (English and Welsh) and of papers of councils. */
const LABELS: readonly (readonly [RegExp, Key])[] = [
  [/^(?:report to|to|for|committee|adroddiad i|at sylw) ?:\s*/i, 'audience'],
  [/^(?:report (?:of|by|from|author)|from|author|oddi wrth) ?:\s*/i, 'author'],
  [/^(?:issued by|cyhoeddwyd gan) ?:\s*/i, 'organisation'],
  [/^(?:meeting date|date(?: of (?:meeting|report))?|dyddiad) ?:\s*/i, 'date'],
  [/^(?:status|statws) ?:\s*/i, 'status'],
  [/^(?:subject|(?:report )?title|testun|teitl) ?:\s*/i, 'title'],
];
/** Labels that also stand before days, and begin letters and notices. */
const BARE = /^(?:to|for|from) ?:/i;
/** Text behind them that is not a name: a day, a number, a sentence. */
const NO_NAME = /\d|[.!?…]$/;
/** A line with another label, which stays in the text; the title block may go on below it. */
const LABELLED = /^\p{Lu}[^:.?!]{1,40}:\s*\S/u;
/** How many blocks at the start may belong to a title block. */
const FIRST = 15;
/** The longest line in it, in characters. */
const LONGEST = 120;

/** The end of the name of a body that publishes papers. */
const BODY = /\p{L}\s(?:council|libraries|library service|combined authority)$/iu;
const NAME = /^\p{Lu}\S*(?:\s(?:\p{Lu}\S*|and|of|the|for|&))+$/u;

/** Titles and authors in the file's properties that nobody typed. */
const NO_TITLE = /^(?:microsoft word\b.*|document ?\d*|untitled|title|no title|word document|.*\.docx?)$/i;
const NO_AUTHOR =
  /^(?:user|users?\d*|owner|admin(?:istrator)?|author|unknown|microsoft(?: office)? user|windows user|un-?named|python-docx|docx4j|apache poi|default user)$/i;

/** Separates the title block from a document: its title, in one or more paragraphs, and the details beside it. */
export function headOf(blocks: readonly Block[], properties: Properties): Headed {
  const head: Written = {};
  const title: Paragraph[] = [];
  const rest: Block[] = [];
  /** The heading that is its title. */
  let heading: Paragraph | undefined;
  let at = 0;
  const isTitledLater = (from: number): boolean => title.length === 0 && titleIn(blocks, from);
  for (; at < blocks.length; at++) {
    const block = blocks[at]!;
    const text = block.type === 'table' ? '' : oneLine(inlineText(block.inlines));
    // A logo, an empty paragraph, or a table above the title.
    if (block.type === 'table' || text === '') {
      if (block.type === 'table' && !isTitledLater(at)) break;
      rest.push(block);
      continue;
    }
    if (block.styles.includes(TITLE)) {
      title.push(block);
      continue;
    }
    // A title in a heading style, as in exported drafts. Below “Subject: …” it is that of the first section.
    if (block.heading === 1 && title.length === 0 && !heading && head.title === undefined) {
      heading = block;
      rest.push(block);
      continue;
    }
    const key = STYLES.find((name) => block.styles.includes(name));
    if (key === undefined) {
      const called = textOf(heading ? [heading] : title) ?? head.title;
      const isHead = isLine(block, text) && (called !== undefined || titleFollows(blocks, at));
      if (isHead && takeLabelled(head, text, called)) continue;
      if (isHead && !heading && takeBody(head, text)) continue;
      if ((!isHead || !LABELLED.test(text)) && !isTitledLater(at)) break;
      rest.push(block);
      continue;
    }
    if (!isPlain(block.inlines) || !take(head, key, text)) break;
  }
  for (; at < blocks.length; at++) rest.push(blocks[at]!);
  const first = rest.find((block) => block.type === 'paragraph' && block.inlines.some(hasContent));
  const firstHeading = first?.type === 'paragraph' && first.heading === 1 ? [first] : [];
  const named = properties.title !== undefined && !NO_TITLE.test(properties.title) ? properties.title : '';
  const heads = title.length > 0 ? title : firstHeading;
  const isSettled =
    head.title !== undefined || (heads.length > 0 && heads.every(({ inlines }) => isPlain(inlines)));
  head.title = textOf(title) ?? head.title ?? textOf(firstHeading) ?? named;
  const { title: called, ...others } = head;
  const settled = { ...others, ...(isSettled && called !== undefined && { title: called }) };
  const author = properties.author ?? '';
  if (head.author === undefined && !NO_AUTHOR.test(author)) head.author = author;
  head.date ??= dateOf(blocks, properties);
  const { organisation, status, subject, keywords, description, language } = properties;
  head.organisation ??= organisation ?? '';
  head.status ??= status ?? '';
  if (language !== undefined && !/^en(?:-|$)/i.test(language)) head.language = language;
  Object.assign(head, { subject: subject ?? '', keywords: keywords ?? '', description: description ?? '' });
  return { head, settled, title, blocks: rest };
}

/** The text of paragraphs in one line; undefined for none. */
function textOf(paragraphs: readonly Paragraph[]): string | undefined {
  return oneLine(paragraphs.map(({ inlines }) => inlineText(inlines)).join(' ')) || undefined;
}

/** Whether a paragraph belongs to a title block by its style. */
export function standsAbove({ styles }: Pick<Paragraph, 'styles'>): boolean {
  return [TITLE, ...STYLES].some((name) => styles.includes(name));
}

/** @returns false if the value is known already */
function take(head: Written, style: (typeof STYLES)[number], text: string): boolean {
  const [label, key] = LABELS.find(([begin]) => style !== 'subtitle' && begin.test(text)) ?? [/^/, style];
  if (head[key] !== undefined) return false;
  head[key] = text.replace(label, '');
  return true;
}

/** Whether a paragraph without a style of its own may be a line of a title block. */
function isLine({ heading, list, inlines }: Paragraph, text: string): boolean {
  return heading === undefined && list === undefined && text.length <= LONGEST && isPlain(inlines);
}

/** Whether the title is still to come, in the first blocks of a document. */
function titleFollows(blocks: readonly Block[], at: number): boolean {
  return (
    titleIn(blocks, at) ||
    blocks.slice(at, FIRST).some((block) => block.type === 'paragraph' && block.heading === 1)
  );
}

/** The heading of a table of contents, which may have the style of the title. */
const CONTENTS = /^(?:(?:table of )?contents|cynnwys)$/i;

/** The same, but only for a paragraph in the style of the title. */
function titleIn(blocks: readonly Block[], at: number): boolean {
  return blocks
    .slice(at, FIRST)
    .some(
      (block) =>
        block.type === 'paragraph' &&
        block.styles.includes(TITLE) &&
        !CONTENTS.test(oneLine(inlineText(block.inlines))),
    );
}

/**
 * Takes the value of a line with a label, if all of it can be kept: “Report to: Cabinet”.
 *
 * @param called the title above it, which “Subject: …” may say again
 */
function takeLabelled(head: Written, text: string, called: string | undefined): boolean {
  const [label, key] = LABELS.find(([begin]) => begin.test(text)) ?? [];
  if (label === undefined || key === undefined) return false;
  const rest = text.replace(label, '');
  if (key === 'title' && called !== undefined) return comparable(rest) === comparable(called);
  if (head[key] !== undefined) return false;
  const value = key === 'date' ? dateAlone(rest) : rest;
  if (!value || (BARE.test(text) && NO_NAME.test(rest))) return false;
  head[key] = value;
  return true;
}

/** Takes the name of the publishing body above the title. */
function takeBody(head: Written, text: string): boolean {
  if (head.organisation !== undefined || !BODY.test(text) || !NAME.test(text)) return false;
  head.organisation = /\p{Ll}/u.test(text) ? text : inTitleCase(text);
  return true;
}

function inTitleCase(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(/\p{L}+(?:’\p{L}+)?/gu, (word, at: number) =>
      at > 0 && /^(?:and|of|the|for)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

function isPlain(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => {
    if (inline.type === 'bookmark') return true;
    return inline.type === 'text' && inline.inserted === undefined && inline.deleted === undefined;
  });
}

/** Front matter with its fences and a line end; empty without values. */
export function frontMatter(head: Head): string {
  const lines = KEYS.flatMap((key) => (head[key] ? [`${key}: ${yamlText(head[key])}`] : []));
  return lines.length === 0 ? '' : ['---', ...lines, '---', ''].join('\n');
}

/** The front matter of the draft that a document carries, with its fences and a line end; undefined for none. */
export function carriedFrontMatter(document: Pick<WordDocument, 'customXml'>): string | undefined {
  for (const { source } of embeddedDraftsIn(document)) {
    const { span } = findFrontMatter(source);
    if (span) return `${source.slice(span.start, span.end).replace(/\r\n?/g, '\n')}\n`;
  }
  return undefined;
}
