/** Words by what they do in a claim. Lower case, as are the texts that they are looked for in; nouns in the singular. */
import data from './phrases.json';
import type { Unit } from './types';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const UNITS: Readonly<Record<Unit, string>> = data.units;

/** Units that make a number a duration. */
const TIME_UNITS: ReadonlySet<string> = new Set(words(data.timeUnits));

/** Units that make a number a size, a distance or a setting. */
const MEASURE_UNITS: ReadonlySet<string> = new Set(words(data.measureUnits));

const unitOfNoun = new Map<string, Unit>();
for (const [unit, nouns] of Object.entries(UNITS) as [Unit, string][]) {
  for (const noun of words(nouns)) if (!unitOfNoun.has(noun)) unitOfNoun.set(noun, unit);
}

/** The singular of a lower-case noun, near enough to look it up. */
export function singular(noun: string): string {
  if (noun.length > 4 && noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (noun.length > 4 && /(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2);
  if (noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') && !noun.endsWith('us')) {
    return noun.slice(0, -1);
  }
  return noun;
}

/** The sort of thing that a noun names, in the singular or plural, lower case; undefined for an unknown one. */
export function unitOf(noun: string): Unit | undefined {
  return unitOfNoun.get(noun) ?? unitOfNoun.get(singular(noun));
}

export function isTimeUnit(noun: string): boolean {
  return TIME_UNITS.has(noun) || TIME_UNITS.has(singular(noun));
}

export function isMeasureUnit(noun: string): boolean {
  return MEASURE_UNITS.has(noun) || MEASURE_UNITS.has(singular(noun));
}
