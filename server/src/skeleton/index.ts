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
    'Dear [insert title and surname, such as Councillor Shah]',
  ],
};

/** What the front matter asks for, in the words in which the text asks for the same. */
const OF_A_PAPER = {
  audience: '[insert whom this is for]',
  author: '[insert your name and role]',
  organisation: '[insert library service]',
};
const OF_A_LETTER = {
  audience: '[insert name of the person whom you write to]',
  author: '[insert your full name]',
  organisation: '[insert group or organisation]',
};

/** A source is one thing to fill in in a new draft, which has enough of them. */
const ONE_SOURCE = '[insert organisation, title, date and web address of the source].';

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
export function skeleton(kind: DocumentKind, title: string, known: Known = {}): string {
  const { about = {}, today } = known;
  const asked = isLetter(kind) ? OF_A_LETTER : OF_A_PAPER;
  const front = stringify(
    {
      title: titleOf(kind, title),
      kind: kind.id,
      ...(isRelease(kind) ? {} : { audience: asked.audience }),
      author: about.author ?? asked.author,
      organisation: about.organisation ?? asked.organisation,
      date: today ?? '[insert date]',
    },
    { lineWidth: 0 },
  );
  return `${[`---\n${front}---`, ...skeletonPieces(kind, title, known)].join('\n\n')}\n`;
}

/** Whoever reads a press release decides on nothing, and prints no footnote: its notes to editors say where figures come from. */
export const isRelease = ({ parts }: DocumentKind): boolean => parts.some(({ id }) => id === 'release-line');

/** A letter is written as running text, without headings. */
const isLetter = ({ parts }: DocumentKind): boolean => parts.some(({ id }) => id === 'sign-off');

const titleOf = (kind: DocumentKind, title: string): string =>
  oneLine(title) || `[insert title of the ${kind.title.toLowerCase()}]`;

/** What stands below the front matter of a new draft, in pieces with a blank line between them. */
export function skeletonPieces(
  kind: DocumentKind,
  title: string,
  { about = {}, today }: Known = {},
): readonly string[] {
  const forRelease = isRelease(kind);
  const running = isLetter(kind);
  const pieces = [`# ${escapeHeading(titleOf(kind, title))}`];
  // Footnotes stand together, below what is to be read; one that two parts have is one source.
  const notes = new Map<string, string>();
  const add = (body: string): void => {
    const { text, notes: own } = withNotesApart(plainText(body));
    pieces.push(withAbout(forRelease ? text.replace(/\[\^[^[\]\s]+\]/g, '') : text, about));
    for (const note of forRelease ? [] : own) {
      const label = note.slice(0, note.indexOf(':'));
      notes.set(label, `${label}: ${ONE_SOURCE}`);
    }
  };
  addAll(pieces, HEAD[kind.id] ?? []);
  const extra = RUNNING_TEXT[kind.id];
  for (const part of kind.parts) {
    if (part.id === extra?.before) for (const id of extra.pieces) add(snippet(id)?.body ?? '');
    // "Implications" brings "Equality" along.
    if (hasHeading(pieces, part)) continue;
    const body = bodyOf(part, running);
    // The same day as above, or an export would print that, too.
    const dated = forRelease && today !== undefined && part.sign === 'line';
    add(dated ? body.replace(/\$\{1:\[insert date\]\}/, displayDate(today)) : body);
  }
  pieces.push([...notes.values()].join('\n'));
  return pieces.filter((piece) => piece !== '');
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
const escapeHeading = (title: string): string => title.replace(/[\\`*_~<&]/g, '\\$&').replace(/#$/, '\\#');

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
