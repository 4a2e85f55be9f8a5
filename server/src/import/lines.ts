import { commentAt, commentOn, deleted, inserted, substituted } from '../criticmarkup/serialize';
import type { Format, Inline, Text } from '../docx/model';
import { apartFromSpace } from '../text/white-space';
import type { Node } from './comment-ranges';
import type { ImportContext } from './context';
import { emphasised, type Formatted, formatted, isPiece, type Piece, Written } from './emphasis';
import { type Beside, endsInEscape, escapeText, escapeUrl, plainCode } from './escape';

type State = '' | 'inserted' | 'deleted';

/** Pieces that one person inserted or deleted at one time, or pieces without changes. */
interface Stretch {
  readonly state: State;
  readonly pieces: Piece[];
}

/** How breaks in a line are written. */
export type BreakSign = '\\\n' | '<br>' | ' ';

/** Writes the inlines of a paragraph as Markdown. */
export class LineWriter {
  constructor(
    private readonly context: ImportContext,
    private readonly breakSign: BreakSign,
  ) {}

  write(nodes: readonly Node[]): string {
    // At the ends of a block, Markdown reads white space and breaks in other ways.
    return this.#nodes(trimmedAt(-1, trimmedAt(0, nodes)), '', '');
  }

  #nodes(nodes: readonly Node[], before: string, after: string): string {
    const out = new Written(before);
    for (let at = 0; at < nodes.length; ) {
      const node = nodes[at]!;
      if (node.type === 'commented') {
        const inner = this.#nodes(node.children, '=', '=');
        out.add(inner === '' ? commentAt(node.thread, out.end) : commentOn(inner, node.thread));
        at++;
        continue;
      }
      let end = at + 1;
      while (end < nodes.length && nodes[end]!.type !== 'commented') end++;
      const inlines = nodes.slice(at, end) as Inline[];
      out.add(this.#inlines(inlines, out.last, end < nodes.length ? '{' : after));
      at = end;
    }
    return out.toString();
  }

  #inlines(inlines: readonly Inline[], before: string, after: string): string {
    for (const inline of inlines) if (inline.type === 'other') this.context.lose(inline.what);
    const stretches = oldFirst(stretchesOf(inlines.filter(isPiece)));
    const out = new Written(before);
    for (let at = 0; at < stretches.length; at++) {
      const stretch = stretches[at]!;
      const next = stretches[at + 1];
      const behind = next === undefined ? after : next.state === '' ? startOfPiece(next.pieces[0]!) : '{';
      const by = stretch.state === '' ? undefined : stretch.pieces[0]![stretch.state];
      if (stretch.state === '') {
        const { formerly } = stretch.pieces[0] as Text;
        const now = this.#pieces(stretch.pieces, out.last, behind, formerly !== undefined);
        out.add(formerly === undefined ? now : this.#reformatted(stretch.pieces as Text[], now));
      } else if (stretch.state === 'deleted') {
        const old = this.#pieces(stretch.pieces, '-', '-', true);
        const newBy = next?.state === 'inserted' ? next.pieces[0]!.inserted : undefined;
        if (next !== undefined && newBy !== undefined && newBy.author === by?.author) {
          out.add(substituted(old, this.#pieces(next.pieces, '+', '+', true), newBy));
          at++;
        } else out.add(deleted(old, by));
      } else out.add(inserted(this.#pieces(stretch.pieces, '+', '+', true), by));
    }
    return out.toString();
  }

  /** A tracked change of format as a replacement, if it makes a difference in Markdown. */
  #reformatted(pieces: readonly Text[], now: string): string {
    const { formerly } = pieces[0]!;
    const before = pieces.map(({ formerly: _, ...piece }) => ({ ...piece, format: formerly!.format }));
    const old = this.#pieces(before, '-', '-', true);
    const shown = this.#pieces(pieces, '+', '+', true);
    return old === shown ? now : substituted(old, shown, formerly!.by);
  }

  /** @param touched whether a delimiter follows them */
  #pieces(pieces: readonly Piece[], before: string, after: string, touched: boolean): string {
    const { context } = this;
    const own = pieces.map((piece) => {
      const language = piece.type === 'text' ? context.foreign(piece.language) : undefined;
      return language === context.spoken ? undefined : language;
    });
    if (own.every((language) => language === undefined)) return this.#linked(pieces, before, after, touched);
    const out = new Written(before);
    for (let at = 0; at < pieces.length; ) {
      const language = own[at];
      let end = at + 1;
      while (end < pieces.length && own[end] === language) end++;
      const some = pieces.slice(at, end);
      const behind = end < pieces.length ? '<' : after;
      if (language === undefined) out.add(this.#linked(some, out.last, behind, touched || behind === '<'));
      else out.add(`<span lang="${language}">${this.#linked(some, '>', '<', true)}</span>`);
      at = end;
    }
    return out.toString();
  }

  #linked(pieces: readonly Piece[], before: string, after: string, touched: boolean): string {
    const out = new Written(before);
    for (let at = 0; at < pieces.length; ) {
      const link = this.context.target(pieces[at]!.link);
      let end = at + 1;
      while (end < pieces.length && this.context.target(pieces[end]!.link) === link) end++;
      const own = pieces.slice(at, end);
      const behind = end < pieces.length ? (link === undefined ? '[' : startOfPiece(pieces[end]!)) : after;
      const isTouched = touched || end < pieces.length;
      if (link === undefined) out.add(this.#texts(own, out.last, behind, isTouched, false));
      else out.add(this.#link(link, own));
      at = end;
    }
    return out.toString();
  }

  #link(address: string, pieces: readonly Piece[]): string {
    const text = pieces.map((piece) => (piece.type === 'text' ? piece.text : '\0')).join('');
    const isPlain = pieces.every(
      (piece) => piece.type === 'text' && !piece.format.bold && !piece.format.italic,
    );
    if (isPlain && text === address && /^https?:[^\s<>\\{}|^`"]+$/.test(address)) return `<${address}>`;
    if (isPlain && address === `mailto:${text}` && /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/.test(text))
      return `<${text}>`;
    const inner = this.#texts(pieces, '[', ']', true, true);
    if (inner.trim() === '') return inner;
    const { before, words, after } = apartFromSpace(inner);
    // A backslash at the end of the words would escape the bracket.
    const close = endsInEscape(words) ? '\\' : '';
    return `${before}[${words}${close}](${escapeUrl(address)})${after}`;
  }

  #texts(pieces: readonly Piece[], before: string, after: string, touched: boolean, inLink: boolean): string {
    for (const piece of pieces) {
      if (piece.type !== 'text') continue;
      if (piece.format.underlined && piece.link === undefined) this.context.lose('underline');
      if (piece.format.highlighted) this.context.lose('highlight');
    }
    const all = formatted(pieces);
    return emphasised(
      all,
      (one, at) => this.#piece(one, all, at, { before, after, touched, inLink }),
      before,
      after,
    );
  }

  #piece({ piece, format }: Formatted, all: readonly Formatted[], at: number, edges: Beside): string {
    switch (piece.type) {
      case 'break':
        return this.breakSign;
      case 'note':
        return this.context.note(piece.note);
      case 'picture':
        return this.context.pictures.markdown(piece);
      default: {
        if (format.code) return plainCode(piece.text);
        const last = all[at - 1];
        const next = all[at + 1];
        const edge = (other: Formatted | undefined, outside: string, end: number): string => {
          // An emphasis mark stands between.
          if (other === undefined ? hasSigns(format) : other.format !== format) return '*';
          return other === undefined
            ? outside
            : other.piece.type === 'text'
              ? other.piece.text.at(end)!
              : ' ';
        };
        return escapeText(piece.text.replace(/[\t\n\r]+/g, ' '), {
          before: edge(last, edges.before, -1),
          after: edge(next, edges.after, 0),
          inLink: edges.inLink,
          touched: edges.touched || next !== undefined,
        });
      }
    }
  }
}

function hasSigns({ bold, italic, strike, raised }: Format): boolean {
  return bold || italic || strike || raised !== '';
}

function startOfPiece(piece: Piece): string {
  return piece.type === 'text' && piece.link === undefined ? (piece.text[0] ?? '') : '[';
}

/** Puts a deletion before the insertion that replaces it, as in Word; LibreOffice has them the other way round. */
function oldFirst(stretches: readonly Stretch[]): readonly Stretch[] {
  const out = [...stretches];
  const author = (at: number, state: Stretch['state']): string | undefined =>
    state !== '' && out[at]?.state === state ? (out[at]!.pieces[0]![state]?.author ?? '') : undefined;
  for (let at = 0; at < out.length; at++) {
    const by = author(at, 'inserted');
    if (by === undefined || author(at + 1, 'deleted') !== by) continue;
    // One of them already has its counterpart on the other side.
    if (author(at - 1, 'deleted') === by || author(at + 2, 'inserted') === by) continue;
    [out[at], out[at + 1]] = [out[at + 1]!, out[at]!];
    at++;
  }
  return out;
}

/** Divides pieces by what was done to them, by whom, and when. */
function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const out: Stretch[] = [];
  for (const piece of pieces) {
    const state: State = piece.inserted ? 'inserted' : piece.deleted ? 'deleted' : '';
    const last = out.at(-1);
    const one = last?.pieces[0];
    const isSame =
      last?.state === state &&
      one?.inserted === piece.inserted &&
      one?.deleted === piece.deleted &&
      (state !== '' || formerlyOf(one) === formerlyOf(piece));
    if (isSame) last!.pieces.push(piece);
    else out.push({ state, pieces: [piece] });
  }
  return out;
}

function formerlyOf(piece: Piece | undefined): unknown {
  return piece?.type === 'text' ? piece.formerly : undefined;
}

/** Removes white space and breaks at the start (0) or the end (-1). */
function trimmedAt(end: 0 | -1, nodes: readonly Node[]): readonly Node[] {
  const hasText = (node: Node): boolean => !isBlank(node);
  const first = end === 0 ? nodes.findIndex(hasText) : 0;
  const kept = first < 0 ? [] : nodes.slice(first, end === 0 ? undefined : nodes.findLastIndex(hasText) + 1);
  const edge = kept.at(end);
  if (edge?.type === 'commented') return kept.with(end, { ...edge, children: trimmedAt(end, edge.children) });
  if (edge?.type !== 'text' || edge.format.code) return kept;
  return kept.with(end, { ...edge, text: end === 0 ? edge.text.trimStart() : edge.text.trimEnd() });
}

function isBlank(node: Node): boolean {
  return (
    node.type === 'break' || node.type === 'bookmark' || (node.type === 'text' && node.text.trim() === '')
  );
}
