/**
 * How likely it is that an editor would ask where a sentence comes from: a logistic regression over its signs and what its words mean, fitted to
 * drafts that editors marked (`server/train/claims.mts` writes `weights.json`, and says how well it does on drafts left
 * out). A sign counts once, however often it is there.
 */

import { fitted } from '../fitted';
import type { ClaimWeights } from '../fitted/bytes';
import { logistic, sumOfSigns } from '../fitted/sign-sum';
import { builtInEncoder } from '../meaning/encoder';
import { type ClaimSentence, eachSignOf } from './sentences';
import { besideNumber, headingSign, type Token } from './signs';

const NO_STEMS: readonly string[] = [];

class ClaimModel {
  /** @param source asked when a sentence is judged */
  constructor(private readonly source: () => ClaimWeights) {}

  /** Between 0 and 1, by the sum of a sentence and that of its heading. */
  probability(sum: number): number {
    return logistic(sum);
  }

  /** Of the weights of a sentence, whatever heading it stands under. */
  sumOf(sentence: ClaimSentence): number {
    const { start, meaning } = this.source();
    const mean = builtInEncoder.mean(sentence.words);
    return (
      meaning.reduce((sum, weight, d) => sum + weight * mean[d]!, start) +
      this.#sum((visit) => eachSignOf(sentence, NO_STEMS, visit))
    );
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

  #sum(eachOf: (visit: (sign: string) => void) => void): number {
    return sumOfSigns(this.source(), eachOf);
  }
}

export const builtInClaims = new ClaimModel(() => fitted().claims);
