import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types';

/* What is changed of how GFM reads addresses that are written without brackets. */

export const BRACKET = 91;

/** So far back do addresses look for a bracket that is still open, in the parser's events: from every letter. */
const MOST_LOOKED_BACK = 500;

/** A construct that looks at the last events alone, as from each of a hundred thousand letters there may be as many. */
export function shortSighted(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      if (this.events.length <= MOST_LOOKED_BACK) return construct.tokenize.call(this, effects, ok, nok);
      const near = Object.create(this, { events: { get: () => this.events.slice(-MOST_LOOKED_BACK) } });
      return construct.tokenize.call(near as TokenizeContext, effects, ok, nok);
    },
  };
}

/**
 * A construct that ends before a reference to a footnote as before a space: `www.example.org[^1]`. GFM takes the
 * reference for a part of the address, which leads nowhere then, and the note is lost; nobody writes `[^` in an address.
 *
 * @param note reads a reference to a footnote that there is
 * @param seed makes the footnotes known to the parser
 */
export function exceptNotes(
  construct: Construct,
  note: Construct | undefined,
  seed: (context: TokenizeContext) => void,
): Construct {
  if (note === undefined) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      seed(this);
      let isOver = false;
      let current: Code = null;
      const out =
        (state: State): State =>
        () => {
          isOver = true;
          return state(current);
        };
      /** The construct's own states: at a reference, they are shown the end of the text. */
      const led = (state: State | undefined): State | undefined => {
        if (state === undefined || isOver) return state;
        const shown = (code: Code): State | undefined => led(state(code));
        const end: State = () => shown(null);
        return (code) => {
          current = code;
          if (isOver) return state(code);
          return code === BRACKET ? effects.check(note, end, shown)(code) : shown(code);
        };
      };
      return led(construct.tokenize.call(this, effects, out(ok), out(nok)))!;
    },
  };
}
