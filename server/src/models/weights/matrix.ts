/** Matrices of fitted weights. */

/** The format that `server/train` writes. */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly step: number;
  /** Base 64 of 16-bit steps, little-endian, row by row; each row ends with its bias. */
  readonly numbers: string;
}

export interface Matrix {
  readonly rows: number;
  /** Number of columns, without the biases. */
  readonly columns: number;
  /** Column by column, the biases last. In 64 bits during training. */
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

/** The product with a vector, plus the biases. Sums are in the order of the columns. */
export function times({ rows, columns, values }: Matrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(rows);
  // The column that waits for another one, as two are added at a time.
  let waiting = -1;
  for (let c = 0; c < columns; c++) {
    // After a layer that turns negative numbers into 0, half of a vector is 0.
    if (vector[c] === 0) continue;
    if (waiting < 0) waiting = c;
    else {
      addTwo(product, values, vector[waiting]!, waiting * rows, vector[c]!, c * rows);
      waiting = -1;
    }
  }
  if (waiting < 0) addTo(product, 1, values, columns * rows);
  else addTwo(product, values, vector[waiting]!, waiting * rows, 1, columns * rows);
  return product;
}

/**
 * Adds a multiple of a column to a sum. As a small function with one type of numbers, the engine compiles it soon; as a
 * part of `times` it would cost 20 ms in a first draft.
 */
function addTo(sum: Float64Array, factor: number, numbers: Matrix['values'], start: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += factor * numbers[start + i]!;
}

/** Adds multiples of two columns, one after the other: the sum is read and written once. */
function addTwo(
  sum: Float64Array,
  numbers: Matrix['values'],
  factor: number,
  start: number,
  nextFactor: number,
  next: number,
): void {
  for (let i = 0; i < sum.length; i++)
    sum[i] = sum[i]! + factor * numbers[start + i]! + nextFactor * numbers[next + i]!;
}
