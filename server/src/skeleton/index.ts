import { stringify } from 'yaml';
import type { DocumentKind, Part } from '../framework/types';
import { type Nation, nationOfAbout, withLaw } from '../nations';
import { asSection, plainText, snippet, withNotesApart, withoutHeading } from '../snippets';
import { type About, withAbout, withDeciders } from '../snippets/about';
import { displayDate } from '../text/dates';

/** Text of a kind of paper outside its parts: ids of snippets, and the part before which they are inserted. */
const RUNNING_TEXT: Readonly<
  Record<string, { readonly before: string; readonly pieces: readonly string[] }>
> = {
  'press-release': { before: 'ends', pieces: ['opening', 'quotation', 'call-to-action'] },
};

/** Pieces above the text of a letter. Their order shows which address is the sender's. */
const HEAD: Readonly<Record<string, readonly string[]>> = {
  letter: [
    '[insert your address, each line on a line of its own]',
    '[insert name of the person whom you write to]\n[insert address, each line on a line of its own]',
    'Dear [insert title and surname, such as Councillor Shah]',
  ],
};

/** Placeholders of the front matter, with the same words as those of the text. */
const OF_A_PAPER = {
  audience: '[insert whom this is for, such as the Cabinet]',
  author: '[insert your name and role]',
  organisation: '[insert library service]',
};
const OF_A_LETTER = {
  audience: '[insert name of the person whom you write to]',
  author: '[insert your full name]',
  organisation: '[insert group or organisation]',
};

/** One placeholder for a whole source, because a new draft has many others. */
const ONE_SOURCE = '[insert organisation, title, date and web address of the source].';

/** Values that are filled in when a draft is created. */
interface Known {
  readonly about?: About;
  /** As in `2026-11-29`. */
  readonly today?: string;
  /** Whose law it is written under; that of `about`, if not given. */
  readonly nation?: Nation | undefined;
}

/**
 * The text of a new draft: front matter, title, and the kind's parts in their order, with placeholders to fill in. The
 * title stands in the text alone, so that it cannot come to differ from another.
 *
 * @param title as typed by the author; may be empty
 */
export function skeleton(kind: DocumentKind, title: string, known: Known = {}): string {
  const { about = {}, today, nation = nationOfAbout(about) } = known;
  const asked = isLetter(kind) ? OF_A_LETTER : OF_A_PAPER;
  const front = stringify(
    {
      kind: kind.id,
      ...(isRelease(kind)
        ? {}
        : { audience: withDeciders(withLaw(asked.audience, nation), about.organisation) }),
      author: about.author ?? asked.author,
      organisation: about.organisation ?? asked.organisation,
      date: today ?? '[insert date]',
    },
    { lineWidth: 0 },
  );
  return `${[`---\n${front}---`, ...skeletonPieces(kind, title, known)].join('\n\n')}\n`;
}

/** Whether it is a press release, which has no audience and no footnotes: its notes to editors give the sources. */
export const isRelease = ({ parts }: DocumentKind): boolean => parts.some(({ id }) => id === 'release-line');

/** Whether it is a letter, which is running text without headings. */
const isLetter = ({ parts }: DocumentKind): boolean => parts.some(({ id }) => id === 'sign-off');

const titleOf = (kind: DocumentKind, title: string): string =>
  escapeHeading(oneLine(title)) || `[insert title of the ${kind.title.toLowerCase()}]`;

/** The pieces of a new draft below the front matter, to be joined with blank lines. */
export function skeletonPieces(
  kind: DocumentKind,
  title: string,
  { about = {}, today, nation = nationOfAbout(about) }: Known = {},
): readonly string[] {
  const forRelease = isRelease(kind);
  const running = isLetter(kind);
  const pieces: string[] = [];
  const headings = new Set<string>();
  const put = (piece: string): void => {
    pieces.push(piece);
    for (const [, text] of piece.matchAll(/^#+ (.*)$/gm)) headings.add(text!.toLowerCase());
  };
  put(`# ${titleOf(kind, title)}`);
  // Footnotes go together at the end. The same label in two parts is one source.
  const notes = new Map<string, string>();
  const add = (body: string): void => {
    const { text, notes: own } = withNotesApart(plainText(body));
    const here = withLaw(text, nation);
    put(withAbout(forRelease ? here.replace(/\[\^[^[\]\s]+\]/g, '') : here, about));
    for (const note of forRelease ? [] : own) {
      const label = note.slice(0, note.indexOf(':'));
      notes.set(label, `${label}: ${ONE_SOURCE}`);
    }
  };
  for (const piece of HEAD[kind.id] ?? []) put(withAbout(piece, about));
  const extra = RUNNING_TEXT[kind.id];
  for (const part of kind.parts) {
    if (part.id === extra?.before) for (const id of extra.pieces) add(snippet(id)?.body ?? '');
    // A snippet may bring the heading of another part: "Implications" brings "Equality".
    if ([part.title, ...part.aliases].some((name) => headings.has(name.toLowerCase()))) continue;
    const body = bodyOf(part, running);
    // The same day as in the front matter, or an export would print that as well.
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

/** Escapes a title so that nothing in it is markup in a heading. */
const escapeHeading = (title: string): string => title.replace(/[\\`*_~<&[{]/g, '\\$&').replace(/#$/, '\\#');

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
