/** Tells whether a sentence speaks of another place, or of other people, than a fact of the evidence libraries. */
import type { Fact } from '../../evidence';
import { kept } from '../../kept-for';
import { escaped } from './escaped';

/** "In our county", "we lent", "women", "people over 65". */
const SOME =
  /\b(?:(?:our|this|the)\s+(?:county|borough|city|district|town|village|ward|parish|region|authority|council|area|branch|estate)|our|we\s+(?:also\s+)?(?:had|spent|spend|recorded|reached|lent|saw|received|offer|offered|welcomed)|local(?:ly)?|midlands|(?:north|south|east|west)(?:ern)?|rural|urban|aged?|(?:over|under)[\s-]?\d\ds?|\d\d\s+(?:and|or)\s+(?:over|older|under|younger)|women|men|girls|boys|mothers|fathers|parents|carers|students|teenagers|pensioners|(?:disabled|young|younger|old|older|retired|unemployed|employed|asian|black|white|muslim|minority|poorer|poorest|richer|deprived|low-income|deaf|blind|lonely|single|migrant)\s+\w+|(?:adults|people)\s+(?:with|without|living|in\s+(?:work|poverty)|from))\b/i;
/** A name within a sentence, or that of a council or of what has something, at its begin. */
const NAME =
  /(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+|^(?!(?:It|They|We|He|She|This|That|There)\b)\p{Lu}\p{Ll}+(?=[’']s\s|\s(?:County|City|Borough|Council)\b|(?<!s)\s(?:had|spent|lent|reached)\b)/gu;
/** Larger than what any fact holds of, or no place. */
const WIDE =
  /^(?:English|Great|Britain|British|United|Kingdom|January|February|March|April|May|June|July|August|September|October|November|December|Covid|Parliament|Government)$/;

/**
 * Whether a sentence speaks of others than a fact does, as far as its words show: then its figure is its own.
 *
 * @returns what is asked for each fact: those of one source are held against the sentence once
 */
export function otherSubjects(text: string): (fact: Fact) => boolean {
  const known = new Map<Fact['source'], { readonly some: boolean; readonly places: readonly string[] }>();
  return ({ source, holds }) => {
    const { some, places } = kept(known, source, () => {
      const names = [source.publisher, source.title, ...source.names].map(escaped);
      // "Reading" in The Reading Agency is no town.
      const rest = text.replace(new RegExp(names.join('|'), 'gi'), (name) => '·'.repeat(name.length));
      return { some: SOME.test(rest), places: (rest.match(NAME) ?? []).filter((name) => !WIDE.test(name)) };
    });
    return some || (holds !== undefined && places.some((name) => !holds.includes(name)));
  };
}
