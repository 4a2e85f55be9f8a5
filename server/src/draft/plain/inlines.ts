/**
 * Reads the most common inline markup without the parser (see `plain/index.ts`). Anything doubtful is left to the
 * parser.
 */
import type { Emphasis, PhrasingContent, Strong, Text } from 'mdast';
import type { Point, Position } from 'unist';
import {
  AMPERSAND,
  ASTERISK,
  BREAK,
  CARET,
  CLOSE,
  COLON,
  EXCLAMATION,
  OPEN,
  PARENTHESIS,
  RETURN,
  SPACE,
  TAB,
  UNDERSCORE,
} from '../codes';
import type { Labels } from '../labels';
import { isPlainAt } from './characters';
import { addressEnd, isEntity, isPlainInLine, joined, kindBeside } from './inline-characters';
import { footnoteLabelAt } from './labels';

/** The place of the text in its block. */
interface Origin {
  /** Offset of the block in the text. */
  readonly block: number;
  /** Line of the first character, from 1. */
  readonly line: number;
  /** Offset of the start of that line. */
  readonly lineStart: number;
  /** The prefix of each line after the first, such as the mark of a quotation. */
  readonly prefix?: string;
}

/** With more marks, a paragraph is left to the parser. Fewer than the limits of `parser/limits.ts`. */
const MOST_MARKS = 100;

interface Begun {
  readonly node: Emphasis | Strong;
  readonly marker: number;
  readonly length: number;
}

/**
 * The inline nodes of a paragraph from `start` to `end`, which are both next to characters that are not spaces: text,
 * footnote references, emphasis, links and images with plain text in them. Undefined where it may contain
 * anything else.
 *
 * @param labels of the draft
 */
export function inlinesIn(
  text: string,
  start: number,
  end: number,
  origin: Origin,
  labels: Labels | undefined,
): PhrasingContent[] | undefined {
  return new Inlines(text, start, end, origin, labels).read();
}

class Inlines {
  readonly #children: PhrasingContent[] = [];
  #begun: Begun | undefined;
  #at: number;
  #line: number;
  #lineStart: number;
  /** Where the current text node began. */
  #from: number;
  #fromPoint: Point;
  /** Start and end of each prefix that was left out of it. */
  #left: number[] = [];
  /** Where the content of the current line begins. */
  #lineFrom: number;
  #marks = 0;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
    private readonly origin: Origin,
    private readonly labels: Labels | undefined,
  ) {
    this.#at = start;
    this.#line = origin.line;
    this.#lineStart = origin.lineStart;
    this.#lineFrom = start;
    this.#from = start;
    this.#fromPoint = this.#point(start);
  }

  read(): PhrasingContent[] | undefined {
    const { text, end } = this;
    while (this.#at < end) {
      const at = this.#at;
      const code = text.charCodeAt(at);
      if (code === BREAK || code === RETURN) {
        if (!this.#readBreak(code)) return undefined;
      } else if (code === EXCLAMATION && text.charCodeAt(at + 1) === OPEN) {
        if (!this.#readLink(at + 1)) return undefined;
      } else if (isPlainAt(text, at)) this.#at++;
      else if (!this.#readMark(code)) return undefined;
    }
    if (this.#begun) return undefined;
    this.#addText(end);
    return this.#children;
  }

  #readMark(code: number): boolean {
    if (++this.#marks > MOST_MARKS) return false;
    switch (code) {
      case AMPERSAND:
        if (isEntity(this.text, this.#at)) return false;
        this.#at++;
        return true;
      case ASTERISK:
      case UNDERSCORE:
        return this.#readRun(code);
      case OPEN:
        return this.text.charCodeAt(this.#at + 1) === CARET ? this.#readNote() : this.#readLink(this.#at);
      default:
        return false;
    }
  }

  /** A line end. A lone CR is left to the parser. */
  #readBreak(code: number): boolean {
    const { text } = this;
    if (code === RETURN && text.charCodeAt(this.#at + 1) !== BREAK) return false;
    const after = this.#at + (code === RETURN ? 2 : 1);
    const { prefix } = this.origin;
    if (text.charCodeAt(this.#at - 1) === SPACE) return !prefix && this.#readHardBreak(after);
    this.#at = after;
    this.#line++;
    this.#lineStart = this.#at;
    // Without the prefix, the line still continues the paragraph.
    if (prefix && text.startsWith(prefix, this.#at)) {
      this.#left.push(this.#at, this.#at + prefix.length);
      this.#at += prefix.length;
    }
    this.#lineFrom = this.#at;
    return true;
  }

  /** A hard line break: two or more spaces before a line end. `after` is where the next line begins. */
  #readHardBreak(after: number): boolean {
    const { text } = this;
    let end = this.#at;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    if (this.#at - end < 2 || end <= this.#lineFrom || text.charCodeAt(end - 1) === TAB) return false;
    this.#addText(end);
    const start = this.#point(end);
    this.#line++;
    this.#lineStart = after;
    this.#lineFrom = after;
    this.#add({ type: 'break', position: { start, end: this.#point(after) } });
    this.#goOn(after);
    return true;
  }

  /** A run of asterisks or underscores: begins or ends emphasis, or is text. */
  #readRun(marker: number): boolean {
    const { text, start, end } = this;
    const at = this.#at;
    let next = at;
    while (next < end && text.charCodeAt(next) === marker) next++;
    const length = next - at;
    if (length > 2) return false;
    const before = kindBeside(at === start ? undefined : text[at - 1]);
    const after = kindBeside(next === end ? undefined : text[next]);
    const left = after === 'other' || (after === 'punctuation' && before !== 'other');
    const right = before === 'other' || (before === 'punctuation' && after !== 'other');
    const opens = marker === ASTERISK ? left : left && (before !== 'other' || !right);
    const closes = marker === ASTERISK ? right : right && (after !== 'other' || !left);
    if (opens && closes) return false;
    if (opens) {
      if (this.#begun) return false;
      this.#addText(at);
      const node: Emphasis | Strong = { type: length === 1 ? 'emphasis' : 'strong', children: [] };
      this.#begun = { node, marker, length };
      // The end is not known yet.
      node.position = this.#between(at, at);
    } else if (closes) {
      const begun = this.#begun;
      if (!begun || begun.marker !== marker || begun.length !== length) return false;
      this.#addText(at);
      if (begun.node.children.length === 0) return false;
      this.#begun = undefined;
      begun.node.position!.end = this.#point(next);
      this.#children.push(begun.node);
    } else {
      this.#at = next;
      return true;
    }
    this.#goOn(next);
    return true;
  }

  /** A footnote reference. Next to brackets and after an exclamation mark it may be something else. */
  #readNote(): boolean {
    const at = this.#at;
    const label = this.labels && footnoteLabelAt(this.text, at, this.labels);
    if (label === undefined) return false;
    const next = at + label.length + 3;
    // A footnote definition is no part of a paragraph.
    if (next > this.end || (this.text.charCodeAt(next) === COLON && at === this.#lineFrom)) return false;
    this.#addText(at);
    this.#add({
      type: 'footnoteReference',
      identifier: label.toLowerCase(),
      label,
      position: this.#between(at, next),
    });
    this.#goOn(next);
    return true;
  }

  /** A link or image with an address, or brackets that are text. `open` is the offset of the bracket. */
  #readLink(open: number): boolean {
    const { text, end, labels } = this;
    const isImage = open > this.#at;
    const at = this.#at;
    let close = open + 1;
    while (close < end && isPlainInLine(text, close)) close++;
    if (close >= end || text.charCodeAt(close) !== CLOSE) return false;
    const content = text.slice(open + 1, close);
    const follows = close + 1 < end ? text.charCodeAt(close + 1) : Number.NaN;
    if (follows === PARENTHESIS) {
      const ends = addressEnd(text, close + 2, end);
      if (ends === undefined) return false;
      this.#addText(at);
      const position = this.#between(at, ends + 1);
      const url = text.slice(close + 2, ends);
      if (isImage) this.#add({ type: 'image', title: null, url, alt: content, position });
      else {
        if (content.trim() !== content || content === '') return false;
        const words: Text = { type: 'text', value: content, position: this.#between(open + 1, close) };
        this.#add({ type: 'link', title: null, url, children: [words], position });
      }
      this.#goOn(ends + 1);
      return true;
    }
    if (isImage || !labels || follows === OPEN || follows === COLON || content.trim() === '') return false;
    if (labels.has(`=${content.replace(/ +/g, ' ').trim().toLowerCase().toUpperCase()}`)) return false;
    this.#at = close + 1;
    return true;
  }

  #addText(end: number): void {
    const from = this.#from;
    if (end === from) return;
    // Text that ends with a line ends before the prefix of the next line.
    const last = this.#left.length > 0 && end === this.#lineFrom ? this.#lineStart : end;
    const position = { start: this.#fromPoint, end: this.#point(last) };
    const { value, pieces } = joined(this.text, [from, ...this.#left, end]);
    this.#left = [];
    const isAsWritten = value.length === last - from;
    this.#add({ type: 'text', value, position, ...(!isAsWritten && { data: { pieces } }) });
  }

  #add(node: PhrasingContent): void {
    (this.#begun ? this.#begun.node.children : this.#children).push(node);
  }

  #goOn(at: number): void {
    this.#at = at;
    this.#from = at;
    this.#fromPoint = this.#point(at);
  }

  #between(start: number, end: number): Position {
    return { start: this.#point(start), end: this.#point(end) };
  }

  #point(at: number): Point {
    return { line: this.#line, column: at - this.#lineStart + 1, offset: at - this.origin.block };
  }
}
