/**
 * The probability that an editor would ask for the source of a sentence, and that they would say that it claims too
 * much: two logistic regressions over its features and its meaning, fitted to drafts that editors marked
 * (`server/train/claims.mts` writes `claims.json`, and reports how well it does on drafts left out). A feature counts
 * once, however often it occurs.
 */

import { builtInEncoder } from '../models/encoder';
import { fitted } from '../models/weights';
import type { ClaimWeights, Reproach } from '../models/weights/bytes';
import { foundFeatures, logistic, sumAt } from '../models/weights/logistic';
import { besideNumber, headingFeature } from './features';
import { type ClaimSentence, eachFeatureOf } from './sentences';
import type { Token } from './tokens';

const NO_STEMS: readonly string[] = [];

/** Log odds, or a part of them: that its source is asked for, and that it claims too much. */
export interface ClaimOdds {
  readonly source: number;
  readonly excess: number;
}

/** What a heading without known words adds: one object, so that results under it stay cached. */
export const NO_ODDS: ClaimOdds = { source: 0, excess: 0 };

/**
 * From this ratio of “claims too much” to “asked for its source”, a claim is said to claim too much. Between this and
 * 1, editors chose either about equally, and the message asks for both.
 */
const EXCESS_AGAINST_SOURCE = 0.5;

/** @param odds the sum of those of a sentence and of its heading */
export function verdictBy(odds: ClaimOdds): { readonly probability: number; readonly isExcess: boolean } {
  const source = logistic(odds.source);
  const excess = logistic(odds.excess);
  return { probability: 1 - (1 - source) * (1 - excess), isExcess: excess > source * EXCESS_AGAINST_SOURCE };
}

class ClaimModel {
  /** @param source called when a sentence is first judged */
  constructor(private readonly source: () => ClaimWeights) {}

  /** The odds of a sentence, whatever heading it stands under. */
  oddsOf(sentence: ClaimSentence): ClaimOdds {
    const mean = builtInEncoder.mean(sentence.words);
    const own = ({ start, meaning }: Reproach) =>
      meaning.reduce((sum, weight, d) => sum + weight * mean[d]!, start);
    const { source, excess } = this.#sums((visit) => eachFeatureOf(sentence, NO_STEMS, visit));
    const weights = this.source();
    return { source: source + own(weights.source), excess: excess + own(weights.excess) };
  }

  /** What a heading adds to each sentence under it. */
  oddsOfHeading(stems: readonly string[]): ClaimOdds {
    const odds = this.#sums((visit) => {
      for (const stem of stems) visit(headingFeature(stem));
    });
    return odds.source === 0 && odds.excess === 0 ? NO_ODDS : odds;
  }

  /** The weight of the number at a position for a claim, with the words next to it. */
  weightAt(tokens: readonly Token[], at: number): number {
    const { features, source } = this.source();
    return sumAt(
      foundFeatures(features, (visit) => besideNumber(tokens, at, visit)),
      source.hundredths,
    );
  }

  /** The weight of consecutive words for claiming too much, compared with other words of their sentence. */
  excessOf(tokens: readonly Token[]): number {
    const { features, excess } = this.source();
    const found = foundFeatures(features, (visit) => {
      for (const [at, { feature }] of tokens.entries()) {
        visit(feature);
        if (at > 0) visit(`${tokens[at - 1]!.feature}_${feature}`);
      }
    });
    return sumAt(found, excess.hundredths);
  }

  #sums(eachOf: (visit: (feature: string) => void) => void): ClaimOdds {
    const { features, source, excess } = this.source();
    const found = foundFeatures(features, eachOf);
    return { source: sumAt(found, source.hundredths), excess: sumAt(found, excess.hundredths) };
  }
}

export const builtInClaims = new ClaimModel(() => fitted().claims);
