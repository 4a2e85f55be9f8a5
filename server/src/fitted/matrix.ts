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
  /** Without the bias. */
  readonly columns: number;
  /** Row by row, each with its bias at the end; in 64 bits while they are being fitted. */
  readonly values: Float32Array | Float64Array;
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

/** Positions at which a vector is not nought: half of it, behind a layer that lets nothing below nought pass. */
let some = new Int32Array(256);

/** The product with a vector, biases added. Each sum is made in the order of the columns. */
export function times({ rows, columns, values }: Matrix, vector: Float64Array): Float64Array {
  if (some.length < columns) some = new Int32Array(columns);
  const at = some;
  let count = 0;
  for (let c = 0; c < columns; c++) if (vector[c]! !== 0) at[count++] = c;
  const product = new Float64Array(rows);
  const width = columns + 1;
  let r = 0;
  // Four rows at a time: the sums do not wait for each other.
  for (; r + 3 < rows; r += 4) {
    const first = r * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < count; k++) {
      const i = at[k]!;
      const x = vector[i]!;
      a += values[first + i]! * x;
      b += values[second + i]! * x;
      c += values[third + i]! * x;
      d += values[fourth + i]! * x;
    }
    product[r] = a + values[first + columns]!;
    product[r + 1] = b + values[second + columns]!;
    product[r + 2] = c + values[third + columns]!;
    product[r + 3] = d + values[fourth + columns]!;
  }
  for (; r < rows; r++) {
    const start = r * width;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const i = at[k]!;
      sum += values[start + i]! * vector[i]!;
    }
    product[r] = sum + values[start + columns]!;
  }
  return product;
}
