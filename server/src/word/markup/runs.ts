import { withCountry } from '../../draft/language-tags';
import { unfilledIn } from '../../draft/unfilled';
import { withoutUnseen } from '../../text/unseen';
import { memoized } from '../../util/memoize';
import { STYLE } from '../styles';
import { clean, escapeXml } from '../xml-text';

/** The look of a stretch of text, from all the Markdown marks around it. */
export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly code?: boolean;
  readonly link?: boolean;
  /** A character style, instead of that for code or links. */
  readonly style?: string;
  readonly raised?: 'superscript' | 'subscript';
  readonly highlight?: boolean;
  /** A BCP 47 tag, where it differs from the document's. */
  readonly language?: string;
  /** Whether it runs from right to left. */
  readonly rtl?: boolean;
  /** How many marks are around it. */
  readonly depth?: number;
}

/** A run's `w:rPr`; empty if it looks like the rest of its paragraph. */
export function propertiesXml(look: Look): string {
  const { code, link, rtl } = look;
  const language = look.language === undefined ? undefined : withCountry(look.language);
  const style = look.style ?? (code ? STYLE.inlineCode : link ? STYLE.link : undefined);
  const inside =
    (style === undefined ? '' : `<w:rStyle w:val="${style}"/>`) +
    (look.bold ? '<w:b/><w:bCs/>' : '') +
    (look.italics ? '<w:i/><w:iCs/>' : '') +
    (look.strike ? '<w:strike/>' : '') +
    // In black, whatever the colour of the text around: white on yellow cannot be read.
    (look.highlight ? '<w:color w:val="000000"/><w:highlight w:val="yellow"/>' : '') +
    (look.underline || (code && link) ? '<w:u w:val="single"/>' : '') +
    (look.raised === undefined ? '' : `<w:vertAlign w:val="${look.raised}"/>`) +
    (rtl ? '<w:rtl/>' : '') +
    (language === undefined ? '' : `<w:lang w:val="${language}"${rtl ? ` w:bidi="${language}"` : ''}/>`);
  return inside === '' ? '' : `<w:rPr>${inside}</w:rPr>`;
}

/** A stretch of text on one line. */
export function run(value: string, look: Look = {}): string {
  return `<w:r>${propertiesXml(look)}${textXml(value)}</w:r>`;
}

export const TAB = '<w:r><w:tab/></w:r>';
export const BREAK = '<w:r><w:br/></w:r>';

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * Like `run`, but highlights unfilled placeholders, so that they are not published by mistake: always `[insert …]`, and
 * those of `words`: “TBC”, which the rule picks because it may be a name as well, and notes to colleagues.
 *
 * @param shown the text to write instead of `value`: of the same length, but with other kinds of spaces
 */
export function runs(
  value: string,
  look: Look = {},
  words: ReadonlySet<string> = NO_WORDS,
  shown = value,
): string {
  // Most texts have no placeholders, and the full search takes longer than writing the text.
  const may = !look.highlight && (value.includes('[') || hasOne(words, value));
  const found = may
    ? unfilledIn(value).filter(
        ({ start, end, kind }) => kind.name === 'insert' || words.has(value.slice(start, end)),
      )
    : [];
  const notes = may ? notesIn(value, words) : [];
  // A note is marked whole, and comes before what is to be filled in within it.
  const all = notes.length === 0 ? found : [...notes, ...found].sort((a, b) => a.start - b.start);
  let out = '';
  let from = 0;
  for (const { start, end } of all) {
    if (start < from) continue;
    if (start > from) out += run(shown.slice(from, start), look);
    out += run(shown.slice(start, end), { ...look, highlight: true });
    from = end;
  }
  return from < value.length || all.length === 0 ? out + run(shown.slice(from), look) : out;
}

/** The places of notes to colleagues in a text: “(NB: finance to check this)”. */
function notesIn(value: string, words: ReadonlySet<string>): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const note of notesAmong(words))
    for (let start = value.indexOf(note); start >= 0; start = value.indexOf(note, start + note.length))
      found.push({ start, end: start + note.length });
  return found;
}

/** Those that are no placeholder as a whole, so that nothing but their words tells them. */
const notesAmong = memoized((words: ReadonlySet<string>): readonly string[] =>
  [...words]
    .filter(
      (one) => one.includes(' ') && !unfilledIn(one).some(({ start, end }) => end - start === one.length),
    )
    .slice(0, MOST_NOTES),
);
const MOST_NOTES = 500;

/** Up to this many words are searched for one by one. */
const FEW = 50;

function hasOne(words: ReadonlySet<string>, value: string): boolean {
  if (words.size > FEW) return true;
  for (const word of words) if (value.includes(word)) return true;
  return false;
}

/** A `w:t` element that keeps all spaces, without characters that nobody sees. */
export function textXml(value: string): string {
  return `<w:t xml:space="preserve">${escapeXml(withoutUnseen(value))}</w:t>`;
}

/**
 * Code over several lines: line ends become line breaks, spaces are kept. Tabs become spaces up to the next multiple of
 * four columns, as in Markdown, because Word's own tab stops count from the margin.
 */
export function codeRun(value: string): string {
  const lines = clean(value).split('\n');
  return `<w:r>${lines.map((line) => (line === '' ? '' : textXml(expandTabs(line)))).join('<w:br/>')}</w:r>`;
}

function expandTabs(line: string): string {
  let out = '';
  for (const [at, part] of line.split('\t').entries()) {
    if (at > 0) out += ' '.repeat(4 - (out.length % 4));
    out += part;
  }
  return out;
}
