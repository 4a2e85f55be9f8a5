import { firstWhere, overlapping } from '../../../draft/binary-search';
import { directivesOf, isDirective } from '../../../draft/directives';
import { BlockFinder } from '../../../draft/runs';
import { shifted } from '../../../draft/span';
import type { Draft, PlacedBlock, Span } from '../../../draft/types';
import { getOrInsert } from '../../../util/memoize';
import { ruleMeant } from './aliases';
import { placesOf } from './suppressed-words';

/** Returns whether a comment suppresses findings of a rule that start at an offset of the draft. */
type Suppression = (rule: string, offset: number) => boolean;

const finder = new BlockFinder(directivesOf);

interface Switch {
  readonly at: number;
  readonly on: boolean;
  /** Empty for all rules. */
  readonly rules: readonly string[];
}

interface Silenced {
  readonly span: Span;
  readonly rules: readonly string[];
}

/**
 * Reads the comments that suppress findings.
 *
 * - `advocacy-disable` and `advocacy-enable` apply from where they stand to the next one for the same rule.
 * - `advocacy-disable-file` applies to the whole draft, wherever it stands.
 * - `advocacy-disable-next-line` applies to the next line that is not blank; where a top-level block begins there, to
 * the whole block, as authors think of a wrapped paragraph as one line. With words in quotation marks after the name of
 * the rule, it applies only to findings at these words.
 */
export function suppressionOf(draft: Draft): Suppression {
  const switches: Switch[] = [];
  const spans: Silenced[] = [];
  const everywhere: { readonly rules: readonly string[] }[] = [];
  for (const { found, placed, index } of finder.in(draft, undefined)) {
    for (const { name, span, values } of found) {
      const rules = values.map(({ text }) => ruleMeant(text));
      if (name === 'disable-file') everywhere.push({ rules });
      else if (name === 'disable' || name === 'enable') {
        switches.push({ at: placed.start + span.start, on: name === 'enable', rules });
      } else if (name === 'disable-next-line') {
        const next = nextLine(draft, index, placed, span.end);
        const whole = values.filter(({ words }) => words === undefined);
        if (whole.length > 0 || values.length === 0)
          spans.push({ span: next, rules: whole.map(({ text }) => ruleMeant(text)) });
        const places = placesOf(draft.source, next);
        for (const { text, words } of values)
          for (const { text: some } of words ?? [])
            for (const place of places(some)) spans.push({ span: place, rules: [ruleMeant(text)] });
      }
    }
  }

  // The words of a comment may occur in another order in the text.
  spans.sort((one, other) => one.span.start - other.span.start);
  const silenced = (rule: string): ((offset: number) => boolean) => {
    const names = ({ rules }: { readonly rules: readonly string[] }): boolean =>
      rules.length === 0 || rules.includes(rule);
    return everywhere.some(names) ? () => true : silences(switches.filter(names), spans.filter(names));
  };
  const known = new Map<string, (offset: number) => boolean>();
  return (rule, offset) => getOrInsert(known, rule, () => silenced(rule))(offset);
}

/**
 * Returns whether a finding at an offset is suppressed by the comments for one rule, which are in the order of the
 * text.
 */
function silences(switches: readonly Switch[], spans: readonly Silenced[]): (offset: number) => boolean {
  if (switches.length === 0 && spans.length === 0) return () => false;
  const isInSpan = overlapping(spans.map(({ span }) => span));
  return (offset) => {
    if (isInSpan({ start: offset, end: offset + 1 })) return true;
    const last = firstWhere(switches, ({ at }) => at > offset) - 1;
    return last >= 0 && !switches[last]!.on;
  };
}

/** Words in `disable-next-line` comments that do not stand in the block below, so that they suppress nothing. */
export function lostWords(draft: Draft): readonly { readonly words: string; readonly span: Span }[] {
  return finder.in(draft, undefined).flatMap(({ found, placed, index }) =>
    found.flatMap(({ name, span, values }) => {
      const all = name === 'disable-next-line' ? values.flatMap(({ words }) => words ?? []) : [];
      if (all.length === 0) return [];
      const places = placesOf(draft.source, nextLine(draft, index, placed, span.end));
      return all
        .filter(({ text }) => places(text).length === 0)
        .map(({ text, span }) => ({ words: text, span: shifted(span, placed.start) }));
    }),
  );
}

/** What a `disable-next-line` comment that ends at `end` of its block applies to. Counts in the draft. */
function nextLine(draft: Draft, index: number, { block, start }: PlacedBlock, end: number): Span {
  const rest = /^[^\r\n]*(?:\r\n|\r|\n)\s*/.exec(block.text.slice(end));
  const inside = rest ? end + rest[0].length : block.text.length;
  if (inside < block.text.length) {
    const line = /^[^\r\n]*/.exec(block.text.slice(inside))?.[0].length ?? 0;
    return { start: start + inside, end: start + inside + line + 1 };
  }
  // Other comments may stand in between.
  const next = draft.blocks.slice(index + 1, index + 50).find((placed) => !isDirective(placed.block));
  if (!next) return { start: draft.source.length, end: draft.source.length };
  return { start: next.start, end: next.start + next.block.text.length + 1 };
}
