/** Finds references to what a paper has not: “Appendix B” where there is only Appendix A, “Table 3” of two. */
import { allIn, BlockFinder, type Draft, RunMap, runsOf } from '../../../draft';
import { addAll, groupBy } from '../../../util/lists';
import { getOrInsert, memoized } from '../../../util/memoize';
import { type Family, type Label, labelsOf, type PartHeading, type Reference } from './labels';

/** A reference, with its span in the draft. */
export interface Missing extends Reference {
  /** The labels that there are, in their order. */
  readonly given: readonly string[];
}

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

const references = new BlockFinder((block) => labelsOf(block)?.references);

/** What a run of blocks gives labels to. */
interface RunLabels {
  readonly given: readonly Label[];
  readonly elsewhere: readonly string[];
  readonly others: readonly Family[];
  /** The numbers of each list of recommendations. */
  readonly lists: readonly (readonly string[])[];
  /** Whether a list begins with another number than 1. */
  readonly goesOn: boolean;
  readonly hasRows: boolean;
  /** The heading of the part that it ends in. */
  readonly part: PartHeading | undefined;
}

/** By the heading of the part that a run begins in. */
const inRuns = new RunMap((blocks, above: PartHeading | undefined): RunLabels => {
  const given: Label[] = [];
  const elsewhere: string[] = [];
  const others: Family[] = [];
  const lists: (readonly string[])[] = [];
  let part = above;
  let hasRows = false;
  let goesOn = false;
  for (const block of blocks) {
    const labels = labelsOf(block);
    if (!labels) continue;
    const { heading, numbers } = labels;
    if (heading && (part === undefined || heading.depth <= part.depth))
      part = heading.part === undefined ? undefined : heading;
    const isAppendices = part?.part === 'appendices';
    for (const one of labels.given) {
      if (one.family !== 'item') given.push(one);
      else if (isAppendices) given.push({ family: 'appendix', label: one.label });
    }
    addAll(elsewhere, labels.elsewhere);
    addAll(others, labels.others);
    if (isAppendices) {
      addAll(elsewhere, labels.listed);
      for (const label of numbers) given.push({ family: 'appendix', label });
    } else if (part && numbers.length > 0) lists.push(numbers);
    for (const label of numbers) given.push({ family: 'paragraph', label });
    goesOn ||= numbers.length > 0 && numbers[0] !== '1';
    hasRows ||= labels.hasRows;
  }
  return { given, elsewhere, others, lists, goesOn, hasRows, part };
});

/** What a draft gives labels to. */
interface Labelled {
  readonly given: ReadonlyMap<Family, ReadonlySet<string>>;
  /** Appendices that are said to be elsewhere. */
  readonly elsewhere: ReadonlySet<string>;
  /** Of which the paper names some of another document, so that a number alone may be one of these. */
  readonly others: ReadonlySet<Family>;
}

const labelledIn = memoized((draft: Draft): Labelled => {
  const given = new Map<Family, Set<string>>();
  const elsewhere = new Set<string>();
  const others = new Set<Family>();
  const give = ({ family, label }: Label): unknown => getOrInsert(given, family, () => new Set()).add(label);
  const lists: (readonly string[])[] = [];
  let part: PartHeading | undefined;
  let hasRows = false;
  let goesOn = false;
  for (const { run } of runsOf(draft)) {
    const labels = inRuns.of(run, part);
    labels.given.forEach(give);
    for (const label of labels.elsewhere) elsewhere.add(label);
    for (const family of labels.others) others.add(family);
    addAll(lists, labels.lists);
    goesOn ||= labels.goesOn;
    hasRows ||= labels.hasRows;
    part = labels.part;
  }
  const [recommendations, ...more] = lists;
  if (recommendations && more.length === 0 && !hasRows)
    for (const label of recommendations) give({ family: 'recommendation', label });
  // Only lists that go on from each other number the paragraphs of a paper.
  const paragraphs = given.get('paragraph');
  if (paragraphs && !goesOn)
    given.set('paragraph', new Set([...paragraphs].filter((one) => one.includes('.'))));
  return { given, elsewhere, others };
});

/** The references of a draft to what is not in it; spans are in the draft. */
export function missingIn(draft: Draft): readonly Missing[] {
  const found = groupBy(allIn(references, draft, undefined), ({ family }) => family);
  if (found.size === 0) return [];
  const { given, elsewhere, others } = labelledIn(draft);
  return [...found].flatMap(([family, all]) => {
    if (others.has(family)) return [];
    const own = all.filter(({ label }) => family !== 'appendix' || !elsewhere.has(label));
    return missingOf(family, [...(given.get(family) ?? [])], own);
  });
}

/** What is referred to and not given, where it is one thing: a paper that refers to several has them elsewhere. */
function missingOf(family: Family, given: readonly string[], all: readonly Reference[]): readonly Missing[] {
  if (given.length > MOST || all.length > MOST) return [];
  const labels = new Set(all.map(({ label }) => label));
  const byForm = groupBy(given, formOf);
  const alikeTo = (one: string): readonly string[] => byForm.get(formOf(one)) ?? [];
  const [label, ...more] = [...labels].filter((one) => isMissing(family, one, alikeTo(one)));
  if (label === undefined || more.length > 0) return [];
  return all.filter((one) => one.label === label).map((one) => ({ ...one, given: alikeTo(label) }));
}

/** @param alike the labels that there are, of the same form */
function isMissing(family: Family, label: string, alike: readonly string[]): boolean {
  if (alike.length < FEWEST[family] || alike.some((one) => baseOf(one) === baseOf(label))) return false;
  if (label.includes('.')) return true;
  // A section far beyond is one of a law. Where “B” and “D” are given, “C” may well be.
  const isFar = family === 'section' && Number.parseInt(label, 10) > alike.length + FURTHEST;
  return !isFar && isFromStart(alike);
}

const isLetter = (label: string): boolean => /^[A-Z]/.test(label);

/** “B” of “B1”, “3” of “3b”. */
const baseOf = (label: string): string => (isLetter(label) ? label.slice(0, 1) : label.replace(/[A-Z]$/, ''));

/** Alike for letters, and for numbers of as many parts. */
const formOf = (label: string): string => `${isLetter(label)} ${label.split('.').length}`;

/** Whether labels are all from A or 1 on. */
function isFromStart(labels: readonly string[]): boolean {
  const places = new Set(
    labels.map((label) => (isLetter(label) ? label.charCodeAt(0) - 64 : Number.parseInt(label, 10))),
  );
  return Array.from({ length: places.size }, (_, at) => at + 1).every((one) => places.has(one));
}
