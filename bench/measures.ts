import type { Product } from './peers';
import type { Part } from './plan';
import { measured, type Result } from './statistics';

/** Something that was measured of each program and at each size. Less is always better. */
export interface Measure {
  /** Its name in the baseline. */
  readonly id: string;
  readonly part: Part;
  readonly title: string;
  readonly unit: 'ms' | 's' | 'MB';
  /** What exactly was measured, in a sentence or two. */
  readonly explained: string;
  /** This product first. */
  readonly products: readonly Product[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** A size, or something else that the row is for. */
  readonly label: string;
  /** By the product's id; those that were not measured are left out. */
  readonly results: ReadonlyMap<string, Result>;
}

/** How diagnostics arrived in a burst of ten keys. */
export interface BurstShape {
  /** The most messages with diagnostics for one burst. */
  readonly publishes: number;
  /** Undefined if the server does not say the version. */
  readonly inOrder: boolean | undefined;
  readonly lastIsLast: boolean | undefined;
}

export interface Findings {
  readonly measures: readonly Measure[];
  /** By size, then by the product's id. */
  readonly bursts: ReadonlyMap<string, ReadonlyMap<string, BurstShape>>;
  readonly notes: readonly string[];
}

/** This product's figures as shares of a peer's, if both were measured: 0.5 for half. By measure, row and peer. */
export function ratios(measures: readonly Measure[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, products, rows } of measures) {
    const [ours, ...peers] = products;
    for (const { label, results } of rows) {
      const mine = results.get(ours!.id);
      for (const peer of peers) {
        const theirs = results.get(peer.id);
        if (measured(mine) && measured(theirs) && theirs.median > 0)
          found.set(`${id} / ${label} / ${peer.id}`, mine.median / theirs.median);
      }
    }
  }
  return found;
}
