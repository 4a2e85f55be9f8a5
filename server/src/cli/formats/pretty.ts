import { addTo, greatest } from '../../lists';
import type { FindingReport } from '../../report';
import type { Severity } from '../../severity';
import { harmless } from '../../text/plain-output';
import { type Style, wrap } from '../terminal';
import { type CheckFormat, type CheckSummary, count } from './report';

const SIGNS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', information: 'i', hint: '·' };

/** How many hints of one rule are shown of a file: a skeleton has dozens that all say the same. */
const SHOWN_HINTS = 3;

/**
 * For people: a file's name, and below it a line for each finding. Files without findings are only counted.
 *
 * @param all Shows every hint, however many there are of a rule.
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
 * By the place of a finding in the list: how many more hints of its rule are folded behind it, or 0 where it is one of
 * them. A line in place of a single one would save nothing.
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

/** One line for a program to search through; on a terminal the message has lines of its own. */
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
  // What could not be read has been said; a tick beside it would mislead.
  if (files === 0) return `${drafts}.`;
  if (errors + warnings + notes === 0) return style.green(`✓ ${drafts}: nothing to mend.`);
  const parts = [count(errors, 'error'), count(warnings, 'warning')];
  if (notes > 0) parts.push(`${notes} more to consider`);
  const sum = `${errors > 0 ? '✗' : warnings > 0 ? '!' : '✓'} ${drafts}: ${parts.join(', ')}.`;
  const colour = errors > 0 ? style.red : warnings > 0 ? style.yellow : style.green;
  const editor = fixable > 0 ? ` An editor can mend ${fixable} of them for you.` : '';
  return `${colour(sum)}${editor} “advocacy explain RULE” says more about a rule.`;
}
