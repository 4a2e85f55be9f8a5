import type { RootContent } from 'mdast';
import type { Code, Construct, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types';
import { changeStrings } from '../../mdast/tree';
import { memoized } from '../../util/memoize';
import { lineEnd, linesFrom } from '../lines';

/*
 * micromark takes time that grows with the square, or the cube, of what some texts have much of. Nobody
 * writes such texts, but a draft may come from anywhere, and none may stop the server. So beyond limits that
 * no paper comes near, marks are taken as plain characters. What a limit does to a block depends on its own
 * text alone.
 */

/** The most lists, quotations and footnotes that may begin in one line. */
const DEEPEST = 50;
/** The most columns of space before the text of a line. Each nested list needs two. */
const WIDEST = 200;
/** The most closing punctuation marks in a row, each of which may or may not end an address. */
const LONGEST_TRAIL = 300;
/**
 * The most `<!` and `<?` in a paragraph: the parser follows each to the end of the paragraph to see whether it is a
 * comment.
 */
const MOST_COMMENTS = 100;
/** The most runs of `*`, `_` or `~` in a paragraph: each end of emphasis searches for its beginning. */
const MOST_EMPHASES = 500;
/** How many parser events (about four for each link) all `]` of a paragraph together may look back on. */
const MOST_LOOKED_BACK = 1_000_000;
/** The most lazy continuation lines of a paragraph in a quotation or list: the parser looks up each in all before. */
export const MOST_LAZY_LINES = 1_000;
/** Characters that can be hidden from the parser. Unicode non-characters stand in for them. */
const HIDDEN = ' \t>-*+0123456789[!"\'),.:;<?_~&]\\';
const STANDS_FOR = 0xfdd0;

/**
 * Hides characters from the parser where the text is nested too deeply. Same length; the same string where nothing is
 * hidden, as in every real paper.
 */
export function hideExcess(text: string): string {
  const at = new Set<number>();
  for (const { start } of linesFrom(text, 0)) {
    const deep = excessIn(text, start);
    if (deep !== undefined) at.add(deep);
  }
  for (const { index } of text.matchAll(/[!"'),.:;<>?_~*&\]]{300}/g)) {
    // A line of only asterisks or underscores is a thematic break.
    if (!/(?:^|[\n\r])[^\S\n\r]*$/.test(text.slice(Math.max(0, index - WIDEST), index)))
      at.add(index + LONGEST_TRAIL - 1);
  }
  if (at.size === 0) return text;
  let hidden = '';
  let done = 0;
  for (const index of [...at].sort((one, other) => one - other)) {
    const code = HIDDEN.indexOf(text[index]!);
    if (code === -1) continue;
    hidden += text.slice(done, index) + String.fromCharCode(STANDS_FOR + code);
    done = index + 1;
  }
  return hidden + text.slice(done);
}

/** Restores the hidden characters in the strings of nodes. */
export function showHidden(nodes: readonly RootContent[]): void {
  changeStrings(nodes, (value) =>
    value.replace(/[\uFDD0-\uFDEF]/g, (char) => HIDDEN[char.charCodeAt(0) - STANDS_FOR] ?? char),
  );
}

/** The offset at which the prefix of the line at `start` is nested too deeply. */
function excessIn(text: string, start: number): number | undefined {
  let depth = 0;
  let columns = 0;
  let at = start;
  for (;;) {
    const char = text[at];
    if (char === ' ' || char === '\t') {
      columns += char === ' ' ? 1 : 4;
      if (columns > WIDEST) return at;
      at++;
      continue;
    }
    const after = markEnd(text, at);
    if (after === at) return undefined;
    depth++;
    if (depth > DEEPEST) return isThematicBreak(text, at) ? undefined : at;
    at = after;
  }
}

/** The offset after the marker of a list item, quotation or footnote at `at`; `at` where there is none. */
function markEnd(text: string, at: number): number {
  const char = text[at];
  if (char === '>') return at + 1;
  let end = at;
  if (char === '-' || char === '*' || char === '+') {
    end = at + 1;
  } else if (char !== undefined && char >= '0' && char <= '9') {
    const digits = /^\d{1,9}[.)]/.exec(text.slice(at, at + 10));
    if (digits !== null) end = at + digits[0].length;
  } else if (char === '[' && text[at + 1] === '^') {
    const close = text.slice(at, at + 1_003).indexOf(']:');
    return close === -1 ? at : at + close + 2;
  }
  const next = text[end];
  return next === undefined || next === ' ' || next === '\t' || next === '\n' || next === '\r' ? end : at;
}

function isThematicBreak(text: string, at: number): boolean {
  const line = text.slice(at, lineEnd(text, at));
  const mark = text[at]!;
  for (const char of line) if (char !== mark && char !== ' ' && char !== '\t') return false;
  return mark !== '>' && mark !== '[';
}

interface Spent {
  comments: number;
  emphases: number;
  lookedBack: number;
}

const spent = memoized((_context: TokenizeContext): Spent => ({ comments: 0, emphases: 0, lookedBack: 0 }));

/**
 * A construct that precedes the real one, and makes a mark plain text when `tooMany` returns true.
 *
 * @param tooMany called for each mark; counts it
 * @param followed the characters of which one must follow the mark
 */
function gate(
  mark: number,
  tooMany: (context: TokenizeContext) => boolean,
  followed: readonly number[] = [],
): Construct {
  return {
    tokenize(effects, ok, nok) {
      const start: State = (code: Code) => {
        if (followed.length === 0 && !tooMany(this)) return nok(code);
        effects.enter('data');
        return run(code);
      };
      const run: State = (code: Code) => {
        if (code === mark) {
          effects.consume(code);
          return run;
        }
        effects.exit('data');
        if (followed.length > 0 && !(followed.includes(code!) && tooMany(this))) return nok(code);
        return ok(code);
      };
      return start;
    },
  };
}

/** A construct for emphasis delimiters that are too many, which does not divide the text for them. */
export function unlessTooMany(construct: Construct): Construct {
  return {
    ...construct,
    previous() {
      return spent(this).emphases <= MOST_EMPHASES;
    },
  };
}

const comments = gate(60, (context) => ++spent(context).comments > MOST_COMMENTS, [33, 63]);
const emphases = (mark: number) =>
  unlessTooMany(gate(mark, (context) => ++spent(context).emphases > MOST_EMPHASES));
const brackets = gate(93, (context) => {
  const so = spent(context);
  so.lookedBack += context.events.length;
  return so.lookedBack > MOST_LOOKED_BACK;
});

/** Limits the lazy lines of a paragraph, before the first can be one. */
const laziness: Construct = {
  tokenize(_effects, _ok, nok) {
    const parser: ParseContext & { count?: { lazy: number } } = this.parser;
    if (!parser.count) {
      const count = { lazy: 0 };
      parser.count = count;
      parser.lazy = new Proxy(parser.lazy, {
        set(lines, line, isLazy: boolean) {
          if (isLazy) count.lazy++;
          lines[line as unknown as number] = isLazy && count.lazy <= MOST_LAZY_LINES;
          return true;
        },
      });
    }
    // What begins here does not belong to the paragraph before; what might interrupt a paragraph is tried at each of
    // its lines.
    if (!this.interrupt) parser.count.lazy = 0;
    return nok;
  },
};

export const limits: Extension = {
  flow: { null: laziness },
  text: { 42: emphases(42), 60: comments, 93: brackets, 95: emphases(95), 126: emphases(126) },
};
