import { stringify } from 'yaml';
import { type About, withAbout } from '../about';
import { displayDate } from '../dates';
import type { DocumentKind, Part } from '../framework/types';
import { addAll } from '../lists';
import { asSection, plainText, snippet, withNotesApart, withoutHeading } from '../snippets';

/** What a paper of a kind says outside its parts: before the part named, in snippets or in text of its own. */
const RUNNING_TEXT: Readonly<
  Record<string, { readonly before: string; readonly pieces: readonly string[] }>
> = {
  'press-release': { before: 'ends', pieces: ['opening', 'quotation', 'call-to-action'] },
};

/** What stands above a letter's text: whose address each is, its place says. */
const HEAD: Readonly<Record<string, readonly string[]>> = {
  letter: [
    '[insert your address, each line on a line of its own]',
    '[insert name of the person whom you write to]\n[insert address, each line on a line of its own]',
    'Dear [insert name of the person whom you write to]',
  ],
};

/** What is filled in at once in a new draft. */
interface Known {
  readonly about?: About;
  /** As in `2026-11-29`. */
  readonly today?: string;
}

/**
 * The text of a new draft: front matter, title, and the kind's parts in their order, with placeholders to fill in.
 *
 * @param kind What the draft is to be.
 * @param title As its author gave it.
 */
export function skeleton(kind: DocumentKind, title: string, { about = {}, today }: Known = {}): string {
  // Whoever reads a press release decides on nothing, and prints no footnote: its notes to editors say where figures come from.
  const isRelease = kind.parts.some(({ id }) => id === 'release-line');
  const text = oneLine(title) || `[insert title of the ${kind.title.toLowerCase()}]`;
  const front = stringify(
    {
      title: text,
      kind: kind.id,
      ...(isRelease ? {} : { audience: '[insert who decides or reads]' }),
      author: about.author ?? '[insert name and role]',
      organisation: about.organisation ?? '[insert library service or council]',
      date: today ?? '[insert date]',
    },
    { lineWidth: 0 },
  );
  const pieces = [`---\n${front}---`, `# ${escaped(text)}`];
  const used: string[] = [];
  // Footnotes stand together, below what is to be read.
  const notes: string[] = [];
  const add = (body: string): void => {
    const plain = plainText(body, used);
    for (const [, label] of plain.matchAll(/\[\^([^[\]\s]+)\]:/g)) used.push(label!);
    const { text, notes: own } = withNotesApart(plain);
    pieces.push(withAbout(isRelease ? text.replace(/\[\^[^[\]\s]+\]/g, '') : text, about));
    if (!isRelease) addAll(notes, own);
  };
  addAll(pieces, HEAD[kind.id] ?? []);
  // A letter is written as running text, without headings.
  const running = kind.parts.some(({ id }) => id === 'sign-off');
  const extra = RUNNING_TEXT[kind.id];
  for (const part of kind.parts) {
    if (part.id === extra?.before) for (const id of extra.pieces) add(snippet(id)?.body ?? '');
    // "Implications" brings "Equality" along.
    if (hasHeading(pieces, part)) continue;
    const body = bodyOf(part, running);
    // The same day as above, or an export would print that, too.
    const dated = isRelease && today !== undefined && part.sign === 'line';
    add(dated ? body.replace(/\$\{1:\[insert date\]\}/, displayDate(today)) : body);
  }
  pieces.push(notes.join('\n'));
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}

function bodyOf(part: Part, running: boolean): string {
  const body = snippet(part.snippet)?.body ?? '[insert text]';
  return running || part.sign === 'line' ? withoutHeading(body) : asSection(body, part.title);
}

function hasHeading(pieces: readonly string[], part: Part): boolean {
  const names = [part.title, ...part.aliases].map((name) => name.toLowerCase());
  const headings = pieces.flatMap((piece) => [...piece.matchAll(/^#+ (.*)$/gm)]);
  return headings.some(([, text]) => names.includes(text!.toLowerCase()));
}

/** A title as the text of a heading, where nothing in it is markup. */
const escaped = (title: string): string => title.replace(/[\\`*_~<&]/g, '\\$&').replace(/#$/, '\\#');

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
