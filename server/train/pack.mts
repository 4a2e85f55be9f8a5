/** Packs fitted matrices as `server/src/models/weights/matrix.ts` reads them. */
import type { PackedMatrix } from '../src/models/weights/matrix';

const FINEST = 32767;

/**
 * @param rows each with its bias at the end
 * @param most the number of steps for the greatest number
 */
export function packed(rows: readonly ArrayLike<number>[], most = FINEST): PackedMatrix {
  const values = rows.flatMap((row) => Array.from(row));
  const step = Number((Math.max(1e-6, ...values.map(Math.abs)) / most).toPrecision(6));
  const steps = Int16Array.from(values, (x) => Math.round(x / step));
  return {
    rows: rows.length,
    columns: rows[0]!.length - 1,
    step,
    numbers: Buffer.from(steps.buffer).toString('base64'),
  };
}
