import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { type Coverage, type CoveredPassage, STATES, type TopicCoverage, type Why } from '../coverage/types';
import {
  blockAt,
  type DirectiveName,
  type Draft,
  directivesOf,
  languagesOf,
  offsetAt,
  passagesOf,
  type Span,
} from '../draft';
import type { Topic } from '../framework/types';
import { plainRule } from '../project';
import { inWords, notJudged, outweighed, STATE_WORDS } from '../report/words';
import { ruleMeant } from '../rules/lib/aliases';
import { listed } from '../text/listed';
import { legible } from '../text/plain-output';
import type { AnalysedDocument } from './analyses';
import { toRange } from './convert';

/** A topic, and what the passage under the cursor says on it. */
interface TopicInPassage {
  readonly on: TopicCoverage;
  readonly covered: CoveredPassage;
}

export function topicsOf(coverage: Coverage): readonly TopicCoverage[] {
  return [...coverage.areas, ...coverage.offers, ...coverage.promises];
}

/** What the smallest passage at an offset says, by topic, the strongest first. */
function saidAt(coverage: Coverage, offset: number): readonly TopicInPassage[] {
  let found: TopicInPassage[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  for (const on of topicsOf(coverage)) {
    for (const covered of on.passages) {
      const span = spanOf(covered);
      if (!isAt(span, offset) || span.end - span.start > smallest) continue;
      if (span.end - span.start < smallest) found = [];
      smallest = span.end - span.start;
      found.push({ on, covered });
    }
  }
  const rank = ({ covered }: TopicInPassage): number => STATES.indexOf(covered.state);
  return found.sort((a, b) => rank(b) - rank(a));
}

/** The span of a passage in the draft. */
function spanOf({ placed, passage }: CoveredPassage): Span {
  return { start: placed.start + passage.span.start, end: placed.start + passage.span.end };
}

/** The hover on a passage: what it argues, the words that led to this, and what would strengthen it. */
export function hoverAt(
  { isDraft, document, analysis }: AnalysedDocument,
  position: Position,
): Hover | undefined {
  if (!isDraft || !analysis) return undefined;
  const offset = offsetAt(document.draft, position);
  const other = directiveAt(document.draft, offset) ?? foreignAt(document.draft, offset);
  if (other) return other;
  const said = saidAt(analysis.coverage, offset);
  if (said.length === 0) return undefined;
  return hover(said.map(describe).join('\n\n---\n\n'), document.draft, spanOf(said[0]!.covered));
}

/** @param value Markdown. */
export function hover(value: string, draft: Draft, span: Span): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(draft, span) };
}

/** Whether an offset lies in a span or at its end. */
const isAt = ({ start, end }: Span, at: number): boolean => start <= at && at <= end;

/** The hover on an `advocacy-…` comment: that it is not printed, and what it does. */
function directiveAt(draft: Draft, offset: number): Hover | undefined {
  const placed = blockAt(draft, offset);
  const directive =
    placed && directivesOf(placed.block).find(({ span }) => isAt(span, offset - placed.start));
  if (!directive || directive.name === 'unknown') return undefined;
  const { name, values, span } = directive;
  const rules = values.map(({ text, words }) => {
    const rule = plainRule(ruleMeant(text));
    if (words === undefined || name !== 'disable-next-line') return rule;
    return `${rule} (only ${listed(words.map((one) => `“${one.text}”`))})`;
  });
  const what = rules.length === 0 ? 'anything' : rules.join('; ');
  const place = { start: placed.start + span.start, end: placed.start + span.end };
  return hover(escapeMarkdown(`This comment is not printed. ${MEANS[name](what)}`), draft, place);
}

const MEANS: Readonly<Record<DirectiveName, (what: string) => string>> = {
  'disable-next-line': (what) =>
    `In the paragraph, list or table below, and nowhere else, nothing is said of: ${what}.`,
  'disable-file': (what) => `In this paper, nothing is said of: ${what}.`,
  disable: (what) => `From here on, nothing is said of: ${what}.`,
  enable: (what) => `From here on, it is said again where there is: ${what}.`,
  covers: () => 'It says what the passage below argues, whatever was concluded on it.',
};

/** The hover on a passage that is not in English: that it is not judged. */
function foreignAt(draft: Draft, offset: number): Hover | undefined {
  const language = languagesOf(draft).at(offset);
  const placed = language === undefined ? undefined : blockAt(draft, offset);
  const isPassage = placed && passagesOf(placed.block).some(({ span }) => isAt(span, offset - placed.start));
  if (!placed || !isPassage) return undefined;
  const { whole } = languagesOf(draft);
  const place = { start: placed.start, end: placed.start + placed.block.text.length };
  return hover(escapeMarkdown(notJudged(language!, whole ? 'paper' : 'part')), draft, place);
}

function describe({ on: { topic }, covered: { state, heldBackBy, reasons } }: TopicInPassage): string {
  const lines = [`**${escapeMarkdown(topic.title)}**: ${STATE_WORDS[state]}`];
  for (const { meaning, words } of inWords(reasons))
    lines.push(`- ${meaning}: ${escapeMarkdown(words.join(', '))}`);
  const advice = heldBackBy
    ? HELD_BACK_BY[heldBackBy](topic)
    : adviceFor(state, new Set(reasons.map((reason) => reason.why)), topic.beneficiaries);
  if (advice) lines.push('', advice);
  return lines.join('\n');
}

/** What to do about a passage that only one thing keeps from a higher state. */
const HELD_BACK_BY: Readonly<Record<NonNullable<CoveredPassage['heldBackBy']>, (topic: Topic) => string>> = {
  placeholders: () => 'Fill in the placeholders, and it counts as an argument.',
  footnote: () => 'Fill in the footnote, and it counts as evidence.',
  paper: ({ group }) =>
    `${outweighed(group)} If the paper is to argue it, choose the pin beside it in the Coverage view: then it counts.`,
};

/** What would raise a passage to the next state; undefined for the highest. */
function adviceFor(
  state: CoveredPassage['state'],
  has: ReadonlySet<Why>,
  beneficiaries: string,
): string | undefined {
  if (state === 'evidenced') return undefined;
  if (state === 'argued') {
    return has.has('figure')
      ? 'To give it evidence, name the source of the figure in a footnote, a link or the sentence.'
      : 'To give it evidence, add a figure with its source, or a quotation with a name and a role.';
  }
  const missing = [
    !has.has('beneficiary') && `who benefits (such as ${escapeMarkdown(beneficiaries)})`,
    !has.has('action') && 'what the library does',
    !has.has('outcome') && 'what changes for them',
  ].filter((part) => part !== false);
  return missing.length > 0
    ? `To argue it, say ${listed(missing)}.`
    : 'To argue it, tie this together in one passage: who benefits, what the library does and what changes.';
}

/**
 * What Markdown renderers turn into links even without brackets. A backslash does not prevent this everywhere, so a
 * word joiner (which is invisible) goes before the last character.
 */
const ADDRESSES = /:\/\/|www\.|@/gi;

/** Escapes text for Markdown, so that nothing in a draft or framework becomes a link or an image. */
export function escapeMarkdown(text: string): string {
  return legible(text)
    .replace(/[\\`*_{}[\]()<>#!|~&$]/g, '\\$&')
    .replace(ADDRESSES, (found) => `${found.slice(0, -1)}\u2060${found.slice(-1)}`);
}
