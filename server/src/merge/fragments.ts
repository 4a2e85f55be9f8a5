import { commentAt, commentOn, escapeDelimiters } from '../criticmarkup/serialize';
import type { Thread } from '../criticmarkup/types';
import type { Link, Picture } from '../docx/model';
import { escapeUrl, plainCode } from '../import/escape';
import { apartFromSpace } from '../text/white-space';
import { NOTE, PICTURE } from './leaves';
import type { Fragment, Item, Look, Part } from './types';

export const PLAIN: Look = { bold: false, italic: false, strike: false, link: false };

export interface FragmentContext {
  readonly look: Look;
  readonly inTable: boolean;
  readonly threads: ReadonlyMap<string, Thread>;
  /** Makes Markdown of a reference to a note that is new, or of a picture. */
  note(key: string): string;
  picture(picture: Picture): string;
  /** The address of a link; undefined where there is none that is safe. */
  target(link: Link): string | undefined;
}

/** What the parts of a paragraph say when all is accepted, as text to be added. */
export function acceptedFragments(parts: readonly Part[]): Fragment[] {
  return parts.flatMap((part): Fragment[] => {
    if (part.type === 'item') return part.deleted === undefined ? [{ item: part }] : [];
    if (part.type === 'comment' && part.at !== 'reference') return [{ comment: part.id, at: part.at }];
    return [];
  });
}

interface Stretch {
  text: string;
  readonly markdown?: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  readonly address: string;
}

/** Writes text that is to be added as inline Markdown. */
export function markdownOf(content: readonly Fragment[], context: FragmentContext): string {
  let out = '';
  let stretches: Stretch[] = [];
  const open: { readonly id: string; readonly before: string }[] = [];
  const flush = (): void => {
    out += written(stretches, context);
    stretches = [];
  };
  for (const one of content) {
    if ('comment' in one) {
      flush();
      const thread = context.threads.get(one.comment);
      const at = open.findIndex(({ id }) => id === one.comment);
      if (thread === undefined) continue;
      if (one.at === 'start') open.push({ id: one.comment, before: out });
      else if (at === open.length - 1 && at !== -1) {
        const { before } = open.pop()!;
        out = before + commentOn(out.slice(before.length), thread);
      } else out += commentAt(thread, out);
    } else if ('markdown' in one) {
      flush();
      out += one.markdown;
    } else {
      const stretch = 'item' in one ? stretchOf(one.item, context) : { ...NO_FORMAT, text: one.text };
      const last = stretches.at(-1);
      if (last !== undefined && alike(last, stretch)) last.text += stretch.text;
      else stretches.push(stretch);
    }
  }
  flush();
  return out;
}

function stretchOf({ text, content }: Item, context: FragmentContext): Stretch {
  const { look } = context;
  const link = 'link' in content && !look.link ? content.link : undefined;
  const address = (link && context.target(link)) ?? '';
  const markdown = (shown: string): Stretch => ({ ...NO_FORMAT, text: '', markdown: shown });
  if (content.type === 'note') return markdown(context.note(content.note));
  if (content.type === 'picture') {
    const shown = context.picture(content);
    return markdown(context.inTable ? shown.replaceAll('|', '\\|') : shown);
  }
  if (content.type !== 'text') return markdown('<br>');
  const { bold, italic, strike, code } = content.format;
  return {
    text,
    bold: bold && !look.bold,
    italic: italic && !look.italic,
    strike: strike && !look.strike,
    code,
    address,
  };
}

const NO_FORMAT = { bold: false, italic: false, strike: false, code: false, address: '' } as const;
const STYLES = Object.keys(NO_FORMAT) as (keyof typeof NO_FORMAT)[];

function alike(a: Stretch, b: Stretch): boolean {
  return (a.markdown ?? b.markdown) === undefined && STYLES.every((style) => a[style] === b[style]);
}

function written(stretches: readonly Stretch[], context: FragmentContext): string {
  return stretches
    .map((one) => {
      if (one.markdown !== undefined) return one.markdown;
      // Emphasis neither begins nor ends with white space.
      const { before, words, after } = apartFromSpace(one.text);
      if (words === '') return before;
      let text = one.code ? plainCode(words) : escapeInline(words, context);
      if (one.strike) text = `~~${text}~~`;
      if (one.italic) text = `*${text}*`;
      if (one.bold) text = `**${text}**`;
      if (one.address !== '') text = `[${text}](${escapeUrl(one.address)})`;
      return before + text + after;
    })
    .join('')
    .replace(/\n/g, '<br>');
}

/** Plain text as Markdown that shows it. */
function escapeInline(text: string, { inTable }: Pick<FragmentContext, 'inTable'>): string {
  const marked = text
    .replaceAll(PICTURE, '')
    .replaceAll(NOTE, '')
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/~(?=~)|(?<=\S)~/g, '\\~');
  return escapeDelimiters(inTable ? marked.replaceAll('|', '\\|') : marked);
}
