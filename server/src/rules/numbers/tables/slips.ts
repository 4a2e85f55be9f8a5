/** Tells typing errors in numbers: one digit changed, or two swapped. */
import { like } from '../amounts/number-format';
import type { Rewrite } from '../clash';
import type { Cell } from './grid';

/** Whether one number is the other with one digit changed or two swapped: a typing error. */
export function isSlip(a: number, b: number): boolean {
  const [left, right] = [String(Math.abs(a)), String(Math.abs(b))];
  if (left.length !== right.length) return false;
  const [first, second, ...more] = [...left].flatMap((digit, at) => (digit === right[at] ? [] : [at]));
  if (first === undefined || more.length > 0) return false;
  return second === undefined || (left[first] === right[second] && left[second] === right[first]);
}

/** Below this, numbers differ by one digit by chance. */
export const LEAST_SLIP = 100;

/** The one part in which a typing error would explain the wrong total; undefined if there is none, or several. */
export function slipIn(parts: readonly Cell[], off: number): Rewrite | undefined {
  const slips = parts.flatMap(({ number, span }) => {
    const value = (number?.value ?? 0) + off;
    return number && value >= LEAST_SLIP && isSlip(number.value, value) ? [{ number, span, value }] : [];
  });
  const [slip, ...more] = slips;
  if (!slip || more.length > 0) return undefined;
  const { words } = slip.number;
  return {
    span: slip.span,
    words,
    by: like(slip.number, slip.value),
    as: ` for “${words}”, which makes the total right`,
  };
}
