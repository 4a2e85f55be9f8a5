/** Matrices of fitted weights, packed for a bundle. */

/** Base 64 of 16-bit steps, little-endian, row by row; each row ends with its bias. */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly step: number;
  readonly numbers: string;
}

export interface Matrix {
  readonly rows: number;
  /** Without the bias. */
  readonly columns: number;
  /** Row by row, each with its bias at the end. */
  readonly values: Float32Array;
}

export function unpacked({ rows, columns, step, numbers }: PackedMatrix): Matrix {
  const text = atob(numbers);
  const values = new Float32Array(rows * (columns + 1));
  for (let i = 0; i < values.length; i++) {
    const bits = text.charCodeAt(2 * i) | (text.charCodeAt(2 * i + 1) << 8);
    values[i] = ((bits << 16) >> 16) * step;
  }
  return { rows, columns, values };
}

/** The product with a vector, biases added. */
export function times({ rows, columns, values }: Matrix, vector: ArrayLike<number>): Float64Array {
  const product = new Float64Array(rows);
  let at = 0;
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += values[at++]! * vector[c]!;
    product[r] = sum + values[at++]!;
  }
  return product;
}
