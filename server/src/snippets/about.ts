import type { Nation } from '../nations';

/** What a service tells of itself once, for every new draft: `about` in the configuration. */
export interface About {
  /** The library service or council that writes. */
  readonly organisation?: string;
  /** The place that it serves: "Ashby". */
  readonly place?: string;
  /** The nation whose law and figures its papers go by, whatever its name and place sound like. */
  readonly nation?: Nation;
  /** Whom to ask, and how: "Ann Moss, 01632 960123, ann.moss@ashby.example". */
  readonly contact?: string;
  /** Who writes, with the role behind a comma: "Ann Moss, Head of Libraries". */
  readonly author?: string;
  /** Where letters are from, with commas between its lines: "Market Street, Ashby, LE65 1AA". */
  readonly address?: string;
}

/** An invented service, for where people are shown what to write. */
export const ABOUT_EXAMPLES: Required<About> = {
  organisation: 'Ashby Libraries',
  place: 'Ashby',
  nation: 'England',
  contact: 'Ann Moss, 01632 960123, ann.moss@ashby.example',
  author: 'Ann Moss, Head of Libraries',
  address: 'Ashby Library, Market Street, Ashby, LE65 1AA',
};

/** Everything that there is of `About`, in the order in which it is asked for. */
export const ABOUT_KEYS = [
  'organisation',
  'place',
  'nation',
  'contact',
  'author',
  'address',
] as const satisfies (keyof About)[];

/**
 * A Markdown text with the placeholders filled in that ask who writes, and for which place and nation. What else a placeholder of
 * the same words may mean, such as the organisation behind a source, stays.
 */
export function withAbout(text: string, about: About): string {
  const { organisation, place, nation, contact } = about;
  const address = about.address?.split(',').flatMap((line) => line.trim() || []);
  const [name, ...role] = about.author?.split(',').map((part) => part.trim()) ?? [];
  // “Ann Moss, 01632 960123” without the name, which stands above it.
  const reached = contact?.split(',').flatMap((part) => (/[@\d]/.test(part) ? part.trim() : []));
  const fillings: readonly (readonly [RegExp, string | undefined])[] = [
    [CONTACT_SENTENCE, contact && `${contact}${/[.!?]$/.test(contact) ? '' : '.'}`],
    [/\[insert name, telephone and email\]/g, contact],
    [/\[insert (?:library service|group or organisation)\]/g, organisation],
    [/\[insert your name and role\]/g, about.author],
    [/\[insert place\]/g, place],
    [/\[insert the country or region\]/g, nation],
    [/\[insert your address, each line on a line of its own\]/g, address?.join('\n')],
    [/\[insert your full name\]/g, name],
    [/\[insert telephone and email\]/g, reached?.join(', ')],
    [
      /\[insert role and organisation\]/g,
      role.length > 0 && organisation ? [...role, organisation].join(', ') : undefined,
    ],
  ];
  return fillings.reduce(
    (filled, [placeholder, value]) =>
      value ? filled.replace(placeholder, () => escapeMarkdown(value)) : filled,
    withDeciders(text, organisation),
  );
}

/** Bodies that a board decides for: “Ashby Libraries Trust”. */
const HAS_A_BOARD = /\b(?:trust|charity|foundation|mutual|CIC|community interest company)\b/i;

/** A text whose placeholders for who decides name the board, where the organisation has one and no Cabinet. */
export const withDeciders = (text: string, organisation: string | undefined): string =>
  organisation !== undefined && HAS_A_BOARD.test(organisation)
    ? text.replace(/(\[insert whom this is for, such as )[^\]]{1,60}/g, '$1the Board')
    : text;

const CONTACT_SENTENCE =
  /\[insert your name and role\], \[insert library service\]: \[insert telephone and email\]\./g;

/** Text as lines of Markdown, in which nothing is markup. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_~<&[\]|#]/g, '\\$&')
    // What would begin a list or a quotation there, or make a heading of the line above.
    .replace(/^[-+=>]|(?<=^\d{1,9})[.)](?=\s)/gm, '\\$&');
