/** The numbers of a document's units, in columns. */

import type { Locals } from './context-signals';
import { subjectWords } from './focus';
import { TOPIC_COUNT } from './lexicon';
import type { Unit } from './units';

interface Numbers extends Locals {
  /** By topic, then by unit: step 2's log odds, as far as they depend on the unit alone. */
  readonly base: readonly Float64Array[];
  /** The same for the step of `focus.ts`. */
  readonly draft: readonly Float64Array[];
  /** By unit: 1 for a line of few words outside a list, else 0. */
  readonly few: Float64Array;
  /** By word of `Unit.words`: the number of units that it stands in. */
  readonly words: Uint32Array;
}

/** Positions of the columns: see `Unit.numbers`. */
const DRAFT = 2 * TOPIC_COUNT;
const TOP = 3 * TOPIC_COUNT;
const MAKING = TOP + 1;
const NUMBERS = MAKING + 1;
const FEW = NUMBERS;
const COLUMNS = FEW + 1;
/** A draft has at least room for so many units, as room that is made at each key is cleared at each. */
const LEAST = 1024;

/**
 * Holds the numbers of one list of units in typed arrays. For a list that differs from the last one in few places, as
 * after a change of a draft, only the differences are filled in. A later call of `of` overwrites the arrays.
 */
export class Columns {
  #columns: readonly Float64Array[] = [];
  #words = new Uint32Array();
  #room = 0;
  /** The units that the columns hold. A weak reference, as the draft may be closed. */
  #filled: WeakRef<readonly Unit[]> | undefined;
  #numbers: Numbers | undefined;

  of(units: readonly Unit[]): Numbers {
    const before = this.#filled?.deref();
    if (before === units && this.#numbers) return this.#numbers;
    const tooMuch = this.#room > LEAST && units.length < this.#room / 8;
    if (units.length > this.#room || tooMuch) this.#makeRoom(units.length);
    else if (before) return this.#refill(before, units);
    this.#words.fill(0);
    return this.#fill(units, 0, units.length);
  }

  #makeRoom(count: number): void {
    if (this.#words.length === 0) this.#words = new Uint32Array(subjectWords());
    this.#room = Math.max(LEAST, count + (count >> 2));
    this.#columns = Array.from({ length: COLUMNS }, () => new Float64Array(this.#room));
  }

  #refill(before: readonly Unit[], units: readonly Unit[]): Numbers {
    const least = Math.min(before.length, units.length);
    let start = 0;
    while (start < least && before[start] === units[start]) start++;
    let end = units.length;
    const shift = before.length - units.length;
    while (end > start && end + shift > start && before[end + shift - 1] === units[end - 1]) end--;
    this.#count(before, start, end + shift, -1);
    if (shift !== 0) for (const column of this.#columns) column.copyWithin(end, end + shift, before.length);
    return this.#fill(units, start, end);
  }

  /** Adds the words of the units `start` to `end`, `by` for each. */
  #count(units: readonly Unit[], start: number, end: number, by: 1 | -1): void {
    for (let i = start; i < end; i++) for (const word of units[i]!.words) this.#words[word]! += by;
  }

  #fill(units: readonly Unit[], start: number, end: number): Numbers {
    const columns = this.#columns;
    this.#count(units, start, end, 1);
    for (let i = start; i < end; i++) {
      const { numbers, few } = units[i]!;
      for (let c = 0; c < NUMBERS; c++) columns[c]![i] = numbers[c]!;
      columns[FEW]![i] = few ? 1 : 0;
    }
    this.#filled = new WeakRef(units);
    this.#numbers = {
      count: units.length,
      p: columns.slice(0, TOPIC_COUNT),
      base: columns.slice(TOPIC_COUNT, DRAFT),
      draft: columns.slice(DRAFT, TOP),
      top: columns[TOP]!,
      making: columns[MAKING]!,
      few: columns[FEW]!,
      words: this.#words,
    };
    return this.#numbers;
  }
}
