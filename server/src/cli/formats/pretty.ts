import type { Severity } from '../../project/severity';
import type { FindingReport } from '../../report';
import { harmless } from '../../text/plain-output';
import { addTo, greatest } from '../../util/lists';
import { type Style, wrap } from '../terminal';
import { type CheckFormat, type CheckSummary, count } from './report';

const SIGNS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', information: 'i', hint: '·' };

/** The most hints of one rule that are shown for a file, as a skeleton has dozens of the same. */
const SHOWN_HINTS = 3;

/**
 * For people: a file's name, and below it a line for each finding. Files without findings are only counted.
 *
 * @param all whether all hints are shown
 */
export function prettyFormat(style: Style, all: boolean): CheckFormat {
  return {
    start: () => '',
    file({ file, findings }) {
      if (findings.length === 0) return '';
      const places = findings.map(({ line, column }) => `${line}:${column}`);
      const width = greatest(places.map((place) => place.length));
      const folded = all ? new Map<number, number>() : foldedAfter(findings);
      const lines = findings.flatMap((finding, i) => {
        const more = folded.get(i);
        if (more === 0) return [];
        const line = lineOf(finding, places[i]!.padStart(width), style);
        return more === undefined ? [line] : [line, foldOf(finding, more, width, style)];
      });
      return `${style.underline(harmless(file))}\n${lines.join('\n')}\n\n`;
    },
    end: (summary) => `${sumOf(summary, style)}\n`,
  };
}

/**
 * By the position of a finding: how many more hints of its rule are hidden behind it, or 0 for a hidden one. A single
 * hint is not hidden, as the line on it would take as much room.
 */
function foldedAfter(findings: readonly FindingReport[]): ReadonlyMap<number, number> {
  const byRule = new Map<string, number[]>();
  findings.forEach(({ rule, severity }, index) => {
    if (severity !== 'hint') return;
    addTo(byRule, rule, index);
  });
  const folded = new Map<number, number>();
  for (const indices of byRule.values()) {
    const rest = indices.slice(SHOWN_HINTS);
    if (rest.length < 2) continue;
    folded.set(indices[SHOWN_HINTS - 1]!, rest.length);
    for (const index of rest) folded.set(index, 0);
  }
  return folded;
}

function foldOf({ rule, severity }: FindingReport, more: number, width: number, style: Style): string {
  const label = style.dim(`${SIGNS[severity]} ${severity.padEnd(11)}`);
  const head = `  ${' '.repeat(width)}  ${label}`;
  return `${head} and ${more} more of this rule (--all shows them)${style.width === undefined ? `  ${rule}` : ''}`;
}

/** A finding on one line, for programs; on a terminal, with the message on lines of its own. */
function lineOf({ severity, message, rule, heading }: FindingReport, place: string, style: Style): string {
  const colour = { error: style.red, warning: style.yellow, information: style.blue, hint: style.dim }[
    severity
  ];
  const label = `${SIGNS[severity]} ${severity.padEnd(11)}`;
  const head = `  ${style.dim(place)}  ${colour(label)}`;
  const text = harmless(heading === undefined ? message : `${message} (Below “${heading}”.)`);
  if (style.width === undefined) return `${head} ${text}  ${rule}`;
  const indent = place.length + 4;
  return `${head} ${style.dim(rule)}\n${' '.repeat(indent)}${wrap(text, style.width, indent)}`;
}

function sumOf({ files, errors, warnings, notes, fixable }: CheckSummary, style: Style): string {
  const drafts = `${count(files, 'draft')} checked`;
  // Nothing could be read, so that a tick would mislead.
  if (files === 0) return `${drafts}.`;
  if (errors + warnings + notes === 0) return style.green(`✓ ${drafts}: nothing to mend.`);
  const parts = [count(errors, 'error'), count(warnings, 'warning')];
  if (notes > 0) parts.push(`${notes} more to consider`);
  const sum = `${errors > 0 ? '✗' : warnings > 0 ? '!' : '✓'} ${drafts}: ${parts.join(', ')}.`;
  const colour = errors > 0 ? style.red : warnings > 0 ? style.yellow : style.green;
  const editor = fixable > 0 ? ` In an editor, ${fixable} of them can be mended with a click.` : '';
  return `${colour(sum)}${editor} “advocacy explain RULE” says more about a rule.`;
}
