/**
 * How likely it is that an editor would ask where a sentence comes from, and how likely that they would say that it
 * claims too much: two logistic regressions over its signs and what its words mean, fitted to drafts that editors marked
 * (`server/train/claims.mts` writes `claims.json`, and says how well it does on drafts left out). A sign counts once,
 * however often it is there.
 */

import { fitted } from '../fitted';
import type { ClaimWeights, Reproach } from '../fitted/bytes';
import { foundSigns, logistic, sumAt } from '../fitted/sign-sum';
import { builtInEncoder } from '../meaning/encoder';
import { type ClaimSentence, eachSignOf } from './sentences';
import { besideNumber, headingSign } from './signs';
import type { Token } from './tokens';

const NO_STEMS: readonly string[] = [];

/** Log odds, or a part of them: of being asked about, and of claiming too much. */
export interface ClaimOdds {
  readonly source: number;
  readonly excess: number;
}

/** What a heading adds of whose words nothing is known: one for all, so that what stands under it stays as it is. */
export const NO_ODDS: ClaimOdds = { source: 0, excess: 0 };

/**
 * How likely too much is to be claimed, as a share of how likely its source is to be asked, from which it is said so: of
 * what lies between this and as likely, either editor called half wrong, and what is said then asks for both.
 */
const EXCESS_AGAINST_SOURCE = 0.5;

/** @param odds the sum of those of a sentence and those of its heading */
export function verdictBy(odds: ClaimOdds): { readonly probability: number; readonly isExcess: boolean } {
  const source = logistic(odds.source);
  const excess = logistic(odds.excess);
  return { probability: 1 - (1 - source) * (1 - excess), isExcess: excess > source * EXCESS_AGAINST_SOURCE };
}

class ClaimModel {
  /** @param source asked when a sentence is judged */
  constructor(private readonly source: () => ClaimWeights) {}

  /** Of a sentence, whatever heading it stands under. */
  oddsOf(sentence: ClaimSentence): ClaimOdds {
    const mean = builtInEncoder.mean(sentence.words);
    const own = ({ start, meaning }: Reproach) =>
      meaning.reduce((sum, weight, d) => sum + weight * mean[d]!, start);
    const { source, excess } = this.#sums((visit) => eachSignOf(sentence, NO_STEMS, visit));
    const weights = this.source();
    return { source: source + own(weights.source), excess: excess + own(weights.excess) };
  }

  /** What a heading adds to each sentence under it. */
  oddsOfHeading(stems: readonly string[]): ClaimOdds {
    const odds = this.#sums((visit) => {
      for (const stem of stems) visit(headingSign(stem));
    });
    return odds.source === 0 && odds.excess === 0 ? NO_ODDS : odds;
  }

  /** How much the number at a place speaks for a claim, with what stands beside it. */
  weightAt(tokens: readonly Token[], at: number): number {
    const { signs, source } = this.source();
    return sumAt(
      foundSigns(signs, (visit) => besideNumber(tokens, at, visit)),
      source.hundredths,
    );
  }

  /** How much words that follow each other speak for claiming too much, beside others of their sentence. */
  excessOf(tokens: readonly Token[]): number {
    const { signs, excess } = this.source();
    const found = foundSigns(signs, (visit) => {
      for (const [at, { sign }] of tokens.entries()) {
        visit(sign);
        if (at > 0) visit(`${tokens[at - 1]!.sign}_${sign}`);
      }
    });
    return sumAt(found, excess.hundredths);
  }

  #sums(eachOf: (visit: (sign: string) => void) => void): ClaimOdds {
    const { signs, source, excess } = this.source();
    const found = foundSigns(signs, eachOf);
    return { source: sumAt(found, source.hundredths), excess: sumAt(found, excess.hundredths) };
  }
}

export const builtInClaims = new ClaimModel(() => fitted().claims);
