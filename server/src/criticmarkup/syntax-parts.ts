import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types';
import { memoized } from '../util/memoize';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    criticBreak: 'criticBreak';
    criticComment: 'criticComment';
    criticCommentData: 'criticCommentData';
    criticDeletion: 'criticDeletion';
    criticDivider: 'criticDivider';
    criticEnd: 'criticEnd';
    criticHighlight: 'criticHighlight';
    criticInsertion: 'criticInsertion';
    criticMarker: 'criticMarker';
    criticReplacement: 'criticReplacement';
    criticStart: 'criticStart';
  }
  interface Token {
    /** Of a delimiter of a change: the character that it has twice. */
    _critic?: number;
  }
}

export const SPACE = 32;
export const PLUS = 43;
export const HYPHEN = 45;
export const LESS = 60;
export const EQUALS = 61;
const GREATER = 62;
export const BACKSLASH = 92;
export const OPEN = 123;
const CLOSE = 125;
export const TILDE = 126;

/** The state of reading a text. */
export interface Known {
  /** How many changes may be open, by the character of their delimiters. */
  readonly begun: Map<Code, number>;
  /** How many events were looked back on so far. */
  lookedBack: number;
  /** How many changes and highlights have begun. */
  marks: number;
  /** Whether no comment ends from here on. */
  isEndless: boolean;
  /** The end of the last word that was searched for CriticMarkup, and whether it has any. */
  word: { readonly end: number; readonly hasMarks: boolean };
}

export const known = memoized(
  (_context: TokenizeContext): Known => ({
    begun: new Map(),
    lookedBack: 0,
    marks: 0,
    isEndless: false,
    word: { end: 0, hasMarks: false },
  }),
);

/**
 * The next characters of the line, `length` at most. Looking ahead before a construct is tried saves time, as micromark
 * splits the text for each construct, and joining it again moves all later events.
 */
export function ahead(context: TokenizeContext, length: number): string {
  const start = context.now();
  const end = { ...start, _bufferIndex: start._bufferIndex + length };
  const [chunk] = start._bufferIndex < 0 ? [] : context.sliceStream({ start, end });
  return typeof chunk === 'string' ? chunk : '';
}

/** Matches one character for each of `takes`, which also get the character before. */
function sequence(...takes: readonly ((code: Code, before: Code) => boolean)[]): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let at = 0;
      let before: Code = null;
      const next: State = (code) => {
        if (!takes[at++]!(code, before)) return nok(code);
        before = code;
        effects.consume(code);
        return at < takes.length ? next : ok;
      };
      return next;
    },
  };
}

const is = (wanted: number) => (code: Code) => code === wanted;
const beginsChange = (code: Code) => code === PLUS || code === HYPHEN || code === TILDE || code === EQUALS;
export const beginsMark = (code: Code) => beginsChange(code) || code === GREATER;
const isTwice = (code: Code, before: Code) => code === before;

export const commentStart = sequence(is(OPEN), is(GREATER), is(GREATER));
export const commentEnd = sequence(is(LESS), is(LESS), is(CLOSE));
export const changeStart = sequence(is(OPEN), beginsChange, isTwice);
export const anyStart = sequence(is(OPEN), beginsMark, isTwice);
export const anyEnd = sequence(beginsMark, isTwice, is(CLOSE));
export const anyDivider = sequence(is(TILDE), is(GREATER));

export function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}
