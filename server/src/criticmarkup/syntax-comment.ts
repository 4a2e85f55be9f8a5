import type { Construct, State } from 'micromark-util-types';
import { ahead, BACKSLASH, commentEnd, commentStart, isLineEnd, known, LESS } from './syntax-parts';

/** `{>>`, a text in which only backslashes have a meaning, and `<<}`. */
export const comment: Construct = {
  name: 'criticComment',
  previous() {
    return !known(this).isEndless && ahead(this, 3) === '{>>';
  },
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
