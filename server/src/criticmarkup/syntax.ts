import { resolveAll } from 'micromark-util-resolve-all';
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

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
    /** Of what begins or ends a change: the character that it has twice. */
    _critic?: number;
  }
}

/*
 * CriticMarkup inside a paragraph, a heading or a cell (https://github.com/CriticMarkup/CriticMarkup-toolkit). A change
 * ends at the first end of its kind that follows, and what stands between is read as if it stood alone; so emphasis or a
 * link begins and ends on the same side of it. A comment is text up to its end, whatever is in it.
 */

/** Whether a text may have CriticMarkup: without one of these, none is looked for. */
export function mayHaveMarks(text: string): boolean {
  return /\{(?:\+\+|--|~~|==|>>)/.test(text);
}

const SPACE = 32;
const PLUS = 43;
const HYPHEN = 45;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const TILDE = 126;

const GROUPS: Readonly<Record<number, TokenType>> = {
  [PLUS]: 'criticInsertion',
  [HYPHEN]: 'criticDeletion',
  [EQUALS]: 'criticHighlight',
};

/** What all ends in a text may look back on, in the parser's events: beyond, they are plain characters. */
const MOST_LOOKED_BACK = 2_000_000;

/** What is known of a text while it is read. */
interface Known {
  /** How many changes have begun at most that may still end, by their character. */
  readonly begun: Map<Code, number>;
  lookedBack: number;
  /** Whether no comment ends from here on. */
  isEndless: boolean;
  /** Up to where the last word reaches that was looked through for CriticMarkup, and whether it has any. */
  word: { readonly end: number; readonly hasMarks: boolean };
}

const knownOf = new WeakMap<TokenizeContext, Known>();

function known(context: TokenizeContext): Known {
  let so = knownOf.get(context);
  if (so === undefined) {
    so = { begun: new Map(), lookedBack: 0, isEndless: false, word: { end: 0, hasMarks: false } };
    knownOf.set(context, so);
  }
  return so;
}

/** Takes the characters that `takes` says, one for each. */
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
const beginsMark = (code: Code) =>
  code === PLUS || code === HYPHEN || code === TILDE || code === EQUALS || code === GREATER;
const isTwice = (code: Code, before: Code) => code === before;

const commentStart = sequence(is(OPEN), is(GREATER), is(GREATER));
const commentEnd = sequence(is(LESS), is(LESS), is(CLOSE));
const anyStart = sequence(is(OPEN), beginsMark, isTwice);
const anyEnd = sequence(beginsMark, isTwice, is(CLOSE));
const anyDivider = sequence(is(TILDE), is(GREATER));

const comment: Construct = {
  name: 'criticComment',
  tokenize(effects, ok, nok) {
    const so = known(this);
    const marker = (construct: Construct, then: State) => {
      effects.enter('criticMarker');
      return effects.attempt(
        construct,
        (code) => {
          effects.exit('criticMarker');
          return then(code);
        },
        nok,
      );
    };
    const between: State = (code) => {
      if (code === null) {
        so.isEndless = true;
        return nok(code);
      }
      if (code === LESS) return effects.check(commentEnd, end, text)(code);
      if (!isLineEnd(code)) return text(code);
      effects.enter('criticBreak');
      effects.consume(code);
      effects.exit('criticBreak');
      return between;
    };
    const text: State = (code) => {
      effects.enter('criticCommentData');
      effects.consume(code);
      return code === BACKSLASH ? escaped : more;
    };
    const more: State = (code) => {
      if (code === null || code === LESS || isLineEnd(code)) {
        effects.exit('criticCommentData');
        return between(code);
      }
      effects.consume(code);
      return code === BACKSLASH ? escaped : more;
    };
    const escaped: State = (code) => {
      if (code !== LESS && code !== BACKSLASH) return more(code);
      effects.consume(code);
      return more;
    };
    const end: State = (code) =>
      marker(commentEnd, (after) => {
        effects.exit('criticComment');
        return ok(after);
      })(code);
    return (code) => {
      if (so.isEndless) return nok(code);
      effects.enter('criticComment');
      return marker(commentStart, between)(code);
    };
  },
};

const start: Construct = {
  name: 'criticStart',
  resolveAll: resolveLeft,
  tokenize(effects, ok, nok) {
    const so = known(this);
    let mark: Code = null;
    const second: State = (code) => {
      if (code !== mark) return nok(code);
      effects.consume(code);
      effects.exit('criticStart')._critic = code!;
      so.begun.set(code, (so.begun.get(code) ?? 0) + 1);
      return ok;
    };
    const first: State = (code) => {
      if (!beginsMark(code) || code === GREATER) return nok(code);
      mark = code;
      effects.consume(code);
      return second;
    };
    return (code) => {
      effects.enter('criticStart');
      effects.consume(code);
      return first;
    };
  },
};

/** `++}`, `--}`, `~~}` and `==}` where what they end has begun. */
const end: Construct = {
  name: 'criticEnd',
  resolveAll: resolveLeft,
  resolveTo: resolveToEnd,
  tokenize(effects, ok, nok) {
    const so = known(this);
    let mark: number;
    const last: State = (code) => {
      if (code !== CLOSE) return nok(code);
      const begun = startBefore(this.events, this.events.length, mark, so);
      if (begun === undefined) {
        so.begun.delete(mark);
        return nok(code);
      }
      if (mark === TILDE && dividerAfter(this.events, begun) === undefined) return nok(code);
      effects.consume(code);
      effects.exit('criticEnd')._critic = mark;
      so.begun.set(mark, so.begun.get(mark)! - 1);
      return ok;
    };
    const second: State = (code) => {
      if (code !== mark) return nok(code);
      effects.consume(code);
      return last;
    };
    return (code) => {
      if (!so.begun.get(code)) return nok(code);
      mark = code!;
      effects.enter('criticEnd');
      effects.consume(code);
      return second;
    };
  },
};

/** `~>` between what is replaced and what replaces it. */
const divider: Construct = {
  name: 'criticDivider',
  resolveAll: resolveLeft,
  tokenize(effects, ok, nok) {
    const so = known(this);
    const second: State = (code) => {
      if (code !== GREATER) return nok(code);
      const begun = startBefore(this.events, this.events.length, TILDE, so);
      if (begun === undefined) so.begun.delete(TILDE);
      if (begun === undefined || dividerAfter(this.events, begun) !== undefined) return nok(code);
      effects.consume(code);
      effects.exit('criticDivider');
      return ok;
    };
    return (code) => {
      if (!so.begun.get(TILDE)) return nok(code);
      effects.enter('criticDivider');
      effects.consume(code);
      return second;
    };
  },
};

/** The place after the start of the nearest change of a kind that is not inside anything, before `from`. */
function startBefore(events: readonly Event[], from: number, mark: number, so?: Known): number | undefined {
  let depth = 0;
  for (let at = from - 1; at >= 0; at--) {
    if (so !== undefined && ++so.lookedBack > MOST_LOOKED_BACK) return undefined;
    const [kind, token] = events[at]!;
    if (kind === 'exit' && depth === 0 && token.type === 'criticStart' && token._critic === mark)
      return at + 1;
    depth += kind === 'exit' ? 1 : -1;
    // What is being read now has no end yet.
    if (depth < 0) depth = 0;
  }
  return undefined;
}

/** Where the first divider after `from` is that is not inside anything. */
function dividerAfter(events: readonly Event[], from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < events.length; at++) {
    const [kind, token] = events[at]!;
    if (kind === 'exit') depth--;
    else if (depth++ === 0 && token.type === 'criticDivider' && events[at + 1]?.[0] === 'exit') return at;
  }
  return undefined;
}

/** Makes one of a change, from its start to the end that was just read. */
function resolveToEnd(events: Event[], context: TokenizeContext): Event[] {
  const last = events.length - 2;
  const ends = events[last]![1];
  const mark = ends._critic!;
  const from = startBefore(events, last, mark)!;
  const starts = events[from - 1]![1];
  const part = (type: TokenType, first: Token, begin: number, close: number, until: Token): Event[] => {
    const group: Token = { type, start: { ...first.start }, end: { ...until.start } };
    const inside = events.slice(begin, close);
    // No link begins in a change and ends behind it.
    for (const [, token] of inside) {
      if (token.type === 'labelLink' || token.type === 'labelImage') token._balanced = true;
    }
    const marker: Token = { type: 'criticMarker', start: { ...first.start }, end: { ...first.end } };
    const resolved = resolveAll(context.parser.constructs.insideSpan.null as Construct[], inside, context);
    const before: Event[] = [
      ['enter', group, context],
      ['enter', marker, context],
      ['exit', marker, context],
    ];
    return before.concat(resolved, [['exit', group, context]]);
  };
  let made: Event[] = [];
  let begin = from;
  let first = starts;
  if (mark === TILDE) {
    const between = dividerAfter(events, from)!;
    const divides = events[between]![1];
    made = part('criticDeletion', first, begin, between, divides);
    begin = between + 2;
    first = divides;
  }
  const rest = part(GROUPS[mark] ?? 'criticReplacement', first, begin, last, ends);
  const [, group] = rest[0]!;
  group.end = { ...ends.end };
  ends.type = 'criticMarker';
  rest.splice(-1, 0, events[last]!, events[last + 1]!);
  events.length = from - 2;
  for (const event of made) events.push(event);
  for (const event of rest) events.push(event);
  return events;
}

/** What begins a change that never ends, and what divides none, is text. */
function resolveLeft(events: Event[]): Event[] {
  for (const [, token] of events) {
    if (token.type === 'criticStart' || token.type === 'criticDivider') token.type = 'data';
  }
  return events;
}

function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

export const criticMarkup: Extension = {
  text: {
    [PLUS]: end,
    [HYPHEN]: end,
    [EQUALS]: end,
    [OPEN]: [comment, start],
    [TILDE]: [end, divider],
  },
};

/** Looks for CriticMarkup up to the next space. */
const markInWord: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const so = known(this);
    const found: State = (code) => {
      so.word = { end: this.now().offset, hasMarks: true };
      return ok(code);
    };
    const next: State = (code) => {
      if (code === null || code < 0 || code === SPACE) {
        so.word = { end: this.now().offset, hasMarks: false };
        return nok(code);
      }
      if (code === OPEN) return effects.check(anyStart, found, take)(code);
      if (so.begun.size === 0 || !beginsMark(code)) return take(code);
      return effects.check(anyEnd, found, effects.check(anyDivider, found, take))(code);
    };
    const take: State = (code) => {
      effects.consume(code);
      return next;
    };
    return next;
  },
};

/**
 * A construct that leaves alone a word with CriticMarkup in it. An address without brackets would take what begins or
 * ends a change for a part of itself.
 */
export function exceptBesideMarks(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const so = known(this);
      const inner = construct.tokenize.call(this, effects, ok, nok);
      const decided: State = (code) => (so.word.hasMarks ? nok(code) : inner(code));
      return (code) =>
        this.now().offset < so.word.end ? decided(code) : effects.check(markInWord, decided, decided)(code);
    },
  };
}
