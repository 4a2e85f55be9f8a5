/** The first line of a paper that is its title, and no heading. */
import type { Draft, Span } from '../../draft';
import { MONTHS } from '../../text/dates';

/** The longest title, in characters, and the fewest words of one. */
const LONGEST = 90;
const FEWEST = 3;

const IN_BOLD = /^(\*\*|__)([^*_\r\n]+)\1$/;
/** What begins or ends a line that names whose paper it is, to whom it goes or what sort it is of. */
const BEGINS_OTHERWISE =
  /^(?:report|paper|briefing|note|draft|agenda|item|appendix|annexe?|version|meeting|minutes|dear|from|to|for|by|date|page|public|press|official|restricted|confidential|hello|hi)\b/i;
const ENDS_OTHERWISE =
  /\b(?:council|committee|board|cabinet|services?|libraries|trust|department|directorate|team|group|forum|association|ltd|panel|executive)$/i;
/** Marks of a sentence, a label, a bracket, a link or a date: a title may have them, and then it is not sure. */
const MARKED = new RegExp(`[.,;:!|\\t()[\\]<>@*_#\`{}~]|\\b(?:${MONTHS.join('|')}) (?:19|20)\\d\\d\\b`);

/**
 * The first block of a draft where that is surely its title: a line of some words, without the marks of a sentence, that
 * stands above text which is none.
 */
export function titleLineOf({ blocks }: Draft): { readonly span: Span; readonly words: string } | undefined {
  const [first, next] = blocks;
  if (first?.block.node.type !== 'paragraph' || !next || first.block.review) return undefined;
  const line = first.block.text.trim();
  const words = (IN_BOLD.exec(line)?.[2] ?? line).trim();
  const isTitle =
    words.length <= LONGEST &&
    words.split(' ').length >= FEWEST &&
    /^\p{Lu}/u.test(words) &&
    /\p{Ll}/u.test(words) &&
    !/^\p{Lu}{3}/u.test(words) &&
    !/[\r\n]/.test(line) &&
    !MARKED.test(words) &&
    !BEGINS_OTHERWISE.test(words) &&
    !ENDS_OTHERWISE.test(words);
  if (!isTitle || !isText(next.block)) return undefined;
  return { span: { start: first.start, end: first.start + first.block.text.length }, words };
}

/** Whether a block is a heading, a list or lines with the mark of a sentence or label: no further line of a page’s head. */
const isText = ({ node: { type }, text }: Draft['blocks'][number]['block']): boolean =>
  type === 'paragraph' ? text.length > LONGEST || /[.!?:]/.test(text) : type === 'heading' || type === 'list';
