import { directivesOf } from './draft';
import type { Draft, PlacedBlock, Span } from './draft/types';

/** Whether a finding of `rule` that starts at `offset` in the draft has been silenced by a comment in it. */
export type Suppression = (rule: string, offset: number) => boolean;

const NEVER: Suppression = () => false;

interface Switch {
  readonly at: number;
  readonly on: boolean;
  /** No names means every rule. */
  readonly rules: readonly string[];
}

/**
 * Reads the comments that silence rules: `advocacy-disable` and `-enable` hold from where they stand to the next
 * one of the rule, `-disable-file` anywhere for the whole draft, and `-disable-next-line` for the next line that
 * is not blank or, where a block of the draft begins there, for that block (a paragraph may be wrapped over many
 * lines, and its author thinks of it as one).
 */
export function suppressionOf(draft: Draft): Suppression {
  const switches: Switch[] = [];
  const spans: { readonly span: Span; readonly rules: readonly string[] }[] = [];
  const everywhere: (readonly string[])[] = [];
  for (const [index, placed] of draft.blocks.entries()) {
    for (const { name, span, values } of directivesOf(placed.block)) {
      const rules = values.map(({ text }) => text);
      if (name === 'disable-file') everywhere.push(rules);
      else if (name === 'disable' || name === 'enable') {
        switches.push({ at: placed.start + span.start, on: name === 'enable', rules });
      } else if (name === 'disable-next-line') {
        spans.push({ span: nextLine(draft, index, placed, span.end), rules });
      }
    }
  }
  if (switches.length + spans.length + everywhere.length === 0) return NEVER;

  return (rule, offset) => {
    const names = (rules: readonly string[]): boolean => rules.length === 0 || rules.includes(rule);
    if (everywhere.some(names)) return true;
    if (spans.some(({ span, rules }) => offset >= span.start && offset < span.end && names(rules)))
      return true;
    const last = switches.findLast(({ at, rules }) => at <= offset && names(rules));
    return last !== undefined && !last.on;
  };
}

/** What a comment that ends at `end` of the block speaks of, in the draft. */
function nextLine(draft: Draft, index: number, { block, start }: PlacedBlock, end: number): Span {
  const rest = /^[^\r\n]*(?:\r\n|\r|\n)\s*/.exec(block.text.slice(end));
  const inside = rest ? end + rest[0].length : block.text.length;
  if (inside < block.text.length) {
    const line = /^[^\r\n]*/.exec(block.text.slice(inside))?.[0].length ?? 0;
    return { start: start + inside, end: start + inside + line + 1 };
  }
  const next = draft.blocks[index + 1];
  if (!next) return { start: draft.text.length, end: draft.text.length };
  return { start: next.start, end: next.start + next.block.text.length + 1 };
}
