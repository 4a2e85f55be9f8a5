/** The part of step 2 that depends on the document of a unit. See `signals.ts`. */
import { RELATED_TO } from './signals';

/** The `Local` of all units of a document, in columns: reading thousands of objects would take most of the time. */
export interface Locals {
  readonly count: number;
  /** By topic, then by unit. */
  readonly p: readonly Float64Array[];
  readonly top: Float64Array;
  readonly making: Float64Array;
}

/** A document in a few numbers: all that a unit knows of the other units. */
export interface Summary {
  readonly units: number;
  /** By topic, over all units: the sum, the greatest and the second greatest of step 1's probabilities. */
  readonly sum: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** `sum` added over all topics, and its greatest value. */
  readonly all: number;
  readonly main: number;
  /** The sum of each unit's greatest probability. */
  readonly topSum: number;
  /** By topic, the sum over the first three units. */
  readonly lead: Float64Array;
  readonly titleStrong: Float64Array;
  readonly titleWeak: Float64Array;
  /** How much the document speaks of libraries, from 0 to 1.5. */
  readonly library: number;
}

/** In a document with at most this many other units, the share of a topic counts for less. */
const ENOUGH_OF_A_DOCUMENT = 4;

/** Names of the values of `contextSignals`. */
export const CONTEXT_SIGNALS: readonly string[] = [
  'document',
  'strongest elsewhere',
  'previous',
  'next',
  'before previous',
  'title',
  'title weakly',
  'headings',
  'lead',
  'library document',
  'cases elsewhere',
  'main topic',
  'step 1 and document',
  'share of document',
  'related in document',
  'case and document',
  'case and title',
  'title and document',
  'case and headings',
];

/**
 * Step 2, the part that depends on the document: the signals of unit `i` on topic `t`.
 *
 * @param inHeadings by topic, how strongly the headings above the unit speak of it
 */
export function contextSignals(
  locals: Locals,
  i: number,
  inHeadings: ArrayLike<number> | undefined,
  doc: Summary,
  t: number,
  out: Float64Array,
): void {
  const p = locals.p[t]!;
  const making = locals.making[i]!;
  const rest = Math.max(1, doc.units - 1);
  const own = p[i]!;
  const elsewhere = Math.sqrt(Math.max(0, doc.sum[t]! - own) / rest);
  let related = 0;
  for (const r of RELATED_TO[t]!)
    related = Math.max(related, Math.sqrt(Math.max(0, doc.sum[r]! - locals.p[r]![i]!) / rest));
  const title = Math.min(2, doc.titleStrong[t]! + 0.3 * doc.titleWeak[t]!);
  const headings = inHeadings?.[t] ?? 0;
  out[0] = elsewhere;
  out[1] = doc.first[t]! === own ? doc.second[t]! : doc.first[t]!;
  out[2] = i > 0 ? p[i - 1]! : 0;
  out[3] = i + 1 < locals.count ? p[i + 1]! : 0;
  out[4] = i > 1 ? p[i - 2]! : 0;
  out[5] = Math.min(2, doc.titleStrong[t]!);
  out[6] = Math.min(2, doc.titleWeak[t]!);
  out[7] = headings;
  out[8] = doc.lead[t]! - (i < 3 ? own : 0);
  out[9] = doc.library;
  out[10] = (doc.topSum - locals.top[i]!) / rest;
  out[11] = doc.sum[t]! >= doc.main ? 1 : 0;
  out[12] = own * elsewhere;
  // In a draft of a few lines the unit is most of the document, so the share says little.
  out[13] = doc.all > 0 ? (doc.sum[t]! / doc.all) * Math.min(1, (doc.units + 1) / ENOUGH_OF_A_DOCUMENT) : 0;
  out[14] = related;
  out[15] = making * elsewhere;
  out[16] = making * title;
  out[17] = title * elsewhere;
  out[18] = making * headings;
}
