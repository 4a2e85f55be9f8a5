import type { Nodes } from 'mdast';
import { braceAtEnd, commentMark, inserted, substituted } from '../criticmarkup/serialize';
import type { Draft, Span } from '../draft/types';
import { NAME } from '../util/version';
import { looksDifferent, wantedLook, withOriginalMarkup } from './added-looks';
import { same } from './edits';
import { type FragmentContext, markdownOf } from './fragments';
import { replaceIndivisible } from './indivisible';
import type { Leaf } from './leaves';
import { lookOf, Places } from './places';
import type { Splice } from './splices';
import type { Answer, Delete, Edit, Insert, Look, Reformat, Remark } from './types';

export interface Writing extends Omit<FragmentContext, 'look' | 'inTable'> {
  readonly draft: Draft;
  /** Source that is taken out, in which nothing is written. */
  readonly removed: readonly Span[];
}

/** A stretch of source that marks go round. */
interface Wrap {
  start: number;
  end: number;
  seq: number;
  endSeq: number;
  readonly open: string;
  readonly close: string;
  /** Whether it is a comment, to which another directly behind it would be a reply. */
  readonly isComment?: true;
}

/** Writes what was done to a leaf into its source as CriticMarkup. */
export function writeEdits(leaf: Leaf, edits: readonly Edit[], writing: Writing): Splice[] {
  return new LeafWriter(leaf, writing).write(edits);
}

/** Whether something is added behind what is deleted, by the same person in one go. */
function isInPlace(edit: Edit | undefined, gone: Delete): edit is Insert {
  return edit?.kind === 'insert' && edit.at === gone.to && same(edit.by, gone.by);
}

const EMPHASIS: ReadonlySet<string> = new Set(['text', 'strong', 'emphasis']);

class LeafWriter {
  readonly #places: Places;
  readonly #splices: Splice[] = [];
  readonly #wraps: Wrap[] = [];

  constructor(
    private readonly leaf: Leaf,
    private readonly writing: Writing,
  ) {
    this.#places = new Places(leaf, writing.draft.text);
  }

  write(edits: readonly Edit[]): Splice[] {
    const whole = replaceIndivisible(this.leaf, edits);
    for (const edit of whole) if (edit.kind === 'thread') this.#thread(edit);
    const inserts: Insert[] = [];
    for (let at = 0; at < whole.length; at++) {
      const edit = whole[at]!;
      if (edit.kind === 'delete') {
        const next = whole[at + 1];
        if (this.#delete(edit, isInPlace(next, edit) ? next : undefined)) at++;
      } else if (edit.kind === 'insert') {
        const next = whole[at + 1];
        // LibreOffice puts what is new in front of what it takes the place of.
        const isBefore = next?.kind === 'delete' && next.from === edit.at && same(next.by, edit.by);
        if (isBefore && !isInPlace(whole[at + 2], next)) {
          at++;
          if (this.#delete(next, edit)) continue;
        }
        inserts.push(edit);
      } else if (edit.kind === 'format') this.#format(edit);
    }
    // Where they stand depends on what is deleted around them.
    for (const edit of inserts) this.#insert(edit);
    for (const edit of whole) if (edit.kind === 'comment') this.#comment(edit);
    return this.#finished();
  }

  get #text(): string {
    return this.writing.draft.text;
  }

  #fragmentContext(look: Look): FragmentContext {
    const { node, shown } = this.leaf;
    // A heading is bold by itself, and LibreOffice says so of each word in it.
    const isPlainHeading =
      node.type === 'heading' && ![...shown.keys()].some(({ type }) => type === 'strong');
    const bold = look.bold || isPlainHeading;
    return { look: { ...look, bold }, inTable: node.type === 'tableCell', ...this.writing };
  }

  #insert(edit: Insert): void {
    const { at, look, seq } = this.#placeOf(edit);
    const markdown = withOriginalMarkup(markdownOf(edit.content, this.#fragmentContext(look)), edit, look);
    this.#point(at, inserted(markdown, edit.by) + remark(edit.remark), seq);
  }

  /** Where text is added: never in what is deleted, with which it would go, but beside that. */
  #placeOf(edit: Insert): {
    readonly at: number;
    readonly look: Look;
    readonly seq: number;
  } {
    const { seq } = edit;
    const gone = this.leaf.changes.find(
      ({ kind, text }) => kind === 'deletion' && text.start < edit.at && edit.at < text.end,
    );
    if (gone !== undefined) {
      const { source } = gone;
      return { at: source.end, look: lookOf(this.#pathRound(edit.at, source)), seq };
    }
    const place = this.#places.place(edit.at, wantedLook(edit));
    const wrap = this.#wraps.find(
      (one) =>
        compare(one.start, one.seq, place.at, seq) < 0 && compare(place.at, seq, one.end, one.endSeq) < 0,
    );
    if (wrap === undefined) return { ...place, seq };
    const isBefore = seq < wrap.seq;
    const look = lookOf(this.#pathRound(isBefore ? edit.at : edit.at - 1, wrap));
    return isBefore
      ? { at: wrap.start, look, seq }
      : { at: wrap.end, look, seq: Math.max(seq, wrap.endSeq + 0.001) };
  }

  /** What a place in the text stands in, of what goes beyond a stretch of source. */
  #pathRound(at: number, { start, end }: Span): Nodes[] {
    return this.#places.path(at).filter((node) => {
      const own = this.#places.spanOf(node);
      return own.start < start || own.end > end;
    });
  }

  #point(at: number, text: string, seq: number): void {
    this.#wraps.push({ start: at, end: at, seq, endSeq: seq, open: text, close: '' });
  }

  /** Marks a range as deleted; returns whether what takes its place was written with it. */
  #delete(edit: Delete, by: Insert | undefined): boolean {
    const stretches = this.#places.stretches(edit.from, edit.to);
    const attributed = inserted('x', edit.by).slice('{++x++}'.length);
    const [only] = stretches;
    // In what is marked as deleted, nothing takes the place of anything: it would go with it.
    const isGone = this.#places.path(edit.from).some(({ type }) => type === 'criticDeletion');
    if (by !== undefined && only !== undefined && stretches.length === 1 && !isGone) {
      const old = this.#text.slice(only.start, only.end);
      const look = lookOf(this.#pathRound(edit.from, only));
      const now = withOriginalMarkup(markdownOf(by.content, this.#fragmentContext(look)), by, look);
      const probe = substituted(old, now);
      if (probe.startsWith('{~~') && now !== '' && !looksDifferent(look, wantedLook(by), by)) {
        const { seq, endSeq } = edit;
        this.#wraps.push({
          ...only,
          seq: Math.min(seq, by.seq),
          endSeq: Math.max(endSeq, by.seq),
          open: '{~~',
          close: `${ending(old)}~>${probe.slice(probe.lastIndexOf('~>') + 2)}${attributed}${remark(edit.remark)}`,
        });
        return true;
      }
    }
    for (const [at, { start, end }] of stretches.entries()) {
      const remarked = at === stretches.length - 1 ? remark(edit.remark) : '';
      const { seq, endSeq } = edit;
      this.#wraps.push({
        start,
        end,
        seq,
        endSeq,
        open: '{--',
        close: `${ending(this.#text.slice(start, end))}--}${attributed}${remarked}`,
      });
    }
    return false;
  }

  /** Bold or italic now, or no longer: where Markdown can show it without doubt. */
  #format(edit: Reformat): void {
    const shown = this.leaf.text.slice(edit.from, edit.to);
    const from = edit.from + shown.length - shown.trimStart().length;
    const to = from + shown.trim().length;
    const [only, ...more] = this.#places.stretches(from, to);
    const piece = this.#places.piece(from);
    if (only === undefined || more.length > 0 || piece?.node.type !== 'text' || piece.end < to) return;
    const path = this.#places.path(from);
    const [look, around] = [lookOf(path), lookOf(this.#pathRound(from, only))];
    const { bold, italic, strike } = edit.format;
    // What is around it ends elsewhere: taking it off would touch more than these words.
    if ((around.bold && !bold) || (around.italic && !italic) || look.strike !== strike) return;
    if (look.bold === bold && look.italic === italic) return;
    const text = this.#text.slice(only.start, only.end);
    const words = this.#text.slice(this.#places.startOf(from), this.#places.endOf(to));
    const isPlain = path.every((node) => EMPHASIS.has(node.type) || this.#places.spanOf(node).end > only.end);
    if (!isPlain || words !== words.trim() || /[\n`~]/.test(text)) return;
    const sign = (isNew: boolean, mark: string): string => (isNew ? mark : '');
    const open = sign(bold && !around.bold, '**') + sign(italic && !around.italic, '*');
    const probe = substituted(text, `${open}${words}${open}`, edit.by);
    if (!probe.startsWith('{~~')) return;
    const { seq, endSeq } = edit;
    this.#wraps.push({
      ...only,
      seq,
      endSeq,
      open: '{~~',
      close: `${ending(text)}${probe.slice(probe.indexOf('~>'))}${remark(edit.remark)}`,
    });
  }

  #thread({ placed, replies, resolved }: Answer): void {
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

  #comment({ from, to, thread, seq, endSeq }: Remark): void {
    const marks = thread.map(commentMark).join('');
    const range = from < to ? this.#places.around(from, to) : undefined;
    if (range === undefined) {
      const at = this.#places.pointAt(Math.min(from, this.leaf.text.length));
      const directlyBehind = this.#text.slice(at - 3, at) === '<<}';
      const open = (directlyBehind ? '{====}' : '') + marks;
      this.#wraps.push({ start: at, end: at, seq, endSeq: seq, open, close: '', isComment: true });
      return;
    }
    const wrap: Wrap = { ...range, seq, endSeq, open: '{==', close: `==}${marks}`, isComment: true };
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

  #finished(): Splice[] {
    const events: {
      readonly at: number;
      readonly seq: number;
      readonly rank: number;
      readonly text: string;
      readonly isComment?: true | undefined;
    }[] = [];
    const isGone = (from: number, to: number): boolean =>
      this.writing.removed.some(({ start, end }) => start <= from && to <= end && from < to);
    const braces = new Set<number>();
    for (const { start, end, seq, endSeq, open, close, isComment } of this.#wraps) {
      if (start === end && close === '') events.push({ at: start, seq, rank: 0, text: open, isComment });
      else if (!isGone(start, end)) {
        events.push({ at: start, seq, rank: -(end - start), text: open });
        events.push({ at: end, seq: endSeq, rank: end - start, text: close, isComment });
        const brace = braceAtEnd(this.#text.slice(start, end));
        if (brace !== undefined) braces.add(start + brace);
      }
    }
    // Behind all that stands at its place.
    for (const at of braces) events.push({ at, seq: Number.POSITIVE_INFINITY, rank: 0, text: '\\' });
    events.sort((a, b) => a.at - b.at || a.seq - b.seq || a.rank - b.rank);
    const splices = events.map(({ at, text }, order) => {
      const last = events[order - 1];
      const isReply = last?.isComment && last.at === at && text.startsWith('{>>');
      return { start: at, end: at, text: isReply ? `{====}${text}` : text, order };
    });
    return [...this.#splices, ...splices];
  }
}

function compare(a: number, seqA: number, b: number, seqB: number): number {
  return a - b || seqA - seqB;
}

/** What keeps a backslash at the end of a text from escaping the sign that follows. */
function ending(text: string): string {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(-50)) ? '\\' : '';
}

function remark(text: string | undefined): string {
  return text === undefined ? '' : commentMark({ author: NAME, text });
}
