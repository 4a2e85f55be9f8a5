/** Matrices of fitted weights. */

/** As `server/train` writes them. */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly step: number;
  /** Base 64 of 16-bit steps, little-endian, row by row; each row ends with its bias. */
  readonly numbers: string;
}

export interface Matrix {
  readonly rows: number;
  /** Without the biases. */
  readonly columns: number;
  /** Column by column, the biases last; in 64 bits while they are being fitted. */
  readonly values: Float32Array | Float64Array;
}

export function unpacked({ rows, columns, step, numbers }: PackedMatrix): Matrix {
  const bytes = Uint8Array.from(atob(numbers), (byte) => byte.charCodeAt(0));
  const steps = new DataView(bytes.buffer);
  const values = new Float32Array(rows * (columns + 1));
  for (let r = 0; r < rows; r++)
    for (let c = 0; c <= columns; c++)
      values[c * rows + r] = steps.getInt16(2 * (r * (columns + 1) + c), true) * step;
  return { rows, columns, values };
}

/** The product with a vector, biases added. Each sum is made in the order of the columns. */
export function times({ rows, columns, values }: Matrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(rows);
  // Half of a vector is nought, behind a layer that lets nothing below nought pass.
  for (let c = 0; c < columns; c++) if (vector[c] !== 0) addTo(product, vector[c]!, values, c * rows, rows);
  addTo(product, 1, values, columns * rows, rows);
  return product;
}

/**
 * Adds a multiple of numbers to a sum of such. Small as it is, and of one sort of numbers, the engine compiles it well
 * after a few thousand of them; all of `times` in one would take twenty milliseconds of a first draft till then.
 */
function addTo(
  sum: Float64Array,
  factor: number,
  numbers: Matrix['values'],
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) sum[i]! += factor * numbers[start + i]!;
}
