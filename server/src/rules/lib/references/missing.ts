/** Finds references to what a paper has not: “Appendix B” where there is only Appendix A, “Table 3” of two. */
import { BlockFinder, type Draft, moved } from '../../../draft';
import { BEHIND } from '../../../support/appendices';
import { addTo } from '../../../util/lists';
import { getOrInsert, memoized } from '../../../util/memoize';
import { type Family, labelsOf, type Reference } from './labels';

/** A reference, with its span in the draft. */
export interface Missing extends Reference {
  /** The labels that there are, in their order. */
  readonly given: readonly string[];
}

const finder = new BlockFinder(labelsOf);
const RECOMMENDATIONS = /^\W{0,4}(?:\d[\d.]*\s+)?(?:the\s+)?recommendations?\b/i;
/** How many there have to be before one more is missing. */
const FEWEST: Readonly<Record<Family, number>> = {
  item: 1,
  appendix: 1,
  table: 1,
  figure: 1,
  option: 2,
  recommendation: 2,
  section: 3,
  paragraph: 6,
};
/** The most labels, or references to them, of a paper that is checked; a paper with more is a collection. */
const MOST = 400;
/** How far beyond the last section one may be that is taken for one of the paper. */
const FURTHEST = 3;

/** What a draft gives labels to, and what it refers to. */
interface Labelled {
  readonly given: ReadonlyMap<Family, ReadonlySet<string>>;
  /** Appendices that are said to be elsewhere. */
  readonly elsewhere: ReadonlySet<string>;
  /** Of which the paper names some of another document, so that a number alone may be one of these. */
  readonly others: ReadonlySet<Family>;
  /** Their spans are in the draft. */
  readonly found: ReadonlyMap<Family, readonly Reference[]>;
}

export const labelledIn = memoized((draft: Draft): Labelled => {
  const given = new Map<Family, Set<string>>();
  const elsewhere = new Set<string>();
  const others = new Set<Family>();
  const found = new Map<Family, Reference[]>();
  const give = (family: Family, label: string): unknown =>
    getOrInsert(given, family, () => new Set()).add(label);
  const lists: (readonly string[])[] = [];
  let part: 'appendices' | 'recommendations' | undefined;
  let depth = 0;
  let hasRows = false;
  let goesOn = false;
  for (const { found: labels, placed } of finder.in(draft, undefined)) {
    const { heading, numbers } = labels;
    if (heading && (part === undefined || heading.depth <= depth)) {
      part = BEHIND.test(heading.text)
        ? 'appendices'
        : RECOMMENDATIONS.test(heading.text)
          ? 'recommendations'
          : undefined;
      depth = heading.depth;
    }
    for (const { family, label } of labels.given) {
      if (family !== 'item') give(family, label);
      else if (part === 'appendices') give('appendix', label);
    }
    for (const label of labels.elsewhere) elsewhere.add(label);
    for (const family of labels.others) others.add(family);
    if (part === 'appendices') {
      for (const label of labels.listed) elsewhere.add(label);
      for (const label of numbers) give('appendix', label);
    } else if (part === 'recommendations' && numbers.length > 0) lists.push(numbers);
    for (const label of numbers) give('paragraph', label);
    goesOn ||= numbers.length > 0 && numbers[0] !== '1';
    hasRows ||= labels.hasRows;
    for (const reference of labels.references) addTo(found, reference.family, moved(reference, placed.start));
  }
  const [recommendations, ...more] = lists;
  if (recommendations && more.length === 0 && !hasRows)
    for (const label of recommendations) give('recommendation', label);
  // Only lists that go on from each other number the paragraphs of a paper.
  const paragraphs = given.get('paragraph');
  if (paragraphs && !goesOn)
    given.set('paragraph', new Set([...paragraphs].filter((one) => one.includes('.'))));
  return { given, elsewhere, others, found };
});

/** The references of a draft to what is not in it; spans are in the draft. */
export function missingIn(draft: Draft): readonly Missing[] {
  const { given, elsewhere, others, found } = labelledIn(draft);
  return [...found].flatMap(([family, all]) => {
    if (others.has(family)) return [];
    const own = all.filter(({ label }) => family !== 'appendix' || !elsewhere.has(label));
    return missingOf(family, [...(given.get(family) ?? [])], own);
  });
}

/** What is referred to and not given, where it is one thing: a paper that refers to several has them elsewhere. */
function missingOf(family: Family, given: readonly string[], all: readonly Reference[]): readonly Missing[] {
  if (given.length > MOST || all.length > MOST) return [];
  const off = all.filter(({ label }) => isMissing(family, label, given));
  if (new Set(off.map(({ label }) => label)).size !== 1) return [];
  return off.map((one) => ({ ...one, given: given.filter((other) => isAlike(other, one.label)) }));
}

function isMissing(family: Family, label: string, given: readonly string[]): boolean {
  const alike = given.filter((one) => isAlike(one, label));
  if (alike.length < FEWEST[family] || alike.some((one) => baseOf(one) === baseOf(label))) return false;
  if (label.includes('.')) return true;
  // A section far beyond is one of a law. Where “B” and “D” are given, “C” may well be.
  const isFar = family === 'section' && Number.parseInt(label, 10) > alike.length + FURTHEST;
  return !isFar && isFromStart(alike);
}

const isLetter = (label: string): boolean => /^[A-Z]/.test(label);

/** “B” of “B1”, “3” of “3b”. */
const baseOf = (label: string): string => (isLetter(label) ? label.slice(0, 1) : label.replace(/[A-Z]$/, ''));

/** Whether both are letters, or numbers of as many parts. */
const isAlike = (one: string, other: string): boolean =>
  isLetter(one) === isLetter(other) && one.split('.').length === other.split('.').length;

/** Whether labels are all from A or 1 on. */
export function isFromStart(labels: readonly string[]): boolean {
  const places = new Set(
    labels.map((label) => (isLetter(label) ? label.charCodeAt(0) - 64 : Number.parseInt(label, 10))),
  );
  return Array.from({ length: places.size }, (_, at) => at + 1).every((one) => places.has(one));
}
