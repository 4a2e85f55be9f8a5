/** Ids of the built-in topics, for what needs no more of them: worked out once and for all by the build. */
import { topics } from './local-recovery.json';

const idsOf = (wanted: string): string[] =>
  topics.filter(({ group }) => group === wanted).map(({ id }) => id);

export const AREA_IDS = idsOf('area');
export const OFFER_IDS = idsOf('offer');
