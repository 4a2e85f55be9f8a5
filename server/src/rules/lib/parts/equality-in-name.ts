/**
 * Finds parts on equality that say nothing (“EIA done. Neutral.”). Councillors must know whom a decision affects when
 * they take it (Equality Act 2010, section 149).
 */
import { toString as textOf } from 'mdast-util-to-string';
import type { Block, Draft } from '../../../draft';
import type { Framework, Part } from '../../../framework/types';
import { BEHIND } from '../../../support/appendices';
import type { Problem } from '../../types';
import { endOfSection, presentParts } from './present';

/** A part with more words is taken to say whom the decision affects. */
const MOST_WORDS = 12;
/** Words that are still to be filled in, which another rule reports. */
const OPEN = /[[\]?]|\bTB[CA]\b|\bto follow\b|\bawait/i;

/** The findings on a draft; none where no kind of the framework requires a part on equality. */
export function equalityInName(draft: Draft, kindId: string, framework: Framework): readonly Problem[] {
  const kind = framework.kinds.find(({ parts }) => parts.some(isEquality));
  const part = kind?.parts.find(isEquality);
  if (!kind || !part) return [];
  if (kindId !== kind.id && kindId !== 'strategy') return [];
  return presentParts(draft, kind)
    .filter(
      (one) =>
        one.part === part &&
        !(one.depth > 6 && isListedBehind(draft, one.index)) &&
        isThin(draft, one.index, one.depth),
    )
    .map(({ span }) => ({
      span,
      message:
        'Nobody can see from this whom the decision affects, and the duty is to know before it is taken. Say which groups, how, and what will be done about it.',
    }));
}

const isEquality = ({ id, required }: Part): boolean => id === 'equality' && required === true;

/** Whether a line is only listed under a heading for appendices or background papers. */
function isListedBehind({ blocks }: Draft, index: number): boolean {
  for (let above = index - 1; above >= 0; above--) {
    const { node, text } = blocks[above]!.block;
    if (node.type === 'heading') return BEHIND.test(text.replace(/^#+/, ''));
  }
  return false;
}

function isThin(draft: Draft, index: number, depth: number): boolean {
  const isLine = depth > 6 && !IS_LABEL.test(draft.blocks[index]!.block.text);
  let prose = '';
  let count = 0;
  // Read only as far as needed, as a part may be as long as a paper.
  for (const { node, text } of blocksOf(draft, index, depth)) {
    if (!PROSE_TYPES.has(node.type) || text.includes('](')) return false;
    if (node.type === 'html') continue;
    const words = isLine ? textOf(node).replace(/^[^:–—.]{1,60}[:–—.]/, '') : textOf(node);
    prose += ` ${words}`;
    count += words.split(/\s+/).filter((word) => /[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2}/u.test(word)).length;
    if (count > MOST_WORDS) return false;
  }
  return count > 0 && !OPEN.test(prose) && !GROUPS.test(prose);
}

const PROSE_TYPES: ReadonlySet<string> = new Set(['paragraph', 'list', 'html']);

/** Words for groups of people: a part that names one says whom the decision affects. */
const GROUPS =
  /\b(?:age|older|young\w*|child\w*|pupils|famil\w+|parents?|wom[ae]n|m[ae]n|disab\w+|deaf|blind|carers?|faith|religio\w+|ethnic\w*|race|pregnan\w+|poor\w*|depriv\w+|trans|gender|sex)\b/i;

/** The blocks of a part: those below its heading, or below a label that stands alone, or else the block of its label. */
function blocksOf(draft: Draft, index: number, depth: number): readonly Block[] {
  const of = (from: number, to: number) => draft.blocks.slice(from, to).map(({ block }) => block);
  if (depth <= 6) return of(index + 1, endOfSection(draft, index, depth));
  if (!IS_LABEL.test(draft.blocks[index]!.block.text)) return of(index, index + 1);
  let end = index + 1;
  while (end < draft.blocks.length && !/^(?:#|\*\*|__)/.test(draft.blocks[end]!.block.text)) end++;
  return of(index + 1, end);
}

const IS_LABEL = /^(\*\*|__)[^*_\n]{1,80}\1\s*:?\s*$/;
