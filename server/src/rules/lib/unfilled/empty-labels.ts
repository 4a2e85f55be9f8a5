import type { Block, Draft } from '../../../draft/types';
import type { UnfilledPlace } from './types';

/**
 * The beginning of a line with a label: "**Wards affected:**", "- Date:", "**7.0 Equality** –". Any words in bold are a
 * label if a colon or a dash stands where the bold type ends.
 */
const LABEL =
  /^([ \t]*)((?:[-*+]|\d{1,3}[.)])[ \t]+)?([*_]{0,3})([\p{Lu}\d][^*_:\r\n]{1,59}?)(?:[ \t]?([:–—-])\3|\3[ \t]?([:–—-]))(?=[\s\\]|$)/u;
/** A label without bold or italic type, before its colon. */
const PLAIN = /^\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'/&() -]{1,40}$/u;
/** The bullet or number of an item of a list, with the white space around it. */
const MARKER = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?/;
const MOST_WORDS = 4;
/** Words that announce what follows. */
const LEADS_ON =
  /\b(?:following|below|includes?|including|are|is|was|were|that|these|this|to|said|says|asks?|asked|yours|regards|dear|ends)\b|\b(?:with|from|for|on|of|and|or|in|at)$/i;
/** Labels that are filled in by hand on the printed page, unless they are in bold. */
const BY_HAND = /\b(?:sign(?:ed|ature)|approved|authorised|cleared|initials)\b|\bby$/i;
/** A second label at the end of a line: "**Author:** Jo Holt  **Tel:**". */
const AT_END = /[^\s*][ \t]{1,9}(\*\*[\p{Lu}][^*:\r\n]{1,40}(?::\*\*|\*\*:))[ \t\\]{0,9}$/u;
/** A label that may stand above a group of labels: "**Opening hours:**" before "**Monday:** 9 to 5". */
const GROUP = /(?:[^su]s|contact|information|media)$/i;
/** Labels that footnotes may follow. */
const OF_NOTES = /\b(?:notes|sources|references|nodiadau|ffynonellau)\b/i;

interface Label {
  readonly indent: number;
  readonly isItem: boolean;
  /** Its emphasis marks: `**`, `_` or none. */
  readonly style: string;
  readonly name: string;
  /** Its colon or dash. */
  readonly mark: string;
  /** Whether nothing follows it in its line. */
  readonly isEmpty: boolean;
}

function labelOf(line: string): Label | undefined {
  const match = LABEL.exec(line);
  if (!match) return undefined;
  const [begin, indent, item, style, words, inside, outside] = match;
  const name = words!.trim();
  const mark = (inside ?? outside)!;
  // Without emphasis, a dash would be one of a sentence.
  if (style === '' && (mark !== ':' || !PLAIN.test(name) || name.split(/\s+/).length > MOST_WORDS))
    return undefined;
  const isEmpty = /^[ \t\\]*$/.test(line.slice(begin.length));
  return { indent: indent!.length, isItem: item !== undefined, style: style!, name, mark, isEmpty };
}

/** Whether another label is a sibling of this one, and so not what this one announces. */
const isBeside = (label: Label, other: Label | undefined): boolean =>
  other?.style === label.style && other.isItem === label.isItem && other.indent <= label.indent;

/** Whether the labels that follow may be what this one announces. */
const mayHead = ({ mark, name }: Label): boolean => mark === ':' && GROUP.test(name);

/**
 * The labels of a block that nothing follows: "**Wards affected:**" alone on a line, before the next label or at the
 * end of the block. At its end, the next blocks decide (see `unlessFollowed`).
 */
export function emptyLabels({ text, node }: Block): readonly UnfilledPlace[] {
  if (node.type !== 'paragraph' && node.type !== 'list') return [];
  if (!/[:–—-][*_]{0,3}[ \t\\]*(?:[\r\n]|$)/.test(text)) return [];
  const found: UnfilledPlace[] = [];
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  const labels = lines.map(({ 0: line }) => labelOf(line));
  // In a list, a plain label counts only if another label is filled in.
  const isForm = node.type === 'paragraph' || labels.some((label) => label?.isEmpty === false);
  /** The emphasis marks of the labels so far that are filled in. */
  const filled = new Set<string>();
  for (const [at, { 0: line, index }] of lines.entries()) {
    const label = labels[at];
    if (!label?.isEmpty) {
      if (label) filled.add(label.style);
      const second = label?.style === '**' ? AT_END.exec(line) : null;
      const isLast = at + 1 === lines.length;
      if (second && (isLast || labels[at + 1]))
        found.push({
          start: index + second.index + second[0].indexOf('**', 1),
          end: index + second.index + second[0].trimEnd().length,
          lack: 'label',
          sure: true,
          ...(isLast && { unlessFollowed: true }),
          name: second[1]!.replace(/[*:]/g, ''),
        });
      continue;
    }
    const { style, name } = label;
    if (LEADS_ON.test(name) || (style === '' && (!isForm || BY_HAND.test(name)))) continue;
    const isLast = at + 1 === lines.length;
    const next = labels[at + 1];
    if (!isLast && (!isBeside(label, next) || (style === '' && next?.isEmpty))) continue;
    found.push({
      start: index + MARKER.exec(line)![0].length,
      end: index + line.trimEnd().length,
      lack: 'label',
      sure: isLast || !mayHead(label) || filled.has(style),
      ...(isLast && { unlessFollowed: true }),
      name,
    });
  }
  return found;
}

/** @returns the empty label at the end of the block at `index`; undefined if the next blocks are what it announces */
export function unlessFollowed(draft: Draft, index: number, place: UnfilledPlace): UnfilledPlace | undefined {
  const { blocks } = draft;
  const label = labelOf(blocks[index]!.block.text.slice(place.start, place.end))!;
  let at = index + 1;
  while (at < blocks.length && isUnseen(blocks[at]!.block, label)) at++;
  const next = blocks[at]?.block;
  if (!next || next.node.type === 'thematicBreak') return place;
  if (next.node.type === 'heading') return next.node.depth > 2 ? undefined : place;
  if (next.node.type !== 'paragraph') return undefined;
  if (label.style === '' || !isBeside(label, labelOf(next.text))) return undefined;
  return mayHead(label) ? { ...place, sure: false } : place;
}

/** Whether a block is a comment, or is printed elsewhere. */
function isUnseen({ node, text }: Block, { name }: Label): boolean {
  if (node.type === 'footnoteDefinition') return !OF_NOTES.test(name);
  if (node.type !== 'html') return node.type === 'definition';
  const end = text.indexOf('-->');
  return /^\s*<!--/.test(text) && (end < 0 || text.slice(end + 3).trim() === '');
}
