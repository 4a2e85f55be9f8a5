import type { Block, Inline, Paragraph, Properties } from '../docx/model';
import { inlineText } from '../docx/plain-text';
import { hasContent } from '../docx/review';
import { yamlText } from '../draft/yaml-text';
import { dateOf } from './dates';

/** What the front matter of a draft is to say, in this order. */
export interface Head {
  readonly title?: string;
  readonly subtitle?: string;
  readonly audience?: string;
  readonly author?: string;
  readonly organisation?: string;
  readonly date?: string;
  readonly status?: string;
  readonly language?: string;
  readonly subject?: string;
  readonly keywords?: string;
  readonly description?: string;
}

/** A document whose title block has been taken off. */
export interface Headed {
  readonly head: Head;
  /** The paragraphs that are its title: the draft's first heading. */
  readonly title: readonly Paragraph[];
  readonly blocks: readonly Block[];
}

type Written = { -readonly [Key in keyof Head]: Head[Key] };

/** Names of styles, in small letters, for what stands above the text. */
const TITLE = 'title';
const STYLES = ['subtitle', 'author', 'date'] as const;

/** What the lines of our own title block begin with. */
const LABELS: readonly (readonly [RegExp, keyof Head])[] = [
  [/^(?:report to|for):\s*/i, 'audience'],
  [/^from:\s*/i, 'author'],
  [/^date:\s*/i, 'date'],
  [/^status:\s*/i, 'status'],
];

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
  for (; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.type === 'table') break;
    const text = oneLine(inlineText(block.inlines));
    // A logo, or nothing.
    if (text === '') {
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
    if (key === undefined || !isPlain(block.inlines) || !take(head, key, text)) break;
  }
  for (; at < blocks.length; at++) rest.push(blocks[at]!);
  const first = rest.find((block) => block.type === 'paragraph' && block.inlines.some(hasContent));
  const heading = first?.type === 'paragraph' && first.heading === 1 ? inlineText(first.inlines) : '';
  const named = properties.title !== undefined && !NO_TITLE.test(properties.title) ? properties.title : '';
  head.title =
    oneLine(title.map(({ inlines }) => inlineText(inlines)).join(' ')) || oneLine(heading) || named;
  const author = properties.author ?? '';
  if (head.author === undefined && !NO_AUTHOR.test(author)) head.author = author;
  head.date ??= dateOf(blocks, properties);
  const { organisation, status, subject, keywords, description, language } = properties;
  head.organisation ??= organisation ?? '';
  head.status ??= status ?? '';
  if (language !== undefined && !/^en(?:-|$)/i.test(language)) head.language = language;
  Object.assign(head, { subject: subject ?? '', keywords: keywords ?? '', description: description ?? '' });
  return { head, title, blocks: rest };
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

function isPlain(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => {
    if (inline.type === 'bookmark') return true;
    return inline.type === 'text' && inline.inserted === undefined && inline.deleted === undefined;
  });
}

const ORDER: readonly (keyof Head)[] = [
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
];

/** Front matter as YAML between its fences, with a line end; empty where there is nothing to say. */
export function frontMatter(head: Head): string {
  const lines = ORDER.flatMap((key) => {
    const value = head[key];
    return value ? [`${key}: ${yamlText(value)}`] : [];
  });
  return lines.length === 0 ? '' : ['---', ...lines, '---', ''].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
