/** Paragraphs and items that break off in the middle of a sentence: “The Board delegates authority to”. */
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block } from '../../../draft/types';
import { spanOf } from '../blocks/nodes';
import type { UnfilledPlace } from './types';

/**
 * The last two words of a text that may break off. No sentence ends in an article; but one may end in “to”, “by” or “be”
 * after the words in `MAY_END`, and an item of a list in “and” or “or”.
 */
const END = /(?:^|\s)([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)[*_]{0,3}\s+[*_]{0,3}(the|an?|to|by|be|and|or)\s*$/u;
/** Other words that no paragraph ends in. */
const END_OF_PARAGRAPH =
  /\s[*_]{0,3}(?:of|from|about|with|for|at|into|between|than|that|but|because|although|though|whether|if|unless|while|its|their|our)\s*$/;
/** Ends that always break off. */
const CUT = /,\s(?:on|and that)\s*$|\s[[(]\s*$/;
const MAY_END: Readonly<Record<string, RegExp>> = {
  to: /^(?:talk|speak|listen|look|get|go|want|like|love|need|hope|tr[iy]|refuse|allow|belong|refer|turn|stick|relate|compare|add|sen[dt]|give|gave|writ|wrote|read|agree|attach|entitle|lead|led|point|happen|return|reply|respond|object|mov|mean|plan|pay|paid)\w{0,4}$|^(?:forward|spoke|spoken|got|gone|went|come|came|used|able|have|has|had|chose|happy|willing|due|next|close|subject|open|new|up|back|on|through|over|down|welcome|free|easy|hard|access|key|similar|not|how|where|what|told|asked|invited|supposed|know|known|held|brought|in|here|there|way)$/i,
  by: /^(?:pass|passes|passed|passing|come|comes|came|drop|drops|dropped|pop|popped|stood|stand|close|near|get|got|go|goes|went|live|lived|swear|sworn|call|called|led|run|looked|years|time|days)$/i,
  be: /^(?:need|needs|ought|can|could|should|would|will|might|must|may|to|ll)$/i,
};
/** What no text that breaks off ends in. */
const ENDS = /[^a-z\s[(]\s*$/;
/** Prepositions at the end of a text. They are right if their object stands before: “the people that it is for”. */
const OBJECTLESS = /\b(?:of|from|about|with|for|at|into|between|to|by)\s*$/;
/** Signs of such an object: “what it comes from”, “a friend to talk it over with”. */
const OBJECT =
  /\b(?:that|which|who|whom|whose|what|whatever|where|how|nobody|anybody|somebody|nothing|anything|something)\b|\bto(?! be )(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){1,3} (?:of|from|about|with|for|at|into|between)\s*$/iu;
/** The end of a reference before its address. */
const AVAILABLE = /\bavailable\s(?:at|from)\s*$/i;
const LEAST_WORDS = 4;
/** The words that are marked: the last six. */
const SHOWN = /(?:\S{1,40}\s{1,9}){0,5}\S{1,40}$/;

/** The ends of paragraphs and items of a block that break off; in linear time. */
export function brokenOff(block: Block): readonly UnfilledPlace[] {
  const { node } = block;
  if (node.type !== 'paragraph' && node.type !== 'list') return [];
  const found: UnfilledPlace[] = [];
  const visit = (one: Nodes, next: Nodes | undefined): void => {
    if (one.type === 'paragraph') {
      if (next?.type !== 'list' && next?.type !== 'table' && next?.type !== 'blockquote') {
        const place = endOf(block, one, node.type === 'list');
        if (place) found.push(place);
      }
    } else if (one.type === 'list' || one.type === 'listItem') {
      for (const [at, child] of one.children.entries()) visit(child, one.children[at + 1]);
    }
  };
  visit(node, undefined);
  return found;
}

/** Whether the last words of a text need others behind them. */
function breaksOff(text: string, inList: boolean): boolean {
  if (CUT.test(text.slice(-20))) return true;
  if (AVAILABLE.test(text.slice(-20))) return false;
  if (OBJECTLESS.test(text.slice(-20)) && OBJECT.test(text) && !/[.!?]\S?\s/.test(text)) return false;
  const [, before, word] = END.exec(text.slice(-80)) ?? [];
  if (before === undefined || word === undefined) return !inList && END_OF_PARAGRAPH.test(text.slice(-20));
  if (inList && (word === 'and' || word === 'or')) return false;
  return !MAY_END[word]?.test(before);
}

function endOf(
  block: Block,
  node: Extract<Nodes, { type: 'paragraph' }>,
  inList: boolean,
): UnfilledPlace | undefined {
  const only = node.children.length === 1 ? node.children[0] : undefined;
  const within = only?.type === 'emphasis' || only?.type === 'strong' ? only : node;
  const last = within.children.at(-1);
  if (last?.type !== 'text' || ENDS.test(last.value.slice(-20))) return undefined;
  const text = textOf(node);
  if (text.trim().split(/\s+/, LEAST_WORDS).length < LEAST_WORDS) return undefined;
  // A paragraph in bold or italics may be a heading.
  if (within === node ? !breaksOff(text, inList) : !CUT.test(text.slice(-20))) return undefined;
  const { end } = spanOf(last);
  const source = block.text.slice(0, end).trimEnd();
  const shown = SHOWN.exec(source.slice(-200))![0];
  const start = Math.max(spanOf(node).start, source.length - shown.length);
  return {
    start,
    end: source.length,
    lack: 'end',
    sure: true,
    ...(!inList && { unlessLeadsOn: true }),
  };
}
