import { asidesIn } from '../../../asides';
import type { Block } from '../../../draft/types';
import { isInstruction } from '../../../draft/unfilled';
import { nodesOf, spanOf } from '../blocks/nodes';
import type { UnfilledPlace } from './types';

/** An HTML comment. Longer ones are usually text that was taken out of the paper. */
const COMMENT = /<!--([^<>]{1,500}?)-->/g;

/** HTML comments that are notes between authors: "<!-- ask Ann for the figure -->". In linear time. */
export function commentNotes(block: Block): readonly UnfilledPlace[] {
  if (!block.text.includes('<!--')) return [];
  const found: UnfilledPlace[] = [];
  for (const node of nodesOf(block)) {
    if (node.type !== 'html') continue;
    const { start, end } = spanOf(node);
    for (const { 0: comment, 1: inner, index } of block.text.slice(start, end).matchAll(COMMENT)) {
      const name = inner!.replace(/\s+/g, ' ').trim();
      if (/^advocacy-/.test(name) || !isNote(name)) continue;
      found.push({
        start: start + index,
        end: start + index + comment.length,
        lack: 'comment',
        sure: name.includes('?') || ASKS.test(name),
        name,
      });
    }
  }
  return found;
}

/** Words that ask somebody to do something. Other notes may be meant to stay in the file. */
const ASKS = /\b(?:ask|chase|check|confirm|cut|draft(?!\s\d)|name|needs?|please|pls|tbc|todo)\b/i;

/** Nouns that could be read as commands: "list", "copy of the paper"; but not "name the branch". */
const THING = /^(?:copy|(?:complete\s)?list|link|name|need)(?:$|:|\s(?:of|for|reference)\b)/i;
/** Notes of programs that generated the text. */
const OF_PROGRAMS = /\bdo\snot\s(?:edit|change|modify)\b/i;

function isNote(words: string): boolean {
  // The question mark of an address asks nothing.
  const text = words.replace(/\bhttps?:\/\/\S+/gi, '').trim();
  if (OF_PROGRAMS.test(text) || (THING.test(text) && !text.includes('?'))) return false;
  return isInstruction(text) || asidesIn(`(${text})`, {}).length > 0;
}
