import type { Block, Inline, Paragraph, Properties, WordDocument } from '../docx/model';
import { inlineText } from '../docx/plain-text';
import { hasContent } from '../docx/review';
import { findFrontMatter } from '../draft/front-matter/extent';
import { yamlText } from '../draft/yaml-text';
import { oneLine } from '../text/shorten';
import { embeddedDraftsIn } from '../word/embedded-draft/read';
import { dateAlone, dateOf } from './dates';

/** What the front matter of a draft may say, in this order. */
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

/** What it is to say. */
export type Head = { readonly [Name in Key]?: string };

/** A document whose title block has been taken off. */
interface Headed {
  readonly head: Head;
  /** What of it stood above the text, and is not from the file's properties. */
  readonly said: Head;
  /** The paragraphs that are its title: the draft's first heading. */
  readonly title: readonly Paragraph[];
  readonly blocks: readonly Block[];
}

type Written = { [Name in Key]?: string };

/** Names of styles, in small letters, for what stands above the text. */
const TITLE = 'title';
const STYLES = ['subtitle', 'author', 'date'] as const;

/** What the lines of a title block begin with, in our own (English and Welsh) and in the papers of councils. */
const LABELS: readonly (readonly [RegExp, Key])[] = [
  [/^(?:report to|to|for|committee|adroddiad i|at sylw) ?:\s*/i, 'audience'],
  [/^(?:report (?:of|by|from|author)|from|author|oddi wrth) ?:\s*/i, 'author'],
  [/^(?:meeting date|date(?: of (?:meeting|report))?|dyddiad) ?:\s*/i, 'date'],
  [/^(?:status|statws) ?:\s*/i, 'status'],
];
/** Those that say of days, too, from when to when, and begin a letter or a notice. */
const BARE = /^(?:to|for|from) ?:/i;
/** What is no name behind them: a day, a number, a sentence. */
const NO_NAME = /\d|[.!?…]$/;
/** Any other line of that kind: it stays, and more may follow. */
const LABELLED = /^\p{Lu}[^:.?!]{1,40}:\s*\S/u;
/** Blocks from the start that a title block may take. */
const FIRST = 15;
/** Letters of a line in it. */
const LONGEST = 120;

/** What the name of a body that such a paper comes from ends in. */
const BODY = /\p{L}\s(?:council|libraries|library service|combined authority)$/iu;
const NAME = /^\p{Lu}\S*(?:\s(?:\p{Lu}\S*|and|of|the|for|&))+$/u;

/** Titles and authors that nobody has written. */
const NO_TITLE = /^(?:microsoft word\b.*|document ?\d*|untitled|title|no title|word document|.*\.docx?)$/i;
const NO_AUTHOR =
  /^(?:user|users?\d*|owner|admin(?:istrator)?|author|unknown|microsoft(?: office)? user|windows user|un-?named|python-docx|docx4j|apache poi|default user)$/i;

/** Takes off what stands above the text: its title in one or more paragraphs, and what is said with it. */
export function headOf(blocks: readonly Block[], properties: Properties): Headed {
  const head: Written = {};
  const title: Paragraph[] = [];
  const rest: Block[] = [];
  let hasHeading = false;
  let at = 0;
  const isTitledLater = (from: number): boolean => title.length === 0 && titleIn(blocks, from);
  for (; at < blocks.length; at++) {
    const block = blocks[at]!;
    const text = block.type === 'table' ? '' : oneLine(inlineText(block.inlines));
    // A logo, or nothing; or what stands above the title, and is no line of its block.
    if (block.type === 'table' || text === '') {
      if (block.type === 'table' && !isTitledLater(at)) break;
      rest.push(block);
      continue;
    }
    if (block.styles.includes(TITLE)) {
      title.push(block);
      continue;
    }
    // A title that is a heading, as in our own documents.
    if (block.heading === 1 && title.length === 0 && !hasHeading) {
      hasHeading = true;
      rest.push(block);
      continue;
    }
    const key = STYLES.find((name) => block.styles.includes(name));
    if (key === undefined) {
      const isHead = isLine(block, text) && (hasHeading || title.length > 0 || titleFollows(blocks, at));
      if (isHead && takeLabelled(head, text)) continue;
      if (isHead && !hasHeading && title.length === 0 && takeBody(head, text)) continue;
      if ((!isHead || !LABELLED.test(text)) && !isTitledLater(at)) break;
      rest.push(block);
      continue;
    }
    if (!isPlain(block.inlines) || !take(head, key, text)) break;
  }
  for (; at < blocks.length; at++) rest.push(blocks[at]!);
  const first = rest.find((block) => block.type === 'paragraph' && block.inlines.some(hasContent));
  const heading = first?.type === 'paragraph' && first.heading === 1 ? inlineText(first.inlines) : '';
  const named = properties.title !== undefined && !NO_TITLE.test(properties.title) ? properties.title : '';
  const heads = title.length > 0 ? title : first?.type === 'paragraph' && heading !== '' ? [first] : [];
  const isSettled = heads.length > 0 && heads.every(({ inlines }) => isPlain(inlines));
  head.title =
    oneLine(title.map(({ inlines }) => inlineText(inlines)).join(' ')) || oneLine(heading) || named;
  const { title: called, ...others } = head;
  const said = { ...others, ...(isSettled && called !== undefined && { title: called }) };
  const author = properties.author ?? '';
  if (head.author === undefined && !NO_AUTHOR.test(author)) head.author = author;
  head.date ??= dateOf(blocks, properties);
  const { organisation, status, subject, keywords, description, language } = properties;
  head.organisation ??= organisation ?? '';
  head.status ??= status ?? '';
  if (language !== undefined && !/^en(?:-|$)/i.test(language)) head.language = language;
  Object.assign(head, { subject: subject ?? '', keywords: keywords ?? '', description: description ?? '' });
  return { head, said, title, blocks: rest };
}

/** Whether a paragraph is, by its style, one of those that stand above the text: the title, or a line with it. */
export function standsAbove({ styles }: Pick<Paragraph, 'styles'>): boolean {
  return [TITLE, ...STYLES].some((name) => styles.includes(name));
}

/** @returns false where that is said already */
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

/** What stands above a list of the headings, in the style of the title for want of another. */
const CONTENTS = /^(?:(?:table of )?contents|cynnwys)$/i;

/** The same, where its style says that it is the title. */
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

/** Takes what a line says behind its label, where all of it can be kept: “Report to: Cabinet”. */
function takeLabelled(head: Written, text: string): boolean {
  const [label, key] = LABELS.find(([begin]) => begin.test(text)) ?? [];
  if (label === undefined || key === undefined || head[key] !== undefined) return false;
  const said = text.replace(label, '');
  const value = key === 'date' ? dateAlone(said) : said;
  if (!value || (BARE.test(text) && NO_NAME.test(said))) return false;
  head[key] = value;
  return true;
}

/** Takes the name of the body that a paper comes from, above its title. */
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

/** Front matter as YAML between its fences, with a line end; empty where there is nothing to say. */
export function frontMatter(head: Head): string {
  const lines = KEYS.flatMap((key) => (head[key] ? [`${key}: ${yamlText(head[key])}`] : []));
  return lines.length === 0 ? '' : ['---', ...lines, '---', ''].join('\n');
}

/**
 * The front matter of the draft that a document of ours carries, with its fences and a line end.
 *
 * @returns undefined where the document carries none
 */
export function carriedFrontMatter(document: Pick<WordDocument, 'customXml'>): string | undefined {
  for (const { source } of embeddedDraftsIn(document)) {
    const { span } = findFrontMatter(source);
    if (span) return `${source.slice(span.start, span.end).replace(/\r\n?/g, '\n')}\n`;
  }
  return undefined;
}
