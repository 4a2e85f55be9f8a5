import { formatOf, PLAIN } from '../docx/format';
import type { Break, Format, Inline, NoteReference, Picture, Text } from '../docx/model';
import { apartFromSpace } from '../text/white-space';
import { isPunctuation, isSpace } from './escape';

/** What a line of Markdown is made of. */
export type Piece = Text | Break | Picture | NoteReference;

export function isPiece(inline: Inline): inline is Piece {
  return (
    inline.type === 'text' || inline.type === 'break' || inline.type === 'picture' || inline.type === 'note'
  );
}

/** A piece with the format that it is written in. */
export interface Formatted {
  readonly piece: Piece;
  readonly format: Format;
}

function common(one: Format, other: Format): Format {
  if (one === other) return one;
  return formatOf({
    bold: one.bold && other.bold,
    italic: one.italic && other.italic,
    strike: one.strike && other.strike,
    code: one.code && other.code,
    raised: one.raised === other.raised ? one.raised : '',
    underlined: one.underlined && other.underlined,
    highlighted: one.highlighted && other.highlighted,
  });
}

/** The letters of "1st", which Word raises by itself. */
const ORDINAL = /^(?:st|nd|rd|th)$/;

/**
 * Gives white space, breaks and pictures the format that the words on both sides share, as Markdown's emphasis marks must
 * stand beside words. Joins texts of one format.
 */
export function formatted(pieces: readonly Piece[]): Formatted[] {
  const out: Formatted[] = [];
  /** Position of the first piece whose format depends on the next word. */
  let waiting = 0;
  let format = PLAIN;
  const add = (piece: Piece, own: Format | undefined): void => {
    out.push({ piece, format: own ?? PLAIN });
    if (own === undefined) return;
    const between = common(format, own);
    for (; waiting < out.length - 1; waiting++) out[waiting] = { ...out[waiting]!, format: between };
    waiting = out.length;
    format = own;
  };
  for (const [at, piece] of pieces.entries()) {
    if (piece.type !== 'text') {
      add(piece, undefined);
      continue;
    }
    const { before, words, after } = apartFromSpace(piece.text);
    if (before !== '') add({ ...piece, text: before }, undefined);
    if (words !== '') add({ ...piece, text: words }, signedFormat(piece, pieces[at - 1]));
    if (after !== '') add({ ...piece, text: after }, undefined);
  }
  return joined(out);
}

/** The part of a text's format that Markdown can express. */
function signedFormat({ format, text }: Text, before: Piece | undefined): Format {
  const isRaised = format.raised === 'superscript' && ORDINAL.test(text.trim());
  const isOrdinal = isRaised && before?.type === 'text' && /\d$/.test(before.text);
  const raised = isOrdinal ? '' : format.raised;
  return formatOf({ ...format, raised, underlined: false, highlighted: false });
}

function joined(all: readonly Formatted[]): Formatted[] {
  const out: Formatted[] = [];
  for (const one of all) {
    const last = out.at(-1);
    if (one.piece.type === 'text' && last?.piece.type === 'text' && last.format === one.format)
      out[out.length - 1] = { ...last, piece: { ...last.piece, text: last.piece.text + one.piece.text } };
    else out.push(one);
  }
  return out;
}

/** Emphasis marks of Markdown, and the HTML elements to be used where the marks would not be read as such. */
const MARKS = [
  { is: (format: Format) => format.strike, signs: ['~~'], element: 'del' },
  { is: (format: Format) => format.italic, signs: ['*', '_'], element: 'em' },
  { is: (format: Format) => format.bold, signs: ['**', '__'], element: 'strong' },
  { is: (format: Format) => format.raised === 'superscript', signs: [], element: 'sup' },
  { is: (format: Format) => format.raised === 'subscript', signs: [], element: 'sub' },
] as const;

type WritePiece = (one: Formatted, at: number, before: string) => string;

/**
 * Writes pieces with the emphasis marks of their formats.
 *
 * @param before the last character before them, as written; empty at the start of a block
 * @param after the first character behind them
 */
export function emphasised(
  all: readonly Formatted[],
  write: WritePiece,
  before: string,
  after: string,
): string {
  const level = (from: number, to: number, mark: number, outer: string, next: string): string => {
    const rule = MARKS[mark];
    const out = new Written(outer);
    for (let at = from; at < to; ) {
      if (rule === undefined) {
        out.add(write(all[at]!, at, out.last));
        at++;
        continue;
      }
      const on = rule.is(all[at]!.format);
      let end = at + 1;
      while (end < to && rule.is(all[end]!.format) === on) end++;
      const behind = end < to ? firstOf(all[end]!, mark) : next;
      if (on) out.add(signed(rule, level(at, end, mark + 1, SIGN, SIGN), out.last, behind));
      else out.add(level(at, end, mark + 1, out.last, behind));
      at = end;
    }
    return out.toString();
  };
  return level(0, all.length, 0, before, after);
}

/** Stands for an emphasis mark that is not known yet. */
const SIGN = '(';

/** A character like the one that a piece will begin with, given that the marks before position `mark` are written. */
function firstOf({ piece, format }: Formatted, mark: number): string {
  if (piece.type === 'break') return '\\';
  if (piece.type !== 'text' || format.code || MARKS.slice(mark).some(({ is }) => is(format))) return SIGN;
  return piece.text[0] ?? '';
}

function signed(
  { signs, element }: (typeof MARKS)[number],
  text: string,
  before: string,
  after: string,
): string {
  if (text === '') return '';
  const first = text[0]!;
  const last = text.at(-1)!;
  // Left- and right-flanking as in section 6.2 of CommonMark.
  const opens = !isSpace(first) && (!isPunctuation(first) || isSpace(before) || isPunctuation(before));
  const closes = !isSpace(last) && (!isPunctuation(last) || isSpace(after) || isPunctuation(after));
  const outside = (isSpace(before) || isPunctuation(before)) && (isSpace(after) || isPunctuation(after));
  for (const sign of signs) {
    const own = sign[0]!;
    const fits = own !== '_' || (outside && !text.includes('_'));
    if (opens && closes && fits && before !== own && after !== own) return `${sign}${text}${sign}`;
  }
  return `<${element}>${text}</${element}>`;
}

export class Written {
  readonly #pieces: string[] = [];
  /** Its last three characters. */
  end: string;

  /** @param before the text before it in its block */
  constructor(before: string) {
    this.end = before.slice(-3);
  }

  /** Its last character; empty at the start of a block. */
  get last(): string {
    return this.end.at(-1) ?? '';
  }

  add(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.end = text.length < 3 ? (this.end + text).slice(-3) : text.slice(-3);
  }

  toString(): string {
    return this.#pieces.join('');
  }
}
