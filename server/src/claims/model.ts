/**
 * How likely it is that an editor would ask where a sentence comes from: a logistic regression over its signs, fitted to
 * drafts that editors marked (`server/train/claims.mts` writes `weights.json`, and says how well it does on drafts left
 * out). A sign counts once, however often it is there.
 */

import { type ClaimSentence, eachSignOf } from './sentences';
import { besideNumber, type Token } from './signs';
import source from './weights.json';

export interface ClaimWeights {
  readonly start: number;
  /** In hundredths. */
  readonly weights: Readonly<Record<string, number>>;
}

export class ClaimModel {
  constructor(private readonly source: ClaimWeights) {}

  /** Between 0 and 1. */
  probability(sentence: ClaimSentence, heading: readonly string[]): number {
    let sum = this.source.start;
    for (const { weight } of this.terms(sentence, heading)) sum += weight;
    return 1 / (1 + Math.exp(-sum));
  }

  /** The signs of a sentence that have a weight, each once. */
  terms(sentence: ClaimSentence, heading: readonly string[]): readonly { sign: string; weight: number }[] {
    const found = new Map<string, number>();
    eachSignOf(sentence, heading, (sign) => {
      const weight = this.#weightOf(sign);
      if (weight !== 0) found.set(sign, weight);
    });
    return [...found].map(([sign, weight]) => ({ sign, weight }));
  }

  /** Nought for a sign without one, and for what every object has by another name: “constructor”. */
  #weightOf(sign: string): number {
    const hundredths: unknown = this.source.weights[sign];
    return typeof hundredths === 'number' ? hundredths / 100 : 0;
  }

  /** How much the number at a place speaks for a claim, with what stands beside it. */
  weightAt(tokens: readonly Token[], at: number): number {
    const found = new Map<string, number>();
    besideNumber(tokens, at, (sign) => found.set(sign, this.#weightOf(sign)));
    let sum = 0;
    for (const weight of found.values()) sum += weight;
    return sum;
  }
}

export const builtInClaims = new ClaimModel(source);
