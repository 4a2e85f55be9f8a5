/** Principal components by orthogonal iteration. */
import { chance, normal } from './chance.mts';

/** The first `count` principal components of rows, without subtracting the mean. */
export function componentsOf(rows: readonly Float32Array[], count: number, rounds = 25): Float64Array[] {
  const size = rows[0]!.length;
  const products = new Float64Array(size * size);
  for (const row of rows)
    for (let i = 0; i < size; i++) {
      const x = row[i]!;
      for (let j = i; j < size; j++) products[i * size + j]! += x * row[j]!;
    }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) products[i * size + j] = products[j * size + i]!;
  const random = chance(1);
  let basis = Array.from({ length: count }, () => Float64Array.from({ length: size }, () => normal(random)));
  for (let round = 0; round < rounds; round++) {
    basis = basis.map((column) => {
      const out = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let j = 0; j < size; j++) sum += products[i * size + j]! * column[j]!;
        out[i] = sum;
      }
      return out;
    });
    orthonormalise(basis);
  }
  return basis;
}

function orthonormalise(basis: readonly Float64Array[]): void {
  for (const [k, column] of basis.entries()) {
    for (const before of basis.slice(0, k)) {
      let along = 0;
      for (let i = 0; i < column.length; i++) along += column[i]! * before[i]!;
      for (let i = 0; i < column.length; i++) column[i]! -= along * before[i]!;
    }
    const length = Math.hypot(...column) || 1;
    for (let i = 0; i < column.length; i++) column[i]! /= length;
  }
}

export function projected(row: ArrayLike<number>, basis: readonly Float64Array[]): Float32Array {
  return Float32Array.from(basis, (component) => {
    let sum = 0;
    for (let i = 0; i < component.length; i++) sum += component[i]! * row[i]!;
    return sum;
  });
}
