/** Adam (Kingma and Ba, 2015) for one array of weights; rows that a batch does not touch can be left alone. */

const FIRST = 0.9;
const SECOND = 0.999;

export class Adam {
  readonly gradient: Float32Array;
  readonly #m: Float32Array;
  readonly #v: Float32Array;
  #steps = 0;

  /** @param decay the share of the rate by which weights shrink at each step (AdamW) */
  constructor(
    readonly weights: Float32Array,
    private readonly decay = 0,
  ) {
    this.gradient = new Float32Array(weights.length);
    this.#m = new Float32Array(weights.length);
    this.#v = new Float32Array(weights.length);
  }

  /** Moves the weights against the gradient and clears it. With `rows`, only in these, of `width` weights each. */
  step(rate: number, rows?: Iterable<number>, width = 0): void {
    this.#steps++;
    const m = 1 - FIRST ** Math.min(this.#steps, 1000);
    const v = 1 - SECOND ** this.#steps;
    if (!rows) this.#part(0, this.weights.length, rate, m, v);
    else for (const row of rows) this.#part(row * width, (row + 1) * width, rate, m, v);
  }

  #part(from: number, to: number, rate: number, m: number, v: number): void {
    const { weights, gradient } = this;
    for (let i = from; i < to; i++) {
      const g = gradient[i]!;
      this.#m[i] = FIRST * this.#m[i]! + (1 - FIRST) * g;
      this.#v[i] = SECOND * this.#v[i]! + (1 - SECOND) * g * g;
      weights[i]! -=
        rate * (this.#m[i]! / m / (Math.sqrt(this.#v[i]! / v) + 1e-8) + this.decay * weights[i]!);
      gradient[i] = 0;
    }
  }
}
