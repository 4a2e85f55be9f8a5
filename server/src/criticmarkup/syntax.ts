import { resolveAll } from 'micromark-util-resolve-all';
import type {
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';
import { comment } from './syntax-comment';
import {
  ahead,
  anyDivider,
  anyEnd,
  changeStart,
  EQUALS,
  HYPHEN,
  type Known,
  known,
  OPEN,
  PLUS,
  TILDE,
} from './syntax-parts';

/*
 * CriticMarkup inside a paragraph, a heading or a cell (https://github.com/CriticMarkup/CriticMarkup-toolkit). A change
 * ends at the next closing delimiter of its kind. Its content is read by itself, so that emphasis and links lie either
 * inside or outside. A comment is plain text up to its end.
 */

/** Whether a text may have CriticMarkup, which is not looked for otherwise. */
export function mayHaveMarks(text: string): boolean {
  return /\{(?:\+\+|--|~~|==|>>)/.test(text);
}

const GROUPS: Readonly<Record<number, TokenType>> = {
  [PLUS]: 'criticInsertion',
  [HYPHEN]: 'criticDeletion',
  [EQUALS]: 'criticHighlight',
};

/**
 * How many events of the parser all closing delimiters of a text may look back on; those beyond are text. One that closes
 * nothing costs all events, which the parser moves to join the text again.
 */
const MOST_LOOKED_BACK = 2_000_000;

/** The most changes and highlights of a text. */
const MOST_MARKS = 20_000;

const start: Construct = {
  name: 'criticStart',
  previous() {
    const { lookedBack, marks } = known(this);
    return (
      marks < MOST_MARKS && lookedBack <= MOST_LOOKED_BACK && /^\{(?:\+\+|--|~~|==)/.test(ahead(this, 3))
    );
  },
  resolveAll: resolveUnmatched,
  tokenize(effects, ok, nok) {
    const so = known(this);
    const begun: State = (code) => {
      const mark = this.previous!;
      effects.exit('criticStart')._critic = mark;
      so.begun.set(mark, (so.begun.get(mark) ?? 0) + 1);
      so.marks++;
      return ok(code);
    };
    return (code) => {
      if (so.marks >= MOST_MARKS) return nok(code);
      effects.enter('criticStart');
      return effects.attempt(changeStart, begun, nok)(code);
    };
  },
};

/** Whether a change of a kind may be open, within what may be looked back on. */
function mayEnd(context: TokenizeContext, mark: number): boolean {
  const { begun, lookedBack } = known(context);
  return lookedBack <= MOST_LOOKED_BACK && (begun.get(mark) ?? 0) > 0;
}

/** `++}`, `--}`, `~~}` and `==}`, if their change is open. */
const end: Construct = {
  name: 'criticEnd',
  previous() {
    const text = ahead(this, 3);
    return /^(?:\+\+|--|~~|==)\}/.test(text) && mayEnd(this, text.charCodeAt(0));
  },
  resolveAll: resolveUnmatched,
  resolveTo: resolveToEnd,
  tokenize(effects, ok, nok) {
    const so = known(this);
    let mark: number;
    const ended: State = (code) => {
      const begun = startBefore(this.events, this.events.length, mark, so);
      if (begun === undefined) {
        so.begun.delete(mark);
        return nok(code);
      }
      if (mark === TILDE && dividerAfter(this.events, begun) === undefined) {
        so.lookedBack += this.events.length;
        return nok(code);
      }
      effects.exit('criticEnd')._critic = mark;
      so.begun.set(mark, so.begun.get(mark)! - 1);
      return ok(code);
    };
    return (code) => {
      if (!so.begun.get(code)) return nok(code);
      mark = code!;
      effects.enter('criticEnd');
      return effects.attempt(anyEnd, ended, nok)(code);
    };
  },
};

/** `~>` between the old and the new text of a replacement. */
const divider: Construct = {
  name: 'criticDivider',
  previous() {
    return ahead(this, 2) === '~>' && mayEnd(this, TILDE);
  },
  resolveAll: resolveUnmatched,
  tokenize(effects, ok, nok) {
    const so = known(this);
    const divided: State = (code) => {
      const begun = startBefore(this.events, this.events.length, TILDE, so);
      if (begun === undefined) so.begun.delete(TILDE);
      if (begun === undefined || dividerAfter(this.events, begun) !== undefined) {
        so.lookedBack += this.events.length;
        return nok(code);
      }
      effects.exit('criticDivider');
      return ok(code);
    };
    return (code) => {
      if (!so.begun.get(TILDE)) return nok(code);
      effects.enter('criticDivider');
      return effects.attempt(anyDivider, divided, nok)(code);
    };
  },
};

/** The position after the opening delimiter of the last open change of a kind before `from` that is not nested. */
function startBefore(events: readonly Event[], from: number, mark: number, so?: Known): number | undefined {
  let depth = 0;
  for (let at = from - 1; at >= 0; at--) {
    if (so !== undefined && ++so.lookedBack > MOST_LOOKED_BACK) return undefined;
    const [kind, token] = events[at]!;
    if (kind === 'exit' && depth === 0 && token.type === 'criticStart' && token._critic === mark)
      return at + 1;
    depth += kind === 'exit' ? 1 : -1;
    // The construct that is being read has not ended yet.
    if (depth < 0) depth = 0;
  }
  return undefined;
}

/** The position of the first divider after `from` that is not nested. */
function dividerAfter(events: readonly Event[], from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < events.length; at++) {
    const [kind, token] = events[at]!;
    if (kind === 'exit') depth--;
    else if (depth++ === 0 && token.type === 'criticDivider' && events[at + 1]?.[0] === 'exit') return at;
  }
  return undefined;
}

/** Joins the events of a change, from its opening delimiter to the closing one that was just read. */
function resolveToEnd(events: Event[], context: TokenizeContext): Event[] {
  const last = events.length - 2;
  const ends = events[last]![1];
  const mark = ends._critic!;
  const from = startBefore(events, last, mark)!;
  const starts = events[from - 1]![1];
  const part = (type: TokenType, first: Token, begin: number, close: number, until: Token): Event[] => {
    const group: Token = { type, start: { ...first.start }, end: { ...until.start } };
    const inside = events.slice(begin, close);
    // A link that begins in a change cannot end behind it.
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

/** Makes opening delimiters and dividers of no change text. */
function resolveUnmatched(events: Event[]): Event[] {
  for (const [, token] of events) {
    if (token.type === 'criticStart' || token.type === 'criticDivider') token.type = 'data';
  }
  return events;
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
