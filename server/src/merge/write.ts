import type { Nodes, PhrasingContent } from 'mdast';
import { commentMark, inserted, substituted } from '../criticmarkup/serialize';
import type { Thread } from '../criticmarkup/types';
import type { Draft, Span } from '../draft/types';
import { type Edit, OURSELVES, same, textOf } from './edits';
import { codeSpan, type Look, markdownOf, PLAIN, type Surroundings } from './fragments';
import { type Leaf, type Piece, spanIn } from './leaves';
import type { Change } from './marks';

/** Text that takes the place of a stretch of the draft; of several at one place, by `order`. */
export interface Splice extends Span {
  readonly text: string;
  readonly order: number;
}

export interface Writing {
  readonly draft: Draft;
  readonly threads: ReadonlyMap<string, Thread>;
  note(key: string): string;
}

/** A stretch of source that marks go round. */
interface Wrap {
  start: number;
  end: number;
  seq: number;
  endSeq: number;
  readonly open: string;
  readonly close: string;
}

/** Writes what was done to a leaf into its source as CriticMarkup. */
export function writeEdits(leaf: Leaf, edits: readonly Edit[], writing: Writing): Splice[] {
  return new LeafWriter(leaf, writing).write(edits);
}

export class LeafWriter {
  readonly #leaf: Leaf;
  readonly #writing: Writing;
  readonly #parents = new Map<Nodes, Nodes>();
  readonly #splices: Splice[] = [];
  readonly #wraps: Wrap[] = [];
  /** Source that is taken out, in which nothing is written. */
  readonly #removed: Span[] = [];

  constructor(leaf: Leaf, writing: Writing) {
    this.#leaf = leaf;
    this.#writing = writing;
    const open: Nodes[] = [leaf.node];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!('children' in node)) continue;
      for (const child of node.children) {
        this.#parents.set(child, node);
        open.push(child);
      }
    }
  }

  write(edits: readonly Edit[]): Splice[] {
    const whole = this.#wholes(edits);
    for (const edit of whole) if (edit.kind === 'settle') this.#settle(edit.change, edit.accept);
    for (const edit of whole) if (edit.kind === 'thread') this.#thread(edit);
    for (let at = 0; at < whole.length; at++) {
      const edit = whole[at]!;
      if (edit.kind === 'delete') {
        const next = whole[at + 1];
        const pairs = next?.kind === 'insert' && next.at === edit.to && same(next.by, edit.by);
        if (this.#delete(edit, pairs ? next : undefined) && pairs) at++;
      } else if (edit.kind === 'insert') this.#insert(edit);
      else if (edit.kind === 'format') this.#format(edit);
    }
    for (const edit of whole) if (edit.kind === 'comment') this.#comment(edit);
    return this.#finished();
  }

  /** What tells a place in the text from others with the same word: how it looks, and of what cannot be divided all of it. */
  keyOf(at: number): string {
    const piece = this.#piece(at);
    if (piece === undefined) return '';
    const { bold, italic, strike } = lookOf(this.#path(at));
    const link = this.#path(at).find(({ type }) => type === 'link' || type === 'linkReference');
    const address =
      link === undefined ? '' : 'url' in link ? link.url : 'identifier' in link ? link.identifier : '';
    const whole = piece.node.type === 'text' ? '' : this.#text.slice(piece.source.start, piece.source.end);
    return JSON.stringify([bold, italic, strike, address, whole]);
  }

  /** The source of a range of shown text, stretch by stretch, each with what is around it. */
  pieces(
    from: number,
    to: number,
  ): { readonly markdown: string; readonly text: string; readonly look: Look }[] {
    const stretches = this.#stretches(from, to).filter(({ start, end }) => end > start);
    return stretches.map(({ start, end }) => {
      const first = this.#leaf.pieces.find(({ source }) => source.end > start);
      const path = first === undefined ? [] : this.#path(first.start);
      const around = path.filter((node) => this.#spanOf(node).start < start || this.#spanOf(node).end > end);
      const markdown = this.#text.slice(start, end);
      return { markdown, text: markdown, look: lookOf(around) };
    });
  }

  get #text(): string {
    return this.#writing.draft.text;
  }

  /** What cannot be divided in the source is deleted whole, and what is left of it is written anew behind it. */
  #wholes(edits: readonly Edit[]): Edit[] {
    let out = [...edits];
    for (const piece of this.#leaf.pieces) {
      if (piece.exact || piece.end - piece.start < 2) continue;
      const touches = (edit: Edit): boolean =>
        (edit.kind === 'delete' &&
          edit.from < piece.end &&
          edit.to > piece.start &&
          !(edit.from <= piece.start && edit.to >= piece.end)) ||
        (edit.kind === 'insert' && edit.at > piece.start && edit.at < piece.end);
      const own = out.filter(touches);
      const first = own[0];
      if (first === undefined || !('by' in first)) continue;
      let text = '';
      for (let at = piece.start; at <= piece.end; at++) {
        for (const edit of own) if (edit.kind === 'insert' && edit.at === at) text += textOf(edit.content);
        if (at === piece.end) break;
        const isGone = own.some((edit) => edit.kind === 'delete' && edit.from <= at && edit.to > at);
        if (!isGone) text += this.#leaf.text[at];
      }
      const rest = own.flatMap((edit): Edit[] => {
        if (edit.kind !== 'delete') return [];
        return [
          ...(edit.from < piece.start ? [{ ...edit, to: piece.start }] : []),
          ...(edit.to > piece.end ? [{ ...edit, from: piece.end }] : []),
        ];
      });
      const { by, seq } = first;
      const markdown = piece.node.type === 'inlineCode' ? codeSpan(text) : text;
      const edit = { by, seq, endSeq: seq };
      const made: Edit[] = [
        { kind: 'delete', from: piece.start, to: piece.end, ...edit },
        ...(text === ''
          ? []
          : [{ kind: 'insert' as const, at: piece.end, content: [{ markdown, text }], by, seq }]),
        ...rest,
      ];
      out = [...out.filter((one) => !touches(one)), ...made].sort((a, b) => seqOf(a) - seqOf(b));
    }
    return out;
  }

  // --- Where things stand in the source ---

  #piece(at: number): Piece | undefined {
    const { pieces } = this.#leaf;
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pieces[middle]!.end <= at) low = middle + 1;
      else high = middle;
    }
    const piece = pieces[low];
    return piece !== undefined && piece.start <= at ? piece : undefined;
  }

  #startOf(at: number): number {
    const piece = this.#piece(at);
    if (piece === undefined) return this.#leaf.content.end;
    return piece.exact ? piece.source.start + at - piece.start : piece.source.start;
  }

  #endOf(at: number): number {
    const piece = this.#piece(at - 1);
    if (piece === undefined) return this.#leaf.content.start;
    if (piece.exact) return piece.source.start + at - piece.start;
    // Behind a line end stands what the next line begins with, in a quotation or an item.
    const next = this.#piece(at);
    const isLineEnd =
      piece.node.type === 'text' && next?.node === piece.node && this.#text[piece.source.end - 1] === '\n';
    return isLineEnd ? next.source.start : piece.source.end;
  }

  #spanOf(node: Nodes): Span {
    return spanIn(this.#leaf.offset, node);
  }

  /**
   * The source of a range of shown text, in stretches in which every sign that begins also ends.
   */
  #stretches(from: number, to: number): Span[] {
    const out: Span[] = [];
    const add = (span: Span, follows: boolean): void => {
      const last = out.at(-1);
      if (last !== undefined && (last.end === span.start || follows))
        out[out.length - 1] = { start: last.start, end: span.end };
      else out.push(span);
    };
    const visit = (node: Nodes): void => {
      if (!('children' in node)) return;
      /** Whether the stretch that was added last ends in this very node, so that what shows nothing may be in it. */
      let isOpen = false;
      for (const child of node.children as readonly PhrasingContent[]) {
        const shown = this.#leaf.shown.get(child);
        if (shown === undefined || shown.end <= from || shown.start >= to) {
          // What shows nothing parts nothing.
          if (shown === undefined || shown.start !== shown.end || child.type.startsWith('critic'))
            isOpen = false;
          continue;
        }
        const isWhole = shown.start >= from && shown.end <= to;
        if (child.type === 'text') {
          const start = this.#startOf(Math.max(from, shown.start));
          add({ start, end: this.#endOf(Math.min(to, shown.end)) }, isOpen);
          isOpen = true;
        } else if (isWhole && !child.type.startsWith('critic') && !hasMarks(child)) {
          add(this.#spanOf(child), isOpen);
          isOpen = true;
        } else if ('children' in child) {
          isOpen = false;
          visit(child);
        } else {
          add(this.#spanOf(child), isOpen);
          isOpen = true;
        }
      }
    };
    visit(this.#leaf.node);
    return out;
  }

  /** What stands around a place in the text, innermost last. */
  #path(at: number): Nodes[] {
    const piece = this.#piece(at);
    const path: Nodes[] = [];
    for (
      let node: Nodes | undefined = piece?.node;
      node !== undefined && node !== this.#leaf.node;
      node = this.#parents.get(node)
    )
      path.unshift(node);
    return path;
  }

  /** The place in the source behind a node and the comments on it. */
  #behind(node: Nodes): number {
    const parent = this.#parents.get(node);
    let { end } = this.#spanOf(node);
    if (parent === undefined || !('children' in parent)) return end;
    const siblings = parent.children as readonly Nodes[];
    for (let at = siblings.indexOf(node) + 1; siblings[at] !== undefined; at++) {
      const next = siblings[at]!;
      const isHalf =
        next.type === 'criticInsertion' && next.replaces && siblings[at - 1]!.type === 'criticDeletion';
      if (next.type !== 'criticComment' && !isHalf) break;
      end = this.#spanOf(next).end;
    }
    return end;
  }

  /** Where text is added that looks in a certain way, and what it looks like there. */
  #place(at: number, wanted: Look): { readonly at: number; readonly look: Look } {
    const left = at === 0 ? [] : this.#path(at - 1);
    const right = at >= this.#leaf.text.length ? [] : this.#path(at);
    let common = 0;
    while (common < left.length && common < right.length && left[common] === right[common]) common++;
    // Inside of one text.
    if (common > 0 && common === left.length && common === right.length)
      return { at: this.#endOf(at), look: lookOf(left) };
    const closed = (path: readonly Nodes[]): boolean =>
      path.slice(common).some(({ type }) => type === 'criticInsertion' || type === 'criticDeletion');
    const leftLook = lookOf(left);
    const rightLook = lookOf(right);
    if (at > 0 && alike(leftLook, wanted) && !closed(left)) {
      const last = left.at(-1)!;
      const end = this.#endOf(at);
      return {
        at: end === this.#spanOf(last).end && left.length - 1 === common ? this.#behind(last) : end,
        look: leftLook,
      };
    }
    if (right.length > 0 && alike(rightLook, wanted) && !closed(right))
      return { at: this.#startOf(at), look: rightLook };
    const look = lookOf(left.slice(0, common));
    if (left.length > common) return { at: this.#behind(left[common]!), look };
    if (right.length > common) return { at: this.#spanOf(right[common]!).start, look };
    return { at: this.#leaf.content.start, look };
  }

  // --- What is written there ---

  #surroundings(look: Look): Surroundings {
    const { threads } = this.#writing;
    const note = (key: string): string => this.#writing.note(key);
    return { look, inTable: this.#leaf.node.type === 'tableCell', threads, note };
  }

  #insert(edit: Extract<Edit, { kind: 'insert' }>): void {
    const { at, look } = this.#place(edit.at, wantedLook(edit));
    const markdown = dressed(markdownOf(edit.content, this.#surroundings(look)), edit, look);
    this.#point(at, inserted(markdown, edit.by) + remark(edit.remark), edit.seq);
  }

  #point(at: number, text: string, seq: number): void {
    this.#wraps.push({ start: at, end: at, seq, endSeq: seq, open: text, close: '' });
  }

  /** Marks a range as deleted; returns whether what takes its place was written with it. */
  #delete(
    edit: Extract<Edit, { kind: 'delete' }>,
    by: Extract<Edit, { kind: 'insert' }> | undefined,
  ): boolean {
    const stretches = this.#stretches(edit.from, edit.to).filter(({ start, end }) => end > start);
    const attributed = inserted('x', edit.by).slice('{++x++}'.length);
    const [only] = stretches;
    if (by !== undefined && only !== undefined && stretches.length === 1) {
      const old = this.#text.slice(only.start, only.end);
      const path = this.#path(edit.from);
      const inside = path.filter(
        (node) => this.#spanOf(node).start < only.start || this.#spanOf(node).end > only.end,
      );
      const look = lookOf(inside);
      const now = dressed(markdownOf(by.content, this.#surroundings(look)), by, look);
      const probe = substituted(old, now);
      if (probe.startsWith('{~~') && now !== '' && !isLess(look, wantedLook(by), by)) {
        const { seq, endSeq } = edit;
        this.#wraps.push({
          ...only,
          seq,
          endSeq: Math.max(endSeq, by.seq),
          open: '{~~',
          close: `${ending(old)}~>${probe.slice(probe.lastIndexOf('~>') + 2)}${attributed}${remark(edit.remark)}`,
        });
        return true;
      }
    }
    for (const [at, { start, end }] of stretches.entries()) {
      const says = at === stretches.length - 1 ? remark(edit.remark) : '';
      const { seq, endSeq } = edit;
      this.#wraps.push({
        start,
        end,
        seq,
        endSeq,
        open: '{--',
        close: `${ending(this.#text.slice(start, end))}--}${attributed}${says}`,
      });
    }
    return false;
  }

  /** Bold, italic or struck out now: where Markdown has a sign for it and can show it without doubt. */
  #format(edit: Extract<Edit, { kind: 'format' }>): void {
    const [only, ...more] = this.#stretches(edit.from, edit.to);
    const piece = this.#piece(edit.from);
    if (only === undefined || more.length > 0 || piece?.node.type !== 'text' || piece.end < edit.to) return;
    const look = lookOf(this.#path(edit.from));
    const { bold, italic, strike } = edit.format;
    // What is around it ends elsewhere: taking it off would touch more than these words.
    if ((look.bold && !bold) || (look.italic && !italic) || (look.strike && !strike)) return;
    const text = this.#text.slice(only.start, only.end);
    if (text !== text.trim() || /[\n`~]/.test(text)) return;
    const sign = (isNew: boolean, mark: string): string => (isNew ? mark : '');
    const open = sign(bold && !look.bold, '**') + sign(italic && !look.italic, '*');
    if (open === '') return;
    const probe = substituted(text, `${open}${text}${open}`, edit.by);
    if (!probe.startsWith('{~~')) return;
    const { seq, endSeq } = edit;
    this.#wraps.push({
      ...only,
      seq,
      endSeq,
      open: '{~~',
      close: `${probe.slice(3 + text.length)}${remark(edit.remark)}`,
    });
  }

  #settle(change: Change, accept: boolean): void {
    const { source, content, half } = change;
    const keeps = accept === (change.kind === 'insertion');
    const remove = (start: number, end: number): void => {
      if (end <= start) return;
      this.#removed.push({ start, end });
      this.#splices.push({ start, end, text: '', order: 0 });
    };
    if (half) {
      const other = this.#leaf.changes.find(
        (one) => one !== change && one.source.start === source.start && one.source.end === source.end,
      );
      const begin = change.kind === 'deletion' ? source.start : (other?.content.end ?? source.start);
      const end = change.kind === 'deletion' ? content.end : source.end;
      if (keeps) {
        remove(begin, content.start);
        if (end > content.end) remove(content.end, end);
      } else remove(begin, end);
      return;
    }
    if (!keeps) remove(source.start, source.end);
    else {
      remove(source.start, content.start);
      remove(content.end, source.end);
    }
  }

  #thread({ placed, replies, resolved }: Extract<Edit, { kind: 'thread' }>): void {
    const [first] = placed.comments;
    const last = placed.comments.at(-1)!;
    if ((first!.resolved ?? false) !== resolved) {
      const { author, date, text, source } = first!;
      const mark = commentMark({
        author,
        text,
        ...(date !== undefined && { date }),
        ...(resolved && { resolved }),
      });
      this.#splices.push({ ...source, text: mark, order: 0 });
    }
    if (replies.length > 0)
      this.#splices.push({
        start: last.source.end,
        end: last.source.end,
        text: replies.map(commentMark).join(''),
        order: -1,
      });
  }

  #comment({ from, to, thread, seq, endSeq }: Extract<Edit, { kind: 'comment' }>): void {
    const says = thread.map(commentMark).join('');
    const range = from < to ? this.#around(from, to) : undefined;
    if (range === undefined) {
      const { at } = this.#place(Math.min(from, this.#leaf.text.length), PLAIN);
      const directlyBehind = this.#text.slice(at - 3, at) === '<<}';
      this.#point(at, (directlyBehind ? '{====}' : '') + says, seq);
      return;
    }
    const wrap: Wrap = { ...range, seq, endSeq, open: '{==', close: `==}${says}` };
    // Round whole changes and other comments: none begins on one side and ends on the other.
    for (let isGrowing = true; isGrowing; ) {
      isGrowing = false;
      for (const other of this.#wraps) {
        const begins = compare(other.start, other.seq, wrap.start, wrap.seq);
        const ends = compare(other.end, other.endSeq, wrap.end, wrap.endSeq);
        const overlaps =
          compare(other.end, other.endSeq, wrap.start, wrap.seq) > 0 &&
          compare(other.start, other.seq, wrap.end, wrap.endSeq) < 0;
        if (!overlaps || begins >= 0 === ends <= 0) continue;
        if (begins < 0) [wrap.start, wrap.seq] = [other.start, other.seq - 0.001];
        else [wrap.end, wrap.endSeq] = [other.end, other.endSeq + 0.001];
        isGrowing = true;
      }
    }
    this.#wraps.push(wrap);
  }

  /** The source of a range of shown text as one stretch: it grows to what it begins or ends in. */
  #around(from: number, to: number): Span | undefined {
    const stretches = this.#stretches(from, to).filter(({ start, end }) => end > start);
    const [first] = stretches;
    const last = stretches.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (first === last) return first;
    let [start, end] = [first.start, last.end];
    // The innermost node that both ends are in; what of its children they lie in is taken whole.
    const left = this.#path(from);
    const right = this.#path(to - 1);
    let common = 0;
    while (common < left.length && common < right.length && left[common] === right[common]) common++;
    const [a, b] = [left[common], right[common]];
    if (a !== undefined && a.type !== 'text') start = Math.min(start, this.#spanOf(a).start);
    if (b !== undefined && b.type !== 'text')
      end = Math.max(end, b.type.startsWith('critic') ? this.#behind(b) : this.#spanOf(b).end);
    return { start, end };
  }

  #finished(): Splice[] {
    const events: {
      readonly at: number;
      readonly seq: number;
      readonly rank: number;
      readonly text: string;
    }[] = [];
    const isGone = (at: number, end: number): boolean =>
      this.#removed.some(
        (span) =>
          at >= span.start &&
          end <= span.end &&
          end > span.start &&
          at < span.end &&
          span.end > span.start + 2,
      );
    for (const { start, end, seq, endSeq, open, close } of this.#wraps) {
      if (start === end && close === '') events.push({ at: start, seq, rank: 0, text: open });
      else if (!isGone(start, end)) {
        events.push({ at: start, seq, rank: -(end - start), text: open });
        events.push({ at: end, seq: endSeq, rank: end - start, text: close });
      }
    }
    events.sort((a, b) => a.at - b.at || a.seq - b.seq || a.rank - b.rank);
    return [...this.#splices, ...events.map(({ at, text }, order) => ({ start: at, end: at, text, order }))];
  }
}

function compare(a: number, seqA: number, b: number, seqB: number): number {
  return a - b || seqA - seqB;
}

function seqOf(edit: Edit): number {
  return 'seq' in edit ? edit.seq : 0;
}

/** What keeps a backslash at the end of a text from escaping the sign that follows. */
function ending(text: string): string {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(-50)) ? '\\' : '';
}

function remark(text: string | undefined): string {
  return text === undefined ? '' : commentMark({ author: OURSELVES, text });
}

function hasMarks(node: Nodes): boolean {
  return node.type.startsWith('critic') || ('children' in node && node.children.some(hasMarks));
}

function lookOf(path: readonly Nodes[]): Look {
  const has = (...types: readonly string[]): boolean => path.some(({ type }) => types.includes(type));
  return {
    bold: has('strong'),
    italic: has('emphasis'),
    strike: has('delete'),
    link: has('link', 'linkReference'),
  };
}

function alike(a: Look, b: Look): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.link === b.link;
}

/** Markdown that was taken from elsewhere, with the signs that were around it there and are not here. */
function dressed(
  markdown: string,
  { content: [first] }: Extract<Edit, { kind: 'insert' }>,
  look: Look,
): string {
  if (first === undefined || !('look' in first) || first.look === undefined) return markdown;
  const signs = [
    first.look.bold && !look.bold ? '**' : '',
    first.look.italic && !look.italic ? '*' : '',
    first.look.strike && !look.strike ? '~~' : '',
  ];
  const text = markdown.trim();
  if (text === '') return markdown;
  const at = markdown.indexOf(text);
  return (
    markdown.slice(0, at) +
    signs.join('') +
    text +
    signs.reverse().join('') +
    markdown.slice(at + text.length)
  );
}

/** Whether Markdown that was taken from elsewhere would look otherwise inside what is around a place. */
function isLess(look: Look, wanted: Look, { content: [first] }: Extract<Edit, { kind: 'insert' }>): boolean {
  const isTaken = first !== undefined && 'look' in first;
  return (
    isTaken &&
    ((look.bold && !wanted.bold) ||
      (look.italic && !wanted.italic) ||
      (look.strike && !wanted.strike) ||
      look.link !== wanted.link)
  );
}

/** How added text looks where it looks the same throughout. */
function wantedLook(edit: Extract<Edit, { kind: 'insert' }>): Look {
  const [first] = edit.content;
  if (first !== undefined && 'look' in first && first.look !== undefined) return first.look;
  if (first === undefined || !('item' in first) || first.item.content.type !== 'text') return PLAIN;
  const { format, link } = first.item.content;
  return { bold: format.bold, italic: format.italic, strike: format.strike, link: link !== undefined };
}

/** Makes the changes: those at one place in their order, and what is taken out before what is put in. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, given) => ({ ...splice, given }))
    .sort((a, b) => a.start - b.start || a.order - b.order || a.given - b.given);
  let out = '';
  let at = 0;
  for (const { start, end, text: by } of sorted) {
    if (start > at) out += text.slice(at, start);
    out += by;
    at = Math.max(at, end, start);
  }
  return out + text.slice(at);
}
