import { inserted } from '../criticmarkup/serialize';
import type { By } from '../criticmarkup/types';
import { UNTRACKED } from '../criticmarkup/untracked';
import type { Paragraph } from '../docx/model';
import type { Leaf } from './leaves';
import type { Merging } from './merging';
import { itemLevel } from './moved-items';
import { sourceOf } from './redline-words';
import type { Shape, Shapes } from './shapes';
import { boxIn, taskOf, withoutBox } from './task-boxes';
import type { Group } from './types';

/** Styles of text that is nothing else. */
const TEXT = /^(?:normal|body text|text body|default paragraph style)$/;

/** What the export makes of a line in bold that is the title, or the subject of a letter. */
const TITLE = /^(?:title|subject line)$/;

/** The end of a line within a paragraph, which may be a hard break. */
const LINE_END = /(?:\\|[ \t]{1,99})?\r?\n[ \t]*/g;

/**
 * What a paragraph of the draft is now in the document, if a reviewer gave it another style: a heading, one of another
 * level, an item or a paragraph of text. Undefined if it is what it was, and for what stands in lists and quotations.
 */
export function newShape({ node, parents }: Leaf, paragraph: Paragraph, shapes: Shapes): Shape | undefined {
  if (parents.length > 0) return undefined;
  const { heading, list } = shapes.of(paragraph);
  if (heading !== undefined && !shapes.knowsHeadings) return undefined;
  if (node.type === 'paragraph') {
    if (heading !== undefined) return TITLE.test(paragraph.styles[0] ?? '') ? undefined : { heading };
    return list === undefined ? undefined : { list };
  }
  if (node.type !== 'heading' || node.depth === 1) return undefined;
  if (heading !== undefined) return heading === node.depth ? undefined : { heading };
  return TEXT.test(paragraph.styles[0] ?? 'normal') ? {} : undefined;
}

/** What an item to tick is now, if a reviewer ticked it or took the tick away, and the draft has not followed since. */
export function ticked(leaf: Leaf, { paragraphs, parts }: Group, now: Leaf | undefined): Shape | undefined {
  const [checked, list] = [boxIn(parts)?.isTicked, paragraphs[0]!.list];
  const isTicked = (one: Leaf): boolean | undefined => taskOf(one)?.checked ?? undefined;
  const isNews = checked !== undefined && isTicked(leaf) === !checked && now && isTicked(now) === !checked;
  return isNews && list !== undefined ? { list, checked } : undefined;
}

/**
 * Exchanges a leaf for one of another shape: there is no mark for what stands in front of it, such as `##` or `[x]`. A
 * comment says so where the leaf has other marks.
 *
 * @param at the position of the leaf in the base
 * @param isTouched whether the review changed or commented on its text, too
 */
export function restyle(
  merging: Merging,
  at: number,
  { paragraphs, parts: shown }: Group,
  shape: Shape,
  isTouched: boolean,
): void {
  const leaf = merging.now(at);
  if (leaf === undefined || !merging.hasChanges) return;
  const isTicked = shape.checked !== undefined;
  const by = (isTicked ? boxIn(shown)?.by : paragraphs[0]!.restyled) ?? UNTRACKED;
  const parts = isTicked ? withoutBox(shown) : shown;
  // The draft has it already where the same review was merged before.
  if (merging.added(parts, by, false) === '') return;
  if (isTouched || leaf.changes.length > 0 || leaf.threads.length > 0) {
    say(merging, leaf, by, sentence(shape));
    return;
  }
  const source = sourceOf(leaf, merging.review.ours);
  // A heading has one line.
  const content = inserted(shape.heading === undefined ? source : source.replace(LINE_END, ' '), by);
  merging.push(leaf, { kind: 'delete', from: 0, to: leaf.text.length, by, seq: 1, endSeq: 2 });
  merging.changes += 2;
  merging.blocks.paragraph(merging.gap(at), shape, content);
}

/**
 * Says in a comment that an item of a list was moved: there is no mark for how far in it stands.
 *
 * @param at the position of its leaf in the base
 * @param steps by how many levels, negative for out
 */
export function remarkMoved(merging: Merging, at: number, { paragraphs }: Group, steps: number): void {
  const leaf = merging.now(at);
  if (leaf === undefined || !merging.hasChanges) return;
  // The draft may have followed since.
  if (itemLevel(leaf) === itemLevel(merging.base[at]!)! + steps) return;
  const levels = Math.abs(steps) === 1 ? 'one level' : `${Math.abs(steps)} levels`;
  const text = `In Word, this item was moved ${steps < 0 ? 'out' : 'in'} by ${levels}.`;
  say(merging, leaf, paragraphs[0]!.restyled ?? UNTRACKED, text);
}

/** Says what no mark can show, in a comment where there may be any. */
function say(merging: Merging, leaf: Leaf, by: By, text: string): void {
  if (merging.options.comments) merging.point(leaf, false, [{ ...by, text }]);
  else merging.imports.lose('style');
}

function sentence({ heading, list, checked }: Shape): string {
  if (checked !== undefined) return `In Word, this item is ${checked ? '' : 'not '}ticked.`;
  if (heading !== undefined) return `This is a heading of level ${heading} in Word now.`;
  return list === undefined
    ? 'This is text in Word now, and no heading.'
    : 'This is an item of a list in Word now.';
}
