/** Tells whether a figure of a sentence says something new, or one before it again in other words. */
import type { Figure } from './types';

/** Text between two figures of which the second is the whole, the end or another form of the first. */
const JOINED =
  /(?:\(|\b(?:to|of|or)\s)\s*(?:(?:about|almost|around|just|more\sthan|nearly|only|over|some|the|under)\s+)?$/i;
/** By how much a rounded percentage may differ from its share, as a part of one. */
const ROUNDED = 0.01;
/** How far before a figure such text may begin, in characters. */
const REACH = 20;

/**
 * The figures of a sentence that neither the first of them says nor the one before them. A percentage next to a number
 * is mostly the same result again (“62% (124 of 200)”, “up by 12% to 4,500”), so of these only such as the first are
 * further ones. A rank (“the highest number since 2001”) is no figure to whoever reads.
 *
 * @param text the prose of the passage
 * @param figures those of one sentence, in order
 */
export function furtherFigures(text: string, figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(
    (figure, k) =>
      k > 0 &&
      figure.measure !== 'rank' &&
      isRatio(figure) === isRatio(figures[0]!) &&
      !saysAgain(text, figures[k - 1]!, figure),
  );
}

function saysAgain(text: string, before: Figure, figure: Figure): boolean {
  const { start } = figure.span;
  const joint = JOINED.exec(text.slice(Math.max(before.span.end, start - REACH), start))?.[0];
  if (isRatio(before) && isRatio(figure)) {
    const off = Math.abs(partOf(before) - partOf(figure));
    // “62%, or 124 of 200” is one result, and “62% (41% a year ago)” is two.
    return (
      (before.measure !== figure.measure && off < ROUNDED) ||
      (joint !== undefined && !(joint[0] === '(' && off >= ROUNDED))
    );
  }
  // People are neither loans nor money.
  if (isAmount(before) && isAmount(figure)) {
    if (before.measure !== figure.measure) return false;
    if (before.unit && figure.unit && before.unit !== figure.unit) return false;
  }
  return joint !== undefined;
}

const isRatio = ({ measure }: Figure): boolean => measure === 'percent' || measure === 'share';
const isAmount = ({ measure }: Figure): boolean => measure === 'count' || measure === 'money';
const partOf = ({ measure, value }: Figure): number => (measure === 'percent' ? value / 100 : value);
