/** A share in one place, and another of the same whole where it is worked out: "6,480 starters, 57% completed". */
import { clash, differ, type Placed } from './placed';
import type { Clash } from './types';

/** Words for one thing that a programme's figures are told in. */
const SAME: readonly RegExp[] = [
  /\b(?:finish|complet)/i,
  /\b(?:repl(?:y|ie)|respon|return|answer)/i,
  /\b(?:attend|came|turned\s+up)/i,
  /\b(?:join|register|sign)/i,
  /\b(?:agree|support|favour)/i,
  /\b(?:disagree|oppos|against)/i,
  /\b(?:satisf)/i,
  /\b(?:reject|refus|declin)/i,
];

interface Share {
  readonly one: Placed;
  readonly whole: number;
}

/** Shares of one whole, of one thing, that are two. */
export function againstShares(all: readonly Placed[]): readonly Clash[] {
  const bySentence = new Map<string, Placed[]>();
  for (const one of all) {
    if (one.mention.table) continue;
    const list = bySentence.get(one.mention.sentence) ?? [];
    list.push(one);
    bySentence.set(one.mention.sentence, list);
  }
  const worked = new Map<number, Share[]>();
  const told: Share[] = [];
  for (const list of bySentence.values()) {
    const shares = list.filter(({ mention: { unit, loose } }) => unit === 'percent' && !loose);
    const [one] = shares;
    if (shares.length !== 1 || !one || list.length > 4) continue;
    const counts = list.flatMap(({ mention: { unit, value } }) =>
      unit === 'count' && value >= 50 ? [value] : [],
    );
    const [whole, part] = [...counts].sort((a, b) => b - a);
    if (whole === undefined || whole < 100) continue;
    const { value, step } = one.mention;
    if (part !== undefined && Math.abs((100 * part) / whole - value) < step * 1.01) {
      const known = worked.get(whole) ?? [];
      known.push({ one, whole });
      worked.set(whole, known);
    } else if (counts.length === 1) told.push({ one, whole });
  }
  return told.flatMap(({ one, whole }) => {
    const { mention } = one;
    const other = worked.get(whole)?.find(({ one: { mention: known } }) => {
      const off = Math.abs(known.value - mention.value);
      return (
        off >= Math.max(known.step, mention.step) * 1.01 &&
        off <= 6 &&
        !differ(known.times, mention.times) &&
        SAME.some((word) => word.test(mention.after) && word.test(known.sentence))
      );
    });
    if (!other) return [];
    const { words } = other.one.mention;
    return [
      clash(
        one,
        `“${mention.words}” here, and elsewhere “${words}” of the same ${whole.toLocaleString('en-GB')}, which is what the numbers there give. Give one number in both places.`,
      ),
    ];
  });
}
