/** Whether a footnote of the paper may be the source of another sentence, as far as that says where it is from. */
import { sourceNamedIn } from '../../../support/vague-source';
import { words } from '../../../util/lists';

/** What the authors counted: “we counted”, “our own records show”, “a count by our staff”. */
const OWN_COUNT =
  /\b(?:we|(?:our|library|branch) (?:staff|team|volunteers|librarians)) (?:have |had |also )?(?:counted|recorded|logged|measured|surveyed)\b|\bour (?:own )?(?:door |head |visitor |daily |weekly )?(?:counts?|counters?|tally|records?|logs?|registers?|figures|data)\b|\b(?:counted|recorded|logged) by (?:us|our|staff|volunteers|the (?:library )?(?:staff|team))\b|\b(?:own|staff) (?:head ?|door ?)?counts?\b/i;
/** A source that is the authors themselves. */
const OURS = /\b(?:we|our|us)\b/i;
/** Words with a capital letter that are no name, as they begin a sentence or lead to a name. */
const NO_NAMES = words(
  'a an the this that these those it they by on in of for according one another some many most several recent new national independent local academic research studies study evidence experts expert figures data statistics stats numbers estimates analysis surveys survey reports report reviews review evaluations evaluation evaluators researchers economists doctors teachers parents users readers',
);

/**
 * Returns whether the text of a footnote may be the source of a sentence: of one that names no body and is no count of
 * the authors, any may; of one that names a body, those that name it too.
 */
export function maySupport(saying: string): (note: string) => boolean {
  if (OWN_COUNT.test(saying)) return () => false;
  const named = sourceNamedIn(saying);
  if (!named) return () => true;
  const source = saying.slice(named.start, named.end);
  if (OURS.test(source)) return () => false;
  const names = (source.match(/\p{Lu}[\p{L}\d&-]*/gu) ?? []).filter(
    (word) => !NO_NAMES.has(word.toLowerCase()),
  );
  return (note) => names.every((name) => isIn(note, name));
}

/** Whether a text has a name, or that of which it is the initials: “RNIB”. */
function isIn(text: string, name: string): boolean {
  const all = text.match(/[\p{L}\d&-]+/gu) ?? [];
  if (all.some((word) => word.toLowerCase() === name.toLowerCase())) return true;
  const initials = all.flatMap((word) => (/^\p{Lu}/u.test(word) ? [word[0]] : [])).join('');
  return /^\p{Lu}{2,}$/u.test(name) && initials.includes(name);
}
