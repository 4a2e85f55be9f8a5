/**
 * How likely it is that an editor would ask where a sentence comes from: a logistic regression over its signs, fitted to
 * drafts that editors marked (`server/train/claims.mts` writes `weights.json`, and says how well it does on drafts left
 * out). A sign counts once, however often it is there.
 */

import { fitted } from '../fitted';
import type { SignWeights } from '../fitted/bytes';
import { type ClaimSentence, eachSignOf } from './sentences';
import { besideNumber, headingSign, type Token } from './signs';

const NO_STEMS: readonly string[] = [];

export class ClaimModel {
  #opened: SignWeights | undefined;

  /** @param source asked once, when the first sentence is judged */
  constructor(private readonly source: () => SignWeights) {}

  get #weights(): SignWeights {
    this.#opened ??= this.source();
    return this.#opened;
  }

  /** Between 0 and 1, by the sum of a sentence and that of its heading. */
  probability(sum: number): number {
    return 1 / (1 + Math.exp(-sum));
  }

  /** Of the weights of a sentence, whatever heading it stands under. */
  sumOf(sentence: ClaimSentence): number {
    return this.#weights.start + this.#sum((visit) => eachSignOf(sentence, NO_STEMS, visit));
  }

  /** Of the weights that a heading adds to each sentence under it. */
  sumOfHeading(stems: readonly string[]): number {
    return this.#sum((visit) => {
      for (const stem of stems) visit(headingSign(stem));
    });
  }

  /** How much the number at a place speaks for a claim, with what stands beside it. */
  weightAt(tokens: readonly Token[], at: number): number {
    return this.#sum((visit) => besideNumber(tokens, at, visit));
  }

  /** The weights of some signs, each once. */
  #sum(eachOf: (visit: (sign: string) => void) => void): number {
    const found = new Map<string, number>();
    eachOf((sign) => {
      const weight = this.#weightOf(sign);
      if (weight !== 0) found.set(sign, weight);
    });
    let sum = 0;
    for (const weight of found.values()) sum += weight;
    return sum;
  }

  /** Nought for a sign without one, and for what every object has by another name: “constructor”. */
  #weightOf(sign: string): number {
    const hundredths: unknown = this.#weights.weights[sign];
    return typeof hundredths === 'number' ? hundredths / 100 : 0;
  }
}

export const builtInClaims = new ClaimModel(() => fitted().claims);
