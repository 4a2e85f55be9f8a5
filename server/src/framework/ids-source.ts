/** Ids of the built-in topics. The build replaces this module by its values, so that the framework need not be read. */
import { topics } from './local-recovery.json';

const idsOf = (wanted: string): string[] =>
  topics.filter(({ group }) => group === wanted).map(({ id }) => id);

export const AREA_IDS = idsOf('area');
export const OFFER_IDS = idsOf('offer');
