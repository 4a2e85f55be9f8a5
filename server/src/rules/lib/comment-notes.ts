import { asidesIn } from '../../asides';
import type { Block } from '../../draft/types';
import { isInstruction } from '../../draft/unfilled';
import { nodesOf, spanOf } from './nodes';
import type { UnfilledPlace } from './unfilled-place';

/** Longer ones are text that is left out. */
const COMMENT = /<!--([^<>]{1,500}?)-->/g;

/**
 * Comments in HTML with a note between those who write the paper ("<!-- ask Ann for the figure -->"), which the page
 * does not show and the file has. In linear time.
 */
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
        fromTemplate: false,
        name,
      });
    }
  }
  return found;
}

/** What is said to somebody: other notes may be meant to stay in the file. */
const ASKS = /\b(?:ask|chase|check|confirm|cut|draft(?!\s\d)|name|needs?|please|pls|tbc|todo)\b/i;

/** Words that name a thing, and would ask for it with others behind them: "list", "copy of the paper" and not "name the branch". */
const THING = /^(?:copy|(?:complete\s)?list|link|name|need)(?:$|:|\s(?:of|for|reference)\b)/i;
/** What programs say to each other, and to those who would change what they made. */
const OF_PROGRAMS = /\bdo\snot\s(?:edit|change|modify)\b/i;

function isNote(words: string): boolean {
  // The question mark of an address asks nothing.
  const said = words.replace(/\bhttps?:\/\/\S+/gi, '').trim();
  if (OF_PROGRAMS.test(said) || (THING.test(said) && !said.includes('?'))) return false;
  return isInstruction(said) || asidesIn(`(${said})`, {}).length > 0;
}
