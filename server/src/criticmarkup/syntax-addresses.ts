import type { Construct, State } from 'micromark-util-types';
import { anyDivider, anyEnd, anyStart, beginsMark, known, OPEN, SPACE } from './syntax-parts';

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

/** A construct that skips words with CriticMarkup, as a bare address would include the delimiters. */
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
